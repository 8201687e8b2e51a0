// Words that follow each other: where they are said, and what is said before or after them.
import type { WordBranch, WordParts, WordPlaces, WordTree, WordTreeSetting, WordUnit } from '../../shared/domain/words.ts';
import { undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import { tokensOf } from '../../shared/words/tokens.ts';
import type { Project } from '../storage/open-project.ts';
import { unitsOf } from './word-counts.ts';
import { readPartition } from './word-parts.ts';
import { placeOf, placesOf } from './word-places.ts';
import type { WordRange } from './word-places.ts';
import { breaths, readWordStore, UNWATCHED } from './word-store.ts';
import type { Dictionary, SourceWords, Watch, WordStore } from './word-store.ts';

/** Numbers of the units that were typed, in order; null where one of them is never said. */
function unitsTyped(dictionary: Dictionary, typed: string, unit: WordUnit): number[] | null {
  const numbers = tokensOf(typed, dictionary.language).map(({ text }) => (unit === 'form' ? dictionary.find(text) : dictionary.findStem(text)));
  return numbers.length === 0 || numbers.includes(undefined) ? null : (numbers as number[]);
}

interface Wanted {
  readonly units: readonly number[];
  readonly unit: WordUnit;
  readonly withInterviewers: boolean;
}

/** Calls for each place where the units follow each other in one sentence; `breathe` is awaited between sources. */
async function eachOccurrence(
  { dictionary, sources }: WordStore,
  { units, unit, withInterviewers }: Wanted,
  breathe: () => Promise<void>,
  visit: (range: WordRange, sentence: number) => void,
): Promise<void> {
  const { of } = unitsOf(dictionary, unit);
  const [head, ...rest] = units;
  for (const source of sources) {
    const { forms, turnAsks, sentenceTurns, sentenceStarts } = source;
    const unitAt = (at: number): number => (of ? (of[forms[at] ?? 0] ?? -1) : (forms[at] ?? -1));
    for (let at = 0; at < forms.length; at += 1) {
      if (unitAt(at) !== head || !rest.every((next, more) => unitAt(at + more + 1) === next)) continue;
      const sentence = placeOf(sentenceStarts, at);
      if (at + units.length > (sentenceStarts[sentence + 1] ?? 0)) continue;
      if (withInterviewers || turnAsks[sentenceTurns[sentence] ?? 0] !== 1) visit({ source, from: at, to: at + units.length }, sentence);
    }
    await breathe();
  }
}

interface Branch {
  count: number;
  readonly forms: Map<number, number>;
  readonly branches: Map<number, Branch>;
}

const newBranch = (): Branch => ({ count: 0, forms: new Map(), branches: new Map() });

const DEEPEST = 6;
/** More cannot be read. */
const MOST_BRANCHES = 90;

function grow(root: Branch, source: SourceWords, steps: Iterable<number>, unitAt: (at: number) => number): number {
  let [branch, grown] = [root, 0];
  for (const at of steps) {
    const [unit, form] = [unitAt(at), source.forms[at] ?? 0];
    let next = branch.branches.get(unit);
    if (!next) branch.branches.set(unit, (next = newBranch()));
    next.count += 1;
    next.forms.set(form, (next.forms.get(form) ?? 0) + 1);
    branch = next;
    grown += 1;
  }
  return grown;
}

function* upTo(from: number, end: number, step: 1 | -1): Generator<number> {
  for (let at = from, deep = 0; at !== end && deep < DEEPEST; at += step, deep += 1) yield at;
}

/** The branches that are drawn: always the commonest that hangs on one already chosen, until there is no room left. */
function chosenBranches(root: Branch, least: number): ReadonlySet<Branch> {
  const chosen = new Set<Branch>();
  const open = [...root.branches.values()];
  while (chosen.size < MOST_BRANCHES) {
    const next = open.reduce<Branch | null>((best, each) => (best && best.count >= each.count ? best : each), null);
    if (!next || next.count < least) break;
    open.splice(open.indexOf(next), 1, ...next.branches.values());
    chosen.add(next);
  }
  return chosen;
}

/** Commonest first, by the alphabet where equal. */
function shown(branch: Branch, dictionary: Dictionary, chosen: ReadonlySet<Branch>): WordBranch[] {
  const commonestForm = ({ forms }: Branch): string => dictionary.forms[[...forms].reduce((best, own) => (own[1] > best[1] ? own : best))[0]] ?? '';
  return [...branch.branches.values()]
    .filter((each) => chosen.has(each))
    .map((each) => ({ word: commonestForm(each), count: each.count, branches: shown(each, dictionary, chosen) }))
    .sort((a, b) => b.count - a.count || a.word.localeCompare(b.word, 'fr'));
}

/** What follows or precedes a word within its sentence. `empty` where it is never said. */
export async function readWordTree(project: Project, setting: WordTreeSetting, watch: Watch = UNWATCHED): Promise<WordTree | Undefined> {
  const store = await readWordStore(project, watch);
  const { unit, side, withInterviewers } = setting;
  const units = unitsTyped(store.dictionary, setting.words, unit);
  if (!units) return undefinedFor('empty');
  const { of } = unitsOf(store.dictionary, unit);
  const root = newBranch();
  const sources = new Set<string>();
  let alone = 0;
  await eachOccurrence(store, { units, unit, withInterviewers }, breaths(project, watch), ({ source, from, to }, sentence) => {
    root.count += 1;
    sources.add(source.id);
    const unitAt = (at: number): number => (of ? (of[source.forms[at] ?? 0] ?? 0) : (source.forms[at] ?? 0));
    const [first, end] = [source.sentenceStarts[sentence] ?? 0, source.sentenceStarts[sentence + 1] ?? 0];
    const steps = side === 'after' ? upTo(to, end, 1) : upTo(from - 1, first - 1, -1);
    if (grow(root, source, steps, unitAt) === 0) alone += 1;
  });
  if (root.count === 0) return undefinedFor('empty');
  const branches = shown(root, store.dictionary, chosenBranches(root, setting.leastCount));
  return { root: setting.words.trim(), count: root.count, sources: sources.size, branches, alone };
}

export interface WordPlacesAsked {
  /** Words that follow each other in this order. */
  readonly words: string;
  readonly unit: WordUnit;
  readonly withInterviewers: boolean;
  readonly by: WordParts;
  /** Only in this part; null: anywhere. */
  readonly part: string | null;
  readonly most: number;
}

/** Where words are said, the first of them in their sentences. */
export async function readWordPlaces(project: Project, asked: WordPlacesAsked, watch: Watch = UNWATCHED): Promise<WordPlaces> {
  const store = await readWordStore(project, watch);
  const units = unitsTyped(store.dictionary, asked.words, asked.unit);
  if (!units) return { total: 0, places: [] };
  const partition = asked.part === null ? null : readPartition(project, asked.by);
  const wanted = partition?.keys.indexOf(asked.part ?? '') ?? -1;
  const ranges: WordRange[] = [];
  let total = 0;
  let partsOf: { readonly source: SourceWords; readonly of: (turn: number) => readonly number[] } | null = null;
  await eachOccurrence(store, { ...asked, units }, breaths(project, watch), (range, sentence) => {
    const { source } = range;
    if (partition) {
      if (partsOf?.source !== source) partsOf = { source, of: partition.of(source) };
      if (!partsOf.of(source.sentenceTurns[sentence] ?? 0).includes(wanted)) return;
    }
    total += 1;
    if (ranges.length < asked.most) ranges.push(range);
  });
  return placesOf(project, store.dictionary, ranges, total);
}
