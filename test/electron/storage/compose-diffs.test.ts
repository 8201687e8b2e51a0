// Two runs of differences made one lead to the same rows as one after the other, and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDiffs } from '../../../electron/storage/compose-diffs.ts';
import type { Columns, RowDiff } from '../../../electron/storage/writer.ts';

type Rows = ReadonlyMap<string, Columns>;

function applied(rows: Rows, diffs: readonly RowDiff[]): Rows {
  const after = new Map(rows);
  for (const diff of diffs) {
    const current = after.get(diff.id);
    if (diff.op === 'insert') {
      expect(current).toBeUndefined();
      after.set(diff.id, diff.after);
    } else {
      expect(current).toMatchObject(diff.before);
      if (diff.op === 'remove') after.delete(diff.id);
      else after.set(diff.id, { ...current, ...diff.after });
    }
  }
  return after;
}

function reversed(diffs: readonly RowDiff[]): RowDiff[] {
  return diffs.toReversed().map((diff): RowDiff => {
    if (diff.op === 'insert') return { op: 'remove', table: diff.table, id: diff.id, before: diff.after };
    if (diff.op === 'remove') return { op: 'insert', table: diff.table, id: diff.id, after: diff.before };
    return { ...diff, before: diff.after, after: diff.before };
  });
}

const edit = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  column: fc.constantFrom('text', 'words', 'styles'),
  value: fc.constantFrom<string | number | null>('x', 'y', 1, null),
  isWhole: fc.integer({ min: 0, max: 5 }),
});

/** The difference that an act makes in rows: a row comes or goes now and then, else a column of one changes. */
function diffOf(
  rows: Rows,
  { id, column, value, isWhole }: { id: string; column: string; value: string | number | null; isWhole: number },
): RowDiff[] {
  const row = rows.get(id);
  if (!row) return isWhole === 0 ? [{ op: 'insert', table: 'turn', id, after: { id, text: 'x', words: 1, styles: null } }] : [];
  if (isWhole === 0) return [{ op: 'remove', table: 'turn', id, before: row }];
  if (row[column] === value) return [];
  return [{ op: 'update', table: 'turn', id, before: { [column]: row[column] ?? null }, after: { [column]: value } }];
}

const START: Rows = new Map(['a', 'b'].map((id) => [id, { id, text: 'x', words: 1, styles: null }]));

function runOf(rows: Rows, edits: readonly Parameters<typeof diffOf>[1][]): { diffs: RowDiff[]; rows: Rows } {
  let now = rows;
  const diffs: RowDiff[] = [];
  for (const each of edits) {
    const made = diffOf(now, each);
    diffs.push(...made);
    now = applied(now, made);
  }
  return { diffs, rows: now };
}

describe('two runs of differences made one', () => {
  it('lead to the same rows, and back to those before', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.array(edit, { maxLength: 12 }), (one, other) => {
        const first = runOf(START, one);
        const second = runOf(first.rows, other);
        const composed = composeDiffs(first.diffs, second.diffs);
        expect(applied(START, composed)).toEqual(second.rows);
        expect(applied(second.rows, reversed(composed))).toEqual(START);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of one burst of typing are one difference a row, in the place of the first', () => {
    const typed = (before: string, after: string): RowDiff => ({
      op: 'update',
      table: 'turn',
      id: 't',
      before: { text: before },
      after: { text: after },
    });
    const counted: RowDiff = { op: 'update', table: 'source', id: 's', before: { words: 1 }, after: { words: 2 } };
    expect(composeDiffs([typed('a', 'ab'), counted], [typed('ab', 'abc')])).toEqual([typed('a', 'abc'), counted]);
  });

  it('that lead back are none', () => {
    const there: RowDiff = { op: 'update', table: 'turn', id: 't', before: { text: 'a', length: 1 }, after: { text: 'ab', length: 2 } };
    expect(composeDiffs([there], reversed([there]))).toEqual([]);
  });

  it('forget a column that is as it was, and keep the others', () => {
    const there: RowDiff = { op: 'update', table: 'turn', id: 't', before: { text: 'a', styles: null }, after: { text: 'b', styles: '[]' } };
    const back: RowDiff = { op: 'update', table: 'turn', id: 't', before: { text: 'b' }, after: { text: 'a' } };
    expect(composeDiffs([there], [back])).toEqual([{ op: 'update', table: 'turn', id: 't', before: { styles: null }, after: { styles: '[]' } }]);
  });
});
