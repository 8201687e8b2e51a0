// Runs a search of words over all a project holds, letting others be answered in between; what was found is kept until the texts change,
// and read by pages, its first ones before the rest is found.
import { Refusal } from '../../shared/domain/failure.ts';
import type { Language } from '../../shared/domain/project.ts';
import { MOST_LOCATED, WRITTEN_PLACES } from '../../shared/domain/search.ts';
import type { FoundInCase, NoSearch, SearchSetting, SearchSummary, WrittenHit } from '../../shared/domain/search.ts';
import type { Extent } from '../../shared/words/folded-text.ts';
import { queryFinder } from '../../shared/words/query-finder.ts';
import { parseQuery } from '../../shared/words/search-query.ts';
import type { QueryNode } from '../../shared/words/search-query.ts';
import type { Session } from '../commands/run-command.ts';
import { readProject } from '../queries/project.ts';
import { countedTurns, formsSought, isCountable, proposedTurns } from '../queries/search-index.ts';
import { casesAt, readCasesOfTurns, turnsInScope } from '../queries/search-scope.ts';
import type { CasesOfTurns } from '../queries/search-scope.ts';
import { codedExtentsOf, readBodies, readSourceBodies } from '../queries/search-turns.ts';
import type { TurnBody } from '../queries/search-turns.ts';
import { readWrittenThings, writtenHit } from '../queries/search-written.ts';
import { readTurnMap } from '../queries/turn-map.ts';
import type { TurnMap } from '../queries/turn-map.ts';
import { FoundTurns, FoundTurnsBuilder } from './found-turns.ts';
import { UNWATCHED } from './find-rule-hits.ts';
import type { SearchWatch } from './find-rule-hits.ts';
import { SafePattern } from './search-pattern-safely.ts';

type Project = Session['project'];

/** All that a search found, or its first hits in the corpus's order (`summary.isWhole` says which). */
export interface Found {
  readonly kind: 'found';
  readonly mode: 'words' | 'exact' | 'regex';
  readonly map: TurnMap;
  readonly cases: CasesOfTurns;
  readonly turns: FoundTurns;
  readonly written: readonly WrittenHit[];
  readonly summary: SearchSummary;
  /** The places in a turn's words, where they are not known yet. */
  readonly find: (body: string) => readonly Extent[];
}

type FoundParts = Pick<Found, 'map' | 'cases' | 'turns' | 'written'>;

/** The places in each of these texts. */
type Finder = (texts: readonly string[]) => readonly (readonly Extent[])[] | Promise<readonly (readonly Extent[])[]>;

const BREATH_MS = 10;

