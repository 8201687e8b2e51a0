// The table of `trame code` (CLI.md): every line is checked before anything is applied, and every bad one is named.
import type { CodingPlan, ResolvedCoding } from '../commands/codings.ts';
import type { Session } from '../commands/run-command.ts';
import { findCategory, missingLevels, pathLevels } from '../../shared/domain/category-path.ts';
import type { Located } from '../../shared/domain/category-path.ts';
import { MOST_TABLE_ROWS } from '../../shared/domain/coding-table.ts';
import type { CodingTablePreview, CodingTableRow } from '../../shared/domain/coding-table.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { STANCES } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { CodePointIndex, anchorAt, assertRange, turnStarts } from '../../shared/domain/text-offset.ts';
import type { TurnExtent } from '../../shared/domain/text-offset.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { sourceByName } from '../queries/corpus.ts';
import { readOutline, readText } from '../queries/sources.ts';
import { QuoteFinder } from './place-quote.ts';
import type { QuoteContext, QuotePlace } from './place-quote.ts';
import { PlannedThings } from './planned-things.ts';
import { fieldOf } from './reading/read-table.ts';
import type { TableRecord } from './reading/read-table.ts';

export interface CodingTableOptions {
  readonly unit: 'utf16' | 'codepoint';
  readonly createCategories: boolean;
  /** The language in which bad lines are explained. */
  readonly language: Language;
  /** Where another program or somebody else made the table. */
  readonly foreign?: ForeignTable;
}

/** What a table made elsewhere needs: its quotes are found though white space and signs differ, its codes may be anywhere or nowhere yet. */
export interface ForeignTable {
  /** Name in the table → the source that it means; null for one that stays outside. */
  readonly sources: ReadonlyMap<string, SourceId | null>;
  /** Title of the grid in which categories are made. */
  readonly grid: string;
  /** What a row without category nor memo is coded as: words that somebody only marked. */
  readonly marked?: string;
}

interface ReadySource {
  readonly sourceId: SourceId;
  readonly text: string;
  readonly turns: readonly TurnExtent[];
  readonly starts: readonly number[];
  /** Null where the table counts as the program does. */
  readonly codePoints: CodePointIndex | null;
  readonly quotes: QuoteFinder;
}

const STANCE_WORDS: Readonly<Record<string, Stance>> = { soutient: 'supports', contredit: 'contrasts', mentionne: 'mentions' };

/** The text in the column of this name; empty where there is none. */
type Field = (name: string) => string;

class Planner {
  readonly #session: Session;
  readonly #options: CodingTableOptions;
  readonly #sources = new Map<string, ReadySource>();
  readonly #paths = new Map<string, string>();
  readonly things: PlannedThings;

  constructor(session: Session, options: CodingTableOptions) {
    this.#session = session;
    this.#options = options;
    this.things = new PlannedThings(session);
  }

  resolve(record: TableRecord): ResolvedCoding {
    const field = (name: string): string => fieldOf(record, name);
    const source = this.#source(field('source').trim());
    const [start, end] = this.#range(source, field);
    assertRange(source.text, start, end);
    const memo = field('memo').trim();
    const values = { weight: this.#number(field, 'weight'), stance: this.#stance(field('stance')), ...this.#time(field('createdAt').trim()) };
    // last: what a refused row would have made is not made
    const categories = this.#categories(field('category'), memo);
    return {
      sourceId: source.sourceId,
      start: anchorAt(source.turns, source.starts, start, 'start'),
      end: anchorAt(source.turns, source.starts, end, 'end'),
      categories,
      coderId: this.things.coder(field('coder').trim()),
      ...values,
      ...(memo === '' ? {} : { memo }),
    };
  }

  #source(name: string): ReadySource {
    const known = this.#sources.get(name);
    if (known) return known;
    const { project } = this.#session;
    const sourceId = this.#options.foreign?.sources.get(name) ?? sourceByName(project, name);
    const turns = readOutline(project, sourceId);
    const text = readText(project, sourceId);
    const codePoints = this.#options.unit === 'codepoint' ? new CodePointIndex(text) : null;
    const ready = { sourceId, text, turns, starts: turnStarts(turns), codePoints, quotes: new QuoteFinder(text) };
    this.#sources.set(name, ready);
    return ready;
  }

