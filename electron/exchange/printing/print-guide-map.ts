// The map of an interview guide: theme by theme each question, the categories it was meant for, those it fed, where it was answered.
import type { Coverage, Guide, GuideQuestion } from '../../../shared/domain/guide.ts';
import type { CategoryId, SourceId } from '../../../shared/domain/ids.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { citationCode } from '../../../shared/domain/source.ts';
import { printGuideMapText } from '../../../shared/i18n/print-guide-map.ts';
import type { Session } from '../../commands/run-command.ts';
import { listSources } from '../../queries/corpus.ts';
import { listGuides, readCoverage, readGuide } from '../../queries/guide.ts';
import { paragraph } from './formats/document-words.ts';
import { categoryNames } from './guide-table.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';
import { valueSheet, valueTableBlock } from './value-table.ts';
import type { ValueRow, ValueTable } from './value-table.ts';

type Project = Session['project'];

/** A whole project's sources, by a short code each unless two share it. */
function codesOf(project: Project): ReadonlyMap<SourceId, string> {
  const sources = listSources(project);
  const codes = sources.map(({ name }) => citationCode(name));
  return new Map(sources.map(({ id, name }, at) => [id, codes.filter((code) => code === codes[at]).length > 1 ? name : (codes[at] ?? name)]));
}

/** `E01 §3, §12 ; E04 §5` */
function answeredIn(answers: readonly Coverage[], codes: ReadonlyMap<SourceId, string>, and: string): string {
  const places = new Map(
    answers.map(({ sourceId, asked }) => [sourceId, asked.flatMap(({ number }) => (number === null ? [] : [`§${number}`])).join(', ')]),
  );
  return [...codes].flatMap(([id, code]) => (places.has(id) ? [`${code} ${places.get(id) ?? ''}`.trim()] : [])).join(and);
}

function fedBy(answers: readonly Coverage[], names: ReadonlyMap<CategoryId, string>, said: (name: string, codings: number) => string): string[] {
  const totals = new Map<CategoryId, number>();
  for (const { categoryId, codings } of answers.flatMap(({ fed }) => fed)) totals.set(categoryId, (totals.get(categoryId) ?? 0) + codings);
  return [...totals].toSorted((a, b) => b[1] - a[1]).map(([id, codings]) => said(names.get(id) ?? '', codings));
}

function guideTable(project: Project, guide: Guide, setting: PrintSetting): ValueTable {
  const words = printGuideMapText[setting.language];
  const names = categoryNames(project);
  const codes = codesOf(project);
  const { coverage } = readCoverage(project, guide.id);
  const byQuestion = Map.groupBy(coverage, ({ questionId }) => questionId);
  const isThemed = guide.themes.some(({ name }) => name !== '');
  let number = 0;
  const rowOf = (theme: string, { id, text, categoryIds }: GuideQuestion): ValueRow => {
    const answers = byQuestion.get(id) ?? [];
    number += 1;
    const meant = categoryIds.map((categoryId) => names.get(categoryId) ?? '').join(words.and);
    const fed = fedBy(answers, names, words.fedBy).join(words.and);
    const answered = answers.length === 0 ? words.nowhere : answeredIn(answers, codes, words.and);
    const spoken = answers.reduce((sum, answer) => sum + answer.words, 0);
    return {
      ...(isThemed ? { band: setting.words(theme === '' ? words.unnamed : theme) } : {}),
      values: [`Q${number}`, setting.words(text), setting.words(meant), setting.words(fed), setting.words(answered), spoken],
    };
  };
  const rows = guide.themes.flatMap(({ name, questions }) => questions.map((question) => rowOf(name, question)));
  const covering = new Set(coverage.map(({ sourceId }) => sourceId)).size;
  const themes = guide.themes.filter(({ name }) => name !== '').length;
  return {
    sheet: words.sheet,
    title: setting.words(words.title(guide.title)),
    ...(isThemed ? { bandLabel: words.theme } : {}),
    columns: [
      { label: words.number, kind: 'text' },
      { label: words.question, kind: 'text' },
      { label: words.meant, kind: 'text' },
      { label: words.fed, kind: 'text' },
      { label: words.answered, kind: 'text' },
      { label: words.words, kind: 'number' },
    ],
    rows,
    note: setting.words(`${words.summary(themes, rows.length)} ${words.note(covering, codes.size)}`),
    source: setting.sourceLineOr(words.source),
    widths: [0.06, 0.3, 0.19, 0.23, 0.15, 0.07],
  };
}

function guideTables(project: Project, { guideId }: PieceOf<'guideMap'>, setting: PrintSetting): ValueTable[] {
  const guides = guideId === null ? listGuides(project) : [readGuide(project, guideId)];
  return guides.map((guide) => guideTable(project, guide, setting));
}

/** Across: questions are sentences. Null for every guide; refuses (`guide.unknown`) one that is not there. */
export function guideMapDocument(project: Project, piece: PieceOf<'guideMap'>, style: PrintStyle): PrintedDocument {
  const words = printGuideMapText[style.language];
  const tables = guideTables(project, piece, new PrintSetting(project, style));
  return {
    title: tables.length === 1 ? (tables[0]?.title ?? words.documentTitle) : words.documentTitle,
    author: style.author,
    language: style.language,
    sections:
      tables.length > 0
        ? tables.map((table) => ({ page: 'across', blocks: [valueTableBlock(table, style.language)] }))
        : [{ page: 'upright', blocks: [paragraph('note', words.nothing)] }],
  };
}

/** One sheet per guide. */
export function guideMapSheets(project: Project, piece: PieceOf<'guideMap'>, style: PrintStyle): PrintedSheets {
  const { language, author } = style;
  const tables = guideTables(project, piece, new PrintSetting(project, style));
  return { title: printGuideMapText[language].documentTitle, author, language, sheets: tables.map(valueSheet) };
}
