// The study as both copies make it: the rows that differ between them, decided one by one, over all the others, which are ours as they are theirs.
import type { MergeChoice, MergeChoices, MergeConflict } from '../../../shared/domain/merge.ts';
import { mergeRuleOf } from '../../../shared/domain/merge-rules.ts';
import type { MergeRule } from '../../../shared/domain/merge-rules.ts';
import { TABLE_OF_ENTITY } from '../../queries/entity-tables.ts';
import { entityKeysIn } from '../../../shared/domain/matrix.ts';
import type { Columns, ColumnValue } from '../../storage/writer.ts';
import type { CommonGround } from './common-ground.ts';
import type { SideName, TwoCopies } from './two-copies.ts';

/** How a copy's row reads in the merged text: null where nothing is left of it. */
export type MoveRow = (side: SideName | 'base', table: string, row: Columns) => Columns | null;

const indexKey = (columns: readonly string[]): string => columns.join(' ');
const valueKey = (values: readonly (ColumnValue | undefined)[]): string => JSON.stringify(values.map((value) => value ?? null));

/** Rows of one table that are decided, found by what they say. */
class DecidedRows {
  readonly rows = new Map<string, Columns | null>();
  readonly #indexes = new Map<string, { readonly columns: readonly string[]; readonly ids: Map<string, Set<string>> }>();

  set(id: string, row: Columns | null): void {
    const before = this.rows.get(id);
    this.rows.set(id, row);
    for (const { columns, ids } of this.#indexes.values()) {
      if (before) ids.get(valueKey(columns.map((name) => before[name])))?.delete(id);
      if (row) this.#add(ids, valueKey(columns.map((name) => row[name])), id);
    }
  }

  where(columns: readonly string[], values: readonly ColumnValue[]): Columns[] {
    const key = indexKey(columns);
    let index = this.#indexes.get(key);
    if (!index) {
      index = { columns, ids: new Map() };
      for (const [id, row] of this.rows) if (row) this.#add(index.ids, valueKey(columns.map((name) => row[name])), id);
      this.#indexes.set(key, index);
    }
    return [...(index.ids.get(valueKey(values)) ?? [])].sort().flatMap((id) => {
      const row = this.rows.get(id);
      return row ? [row] : [];
    });
  }

  #add(ids: Map<string, Set<string>>, key: string, id: string): void {
    const known = ids.get(key);
    if (known) known.add(id);
    else ids.set(key, new Set([id]));
  }
}

const NAME_UTF16 = 120;

export class MergedStudy {
  readonly copies: TwoCopies;
  readonly ground: CommonGround;
  readonly conflicts: MergeConflict[] = [];
  /** Texts laid together move what is anchored in them; until then rows are where they are. */
  move: MoveRow = (_side, _table, row) => row;
  /** What became part of what. */
  readonly became = new Map<string, string>();
  /** What is not taken for a thing of the same name: somebody said so. */
  readonly apart = new Set<string>();
  readonly #tables = new Map<string, DecidedRows>();
  readonly #choices: MergeChoices;

  constructor(copies: TwoCopies, ground: CommonGround, choices: MergeChoices) {
    this.copies = copies;
    this.ground = ground;
    this.#choices = choices;
  }

  /** What bears this id now; undefined where it is itself still. */
  idNow(id: string): string | undefined {
    let at = this.became.get(id);
    for (let steps = 0; at !== undefined && this.became.has(at) && steps < this.became.size; steps += 1) at = this.became.get(at);
    return at;
  }

  rule(table: string): MergeRule {
    return mergeRuleOf(table);
  }

