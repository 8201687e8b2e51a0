// The data structure drawn from a tree: who stands under whom, and boxes that never lie on one another.
import { describe, expect, it } from 'vitest';
import { dataStructure } from '../../../shared/domain/data-structure.ts';
import { dataStructureFigure } from '../../../shared/figure/data-structure-figure.ts';
import type { SceneNode } from '../../../shared/figure/scene.ts';
import { grid } from '../../renderer/codebook/grid.ts';

const TREE = grid(`
Engagement
  Choisi
    par conviction
    par intérêt
  Subi
Territoire
  Proximité
    voisinage
      rue
`);
const labels = { concepts: 'Concepts de premier ordre', themes: 'Thèmes de second ordre', dimensions: 'Dimensions agrégées' };

describe('the data structure of a grid', () => {
  it('takes what ends each branch for the concepts', () => {
    const { dimensions } = dataStructure(TREE, { dimension: 1, theme: 2, concept: null });
    expect(dimensions.map(({ name, themes }) => [name, themes.map((theme) => [theme.name, theme.concepts.map((concept) => concept.name)])])).toEqual([
      [
        'Engagement',
        [
          ['Choisi', ['par conviction', 'par intérêt']],
          ['Subi', []],
        ],
      ],
      ['Territoire', [['Proximité', ['rue']]]],
    ]);
  });

  it('takes the levels asked for, and refuses those that do not follow one another', () => {
    const { dimensions } = dataStructure(TREE, { dimension: 2, theme: 3, concept: 4 });
    expect(dimensions.map(({ name, themes }) => [name, themes.map((theme) => [theme.name, theme.concepts.map(({ name: each }) => each)])])).toEqual([
      [
        'Choisi',
        [
          ['par conviction', []],
          ['par intérêt', []],
        ],
      ],
      ['Subi', []],
      ['Proximité', [['voisinage', ['rue']]]],
    ]);
    expect(() => dataStructure(TREE, { dimension: 2, theme: 2, concept: null })).toThrow('grid.levelsUnordered');
    expect(() => dataStructure(TREE, { dimension: 1, theme: 3, concept: 2 })).toThrow('grid.levelsUnordered');
  });

  it('shows a second parent by a second line', () => {
    const id = (name: string) => TREE.find((category) => category.name === name)?.id ?? ('' as never);
    const seen = TREE.map((category) => (category.name === 'par intérêt' ? { ...category, alsoUnder: [id('Proximité')] } : category));
    expect(dataStructure(seen, { dimension: 1, theme: 2, concept: null }).seconds).toEqual([[id('par intérêt'), id('Proximité')]]);
  });

  it('is drawn without two boxes on one another, inside the picture', () => {
    const long = grid(
      `Dimension avec un nom qui court sur plusieurs lignes\n${Array.from({ length: 6 }, (_, n) => `  Thème ${n}, dont le nom est lui aussi fort long à lire\n${Array.from({ length: n }, (_e, m) => `    concept ${n}.${m} ${'mot '.repeat(n * 6)}`).join('\n')}`).join('\n')}`,
    );
    const structure = dataStructure(long, { dimension: 1, theme: 2, concept: null });
    const scene = dataStructureFigure({ structure, title: 'Ma grille', labels, theme: 'light', language: 'fr' });
    const marks: readonly SceneNode[] = scene.children.filter(({ key }) => key !== undefined);
    const boxes = marks.map(({ children }) => children[0]?.attrs as unknown as { x: number; y: number; width: number; height: number });
    expect(boxes).toHaveLength(22);
    boxes.forEach((a, at) => {
      expect(a.y + a.height).toBeLessThanOrEqual(scene.height);
      expect(a.x + a.width).toBeLessThanOrEqual(scene.width);
      for (const b of boxes.slice(at + 1)) expect(a.x === b.x && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false);
    });
  });
});
