// The audit summary: who did what and when, how corpus and codings grew, and the acts on which later ones rest.
import { HISTORY_KIND_NAMES } from '../../../shared/domain/history.ts';
import type { HistoryKind } from '../../../shared/domain/history.ts';
import { MEMO_KINDS } from '../../../shared/domain/memo.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { commandWords } from '../../../shared/i18n/command-words.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import { printAuditText } from '../../../shared/i18n/print-audit.ts';
import type { Session } from '../../commands/run-command.ts';
import { readAudit } from '../../queries/audit.ts';
import type { ActCount, Audit } from '../../queries/audit.ts';
import { heading, paragraph } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedBlock, PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';
import { valueSheet, valueTableBlock } from './value-table.ts';
import type { ValueColumn, ValueRow, ValueTable } from './value-table.ts';

type Project = Session['project'];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, next) => sum + next, 0);
const text = (label: string): ValueColumn => ({ label, kind: 'text' });
const numeric = (label: string): ValueColumn => ({ label, kind: 'number' });
const day = (label: string): ValueColumn => ({ label, kind: 'date' });

type Frame = Pick<ValueTable, 'sheet' | 'title' | 'note'>;

/** Counts laid out by one thing in rows and the kinds in columns that have any; totals both ways. */
function countTable<K extends string>(
  frame: Frame,
  rowLabel: string,
  rows: readonly (readonly [key: string, label: string])[],
  kinds: readonly (readonly [key: K, label: string])[],
  countOf: (row: string, kind: K) => number,
  setting: PrintSetting,
): ValueTable {
  const words = printAuditText[setting.language];
  const used = kinds.filter(([kind]) => rows.some(([row]) => countOf(row, kind) > 0));
  const line = (label: string, own: readonly string[]): ValueRow => {
    const counts = used.map(([kind]) => sumOf(own.map((row) => countOf(row, kind))));
    return { values: [label, ...counts, sumOf(counts)] };
  };
  const lines = rows.map(([row, label]) => line(label, [row]));
  const total =
    rows.length > 1
      ? [
          line(
            words.total,
            rows.map(([row]) => row),
          ),
        ]
      : [];
  return {
    ...frame,
    columns: [text(rowLabel), ...used.map(([, label]) => numeric(label)), numeric(words.total)],
    rows: [...lines, ...total],
    source: setting.sourceLineOr(words.source),
    widths: 'byWords',
  };
}

function actTables(counts: readonly ActCount[], setting: PrintSetting): ValueTable[] {
  const words = printAuditText[setting.language];
  const kinds = HISTORY_KIND_NAMES.map((kind) => [kind, words.kinds[kind]] as const);
  const countBy =
    (key: 'month' | 'coderName') =>
    (row: string, kind: HistoryKind): number =>
      sumOf(counts.filter((count) => count[key] === row && count.kind === kind).map(({ acts }) => acts));
  const months = [...new Set(counts.map(({ month }) => month))].map((month) => [month, words.monthWords(month)] as const);
  const coders = [...new Set(counts.map(({ coderName }) => coderName))].map((name) => [name, name] as const);
  const byMonth = { sheet: words.byMonthSheet, title: words.byMonth, note: words.actsNote };
  const byCoder = { sheet: words.byCoderSheet, title: words.byCoder, note: null };
  return [
    countTable(byMonth, words.month, months, kinds, countBy('month'), setting),
    countTable(byCoder, words.coder, coders, kinds, countBy('coderName'), setting),
  ];
}

function growthTable({ growth }: Audit, setting: PrintSetting): ValueTable {
  const words = printAuditText[setting.language];
  const upTo = (at: number, what: 'sources' | 'words'): number => sumOf(growth.slice(0, at + 1).map((month) => month[what]));
  return {
    sheet: words.growthSheet,
    title: words.growth,
    columns: [text(words.month), numeric(words.sources), numeric(words.words), numeric(words.allSources), numeric(words.allWords)],
    rows: growth.map(({ month, sources, words: spoken }, at) => ({
      values: [words.monthWords(month), sources, spoken, upTo(at, 'sources'), upTo(at, 'words')],
    })),
    note: words.growthNote,
    source: setting.sourceLineOr(words.source),
    widths: 'byWords',
  };
}

