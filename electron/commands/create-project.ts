// Makes a project file with its first coder; its making is the log's first entry, so that a replay from nothing gives it too.
import { CATEGORY_COLORS } from '../../shared/domain/category.ts';
import { initialsOf } from '../../shared/domain/corpus.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { createProjectFile } from '../storage/open-project.ts';
import { newId, runCommand } from './run-command.ts';

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

/** Refuses an existing file and a missing folder. The file is whole or absent, never half made. */
export function createProject(path: string, input: NewProject, origin: string): void {
  if (input.title.trim() === '') throw new Refusal('project.titleEmpty');
  createProjectFile(path, origin, (project) => {
    const coderId = newId<CoderId>();
    const name = input.coderName.trim() || UNNAMED_CODER[input.language];
    runCommand({ project, coderId }, { name: 'project.create', input: { ...input }, subject: { name: input.title } }, ({ writer, at }) => {
      writer.insert('project', { id: newId(), title: input.title.trim(), question: input.question, language: input.language, createdAt: at });
      const initials = input.coderInitials ?? initialsOf(name);
      writer.insert('coder', { id: coderId, name, initials, color: input.coderColor ?? CATEGORY_COLORS[5], createdAt: at });
    });
  });
}
