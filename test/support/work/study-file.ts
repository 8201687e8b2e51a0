// The study that work drawn by chance begins with: some of everything, each kind of thing at least once.
import { saveRound } from '../../../electron/commands/agreement-rounds.ts';
import { saveAssignment } from '../../../electron/commands/assignments.ts';
import { applyRule } from '../../../electron/commands/autocode.ts';
import { placeCards } from '../../../electron/commands/board.ts';
import { createCaseGroup } from '../../../electron/commands/case-groups.ts';
import { assignPart } from '../../../electron/commands/case-parts.ts';
import { setPlaces } from '../../../electron/commands/category-places.ts';
import * as cells from '../../../electron/commands/cells.ts';
import { updateCategory } from '../../../electron/commands/codebook.ts';
import { decideDisagreement } from '../../../electron/commands/disagreements.ts';
import { keepVersion } from '../../../electron/commands/grid-versions.ts';
import { addMedia } from '../../../electron/commands/media.ts';
import { takeSnapshot } from '../../../electron/commands/matrix-snapshots.ts';
import { savePrintSettings } from '../../../electron/commands/print-settings.ts';
import { setStopWords } from '../../../electron/commands/stop-words.ts';
import { saveAnalysis } from '../../../electron/commands/saved-analyses.ts';
import { saveScale } from '../../../electron/commands/rating-scales.ts';
import { placeOnMap, saveMap } from '../../../electron/commands/concept-maps.ts';
import { makeLink } from '../../../electron/commands/typed-links.ts';
import { sendPack, takeComments, writeComment } from '../../../electron/commands/reviews.ts';
import { saveResearchQuestion } from '../../../electron/commands/research-questions.ts';
import { setQuickKey } from '../../../electron/commands/quick-keys.ts';
import { saveSearch } from '../../../electron/commands/saved-searches.ts';
import { readAgreement } from '../../../electron/queries/agreement.ts';
import { listCodings } from '../../../electron/queries/passages.ts';
import { MediaIntake } from '../../../electron/storage/media-files.ts';
import { closeProject } from '../../../electron/storage/open-project.ts';
import { roundOf } from '../../../shared/domain/agreement-round.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import { ruleFor } from '../autocode.ts';
import { WHOLE_STUDY } from '../../../shared/domain/review-pack.ts';
import { DECIDE, HERE, settle, withGuide } from '../guide.ts';
import { PACK, aComment, incoming } from '../review.ts';
import { aStudy } from '../study.ts';
import type { Study } from '../study.ts';
import type { TestProject } from '../project.ts';
import { aRecording } from '../tones.ts';
import { emptyTable } from './matrix-acts.ts';

function record(project: TestProject): void {
  const intake = new MediaIntake(project.path, 'E02.wav');
  intake.add(aRecording(1));
  addMedia(project.session, { sourceId: project.source('E02'), originalName: 'E02.wav', durationMs: 1000, ...intake.keep() });
}

/** A cell rated, with a verbatim pinned to it, a question of the study's own, a matrix kept as it stood, settings of prints. */
function rate({ project, matrix, definition }: Study): void {
  const { session } = project;
  const entityKeys = [`category:${project.category('Gouvernance')}`, `case:${project.case('Pôle 1')}`];
  const steps = ['faible', 'forte'].map((label, value) => ({ value, label, rule: '' }));
  const scaleId = saveScale(session, { scaleId: null, name: 'Force', steps });
  cells.rate(session, { entityKeys, rating: { scaleId, value: 1 } });
  cells.pinQuote(session, { entityKeys, passageId: project.coding('AB', 'charte', 'signée par tous'), position: null });
  saveResearchQuestion(session, { questionId: null, text: 'Qui décide ?', expression: null, position: null });
  takeSnapshot(session, { matrixId: matrix, name: 'Au début' }, emptyTable('Au début', definition));
  savePrintSettings(session, {
    settingsId: null,
    name: 'Annexes',
    pack: {
      style: { language: 'fr', author: null, sourceLine: null, reference: { who: 'label' }, links: true },
      orders: [{ piece: { kind: 'audit' }, formats: ['docx'] }],
    },
  });
  setStopWords(session, { words: 'feuille', isStopped: true });
  saveAnalysis(session, { analysisId: null, kind: 'crosstab', name: 'Fonctions', setting: '{}', note: '' });
  saveSearch(session, { searchId: null, kind: 'retrieval', name: 'Qui décide', setting: '{}' });
}

