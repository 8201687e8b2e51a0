// Lines put in order by hand: heads move with their lines, and lines that were put nowhere come last under their head.
import { describe, expect, it } from 'vitest';
import { orderedLines } from '../../../shared/domain/matrix-order.ts';
import type { MatrixHeader } from '../../../shared/domain/matrix.ts';

const entity = (key: string) => ({ kind: 'case' as const, key, label: key, path: [key], color: null });
const header = (outer: string, inner: string): MatrixHeader => ({
  key: `${outer}|${inner}`,
  label: inner,
  path: [outer, inner],
  entities: [entity(outer), entity(inner)],
});
const lines = ['A', 'B'].flatMap((outer) => ['1', '2', '3'].map((inner) => header(outer, inner)));
const ordered = (...keys: string[]) =>
  orderedLines(lines, { by: 'hand', keys }, undefined as never, undefined as never).map((line) => lines[line]?.key);

describe('an order by hand', () => {
  it('is kept under each head', () => {
    expect(ordered('A|3', 'A|1', 'A|2')).toEqual(['A|3', 'A|1', 'A|2', 'B|1', 'B|2', 'B|3']);
  });

  it('moves a head to where the first of its lines was put', () => {
    expect(ordered('B|2', 'A|1', 'B|1')).toEqual(['B|2', 'B|1', 'B|3', 'A|1', 'A|2', 'A|3']);
  });

  it('is the axis’ own where nothing was put', () => {
    expect(ordered()).toEqual(lines.map(({ key }) => key));
  });
});