  #of(table: string): DecidedRows {
    let rows = this.#tables.get(table);
    if (!rows) this.#tables.set(table, (rows = new DecidedRows()));
    return rows;
  }

  decided(table: string): ReadonlyMap<string, Columns | null> {
    return this.#of(table).rows;
  }

  isDecided(table: string, id: string): boolean {
    return this.#of(table).rows.has(id);
  }

  get(table: string, id: string): Columns | undefined {
    const decided = this.#of(table).rows.get(id);
    return decided === undefined ? this.copies.row('ours', table, id) : (decided ?? undefined);
  }

  set(table: string, id: string, row: Columns | null): void {
    this.#of(table).set(id, row);
  }

  patch(table: string, id: string, changes: Columns): void {
    const row = this.get(table, id);
    if (row && Object.entries(changes).some(([name, value]) => row[name] !== value)) this.set(table, id, { ...row, ...changes });
  }

  /** Of what is decided and what needs no decision. */
  where(table: string, columns: readonly string[], values: readonly ColumnValue[]): Columns[] {
    const rest = this.copies.rowsWhere('ours', table, columns, values).filter(({ id }) => !this.isDecided(table, String(id)));
    return [...rest, ...this.#of(table).where(columns, values)];
  }

  decidedWhere(table: string, column: string, value: string): Columns[] {
    return this.#of(table).where([column], [value]);
  }

  /** All rows of a small table, by their ids. */
  every(table: string): Columns[] {
    const rest = this.copies.ask('ours', `SELECT * FROM @"${table}"`).filter(({ id }) => !this.isDecided(table, String(id)));
    const decided = [...this.decided(table).values()].flatMap((row) => (row ? [row] : []));
    return [...rest, ...decided].sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1));
  }

  /** The row as a copy has it, in the merged text. */
  version(side: SideName | 'base', table: string, id: string): Columns | undefined {
    const row = side === 'base' ? this.ground.row(table, id) : this.copies.row(side, table, id);
    return row && (this.move(side, table, row) ?? undefined);
  }

  /** The row as either copy has it, or as both had it. */
  anywhere(table: string, id: string): Columns | undefined {
    return this.version('ours', table, id) ?? this.version('theirs', table, id) ?? this.version('base', table, id);
  }

  /** Both copies have it, or had it in common. */
  isOld(table: string, id: string): boolean {
    return this.ground.row(table, id) !== undefined;
  }

  /** What people know a row by. */
  nameOf(table: string, row: Columns): string {
    if (table === 'coding') return this.nameAt('category', row.category_id);
    if (table === 'attribute_value') return this.nameAt('attribute', row.attribute_id);
    if (table === 'passage') return this.#quote(row);
    if (table === 'cell') return this.#crossing(String(row.key));
    const { name } = this.rule(table);
    return name === undefined ? '' : String(row[name] ?? '').slice(0, NAME_UTF16);
  }

  /** The things that a crossing is of; what is no thing (a value, a period) is left out. */
  #crossing(key: string): string {
    const names = entityKeysIn(key).flatMap((entity) => {
      const [, kind = '', id = ''] = /^([a-zA-Z]+):([0-9a-f-]{36})/u.exec(entity) ?? [];
      return Object.hasOwn(TABLE_OF_ENTITY, kind) && id !== '' ? [this.nameAt(TABLE_OF_ENTITY[kind as keyof typeof TABLE_OF_ENTITY], id)] : [];
    });
    return names.join(' × ');
  }

  /** The name of the thing with this id, in either copy. */
  nameAt(table: string, id: ColumnValue | undefined): string {
    const row = this.get(table, String(id)) ?? this.anywhere(table, String(id));
    return row ? this.nameOf(table, row) : '';
  }

  #quote(row: Columns): string {
    const turn = this.get('turn', String(row.start_turn_id));
    const end = row.start_turn_id === row.end_turn_id ? Number(row.end_utf16) : undefined;
    return row.lost_quote === null
      ? String(turn?.text ?? '')
          .slice(Number(row.start_utf16), end)
          .slice(0, NAME_UTF16)
      : String(row.lost_quote);
  }

  /** What was chosen, or the proposal. */
  chosen(id: string, proposed: MergeChoice, choices: readonly MergeChoice[]): MergeChoice {
    const choice = this.#choices[id];
    return choice !== undefined && choices.includes(choice) ? choice : proposed;
  }

  /** Notes a conflict, once, and answers with what becomes of it. */
  settle(conflict: Omit<MergeConflict, 'where'>, table: string, row: Columns, column: string | null): MergeChoice {
    if (!this.conflicts.some(({ id }) => id === conflict.id))
      this.conflicts.push({ ...conflict, where: { table, id: String(row.id), column, name: this.nameOf(table, row) } });
    return this.chosen(conflict.id, conflict.proposed, conflict.choices);
  }

  /** Conflicts were settled otherwise than proposed. */
  get isSettled(): boolean {
    return this.conflicts.some(({ id, proposed, choices }) => this.chosen(id, proposed, choices) !== proposed);
  }
}