function coderTable({ coders }: Audit, setting: PrintSetting): ValueTable {
  const words = printAuditText[setting.language];
  const numbers = [words.codings, words.byRule, words.passages, words.codedSources, words.categories];
  return {
    sheet: words.codersSheet,
    title: words.coders,
    columns: [text(words.coder), ...numbers.map(numeric), day(words.first), day(words.last)],
    rows: coders.map(({ name, codings, byRule, passages, sources, categories, first, last }) => ({
      values: [name, codings, byRule, passages, sources, categories, first, last],
    })),
    note: words.codersNote,
    source: setting.sourceLineOr(words.source),
    widths: 'byWords',
  };
}

function versionTable({ versions }: Audit, setting: PrintSetting): ValueTable {
  const words = printAuditText[setting.language];
  return {
    sheet: words.versionsSheet,
    title: words.versions,
    columns: [text(words.grid), numeric(words.version), day(words.date), text(words.coder), text(words.reason)],
    rows: versions.map(({ grid, number, at, coderName, reason }) => ({
      values: [setting.words(grid), number, at, coderName, setting.words(reason === '' ? words.noReason : reason)],
    })),
    note: null,
    source: setting.sourceLineOr(words.source),
    widths: [0.28, 0.11, 0.15, 0.18, 0.28],
  };
}

function memoTable({ memos }: Audit, setting: PrintSetting): ValueTable {
  const words = printAuditText[setting.language];
  const coders = [...new Set(memos.map(({ coderName }) => coderName))].map((name) => [name, name] as const);
  const kinds = MEMO_KINDS.map((kind) => [kind, words.memoKinds[kind]] as const);
  const countOf = (name: string, kind: string): number => memos.find((each) => each.coderName === name && each.kind === kind)?.memos ?? 0;
  return countTable({ sheet: words.memosSheet, title: words.memos, note: null }, words.coder, coders, kinds, countOf, setting);
}

function decisiveTable({ decisive }: Audit, setting: PrintSetting): ValueTable {
  const { language } = setting;
  const words = printAuditText[language];
  const sentence = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);
  return {
    sheet: words.decisiveSheet,
    title: words.decisive,
    columns: [day(words.date), text(words.coder), text(words.act)],
    rows: decisive.map((act) => ({ values: [act.at.slice(0, 10), act.coderName, setting.words(sentence(commandWords(language, act)))] })),
    note: setting.words(words.decisiveNote),
    source: setting.sourceLineOr(words.source),
    widths: [0.17, 0.2, 0.63],
  };
}

/** Those that have something to say. */
function auditTables(audit: Audit, setting: PrintSetting): ValueTable[] {
  const tables = [
    ...actTables(audit.counts, setting),
    growthTable(audit, setting),
    coderTable(audit, setting),
    versionTable(audit, setting),
    memoTable(audit, setting),
    decisiveTable(audit, setting),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

export function auditDocument(project: Project, _piece: PieceOf<'audit'>, style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const words = printAuditText[style.language];
  const audit = readAudit(project);
  const { counts, undone, from, to, decisive } = audit;
  const coders = new Set(counts.map(({ coderName }) => coderName)).size;
  const acts = sumOf(counts.map((count) => count.acts));
  const dayWords = (at: string | null): string => formatDate(style.language, at ?? '1970-01-01');
  const blocks: PrintedBlock[] = [
    heading(1, words.title),
    paragraph('body', `${words.span(dayWords(from), dayWords(to), acts, coders)}${undone > 0 ? words.undone(undone) : ''}`),
    paragraph('body', words.purpose),
    ...auditTables(audit, setting).map((table) => valueTableBlock(table, style.language)),
    ...(decisive.length === 0 ? [paragraph('body', words.noDecisive)] : []),
  ];
  return { title: words.title, author: style.author, language: style.language, sections: [{ page: 'asNeeded', blocks }] };
}

export function auditSheets(project: Project, _piece: PieceOf<'audit'>, style: PrintStyle): PrintedSheets {
  const { language, author } = style;
  const tables = auditTables(readAudit(project), new PrintSetting(project, style));
  return { title: printAuditText[language].title, author, language, sheets: tables.map(valueSheet) };
}