/** Two links, one of them from a passage, and a map with both of the other's ends. */
function linkUp({ project, alone, shared }: Study): void {
  const { session } = project;
  const [salon, charte] = [project.category('salon'), project.category('charte')];
  const type = { name: 'entraîne', color: '#cc6677', isDirected: true };
  makeLink(session, { type, from: { kind: 'category', id: salon }, to: { kind: 'category', id: charte }, note: 'E01', passageIds: [shared] });
  makeLink(session, { type, from: { kind: 'passage', id: alone }, to: { kind: 'category', id: charte }, note: '', passageIds: [] });
  const mapId = saveMap(session, { mapId: null, name: 'Ce qui tient', note: '' });
  placeOnMap(session, { mapId, nodes: [salon, charte].map((categoryId, at) => ({ categoryId, x: at * 100, y: 0 })) });
}

/** A pack sent, and what came back: on a category and on a passage. */
function review({ project, alone }: Study): void {
  const { session } = project;
  const counts = { matrices: 1, sources: 3, memos: 6, categories: 12 };
  sendPack(session, { id: PACK, form: 'page', fileName: 'Pôles.html', choice: WHOLE_STUDY, counts, sha256: '' });
  const said = [
    aComment({ kind: 'category', id: project.category('Gouvernance'), label: 'Gouvernance', quote: '' }),
    aComment({ kind: 'passage', id: alone, passageId: alone, label: 'E02 §2', quote: 'Les petits suivent' }),
  ];
  takeComments(session, PACK, incoming(project.project, said));
  const place = { kind: 'category', id: project.category('Coordination') } as const;
  writeComment(session, { threadId: null, place, verdict: 'discuss', text: 'À voir ensemble.', author: null });
}

/** Given to two coders, compared, and one place settled by somebody who sees both. */
function compare({ project }: Study): void {
  const { session } = project;
  const coderIds = ['AB', 'CD'].map((name) => project.coder(name));
  const sourceIds = [project.source('E01'), project.source('E02')];
  saveAssignment(session, {
    assignmentId: null,
    title: 'Premier tour',
    due: null,
    isBlind: true,
    sourceIds,
    gridIds: [],
    coderIds,
  });
  const setting = { coderIds, gridIds: null, unit: 'turn', coefficient: 'alpha', draws: 100, seed: 1 } as const;
  const found = readAgreement(project.project, { ...setting, coderIds: [...coderIds] });
  if (!isUndefined(found)) saveRound(session, { name: 'Avril', setting: { ...setting, coderIds: [...coderIds] }, figures: roundOf(found, 0) });
  const [coding] = listCodings(project.project).filter(({ quote }) => quote === 'Les petits suivent');
  if (!coding) throw new Error('nobody coded it');
  const categoryId = project.category('Influence d’acteurs');
  const place = { sourceId: project.source('E02'), categoryId, start: coding.start, end: coding.end, coderIds };
  decideDisagreement(session, { ...place, decision: 'kept', adoptedId: null, otherCategoryId: null, why: 'Deux lectures' });
}

/** With the log that tells how it was made. */
export function aFurnishedStudy(): TestProject {
  const study = aStudy();
  const { project } = study;
  const { session } = project;
  const salon = project.category('salon');
  withGuide(project);
  settle(project, 'confirmed', [DECIDE, 'Qui décide ?'], [HERE, 'Et ici ?']);
  createCaseGroup(session, { name: 'Anciens', caseIds: [project.case('Pôle 1')] });
  const [first, last] = [project.range('Les petits').start.turnId, project.range('au salon').start.turnId];
  assignPart(session, { firstTurnId: first, lastTurnId: last, caseId: project.case('Pôle 1') });
  const places = ['La charte', 'Les grands groupes'].map((quote) => project.range(quote));
  applyRule(session, { rule: ruleFor(project, 'charte', 'salon'), places, excluded: ['nulle part'], keepAs: 'Charte', ruleId: null });
  keepVersion(session, { gridId: project.grid('outils'), reason: 'Au début' });
  setPlaces(session, { categoryId: salon, parentIds: [project.category('Régulation')] });
  setQuickKey(session, { digit: 1, categoryId: salon });
  placeCards(session, { places: [{ categoryId: salon, x: 10, y: -20 }] });
  updateCategory(session, { categoryId: project.category('feuille de route'), scale: { min: 0, max: 2, step: 1 } });
  record(project);
  rate(study);
  linkUp(study);
  review(study);
  compare(study);
  return project;
}

/** A closed file. Its log begins with the study as it is: nothing before the work drawn by chance can be taken back. */
export function aStudyToWorkOn(): string {
  const project = aFurnishedStudy();
  project.project.sqlite.exec('DELETE FROM change_log WHERE number > 1');
  closeProject(project.project);
  return project.path;
}
