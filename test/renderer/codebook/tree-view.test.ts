// The trees show every coding once on the way up, and a filter never hides the path to what it found.
import { describe, expect, it } from 'vitest';
import { codingCounts, codingsOfGrid, keptByFilter, subtreeOf, treeOf, unfoldedAtFirst } from '../../../renderer/codebook/tree-view.ts';
import type { TreeNode } from '../../../renderer/codebook/tree-view.ts';
import { grid, names } from './grid.ts';

const categories = grid(`
Résultat ×2
  Répondre à un besoin social ×18
  Génération d’effets positifs ×33
Processus
  Dimension collective ×28
    Entraide ×5
    Cœur du collectif ×1
  Gouvernance ×42`);

/** `Résultat(Besoin social, …)`; an ancestor that only leads to a find stands in brackets. */
const drawn = (nodes: readonly TreeNode[]): string =>
  nodes
    .map((node) => `${node.isFound ? node.category.name : `[${node.category.name}]`}${node.children.length > 0 ? `(${drawn(node.children)})` : ''}`)
    .join(', ');

describe('counts', () => {
  it('of a parent are its own codings and those of everything below it', () => {
    const counts = codingCounts(categories);
    expect(counts.get('grid/Résultat')).toEqual({ own: 2, total: 53 });
    expect(counts.get('grid/Processus')).toEqual({ own: 0, total: 76 });
    expect(counts.get('grid/Dimension collective')).toEqual({ own: 28, total: 34 });
    expect(counts.get('grid/Gouvernance')).toEqual({ own: 42, total: 42 });
  });

  it('of the top categories add up to the grid’s', () => {
    const counts = codingCounts(categories);
    const tops = categories.filter((category) => category.parentId === null).map((category) => counts.get(category.id)?.total ?? 0);
    expect(tops.reduce((sum, count) => sum + count, 0)).toBe(codingsOfGrid(categories));
  });

  it('stay whole under a filter: a parent counts also what the filter hides', () => {
    const [processus] = treeOf(categories, keptByFilter(categories, 'gouvernance'));
    expect(processus?.codings.total).toBe(76);
  });
});

describe('the filter', () => {
  it('keeps what it found with its ancestors, and nothing else', () => {
    expect(drawn(treeOf(categories, keptByFilter(categories, 'entraide')))).toBe('[Processus]([Dimension collective](Entraide))');
  });

  it('ignores accents, case, ligatures and the kind of apostrophe', () => {
    expect(drawn(treeOf(categories, keptByFilter(categories, 'RESULTAT')))).toBe('Résultat');
    expect(drawn(treeOf(categories, keptByFilter(categories, 'coeur')))).toBe('[Processus]([Dimension collective](Cœur du collectif))');
    expect(drawn(treeOf(categories, keptByFilter(categories, "d'effets")))).toBe('[Résultat](Génération d’effets positifs)');
  });

  it('wants every word, in any order', () => {
    expect(drawn(treeOf(categories, keptByFilter(categories, 'social besoin')))).toBe('[Résultat](Répondre à un besoin social)');
    expect(treeOf(categories, keptByFilter(categories, 'social gouvernance'))).toEqual([]);
  });

  it('shows everything when it is empty or blank', () => {
    const everything = drawn(treeOf(categories, keptByFilter(categories, '')));
    expect(drawn(treeOf(categories, keptByFilter(categories, '  ')))).toBe(everything);
    expect(everything).toBe(
      'Résultat(Répondre à un besoin social, Génération d’effets positifs), Processus(Dimension collective(Entraide, Cœur du collectif), Gouvernance)',
    );
  });
});

describe('a branch', () => {
  it('is the category with everything below it and not its neighbours', () => {
    expect(names(subtreeOf(categories, 'grid/Dimension collective'))).toEqual(['Dimension collective', 'Entraide', 'Cœur du collectif']);
    expect(names(subtreeOf(categories, 'grid/Gouvernance'))).toEqual(['Gouvernance']);
  });
});

describe('at first', () => {
  it('a small grid stands open', () => {
    expect(unfoldedAtFirst(categories, undefined)).toHaveLength(categories.length);
  });

  it('a large one opens only the way to the chosen category', () => {
    const large = grid(['Haut', '  Milieu', '    Bas', ...Array.from({ length: 60 }, (_, index) => `Autre ${index}`)].join('\n'));
    expect(unfoldedAtFirst(large, undefined)).toEqual([]);
    expect(unfoldedAtFirst(large, 'grid/Bas')).toEqual(['grid/Haut', 'grid/Milieu']);
  });
});
