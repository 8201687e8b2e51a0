// Projects that have no past in common: which things of theirs are things of ours. Proposed by id, name, path and words; whoever merges decides.
import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/domain/failure.ts';
import { MATCHED_TABLES } from '../../../shared/domain/merge.ts';
import type { FreeThing, MatchedTable, MergeMatch, MergeMatches } from '../../../shared/domain/merge.ts';
import { keyOfWord } from '../../../shared/domain/turn-kin.ts';
import type { Columns } from '../../storage/writer.ts';
import type { MergedStudy } from './merged-study.ts';
import { fold, rename } from './same-things.ts';
import type { SideName, TwoCopies } from './two-copies.ts';

/** Of all words that either text has, the share that both have, from which on two texts may be one. */
const ALIKE = 0.6;
/** Pairs of texts compared word by word at most. */
const MOST_PAIRS = 10_000;
const LEAST_LETTERS = 5;

interface Thing {
  readonly id: string;
  /** As people see it. */
  readonly name: string;
  /** What it is found by. */
  readonly key: string;
}

const plain = (name: string): string => keyOfWord(name.replace(/[’ʼ]/gu, "'")).replace(/\s+/gu, ' ').trim();

function named(rows: readonly Columns[], column: string): Thing[] {
  return rows.map((row) => ({ id: String(row.id), name: String(row[column]), key: plain(String(row[column])) }));
}

/** A category by the names from its grid down; the grid by its key. */
function categories(copies: TwoCopies, side: SideName): Thing[] {
  const grids = new Map(copies.ask(side, 'SELECT id, key FROM @grid').map(({ id, key }) => [id, String(key)]));
  const rows = new Map(copies.ask(side, 'SELECT id, grid_id, parent_id, name FROM @category ORDER BY id').map((row) => [String(row.id), row]));
  const path = (row: Columns): string[] => {
    const names: string[] = [];
    for (let at: Columns | undefined = row; at && names.length < rows.size; at = rows.get(String(at.parent_id))) names.unshift(String(at.name));
    return names;
  };
  return [...rows.values()].map((row) => {
    const names = path(row);
    return { id: String(row.id), name: names.join(' > '), key: [grids.get(row.grid_id ?? null) ?? '', ...names].map(plain).join(' > ') };
  });
}

interface Text extends Thing {
  readonly words: () => ReadonlySet<string>;
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];

function texts(copies: TwoCopies, side: SideName): Text[] {
  return copies.ask(side, 'SELECT id, name FROM @source ORDER BY id').map(({ id, name }) => {
    const turns = copies.ask(side, 'SELECT text FROM @turn WHERE source_id = ? ORDER BY position', id ?? null);
    const words = wordsIn(turns.map(({ text }) => String(text)).join('')).map(keyOfWord);
    const key = createHash('sha256').update(words.join(' ')).digest('hex');
    let set: Set<string> | null = null;
    return { id: String(id), name: String(name), key, words: () => (set ??= new Set(words.filter((word) => word.length >= LEAST_LETTERS))) };
  });
}

