// A grid's tree read as a data structure (Gioia): first-order concepts, the second-order themes that hold them, and their aggregate dimensions.
import { lineage } from './category.ts';
import type { Category } from './category.ts';
import { Refusal } from './failure.ts';

/** Levels of the tree, 1 for its top. */
export interface StructureLevels {
  readonly dimension: number;
  readonly theme: number;
  /** Null: whatever ends a branch below a theme. */
  readonly concept: number | null;
}

export interface StructureBox {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

export interface StructureTheme extends StructureBox {
  readonly concepts: readonly StructureBox[];
}

export interface StructureDimension extends StructureBox {
  readonly themes: readonly StructureTheme[];
}

export interface DataStructure {
  readonly dimensions: readonly StructureDimension[];
  /** A box that is seen under a second one of the column to its right: from, to. */
  readonly seconds: readonly (readonly [string, string])[];
}

/** How many levels a grid has. */
export function depthOf(categories: readonly Category[]): number {
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  return categories.reduce((most, { id }) => Math.max(most, lineage(byId, id).length), 0);
}

/** Dimensions on top, themes below them, and what ends each branch. */
export const USUAL_LEVELS: StructureLevels = { dimension: 1, theme: 2, concept: null };

/** Refuses (`grid.levelsUnordered`) levels that do not follow one another downwards. */
export function dataStructure(categories: readonly Category[], levels: StructureLevels): DataStructure {
  const { dimension, theme, concept } = levels;
  if (dimension < 1 || theme <= dimension || (concept !== null && concept <= theme)) throw new Refusal('grid.levelsUnordered');
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const chains = categories.map((category) => lineage(byId, category.id));
  const parents = new Set(categories.map(({ parentId }) => parentId as string | null));
  const isConcept = (chain: readonly Category[]): boolean =>
    concept === null ? chain.length > theme && !parents.has(chain.at(-1)?.id ?? '') : chain.length === concept;
  const below = (chain: readonly Category[], level: number, box: Category): boolean => chain[level - 1]?.id === box.id;
  const lastOf = (some: readonly (readonly Category[])[]): Category[] => some.flatMap((chain) => chain.at(-1) ?? []);
  const boxOf = ({ id, name, color }: Category): StructureBox => ({ id, name, color });
  const dimensions = lastOf(chains.filter((chain) => chain.length === dimension)).map((top) => ({
    ...boxOf(top),
    themes: lastOf(chains.filter((chain) => chain.length === theme && below(chain, dimension, top))).map((middle) => ({
      ...boxOf(middle),
      concepts: lastOf(chains.filter((chain) => isConcept(chain) && below(chain, theme, middle))).map(boxOf),
    })),
  }));
  const drawnTops = new Set(dimensions.map(({ id }) => id));
  const drawnThemes = new Set(dimensions.flatMap(({ themes }) => themes.map(({ id }) => id)));
  const drawnConcepts = new Set(dimensions.flatMap(({ themes }) => themes.flatMap(({ concepts }) => concepts.map(({ id }) => id))));
  const seconds = categories.flatMap(({ id, alsoUnder }) => {
    const right = drawnConcepts.has(id) ? drawnThemes : drawnThemes.has(id) ? drawnTops : null;
    return alsoUnder.filter((parentId) => right?.has(parentId)).map((parentId) => [id, parentId] as const);
  });
  return { dimensions, seconds };
}
