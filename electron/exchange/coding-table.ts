// The table of `trame code` (CLI.md): every line is checked before anything is applied, and every bad one is named.
import type { CodingPlan, PlannedCategory, ResolvedCoding } from '../commands/codings.ts';
import { newId } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { findCategory, missingLevels } from '../../shared/domain/category-path.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId, SourceId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { STANCES } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { anchorAt, assertRange, isInsideSurrogatePair, turnStarts } from '../../shared/domain/text-offset.ts';
import type { TurnExtent } from '../../shared/domain/text-offset.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { readCodebook } from '../queries/codebook.ts';
import { listCoders, sourceByName } from '../queries/corpus.ts';
import { readOutline, readText } from '../queries/sources.ts';
import type { TableRecord } from './read-table.ts';

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
  /** Code point → UTF-16 offset; null where the two are the same. */
  readonly codePointStarts: Uint32Array | null;
}

/** Offsets of every code point and of the end; null for a text without characters outside the basic plane. */
function codePointIndex(text: string): Uint32Array | null {
  if (!/[\ud800-\udbff]/.test(text)) return null;
  const starts: number[] = [];
  for (let unit = 0; unit < text.length; unit += isInsideSurrogatePair(text, unit + 1) ? 2 : 1) starts.push(unit);
  return Uint32Array.from([...starts, text.length]);
}

const STANCE_WORDS: Readonly<Record<string, Stance>> = { soutient: 'supports', contredit: 'contrasts', mentionne: 'mentions' };

class Planner {
  readonly #session: Session;
  readonly #options: CodingTableOptions;
  readonly #codebook: Codebook;
  readonly #sources = new Map<string, ReadySource>();
  readonly #coders: Map<string, CoderId>;
  readonly newCoders: { id: CoderId; name: string }[] = [];
  readonly newCategories = new Map<string, PlannedCategory>();

  constructor(session: Session, options: CodingTableOptions) {
    this.#session = session;
    this.#options = options;
    this.#codebook = readCodebook(session.project);
    this.#coders = new Map(listCoders(session.project).map((coder) => [coder.name, coder.id]));
  }

  resolve(fields: Readonly<Record<string, string>>): ResolvedCoding {
    const source = this.#source(fields.source ?? '');
    const [start, end] = this.#range(source, fields);
    assertRange(source.text, start, end);
    const categories = this.#categories(fields.category ?? '');
    const memo = fields.memo?.trim();
    const coderId = this.#coder(fields.coder?.trim() ?? '');
    return {
      sourceId: source.sourceId,
      start: anchorAt(source.turns, source.starts, start, 'start'),
      end: anchorAt(source.turns, source.starts, end, 'end'),
      categories,
      coderId,
      weight: this.#number(fields, 'weight'),
      stance: this.#stance(fields.stance ?? ''),
      ...(fields.createdat ? { createdAt: this.#time(fields.createdat) } : {}),
      ...(memo ? { memo } : {}),
    };
  }

  #source(name: string): ReadySource {
    const known = this.#sources.get(name);
    if (known) return known;
    const { project } = this.#session;
    const sourceId = sourceByName(project, name);
    const turns = readOutline(project, sourceId);
    const text = readText(project, sourceId);
    const codePointStarts = this.#options.unit === 'codepoint' ? codePointIndex(text) : null;
    const ready = { sourceId, text, turns, starts: turnStarts(turns), codePointStarts };
    this.#sources.set(name, ready);
    return ready;
  }

  #range(source: ReadySource, fields: Readonly<Record<string, string>>): [number, number] {
    if (fields.start?.trim() && fields.end?.trim()) return [this.#offset(source, fields, 'start'), this.#offset(source, fields, 'end')];
    return this.#findQuote(source, fields.source ?? '', fields.quote ?? '');
  }

  #offset(source: ReadySource, fields: Readonly<Record<string, string>>, column: 'start' | 'end'): number {
    const value = this.#number(fields, column) ?? -1;
    if (!source.codePointStarts) return value;
    const units = source.codePointStarts[value];
    if (units === undefined) throw new Refusal('passage.outOfRange', { offset: value, length: source.codePointStarts.length - 1 });
    return units;
  }

  #findQuote({ text }: ReadySource, source: string, quote: string): [number, number] {
    if (quote === '') throw new Refusal('passage.empty');
    let count = 0;
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) count += 1;
    if (count === 0) throw new Refusal('passage.quoteMissing', { source, quote });
    if (count > 1) throw new Refusal('passage.quoteAmbiguous', { source, quote, count });
    const start = text.indexOf(quote);
    return [start, start + quote.length];
  }

  #categories(paths: string): string[] {
    const wanted = paths.split('|').map((path) => path.trim()).filter((path) => path !== '');
    if (wanted.length === 0) throw new Refusal('category.unknown', { path: paths });
    return [...new Set(wanted.map((path) => this.#category(path)))];
  }

  #category(path: string): string {
    const found = findCategory(this.#codebook, path);
    if (found) return found.category.id;
    const place = this.#options.createCategories ? missingLevels(this.#codebook, path) : undefined;
    if (!place) throw new Refusal('category.unknown', { path });
    let parent: string | null = place.parent?.id ?? null;
    let key = '';
    for (const name of place.missing) {
      key = `${parent ?? place.grid.id}\u0000${name}`;
      if (!this.newCategories.has(key)) this.newCategories.set(key, { key, gridId: place.grid.id, parent, name });
      parent = key;
    }
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

  #number(fields: Readonly<Record<string, string>>, column: string): number | null {
    const text = fields[column]?.trim() ?? '';
    if (text === '') return null;
    const value = Number(text.replace(',', '.'));
    if (!Number.isFinite(value)) throw new Refusal('input.invalid', { message: `${column}: ${text}` });
    return value;
  }

  #time(text: string): string {
    const time = new Date(text);
    if (Number.isNaN(time.getTime())) throw new Refusal('input.invalid', { message: `createdAt: ${text}` });
    return time.toISOString();
  }
}

const LINE_WORD: Record<Language, string> = { fr: 'ligne', en: 'row' };

/** Checks every line against the project. Refuses the whole table, naming each bad line and why. */
export function planCodingTable(session: Session, records: readonly TableRecord[], options: CodingTableOptions): CodingPlan {
  const planner = new Planner(session, options);
  const rows: ResolvedCoding[] = [];
  const bad: string[] = [];
  for (const { line, fields } of records) {
    try {
      rows.push(planner.resolve(fields));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      bad.push(`${LINE_WORD[options.language]} ${line} : ${failureText[options.language][error.code](error.data)}`);
    }
  }
  if (bad.length > 0) throw new Refusal('coding.tableInvalid', { rows: bad });
  return { rows, newCategories: [...planner.newCategories.values()], newCoders: planner.newCoders };
}
