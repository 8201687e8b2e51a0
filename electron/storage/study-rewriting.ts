// The whole study written anew as if it had always been so: what stands in it, and every state that the log remembers. Names are replaced, or
// what belongs to a person is left out; passages stay on their words, and what was done before can still be undone.
import type Database from 'better-sqlite3';
import { fingerprintOf } from '../../shared/domain/cell-evidence.ts';
import { countWords } from '../../shared/domain/source.ts';
import { keptMarks, keptStyles, marksOf, stylesOf } from '../../shared/domain/turn-layout.ts';
import { placeAfter, withEdits } from '../../shared/words/name-finder.ts';
import type { NameEdit } from '../../shared/words/name-finder.ts';
import { rewordColumn, rewordColumns } from './rewriting-columns.ts';
import type { Wording } from './rewriting-columns.ts';
import type { TableName } from './schema.ts';
import { wordsHash } from './words-hash.ts';
import type { ColumnValue, Columns } from './writer.ts';

export type TurnEditing = Pick<NameEdit, 'at' | 'removed' | 'inserted'>;

/** What a rewriting makes of words, of turns and of rows. */
export interface Rewriting {
  readonly word: Wording;
  readonly editsOfTurn: (turn: Columns) => readonly TurnEditing[];
  /** Rows that have never been. */
  readonly isGone: (table: TableName, id: string) => boolean;
  /** Ids in what was asked of a command that make all of it go: those of rows that have gone, or whose words have. */
  readonly namesGone: (id: string) => boolean;
  /** What a row says besides, once its words are replaced: references to what has gone. */
  readonly mended?: (table: TableName, row: Columns) => Columns;
}

/** The row in the state of the study that is being rewritten. */
export type Lookup = (table: TableName, id: string) => Columns | null;

/** Rows whose rewriting depends on other rows, or on all of their own columns. */
const BY_STATE: readonly TableName[] = [
  'turn',
  'passage',
  'source',
  'speaker',
  'attribute',
  'category',
  'saved_search',
  'saved_analysis',
  'cell_quote',
  'suggestion_decision',
];
export const needsState = (table: TableName): boolean => BY_STATE.includes(table);

const numberIn = (value: ColumnValue | undefined): number => Number(value ?? 0);
const textIn = (value: ColumnValue | undefined): string => String(value ?? '');

/** Columns under which a name stands once, and among which others. */
const STANDS_ONCE: Readonly<Record<string, readonly [column: string, within: string | null]>> = {
  study_case: ['name', null],
  source: ['name', null],
  case_group: ['name', null],
  attribute: ['name', 'scope'],
  speaker: ['label', 'source_id'],
  saved_search: ['name', 'kind'],
  saved_analysis: ['name', 'kind'],
  link_type: ['name', null],
  concept_map: ['name', null],
  rating_scale: ['name', null],
  print_settings: ['name', null],
  agreement_round: ['name', null],
  stop_word: ['word', null],
  category: ['name', 'parent_id'],
};

/** Two names that become one stay apart by a number, the same one wherever they stand. */
class SingleNames {
  readonly #originals = new Map<string, string>();
  readonly #given = new Map<string, string>();

