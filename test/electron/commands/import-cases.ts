// Imports as commands: what the property of undo is tried on.
import { importSources } from '../../../electron/commands/import-sources.ts';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import { incoming } from '../../support/content.ts';
import type { Case } from './command-case.ts';

export const IMPORT_CASES: readonly Case[] = [
  [
    'source.import',
    'an interview comes in with its page, its bold words, and what the user says of who speaks',
    ({ project: p }) =>
      importSources(
        p.session,
        [
          {
            ...incoming('E04', 'A : Oui.\nB : Non.\nC : Si.\n'),
            styles: [{ start: 4, end: 12, style: 'bold' }],
            marks: [{ at: 9, kind: 'page', value: 2 }],
            speakers: [
              { label: 'A', participantId: p.participant('Directrice') as ParticipantId, isInterviewer: true },
              { label: 'B', participantId: null, name: 'Marie', isInterviewer: false },
            ],
            original: () => Buffer.from('A : Oui.'),
          },
        ],
        { caseId: p.case('Pôle 2'), kind: 'interview' },
      ),
  ],
  [
    'source.import',
    'a survey’s respondents come in with their attributes, some of which the project has',
    ({ project: p }) =>
      importSources(
        p.session,
        ['R1', 'R2'].map((name) => ({
          ...incoming(name, `${name} : Une réponse.\n`),
          kind: 'survey' as const,
          speakers: [{ label: name, participantId: null, name, isInterviewer: false }],
          attributes: { Fonction: 'membre', Âge: '34' },
        })),
        { caseId: null, kind: 'interview' },
      ),
  ],
];
