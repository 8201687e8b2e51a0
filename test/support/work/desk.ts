// Where work drawn by chance finds what to work on: the rows that are there now, and now and then one that is not.
import type { Range } from '../../../electron/commands/codings.ts';
import type { Session } from '../../../electron/commands/run-command.ts';
import { coderIds } from '../../../electron/queries/corpus.ts';
import { TABLE_OF_ENTITY, TABLE_OF_TARGET } from '../../../electron/queries/entity-tables.ts';
import type { Project } from '../../../electron/storage/open-project.ts';
import type { TableName } from '../../../electron/storage/schema.ts';
import type { CoderId, SourceId, TurnId } from '../../../shared/domain/ids.ts';
import { crossingKey } from '../../../shared/domain/matrix.ts';
import type { MemoTarget } from '../../../shared/domain/memo.ts';
import type { LinkKind } from '../../../shared/domain/text-link.ts';
import type { Chance } from '../seeded.ts';

export const NOBODY = '00000000-0000-4000-8000-000000000000';
const NAMES = ['Gouvernance', 'salon', 'Régulation', 'charte', 'Confiance', 'é', 'e\u0301', 'a > b', 'x|y', '1998', 'oui'];
const ENTITY_KINDS = Object.keys(TABLE_OF_ENTITY) as (keyof typeof TABLE_OF_ENTITY)[];
/** One row in so many that are asked for is none. */
const MISSING = 60;

/** What one command, drawn by chance, makes of the desk. */
export type Act = (desk: Desk) => unknown;

export class Desk {
  readonly project: Project;
  readonly luck: Chance;

  constructor(project: Project, luck: Chance) {
    this.project = project;
    this.luck = luck;
  }

  /** One of the project's coders at work. */
  get session(): Session {
    return { project: this.project, coderId: this.luck.pick(this.coders) };
  }

  get coders(): CoderId[] {
    return coderIds(this.project);
  }

  get name(): string {
    return this.luck.pick(NAMES);
  }

  names(atMost: number): string[] {
    return [...new Set(this.several(atMost, () => this.name))];
  }

  /** In the order in which rows were written, which is the same in every run; ids are not. */
  any<T extends string>(table: TableName): T {
    const ids = this.project.sqlite.prepare(`SELECT id FROM "${table}" ORDER BY rowid`).pluck().all() as T[];
    return ids.length === 0 || this.luck.below(MISSING) === 0 ? (NOBODY as T) : this.luck.pick(ids);
  }

  /** What a row says; the id of nothing where there is no such row. */
  column<T extends string>(table: TableName, id: string, column: string): T {
    return (this.project.sqlite.prepare(`SELECT "${column}" FROM "${table}" WHERE id = ?`).pluck().get(id) ?? NOBODY) as T;
  }

  /** A row whose column says this, where there is one. */
  anyWhere<T extends string>(table: TableName, column: string, value: string): T {
    const ids = this.project.sqlite.prepare(`SELECT id FROM "${table}" WHERE "${column}" = ? ORDER BY rowid`).pluck().all(value) as T[];
    return ids.length === 0 || this.luck.below(MISSING) === 0 ? this.any<T>(table) : this.luck.pick(ids);
  }

  maybe<T>(value: T): T | null {
    return this.luck.below(3) === 0 ? null : value;
  }

  several<T>(atMost: number, one: () => T): T[] {
    return Array.from({ length: this.luck.below(atMost + 1) }, one);
  }

  /** Two ends in one source; in the wrong order now and then. */
  range(): Range {
    return this.rangeIn(this.any('source'));
  }

  rangeIn(sourceId: SourceId): Range {
    const turns = this.project.sqlite
      .prepare<[string], { id: TurnId; length: number }>('SELECT id, length_utf16 AS length FROM turn WHERE source_id = ? ORDER BY position')
      .all(sourceId);
    const end = (): { index: number; offsetUtf16: number } => {
      const index = this.luck.below(turns.length);
      return { index, offsetUtf16: this.luck.below((turns[index]?.length ?? 0) + 1) };
    };
    const ends = [end(), end()];
    if (this.luck.below(8) > 0) ends.sort((one, other) => one.index - other.index || one.offsetUtf16 - other.offsetUtf16);
    const [start, last] = ends.map(({ index, offsetUtf16 }) => ({ turnId: turns[index]?.id ?? (NOBODY as TurnId), offsetUtf16 }));
    return { sourceId, start, end: last } as Range;
  }

  entityKey(): string {
    if (this.luck.below(10) === 0) return this.luck.pick(['sourceKind:=interview', 'period:=2024-03-01..2024-04-01']);
    const kind = this.luck.pick(ENTITY_KINDS);
    const value = { attribute: '=a|b', period: '=2024-01-01..2025-01-01' }[kind as string] ?? '';
    return `${kind}:${this.any(TABLE_OF_ENTITY[kind])}${value}`;
  }

  target(kind: MemoTarget | LinkKind): string {
    if (kind === 'project') return '';
    return kind === 'cell' ? crossingKey([this.entityKey(), this.entityKey()]) : this.any(TABLE_OF_TARGET[kind]);
  }
}
