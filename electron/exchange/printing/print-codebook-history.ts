// How the grids became what they are: kept versions with their reasons, what changed between them, and every move that the log tells.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { GridComparison, GridVersion } from '../../../shared/domain/grid-version.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { MOVE_KINDS, printCodebookHistoryText } from '../../../shared/i18n/print-codebook-history.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebookMoves } from '../../queries/codebook-moves.ts';
import type { GridMove, Move } from '../../queries/codebook-moves.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { compareVersions, listVersions } from '../../queries/grid-versions.ts';
import { heading, paragraph } from './formats/document-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedBlock, PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';
import { valueSheet, valueTableBlock } from './value-table.ts';
import type { ValueRow, ValueTable } from './value-table.ts';

type Project = Session['project'];
type Words = (typeof printCodebookHistoryText)['fr'];

/** A grid with its versions and moves; one that is gone has its moves only. */
interface GridHistory {
  readonly title: string;
  readonly isGone: boolean;
  readonly categories: number;
  readonly versions: ValueTable | null;
  readonly moves: ValueTable;
  readonly counts: readonly string[];
}

function comparisonLines({ added, removed, changed }: GridComparison, words: Words): string[] {
  const to = (path: readonly string[]): string => (path.length === 0 ? words.top : path.join(' › '));
  const redefined = changed.filter(({ texts }) => texts.length > 0);
  const otherwise = changed.flatMap(({ name, facts, places }) => {
    const what = [...facts.map((fact) => words.facts[fact]), ...(places ? [words.places] : [])];
    return what.length > 0 ? [words.redefine(name, what)] : [];
  });
  const lines = [
    [words.added, added.map((path) => path.join(' › '))],
    [words.removed, removed.map((path) => path.join(' › '))],
    [words.renamed, changed.flatMap(({ name, formerName }) => (formerName === null ? [] : [words.rename(formerName, name)]))],
    [words.moved, changed.flatMap(({ name, moved }) => (moved === null ? [] : [words.move(name, to(moved.to))]))],
    [
      words.redefined,
      redefined.map(({ name, texts }) =>
        words.redefine(
          name,
          texts.map(({ field }) => words.fields[field]),
        ),
      ),
    ],
    [words.otherwise, otherwise],
  ] as const;
  const said = lines.filter(([, names]) => names.length > 0).map(([label, names]) => words.list(label, names));
  return said.length > 0 ? said : [words.same];
}

/** Oldest first; the grid as it is now stands last. Null where no version was kept. */
function versionsTable(project: Project, gridId: string, title: string, categories: number, setting: PrintSetting): ValueTable | null {
  const words = printCodebookHistoryText[setting.language];
  const versions = listVersions(project, gridId).toReversed();
  if (versions.length === 0) return null;
  const compared = (before: GridVersion, after: GridVersion | null): string =>
    setting.words(comparisonLines(compareVersions(project, gridId, before.id, after?.id ?? null), words).join('\n'));
  const rows = versions.map((version, at): ValueRow => {
    const before = versions[at - 1];
    const changes = before ? compared(before, version) : words.first;
    const reason = version.reason === '' ? words.noReason : version.reason;
    return { values: [String(version.number), version.createdAt, version.coderName, setting.words(reason), version.categories, changes] };
  });
  const latest = versions.at(-1);
  const now: ValueRow[] = latest ? [{ values: [words.present, null, null, null, categories, compared(latest, null)] }] : [];
  return {
    sheet: words.versionsSheet,
    title: setting.words(words.versions(title)),
    columns: [
      { label: words.version, kind: 'text' },
      { label: words.date, kind: 'date' },
      { label: words.who, kind: 'text' },
      { label: words.reason, kind: 'text' },
      { label: words.categories, kind: 'number' },
      { label: words.changes, kind: 'text' },
    ],
    rows: [...rows, ...now],
    note: null,
    source: setting.sourceLineOr(words.source),
    widths: [0.1, 0.125, 0.115, 0.17, 0.13, 0.36],
  };
}

function redefinition(
  { field, before, after }: { readonly field: keyof Words['fields']; readonly before: string; readonly after: string },
  words: Words,
): string {
  const name = words.fields[field];
  if (before.trim() === '') return words.textWritten(name, after);
  return after.trim() === '' ? words.textErased(name, before) : words.textRewritten(name, before, after);
}

function moveWords(move: Move, words: Words): string {
  switch (move.kind) {
    case 'gridMade':
      return words.gridMade(move.categories);
    case 'gridRemoved':
      return words.gridRemoved(move.categories);
    case 'created':
      return words.created(move.under, [move.name]);
    case 'removed':
      return words.removedOne(move.name, move.codings);
    case 'merged':
      return words.mergedOne(move.name, move.into);
    case 'split':
      return words.splitOne(move.name, move.into);
    case 'moved':
      return words.movedOne(move.name, move.from ?? words.top, move.to ?? words.top);
    case 'renamed':
      return words.renamedOne(move.name, move.newName);
    case 'redefined':
      return words.of(
        move.name,
        move.texts.map((text) => redefinition(text, words)),
      );
    case 'marked':
      return words.of(
        move.name,
        move.facts.map(({ field, after }) => words.fact(words.fields[field], words.value(after))),
      );
    case 'kept':
      return words.keptOne(move.number);
    case 'restored':
      return words.restoredOne(move.number);
  }
}

const dayOf = ({ at }: GridMove): string => at.slice(0, 10);

