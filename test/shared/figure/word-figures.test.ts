// Pictures of words: nothing over anything else, the same each time, every mark named and within the picture.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Specificities, WordClasses, WordTree } from '../../../shared/domain/words.ts';
import { classKey, classificationFigure } from '../../../shared/figure/classification-figure.ts';
import { cloudFigure, layCloud } from '../../../shared/figure/cloud-figure.ts';
import { frequencyFigure } from '../../../shared/figure/frequency-figure.ts';
import { textWidth } from '../../../shared/figure/measure-text.ts';
import { contrast, paletteOf } from '../../../shared/figure/palette.ts';
import type { Scene, SceneNode } from '../../../shared/figure/scene.ts';
import { specificWords, specificityFigure, specificityKey } from '../../../shared/figure/specificity-figure.ts';
import { phraseOf, wordTreeFigure } from '../../../shared/figure/word-tree-figure.ts';

const LOOK = { palette: paletteOf('light'), language: 'fr', title: 'Figure', number: String, times: (n: number) => `${n} fois` } as const;

const all = (node: SceneNode): SceneNode[] => [node, ...node.children.flatMap(all)];
const marks = (scene: Scene): SceneNode[] => all(scene).filter(({ key }) => key !== undefined);
const texts = (scene: Scene): SceneNode[] => all(scene).filter(({ text }) => text !== undefined);

/** Words reach over the picture's edge nowhere; widths are those of the widest usual font. */
function assertInside(scene: Scene): void {
  for (const { attrs, text = '' } of texts(scene)) {
    const width = textWidth(text, Number(attrs['font-size']), attrs['font-weight'] !== undefined);
    const share = attrs['text-anchor'] === 'end' ? 1 : attrs['text-anchor'] === 'middle' ? 0.5 : 0;
    const left = Number(attrs['x']) - width * share;
    expect(left).toBeGreaterThanOrEqual(-0.5);
    expect(left + width).toBeLessThanOrEqual(scene.width + 0.5);
    expect(Number(attrs['y'])).toBeLessThanOrEqual(scene.height);
  }
}

const words = fc
  .array(fc.record({ word: fc.stringMatching(/^[a-zéè]{1,14}$/u), count: fc.integer({ min: 1, max: 500 }) }), { minLength: 1, maxLength: 140 })
  .map((list) => list.toSorted((a, b) => b.count - a.count));

