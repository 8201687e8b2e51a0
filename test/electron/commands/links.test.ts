// What becomes of typed links while what they join changes, and what they keep.
import { describe, expect, it } from 'vitest';
import { mergeCategories, removeCategory } from '../../../electron/commands/codebook.ts';
import { removeOneCoding } from '../../../electron/commands/codings.ts';
import { placeOnMap, saveMap } from '../../../electron/commands/concept-maps.ts';
import { removeMemo } from '../../../electron/commands/memos.ts';
import { undo } from '../../../electron/commands/undo.ts';
import { makeLink, removeLink, removeLinkType, saveLinkType, setLinkEvidence, updateLink } from '../../../electron/commands/typed-links.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { listLinkTypes, listLinks, listMaps } from '../../../electron/queries/typed-links.ts';
import type { LinkId, PassageId } from '../../../shared/domain/ids.ts';
import type { LinkEnd, TypedLink } from '../../../shared/domain/typed-link.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

const CAUSES = { name: 'entraîne', color: '#cc6677', isDirected: true };
const CONTRADICTS = { name: 'contredit', color: '#4477aa', isDirected: false };

const category = ({ project }: Study, name: string): LinkEnd => ({ kind: 'category', id: project.category(name) });
const links = ({ project }: Study): TypedLink[] => listLinks(project.project, null);
const said = (study: Study): string[] => links(study).map(({ from, to, note }) => `${from.label} → ${to.label} (${note})`);

function link(study: Study, from: string, to: string, note = '', passageIds: readonly PassageId[] = [], type = CAUSES): LinkId {
  return makeLink(study.project.session, { type, from: category(study, from), to: category(study, to), note, passageIds });
}

const stands = ({ project }: Study, id: PassageId): boolean =>
  project.project.sqlite.prepare('SELECT 1 FROM passage WHERE id = ?').get(id) !== undefined;