  #range(source: ReadySource, field: Field): [number, number] {
    const start = this.#number(field, 'start');
    const end = this.#number(field, 'end');
    if (start !== null && end !== null) return [this.#offset(source, start), this.#offset(source, end)];
    const quote = field('quote');
    if (start !== null || end !== null || quote === '') throw new Refusal('input.invalid', { message: 'start + end, quote' });
    return this.#findQuote(source, field('source').trim(), quote, { prefix: field('prefix'), suffix: field('suffix') });
  }

  #offset({ codePoints }: ReadySource, value: number): number {
    if (!codePoints) return value;
    const units = codePoints.toUtf16(value);
    if (units === undefined) throw new Refusal('passage.outOfRange', { offset: value, length: codePoints.length });
    return units;
  }

  #findQuote({ text, quotes }: ReadySource, source: string, quote: string, context: QuoteContext): [number, number] {
    const found = this.#options.foreign ? quotes.find(quote, context) : exactly(text, quote);
    const [place] = found;
    if (!place) throw new Refusal('passage.quoteMissing', { source, quote });
    if (found.length > 1) throw new Refusal('passage.quoteAmbiguous', { source, quote, count: found.length });
    return [place.start, place.end];
  }

  /** Codes of other programs come one a line as well. */
  #categories(paths: string, memo: string): string[] {
    const { foreign } = this.#options;
    const wanted = paths
      .split(foreign ? /[|\n]/u : '|')
      .map((path) => path.trim())
      .filter((path) => path !== '');
    if (wanted.length === 0 && foreign && memo !== '') return [];
    if (wanted.length === 0 && foreign?.marked !== undefined) return [this.#category(foreign.marked)];
    if (wanted.length === 0) throw new Refusal('category.unknown', { path: paths });
    return [...new Set(wanted.map((path) => this.#category(path)))];
  }

  #category(path: string): string {
    const known = this.#paths.get(path);
    if (known !== undefined) return known;
    const id = this.#findOrPlan(path);
    this.#paths.set(path, id);
    return id;
  }

  #findOrPlan(written: string): string {
    const { foreign, createCategories } = this.#options;
    const { codebook } = this.things;
    const levels = foreign ? foreignLevels(written) : [];
    const path = foreign ? levels.join(' > ') : written;
    const found = foreign ? this.#foreignCategory(path, foreign) : findCategory(codebook, path);
    if (found) return found.category.id;
    const place = createCategories ? missingLevels(codebook, path) : undefined;
    if (place) {
      let at: string = place.parent?.id ?? '';
      for (const name of place.missing) at = this.things.category(place.grid.id, at === '' ? null : at, name);
      return at;
    }
    if (!foreign || !createCategories || levels.length === 0) throw new Refusal('category.unknown', { path: written });
    return this.things.branch(levels, foreign.grid);
  }

  /** The category of this path; where several are called so, the one of the grid in which such things are made. */
  #foreignCategory(path: string, { grid }: ForeignTable): Located | undefined {
    try {
      return findCategory(this.things.codebook, path);
    } catch (error) {
      const own = error instanceof Refusal ? this.things.own(path, grid) : undefined;
      if (!own) throw error;
      return own;
    }
  }

  #stance(word: string): Stance | null {
    const plain = word.trim().toLowerCase();
    if (plain === '') return null;
    const stance = STANCES.find((candidate) => candidate === plain) ?? STANCE_WORDS[plain];
    if (!stance) throw new Refusal('input.invalid', { message: `stance: ${word}` });
    return stance;
  }

  #number(field: Field, column: string): number | null {
    const text = field(column).trim();
    if (text === '') return null;
    const value = Number(text.replace(',', '.'));
    if (!Number.isFinite(value)) throw new Refusal('input.invalid', { message: `${column}: ${text}` });
    return value;
  }

  /** A program's own way of writing dates costs the date, not the row. */
  #time(text: string): { readonly createdAt?: string } {
    if (text === '') return {};
    // other forms mean one day here and another there
    const time = new Date(/^\d{4}-\d{2}-\d{2}/.test(text) ? text : Number.NaN);
    if (!Number.isNaN(time.getTime())) return { createdAt: time.toISOString() };
    if (this.#options.foreign) return {};
    throw new Refusal('input.invalid', { message: `createdAt: ${text}` });
  }
}

