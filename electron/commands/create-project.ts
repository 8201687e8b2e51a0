// Makes a project file with its first coder; its making is the log's first entry, so that a replay from nothing gives it too.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { existsSync, renameSync } from 'node:fs';
import { checkProject } from '../queries/check.ts';
import { closeProject, createProjectFile, openForReading } from '../storage/open-project.ts';
import type { ProjectKey } from '../storage/project-key.ts';
import { insertCoder, newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface NewProject {
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  /** The first coder; the language's word for researcher when empty. */
  readonly coderName: string;
  readonly coderInitials?: string;
  /** Where another program gave them one already. */
  readonly coderId?: CoderId;
  readonly coderColor?: string;
}

const UNNAMED_CODER: Record<Language, string> = { fr: 'Chercheur·e', en: 'Researcher' };

/**
 * Refuses an existing file and a missing folder. The file is whole or absent, never half made: `furnish` gives the commands that
 * belong to its making (its cases, its grids), and what they refuse leaves no file.
 */
export function createProject(
  path: string,
  input: NewProject,
  origin: string,
  furnish: (session: Session) => void = () => undefined,
  key: ProjectKey | null = null,
): void {
  if (input.title.trim() === '') throw new Refusal('project.titleEmpty');
  createProjectFile(
    path,
    origin,
    (project) => {
      const coderId = input.coderId ?? newId<CoderId>();
      const name = input.coderName.trim() || UNNAMED_CODER[input.language];
      const title = input.title.trim();
      const session = { project, coderId };
      runCommand(session, { name: 'project.create', input: { ...input }, subject: { name: title } }, (context) => {
        context.writer.insert('project', { id: newId(), title, question: input.question, language: input.language, createdAt: context.at });
        insertCoder(context, { id: coderId, name, initials: input.coderInitials, color: input.coderColor });
      });
      furnish(session);
    },
    key,
  );
}

/**
 * Puts a project file that came from elsewhere (`unfinished`, on the same disk) in its place, if it is a sound project and nothing but tables.
 * Refuses an existing file; `unfinished` is gone afterwards or stays the caller's to remove.
 */
export function adoptProject(unfinished: string, path: string): void {
  const project = openForReading(unfinished);
  try {
    const made = project.sqlite.prepare<[], number>("SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')").pluck().get() ?? 0;
    if (made > 0 || checkProject(project).some(({ what }) => !what.startsWith('media.'))) throw new Refusal('project.damaged', { path });
  } finally {
    closeProject(project);
  }
  if (existsSync(path)) throw new Refusal('project.exists', { path });
  renameSync(unfinished, path);
}
