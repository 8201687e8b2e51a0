// Makes a project file with its first coder; its making is the log's first entry, so that a replay from nothing gives it too.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { createProjectFile } from '../storage/open-project.ts';
import { insertCoder, newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface NewProject {
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  /** The first coder; the language's word for researcher when empty. */
  readonly coderName: string;
  readonly coderInitials?: string;
  readonly coderColor?: string;
}

const UNNAMED_CODER: Record<Language, string> = { fr: 'Chercheur·e', en: 'Researcher' };

/**
 * Refuses an existing file and a missing folder. The file is whole or absent, never half made: `furnish` gives the commands that
 * belong to its making (its cases, its grids), and what they refuse leaves no file.
 */
export function createProject(path: string, input: NewProject, origin: string, furnish: (session: Session) => void = () => undefined): void {
  if (input.title.trim() === '') throw new Refusal('project.titleEmpty');
  createProjectFile(path, origin, (project) => {
    const coderId = newId<CoderId>();
    const name = input.coderName.trim() || UNNAMED_CODER[input.language];
    const title = input.title.trim();
    const session = { project, coderId };
    runCommand(session, { name: 'project.create', input: { ...input }, subject: { name: title } }, (context) => {
      context.writer.insert('project', { id: newId(), title, question: input.question, language: input.language, createdAt: context.at });
      insertCoder(context, { id: coderId, name, initials: input.coderInitials, color: input.coderColor });
    });
    furnish(session);
  });
}
