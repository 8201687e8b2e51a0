// Cases one by one (« analyse intra-cas »): the case's sheet, then theme by theme what is written of it, with its verbatims.
import { lineage } from '../../../shared/domain/category.ts';
import type { Category } from '../../../shared/domain/category.ts';
import { withoutCuts } from '../../../shared/domain/cell.ts';
import type { PinnedQuote } from '../../../shared/domain/cell.ts';
import type { Case } from '../../../shared/domain/corpus.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { GridId } from '../../../shared/domain/ids.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { quoted, withCuts } from '../../../shared/domain/typography.ts';
import { linksOf, writtenTextOfWords } from '../../../shared/domain/written-text.ts';
import { printMonographText } from '../../../shared/i18n/print-monograph.ts';
import { COLON } from '../../../shared/i18n/text.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCaseWritings } from '../../queries/case-writings.ts';
import type { CaseWriting } from '../../queries/case-writings.ts';
import { countCategories } from '../../queries/codebook-counts.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { listSources, readCorpusFrame } from '../../queries/corpus.ts';
import { listResearchQuestions, listScales } from '../../queries/rating-scales.ts';
import { caseSheet } from './case-sheet.ts';
import type { CaseFrame } from './case-sheet.ts';
import { heading, paragraph, textInlines } from './formats/document-words.ts';
import { printable } from './formats/printable-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedBlock, PrintedDocument, PrintedSection } from './formats/printed-document.ts';
import { writtenBlocks, writtenSetting } from './written-blocks.ts';

type Project = Session['project'];

/** Something written, under its theme. */
interface Entry {
  readonly theme: string;
  /** Empty where the writing is on the theme itself. */
  readonly title: string;
  /** Of all its categories. */
  readonly themes: readonly string[];
  /** Places in the codebook, the theme's first. */
  readonly order: readonly number[];
  readonly writing: CaseWriting;
}

interface Study {
  readonly project: Project;
  readonly setting: PrintSetting;
  readonly frame: CaseFrame;
  /** In codebook order. */
  readonly categories: readonly Category[];
  readonly byId: ReadonlyMap<string, Category>;
  readonly gridIds: readonly GridId[] | null;
  readonly questions: ReadonlyMap<string, string>;
  readonly scales: ReadonlyMap<string, ReturnType<typeof listScales>[number]>;
  /** Names of cases → categories coded in them, with how often. */
  readonly codings: (categoryId: string, caseName: string) => number;
}

function studyOf(project: Project, gridIds: readonly GridId[] | null, setting: PrintSetting): Study {
  const codebook = readCodebook(project);
  for (const id of gridIds ?? []) if (!codebook.some((grid) => grid.id === id)) throw new Refusal('grid.unknown', { id });
  const categories = codebook.flatMap((grid) => grid.categories);
  const { counts } = countCategories(project, codebook);
  return {
    project,
    setting,
    gridIds,
    categories,
    frame: { ...readCorpusFrame(project), sources: listSources(project) },
    byId: new Map(categories.map((category) => [category.id, category])),
    questions: new Map(listResearchQuestions(project).map(({ id, text }) => [id, text])),
    scales: new Map(listScales(project).map((scale) => [scale.id, scale])),
    codings: (categoryId, caseName) => counts.get(categoryId)?.byCase.get(caseName) ?? 0,
  };
}

/** The category that a writing stands under is the first of its categories that the chosen grids have; the others are what it is crossed with. */
function entryOf(writing: CaseWriting, { categories, byId, gridIds, questions, setting }: Study): Entry | null {
  const own = writing.categoryIds.flatMap((id) => byId.get(id) ?? []).toSorted((a, b) => categories.indexOf(a) - categories.indexOf(b));
  const asked = writing.questionIds.flatMap((id) => questions.get(id) ?? []);
  const isChosen = ({ gridId }: Category): boolean => gridIds === null || gridIds.includes(gridId);
  const first = own.find(isChosen);
  const order = [first, ...own.filter((category) => category !== first)].map((category) =>
    category ? categories.indexOf(category) : categories.length,
  );
  if (!first && (own.length > 0 || asked.length === 0 || gridIds !== null)) return null;
  const chain = first ? lineage(byId, first.id).map(({ name }) => name) : [];
  const names = [chain.slice(1).join(' › '), ...own.filter((category) => category !== first).map(({ name }) => name), ...asked];
  return {
    theme: setting.words(chain[0] ?? printMonographText[setting.language].questions),
    themes: own.map(({ id }) => setting.words(lineage(byId, id)[0]?.name ?? '')),
    title: setting.words(names.filter((name) => name !== '').join(' × ')),
    order,
    writing,
  };
}

