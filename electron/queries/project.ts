// Reads the project's card, its status line and its history.
import type { EntryId } from '../../shared/domain/ids.ts';
import type { HistoryEntry, Language, ProjectStatus } from '../../shared/domain/project.ts';
import { allEntries, entrySummary, latestEntries, numberToRedo, numberToUndo } from '../storage/change-log.ts';
import type { EntrySummary, LogEntry } from '../storage/change-log.ts';
import type { Project } from '../storage/open-project.ts';
import { totalCounts } from './source-counts.ts';

export interface ProjectCard {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly language: Language;
}

export function readProject(project: Project): ProjectCard {
  const row = project.sqlite.prepare<[], ProjectCard>('SELECT id, title, question, language FROM project').get();
  if (!row) throw new Error('the project file has no project row');
  return row;
}

/** Numbers of the whole project, as the home screen and the status bar show them; turns are those of everybody but interviewers. */
export function readTotals(project: Project): Pick<ProjectStatus, 'sources' | 'turns' | 'codedTurns' | 'codings'> {
  const row = project.sqlite
    .prepare<[], { sources: number; turns: number }>('SELECT count(*) AS sources, coalesce(sum(turns), 0) AS turns FROM source')
    .get() ?? { sources: 0, turns: 0 };
  const { codings, codedTurns, interviewerTurns } = totalCounts(project);
  return { sources: row.sources, turns: row.turns - interviewerTurns, codedTurns, codings };
}

/** `seen`: the project as it is shown to who looks, where that is less than all of it: what is counted. `by`: whose acts undo is about; null: everybody's. */
export function readStatus(project: Project, seen: Project = project, by: string | null = null): ProjectStatus {
  const { sqlite } = project;
  const named = (number: number | undefined): ProjectStatus['undo'] => {
    const entry = number === undefined ? undefined : entrySummary(sqlite, number);
    return entry ? { command: entry.command, subject: entry.subject } : null;
  };
  const redoEntry = numberToRedo(sqlite, by);
  const savedAt = sqlite.prepare<[], { at: string }>('SELECT at FROM change_log ORDER BY number DESC LIMIT 1').get()?.at ?? null;
  return { ...readTotals(seen), savedAt, undo: named(numberToUndo(sqlite, null, by)), redo: named(redoEntry) };
}

/** An entry as the history shows it. */
export function shownEntry({ id, number, command, subject, kind, at, coderName, isUndone }: EntrySummary): HistoryEntry {
  return { id: id as EntryId, number, command, subject, kind, at, coderName, isUndone };
}

/** The latest entries of the log, newest first. */
export function readHistory(project: Project, limit: number): HistoryEntry[] {
  return latestEntries(project.sqlite, limit).map(shownEntry);
}

/** The whole log with its contents, oldest first. */
export function readLog(project: Project): Iterable<LogEntry> {
  return allEntries(project.sqlite);
}