describe('a cloud', () => {
  it('lays no word over another, and always lies the same', () => {
    fc.assert(
      fc.property(words, (list) => {
        const laid = layCloud(list, 120);
        expect(layCloud(list, 120)).toEqual(laid);
        expect(laid.length).toBe(Math.min(120, list.length));
        laid.forEach(({ box: a }, at) => {
          for (const { box: b } of laid.slice(at + 1)) {
            const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('keeps its words inside, named with their numbers, and legible in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      const palette = paletteOf(theme);
      const scene = cloudFigure(
        [
          { word: 'confiance', count: 12 },
          { word: "aujourd'hui", count: 5 },
          { word: 'n', count: 1 },
        ],
        { ...LOOK, palette, most: 50 },
      );
      assertInside(scene);
      expect(marks(scene).map(({ title }) => title)).toEqual(['confiance — 12 fois', 'aujourd’hui — 5 fois', 'n’ — 1 fois']);
      for (const { attrs } of texts(scene)) expect(contrast(String(attrs['fill']), palette.paper)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('is also drawn as bars, whose lengths are the numbers', () => {
    const scene = frequencyFigure(
      [
        { word: 'pas', count: 10 },
        { word: 'décider', count: 5 },
      ],
      { ...LOOK, most: 40 },
    );
    assertInside(scene);
    const bars = marks(scene).map((mark) => Number(all(mark).find(({ attrs }) => attrs['rx'] === 1.5)?.attrs['width']));
    expect((bars[0] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(2, 2);
  });
});

const TREE: WordTree = {
  root: 'la confiance',
  count: 9,
  sources: 2,
  alone: 1,
  branches: [
    {
      word: 'se',
      count: 5,
      branches: [
        { word: 'gagne', count: 3, branches: [] },
        { word: 'perd', count: 2, branches: [] },
      ],
    },
    { word: 'est', count: 3, branches: [] },
  ],
};

describe('a word tree', () => {
  it.each(['after', 'before'] as const)('names every branch by the words as they are said (%s)', (side) => {
    const scene = wordTreeFigure(TREE, { ...LOOK, side });
    assertInside(scene);
    const phrases = [['se'], ['se', 'gagne'], ['se', 'perd'], ['est']].map((path) => phraseOf(TREE.root, path, side));
    expect(new Set(marks(scene).map(({ key }) => key))).toEqual(new Set([...phrases, TREE.root]));
  });

  it('reads what precedes from the left', () => {
    expect(phraseOf('décide', ['qui', 'voilà'], 'before')).toBe('voilà qui décide');
  });
});

const SPECIFIC: Specificities = {
  parts: [
    { key: 'a', label: 'Pôle 1', words: 500 },
    { key: 'b', label: 'Pôle 2', words: 500 },
  ],
  total: 1000,
  leftOut: 0,
  different: 3,
  outside: 0,
  words: [
    { word: 'pluie', forms: ['pluie'], count: 20, byPart: [18, 2], figures: [4.1, -4.1] },
    { word: 'budget', forms: ['budget'], count: 12, byPart: [2, 10], figures: [-2.3, 2.3] },
    { word: 'temps', forms: ['temps'], count: 12, byPart: [6, 6], figures: [0.2, { kind: 'undefined', because: 'empty' }] },
  ],
};

describe('specificities', () => {
  it('show what goes beyond chance, on its side', () => {
    expect(specificWords(SPECIFIC, 0, 8)).toEqual({
      over: [{ word: 'pluie', count: 18, figure: 4.1 }],
      under: [{ word: 'budget', count: 2, figure: -2.3 }],
    });
    const scene = specificityFigure(SPECIFIC, { ...LOOK, parts: [0, 1], most: 8, threshold: 'Traits pointillés : ±2' });
    assertInside(scene);
    expect(marks(scene).map(({ key }) => key)).toEqual([
      specificityKey('a', 'pluie'),
      specificityKey('a', 'budget'),
      specificityKey('b', 'budget'),
      specificityKey('b', 'pluie'),
    ]);
  });
});

const CLASSED: WordClasses = {
  tree: {
    kind: 'cut',
    order: 1,
    chiSquare: 40,
    parts: [
      { kind: 'class', place: 0 },
      {
        kind: 'cut',
        order: 2,
        chiSquare: 20,
        parts: [
          { kind: 'class', place: 1 },
          { kind: 'class', place: 2 },
        ],
      },
    ],
  },
  classes: [10, 20, 30].map((segments, at) => ({
    segments,
    words: [
      { word: `mot${at}`, inClass: 8, classified: 9, chiSquare: 30 },
      { word: 'anticonstitutionnellement', inClass: 3, classified: 5, chiSquare: 4 },
    ],
    absent: [],
    parts: [],
    passages: [],
  })),
  segments: 70,
  unclassified: 10,
  forms: 200,
};

describe('a tree of classes', () => {
  it('has a column for each class, under its branch', () => {
    const scene = classificationFigure(CLASSED, {
      ...LOOK,
      className: (at) => `Classe ${at + 1}`,
      share: (n) => `${n} segments`,
      most: 10,
      note: 'χ² des mots',
    });
    assertInside(scene);
    expect(marks(scene).map(({ key }) => key)).toEqual(
      [0, 1, 2].flatMap((at) => [classKey(at), classKey(at, `mot${at}`), classKey(at, 'anticonstitutionnellement')]),
    );
  });
});
