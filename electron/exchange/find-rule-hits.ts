// Finds what a rule of autocoding is about, source by source, letting others be answered in between; what was found is remembered until
// the texts change.
import { createHash } from 'node:crypto';
import { MOST_HITS, isEmptyFind, placeKey } from '../../shared/domain/coding-rule.ts';
import type { CodingRule, RuleHit } from '../../shared/domain/coding-rule.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { wordFinder } from '../../shared/words/find-words.ts';
import type { Extent } from '../../shared/words/folded-text.ts';
import type { Language } from '../../shared/domain/project.ts';
import { hitsOf } from '../../shared/domain/rule-hits.ts';
import type { PlacedHit } from '../../shared/domain/rule-hits.ts';
import { blocksOf, piecesOfBlocks, widened } from '../../shared/domain/rule-stretches.ts';
import type { FoundStretch, RuleTurn } from '../../shared/domain/rule-stretches.ts';
import type { Session } from '../commands/run-command.ts';
import { readProject } from '../queries/project.ts';
import { answerPlaces, readRuleTurns, sourcesInScope, turnsProposed } from '../queries/rule-turns.ts';
import type { RuleSource, ScopedSource, SourceTurns } from '../queries/rule-turns.ts';
import { SafePattern } from './search-pattern-safely.ts';

type Project = Session['project'];

export interface FoundInSource extends RuleSource {
  readonly hits: readonly FoundHit[];
}

/** A hit, with what names it beyond its place. */
export interface FoundHit extends PlacedHit, Pick<RuleHit, 'key' | 'sourceId'> {}

export interface Found {
  readonly sources: readonly FoundInSource[];
  readonly total: number;
  readonly print: string;
}

export interface SearchWatch {
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

export const UNWATCHED: SearchWatch = { onProgress: () => undefined, isCancelled: () => false };

type Search = Pick<CodingRule, 'find' | 'extend' | 'scope'>;

/** Answers for one source after the other; null where there is nothing to read. */
type SourceSearch = (source: ScopedSource) => Promise<{ readonly turns: SourceTurns; readonly stretches: readonly FoundStretch[] } | null>;

const placesOf = ({ turns }: SourceTurns): number[] =>
  turns.flatMap((turn, place) => (turn.isIncluded && turn.bodyEnd > turn.bodyStart ? [place] : []));

function inBody({ turns }: SourceTurns, place: number, extents: readonly Extent[]): { place: number; extent: Extent }[] {
  const at = turns[place]?.bodyStart ?? 0;
  return extents.map(({ start, end }) => ({ place, extent: { start: start + at, end: end + at } }));
}

const bodyAt = ({ turns }: SourceTurns, place: number): string => {
  const turn = turns[place];
  return turn ? turn.text.slice(turn.bodyStart, turn.bodyEnd) : '';
};

function searchWords(project: Project, rule: Search & { find: { kind: 'text' } }, language: Language): SourceSearch {
  const finder = wordFinder(rule.find, language);
  const proposed = finder.needles === null ? null : turnsProposed(project, finder.needles, language);
  return async (source) => {
    const ids = proposed?.get(source.id);
    if (proposed && !ids) return null;
    const turns = readRuleTurns(project, source, rule);
    const isProposed = (turn: RuleTurn | undefined): boolean => turn !== undefined && (ids === undefined || ids.has(turn.id));
    const places = placesOf(turns).filter((place) => isProposed(turns.turns[place]));
    const hits = places.flatMap((place) => inBody(turns, place, finder.find(bodyAt(turns, place))));
    return { turns, stretches: widened(turns.turns, hits, rule.extend) };
  };
}

function searchPattern(project: Project, rule: Search, pattern: SafePattern): SourceSearch {
  return async (source) => {
    const turns = readRuleTurns(project, source, rule);
    const places = placesOf(turns);
    const found = await pattern.find(places.map((place) => bodyAt(turns, place)));
    const hits = places.flatMap((place, at) => inBody(turns, place, found[at] ?? []));
    return { turns, stretches: widened(turns.turns, hits, rule.extend) };
  };
}

function searchBlocks(project: Project, rule: Search): SourceSearch {
  const { find } = rule;
  const answers = find.kind === 'question' ? answerPlaces(project, find.questionIds) : null;
  return async (source) => {
    const own = answers?.get(source.id);
    if (answers && !own) return null;
    const turns = readRuleTurns(project, source, rule);
    const blocks = blocksOf(turns.turns, find, own?.(turns.turns.length) ?? []);
    return { turns, stretches: piecesOfBlocks(turns.turns, blocks, rule.extend) };
  };
}

const BREATH_MS = 25;

/** Lets the core answer others, and stops where the project was closed meanwhile. */
async function breathe(project: Project, watch: SearchWatch): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (watch.isCancelled() || !project.sqlite.open) throw new Refusal('job.cancelled');
}

