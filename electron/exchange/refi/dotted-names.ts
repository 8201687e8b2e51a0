// Codes whose names are paths with dots, as Taguette writes them: each hangs under the one above it, which is made where no code has that path.
import { derivedGuid } from './guids.ts';
import type { ReadCode } from './read-project.ts';

export const namesPathsWithDots = (origin: string): boolean => /taguette/i.test(origin);

const MOST_LEVELS = 50;

/** One code, or, without an item, a level that only the paths below it name. */
interface Level<T> {
  readonly item: T | null;
  readonly path: string;
  readonly name: string;
  readonly above: string | null;
}

function cut(path: string): { name: string; above: string | null } {
  const at = path.lastIndexOf('.');
  const isCut = at > 0 && at < path.length - 1 && path.split('.').length <= MOST_LEVELS;
  return isCut ? { name: path.slice(at + 1), above: path.slice(0, at) } : { name: path, above: null };
}

/** Each after the one above it; of two with one path the second stands as it is written. */
export function levelsOf<T>(items: readonly T[], pathOf: (item: T) => string): Level<T>[] {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(pathOf(item))) first.set(pathOf(item), item);
  const placed = new Map<string, Level<T>>();
  const place = (path: string): void => {
    if (placed.has(path)) return;
    const { name, above } = cut(path);
    if (above !== null) place(above);
    placed.set(path, { item: first.get(path) ?? null, path, name, above });
  };
  for (const path of first.keys()) place(path);
  const doubled = items.filter((item) => first.get(pathOf(item)) !== item);
  return [...placed.values(), ...doubled.map((item) => ({ item, path: pathOf(item), name: pathOf(item), above: null }))];
}

/** Codes of one level as a tree, parents before their children. */
export function codesByDots(codes: readonly ReadCode[]): ReadCode[] {
  const guids = new Map<string, string>();
  return levelsOf(codes, ({ name }) => name).map(({ item, path, name, above }) => {
    const made = { guid: derivedGuid('level', path).toLowerCase(), description: '', color: undefined, isCodable: false, notes: [] };
    const code = { ...(item ?? made), name, parent: above === null ? null : (guids.get(above) ?? null) };
    if (!guids.has(path)) guids.set(path, code.guid);
    return code;
  });
}