function byPlace(a: Entry, b: Entry): number {
  for (let at = 0; at < Math.max(a.order.length, b.order.length); at += 1) {
    const difference = (a.order[at] ?? -1) - (b.order[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.title.localeCompare(b.title);
}

function quoteBlock({ text, cuts, ...passage }: PinnedQuote, setting: PrintSetting): PrintedBlock {
  const words = quoted(withCuts(printable(withoutCuts(text, cuts))), setting.language);
  return { kind: 'quote', inlines: [...textInlines(words), { kind: 'text', text: ' ' }, setting.reference(passage)] };
}

/** The rule that a step is given by stands beside it: a rating without it says nothing. */
function ratingBlocks({ rating }: CaseWriting, { scales, setting }: Study): PrintedBlock[] {
  if (rating === null) return [];
  const scale = scales.get(rating.scaleId);
  const rule = scale?.steps.find(({ value }) => value === rating.value)?.rule ?? '';
  const words = printMonographText[setting.language].rating(rating.label, scale?.name ?? '');
  return [
    paragraph('body', [...textInlines(setting.words(words), { bold: true }), ...(rule === '' ? [] : textInlines(` – ${setting.words(rule)}`))], {
      keepsWithNext: true,
    }),
  ];
}

function writingBlocks(writing: CaseWriting, study: Study): PrintedBlock[] {
  const { project, setting } = study;
  const words = printMonographText[setting.language];
  const document = writing.synthesis === null ? null : (writing.document ?? writtenTextOfWords(writing.synthesis));
  // what the synthesis quotes is not said twice
  const cited = new Set(document ? linksOf(document).map(({ id }) => id) : []);
  return [
    ...ratingBlocks(writing, study),
    ...(document && writing.status === 'draft' ? [paragraph('note', `[${words.draft}]`, { keepsWithNext: true })] : []),
    ...(document ? writtenBlocks(document, 2, writtenSetting(project, document, setting)) : []),
    ...writing.pinned.filter(({ passageId }) => !cited.has(passageId)).map((quote) => quoteBlock(quote, setting)),
    ...(writing.remark === null
      ? []
      : [paragraph('body', textInlines(`${words.remark}${COLON[setting.language]}${setting.words(writing.remark)}`, { role: 'remark' }))]),
  ];
}

/** Themes that are coded in the case and under which nothing is written: what is missing is said. */
function unwrittenThemes({ name }: Case, entries: readonly Entry[], { categories, gridIds, setting, codings }: Study): string[] {
  const written = new Set(entries.flatMap(({ themes }) => themes));
  return categories
    .filter(({ parentId, gridId, id }) => parentId === null && (gridIds === null || gridIds.includes(gridId)) && codings(id, name) > 0)
    .map((category) => setting.words(category.name))
    .filter((theme) => !written.has(theme));
}

function caseBlocks(of: Case, writings: readonly CaseWriting[], study: Study): PrintedBlock[] {
  const { setting } = study;
  const words = printMonographText[setting.language];
  const entries = writings.flatMap((writing) => entryOf(writing, study) ?? []).toSorted(byPlace);
  const themes = [...Map.groupBy(entries, ({ theme }) => theme)];
  const missing = unwrittenThemes(of, entries, study);
  return [
    heading(1, setting.words(of.name)),
    ...caseSheet(of, study.frame, setting),
    ...themes.flatMap(([theme, own]) => [
      heading(2, theme),
      ...own.flatMap(({ title, writing }) => [...(title === '' ? [] : [heading(3, title)]), ...writingBlocks(writing, study)]),
    ]),
    ...(entries.length === 0 ? [paragraph('note', words.nothing)] : []),
    ...(entries.length > 0 && missing.length > 0 ? [paragraph('note', words.unwritten(missing))] : []),
  ];
}

/** Each case begins a page. Refuses a case (`case.unknown`) or a grid (`grid.unknown`) that is not there. */
export function monographDocument(project: Project, { caseIds, gridIds }: PieceOf<'monograph'>, style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const words = printMonographText[style.language];
  const study = studyOf(project, gridIds, setting);
  const writings = readCaseWritings(project);
  const { cases } = study.frame;
  const chosen = caseIds === null ? cases : caseIds.map((id) => cases.find((each) => each.id === id) ?? unknownCase(id));
  const sections = chosen.map((of): PrintedSection => ({ page: 'upright', blocks: caseBlocks(of, writings.get(of.id) ?? [], study) }));
  return {
    title: setting.words(words.title(chosen.map(({ name }) => name))),
    author: style.author,
    language: style.language,
    sections: sections.length > 0 ? sections : [{ page: 'upright', blocks: [paragraph('note', words.noCase)] }],
  };
}

function unknownCase(id: string): never {
  throw new Refusal('case.unknown', { id });
}
