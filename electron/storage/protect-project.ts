// A project given a password, another one, or none: its file and every backup of it, so that none is left that opens otherwise.
import { join } from 'node:path';
import { Refusal } from '../../shared/domain/failure.ts';
import { backupFolderOf, listBackups } from './backups.ts';
import { closeProject } from './open-project.ts';
import type { Project } from './open-project.ts';
import type { ProjectKey } from './project-key.ts';
import { recast } from './recast.ts';
import { readTeamState } from './team-state.ts';

/** A backup of an earlier password is nobody's to open: it stays what it was. */
function recastBackup(path: string, oldKey: ProjectKey | null, newKey: ProjectKey | null): void {
  try {
    recast(path, oldKey, newKey);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/**
 * Closes the project first: nobody else may have it open. Its file is replaced when the new one is whole; then its backups are, one after the other.
 * Refuses (`project.inTeam`) one that is worked on together, whose other copies would not follow.
 */
export function protectProject(project: Project, newKey: ProjectKey | null): void {
  const { path, key, isReadOnly } = project;
  if (isReadOnly) throw new Refusal('project.readOnly', { path });
  if (newKey === null && key === null) throw new Refusal('project.notProtected');
  if (readTeamState(project.sqlite)) throw new Refusal('project.inTeam');
  const backups = listBackups(project).map(({ name }) => join(backupFolderOf(project), name));
  closeProject(project);
  recast(path, key, newKey);
  for (const backup of backups) recastBackup(backup, key, newKey);
}