describe('a typed link', () => {
  it('tells both ends, its type, note and evidence in order', () => {
    const study = aStudy();
    link(study, 'salon', 'charte', ' selon E01 ', [study.alone, study.shared, study.alone]);
    const [only] = links(study);
    expect(only).toMatchObject({
      from: { kind: 'category', label: 'salon', place: 'Coordination › salon' },
      to: { label: 'charte' },
      note: 'selon E01',
      evidence: [study.alone, study.shared],
    });
    expect(listLinkTypes(study.project.project)).toMatchObject([{ name: 'entraîne', isDirected: true, links: 1 }]);
    expect(listLinks(study.project.project, category(study, 'charte'))).toHaveLength(1);
    expect(listLinks(study.project.project, category(study, 'Gouvernance'))).toEqual([]);
  });

  it('says nothing of itself, and nothing twice: without a direction, not the other way round either', () => {
    const study = aStudy();
    link(study, 'salon', 'charte');
    expect(() => link(study, 'salon', 'salon')).toThrow('typedLink.toItself');
    expect(() => link(study, 'salon', 'charte')).toThrow('typedLink.exists');
    link(study, 'charte', 'salon');
    link(study, 'salon', 'charte', '', [], CONTRADICTS);
    expect(() => link(study, 'charte', 'salon', '', [], CONTRADICTS)).toThrow('typedLink.exists');
    const [first] = links(study);
    expect(() => updateLink(study.project.session, { linkId: first?.id as LinkId, turns: true })).toThrow('typedLink.exists');
    const type = listLinkTypes(study.project.project)[0];
    expect(() => saveLinkType(study.project.session, { typeId: type?.id ?? null, ...CAUSES, isDirected: false })).toThrow('linkType.bothWays');
    expect(() => saveLinkType(study.project.session, { typeId: null, ...CAUSES, name: 'Contredit' })).not.toThrow();
  });

  it('keeps the passages that it names or rests on, as long as it stands', () => {
    const study = aStudy();
    const { session } = study.project;
    const type = CAUSES;
    const made = makeLink(session, { type, from: { kind: 'passage', id: study.alone }, to: category(study, 'charte'), note: '', passageIds: [] });
    removeOneCoding(session, { codingId: study.coding(study.alone, 'AB') });
    expect(stands(study, study.alone)).toBe(true);
    expect(links(study)[0]?.from).toMatchObject({ kind: 'passage', label: 'Les petits suivent', place: 'E02 §2' });
    removeLink(session, { linkId: made });
    expect(stands(study, study.alone)).toBe(false);
    undo(session);
    expect(links(study)[0]?.from.id).toBe(study.alone);
  });

  it('lets go of evidence that nothing else keeps', () => {
    const study = aStudy();
    const { session } = study.project;
    const made = link(study, 'salon', 'charte', '', [study.alone]);
    removeOneCoding(session, { codingId: study.coding(study.alone, 'AB') });
    expect(stands(study, study.alone)).toBe(true);
    setLinkEvidence(session, { linkId: made, passageIds: [study.shared] });
    expect(stands(study, study.alone)).toBe(false);
    expect(checkProject(study.project.project)).toEqual([]);
  });

  it('goes with a category, a memo; undo brings it back', () => {
    const study = aStudy();
    const { session } = study.project;
    link(study, 'salon', 'charte', 'un', [study.shared]);
    makeLink(session, { type: CAUSES, from: { kind: 'memo', id: study.memo }, to: category(study, 'charte'), note: 'deux', passageIds: [] });
    removeMemo(session, { memoId: study.memo });
    expect(links(study)).toHaveLength(1);
    removeCategory(session, { categoryId: study.project.category('salon'), withCodings: true });
    expect(links(study)).toEqual([]);
    undo(session);
    undo(session);
    expect(links(study).map(({ note, evidence }) => [note, evidence.length])).toEqual([
      ['un', 1],
      ['deux', 0],
    ]);
  });

  it('follows a category into another: those that say the same become one, those between the two go', () => {
    const study = aStudy();
    const { session, project } = study.project;
    link(study, 'salon', 'charte', 'selon E01', [study.shared]);
    link(study, 'feuille de route', 'charte', 'selon E02', [study.alone, study.shared]);
    link(study, 'feuille de route', 'salon', 'entre les deux');
    link(study, 'Gouvernance', 'feuille de route', 'ailleurs');
    const mapId = saveMap(session, { mapId: null, name: 'Carte', note: '' });
    const nodes = ['salon', 'feuille de route', 'charte'].map((name, at) => ({ categoryId: study.project.category(name), x: at, y: at }));
    placeOnMap(session, { mapId, nodes });
    mergeCategories(session, { from: study.project.category('feuille de route'), into: study.project.category('salon') });
    expect(said(study)).toEqual(['salon → charte (selon E01\nselon E02)', 'Gouvernance → salon (ailleurs)']);
    expect(links(study)[0]?.evidence).toEqual([study.shared, study.alone]);
    expect(listMaps(project)[0]?.nodes.map(({ x }) => x)).toEqual([0, 2]);
    expect(checkProject(project)).toEqual([]);
  });

  it('goes with its type only when that is meant', () => {
    const study = aStudy();
    const { session, project } = study.project;
    link(study, 'salon', 'charte');
    const typeId = listLinkTypes(project)[0]?.id as never;
    expect(() => removeLinkType(session, { typeId, withLinks: false })).toThrow('linkType.inUse');
    removeLinkType(session, { typeId, withLinks: true });
    expect([links(study), listLinkTypes(project)]).toEqual([[], []]);
  });

  it('is looked at by the check', () => {
    const study = aStudy();
    const { project } = study.project;
    link(study, 'salon', 'charte');
    link(study, 'charte', 'salon');
    project.sqlite.exec('UPDATE link_type SET is_directed = 0');
    expect(checkProject(project)).toEqual([{ what: 'link.twice', where: 'entraîne' }]);
  });
});
