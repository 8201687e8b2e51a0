// What readers of other programs' own files make: the same levelled study as an exchange package gives, so that one door brings both in.
import { CodePointIndex } from '../../../shared/domain/text-offset.ts';
import type { RefiCounts } from '../../../shared/domain/refi.ts';
import type { ForeignDatabase, ForeignRow, ForeignValue } from '../../storage/foreign-database.ts';
import type { PackageFiles } from '../refi/bring-in-state.ts';
import type { PackageText } from '../refi/position-convention.ts';
import { ReadProject } from '../refi/read-project.ts';
import type { ReadCode, ReadCoding, ReadSelection, ReadSource, ReadValue } from '../refi/read-project.ts';

export interface ForeignStudy {
  readonly read: ReadProject;
  readonly sources: () => readonly ReadSource[];
  readonly files: PackageFiles;
}

export const words = (value: ForeignValue | undefined): string => (value === null || value === undefined ? '' : String(value));
export const whole = (value: ForeignValue | undefined): number => (typeof value === 'number' ? Math.trunc(value) : Number.parseInt(words(value), 10));

/** `2024-01-31 10:22:33` and what R and Python write; empty where it is no time. Nobody said where on earth it was that late. */
export function isoTime(value: ForeignValue | undefined): string {
  const text = words(value).trim();
  const [, day, time = '00:00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?/.exec(text) ?? [];
  const parsed = day === undefined ? Date.parse(text) : Date.parse(`${day}T${time}Z`);
  return Number.isNaN(parsed) ? '' : new Date(parsed).toISOString();
}

export interface ForeignCase {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly values: readonly ReadValue[];
}

/** Characters of a file that belong to a case. */
export interface CaseExtent {
  readonly caseId: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A study in the making: things get names of their own kind (`code 3`), since those programs number each kind from one. */
export class ForeignStudyMaker {
  readonly #sources: ReadSource[] = [];
  readonly read = new ReadProject((source) => this.#sources.push(source));
  readonly #texts = new Map<string, PackageText>();
  readonly #users = new Map<string, string>();

  constructor(origin: string, name: string) {
    this.read.origin = origin;
    this.read.name = name;
    this.read.isProject = true;
  }

  /** Who has this name there; empty for nobody. */
  user(name: ForeignValue | undefined): string {
    const called = words(name).trim();
    if (called === '') return '';
    const known = this.#users.get(called);
    if (known !== undefined) return known;
    const guid = `user ${called}`;
    this.#users.set(called, guid);
    this.read.users.push({ guid, name: called, initials: '' });
    return guid;
  }

  /** Keeps a text under a path that a source names. */
  text(path: string, text: string): string {
    this.#texts.set(path, { text, hasMark: false, isWindows1252: false });
    return path;
  }

  source(source: Partial<ReadSource> & Pick<ReadSource, 'guid' | 'name'>): void {
    const empty = { description: '', path: '', richPath: '', inline: null, selections: [], codings: [], notes: [], values: [] };
    this.read.addSource({ ...empty, modifiedAt: '', kind: 'textsource', mediaPath: '', listed: [], user: '', at: '', ...source });
  }

  /** A memo; answers with what to call it. */
  note(guid: string, title: string, text: string, made: { user: ForeignValue | undefined; at: ForeignValue | undefined }): string {
    const empty = { description: '', path: '', richPath: '', selections: [], codings: [], notes: [], values: [], modifiedAt: '' };
    this.read.notes.push({ ...empty, guid, name: title, inline: text, user: this.user(made.user), at: isoTime(made.at) });
    return guid;
  }

  /** The memo's name in a list, or nothing where there are no words. */
  noteOf(guid: string, title: string, row: ForeignRow, column = 'memo'): string[] {
    const text = words(row[column]).trim();
    return text === '' ? [] : [this.note(guid, title, text, { user: row['owner'], at: row['date'] })];
  }

  /** Parents before their children; what hangs under nothing known, or under itself, stands at the top. */
  codes(codes: readonly ReadCode[]): void {
    const below = Map.groupBy(codes, ({ parent }) => parent);
    const placed = new Set<string>();
    const place = (code: ReadCode, parent: string | null): void => {
      if (placed.has(code.guid)) return;
      placed.add(code.guid);
      this.read.codes.push({ ...code, parent });
      for (const child of below.get(code.guid) ?? []) place(child, code.guid);
    };
    const known = new Set(codes.map(({ guid }) => guid));
    for (const code of codes) if (code.parent === null || !known.has(code.parent)) place(code, null);
    for (const code of codes) place(code, null);
  }

  /** Cases and what belongs to them: whole files, linked from start to end or to the last character before it, and stretches of others. */
  cases(cases: readonly ForeignCase[], extents: readonly CaseExtent[], lengths: ReadonlyMap<string, number>): void {
    const ofCase = Map.groupBy(extents, ({ caseId }) => caseId);
    const isWhole = ({ file, start, end }: CaseExtent): boolean => start <= 0 && end >= (lengths.get(file) ?? 0) - 1;
    for (const { id, name, description, values } of cases) {
      const own = ofCase.get(id) ?? [];
      this.read.cases.push({
        guid: `case ${id}`,
        name,
        description,
        values,
        sources: [...new Set(own.filter(isWhole).map(({ file }) => `source ${file}`))],
        selections: own.filter((extent) => !isWhole(extent)).map(({ file }) => `extent ${file}`),
        codes: [],
      });
    }
  }

  /** Memos about the whole study. */
  journal(rows: readonly ForeignRow[], column: string): void {
    for (const [at, row] of rows.entries()) {
      const guid = this.note(`journal ${at}`, words(row['name']), words(row[column]), { user: row['owner'], at: row['date'] });
      this.read.notesOfProject = [...this.read.notesOfProject, guid];
    }
  }

  study(): ForeignStudy {
    const { read } = this;
    read.tally(countsOf(read, this.#sources));
    return {
      read,
      sources: () => this.#sources,
      files: {
        bytes: () => null,
        text: ({ path, inline }) => this.#texts.get(path) ?? (inline === null ? null : { text: inline, hasMark: false, isWindows1252: false }),
      },
    };
  }
}

/** Selections by the file that they stand in. */
export function byFile<Item>(items: readonly { readonly file: string; readonly item: Item }[]): Map<string, Item[]> {
  return new Map([...Map.groupBy(items, ({ file }) => file)].map(([file, of]) => [file, of.map(({ item }) => item)]));
}

function countsOf({ users, codes, cases, variables, notes }: ReadProject, sources: readonly ReadSource[]): RefiCounts {
  const stretches = sources.flatMap(({ selections, listed }) => [...selections, ...listed]);
  return {
    users: users.length,
    codes: codes.length,
    cases: cases.length,
    variables: variables.length,
    sources: sources.length,
    selections: stretches.length,
    codings: stretches.reduce((sum, { codings }) => sum + codings.length, 0) + sources.reduce((sum, { codings }) => sum + codings.length, 0),
    notes: notes.length,
    links: 0,
    sets: 0,
    graphs: 0,
  };
}

export function aCode(code: Partial<ReadCode> & Pick<ReadCode, 'guid' | 'name'>): ReadCode {
  return { parent: null, description: '', color: undefined, isCodable: true, notes: [], ...code };
}

export function aSelection(selection: Partial<ReadSelection> & Pick<ReadSelection, 'start' | 'end'>): ReadSelection {
  return { guid: '', user: '', at: '', name: '', description: '', notes: [], codings: [], ...selection };
}

export function aCoding(coding: Partial<ReadCoding> & Pick<ReadCoding, 'code'>): ReadCoding {
  return { guid: '', user: '', at: '', notes: [], ...coding };
}

/**
 * Selections counted in characters as UTF-16 offsets. Both programs' own ways of coding disagree after an emoji: where the words quoted stand at
 * the same number of UTF-16 units, that is what was counted. What fits neither stays as it is, to be looked for and told of.
 */
export function inUtf16(text: string, selections: readonly ReadSelection[]): ReadSelection[] {
  const index = new CodePointIndex(text);
  const isQuoted = (start: number | undefined, end: number | undefined, quote: string): boolean =>
    start !== undefined && end !== undefined && text.slice(start, end) === quote;
  return selections.map((selection) => {
    const { start, end, name } = selection;
    const [from, to] = [index.toUtf16(start), index.toUtf16(end)];
    if (name !== '' && !isQuoted(from, to, name) && isQuoted(start, end, name)) return selection;
    // outside the text it stays outside
    return { ...selection, start: from ?? (start < 0 ? -1 : text.length + 1), end: to ?? (end < 0 ? -1 : text.length + 1) };
  });
}

/** A program's file is told by the tables that only it has. */
export interface ForeignReader {
  readonly isOwn: (database: ForeignDatabase) => boolean;
  readonly read: (database: ForeignDatabase, name: string) => ForeignStudy;
}
