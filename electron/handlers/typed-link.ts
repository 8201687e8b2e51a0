// Answers the calls about typed links, their types and the maps they are drawn on.
import type { typedLinkContract } from '../../shared/contract/typed-link.ts';
import { placeOnMap, removeMap, saveMap, takeOffMap } from '../commands/concept-maps.ts';
import { makeLink, removeLink, removeLinkType, saveLinkType, setLinkEvidence, updateLink } from '../commands/typed-links.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { listLinkTypes, listLinks, listMaps } from '../queries/typed-links.ts';
import { done } from './reply.ts';

export function typedLinkHandlers(desk: Desk): Pick<Handlers, keyof typeof typedLinkContract> {
  return {
    'linkType.list': () => listLinkTypes(desk.project()),
    'linkType.save': (input) => saveLinkType(desk.session(), input),
    'linkType.remove': (input) => done(removeLinkType(desk.session(), input)),
    'typedLink.list': ({ end }) => listLinks(desk.project(), end),
    'typedLink.make': (input) => makeLink(desk.session(), input),
    'typedLink.update': (input) => done(updateLink(desk.session(), input)),
    'typedLink.setEvidence': (input) => done(setLinkEvidence(desk.session(), input)),
    'typedLink.remove': (input) => done(removeLink(desk.session(), input)),
    'conceptMap.list': () => listMaps(desk.project()),
    'conceptMap.save': (input) => saveMap(desk.session(), input),
    'conceptMap.remove': (input) => done(removeMap(desk.session(), input)),
    'conceptMap.place': (input) => done(placeOnMap(desk.session(), input)),
    'conceptMap.takeOff': (input) => done(takeOffMap(desk.session(), input)),
  };
}
