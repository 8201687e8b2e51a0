// One person who corrects a coded transcript at random, with a model at their side that says after every act where each coding must be.
import { deepStrictEqual, strictEqual } from 'node:assert';
import type Database from 'better-sqlite3';
import { applyCategories } from '../../electron/commands/codings.ts';
import { replaceText } from '../../electron/commands/replace-text.ts';
import { editTurn } from '../../electron/commands/turn-edits.ts';
import { joinTurn, setTime, splitTurn } from '../../electron/commands/turn-structure.ts';
import { redo, undo } from '../../electron/commands/undo.ts';
import { planFor } from '../../electron/exchange/plan-replacement.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, EntryId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import type { Turn as WholeTurn } from '../../shared/domain/source.ts';
import type { TestProject } from './project.ts';
import type { Chance } from './seeded.ts';
import * as model from './text-model.ts';
import type { ModelTurn, TextState } from './text-model.ts';

type Turn = Pick<WholeTurn, 'id' | 'text' | 'number' | 'bodyStart' | 'bodyEnd'>;

interface PassageRow {
  readonly id: string;
  readonly startTurn: string;
  readonly startAt: number;
  readonly endTurn: string;
  readonly endAt: number;
  readonly lost: string | null;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export class TextWorker {
  readonly #project: TestProject;
  readonly #sourceId: SourceId;
  readonly #category: CategoryId;
  readonly #chance: Chance;
  /** The last one is the present. */
  #done: TextState[];
  #undone: TextState[] = [];
  /** The entry of the typing that goes on, and what was there before it began. */
  #burst: { readonly entryId: EntryId; readonly turnId: TurnId; readonly before: TextState; readonly undone: TextState[]; rows: string } | null =
    null;
  readonly acts = new Map<string, number>();
  readonly #passages: Database.Statement<[], PassageRow>;
  readonly #turnRows: Database.Statement<[string], Turn>;
  readonly #allRows: readonly Database.Statement<[]>[];

  constructor(project: TestProject, source: string, chance: Chance) {
    this.#project = project;
    this.#sourceId = project.source(source);
    this.#category = project.category('Gouvernance');
    const { sqlite } = project.project;
    this.#passages = sqlite.prepare(
      'SELECT id, start_turn_id AS startTurn, start_utf16 AS startAt, end_turn_id AS endTurn, end_utf16 AS endAt, lost_quote AS lost FROM passage',
    );
    this.#turnRows = sqlite.prepare(
      'SELECT id, text, number, body_start_utf16 AS bodyStart, body_end_utf16 AS bodyEnd FROM turn WHERE source_id = ? ORDER BY position',
    );
    this.#allRows = ['turn', 'passage', 'source'].map((table) => sqlite.prepare<[]>(`SELECT * FROM "${table}" ORDER BY id`).raw());
    this.#chance = chance;
    this.#done = [{ turns: this.#turns().map(({ text, bodyStart, bodyEnd }) => model.turnOf(text, bodyStart, bodyEnd)), passages: new Map() }];
  }

  get #now(): TextState {
    return this.#done.at(-1) as TextState;
  }

  #turns(): Turn[] {
    return this.#turnRows.all(this.#sourceId);
  }

  /** Every row that a correction may write. */
  #rows(): string {
    return JSON.stringify(this.#allRows.map((rows) => rows.all()));
  }

  #entries(): number {
    return this.#project.project.sqlite.prepare('SELECT count(*) FROM change_log').pluck().get() as number;
  }

  #word(): string {
    return Array.from({ length: this.#chance.between(5, 9) }, () => this.#chance.pick([...LETTERS])).join('');
  }

  /** What people type and paste. */
  #typed(): string {
    const word = this.#word();
    return this.#chance.pick(['', '', word, ` ${word}`, `é${word}`, '🎓', `e\u0301${word} `, '👩‍🔬', ' ', '…', ` ${word} ${this.#word()} `]);
  }

  /** Offsets between whole characters of a turn's words. */
  #borders({ text, bodyStart, bodyEnd }: Turn): number[] {
    const borders = [bodyStart];
    for (const point of text.slice(bodyStart, bodyEnd)) borders.push((borders.at(-1) ?? 0) + point.length);
    return borders;
  }

  #pickTurn(): { turn: Turn; index: number } {
    const turns = this.#turns();
    const index = this.#chance.below(turns.length);
    return { turn: turns[index] as Turn, index };
  }

  #advance(state: TextState): void {
    this.#done.push(state);
    this.#undone = [];
    this.#burst = null;
  }

  step(): void {
    const acts = { edit: 6, type: 4, split: 2, join: 2, time: 1, code: 3, replace: 1, undo: 3, redo: 3 };
    const name = this.#chance.pick(Object.entries(acts).flatMap(([act, times]) => Array.from({ length: times }, () => act as keyof typeof acts)));
    try {
      this[name]();
      this.acts.set(name, (this.acts.get(name) ?? 0) + 1);
    } catch (error) {
      // nothing to take back, to cut or to join is an answer, too: nothing was written
      if (!(error instanceof Refusal)) throw error;
    }
    this.#compare(name);
  }

  #anEdit(turn: Turn): { at: number; removed: number; inserted: string } {
    const borders = this.#borders(turn);
    const from = this.#chance.below(borders.length);
    const to = this.#chance.below(3) === 0 ? from : Math.min(borders.length - 1, from + this.#chance.below(12));
    const at = borders[from] ?? 0;
    return { at, removed: (borders[to] ?? at) - at, inserted: this.#typed() };
  }

  edit(): void {
    const { turn, index } = this.#pickTurn();
    const edit = this.#anEdit(turn);
    const rows = this.#rows();
    const { entryId } = editTurn(this.#project.session, { turnId: turn.id, edits: [edit] });
    const { turns, passages } = model.editWords(this.#now, index, { offset: edit.at, ...edit });
    const [before, undone] = [this.#now, this.#undone];
    if (entryId === null) {
      this.#replacePresent({ turns, passages });
      return;
    }
    this.#advance({ turns, passages });
    this.#burst = { entryId, turnId: turn.id, before, undone, rows };
  }

  /** An edit that wrote nothing: the text is the same, its characters too as far as anybody can tell. */
  #replacePresent(state: TextState): void {
    this.#done[this.#done.length - 1] = state;
  }

  /** Goes on typing where the last correction was. */
  type(): void {
    const burst = this.#burst;
    if (!burst) return this.edit();
    const turns = this.#turns();
    const index = turns.findIndex(({ id }) => id === burst.turnId);
    const turn = turns[index];
    if (!turn) return;
    const edit = this.#anEdit(turn);
    const entries = this.#entries();
    const { entryId } = editTurn(this.#project.session, { turnId: turn.id, edits: [edit], continues: burst.entryId });
    this.#replacePresent(model.editWords(this.#now, index, { offset: edit.at, ...edit }));
    if (this.#rows() !== burst.rows) {
      if (entryId !== null) strictEqual(entryId, burst.entryId);
      strictEqual(this.#entries(), entries);
      return;
    }
    // back where it began: it has never been
    strictEqual(this.#entries(), entries - 1);
    this.#done.pop();
    this.#undone = burst.undone;
    this.#burst = null;
  }

  split(): void {
    const { turn, index } = this.#pickTurn();
    const offset = this.#chance.pick(this.#borders(turn));
    splitTurn(this.#project.session, { turnId: turn.id, offsetUtf16: offset });
    const first = this.#turns()[index] as Turn;
    this.#advance(model.splitAt(this.#now, index, offset, /(\r\n|\n)$/u.exec(first.text)?.[0] ?? ''));
  }

  join(): void {
    const turns = this.#turns();
    const index = this.#chance.below(turns.length);
    joinTurn(this.#project.session, { turnId: turns[index]?.id as TurnId });
    const into = turns.slice(0, index).findLastIndex(({ number }) => number !== null);
    this.#advance(model.joinInto(this.#now, into, index));
  }

  time(): void {
    const { turn } = this.#pickTurn();
    const rows = this.#rows();
    const input = { turnId: turn.id, offsetUtf16: this.#chance.pick(this.#borders(turn)), timeMs: this.#chance.pick([null, 1000, 61_000]) };
    setTime(this.#project.session, input);
    if (this.#rows() !== rows) this.#advance(this.#now);
  }

  code(): void {
    const [one, other] = [this.#pickTurn(), this.#pickTurn()];
    const [from, to] = one.index <= other.index ? [one, other] : [other, one];
    const start = this.#chance.pick(this.#borders(from.turn));
    const end = this.#chance.pick(this.#borders(to.turn));
    const entries = this.#entries();
    const range = { start: { turnId: from.turn.id, offsetUtf16: start }, end: { turnId: to.turn.id, offsetUtf16: end } };
    const { passageId } = applyCategories(this.#project.session, {
      sourceId: this.#sourceId,
      ...range,
      categoryIds: [this.#category],
    });
    if (this.#entries() === entries) return;
    const lengths = this.#now.turns.map(({ text }) => text.length);
    const startOf = (index: number): number => lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
    this.#advance(model.coded(this.#now, passageId, startOf(from.index) + start, startOf(to.index) + end));
  }

  /** Another file: words corrected, turns come and gone. */
  replace(): void {
    let turns: ModelTurn[] = [...this.#now.turns];
    for (let left = this.#chance.between(1, 3); left > 0; left -= 1) turns = this.#corrected(turns);
    const file = {
      turns: turns.map(({ text, bodyStart, bodyEnd }) => ({ text, bodyStart, bodyEnd, speaker: null, startMs: null, endMs: null })),
      styles: [],
      positions: [],
      originalName: 'corrigé.txt',
      sha256: this.#word(),
      bytes: new Uint8Array(),
    };
    const { shown, replacement } = planFor(this.#project.session, this.#sourceId, file);
    const result = replaceText(this.#project.session, replacement);
    deepStrictEqual(
      [shown.touched, shown.orphaned].map((list) => list.map(({ passageId }) => passageId)),
      [result.touched, result.orphaned],
    );
    const { state, untouched } = model.replaced(this.#now, turns);
    let next = state;
    // where words were changed, the product has a say in what belongs to a passage
    for (const [id, place] of this.#places()) if (!untouched.has(id)) next = model.heldBetween(next, id, place);
    this.#advance(next);
  }

  #corrected(turns: readonly ModelTurn[]): ModelTurn[] {
    const index = this.#chance.below(turns.length);
    const turn = turns[index] as ModelTurn;
    const act = this.#chance.below(5);
    if (act === 0 && turns.length > 2) return turns.toSpliced(index, 1);
    const lineEnd = /\r?\n$/u.exec(turn.text)?.[0];
    if (act === 1 && lineEnd !== undefined) {
      const words = `${this.#word()} ${this.#word()} ${this.#word()}`;
      return turns.toSpliced(index + 1, 0, model.turnOf(`Nouvelle : ${words}${lineEnd}`, 11, 11 + words.length));
    }
    const words = [...turn.text.slice(turn.bodyStart, turn.bodyEnd).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)];
    if (words.length < 4) return [...turns];
    const word = this.#chance.pick(words);
    const state = model.editWords({ turns, passages: new Map() }, index, {
      offset: turn.bodyStart + word.index,
      removed: word[0].length,
      inserted: this.#word(),
    });
    return [...state.turns];
  }

  undo(): void {
    if (this.#done.length < 2) return;
    undo(this.#project.session);
    this.#undone.push(this.#done.pop() as TextState);
    this.#burst = null;
  }

  redo(): void {
    redo(this.#project.session);
    this.#done.push(this.#undone.pop() as TextState);
    this.#burst = null;
  }

  /** Where the project has its passages, in the whole text; null for those whose words have gone. */
  #places(): Map<string, { start: number; end: number } | null> {
    const starts = new Map<string, number>();
    let start = 0;
    for (const { id, text } of this.#turns()) {
      starts.set(id, start);
      start += text.length;
    }
    return new Map(
      this.#passages
        .all()
        .map(({ id, startTurn, startAt, endTurn, endAt, lost }) => [
          id,
          lost === null ? { start: (starts.get(startTurn) ?? 0) + startAt, end: (starts.get(endTurn) ?? 0) + endAt } : null,
        ]),
    );
  }

  #compare(act: string): void {
    const state = this.#now;
    const turns = this.#turns();
    const outline = (turn: Pick<Turn, 'text' | 'bodyStart' | 'bodyEnd'>): unknown[] => [turn.text, turn.bodyStart, turn.bodyEnd];
    deepStrictEqual(turns.map(outline), state.turns.map(outline), act);
    const places = this.#places();
    deepStrictEqual([...places.keys()].sort(), [...state.passages.keys()].sort());
    const text = model.textOf(state);
    for (const [id, place] of places) {
      const expected = model.placeOf(state, id);
      const words = (stretch: typeof place): string | null => stretch && text.slice(stretch.start, stretch.end);
      strictEqual(words(place), words(expected), act);
      deepStrictEqual(place, expected, act);
    }
  }

  /** Undoes all that was done. */
  takeAllBack(): void {
    while (this.#done.length > 1) this.undo();
    this.#compare('undo');
  }
}
