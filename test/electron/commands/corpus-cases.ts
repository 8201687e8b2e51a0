// Groups of cases, parts of sources, whom labels stand for, what attributes are: one act or several for each command.
import { updateAttribute } from '../../../electron/commands/attributes.ts';
import { createCaseGroup, removeCaseGroup, renameCaseGroup, setCaseGroups } from '../../../electron/commands/case-groups.ts';
import { assignPart, removePart } from '../../../electron/commands/case-parts.ts';
import { createAttribute, removeCase, setAttributeValues } from '../../../electron/commands/corpus.ts';
import { setCellStance, writeSynthesis } from '../../../electron/commands/cells.ts';
import { removeSource } from '../../../electron/commands/sources.ts';
import { linkSpeaker } from '../../../electron/commands/speakers.ts';
import { listParts, listSpeakers, readCorpusFrame } from '../../../electron/queries/corpus.ts';
import type { AttributeId, CaseGroupId, CasePartId, ParticipantId, SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import type { Study } from '../../support/study.ts';
import type { Case } from './command-case.ts';

const attribute = ({ project }: Study, name: string): AttributeId =>
  readCorpusFrame(project.project).attributes.find((each) => each.name === name)?.id as AttributeId;
const turn = ({ project }: Study, quote: string): TurnId => project.range(quote).start.turnId;
const group = ({ project }: Study): CaseGroupId => readCorpusFrame(project.project).groups[0]?.id as CaseGroupId;
const part = ({ project }: Study): CasePartId => listParts(project.project)[0]?.id as CasePartId;
const speaker = ({ project }: Study, label: string): SpeakerId => listSpeakers(project.project).find((each) => each.label === label)?.id as SpeakerId;

const withGroup = ({ project: p }: Study): void => {
  const groupId = createCaseGroup(p.session, { name: 'Anciens pôles', caseIds: [p.case('Pôle 1')] });
  const entityKeys = [`caseGroup:${groupId}`, `category:${p.category('Gouvernance')}`];
  writeSynthesis(p.session, { entityKeys, text: 'Les anciens décident ensemble.', status: 'draft' });
};
const withPart = (s: Study): void => {
  assignPart(s.project.session, { firstTurnId: turn(s, 'Et ici ?'), lastTurnId: turn(s, 'Les petits'), caseId: s.project.case('Pôle 1') });
};
const withTypedCreation = (s: Study): void => {
  updateAttribute(s.project.session, { attributeId: attribute(s, 'Création'), type: 'number' });
};

export const CORPUS_CASES: readonly Case[] = [
  [
    'caseGroup.create',
    'two poles are the old ones',
    ({ project: p }) => createCaseGroup(p.session, { name: 'Anciens', caseIds: [p.case('Pôle 1'), p.case('Pôle 2'), p.case('Pôle 1')] }),
  ],
  ['caseGroup.create', 'a group waits for its cases', ({ project: p }) => createCaseGroup(p.session, { name: 'Ruraux', caseIds: [] })],
  ['caseGroup.rename', 'a group gets its real name', (s) => renameCaseGroup(s.project.session, { groupId: group(s), name: 'Fondateurs' }), withGroup],
  [
    'caseGroup.remove',
    'a group goes with what was written of it, its cases stay',
    (s) => removeCaseGroup(s.project.session, { groupId: group(s) }),
    withGroup,
  ],
  [
    'case.setGroups',
    'a pole joins a group',
    (s) => setCaseGroups(s.project.session, { caseId: s.project.case('Pôle 2'), groupIds: [group(s), group(s)] }),
    withGroup,
  ],
  [
    'case.setGroups',
    'a pole leaves its groups',
    (s) => setCaseGroups(s.project.session, { caseId: s.project.case('Pôle 1'), groupIds: [] }),
    withGroup,
  ],
  [
    'case.remove',
    'a pole goes, with its place in groups and its parts',
    (s) => removeCase(s.project.session, { caseId: s.project.case('Pôle 1') }),
    (s) => {
      withGroup(s);
      withPart(s);
    },
  ],

  [
    'source.assignPart',
    'the end of an interview is about another pole',
    (s) => assignPart(s.project.session, { firstTurnId: turn(s, 'au salon'), lastTurnId: turn(s, 'Les petits'), caseId: s.project.case('Pôle 1') }),
  ],
  [
    'source.assignPart',
    'a part grows over what it overlaps',
    (s) => assignPart(s.project.session, { firstTurnId: turn(s, 'Les petits'), lastTurnId: turn(s, 'au salon'), caseId: s.project.case('Pôle 1') }),
    withPart,
  ],
  ['source.removePart', 'a part is taken back', (s) => removePart(s.project.session, { partId: part(s) }), withPart],
  ['source.remove', 'an interview goes, its parts with it', (s) => removeSource(s.project.session, s.project.source('E02')), withPart],

  [
    'speaker.link',
    'a label stands for somebody known, who was it before goes with what was said of them',
    (s) =>
      linkSpeaker(s.project.session, { speakerId: speaker(s, 'Directrice'), participantId: s.project.participant('Président') as ParticipantId }),
  ],
  [
    'speaker.link',
    'who asks in one source is another person',
    (s) => linkSpeaker(s.project.session, { speakerId: speaker(s, 'Enquêtrice'), participantId: null }),
  ],

  [
    'attribute.create',
    'an ordered choice about the sources',
    ({ project: p }) => createAttribute(p.session, { scope: 'source', name: 'Qualité', type: 'ordered', choices: ['faible', 'moyenne', 'bonne'] }),
  ],
  [
    'attribute.update',
    'an attribute gets another name',
    (s) => updateAttribute(s.project.session, { attributeId: attribute(s, 'Création'), name: 'Année de création' }),
  ],
  ['attribute.update', 'years become numbers', withTypedCreation],
  [
    'attribute.update',
    'words become choices',
    (s) =>
      updateAttribute(s.project.session, {
        attributeId: attribute(s, 'Fonction'),
        type: 'choice',
        choices: ['Entrepreneurs', 'Gouvernance'],
      }),
    (s) => {
      const entityKeys = [`attribute:${attribute(s, 'Fonction')}=gouvernance`, `case:${s.project.case('Pôle 1')}`];
      writeSynthesis(s.project.session, { entityKeys, text: 'Elle décide.', status: 'ready' });
      setCellStance(s.project.session, { entityKeys, passageId: s.shared, stance: 'supports' });
    },
  ],
  [
    'attribute.setValues',
    'a block is pasted into typed columns',
    (s) =>
      setAttributeValues(s.project.session, {
        values: [
          { attributeId: attribute(s, 'Création'), targetId: s.project.case('Pôle 1'), value: '1 998,50' },
          { attributeId: attribute(s, 'Création'), targetId: s.project.case('Pôle 2'), value: '' },
        ],
      }),
    withTypedCreation,
  ],
];
