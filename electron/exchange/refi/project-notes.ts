// A project's memos as notes of the standard: what refers to them, and the links of what cannot.
import type { Project } from '../../storage/open-project.ts';
import type { Row } from '../../storage/schema.ts';
import { element } from './xml-writing.ts';

type Memo = Pick<Row<'memo'>, 'id' | 'targetKind' | 'targetId' | 'title' | 'text' | 'coderId' | 'createdAt' | 'updatedAt'>;

const REFERRING: readonly string[] = ['project', 'source', 'passage', 'coding', 'category'];

export const upper = (id: string): string => id.toUpperCase();

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** A time as the standard writes it; a day is its beginning, anything else is left out. */
export function dateTime(at: string | undefined): string | null {
  if (at === undefined || DATE_TIME.test(at)) return at ?? null;
  return /^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00Z` : null;
}

/** What is the same of everything that somebody made. */
export function madeBy(coderId: string, createdAt: string, modified: { by: string; at: string } | null = null): Record<string, string | null> {
  return {
    creatingUser: upper(coderId),
    creationDateTime: dateTime(createdAt),
    modifyingUser: modified && upper(modified.by),
    modifiedDateTime: modified && dateTime(modified.at),
  };
}

export class ProjectNotes {
  readonly memos: readonly Memo[];
  readonly #byTarget = new Map<string, Memo[]>();

  constructor({ sqlite }: Project) {
    this.memos = sqlite
      .prepare<[], Memo>(
        `SELECT id, target_kind AS targetKind, target_id AS targetId, title, text, coder_id AS coderId, created_at AS createdAt, updated_at AS updatedAt
         FROM memo ORDER BY rowid`,
      )
      .all();
    for (const memo of this.memos) {
      const key = `${memo.targetKind} ${memo.targetId}`;
      const others = this.#byTarget.get(key);
      if (others) others.push(memo);
      else this.#byTarget.set(key, [memo]);
    }
  }

  on(kind: Memo['targetKind'], id: string): readonly Memo[] {
    return this.#byTarget.get(`${kind} ${id}`) ?? [];
  }

  refs(kind: Memo['targetKind'], id: string): string[] {
    return this.on(kind, id).map((memo) => element('NoteRef', { targetGUID: upper(memo.id) }));
  }

  /** Notes whose object the standard lets no reference start from: their link says what they are about. */
  linked(): readonly Memo[] {
    return this.memos.filter(({ targetKind }) => !REFERRING.includes(targetKind) && targetKind === 'case');
  }
}
