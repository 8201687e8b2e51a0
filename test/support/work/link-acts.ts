// What is done by chance to typed links, their types and the maps they are drawn on.
import { placeOnMap, removeMap, saveMap, takeOffMap } from '../../../electron/commands/concept-maps.ts';
import * as links from '../../../electron/commands/typed-links.ts';
import type { TypeChoice } from '../../../electron/commands/typed-links.ts';
import type { CategoryId, ConceptMapId, LinkId, LinkTypeId, PassageId } from '../../../shared/domain/ids.ts';
import { LINK_END_KINDS } from '../../../shared/domain/typed-link.ts';
import type { LinkEnd, MapNode } from '../../../shared/domain/typed-link.ts';
import type { Act, Desk } from './desk.ts';

const COLORS = ['#cc6677', '#4477aa'];

function anEnd(desk: Desk): LinkEnd {
  const kind = desk.luck.pick(LINK_END_KINDS);
  return { kind, id: desk.any(kind) } as LinkEnd;
}

function aType(desk: Desk): TypeChoice {
  if (desk.luck.below(2) === 0) return { typeId: desk.any<LinkTypeId>('link_type') };
  return { name: desk.name, color: desk.luck.pick(COLORS), isDirected: desk.luck.below(2) === 0 };
}

const evidence = (desk: Desk): PassageId[] => desk.several(3, () => desk.any<PassageId>('passage'));
const aNode = (desk: Desk): MapNode => ({ categoryId: desk.any('category'), x: desk.luck.below(400), y: desk.luck.below(400) });

export const LINK_ACTS = {
  'typedLink.make': (d) => links.makeLink(d.session, { type: aType(d), from: anEnd(d), to: anEnd(d), note: d.name, passageIds: evidence(d) }),
  'typedLink.update': (d) =>
    links.updateLink(d.session, {
      linkId: d.any<LinkId>('link'),
      note: d.name,
      turns: d.luck.below(2) === 0,
      ...(d.luck.below(2) === 0 ? { type: aType(d) } : {}),
    }),
  'typedLink.setEvidence': (d) => links.setLinkEvidence(d.session, { linkId: d.any<LinkId>('link'), passageIds: evidence(d) }),
  'typedLink.remove': (d) => links.removeLink(d.session, { linkId: d.any<LinkId>('link') }),
  'linkType.save': (d) =>
    links.saveLinkType(d.session, {
      typeId: d.maybe(d.any<LinkTypeId>('link_type')),
      name: d.name,
      color: d.luck.pick(COLORS),
      isDirected: d.luck.below(2) === 0,
    }),
  'linkType.remove': (d) => links.removeLinkType(d.session, { typeId: d.any<LinkTypeId>('link_type'), withLinks: d.luck.below(2) === 0 }),
  'conceptMap.save': (d) => saveMap(d.session, { mapId: d.maybe(d.any<ConceptMapId>('concept_map')), name: d.name, note: d.name }),
  'conceptMap.remove': (d) => removeMap(d.session, { mapId: d.any<ConceptMapId>('concept_map') }),
  'conceptMap.place': (d) => placeOnMap(d.session, { mapId: d.any<ConceptMapId>('concept_map'), nodes: [aNode(d), ...d.several(2, () => aNode(d))] }),
  'conceptMap.takeOff': (d) => takeOffMap(d.session, { mapId: d.any<ConceptMapId>('concept_map'), categoryIds: [d.any<CategoryId>('category')] }),
} satisfies Record<string, Act>;
