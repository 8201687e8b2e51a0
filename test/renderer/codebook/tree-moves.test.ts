// Moving a category keeps the order a person sees: what is dropped before, after or on lands there, and never inside itself.
import { describe, expect, it } from 'vitest';
import { dropsBelowItself, moveByDrop, moveByKey } from '../../../renderer/codebook/tree-moves.ts';
import type { Move } from '../../../renderer/codebook/tree-moves.ts';
import { grid, names } from './grid.ts';
import type { Category } from '../../../shared/domain/category.ts';

const categories = grid(`
Résultat
  Besoin social
  Effets positifs
Processus
  Territoire
  Collectif
    Entraide
  Gouvernance
Changement`);

const id = (name: string) => categories.find((category) => category.name === name)?.id ?? '';
const drop = (moved: string, at: 'before' | 'after' | 'on', target: string) => moveByDrop(categories, id(moved), { key: id(target), at });

/** The children of the move's parent after the move, as the contract defines `position`. */
function siblingsAfter(move: Move | null): string[] {
  if (!move) return [];
  const moved = categories.find((category) => category.id === move.categoryId) as Category;
  const others = categories.filter((category) => category.parentId === move.parentId && category.id !== moved.id);
  return names(others.toSpliced(move.position, 0, moved));
}

describe('dropping a category', () => {
  it('puts it before a sibling that stands above it', () => {
    expect(siblingsAfter(drop('Gouvernance', 'before', 'Territoire'))).toEqual(['Gouvernance', 'Territoire', 'Collectif']);
  });

  it('puts it after a sibling that stands below it, the moved one not counted', () => {
    const move = drop('Territoire', 'after', 'Collectif');
    expect(move?.position).toBe(1);
    expect(siblingsAfter(move)).toEqual(['Collectif', 'Territoire', 'Gouvernance']);
  });

  it('puts it before or after a category of another branch', () => {
    expect(siblingsAfter(drop('Gouvernance', 'before', 'Effets positifs'))).toEqual(['Besoin social', 'Gouvernance', 'Effets positifs']);
    expect(siblingsAfter(drop('Gouvernance', 'after', 'Effets positifs'))).toEqual(['Besoin social', 'Effets positifs', 'Gouvernance']);
  });

  it('on another one makes it its last child, also where there was none', () => {
    expect(siblingsAfter(drop('Territoire', 'on', 'Résultat'))).toEqual(['Besoin social', 'Effets positifs', 'Territoire']);
    expect(siblingsAfter(drop('Territoire', 'on', 'Changement'))).toEqual(['Territoire']);
  });

  it('beside a top category makes it a top category', () => {
    const move = drop('Entraide', 'before', 'Changement');
    expect(move?.parentId).toBeNull();
    expect(siblingsAfter(move)).toEqual(['Résultat', 'Processus', 'Entraide', 'Changement']);
  });

  it('on its own parent brings it to the end', () => {
    expect(siblingsAfter(drop('Besoin social', 'on', 'Résultat'))).toEqual(['Effets positifs', 'Besoin social']);
  });

  it.each([
    ['Gouvernance', 'after', 'Collectif'],
    ['Territoire', 'before', 'Collectif'],
    ['Gouvernance', 'on', 'Processus'],
    ['Entraide', 'on', 'Collectif'],
  ] as const)('%s %s %s changes nothing and asks for nothing', (moved, at, target) => {
    expect(drop(moved, at, target)).toBeNull();
  });

  it('never puts a category in itself nor in what stands below it', () => {
    for (const at of ['before', 'after', 'on'] as const) {
      expect(drop('Collectif', at, 'Entraide')).toBeNull();
      expect(drop('Collectif', at, 'Collectif')).toBeNull();
    }
  });
});

describe('Alt+Shift+arrows', () => {
  const push = (name: string, way: 'up' | 'down' | 'in' | 'out') => moveByKey(categories, id(name), way);

  it('move a category among its siblings', () => {
    expect(siblingsAfter(push('Collectif', 'up'))).toEqual(['Collectif', 'Territoire', 'Gouvernance']);
    expect(siblingsAfter(push('Collectif', 'down'))).toEqual(['Territoire', 'Gouvernance', 'Collectif']);
  });

  it('put it under the sibling above, and back out after its parent', () => {
    expect(siblingsAfter(push('Gouvernance', 'in'))).toEqual(['Entraide', 'Gouvernance']);
    expect(siblingsAfter(push('Collectif', 'out'))).toEqual(['Résultat', 'Processus', 'Collectif', 'Changement']);
  });

  it('do nothing where there is no room that way', () => {
    expect(push('Territoire', 'up')).toBeNull();
    expect(push('Gouvernance', 'down')).toBeNull();
    expect(push('Territoire', 'in')).toBeNull();
    expect(push('Changement', 'out')).toBeNull();
  });
});

describe('a category dropped below itself', () => {
  const isRefused = (moved: string, at: 'before' | 'after' | 'on', target: string) =>
    dropsBelowItself(categories, id(moved), { key: id(target), at });

  it('is told so: on its child, beside it, or deeper', () => {
    expect(isRefused('Collectif', 'on', 'Entraide')).toBe(true);
    expect(isRefused('Processus', 'after', 'Gouvernance')).toBe(true);
    expect(isRefused('Processus', 'before', 'Entraide')).toBe(true);
  });

  it('hears nothing where it is let go on itself, or beside its parent', () => {
    expect(isRefused('Collectif', 'on', 'Collectif')).toBe(false);
    expect(isRefused('Entraide', 'before', 'Collectif')).toBe(false);
  });
});