function exactly(text: string, quote: string): QuotePlace[] {
  const places: QuotePlace[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push({ start: at, end: at + quote.length });
  return places;
}

// NVivo's and MAXQDA's codes come with the folders that they lie in.
const FOLDERS = /^(?:codes?|nodes?|nœuds?|noeuds?|code system|liste de codes)$/iu;

/** `Codes\\\\Gouvernance\\\\Conseil`, `Gouvernance\\Conseil` and `Gouvernance > Conseil` are the same. */
function foreignLevels(path: string): string[] {
  const levels = pathLevels(path.replace(/\\+/gu, ' > '));
  return levels.length > 1 && FOLDERS.test(levels[0] ?? '') ? levels.slice(1) : levels;
}

const AT_LINE: Record<Language, (line: number) => string> = { fr: (line) => `ligne ${line}\u00a0:`, en: (line) => `row ${line}:` };

interface CheckedTable extends CodingPlan {
  readonly bad: readonly { readonly record: TableRecord; readonly problem: string }[];
}

/** Checks every line against the project; a bad one is told in words and left out. */
function checkTable(session: Session, records: readonly TableRecord[], options: CodingTableOptions): CheckedTable {
  const planner = new Planner(session, options);
  const rows: ResolvedCoding[] = [];
  const bad: { record: TableRecord; problem: string }[] = [];
  for (const record of records) {
    try {
      rows.push(planner.resolve(record));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      bad.push({ record, problem: failureText[options.language][error.code](error.data) });
    }
  }
  return { rows, bad, ...planner.things.made() };
}

/** Checks every line against the project. Refuses the whole table, naming each bad line and why. */
export function planCodingTable(session: Session, records: readonly TableRecord[], options: CodingTableOptions): CodingPlan {
  const { bad, ...plan } = checkTable(session, records, options);
  if (bad.length > 0)
    throw new Refusal('coding.tableInvalid', { rows: bad.map(({ record, problem }) => `${AT_LINE[options.language](record.line)} ${problem}`) });
  return plan;
}

/** The table as the window shows it before anything is applied, and what would carry it out; null while a row is refused. */
export function previewCodingTable(
  session: Session,
  records: readonly TableRecord[],
  options: CodingTableOptions,
  leavesRefused = false,
): { readonly preview: Omit<CodingTablePreview, 'plan'>; readonly plan: CodingPlan | null } {
  const { bad, ...plan } = checkTable(session, records, options);
  const problems = new Map(bad.map(({ record, problem }) => [record, problem]));
  const row = (record: TableRecord): CodingTableRow => ({
    line: record.line,
    source: fieldOf(record, 'source'),
    quote: fieldOf(record, 'quote') || [fieldOf(record, 'start'), fieldOf(record, 'end')].filter((place) => place !== '').join('–'),
    categories: fieldOf(record, 'category'),
    coder: fieldOf(record, 'coder'),
    problem: problems.get(record) ?? null,
  });
  const shown = [...bad.map(({ record }) => record), ...records.filter((record) => !problems.has(record))].slice(0, MOST_TABLE_ROWS);
  return {
    preview: {
      total: records.length,
      refused: bad.length,
      rows: shown.map(row),
      newCategories: plan.newCategories.map(({ name }) => name),
      newCoders: plan.newCoders.map(({ name }) => name),
    },
    plan: (bad.length === 0 || leavesRefused) && plan.rows.length > 0 ? plan : null,
  };
}
