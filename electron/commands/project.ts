// Changes the project's own card.
import type { Session } from './run-command.ts';
import { runCommand } from './run-command.ts';

export function updateProject(session: Session, input: { title?: string | undefined; question?: string | undefined }): void {
  const row = session.project.sqlite.prepare<[], { id: string; title: string }>('SELECT id, title FROM project').get();
  if (!row) return;
  runCommand(session, { name: 'project.update', input, subject: { name: input.title ?? row.title } }, ({ writer }) => {
    writer.update('project', row.id, { title: input.title, question: input.question });
  });
}
