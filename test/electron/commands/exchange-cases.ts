// What comes from other programs, as commands: what the property of undo is tried on.
import { bringIn } from '../../../electron/commands/bring-in.ts';
import { newId } from '../../../electron/commands/run-command.ts';
import type { Case } from './command-case.ts';

export const EXCHANGE_CASES: readonly Case[] = [
  [
    'project.bringIn',
    'another program’s coder and case come in',
    ({ project: p }) =>
      bringIn(p.session, {
        name: 'Étude',
        act: newId<string>(),
        rows: [
          {
            table: 'coder',
            row: { id: newId<string>(), name: 'Venu d’ailleurs', initials: 'VA', color: '#3f8f6b', createdAt: '2024-01-01T00:00:00.000Z' },
          },
          { table: 'study_case', row: { id: newId<string>(), name: 'Pôle d’ailleurs', position: 99 } },
        ],
      }),
  ],
];
