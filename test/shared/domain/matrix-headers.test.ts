// Merged headers must cover every column exactly once on every line, and wide matrices must lose no column when split.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatrixHeader } from '../../../shared/domain/matrix.ts';
import { headerBands, headerDepth, headerLabels, headerSpans, splitColumns } from '../../../shared/domain/matrix-headers.ts';

function inTree(...paths: string[][]): MatrixHeader[] {
  return paths.map((path) => ({
    key: `category:${path.join('/')}`,
    label: path.at(-1) ?? '',
    path,
    entities: [{ kind: 'category', key: `category:${path.join('/')}`, label: path.at(-1) ?? '', path, color: null }],
  }));
}

function nested(outer: readonly string[], inner: readonly string[]): MatrixHeader[] {
  return outer.flatMap((o) =>
    inner.map((i) => ({
      key: `category:${o}|case:${i}`,
      label: i,
      path: [o, i],
      entities: [
        { kind: 'category' as const, key: `category:${o}`, label: o, path: [o], color: null },
        { kind: 'case' as const, key: `case:${i}`, label: i, path: [i], color: null },
      ],
    })),
  );
}

describe('merged headers', () => {
  test('families stand above their cases, each case under its own family', () => {
    const [families, cases] = headerSpans(nested(['Coordination', 'Régulation'], ['Pôle 1', 'Pôle 2']));
    expect(families?.map(({ label, first, count }) => [label, first, count])).toEqual([
      ['Coordination', 0, 2],
      ['Régulation', 2, 2],
    ]);
    expect(cases?.map(({ label, count }) => [label, count])).toEqual([
      ['Pôle 1', 1],
      ['Pôle 2', 1],
      ['Pôle 1', 1],
      ['Pôle 2', 1],
    ]);
  });

  test('a category without children covers the lines below it', () => {
    const [top] = headerSpans(inTree(['Changement'], ['Processus', 'Gouvernance'], ['Processus', 'Territoire']));
    expect(top?.map(({ label, count, levels }) => [label, count, levels])).toEqual([
      ['Changement', 1, 2],
      ['Processus', 2, 1],
    ]);
  });

  test('two categories of the same name keep a header each', () => {
    const twins = inTree(['A'], ['A']).map((header, index) => ({ ...header, key: `category:${index}` }));
    expect(headerSpans(twins)[0]).toHaveLength(2);
  });

  test('the tree of a nested axis stands above it, here as on a single one', () => {
    const dimension = { kind: 'category', key: 'category:g', label: 'Gouvernance', path: ['Processus', 'Gouvernance'], color: null } as const;
    const places = ['Pôle 1', 'Pôle 2'].map((name) => ({ kind: 'case', key: `case:${name}`, label: name, path: [name], color: null }) as const);
    const headers = places.map((place) => ({
      key: `${dimension.key}|${place.key}`,
      label: place.label,
      path: [dimension.label, place.label],
      entities: [dimension, place],
    }));
    expect(headerLabels(headers)).toEqual([
      ['Processus', 'Gouvernance', 'Pôle 1'],
      ['Processus', 'Gouvernance', 'Pôle 2'],
    ]);
    expect(headerBands(headers).map((band) => [band.label, band.count])).toEqual([['Processus › Gouvernance', 2]]);
  });

  test('every header line covers every column once', () => {
    const tree = fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(tree, (paths) => {
        const headers = inTree(...paths);
        const covered = Array.from({ length: headerDepth(headers) }, () => new Array<number>(headers.length).fill(0));
        for (const span of headerSpans(headers).flat()) {
          for (let level = span.level; level < span.level + span.levels; level += 1) {
            for (let column = span.first; column < span.first + span.count; column += 1) {
              const line = covered[level];
              if (line) line[column] = (line[column] ?? 0) + 1;
            }
          }
        }
        expect(covered.flat().every((times) => times === 1)).toBe(true);
      }),
    );
  });
});

test('rows are banded by the conception above them', () => {
  const rows = inTree(['Résultat', 'Besoin'], ['Résultat', 'Effets'], ['Processus', 'Gouvernance'], ['Autre']);
  expect(headerBands(rows).map(({ label, first, count }) => [label, first, count])).toEqual([
    ['Résultat', 0, 2],
    ['Processus', 2, 1],
    [null, 3, 1],
  ]);
});

describe('splitting a wide matrix', () => {
  test('three families of three cases are not torn: 6 + 3 columns', () => {
    const parts = splitColumns(nested(['A', 'B', 'C'], ['1', '2', '3']), 6);
    expect(parts.map((part) => part.length)).toEqual([6, 3]);
  });

  test('seven single columns become 4 + 3, not 6 + 1', () => {
    expect(splitColumns(inTree(...'abcdefg'.split('').map((name) => [name])), 6).map((part) => part.length)).toEqual([4, 3]);
  });

  test('a family of thirteen cases is cut evenly', () => {
    const parts = splitColumns(nested(['A'], 'abcdefghijklm'.split('')), 6);
    expect(parts.map((part) => part.length)).toEqual([4, 5, 4]);
  });

  test('no column is lost, doubled or moved, no part is too wide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 8 }), (outer, inner, most) => {
        const headers = nested(
          Array.from({ length: outer }, (_, n) => `o${n}`),
          Array.from({ length: inner }, (_, n) => `i${n}`),
        );
        const parts = splitColumns(headers, most);
        expect(parts.flat()).toEqual(headers.map((_, index) => index));
        expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(most);
      }),
    );
  });
});
