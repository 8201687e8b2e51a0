// Changing what a matrix crosses keeps it a matrix: one to two row axes, one to three column axes, none twice.
import { describe, expect, it } from 'vitest';
import {
  canTranspose,
  definitionOf,
  sameDefinition,
  transposed,
  usedAxes,
  withAxis,
  withAxisMoved,
  withCases,
  withContents,
  withoutAxis,
} from '../../../renderer/matrices/definition.ts';
import { dimensions, tools } from './a-project.ts';

const themes = { kind: 'grid', gridId: dimensions.id, level: null } as const;
const families = { kind: 'grid', gridId: tools.id, level: 1 } as const;
const cases = { kind: 'case' } as const;
const sources = { kind: 'source' } as const;
const coders = { kind: 'coder' } as const;

describe('the axes of a matrix', () => {
  it('take one more axis until the side is full', () => {
    const full = definitionOf([themes], [families, cases, sources]);
    expect(withAxis(full, 'columns', 3, coders)).toBe(full);
    expect(withAxis(full, 'rows', 1, coders).rows).toEqual([themes, coders]);
    expect(withAxis(full, 'columns', 1, coders).columns).toEqual([families, coders, sources]);
  });

  it('never lose their last one', () => {
    const matrix = definitionOf([themes], [families, cases]);
    expect(withoutAxis(matrix, 'columns', 0).columns).toEqual([cases]);
    expect(withoutAxis(matrix, 'rows', 0)).toBe(matrix);
  });

  it('change places with their neighbour, and stay at the ends', () => {
    const matrix = definitionOf([themes], [families, cases]);
    expect(withAxisMoved(matrix, 'columns', 1, -1).columns).toEqual([cases, families]);
    expect(withAxisMoved(matrix, 'columns', 1, 1)).toBe(matrix);
    expect(withAxisMoved(matrix, 'columns', 0, -1)).toBe(matrix);
  });

  it('are exchanged both ways, unless three would have to be rows', () => {
    const matrix = definitionOf([themes], [families, cases]);
    expect(transposed(matrix)).toMatchObject({ rows: [families, cases], columns: [themes] });
    expect(transposed(transposed(matrix))).toEqual(matrix);
    expect(canTranspose(definitionOf([themes], [families, cases, sources]))).toBe(false);
  });

  it('get the cases innermost, in place of the third where there are three', () => {
    expect(withCases(definitionOf([themes], [families])).columns).toEqual([families, cases]);
    expect(withCases(definitionOf([themes], [families, sources, coders])).columns).toEqual([families, sources, cases]);
    const already = definitionOf([cases], [families]);
    expect(withCases(already)).toBe(already);
  });

  it('know a grid at a level from its leaves', () => {
    expect(usedAxes(definitionOf([themes], [families]))).toEqual(new Set([`grid:${dimensions.id}`, `grid:${tools.id}@1`]));
  });
});

describe('what the cells show', () => {
  it('keeps the cell’s own order and never becomes nothing', () => {
    const matrix = definitionOf([themes], [families]);
    expect(withContents(matrix, new Set(['synthesis', 'counts'])).contents).toEqual(['counts', 'synthesis']);
    expect(withContents(matrix, new Set())).toBe(matrix);
  });
});

describe('a changed matrix', () => {
  it('is told from its saved version by what it crosses, not by the order of its contents', () => {
    const matrix = definitionOf([themes], [families]);
    expect(sameDefinition(matrix, { ...matrix, contents: [...matrix.contents].reverse() })).toBe(true);
    expect(sameDefinition(matrix, { ...matrix, hidesEmpty: true })).toBe(false);
    expect(sameDefinition({ ...matrix, join: { kind: 'near', withinUtf16: 100 } }, { ...matrix, join: { kind: 'near', withinUtf16: 200 } })).toBe(
      false,
    );
  });
});
