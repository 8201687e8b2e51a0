// A grid typed line by line becomes the tree that its indents show, and nothing that a key does can break that tree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubledNames, gridFileOf, indented, levelled, withLineAfter, withPasted, withoutLine } from '../../../renderer/codebook/grid-outline.ts';
import { keyForTitle } from '../../../shared/domain/category.ts';
import type { OutlineLine } from '../../../renderer/codebook/grid-outline.ts';
import { gridFile } from '../../../shared/domain/grid-file.ts';

const typed = (...rows: readonly string[]): OutlineLine[] =>
  rows.map((row, id) => ({ id, name: row.trim(), depth: (row.length - row.trimStart().length) / 2 }));
const shown = (lines: readonly OutlineLine[]): string[] => lines.map(({ name, depth }) => '  '.repeat(depth) + name);

describe('Tab', () => {
  it('takes a line a level down with everything below it', () => {
    expect(shown(indented(typed('Parole', 'Présence', '  Venir'), 1, 1))).toEqual(['Parole', '  Présence', '    Venir']);
  });

  it('never skips a level, and the first line stays at the top', () => {
    const lines = typed('Parole', '  Dire');
    expect(shown(indented(lines, 1, 1))).toEqual(shown(lines));
    expect(shown(indented(lines, 0, 1))).toEqual(shown(lines));
  });

  it('with Shift takes it back up', () => {
    expect(shown(indented(typed('Parole', '  Dire', '    Tout dire'), 1, -1))).toEqual(['Parole', 'Dire', '  Tout dire']);
  });
});

describe('Enter', () => {
  it('goes on at the same level, or under a line that has lines below it', () => {
    expect(shown(withLineAfter(typed('Parole', '  Dire'), 1, 9))).toEqual(['Parole', '  Dire', '  ']);
    expect(shown(withLineAfter(typed('Parole', '  Dire'), 0, 9))).toEqual(['Parole', '  ', '  Dire']);
    expect(shown(withLineAfter(typed('Parole', 'Présence'), 0, 9))).toEqual(['Parole', '', 'Présence']);
  });
});

describe('taking a line away', () => {
  it('brings what stood under it up to the line before', () => {
    expect(shown(withoutLine(typed('Parole', '  Dire', '    Tout dire'), 1))).toEqual(['Parole', '  Tout dire']);
  });
});

describe('a pasted list', () => {
  it('keeps its tabs, its pairs of spaces and drops its dashes', () => {
    expect(shown(withPasted(typed('Titre', ''), 1, 'Parole\n\t- Dire\n    – Tout dire\r\n\n• Présence', 10))).toEqual([
      'Titre',
      'Parole',
      '  Dire',
      '    Tout dire',
      'Présence',
    ]);
  });

  it('stands under the line it was pasted on', () => {
    expect(shown(withPasted(typed('Parole', '  '), 1, 'Dire\nTaire', 10))).toEqual(['Parole', '  Dire', '  Taire']);
  });
});

describe('whatever is pasted and pushed', () => {
  it('no line is ever deeper than one level below the line above', () => {
    const lines = fc.array(fc.record({ id: fc.nat(), name: fc.string({ maxLength: 5 }), depth: fc.nat(6) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(11), fc.constantFrom(1 as const, -1 as const), (any, at, by) => {
        const result = indented(levelled(any), at, by);
        const tooDeep = result.filter((line, index) => line.depth < 0 || line.depth > (index === 0 ? 0 : (result[index - 1]?.depth ?? 0) + 1));
        expect(tooDeep).toEqual([]);
        expect(result.map(({ name }) => name)).toEqual(any.map(({ name }) => name));
      }),
    );
  });
});

describe('names', () => {
  it('may stand twice in different branches, not under the same parent', () => {
    expect([...doubledNames(typed('Parole', '  Refus', 'Présence', '  Refus', '  Refus'))]).toEqual([4]);
    expect([...doubledNames(typed('Parole', 'Parole'))]).toEqual([1]);
  });
});

describe('the grid made of the lines', () => {
  it('is a valid grid file with the tree as its indents show it', () => {
    const file = gridFileOf(' Formes de l’engagement ', typed('Parole', '  Dire', '    Tout dire', '', 'Présence'), new Set());
    expect(gridFile.parse(file)).toEqual({
      id: 'formes-de-l-engagement',
      title: 'Formes de l’engagement',
      kind: 'categories',
      categories: [{ name: 'Parole', children: [{ name: 'Dire', children: [{ name: 'Tout dire' }] }] }, { name: 'Présence' }],
    });
  });

  it('loses nothing that stood under a line left empty', () => {
    const { categories } = gridFileOf('Grille', typed('Parole', '  ', '    Dire'), new Set());
    expect(categories).toEqual([{ name: 'Parole', children: [{ name: 'Dire' }] }]);
  });

  it('gets a short name that the project does not have yet', () => {
    expect(keyForTitle('Émergence & Œuvre', () => false)).toBe('emergence-uvre');
    expect(keyForTitle('Ma grille', (key) => ['ma-grille', 'ma-grille-2'].includes(key))).toBe('ma-grille-3');
    expect(keyForTitle('…', () => false)).toBe('grille');
  });
});
