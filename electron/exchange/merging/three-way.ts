// Row by row: what only one copy changed is taken, what both changed is decided by the rules of its table.
import { mergeRow } from '../../../shared/domain/merge-row.ts';
import type { Clash, JoinWords, RowVersions } from '../../../shared/domain/merge-row.ts';
import { joinedEdits, withEdits } from '../../../shared/domain/merge-edits.ts';
import type { MergeChoice } from '../../../shared/domain/merge.ts';
import type { TextEdit } from '../../../shared/domain/turn-edit.ts';
import { textPieces } from '../../queries/text-diff.ts';
import type { Columns } from '../../storage/writer.ts';
import { rowKey } from './common-ground.ts';
import type { MergedStudy } from './merged-study.ts';
import { otherSide } from './two-copies.ts';
import type { SideName } from './two-copies.ts';

/** Word by word; all count in the text before. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: { at: number; removed: number; inserted: string } | null = null;
  for (const { kind, text } of textPieces(before, after)) {
    if (kind === 'same') open = null;
    else {
      if (!open) edits.push((open = { at, removed: 0, inserted: '' }));
      if (kind === 'removed') open.removed += text.length;
      else open.inserted += text;
    }
    if (kind !== 'added') at += text.length;
  }
  return edits;
}

export const joinWords: JoinWords = (base, ours, theirs) => {
  const edits = joinedEdits(editsBetween(base, ours), editsBetween(base, theirs));
  return edits && withEdits(base, edits);
};

/** Values that are no words: people see that they differ, and where. */
const NO_WORDS = '…';

/** How one side of a clash is told: in words, by the names of things, by what a passage says. */
function told(study: MergedStudy, table: string, values: Clash['ours'], columns: readonly string[]): string {
  if (columns.includes('start_turn_id')) return study.nameOf('passage', { ...values });
  // a category at the top of its grid is told by the grid
  const named = columns.toReversed().find((name) => values[name] !== null && values[name] !== undefined);
  const target = study.copies.shape(table).references.find(({ column }) => column === named);
  if (target && named !== undefined) return study.nameAt(target.table, values[named]);
  const [first = '', last = first] = [columns[0], columns.at(-1)];
  const isId = study.copies.shape(table).references.some(({ column }) => column === first);
  const words = values[isId ? last : first];
  if (words === null || words === undefined) return '';
  return /^[[{]/u.test(String(words)) ? NO_WORDS : String(words);
}

/** Two versions of one row; what clashes is noted under this id. */
export function mergeVersions(study: MergedStudy, table: string, id: string, versions: RowVersions): Columns {
  const { ours } = versions;
  const { columns } = study.copies.shape(table);
  const choose = (clash: Clash): MergeChoice => {
    const [column = ''] = clash.columns;
    const choices: MergeChoice[] = clash.both ? ['both', 'ours', 'theirs'] : ['ours', 'theirs'];
    const conflict = {
      id: `${table}/${id}/${column}`,
      kind: 'changed',
      ours: told(study, table, clash.ours, clash.columns),
      theirs: told(study, table, clash.theirs, clash.columns),
      proposed: clash.proposed,
      choices,
    } as const;
    return study.settle(conflict, table, ours, column);
  };
  return { ...mergeRow(study.rule(table), columns, versions, joinWords, choose).row, id };
}

/** Columns whose change alone does not say that somebody went on with a row: places in a list, what is counted, what a text moved. */
function isUnchanged(study: MergedStudy, table: string, base: Columns, row: Columns): boolean {
  const { quiet = [] } = study.rule(table);
  return study.copies.shape(table).columns.every((name) => quiet.includes(name) || base[name] === row[name]);
}

/** One copy removed it, the other has it still. */
function decideRemoved(study: MergedStudy, table: string, id: string, has: SideName, row: Columns, base: Columns): Columns | null {
  const became = study.ground.tails[otherSide(has)].became.get(rowKey(table, id));
  if (isUnchanged(study, table, base, row)) return null;
  if (table === 'memo_link') return null;
  const told_ = study.nameOf(table, row);
  const sides = { ours: has === 'ours' ? told_ : null, theirs: has === 'theirs' ? told_ : null };
  if (became !== undefined) {
    study.settle({ id: `${table}/${id}/merged`, kind: 'merged', ...sides, proposed: otherSide(has), choices: [otherSide(has)] }, table, row, null);
    return null;
  }
  const choice = study.settle(
    { id: `${table}/${id}/removed`, kind: 'removed', ...sides, proposed: has, choices: [has, otherSide(has)] },
    table,
    row,
    null,
  );
  return choice === has ? row : null;
}

/** What becomes of one row; null: it is not there. */
function decide(study: MergedStudy, table: string, id: string): Columns | null {
  const ours = study.version('ours', table, id);
  const theirs = study.version('theirs', table, id);
  const base = study.version('base', table, id);
  if (ours && theirs) return mergeVersions(study, table, id, { base, ours, theirs, later: study.ground.later(table, id, ours, theirs) });
  const has: SideName = ours ? 'ours' : 'theirs';
  const row = ours ?? theirs;
  if (!row) return null;
  return base ? decideRemoved(study, table, id, has, row, base) : row;
}

export function decideRows(study: MergedStudy, table: string, ids: Iterable<string>): void {
  for (const id of ids) if (!study.isDecided(table, id)) study.set(table, id, decide(study, table, id));
}
