// Pictures of relations: the same each time, what a hand pinned stays, every number is a mark.
import { describe, expect, it } from 'vitest';
import { pairFigure, pairInKey } from '../../../shared/figure/co-occurrence-figure.ts';
import { conceptMapFigure } from '../../../shared/figure/concept-map-figure.ts';
import { networkFigure, nodeInKey } from '../../../shared/figure/network-figure.ts';
import { networkLayout } from '../../../shared/figure/network-layout.ts';
import type { SceneNode } from '../../../shared/figure/scene.ts';

const marksOf = (node: SceneNode): SceneNode[] => [...(node.key === undefined ? [] : [node]), ...node.children.flatMap(marksOf)];
const named = (id: string): { id: string; name: string; color: string } => ({ id, name: `Catégorie ${id}`, color: '#3f8f6b' });
const SHAPE = {
  nodes: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, radius: 12 })),
  edges: [
    { from: 0, to: 1, weight: 1 },
    { from: 1, to: 2, weight: 0.2 },
    { from: 3, to: 4, weight: 0.6 },
  ],
  width: 960,
  height: 640,
};

const SAID = { namesLeft: (n: number) => `${n} sans nom.`, theme: 'light', language: 'fr' } as const;

describe('a network', () => {
  it('stands the same each time, within its box, nobody on anybody', () => {
    const points = networkLayout({ ...SHAPE, pins: {} });
    expect(networkLayout({ ...SHAPE, pins: {} })).toEqual(points);
    for (const { x, y } of points) expect(x >= 30 && x <= 930 && y >= 30 && y <= 610).toBe(true);
    const near = points.flatMap((one, at) => points.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)));
    expect(Math.min(...near)).toBeGreaterThan(24);
  });

  it('leaves what was pinned where it was put', () => {
    const points = networkLayout({ ...SHAPE, pins: { c: { x: 100, y: 500 }, gone: { x: 1, y: 1 } } });
    expect(points[2]).toEqual({ x: 100, y: 500 });
    expect(networkLayout({ ...SHAPE, nodes: [], edges: [], pins: {} })).toEqual([]);
  });

  it('has a mark for each category and each line, told in words', () => {
    const nodes = SHAPE.nodes.map(({ id }) => ({ ...named(id), radius: 12, title: `${id}, 4 passages`, isPinned: id === 'a' }));
    const edges = SHAPE.edges.map((edge) => ({ ...edge, title: 'ensemble 3 fois' }));
    const points = networkLayout({ ...SHAPE, pins: {} });
    const scene = networkFigure({ ...SHAPE, nodes, edges, points, isDirected: true, title: '', note: 'Note.', ...SAID });
    const keys = marksOf(scene).map(({ key }) => key ?? '');
    expect(keys.filter((key) => nodeInKey(key) !== null)).toHaveLength(5);
    expect(keys.flatMap((key) => pairInKey(key) ?? [])).toHaveLength(6);
    expect(marksOf(scene).every(({ title }) => title !== undefined && title !== '')).toBe(true);
  });

  it('writes no name over another where it is crowded: those of the most frequent, the others while one points there', () => {
    const nodes = Array.from({ length: 90 }, (_, at) => ({ ...named(String(at)), radius: 8 + (at % 12), title: `${at}`, isPinned: at === 3 }));
    const points = networkLayout({ nodes, edges: [], width: 960, height: 640, pins: {} });
    const asked = { nodes, edges: [], points, width: 960, height: 640, isDirected: false, title: '', note: 'Note.', ...SAID };
    const scene = networkFigure(asked);
    // every name is written on a ground of its own, and no ground lies over another
    const grounds = scene.children
      .filter(({ tag, attrs }) => tag === 'rect' && attrs['rx'] === 3)
      .map(({ attrs }) => attrs as Record<string, number>);
    const overlap = grounds.flatMap((a, at) =>
      grounds.slice(at + 1).filter((b) => {
        const along = Math.min((a['x'] ?? 0) + (a['width'] ?? 0), (b['x'] ?? 0) + (b['width'] ?? 0)) - Math.max(a['x'] ?? 0, b['x'] ?? 0);
        const down = Math.min((a['y'] ?? 0) + (a['height'] ?? 0), (b['y'] ?? 0) + (b['height'] ?? 0)) - Math.max(a['y'] ?? 0, b['y'] ?? 0);
        return along > 0.1 && down > 0.1;
      }),
    );
    expect(overlap).toEqual([]);
    const hidden = marksOf(scene).filter(({ children }) => children.some(({ tag, attrs }) => tag === 'text' && attrs['opacity'] === 0));
    expect(hidden.length + grounds.length).toBe(90);
    expect(grounds.length).toBeGreaterThan(30);
    expect(hidden.some(({ key }) => nodeInKey(key ?? '') === '3')).toBe(false);
    expect(scene.children.some(({ text }) => text?.includes(`${hidden.length} sans nom.`))).toBe(hidden.length > 0);
  });
});

describe('a matrix of pairs', () => {
  const cellAt = (row: number, column: number) => (row === 2 ? null : { share: 0.5, words: '3', title: `${row} avec ${column}` });

  it('shows one half where both orders say the same, all of it where one follows the other', () => {
    const categories = ['a', 'b', 'c'].map(named);
    const figure = { categories, cellAt, title: '', note: '', theme: 'light', language: 'fr' } as const;
    expect(marksOf(pairFigure({ ...figure, isSymmetric: true, sides: null }))).toHaveLength(3);
    expect(marksOf(pairFigure({ ...figure, isSymmetric: false, sides: { rows: 'D’abord', columns: 'Ensuite' } }))).toHaveLength(6);
  });
});

describe('a concept map', () => {
  it('keeps boxes where they were put, whatever their sign, and marks links and proposals', () => {
    const boxes = [
      { ...named('a'), title: 'a', x: -300, y: -80 },
      { ...named('b'), title: 'b', x: 200, y: 90 },
    ];
    const edge = { from: 'a', to: 'b', note: '', color: '#b5523b', title: 'a entraîne b' };
    const edges = [
      { ...edge, key: 'link:1', label: 'entraîne', isDirected: true, isProposed: false },
      { ...edge, key: 'proposal:a:b', label: '4', isDirected: false, isProposed: true },
    ];
    const { scene, origin } = conceptMapFigure({ boxes, edges, title: '', theme: 'light', language: 'fr' });
    expect(origin.x).toBeLessThan(-300);
    expect(scene.width).toBeGreaterThan(500);
    expect(marksOf(scene).map(({ key }) => key)).toEqual(['link:1', 'proposal:a:b', 'node:a', 'node:b']);
    const dashed = marksOf(scene).flatMap(({ key, children }) => (children.some(({ attrs }) => 'stroke-dasharray' in attrs) ? [key] : []));
    expect(dashed).toEqual(['proposal:a:b']);
  });

  it('draws nothing but paper where nothing was put', () => {
    expect(marksOf(conceptMapFigure({ boxes: [], edges: [], title: '', theme: 'dark', language: 'en' }).scene)).toEqual([]);
  });
});
