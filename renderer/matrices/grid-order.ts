// Lines moved by hand: among those that stand under the same head, or a whole head with all its lines.
import type { AxisEntity, MatrixHeader } from '../../shared/domain/matrix.ts';

/** What is moved: the lines that begin with these entities, so one line, or all lines of a head. */
export type Moved = readonly AxisEntity[];

function prefixOf(entities: Moved, depth: number): string {
  return entities
    .slice(0, depth)
    .map(({ key }) => key)
    .join('|');
}

/** Whether both stand under the same head, at the same depth. */
export function canTradePlaces(one: Moved, other: Moved): boolean {
  const depth = one.length;
  return other.length >= depth && prefixOf(one, depth - 1) === prefixOf(other, depth - 1) && prefixOf(one, depth) !== prefixOf(other, depth);
}

/** The keys of all lines once `moved` stands before or after `target`; null where it may not stand. */
export function movedOrder(headers: readonly MatrixHeader[], moved: Moved, target: Moved, isAfter: boolean): string[] | null {
  if (!canTradePlaces(moved, target)) return null;
  const depth = moved.length;
  const isUnder = (entities: Moved) => (header: MatrixHeader) => prefixOf(header.entities, depth) === prefixOf(entities, depth);
  const lines = headers.filter(isUnder(moved));
  const others = headers.filter((header) => !isUnder(moved)(header));
  const at = isAfter ? others.findLastIndex(isUnder(target)) + 1 : others.findIndex(isUnder(target));
  if (lines.length === 0 || at < 0) return null;
  return others.toSpliced(at, 0, ...lines).map(({ key }) => key);
}

/** One place earlier or later under its head; null at its end. */
export function steppedOrder(headers: readonly MatrixHeader[], moved: Moved, by: -1 | 1): string[] | null {
  const depth = moved.length;
  const own = prefixOf(moved, depth);
  const siblings = headers.filter(({ entities }) => prefixOf(entities, depth - 1) === prefixOf(moved, depth - 1));
  const keys = [...new Set(siblings.map(({ entities }) => prefixOf(entities, depth)))];
  const neighbour = keys[keys.indexOf(own) + by];
  const target = siblings.find(({ entities }) => prefixOf(entities, depth) === neighbour);
  return target ? movedOrder(headers, moved, target.entities, by === 1) : null;
}
