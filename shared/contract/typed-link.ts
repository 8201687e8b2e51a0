// Calls about typed links between categories, passages and memos, about their types, and about the maps they are drawn on.
import { z } from 'zod';
import { categoryId, conceptMapId, linkId, linkTypeId, passageId } from '../domain/ids.ts';
import type { ConceptMapId, LinkId, LinkTypeId } from '../domain/ids.ts';
import { MAP_REACH, linkEnd } from '../domain/typed-link.ts';
import type { ConceptMap, LinkType, TypedLink } from '../domain/typed-link.ts';
import { returns } from './endpoint.ts';
import { color, longText, nothing, title } from './fields.ts';

const typeWords = { name: title, color, isDirected: z.boolean() };
const type = z.union([z.object({ typeId: linkTypeId }), z.object(typeWords)]);
const evidence = z.array(passageId).max(1000);
const coordinate = z.number().min(-MAP_REACH).max(MAP_REACH);

export const typedLinkContract = {
  'linkType.list': returns<LinkType[]>().from(nothing),
  /** Null makes a new one. */
  'linkType.save': returns<LinkTypeId>().from(z.object({ typeId: linkTypeId.nullable(), ...typeWords })),
  'linkType.remove': returns<null>().from(z.object({ typeId: linkTypeId, withLinks: z.boolean() })),

  /** Of one thing, or all. */
  'typedLink.list': returns<TypedLink[]>().from(z.object({ end: linkEnd.nullable() })),
  /** A type named that there is none of is made with it. */
  'typedLink.make': returns<LinkId>().from(z.object({ type, from: linkEnd, to: linkEnd, note: longText, passageIds: evidence })),
  /** What is absent stays; `turns` swaps the ends. */
  'typedLink.update': returns<null>().from(z.object({ linkId, type: type.optional(), note: longText.optional(), turns: z.boolean().optional() })),
  'typedLink.setEvidence': returns<null>().from(z.object({ linkId, passageIds: evidence })),
  'typedLink.remove': returns<null>().from(z.object({ linkId })),

  'conceptMap.list': returns<ConceptMap[]>().from(nothing),
  'conceptMap.save': returns<ConceptMapId>().from(z.object({ mapId: conceptMapId.nullable(), name: title, note: longText })),
  'conceptMap.remove': returns<null>().from(z.object({ mapId: conceptMapId })),
  'conceptMap.place': returns<null>().from(
    z.object({
      mapId: conceptMapId,
      nodes: z
        .array(z.object({ categoryId, x: coordinate, y: coordinate }))
        .min(1)
        .max(500),
    }),
  ),
  'conceptMap.takeOff': returns<null>().from(z.object({ mapId: conceptMapId, categoryIds: z.array(categoryId).min(1).max(500) })),
};
