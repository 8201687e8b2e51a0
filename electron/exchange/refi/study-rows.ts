// What every piece of a project's XML is written from: its rows, by statements that are prepared once, and how they are to be written.
import type { Language } from '../../../shared/domain/project.ts';
import type { Project } from '../../storage/open-project.ts';
import { ProjectNotes } from './project-notes.ts';
import type { PositionUnit, WrittenSourceText } from './written-text-positions.ts';

export interface WritingOptions {
  readonly language: Language;
  readonly unit: PositionUnit;
  readonly version: string;
  readonly withRecordings: boolean;
  textOf(sourceId: string): WrittenSourceText;
  /** Called when a source is written. */
  step(): void;
}

export class StudyRows {
  readonly project: Project;
  readonly options: WritingOptions;
  readonly notes: ProjectNotes;
  /** Whose work stands where nobody's name does. */
  readonly firstCoder: string;
  readonly #statements = new Map<string, { all(...values: string[]): unknown[] }>();

  constructor(project: Project, options: WritingOptions) {
    this.project = project;
    this.options = options;
    this.notes = new ProjectNotes(project);
    this.firstCoder = this.all<{ id: string }>('SELECT id FROM coder ORDER BY rowid')[0]?.id ?? '';
  }

  all<T>(sql: string, ...values: string[]): T[] {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.project.sqlite.prepare<string[], unknown>(sql)));
    return statement.all(...values) as T[];
  }
}
