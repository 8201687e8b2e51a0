// Acts on typed links, their types, and the maps they are drawn on; and what becomes of links when their ends go or become one.
import { placeOnMap, removeMap, saveMap, takeOffMap } from '../../../electron/commands/concept-maps.ts';
import * as codebook from '../../../electron/commands/codebook.ts';
import { resizePassage } from '../../../electron/commands/codings.ts';
import { removeMemo } from '../../../electron/commands/memos.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { makeLink, removeLink, removeLinkType, saveLinkType, setLinkEvidence, updateLink } from '../../../electron/commands/typed-links.ts';
import { listLinkTypes, listLinks, listMaps } from '../../../electron/queries/typed-links.ts';
import type { ConceptMapId, LinkId, LinkTypeId } from '../../../shared/domain/ids.ts';
import type { LinkEnd } from '../../../shared/domain/typed-link.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const CAUSES = { name: 'entraîne', color: '#cc6677', isDirected: true };
const category = (s: Study, name: string): LinkEnd => ({ kind: 'category', id: s.project.category(name) });

/** Salon → charte on the evidence of the shared passage; salon — lone passage; the memo → Gouvernance. */
function withLinks(s: Study): void {
  const { session } = s.project;
  makeLink(session, { type: CAUSES, from: category(s, 'salon'), to: category(s, 'charte'), note: 'selon E01', passageIds: [s.shared] });
  const type = { name: 'contredit', color: '#4477aa', isDirected: false };
  makeLink(session, { type, from: category(s, 'salon'), to: { kind: 'passage', id: s.alone }, note: '', passageIds: [] });
  makeLink(session, { type, from: { kind: 'memo', id: s.memo }, to: category(s, 'Gouvernance'), note: '', passageIds: [s.alone] });
}

/** The same on both sides of a merge. */
function withTwins(s: Study): void {
  withLinks(s);
  const { session } = s.project;
  const twin = { from: category(s, 'feuille de route'), to: category(s, 'charte') };
  makeLink(session, { type: CAUSES, ...twin, note: 'selon E02', passageIds: [s.alone, s.shared] });
  makeLink(session, { type: CAUSES, from: category(s, 'salon'), to: category(s, 'feuille de route'), note: '', passageIds: [] });
}

const link = (s: Study): LinkId => listLinks(s.project.project, null)[0]?.id as LinkId;
const typeId = (s: Study): LinkTypeId => listLinkTypes(s.project.project)[0]?.id as LinkTypeId;
const map = (s: Study): ConceptMapId => listMaps(s.project.project)[0]?.id as ConceptMapId;

function withMap(s: Study): void {
  withLinks(s);
  const mapId = saveMap(s.project.session, { mapId: null, name: 'Ce qui tient les pôles', note: '' });
  const nodes = ['salon', 'charte'].map((name, at) => ({ categoryId: s.project.category(name), x: at * 200, y: 10.5 }));
  placeOnMap(s.project.session, { mapId, nodes });
}

export const LINK_CASES: readonly Case[] = [
  [
    'typedLink.make',
    'two categories are linked, with a new type and a passage as evidence',
    (s) => makeLink(s.project.session, { type: CAUSES, from: category(s, 'salon'), to: category(s, 'charte'), note: '', passageIds: [s.shared] }),
  ],
  [
    'typedLink.make',
    'a link takes a type that there is by its name',
    (s) => makeLink(s.project.session, { type: CAUSES, from: category(s, 'charte'), to: category(s, 'salon'), note: '', passageIds: [] }),
    withLinks,
  ],
  [
    'typedLink.update',
    'a link is turned round, typed and noted otherwise',
    (s) => updateLink(s.project.session, { linkId: link(s), turns: true, note: 'à revoir', type: { ...CAUSES, name: 'précède' } }),
    withLinks,
  ],
  [
    'typedLink.setEvidence',
    'a link rests on other passages',
    (s) => setLinkEvidence(s.project.session, { linkId: link(s), passageIds: [s.alone] }),
    withLinks,
  ],
  ['typedLink.remove', 'a link goes', (s) => removeLink(s.project.session, { linkId: link(s) }), withLinks],
  [
    'linkType.save',
    'a type is named, coloured and undirected',
    (s) => saveLinkType(s.project.session, { typeId: typeId(s), name: 'va avec', color: '#117733', isDirected: false }),
    withLinks,
  ],
  [
    'linkType.save',
    'a type of one’s own is made',
    (s) => saveLinkType(s.project.session, { typeId: null, name: 'remplace', color: '#117733', isDirected: true }),
  ],
  ['linkType.remove', 'a type goes with its links', (s) => removeLinkType(s.project.session, { typeId: typeId(s), withLinks: true }), withLinks],
  ['conceptMap.save', 'a map is made', (s) => saveMap(s.project.session, { mapId: null, name: 'Carte', note: '' })],
  [
    'conceptMap.save',
    'a map is named otherwise',
    (s) => saveMap(s.project.session, { mapId: map(s), name: 'Gouvernance', note: 'Pour le chapitre 4' }),
    withMap,
  ],
  ['conceptMap.remove', 'a map goes; its links stay', (s) => removeMap(s.project.session, { mapId: map(s) }), withMap],
  [
    'conceptMap.place',
    'a category is put on a map, another is moved',
    (s) =>
      placeOnMap(s.project.session, {
        mapId: map(s),
        nodes: ['salon', 'Gouvernance'].map((name) => ({ categoryId: s.project.category(name), x: -30, y: 40 })),
      }),
    withMap,
  ],
  [
    'conceptMap.takeOff',
    'a category is taken off a map',
    (s) => takeOffMap(s.project.session, { mapId: map(s), categoryIds: [s.project.category('salon')] }),
    withMap,
  ],
  [
    'category.remove',
    'a category goes with its links and its places on maps',
    (s) => codebook.removeCategory(s.project.session, { categoryId: s.project.category('salon'), withCodings: true }),
    withMap,
  ],
  [
    'category.merge',
    'of two categories that become one, links that say the same become one, and one between them goes',
    (s) => codebook.mergeCategories(s.project.session, { from: s.project.category('feuille de route'), into: s.project.category('salon') }),
    withTwins,
  ],
  ['memo.remove', 'a linked memo goes, its links too', (s) => removeMemo(s.project.session, { memoId: s.memo }), withLinks],
  [
    'passage.resize',
    'a passage that links name becomes part of another one',
    (s) => resizePassage(s.project.as('AB'), { passageId: s.alone, ...s.project.range('décident. Les petits suivent.\nEntrepreneur : Non') }),
    withLinks,
  ],
  [
    'source.remove',
    'a source goes with the links to its passages, and the evidence',
    (s) => removeSource(s.project.session, s.project.source('E02')),
    withLinks,
  ],
];