function likeness(one: Text, other: Text): number {
  const [a, b] = [one.words(), other.words()];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Each of theirs with one of ours at most, by what they are found by. */
function byKey(table: MatchedTable, ours: readonly Thing[], theirs: readonly Thing[], by: MergeMatch['by']): MergeMatch[] {
  const free = new Map<string, Thing[]>();
  for (const thing of ours) free.set(thing.key, [...(free.get(thing.key) ?? []), thing]);
  const ids = new Map(ours.map((thing) => [thing.id, thing]));
  return theirs.map((thing) => {
    const same = ids.get(thing.id);
    const found = same ?? free.get(thing.key)?.shift();
    return { table, theirs: pick(thing), ours: found ? pick(found) : null, by: same ? 'id' : found ? by : 'none', likeness: found ? 1 : 0 };
  });
}

const pick = ({ id, name }: Thing): { readonly id: string; readonly name: string } => ({ id, name });

function matchTexts(copies: TwoCopies): MergeMatch[] {
  const [ours, theirs] = [texts(copies, 'ours'), texts(copies, 'theirs')];
  const matches = byKey('source', ours, theirs, 'text');
  const taken = new Set(matches.flatMap((match) => match.ours?.id ?? []));
  const left = theirs.filter((_, at) => matches[at]?.ours === null);
  const free = ours.filter(({ id }) => !taken.has(id));
  const pairs = left.flatMap((text) =>
    free
      .filter((other) => left.length * free.length <= MOST_PAIRS || plain(other.name) === plain(text.name))
      .map((other) => ({ text, other, like: likeness(text, other) })),
  );
  const found = new Map<string, MergeMatch>();
  for (const { text, other, like } of pairs.filter((pair) => pair.like >= ALIKE).sort((one, two) => two.like - one.like)) {
    if (found.has(text.id) || taken.has(other.id)) continue;
    taken.add(other.id);
    found.set(text.id, { table: 'source', theirs: pick(text), ours: pick(other), by: 'text', likeness: like });
  }
  return matches.map((match) => found.get(match.theirs.id) ?? match);
}

function matchNamed(copies: TwoCopies, table: MatchedTable, column: string): MergeMatch[] {
  const rows = (side: SideName): Thing[] => named(copies.ask(side, `SELECT * FROM @"${table}" ORDER BY id`), column);
  return byKey(table, rows('ours'), rows('theirs'), 'name');
}

function matchesOf(copies: TwoCopies): MergeMatch[] {
  return [
    ...matchNamed(copies, 'coder', 'name'),
    ...matchNamed(copies, 'study_case', 'name'),
    ...matchTexts(copies),
    ...matchNamed(copies, 'participant', 'name'),
    ...matchNamed(copies, 'grid', 'key'),
    ...byKey('category', categories(copies, 'ours'), categories(copies, 'theirs'), 'path'),
  ];
}

/** What is proposed, with what was said instead. Refuses (`merge.matchInvalid`) two of theirs for one of ours, and what is not there. */
export function proposedMatches(copies: TwoCopies, said: MergeMatches): MergeMatch[] {
  const nameOf = new Map(
    MATCHED_TABLES.flatMap((table) =>
      copies.ask('ours', `SELECT * FROM @"${table}"`).map((row) => [`${table} ${String(row.id)}`, String(row.name ?? row.title)] as const),
    ),
  );
  const matches = matchesOf(copies).map((match): MergeMatch => {
    const instead = said[match.theirs.id];
    if (instead === undefined || match.by === 'id') return match;
    if (instead === null) return { ...match, ours: null, by: 'none', likeness: 0 };
    const name = nameOf.get(`${match.table} ${instead}`);
    if (name === undefined) throw new Refusal('merge.matchInvalid', { what: match.theirs.name });
    return instead === match.ours?.id ? match : { ...match, ours: { id: instead, name }, by: 'name', likeness: 1 };
  });
  const taken = new Set<string>();
  // what was said goes before what was proposed
  const isSaid = ({ theirs }: MergeMatch): boolean => said[theirs.id] !== undefined;
  for (const match of matches.filter((each) => isSaid(each) && each.ours)) {
    if (taken.has(match.ours?.id ?? '')) throw new Refusal('merge.matchInvalid', { what: match.theirs.name });
    taken.add(match.ours?.id ?? '');
  }
  return matches.map((match) =>
    !isSaid(match) && match.ours && taken.has(match.ours.id) ? { ...match, ours: null, by: 'none', likeness: 0 } : match,
  );
}

/** Things of ours that none of theirs is: what somebody may match by hand. */
export function freeThings(copies: TwoCopies, matches: readonly MergeMatch[]): FreeThing[] {
  const taken = new Set(matches.map(({ ours }) => ours?.id));
  return MATCHED_TABLES.flatMap((table) =>
    copies
      .ask('ours', `SELECT * FROM @"${table}" ORDER BY id`)
      .filter(({ id }) => !taken.has(String(id)))
      .map((row) => ({ table, id: String(row.id), name: String(row.name ?? row.title) })),
  );
}

/** Theirs → ours, of texts; one of the same id too: it may have been cut into turns anew. */
export function matchedSources(matches: readonly MergeMatch[]): Map<string, string> {
  const pairs = matches.flatMap(({ table, theirs, ours }) => (table === 'source' && ours ? [[theirs.id, ours.id] as const] : []));
  return new Map(pairs);
}

/** Makes one of what was matched; their project's own card gives way to ours. */
export function joinMatches(study: MergedStudy, matches: readonly MergeMatch[]): void {
  if (matches.length === 0) return;
  const [ours] = study.copies.ask('ours', 'SELECT id FROM @project');
  for (const { id } of study.copies.ask('theirs', 'SELECT id FROM @project')) if (id !== ours?.id) study.set('project', String(id), null);
  const pairs = matches.flatMap(({ table, theirs, ours: match }) => (match && match.id !== theirs.id ? [[table, theirs.id, match.id] as const] : []));
  for (const { theirs, ours: match } of matches) if (!match) study.apart.add(theirs.id);
  // theirs name our things before they are compared with ours
  rename(study, new Map(pairs.map(([, theirs, match]) => [theirs, match])));
  for (const [table, theirs, match] of pairs) {
    const [kept, other] = [study.get(table, match), study.get(table, theirs)];
    if (kept && other) fold(study, table, kept, other);
  }
  dropIdleSpeakers(study, matchedSources(matches));
}

/** Our words stand, and so do those who speak them: labels of theirs that nobody bears go, the others are ours. */
function dropIdleSpeakers(study: MergedStudy, sources: ReadonlyMap<string, string>): void {
  const became = new Map<string, string>();
  for (const [theirs, ours] of sources)
    for (const { id, label } of study.copies.rowsWhere('theirs', 'speaker', ['source_id'], [theirs])) {
      const [same] = study.copies.rowsWhere('ours', 'speaker', ['source_id', 'label'], [ours, label ?? null]);
      if (same?.id === id) continue;
      study.set('speaker', String(id), null);
      if (same) became.set(String(id), String(same.id));
    }
  rename(study, became);
}
