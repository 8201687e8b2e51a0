// Writes until when a study is kept, and what only the researcher can tell in its data-protection sheet.
import { NO_ANSWERS } from '../../shared/domain/confidentiality.ts';
import type { SheetAnswers } from '../../shared/domain/confidentiality.ts';
import { runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface ConfidentialityUpdate {
  /** A day; null: none was decided. */
  readonly keepUntil?: string | null | undefined;
  readonly answers?: SheetAnswers | undefined;
}

export function updateConfidentiality(session: Session, { keepUntil, answers }: ConfidentialityUpdate): void {
  const { sqlite } = session.project;
  const known = sqlite.prepare<[], { id: string }>('SELECT id FROM confidentiality').get();
  const project = sqlite.prepare<[], { id: string }>('SELECT id FROM project').get();
  if (!project) return;
  const sheet = answers && JSON.stringify(answers);
  runCommand(session, { name: 'confidentiality.update', input: { keepUntil }, subject: {} }, ({ writer }) => {
    // one in each project, under its id: two copies that make theirs apart make the same
    if (known) writer.update('confidentiality', known.id, { keepUntil, sheet });
    else writer.insert('confidentiality', { id: project.id, keepUntil: keepUntil ?? null, sheet: sheet ?? JSON.stringify(NO_ANSWERS) });
  });
}
