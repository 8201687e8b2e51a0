// What merging a copy of the project does as a command.
import { mergeProject } from '../../../electron/commands/merge-project.ts';
import { newId } from '../../../electron/commands/run-command.ts';
import type { Case } from './command-case.ts';

export const MERGE_CASES: readonly Case[] = [
  [
    'project.merge',
    'what another copy brings comes as one act',
    (s) => {
      const after = { id: newId<string>(), name: 'Pôle 9', position: 9 };
      const record = { holds: [newId<string>()], isSettled: false };
      mergeProject(s.project.session, {
        file: 'copie.trame',
        diffs: [{ op: 'insert', table: 'study_case', id: after.id, after }],
        conflicts: [],
        record,
      });
    },
  ],
];
