// A grid as it stood on a day, kept with the reason; what changed between two such states.
import { inTreeOrder, lineage } from './category.ts';
import type { CategoryStatus, Origin, Stage } from './category.ts';
import type { GridVersionId } from './ids.ts';
import type { DiffPiece } from './revision.ts';

/** One category of a kept state; ids are those of the project. */
export interface KeptCategory {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly name: string;
  readonly definition: string;
  readonly inclusion: string;
  readonly exclusion: string;
  readonly example: string;
  readonly examplePassageId: string | null;
  readonly color: string;
  readonly origin: Origin;
  readonly stage: Stage | null;
  readonly status: CategoryStatus | null;
  /** As the database keeps it. */
  readonly scale: string | null;
  readonly createdAt: string;
}

/** What `grid_version.content` holds. */
export interface GridState {
  readonly grid: { readonly title: string; readonly source: string; readonly description: string };
  readonly categories: readonly KeptCategory[];
  /** Second places: category, parent. */
  readonly places: readonly (readonly [string, string])[];
}

export interface GridVersion {
  readonly id: GridVersionId;
  /** 1 for the first one kept. */
  readonly number: number;
  readonly reason: string;
  readonly coderName: string;
  readonly createdAt: string;
  readonly categories: number;
}

export const COMPARED_TEXTS = ['definition', 'inclusion', 'exclusion', 'example'] as const;
export type ComparedText = (typeof COMPARED_TEXTS)[number];
const COMPARED_FACTS = ['color', 'origin', 'stage', 'status', 'scale'] as const;
export type ComparedFact = (typeof COMPARED_FACTS)[number];

export interface ChangedText {
  readonly field: ComparedText;
  readonly pieces: readonly DiffPiece[];
}

/** A category that both states have, otherwise. */
export interface ChangedCategory {
  readonly id: string;
  readonly name: string;
  /** Null where the name is the same. */
  readonly formerName: string | null;
  /** Names above it, before and after; null where it stands under the same parent. */
  readonly moved: { readonly from: readonly string[]; readonly to: readonly string[] } | null;
  readonly texts: readonly ChangedText[];
  readonly facts: readonly ComparedFact[];
  /** Second places that came or went. */
  readonly places: boolean;
}

export interface GridComparison {
  /** Names from the top down, the category's own last. */
  readonly added: readonly (readonly string[])[];
  readonly removed: readonly (readonly string[])[];
  readonly changed: readonly ChangedCategory[];
  readonly unchanged: number;
}

/** The names above each category and its own, by id, depth first. */
function pathsOf(state: GridState): Map<string, string[]> {
  const byId = new Map(state.categories.map((category) => [category.id, category]));
  return new Map(inTreeOrder(state.categories).map(({ id }) => [id, lineage(byId, id).map(({ name }) => name)]));
}

function placesBy(state: GridState): Map<string, string> {
  const grouped = Map.groupBy(state.places, ([categoryId]) => categoryId);
  return new Map(
    [...grouped].map(([id, places]) => [
      id,
      places
        .map(([, parentId]) => parentId)
        .sort()
        .join(),
    ]),
  );
}

/** @param piecesOf how one text becomes the other; asked only where they differ */
export function compareStates(before: GridState, after: GridState, piecesOf: (before: string, after: string) => DiffPiece[]): GridComparison {
  const [pathBefore, pathAfter] = [pathsOf(before), pathsOf(after)];
  const [placesBefore, placesAfter] = [placesBy(before), placesBy(after)];
  const formerly = new Map(before.categories.map((category) => [category.id, category]));
  const byId = new Map(after.categories.map((category) => [category.id, category]));
  const changed = [...pathAfter.keys()].flatMap((id): ChangedCategory[] => {
    const [was, is] = [formerly.get(id), byId.get(id)];
    if (!was || !is) return [];
    const texts = COMPARED_TEXTS.filter((field) => was[field] !== is[field]).map((field) => ({ field, pieces: piecesOf(was[field], is[field]) }));
    const facts = COMPARED_FACTS.filter((field) => was[field] !== is[field]);
    const moved = was.parentId === is.parentId ? null : { from: (pathBefore.get(id) ?? []).slice(0, -1), to: (pathAfter.get(id) ?? []).slice(0, -1) };
    const formerName = was.name === is.name ? null : was.name;
    const places = placesBefore.get(id) !== placesAfter.get(id);
    const isSame = texts.length === 0 && facts.length === 0 && !moved && formerName === null && !places;
    return isSame ? [] : [{ id, name: is.name, formerName, moved, texts, facts, places }];
  });
  const added = [...pathAfter].filter(([id]) => !formerly.has(id)).map(([, path]) => path);
  const removed = [...pathBefore].filter(([id]) => !byId.has(id)).map(([, path]) => path);
  return { added, removed, changed, unchanged: after.categories.length - added.length - changed.length };
}

/** What a restoration would do, said before it is done. */
export interface RestorePlan {
  readonly version: GridVersion;
  /** From now to the version. */
  readonly comparison: GridComparison;
  /** Made since, and nothing hangs on them: they go. */
  readonly going: readonly string[];
  /** Made since, and coded or written about: they stay, set aside under one category. */
  readonly setAside: readonly string[];
}
