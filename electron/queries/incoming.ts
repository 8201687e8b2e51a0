// What the project already knows of a file on its way in: the same content, and people of the same names.
import type { CaseId, ParticipantId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';

/** A participant as far as a label can name them. */
export interface NamedPerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly caseId: CaseId | null;
}

export function listPeople(project: Project): NamedPerson[] {
  return project.sqlite.prepare<[], NamedPerson>('SELECT id, name, case_id AS caseId FROM participant ORDER BY rowid').all();
}

export function peopleNamed(project: Project, name: string): NamedPerson[] {
  return project.sqlite.prepare<[string], NamedPerson>('SELECT id, name, case_id AS caseId FROM participant WHERE name = ? ORDER BY rowid').all(name);
}

/** Name of the first source that was read from a file of this content. */
export function sourceOfFile(project: Project, sha256: string): string | undefined {
  return project.sqlite.prepare<[string], { name: string }>('SELECT name FROM source WHERE original_sha256 = ? ORDER BY position LIMIT 1').get(sha256)
    ?.name;
}
