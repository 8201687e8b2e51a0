// A shipped grid as its card lists it: each top category with the names right below it.
import type { ShippedGrid } from '../../shared/domain/grid-file.ts';

type Entry = ShippedGrid['categories'][number];

export interface OutlineGroup {
  readonly name: string;
  readonly color: string;
  readonly definition: string;
  /** The categories below it at any depth, in order. */
  readonly below: readonly Entry[];
}

export function outlineOf(categories: readonly Entry[]): OutlineGroup[] {
  const groups: { name: string; color: string; definition: string; below: Entry[] }[] = [];
  const top = categories[0]?.depth ?? 0;
  for (const entry of categories) {
    const last = groups.at(-1);
    if (entry.depth > top && last) last.below.push(entry);
    else groups.push({ name: entry.name, color: entry.color, definition: entry.definition, below: [] });
  }
  return groups;
}
