// Which of the hits are to be coded: all but those unticked. Hits of a source that is not unfolded are known by their number alone.
import type { HitsInSource, RuleHit } from '../../shared/domain/coding-rule.ts';
import type { SourceId } from '../../shared/domain/ids.ts';

export interface Ticks {
  /** Sources unticked as a whole; single hits of theirs may be ticked again. */
  readonly sourcesOff: ReadonlySet<SourceId>;
  readonly off: ReadonlySet<string>;
  /** Ticked against their source, or against what was left out before. */
  readonly on: ReadonlySet<string>;
}

export const ALL_TICKED: Ticks = { sourcesOff: new Set(), off: new Set(), on: new Set() };

type Hit = Pick<RuleHit, 'key' | 'sourceId' | 'state' | 'isExcluded'>;

/** One that is coded so already needs no tick. */
export function isTicked({ sourcesOff, off, on }: Ticks, { key, sourceId, state, isExcluded }: Hit): boolean {
  if (state === 'coded' || off.has(key)) return false;
  return on.has(key) || !(isExcluded || sourcesOff.has(sourceId));
}

function without<T>(set: ReadonlySet<T>, items: Iterable<T>): Set<T> {
  const rest = new Set(set);
  for (const item of items) rest.delete(item);
  return rest;
}

/** Of these hits, exactly those with these keys are ticked. */
export function withTicked(ticks: Ticks, hits: readonly Hit[], ticked: ReadonlySet<string>): Ticks {
  const open = hits.filter(({ state }) => state !== 'coded');
  const keys = open.map(({ key }) => key);
  const [off, on] = [without(ticks.off, keys), without(ticks.on, keys)];
  for (const { key, sourceId, isExcluded } of open) {
    const isAtRest = !(isExcluded || ticks.sourcesOff.has(sourceId));
    if (ticked.has(key) && !isAtRest) on.add(key);
    if (!ticked.has(key) && isAtRest) off.add(key);
  }
  return { ...ticks, off, on };
}

/** All of a source or none; `hits` are those of its hits that are known. */
export function withSource(ticks: Ticks, sourceId: SourceId, isOn: boolean, hits: readonly Hit[]): Ticks {
  const sourcesOff = new Set(ticks.sourcesOff);
  if (isOn) sourcesOff.delete(sourceId);
  else sourcesOff.add(sourceId);
  const own = hits.filter((hit) => hit.sourceId === sourceId);
  return withTicked({ ...ticks, sourcesOff }, own, new Set(isOn ? own.map(({ key }) => key) : []));
}

/** How many hits of a source are ticked; `known` are its hits where they were loaded. */
export function tickedIn(ticks: Ticks, source: HitsInSource, known: readonly Hit[] | undefined): number {
  if (known) return known.filter((hit) => isTicked(ticks, hit)).length;
  return ticks.sourcesOff.has(source.sourceId) ? 0 : source.hits - source.coded - source.excluded;
}
