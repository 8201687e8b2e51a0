// A first visit is offered matrices that this very project can make.
import { describe, expect, it } from 'vitest';
import { matricesText } from '../../../shared/i18n/matrices.ts';
import { sizeOf, startingPoints } from '../../../renderer/matrices/starting-points.ts';
import { aFrame, aGrid, anne, carlos, dimensions, tools } from './a-project.ts';

const reasons = (...args: Parameters<typeof startingPoints>) => startingPoints(...args).map(({ reason }) => reason);

describe('the starting points', () => {
  it('begin with dimensions × families × cases when both grids are coded', () => {
    const [first] = startingPoints(aFrame());
    expect(first?.reason).toBe('flagship');
    expect(first?.definition.rows).toEqual([{ kind: 'grid', gridId: dimensions.id, level: 2 }]);
    expect(first?.definition.columns).toEqual([{ kind: 'grid', gridId: tools.id, level: 1 }, { kind: 'case' }]);
  });

  it('say how large that matrix will be', () => {
    const frame = aFrame();
    const [first] = startingPoints(frame);
    expect(sizeOf(first!.definition, frame, matricesText.fr)).toEqual({ rows: 5, columns: 4 });
  });

  it('offer nothing while nothing is coded', () => {
    expect(startingPoints(aFrame([aGrid('vide', 'Vide', { A: ['B'] }, 0)]))).toEqual([]);
  });

  it('leave the cases out of a study that has none', () => {
    const points = startingPoints(aFrame([dimensions, tools], []));
    expect(points.flatMap(({ definition }) => [...definition.rows, ...definition.columns]).filter(({ kind }) => kind === 'case')).toEqual([]);
    expect(points[0]?.definition.columns).toEqual([{ kind: 'grid', gridId: tools.id, level: 1 }]);
  });

  it('put levers and guard-rails side by side where the grid has them, in either language', () => {
    const levers = aGrid('cooperation-ingredients', 'Coopération', { Ingrédients: ['Confiance'], 'Garde-fous': ['Moyens insuffisants'] });
    expect(reasons(aFrame([levers]))).toContain('mirror');
    const english = aGrid('cooperation-ingredients', 'Cooperation', { Ingredients: ['Trust'], 'Guard-rails': ['Insufficient resources'] });
    expect(reasons(aFrame([english]))).toContain('mirror');
  });

  it('do not sort respondents by an attribute that names each of them', () => {
    const point = startingPoints(aFrame()).find(({ reason }) => reason === 'gridByAttribute');
    expect(point?.definition.columns).toEqual([{ kind: 'attribute', attributeId: 'fonction' }]);
  });

  it('compare coders only when two have coded', () => {
    const one = aFrame([tools]);
    expect(reasons(one)).not.toContain('gridByCoder');
    expect(reasons({ ...one, coders: [anne, { ...carlos, codings: 5 }] })).toContain('gridByCoder');
  });

  it('take a higher level of a grid whose finest one would not read', () => {
    const wide = aGrid('large', 'Large', { A: Array.from({ length: 9 }, (_, n) => `a${n}`), B: Array.from({ length: 9 }, (_, n) => `b${n}`) });
    expect(startingPoints(aFrame([wide]))[0]?.definition.rows).toEqual([{ kind: 'grid', gridId: wide.id, level: 1 }]);
  });

  it('are never more than six', () => {
    const grids = [dimensions, tools, aGrid('a', 'A', { x: [] }), aGrid('b', 'B', { y: [] })];
    expect(startingPoints({ ...aFrame(grids), coders: [anne, { ...carlos, codings: 5 }] })).toHaveLength(6);
  });
});
