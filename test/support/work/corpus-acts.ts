// What is done by chance to sources, cases, people, attributes, coders and the project itself.
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import { bringIn } from '../../../electron/commands/bring-in.ts';
import * as groups from '../../../electron/commands/case-groups.ts';
import { assignPart, removePart } from '../../../electron/commands/case-parts.ts';
import * as corpus from '../../../electron/commands/corpus.ts';
import { importInSteps, importSources } from '../../../electron/commands/import-sources.ts';
import type { IncomingSource } from '../../../electron/commands/import-sources.ts';
import { addMedia, removeMedia } from '../../../electron/commands/media.ts';
import { mergeParticipants } from '../../../electron/commands/merge-participants.ts';
import { updateProject } from '../../../electron/commands/project.ts';
import { newId } from '../../../electron/commands/run-command.ts';
import { removeSource, updateSource } from '../../../electron/commands/sources.ts';
import { linkSpeaker, linkSpeakers } from '../../../electron/commands/speakers.ts';
import { takeBackAct } from '../../../electron/commands/undo.ts';
import { MediaIntake } from '../../../electron/storage/media-files.ts';
import { ATTRIBUTE_SCOPES, ATTRIBUTE_TYPES } from '../../../shared/domain/corpus.ts';
import type { AttributeId, CaseGroupId, CaseId, CasePartId, SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import { SOURCE_KINDS } from '../../../shared/domain/source.ts';
import { incoming } from '../content.ts';
import { aRecording } from '../tones.ts';
import type { Act, Desk } from './desk.ts';

const TEXTS = [
  'Directrice : Oui 😀 vraiment.\nEnquêtrice : Ah ?\nDirectrice : Ensemble.\n',
  'Sans nom.\n\nDeux lignes 👩‍🔬.',
  'Président : Un.\r\nPrésident : Deux.\r\n',
];
/** So many that an import writes them in two steps. */
const TWO_STEPS = 31;

const VALUES = ['oui', 'non', '1998', '2,5', '12/03/2021', 'gouvernance', ''];

function aSource(desk: Desk): IncomingSource {
  const { luck } = desk;
  return {
    ...incoming(desk.name, luck.pick(TEXTS)),
    ...(luck.below(4) === 0 ? { speakers: [{ label: 'Directrice', participantId: desk.maybe(desk.any<never>('participant')), name: 'Marie' }] } : {}),
    ...(luck.below(4) === 0 ? { attributes: { [desk.name]: luck.pick(VALUES) } } : {}),
    ...(luck.below(4) === 0 ? { original: () => Buffer.from(desk.name) } : {}),
  };
}

/** An import in several entries; stopped half-way now and then, while others go on working. */
function importAtLength(desk: Desk): void {
  const { luck, session } = desk;
  const act = newId<string>();
  const many = Array.from({ length: TWO_STEPS }, () => incoming(desk.name, 'Un mot.'));
  const steps = importInSteps(session, many, { caseId: null, kind: 'document' }, { subject: { count: TWO_STEPS, name: 'E' }, act });
  steps.next();
  if (luck.below(2) === 0) corpus.createCase(session, { name: `${desk.name} ${luck.below(1000)}` });
  if (luck.below(2) === 0) takeBackAct(session, act);
  else for (let step = steps.next(); step.done !== true; step = steps.next());
}

function record(desk: Desk): void {
  const sourceId = desk.any<never>('source');
  const intake = new MediaIntake(desk.project.path, 'E01.wav');
  intake.add(aRecording(1, desk.luck.pick([220, 440])));
  addMedia(desk.session, { sourceId, originalName: 'E01.wav', durationMs: desk.maybe(1000), ...intake.keep() });
}

/** What an attribute may be said of, mostly. */
function valueOf(desk: Desk): corpus.GivenValue {
  const attributeId = desk.any<AttributeId>('attribute');
  const table =
    ({ case: 'study_case', source: 'source', participant: 'participant' } as const)[
      desk.column<'case' | 'source' | 'participant'>('attribute', attributeId, 'scope')
    ] ?? 'source';
  return { attributeId, targetId: desk.any(table), value: desk.luck.pick(VALUES) };
}

export const CORPUS_ACTS = {
  'project.bringIn': (d) =>
    bringIn(d.session, {
      name: d.name,
      act: newId<string>(),
      rows: [{ table: 'study_case', row: { id: newId<string>(), name: `${d.name} ${d.luck.below(100_000)}`, position: 99 } }],
    }),
  'project.update': (d) => updateProject(d.session, { title: `${d.name} !`, ...(d.luck.below(2) === 0 ? { question: `${d.name} ?` } : {}) }),
  'source.import': (d) =>
    d.luck.below(12) === 0
      ? importAtLength(d)
      : importSources(
          d.session,
          d.several(2, () => aSource(d)),
          { caseId: d.maybe(d.any('study_case')), kind: d.luck.pick(SOURCE_KINDS) },
        ),
  'source.update': (d) =>
    updateSource(d.session, {
      sourceId: d.any('source'),
      ...(d.luck.below(2) === 0 ? { name: d.name } : {}),
      ...(d.luck.below(2) === 0 ? { date: d.maybe('2024-05-17'), kind: d.luck.pick(SOURCE_KINDS) } : {}),
      ...(d.luck.below(2) === 0 ? { caseIds: d.several(2, () => d.any<CaseId>('study_case')) } : {}),
    }),
  'source.remove': (d) => removeSource(d.session, d.any('source')),
  'source.assignPart': (d) => {
    const firstTurnId = d.any<TurnId>('turn');
    const lastTurnId = d.anyWhere<TurnId>('turn', 'source_id', d.column('turn', firstTurnId, 'source_id'));
    assignPart(d.session, { firstTurnId, lastTurnId, caseId: d.any('study_case') });
  },
  'source.removePart': (d) => removePart(d.session, { partId: d.any<CasePartId>('case_part') }),
  'media.add': record,
  'media.remove': (d) => removeMedia(d.session, d.column('media', d.any('media'), 'source_id')),
  'speaker.link': (d) =>
    d.luck.below(2) === 0
      ? linkSpeaker(d.session, { speakerId: d.any('speaker'), participantId: d.maybe(d.any('participant')) })
      : linkSpeakers(d.session, {
          speakerId: d.any('speaker'),
          others: d.several(2, () => d.any<SpeakerId>('speaker')),
          participantId: d.maybe(d.any('participant')),
        }),
  'case.create': (d) => corpus.createCase(d.session, { name: d.name }),
  'case.rename': (d) => corpus.renameCase(d.session, { caseId: d.any('study_case'), name: d.name }),
  'case.remove': (d) => corpus.removeCase(d.session, { caseId: d.any('study_case') }),
  'case.setGroups': (d) =>
    groups.setCaseGroups(d.session, { caseId: d.any('study_case'), groupIds: d.several(2, () => d.any<CaseGroupId>('case_group')) }),
  'caseGroup.create': (d) => groups.createCaseGroup(d.session, { name: d.name, caseIds: d.several(2, () => d.any<CaseId>('study_case')) }),
  'caseGroup.rename': (d) => groups.renameCaseGroup(d.session, { groupId: d.any('case_group'), name: d.name }),
  'caseGroup.remove': (d) => groups.removeCaseGroup(d.session, { groupId: d.any('case_group') }),
  'participant.update': (d) =>
    corpus.updateParticipant(d.session, {
      participantId: d.any('participant'),
      ...(d.luck.below(2) === 0 ? { name: d.name } : {}),
      caseId: d.maybe(d.any('study_case')),
      isInterviewer: d.luck.below(2) === 0,
    }),
  'participant.merge': (d) => mergeParticipants(d.session, { from: d.any('participant'), into: d.any('participant') }),
  'attribute.create': (d) =>
    corpus.createAttribute(d.session, {
      scope: d.luck.pick(ATTRIBUTE_SCOPES),
      name: d.name,
      ...(d.luck.below(2) === 0 ? { type: d.luck.pick(ATTRIBUTE_TYPES), choices: d.names(3) } : {}),
    }),
  'attribute.update': (d) =>
    updateAttribute(d.session, {
      attributeId: d.any('attribute'),
      ...(d.luck.below(2) === 0 ? { name: d.name } : {}),
      ...(d.luck.below(2) === 0 ? { type: d.luck.pick(ATTRIBUTE_TYPES) } : {}),
      ...(d.luck.below(2) === 0 ? { choices: [...d.names(3), ...VALUES.slice(0, 4)] } : {}),
    }),
  'attribute.remove': (d) => corpus.removeAttribute(d.session, { attributeId: d.any('attribute') }),
  'attribute.setValue': (d) => corpus.setAttributeValue(d.session, valueOf(d)),
  'attribute.setValues': (d) => corpus.setAttributeValues(d.session, { values: d.several(3, () => valueOf(d)) }),
  'attribute.applyTable': (d) => {
    const values = (): Record<string, string> => ({ [d.name]: d.luck.pick(VALUES), [d.name]: d.luck.pick(VALUES) });
    corpus.applyAttributes(
      d.session,
      'source',
      d.several(2, () => ({ targetId: d.any('source'), values: values() })),
      new Map([[d.name, d.luck.pick(ATTRIBUTE_TYPES)]]),
    );
  },
  'coder.create': (d) => corpus.createCoder(d.session, { name: `${d.name} ${d.luck.below(4)}` }),
  'coder.update': (d) => corpus.updateCoder(d.session, { coderId: d.any('coder'), name: d.name, initials: d.name.slice(0, 2) }),
} as const satisfies Record<string, Act>;
