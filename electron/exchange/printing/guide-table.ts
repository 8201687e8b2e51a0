// A guide as a table for the thesis: which question is meant to feed which categories, or which interview answered which question.
import type { Session } from '../../commands/run-command.ts';
import type { CorpusCell, CorpusTable, CorpusTableColumn, CorpusTableFormat } from '../../../shared/domain/corpus-table.ts';
import type { Coverage, Guide, GuideTableKind } from '../../../shared/domain/guide.ts';
import type { CategoryId, GuideId, GuideQuestionId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { typeset } from '../../../shared/domain/typography.ts';
import { guideTableText } from '../../../shared/i18n/guide-table.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { listSources } from '../../queries/corpus.ts';
import { readCoverage, readGuide } from '../../queries/guide.ts';
import { readProject } from '../../queries/project.ts';
import { corpusTableToDocument } from './corpus-table-document.ts';
import { corpusTableToSheets } from './corpus-table-sheets.ts';
import { printable } from './formats/printable-words.ts';
import { isDocumentFormat, writeDocument } from './formats/write-document.ts';
import type { DocumentFormat } from './formats/write-document.ts';
import { writeSheets } from './formats/write-sheets.ts';

type Project = Session['project'];

/** More interviews than these, in characters of their codes, are listed on a page in one column instead of one each. */
const MOST_CODE_CHARACTERS = 44;

/** A cell of a page names so many dimensions; the workbook names all. */
const MOST_FED_ON_PAGE = 6;

interface Line {
  readonly number: string;
  readonly theme: string;
  readonly question: Guide['themes'][number]['questions'][number];
}

/** Questions are numbered through the whole guide, as people cite them. */
function linesOf(guide: Guide): Line[] {
  let number = 0;
  return guide.themes.flatMap((theme) =>
    theme.questions.map((question) => {
      number += 1;
      return { number: `Q${number}`, theme: theme.name, question };
    }),
  );
}

/** As the reader calls them: what was found in the field with what it stands under, `Coordination › feuille de route`. */
export function categoryNames(project: Project): ReadonlyMap<CategoryId, string> {
  return new Map(
    readCodebook(project).flatMap(({ categories }) => {
      const byId = new Map(categories.map((category) => [category.id, category]));
      return categories.map(({ id, name, origin, parentId }) => {
        const parent = origin === 'in-vivo' && parentId !== null ? byId.get(parentId) : undefined;
        return [id, parent ? `${parent.name} › ${name}` : name] as const;
      });
    }),
  );
}

interface Column extends CorpusTableColumn {
  readonly cell: (line: Line) => CorpusCell;
}

const FIRST_COLUMNS = (language: Language): Column[] => {
  const text = guideTableText[language];
  return [
    { key: 'code', label: text.number, kind: 'text', cell: ({ number }) => number },
    { key: 'theme', label: text.theme, kind: 'text', cell: ({ theme }) => theme },
    { key: 'question', label: text.question, kind: 'text', cell: ({ question }) => question.text },
  ];
};

function tableOf(guide: Guide, columns: readonly Column[], words: Pick<CorpusTable, 'title' | 'note' | 'source'>, language: Language): CorpusTable {
  const set = (words_: string): string => typeset(printable(words_), language);
  return {
    ...words,
    title: set(words.title),
    columns: columns.map(({ key, kind, label }) => ({ key, kind, label: printable(label) })),
    rows: linesOf(guide).map((line) => columns.map(({ cell }) => cell(line))),
  };
}

function linksTable(project: Project, guide: Guide, language: Language): CorpusTable {
  const text = guideTableText[language];
  const names = categoryNames(project);
  const cell = ({ question }: Line): string => question.categoryIds.map((id) => names.get(id) ?? '').join(text.and);
  const columns: Column[] = [...FIRST_COLUMNS(language), { key: 'categories', label: text.categories, kind: 'text', cell }];
  const questions = linesOf(guide).length;
  const named = guide.themes.filter(({ name }) => name !== '').length;
  return tableOf(guide, columns, { title: text.linksTitle(guide.title), note: text.linksNote(named, questions), source: text.source }, language);
}

/** A short code each, unless two interviews share it. */
function codesOf(sources: readonly SourceSummary[]): { readonly id: string; readonly code: string }[] {
  const all = sources.map(({ name }) => citationCode(name));
  return sources.map(({ id, name }, at) => ({ id, code: all.filter((code) => code === all[at]).length > 1 ? name : (all[at] ?? name) }));
}

function coverageTable(project: Project, guide: Guide, language: Language, isForPage: boolean): CorpusTable {
  const text = guideTableText[language];
  const names = categoryNames(project);
  const codes = codesOf(listSources(project));
  const { coverage } = readCoverage(project, guide.id);
  const byQuestion = Map.groupBy(coverage, ({ questionId }) => questionId);
  const of = ({ question }: Line): readonly Coverage[] => byQuestion.get(question.id as GuideQuestionId) ?? [];
  const fed = (line: Line): string => {
    const total = new Map<CategoryId, number>();
    for (const { categoryId, codings } of of(line).flatMap((each) => each.fed)) total.set(categoryId, (total.get(categoryId) ?? 0) + codings);
    const all = [...total].toSorted((a, b) => b[1] - a[1]);
    const most = isForPage && all.length > MOST_FED_ON_PAGE ? MOST_FED_ON_PAGE - 1 : all.length;
    const named = all.slice(0, most).map(([id, codings]) => text.fedBy(names.get(id) ?? '', codings));
    return [...named, ...(most < all.length ? [text.others(all.length - most)] : [])].join(text.and);
  };
  const isListed = isForPage && codes.reduce((sum, { code }) => sum + code.length, 0) > MOST_CODE_CHARACTERS;
  const each: Column[] = codes.map(({ id, code }) => ({
    key: id,
    label: code,
    kind: 'number',
    cell: (line) => of(line).find(({ sourceId }) => sourceId === id)?.words ?? null,
  }));
  const listed = (line: Line): string => {
    const covering = new Set<string>(of(line).map(({ sourceId }) => sourceId));
    return codes.flatMap(({ id, code }) => (covering.has(id) ? [code] : [])).join(', ');
  };
  const columns: Column[] = [
    ...FIRST_COLUMNS(language),
    ...(isListed ? [{ key: 'asked', label: text.asked, kind: 'text' as const, cell: listed }] : each),
    { key: 'interviews', label: text.interviews, kind: 'text', cell: (line) => text.covered(of(line).length, codes.length) },
    { key: 'words', label: text.words, kind: 'number', cell: (line) => of(line).reduce((sum, { words }) => sum + words, 0) },
    { key: 'fed', label: text.fed, kind: 'text', cell: fed },
  ];
  const covering = new Set(coverage.map(({ sourceId }) => sourceId)).size;
  const words = { title: text.coverageTitle(guide.title), note: text.coverageNote(covering, codes.length), source: text.source };
  return tableOf(guide, columns, words, language);
}

/** The table as data, in the project's language. Refuses (`guide.unknown`) a guide that is not there. */
export function buildGuideTable(project: Project, guideId: GuideId, what: GuideTableKind, isForPage = false): CorpusTable {
  const { language } = readProject(project);
  const guide = readGuide(project, guideId);
  return what === 'links' ? linksTable(project, guide, language) : coverageTable(project, guide, language, isForPage);
}

export async function printGuideTable(
  project: Project,
  { guideId, what, format }: { guideId: GuideId; what: GuideTableKind; format: CorpusTableFormat | DocumentFormat },
): Promise<{ readonly title: string; readonly content: Uint8Array }> {
  const { language } = readProject(project);
  const table = buildGuideTable(project, guideId, what, isDocumentFormat(format));
  const { title } = table;
  if (isDocumentFormat(format)) return { title, content: await writeDocument(corpusTableToDocument(table, language), format) };
  return { title, content: await writeSheets(corpusTableToSheets(table, language, guideTableText[language].sheet), format) };
}
