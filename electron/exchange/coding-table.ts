// The table of `trame code` (CLI.md): every line is checked before anything is applied, and every bad one is named.
import type { CodingPlan, PlannedCategory, ResolvedCoding } from '../commands/codings.ts';
import { newId } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { findCategory, isSameName, missingLevels } from '../../shared/domain/category-path.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import { MOST_TABLE_ROWS } from '../../shared/domain/coding-table.ts';
import type { CodingTablePreview, CodingTableRow } from '../../shared/domain/coding-table.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId, GridId, SourceId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { STANCES } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { CodePointIndex, anchorAt, assertRange, turnStarts } from '../../shared/domain/text-offset.ts';
import type { TurnExtent } from '../../shared/domain/text-offset.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { readCodebook } from '../queries/codebook.ts';
import { listCoders, sourceByName } from '../queries/corpus.ts';
import { readOutline, readText } from '../queries/sources.ts';
import { fieldOf } from './reading/read-table.ts';
import type { TableRecord } from './reading/read-table.ts';

export interface CodingTableOptions {
  readonly unit: 'utf16' | 'codepoint';
  readonly createCategories: boolean;
  /** The language in which bad lines are explained. */
  readonly language: Language;
}

interface ReadySource {
  readonly sourceId: SourceId;
  readonly text: string;
  readonly turns: readonly TurnExtent[];
  readonly starts: readonly number[];
  /** Null where the table counts as the program does. */
  readonly codePoints: CodePointIndex | null;
}

const STANCE_WORDS: Readonly<Record<string, Stance>> = { soutient: 'supports', contredit: 'contrasts', mentionne: 'mentions' };

/** The text in the column of this name; empty where there is none. */
type Field = (name: string) => string;

class Planner {
  readonly #session: Session;
  readonly #options: CodingTableOptions;
  readonly #codebook: Codebook;
  readonly #sources = new Map<string, ReadySource>();
  readonly #paths = new Map<string, string>();
  readonly #coders: Map<string, CoderId>;
  readonly newCoders: { id: CoderId; name: string }[] = [];
  readonly newCategories = new Map<string, PlannedCategory>();

  constructor(session: Session, options: CodingTableOptions) {
    this.#session = session;
    this.#options = options;
    this.#codebook = readCodebook(session.project);
    this.#coders = new Map(listCoders(session.project).map((coder) => [coder.name, coder.id]));
    if (session.newcomer !== undefined) this.#coders.set(session.newcomer, session.coderId);
  }

  resolve(record: TableRecord): ResolvedCoding {
    const field = (name: string): string => fieldOf(record, name);
    const source = this.#source(field('source').trim());
    const [start, end] = this.#range(source, field);
    assertRange(source.text, start, end);
    const categories = this.#categories(field('category'));
    const memo = field('memo').trim();
    const createdAt = field('createdAt').trim();
    return {
      sourceId: source.sourceId,
      start: anchorAt(source.turns, source.starts, start, 'start'),
      end: anchorAt(source.turns, source.starts, end, 'end'),
      categories,
      coderId: this.#coder(field('coder').trim()),
      weight: this.#number(field, 'weight'),
      stance: this.#stance(field('stance')),
      ...(createdAt === '' ? {} : { createdAt: this.#time(createdAt) }),
      ...(memo === '' ? {} : { memo }),
    };
  }

  #source(name: string): ReadySource {
    const known = this.#sources.get(name);
    if (known) return known;
    const { project } = this.#session;
    const sourceId = sourceByName(project, name);
    const turns = readOutline(project, sourceId);
    const text = readText(project, sourceId);
    const codePoints = this.#options.unit === 'codepoint' ? new CodePointIndex(text) : null;
    const ready = { sourceId, text, turns, starts: turnStarts(turns), codePoints };
    this.#sources.set(name, ready);
    return ready;
  }

  #range(source: ReadySource, field: Field): [number, number] {
    const start = this.#number(field, 'start');
    const end = this.#number(field, 'end');
    if (start !== null && end !== null) return [this.#offset(source, start), this.#offset(source, end)];
    const quote = field('quote');
    if (start !== null || end !== null || quote === '') throw new Refusal('input.invalid', { message: 'start + end, quote' });
    return this.#findQuote(source, field('source').trim(), quote);
  }

  #offset({ codePoints }: ReadySource, value: number): number {
    if (!codePoints) return value;
    const units = codePoints.toUtf16(value);
    if (units === undefined) throw new Refusal('passage.outOfRange', { offset: value, length: codePoints.length });
    return units;
  }

  #findQuote({ text }: ReadySource, source: string, quote: string): [number, number] {
    let count = 0;
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) count += 1;
    if (count === 0) throw new Refusal('passage.quoteMissing', { source, quote });
    if (count > 1) throw new Refusal('passage.quoteAmbiguous', { source, quote, count });
    const start = text.indexOf(quote);
    return [start, start + quote.length];
  }

  #categories(paths: string): string[] {
    const wanted = paths
      .split('|')
      .map((path) => path.trim())
      .filter((path) => path !== '');
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

  #findOrPlan(path: string): string {
    const found = findCategory(this.#codebook, path);
    if (found) return found.category.id;
    const place = this.#options.createCategories ? missingLevels(this.#codebook, path) : undefined;
    if (!place) throw new Refusal('category.unknown', { path });
    let at: string = place.parent?.id ?? '';
    for (const name of place.missing) at = this.#plan(place.grid.id, at === '' ? null : at, name);
    return at;
  }

  /** The category to make at this place; one that differs only by an apostrophe is the same. */
  #plan(gridId: GridId, parent: string | null, name: string): string {
    const planned = [...this.newCategories.values()].find((item) => item.gridId === gridId && item.parent === parent && isSameName(item.name, name));
    if (planned) return planned.key;
    const key = `${parent ?? gridId}\u0000${name}`;
    this.newCategories.set(key, { key, gridId, parent, name });
    return key;
  }

  #coder(name: string): CoderId {
    if (name === '') return this.#session.coderId;
    const known = this.#coders.get(name);
    if (known) return known;
    const id = newId<CoderId>();
    this.#coders.set(name, id);
    this.newCoders.push({ id, name });
    return id;
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

  #time(text: string): string {
    // other forms mean one day here and another there
    const time = new Date(/^\d{4}-\d{2}-\d{2}/.test(text) ? text : Number.NaN);
    if (Number.isNaN(time.getTime())) throw new Refusal('input.invalid', { message: `createdAt: ${text}` });
    return time.toISOString();
  }
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
  return { rows, bad, newCategories: [...planner.newCategories.values()], newCoders: planner.newCoders };
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
    plan: bad.length === 0 && records.length > 0 ? plan : null,
  };
}