  nameFor(place: string, before: string, after: string): string {
    const known = this.#given.get(`${place}\n${before}`);
    if (known !== undefined) return known;
    let name = after;
    for (let n = 2; (this.#originals.get(`${place}\n${name}`) ?? before) !== before; n += 1) name = `${after} (${n})`;
    this.#originals.set(`${place}\n${name}`, before);
    this.#given.set(`${place}\n${before}`, name);
    return name;
  }
}

export class RowRewriter {
  readonly #rewriting: Rewriting;
  readonly #edits = new Map<string, { text: string; edits: readonly TurnEditing[] }>();
  readonly #names = new SingleNames();
  /** Old fingerprints of passages' words, and what they are now. */
  readonly #prints = new Map<string, string>();
  /** How many words each source has more than before, in the state that is being rewritten. */
  readonly moreWords = new Map<string, number>();
  replaced = 0;

  constructor(rewriting: Rewriting) {
    this.#rewriting = rewriting;
  }

  editsOf(turn: Columns): readonly TurnEditing[] {
    const [id, text] = [textIn(turn.id), textIn(turn.text)];
    const known = this.#edits.get(id);
    if (known?.text === text) return known.edits;
    const edits = this.#rewriting.editsOfTurn(turn);
    this.#edits.set(id, { text, edits });
    return edits;
  }

  isGone(table: TableName, id: string): boolean {
    return this.#rewriting.isGone(table, id);
  }

  namesGone(id: string): boolean {
    return this.#rewriting.namesGone(id);
  }

  /** What a command was about, without any word of it. */
  blanked(subject: string): string {
    return String(rewordColumn('change_log', 'subject', subject, (words) => (words === '' ? '' : '[…]')));
  }

  /** By how many words this turn makes its source longer. */
  wordsGained(turn: Columns | null): number {
    if (!turn || this.isGone('turn', textIn(turn.id))) return 0;
    const edits = this.editsOf(turn);
    if (edits.length === 0) return 0;
    const [from, to] = [numberIn(turn.body_start_utf16), numberIn(turn.body_end_utf16)];
    const text = textIn(turn.text);
    const after = withEdits(text, edits).slice(placeAfter(from, edits, 'start'), placeAfter(to, edits, 'end'));
    return countWords(after) - countWords(text.slice(from, to));
  }

  addWords(sourceId: string, words: number): void {
    if (words !== 0) this.moreWords.set(sourceId, (this.moreWords.get(sourceId) ?? 0) + words);
  }

  /** Null for a row that has never been. */
  row(table: TableName, row: Columns | null, lookup: Lookup): Columns | null {
    if (!row || this.isGone(table, textIn(row.id))) return null;
    let after = rewordColumns(table, row, this.#rewriting.word);
    if (table === 'turn') after = { ...after, ...this.#turn(row) };
    else if (table === 'passage') after = { ...after, ...this.#passage(row, lookup) };
    else if (table === 'source') after.words = numberIn(row.words) + (this.moreWords.get(textIn(row.id)) ?? 0);
    else if (table === 'cell_quote') after = { ...after, ...this.#cuts(row) };
    else if (table === 'suggestion_decision') {
      const quote = textIn(row.quote);
      if (wordsHash(quote) === row.words_hash) after.words_hash = wordsHash(textIn(after.quote));
    }
    return this.#mended(table, row, after);
  }

  /** The columns of a difference, of a table whose rows are rewritten each by itself. */
  columns(table: TableName, columns: Columns): Columns {
    return this.#mended(table, columns, rewordColumns(table, columns, this.#rewriting.word));
  }

  text(text: string): string {
    return String(rewordColumn('change_log', 'input', text, this.#rewriting.word));
  }

  #mended(table: TableName, before: Columns, columns: Columns): Columns {
    const after = { ...columns };
    const [column, within] = STANDS_ONCE[table] ?? [];
    if (column !== undefined && typeof before[column] === 'string') {
      const place = `${table} ${within === undefined || within === null ? '' : textIn(before[within])}`;
      // a difference that names nothing else is of a row known by its name alone
      after[column] = this.#names.nameFor(place, before[column], textIn(after[column]));
    }
    if (table === 'cell' && typeof after.evidence === 'string') after.evidence = this.#evidence(after.evidence);
    return this.#rewriting.mended?.(table, after) ?? after;
  }

  #evidence(kept: string): string {
    return kept.replace(/"([0-9a-f]{16})"/gu, (whole, print: string) => {
      const now = this.#prints.get(print);
      return now === undefined ? whole : `"${now}"`;
    });
  }

  /** The words of a passage before and after, so that what was written on it is not taken for outdated. */
  notePrint(before: string, after: string): void {
    if (before !== after) this.#prints.set(fingerprintOf(before), fingerprintOf(after));
  }

  #turn(row: Columns): Columns {
    const edits = this.editsOf(row);
    if (edits.length === 0) return { text: row.text ?? null };
    const text = withEdits(textIn(row.text), edits);
    const move = (run: { start: number; end: number }): { start: number; end: number } => ({
      start: placeAfter(run.start, edits, 'start'),
      end: placeAfter(run.end, edits, 'end'),
    });
    return {
      text,
      length_utf16: text.length,
      body_start_utf16: placeAfter(numberIn(row.body_start_utf16), edits, 'start'),
      body_end_utf16: placeAfter(numberIn(row.body_end_utf16), edits, 'end'),
      styles: row.styles === undefined ? null : keptStyles(stylesOf(row.styles as string | null).map((run) => ({ ...run, ...move(run) }))),
      marks:
        row.marks === undefined
          ? null
          : keptMarks(marksOf(row.marks as string | null).map((mark) => ({ ...mark, at: placeAfter(mark.at, edits, 'start') }))),
    };
  }

  #passage(row: Columns, lookup: Lookup): Columns {
    const start = lookup('turn', textIn(row.start_turn_id));
    const end = lookup('turn', textIn(row.end_turn_id));
    // one whose words have gone is a place and stays one
    const isPlace = row.start_turn_id === row.end_turn_id && row.start_utf16 === row.end_utf16;
    return {
      start_utf16: start ? placeAfter(numberIn(row.start_utf16), this.editsOf(start), 'start') : (row.start_utf16 ?? null),
      end_utf16: end ? placeAfter(numberIn(row.end_utf16), this.editsOf(end), isPlace ? 'start' : 'end') : (row.end_utf16 ?? null),
    };
  }

  #cuts({ cuts, cut_from: from }: Columns): Columns {
    if (typeof cuts !== 'string' || typeof from !== 'string') return {};
    const after = this.#rewriting.word(from);
    if (after === from) return {};
    const ends = JSON.parse(cuts) as [number, number][];
    // words are replaced where they stand: what is left of a place is rewritten alone
    const place = (at: number): number => Math.min(after.length, this.#rewriting.word(from.slice(0, at)).length);
    const moved = ends.map(([start, end]) => [place(start), place(end)] as const).filter(([start, end]) => start < end);
    return moved.length === 0 ? { cuts: null, cut_from: null } : { cuts: JSON.stringify(moved), cut_from: after };
  }
}

/** Reads a table some rows at a time, so that other work gets its turn between. */
export function* rowsInPortions(sqlite: Database.Database, table: string, portion: number): Generator<(Columns & { readonly '#': number })[]> {
  const next = sqlite.prepare<[number, number], Columns & { '#': number }>(
    `SELECT rowid AS "#", * FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  for (let after = -1; ; ) {
    const rows = next.all(after, portion);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.['#'] ?? after;
  }
}