/** Lets the core answer others from time to time; stops where the search is cancelled or the project was closed meanwhile. */
export function breather(project: Project, watch: SearchWatch): () => Promise<void> {
  let breath = performance.now();
  return async () => {
    if (performance.now() - breath < BREATH_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    if (watch.isCancelled() || !project.sqlite.open) throw new Refusal('job.cancelled');
    breath = performance.now();
  };
}

/** Turns are read so many at a time. */
const READ_AT_ONCE = 400;
/** Fewer where what is coded of their sources is read, too. */
const READ_WITH_CODINGS = 100;

interface Locating {
  readonly project: Project;
  readonly map: TurnMap;
  readonly setting: SearchSetting;
  readonly isIn: Uint8Array | null;
  readonly watch: SearchWatch;
  /** Told once what is found so far, where looking through the turns takes its time. */
  readonly onFirst: (turns: FoundTurns) => void;
}

/** A page of lines. */
const FIRST_HITS = 100;
/** What is over by then needs no first answer. */
const FIRST_MS = 60;

/** The turns to be read, some at a time: those that are proposed, or all. */
function* batches({ project, map, setting, isIn }: Locating, proposed: Int32Array | null): Generator<TurnBody[]> {
  const atOnce = setting.filter.coded === 'any' ? READ_AT_ONCE : READ_WITH_CODINGS;
  if (proposed) {
    const ranks = isIn ? proposed.filter((rank) => isIn[rank] === 1) : proposed;
    for (let at = 0; at < ranks.length; at += atOnce) yield readBodies(project, map, ranks.subarray(at, at + atOnce));
    return;
  }
  for (let source = 0; source < map.sources.length; source += 1) {
    const [first, end] = [map.firstRanks[source] ?? 0, map.firstRanks[source + 1] ?? 0];
    if (isIn && !isIn.subarray(first, end).includes(1)) continue;
    const bodies = readSourceBodies(project, map, source);
    yield isIn ? bodies.filter(({ rank }) => isIn[rank] === 1) : bodies;
  }
}

/** Whether a place is wanted, by what is coded of its source. */
function codedTest(project: Project, map: TurnMap, { filter }: SearchSetting): (rank: number, place: Extent) => boolean {
  if (filter.coded === 'any') return () => true;
  let [source, end] = [-1, -1];
  const extentsOf = codedExtentsOf(project);
  let coded: ReturnType<typeof extentsOf> = new Map();
  return (rank, place) => {
    while (rank >= end) {
      source += 1;
      end = map.firstRanks[source + 1] ?? Infinity;
      if (rank < end) coded = extentsOf(map.sources[source]?.id ?? '');
    }
    const own = coded.get(rank - (map.firstRanks[source] ?? 0)) ?? [];
    return own.some((each) => each.start < place.end && each.end > place.start) === (filter.coded === 'coded');
  };
}

/** Reads turns and finds places in them; one batch is read while the one before is looked through. */
async function located(locating: Locating, proposed: Int32Array | null, find: Finder): Promise<FoundTurns> {
  const { project, map, setting, watch, onFirst } = locating;
  const start = performance.now();
  let isTold = false;
  const builder = new FoundTurnsBuilder();
  const isWanted = codedTest(project, map, setting);
  const breathe = breather(project, watch);
  const all = proposed?.length ?? map.numberAt.length;
  const take = (bodies: readonly TurnBody[], found: readonly (readonly Extent[])[]): void => {
    for (const [at, { rank, start }] of bodies.entries()) {
      for (const extent of found[at] ?? []) {
        const place = { start: extent.start + start, end: extent.end + start };
        if (isWanted(rank, place)) builder.add(rank, place);
      }
    }
    if (builder.total > MOST_LOCATED) throw new Refusal('search.tooMany', { most: MOST_LOCATED });
    if (isTold || builder.total < FIRST_HITS || performance.now() - start < FIRST_MS) return;
    isTold = true;
    onFirst(builder.built());
  };
  let before: { bodies: TurnBody[]; found: ReturnType<Finder> } | null = null;
  let read = 0;
  for (const bodies of batches(locating, proposed)) {
    if (before) take(before.bodies, await before.found);
    before = { bodies, found: find(bodies.map(({ body }) => body)) };
    read += bodies.length;
    watch.onProgress(read, all, '');
    await breathe();
  }
  if (before) take(before.bodies, await before.found);
  return builder.built();
}

function perCase(map: TurnMap, cases: CasesOfTurns, { ranks, counts }: FoundTurns): FoundInCase[] {
  const hits = new Int32Array(cases.cases.length);
  let source = 0;
  for (let at = 0; at < ranks.length; at += 1) {
    const rank = ranks[at] ?? 0;
    while (rank >= (map.firstRanks[source + 1] ?? Infinity)) source += 1;
    for (const each of casesAt(cases, source, rank - (map.firstRanks[source] ?? 0), map.personAt[rank] ?? -1))
      hits[each] = (hits[each] ?? 0) + (counts[at] ?? 0);
  }
  return cases.cases.map(({ id, name }, at) => ({ caseId: id, name, hits: hits[at] ?? 0 }));
}

function summaryOf({ map, cases, turns, written }: FoundParts, forms: readonly string[], isWhole: boolean): SearchSummary {
  const perSource = new Int32Array(map.sources.length);
  let source = 0;
  for (let at = 0; at < turns.ranks.length; at += 1) {
    const rank = turns.ranks[at] ?? 0;
    while (rank >= (map.firstRanks[source + 1] ?? Infinity)) source += 1;
    perSource[source] = (perSource[source] ?? 0) + (turns.counts[at] ?? 0);
  }
  const inPlace = (place: WrittenHit['place']): number => written.filter((hit) => hit.place === place).length;
  return {
    kind: 'found',
    isWhole,
    total: turns.total,
    turns: turns.ranks.length,
    forms,
    sources: map.sources.flatMap(({ id, name }, at) => (perSource[at] ? [{ sourceId: id, name, hits: perSource[at] }] : [])),
    cases: perCase(map, cases, turns),
    written: Object.fromEntries(WRITTEN_PLACES.map((place) => [place, inPlace(place)])) as SearchSummary['written'],
  };
}

async function foundInWriting(project: Project, find: Finder): Promise<WrittenHit[]> {
  const things = readWrittenThings(project);
  const found = await find(things.map(({ text }) => text));
  return things.flatMap((thing, at) => (found[at] ?? []).map((extent) => writtenHit(thing, extent)));
}

async function foundByWords(locating: Locating, node: QueryNode, language: Language): Promise<FoundTurns> {
  const { project, map, setting, isIn, watch } = locating;
  if (isCountable(node) && setting.filter.coded === 'any') {
    const { ranks, counts } = await countedTurns(project, map, node, { language, isIn, breathe: breather(project, watch) });
    return new FoundTurns(ranks, counts, null);
  }
  const find = queryFinder(node, language);
  return located(locating, proposedTurns(project, map, node, language), (texts) => texts.map(find));
}

async function search(project: Project, setting: SearchSetting, watch: SearchWatch, onFirst: (found: Found) => void): Promise<Found | NoSearch> {
  const parsed = parseQuery(setting.query, setting);
  // read before there is anything to look for, too: the first search then finds it ready
  const map = await readTurnMap(project, breather(project, watch));
  if (parsed.kind !== 'query' && parsed.kind !== 'pattern') return { kind: 'undefined', because: parsed.kind };
  const cases = readCasesOfTurns(project, map);
  const scope = turnsInScope(project, map, cases, setting.filter);
  if (scope === 'gone') return { kind: 'undefined', because: 'gone' };
  const found = (turns: FoundTurns, isWhole: boolean, how: Pick<Found, 'mode' | 'find' | 'written'>, forms: readonly string[]): Found => {
    const parts = { map, cases, turns, written: how.written };
    return { kind: 'found', mode: how.mode, find: how.find, ...parts, summary: summaryOf(parts, forms, isWhole) };
  };
  const locating = { project, map, setting, isIn: scope === 'all' ? null : scope, watch };
  if (parsed.kind === 'query') {
    const { language } = readProject(project);
    const { node } = parsed;
    const find = queryFinder(node, language);
    const written = await foundInWriting(project, (texts) => texts.map(find));
    const how = { mode: setting.isExact ? 'exact' : 'words', find, written } as const;
    const forms = formsSought(project, node, language);
    const turns = await foundByWords({ ...locating, onFirst: (first) => onFirst(found(first, false, how, forms)) }, node, language);
    return found(turns, true, how, forms);
  }
  const { isExact } = setting;
  const pattern = await SafePattern.open({ pattern: parsed.pattern, ignoresCase: !isExact, ignoresAccents: !isExact }, watch);
  try {
    const find: Finder = (texts) => pattern.find(texts);
    const how = { mode: 'regex', find: () => [], written: await foundInWriting(project, find) } as const;
    const turns = await located({ ...locating, onFirst: (first) => onFirst(found(first, false, how, [])) }, null, find);
    return found(turns, true, how, []);
  } finally {
    await pattern.close();
  }
}

interface Finding {
  readonly whole: Promise<Found | NoSearch>;
  /** What was found so far when it filled a page; never, where the whole was found as soon. */
  readonly first: Promise<Found>;
}

interface Known {
  readonly changes: ReturnType<Project['sourceChanges']['reader']>;
  readonly findings: Map<string, Finding>;
}

const known = new WeakMap<Project, Known>();
const MOST_KNOWN = 4;
/** What is written in these changes nothing that is searched. */
const NOT_SEARCHED: ReadonlySet<string> = new Set([
  'matrix',
  'matrix_snapshot',
  'print_settings',
  'saved_search',
  'saved_analysis',
  'quick_key',
  'coding_rule',
  'grid_version',
  'board_place',
]);

function findingOf(project: Project, setting: SearchSetting, watch: SearchWatch): Finding {
  let own = known.get(project);
  if (!own) known.set(project, (own = { changes: project.sourceChanges.reader(), findings: new Map() }));
  const { findings, changes } = own;
  const { everything, tables } = changes.take();
  if (everything || [...tables].some((table) => !NOT_SEARCHED.has(table))) findings.clear();
  const name = JSON.stringify(setting);
  const before = findings.get(name);
  if (before) return before;
  let tell: (found: Found) => void = () => undefined;
  const first = new Promise<Found>((resolve) => {
    tell = resolve;
  });
  const finding = { whole: search(project, setting, watch, tell), first };
  const [oldest] = findings.keys();
  if (findings.size >= MOST_KNOWN && oldest !== undefined) findings.delete(oldest);
  findings.set(name, finding);
  // who has the first page may not wait for the whole
  finding.whole.catch(() => {
    if (findings.get(name) === finding) findings.delete(name);
  });
  return finding;
}

/** Finds it, or answers with what was found before if nothing changed since. Refuses what is no expression, takes too long or finds too much. */
export function runSearch(project: Project, setting: SearchSetting, watch: SearchWatch = UNWATCHED): Promise<Found | NoSearch> {
  return findingOf(project, setting, watch).whole;
}

/** The same as soon as a page of lines is found: `isWhole` says whether that is all. The rest is looked for meanwhile, until the watch stops it. */
export function runFirstSearch(project: Project, setting: SearchSetting, watch: SearchWatch = UNWATCHED): Promise<Found | NoSearch> {
  const { whole, first } = findingOf(project, setting, watch);
  return Promise.race([whole, first]);
}
