// A concept map as it is shown: its boxes where a hand holds them, its links, what co-occurrence proposes; and what is done to it.
import { useState } from 'react';
import type { CategoryId, PassageId } from '../../../shared/domain/ids.ts';
import type { ConceptMap, LinkType, MapNode, TypedLink } from '../../../shared/domain/typed-link.ts';
import type { Codebook } from '../../../shared/domain/category.ts';
import type { MapBox } from '../../../shared/figure/concept-map-figure.ts';
import type { Point } from '../../../shared/figure/network-layout.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { useQuery } from '../../ui/use-query.ts';
import { useRun } from '../../ui/use-run.ts';
import { boxesOf, linksOnMap, placesFor, proposalsOf } from './map-model.ts';
import type { Proposal } from './map-model.ts';

export interface ConceptMapView {
  readonly codebook: Codebook;
  readonly boxes: readonly MapBox[];
  readonly links: readonly TypedLink[];
  readonly types: readonly LinkType[];
  readonly proposals: readonly Proposal[];
  /** All categories that some link names. */
  readonly linked: readonly CategoryId[];
  /** The passages in which two categories are together, or those of one. */
  readonly ask: (a: string, b: string) => Promise<readonly PassageId[] | undefined>;
  readonly move: (id: string, by: Point) => void;
  readonly drop: (id: string, by: Point) => void;
  readonly add: (ids: readonly CategoryId[]) => void;
  readonly takeOff: (ids: readonly string[]) => void;
}

/** @param minimum how often two must be together to be proposed; null: nothing is proposed */
export function useConceptMap(map: ConceptMap, minimum: number | null): ConceptMapView {
  const run = useRun();
  const { data: codebook = [] } = useQuery('codebook.read', {});
  const { data: all = [] } = useQuery('typedLink.list', { end: null });
  const { data: types = [] } = useQuery('linkType.list', {});
  const [held, setHeld] = useState<MapNode | null>(null);
  const categoryIds = map.nodes.map(({ categoryId }) => categoryId);
  const together = { scope: { categories: { kind: 'picked' as const, categoryIds }, coderIds: null, where: [] }, unit: { kind: 'overlap' as const } };
  const { data: found } = useQuery('cooccurrence.read', minimum !== null && categoryIds.length > 1 ? together : null);
  const links = linksOnMap(all, map);
  const moved = (id: string, { x, y }: Point): MapNode | null => {
    const node = map.nodes.find(({ categoryId }) => categoryId === id);
    return node ? { categoryId: node.categoryId, x: node.x + x, y: node.y + y } : null;
  };
  return {
    codebook,
    boxes: boxesOf(
      map.nodes.map((node) => (held?.categoryId === node.categoryId ? held : node)),
      codebook,
    ),
    links,
    types,
    proposals: minimum !== null && found && !isUndefined(found) ? proposalsOf(found, links, minimum) : [],
    linked: [...new Set(all.flatMap(({ from, to }) => [from, to]).flatMap((end) => (end.kind === 'category' ? [end.id] : [])))],
    ask: (a, b) => run('cooccurrence.passages', { ...together, a, b }),
    move: (id, by) => setHeld(moved(id, by)),
    drop: (id, by) => {
      const node = moved(id, by);
      if (!node) return;
      setHeld(node);
      void run('conceptMap.place', { mapId: map.id, nodes: [node] }).then(() => setHeld(null));
    },
    add: (ids) => {
      if (ids.length > 0) void run('conceptMap.place', { mapId: map.id, nodes: placesFor(ids, map.nodes) });
    },
    takeOff: (ids) => {
      if (ids.length > 0) void run('conceptMap.takeOff', { mapId: map.id, categoryIds: [...ids] });
    },
  };
}
