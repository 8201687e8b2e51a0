// Typed links: what a researcher says of how two things stand to each other (one causes, precedes, contradicts the other), on what evidence;
// and the maps on which such links between categories are drawn.
import { z } from 'zod';
import { categoryId, memoId, passageId } from './ids.ts';
import type { CategoryId, CoderId, ConceptMapId, LinkId, LinkTypeId, PassageId, SourceId } from './ids.ts';

export const linkEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('category'), id: categoryId }),
  z.object({ kind: z.literal('passage'), id: passageId }),
  z.object({ kind: z.literal('memo'), id: memoId }),
]);
export type LinkEnd = z.infer<typeof linkEnd>;
export type LinkEndKind = LinkEnd['kind'];
export const LINK_END_KINDS = ['category', 'passage', 'memo'] as const satisfies readonly LinkEndKind[];

export interface LinkType {
  readonly id: LinkTypeId;
  readonly name: string;
  readonly color: string;
  /** It leads from one end to the other; else the two ends are equals. */
  readonly isDirected: boolean;
  readonly links: number;
}

/** An end in words. */
export type LinkEndWords = LinkEnd & {
  /** A category's name, the beginning of a quote, a memo's title. */
  readonly label: string;
  /** A category with what is above it; `E12 §34` for a passage. */
  readonly place: string;
  /** The source to open for passages. */
  readonly sourceId: SourceId | null;
  /** A category's. */
  readonly color: string | null;
};

export interface TypedLink {
  readonly id: LinkId;
  readonly typeId: LinkTypeId;
  readonly from: LinkEndWords;
  readonly to: LinkEndWords;
  readonly note: string;
  /** The passages that it rests on, in order. */
  readonly evidence: readonly PassageId[];
  readonly coderId: CoderId;
  readonly createdAt: string;
}

export interface MapNode {
  readonly categoryId: CategoryId;
  /** Of its middle, in px from the map's own origin. */
  readonly x: number;
  readonly y: number;
}

export interface ConceptMap {
  readonly id: ConceptMapId;
  readonly name: string;
  readonly note: string;
  readonly nodes: readonly MapNode[];
}

/** How far from its origin a map goes, px. */
export const MAP_REACH = 20_000;

export function isSameEnd(one: LinkEnd, other: LinkEnd): boolean {
  return one.kind === other.kind && one.id === other.id;
}
