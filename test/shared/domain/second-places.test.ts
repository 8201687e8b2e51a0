// A category seen under a second parent is counted under its own one, and once where an axis lists the second parent's children.
import { describe, expect, it } from 'vitest';
import type { Category, Grid } from '../../../shared/domain/category.ts';
import { resolveAxis } from '../../../shared/domain/matrix-axes.ts';
import type { Axis, StudyFrame } from '../../../shared/domain/matrix-axis.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { isOnScale, isScale } from '../../../shared/domain/weight-scale.ts';
import { grid } from '../../renderer/codebook/grid.ts';

const TREE = grid(`
Coordination
  salon
    stand
  club
Régulation
  charte`);
const id = (name: string): Category['id'] => TREE.find((category) => category.name === name)?.id ?? ('' as never);
const categories = TREE.map((category) => (category.name === 'salon' ? { ...category, alsoUnder: [id('Régulation')] } : category));
const study = { codebook: [{ id: 'grid', title: 'Outils', categories } as unknown as Grid] } as unknown as StudyFrame;
const titles = axisTitles.fr;

function told(axis: Axis): [string[], Record<string, string>] {
  if (axis.kind !== 'categories') throw new Error('no categories');
  const labels = axis.entities.map(({ label }) => label);
  const name = new Map(TREE.map((category) => [category.id as string, category.name]));
  return [labels, Object.fromEntries([...axis.entityOf].map(([category, at]) => [name.get(category), labels[at]]))];
}

describe('a category in two places', () => {
  it('is listed once among the children of its second parent, with what stands below it', () => {
    const axis = resolveAxis({ kind: 'category', categoryId: id('Régulation') }, study, titles);
    expect(told(axis)).toEqual([['charte', 'salon'], { charte: 'charte', salon: 'salon', stand: 'salon' }]);
  });

  it('stays where it belongs on every other axis', () => {
    expect(told(resolveAxis({ kind: 'category', categoryId: id('Coordination') }, study, titles))[0]).toEqual(['salon', 'club']);
    const [labels, held] = told(resolveAxis({ kind: 'grid', gridId: 'grid' as never, level: 1 }, study, titles));
    expect(labels).toEqual(['Coordination', 'Régulation']);
    expect(held['stand']).toBe('Coordination');
  });
});

describe('a scale of weights', () => {
  it('has its ends and its steps, tenths too', () => {
    const tenths = { min: -1, max: 1, step: 0.1 };
    expect([-1, -0.3, 0.7, 1].every((weight) => isOnScale(tenths, weight))).toBe(true);
    expect([-1.1, 0.05, 1.2].some((weight) => isOnScale(tenths, weight))).toBe(false);
    expect(isOnScale({ min: 0, max: 10, step: 3 }, 10)).toBe(true);
    expect(
      [
        { min: 0, max: 0, step: 1 },
        { min: 0, max: 1, step: 0 },
        { min: 0, max: 1e9, step: 1 },
        { min: 0, max: Number.NaN, step: 1 },
      ].some(isScale),
    ).toBe(false);
  });
});