async function searchAll(project: Project, rule: Search, search: SourceSearch, watch: SearchWatch): Promise<Found> {
  const sources = sourcesInScope(project, rule.scope);
  const found: FoundInSource[] = [];
  let total = 0;
  let breath = performance.now();
  for (const [index, source] of sources.entries()) {
    const result = await search(source);
    total += result?.stretches.length ?? 0;
    if (total > MOST_HITS) throw new Refusal('autocode.tooMany', { most: MOST_HITS });
    const hits = result ? hitsOf(result.turns, result.stretches).map((hit) => ({ ...hit, sourceId: source.id })) : [];
    if (hits.length > 0) found.push({ id: source.id, name: source.name, hits: withKeys(hits) });
    if (performance.now() - breath < BREATH_MS) continue;
    watch.onProgress(index + 1, sources.length, source.name);
    await breathe(project, watch);
    breath = performance.now();
  }
  return { sources: found, total, print: printOf(found) };
}

const KEY_LETTERS = 16;

/** A place is named by its turn, its words, and which of the equal ones there it is: corrections beside it leave its name. */
function withKeys(hits: readonly Omit<FoundHit, 'key'>[]): FoundHit[] {
  const times = new Map<string, number>();
  return hits.map((hit) => {
    const words = createHash('sha256').update(hit.words).digest('hex').slice(0, KEY_LETTERS);
    const name = `${hit.start.turnId} ${words}`;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return { ...hit, key: `${name} ${time}` };
  });
}

function printOf(sources: readonly FoundInSource[]): string {
  const hash = createHash('sha256');
  for (const { hits } of sources) for (const hit of hits) hash.update(placeKey(hit)).update(hit.key);
  return hash.digest('hex');
}

async function search(project: Project, rule: Search, watch: SearchWatch): Promise<Found> {
  const { find } = rule;
  if (find.kind === 'text') return searchAll(project, rule, searchWords(project, { ...rule, find }, readProject(project).language), watch);
  if (find.kind !== 'regex') return searchAll(project, rule, searchBlocks(project, rule), watch);
  const pattern = await SafePattern.open(find, watch);
  try {
    return await searchAll(project, rule, searchPattern(project, rule, pattern), watch);
  } finally {
    await pattern.close();
  }
}

interface Known {
  /** SQLite's own count of what other connections wrote. */
  version: number;
  /** Grows with every change of what rules look at. */
  changes: number;
  readonly found: Map<string, Found>;
}

const known = new WeakMap<Project, Known>();
const MOST_KNOWN = 12;
/** A change of these may change what a rule finds. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  'project',
  'turn',
  'speaker',
  'participant',
  'source',
  'source_case',
  'case_part',
  'guide_theme',
  'guide_question',
  'question_turn',
]);

function knownOf(project: Project): Known {
  const version = project.sqlite.pragma('data_version', { simple: true }) as number;
  let own = known.get(project);
  if (!own) {
    const fresh: Known = { version, changes: 0, found: new Map() };
    project.listeners.add(({ tables }) => {
      if (!tables.some((table) => LOOKED_AT.has(table))) return;
      fresh.changes += 1;
      fresh.found.clear();
    });
    known.set(project, (own = fresh));
  }
  if (own.version !== version) {
    own.changes += 1;
    own.found.clear();
  }
  own.version = version;
  return own;
}

/** Refuses a rule that looks for nothing, finds more than anybody looks through, or takes too long; and `job.cancelled`. */
export async function findRuleHits(project: Project, { find, extend, scope }: Search, watch: SearchWatch = UNWATCHED): Promise<Found> {
  if (isEmptyFind(find)) throw new Refusal('autocode.nothingToFind');
  const own = knownOf(project);
  const name = JSON.stringify({ find, extend, scope });
  const before = own.found.get(name);
  if (before) return before;
  const { changes } = own;
  const found = await search(project, { find, extend, scope }, watch);
  if (!project.sqlite.open) throw new Refusal('job.cancelled');
  // what was written meanwhile may not be in it
  if (knownOf(project).changes === changes) {
    const [oldest] = own.found.keys();
    if (own.found.size >= MOST_KNOWN && oldest !== undefined) own.found.delete(oldest);
    own.found.set(name, found);
  }
  return found;
}