/** Moves of one kind made one after the other by one coder on one day are one line: naming twenty categories is one thought. */
function gathered(moves: readonly GridMove[]): GridMove[][] {
  const lines: GridMove[][] = [];
  for (const move of moves) {
    const before = lines.at(-1)?.at(-1);
    const { kind } = move.move;
    const goesOn = (kind === 'created' || kind === 'removed') && before?.move.kind === kind;
    if (goesOn && before && before.coderName === move.coderName && dayOf(before) === dayOf(move)) lines.at(-1)?.push(move);
    else lines.push([move]);
  }
  return lines;
}

/** Created ones by what they stand under; the others as they are, a line each. */
function lineWords(line: readonly GridMove[], words: Words): string {
  const created = line.flatMap(({ move }) => (move.kind === 'created' ? [move] : []));
  const byParent = [...Map.groupBy(created, ({ under }) => under)].map(([under, own]) =>
    words.created(
      under,
      own.map(({ name }) => name),
    ),
  );
  const others = line.flatMap(({ move }) => (move.kind === 'created' ? [] : [moveWords(move, words)]));
  return [...byParent, ...others].join('\n');
}

function movesTable(moves: readonly GridMove[], title: string, setting: PrintSetting): ValueTable {
  const words = printCodebookHistoryText[setting.language];
  const rows = gathered(moves).flatMap((line): ValueRow[] => {
    const [first] = line;
    if (!first) return [];
    const what = lineWords(line, words);
    return [{ values: [dayOf(first), first.coderName, words.kinds[first.move.kind], setting.words(what)] }];
  });
  return {
    sheet: words.movesSheet,
    title: setting.words(words.moves(title)),
    columns: [
      { label: words.date, kind: 'date' },
      { label: words.who, kind: 'text' },
      { label: words.act, kind: 'text' },
      { label: words.what, kind: 'text' },
    ],
    rows,
    note: setting.words(words.movesNote),
    source: setting.sourceLineOr(words.source),
    widths: [0.15, 0.16, 0.15, 0.54],
  };
}

function countsOf(moves: readonly GridMove[], words: Words): string[] {
  return MOVE_KINDS.flatMap((kind) => {
    const count = moves.filter(({ move }) => move.kind === kind).length;
    const said = words.counted(kind, count);
    return count > 0 && said !== '' ? [said] : [];
  });
}

/** Grids in codebook order, then those that are gone. Refuses (`grid.unknown`) one that never was. */
function histories(project: Project, { gridIds }: PieceOf<'codebookHistory'>, setting: PrintSetting): GridHistory[] {
  const words = printCodebookHistoryText[setting.language];
  const byGrid = Map.groupBy(readCodebookMoves(project), ({ gridId }) => gridId);
  const codebook = readCodebook(project);
  const present = codebook.map(({ id, title, categories }) => ({ id: id as string, title, categories: categories.length, isGone: false }));
  const gone = [...byGrid].flatMap(([id, [move]]) =>
    move && !codebook.some((grid) => grid.id === id) ? [{ id, title: words.gone(move.gridTitle), categories: 0, isGone: true }] : [],
  );
  const all = [...present, ...gone];
  for (const id of gridIds ?? []) if (!all.some((grid) => grid.id === id)) throw new Refusal('grid.unknown', { id });
  return all
    .filter(({ id }) => gridIds === null || gridIds.some((chosen) => chosen === id))
    .map(({ id, title, categories, isGone }) => {
      const moves = byGrid.get(id) ?? [];
      return {
        title: setting.words(title),
        isGone,
        categories,
        versions: isGone ? null : versionsTable(project, id, title, categories, setting),
        moves: movesTable(moves, title, setting),
        counts: countsOf(moves, words),
      };
    });
}

function historyBlocks({ title, isGone, categories, versions, moves, counts }: GridHistory, language: PrintStyle['language']): PrintedBlock[] {
  const words = printCodebookHistoryText[language];
  return [
    heading(1, title),
    paragraph('body', [...(isGone ? [] : [words.now(categories)]), ...(counts.length > 0 ? [words.since(counts)] : [])].join(' ')),
    ...(versions ? [valueTableBlock(versions, language)] : isGone ? [] : [paragraph('body', words.noVersions)]),
    ...(moves.rows.length > 0 ? [valueTableBlock(moves, language)] : []),
  ];
}

export function codebookHistoryDocument(project: Project, piece: PieceOf<'codebookHistory'>, style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const words = printCodebookHistoryText[style.language];
  const grids = histories(project, piece, setting);
  return {
    title: words.title,
    author: style.author,
    language: style.language,
    sections:
      grids.length > 0
        ? grids.map((grid) => ({ page: 'upright', blocks: historyBlocks(grid, style.language) }))
        : [{ page: 'upright', blocks: [paragraph('note', words.nothing)] }],
  };
}

/** All grids' versions in one sheet, all their moves in another, the grid named in every row. */
export function codebookHistorySheets(project: Project, piece: PieceOf<'codebookHistory'>, style: PrintStyle): PrintedSheets {
  const { language, author } = style;
  const words = printCodebookHistoryText[language];
  const grids = histories(project, piece, new PrintSetting(project, style));
  const together = (tableOf: (grid: GridHistory) => ValueTable | null): ValueTable[] => {
    const tables = grids.flatMap((grid) => {
      const table = tableOf(grid);
      return table ? [{ ...table, rows: table.rows.map((row) => ({ ...row, band: grid.title })) }] : [];
    });
    const rows = tables.flatMap((table) => table.rows);
    return tables[0] && rows.length > 0 ? [{ ...tables[0], title: words.title, bandLabel: words.grid, rows }] : [];
  };
  const tables = [...together(({ versions }) => versions), ...together(({ moves }) => moves)];
  return { title: words.title, author, language, sheets: tables.map(valueSheet) };
}
