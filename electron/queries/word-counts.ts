// How often words are said, by part of the corpus, and which parts they are specific to (Lafon).
import type {
  FrequencySetting,
  SpecificitySetting,
  WordCounting,
  WordFrequencies,
  SpecificWord,
  Specificities,
  WordUnit,
} from '../../shared/domain/words.ts';
import { specificity } from '../../shared/statistics/specificities.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { formsLeftOut } from './stop-words.ts';
import { readPartition } from './word-parts.ts';
import type { Partition } from './word-parts.ts';
import { breaths, readWordStore, UNWATCHED } from './word-store.ts';
import type { Dictionary, Watch, WordStore } from './word-store.ts';

type Counting = Pick<FrequencySetting, 'unit' | 'withInterviewers' | 'withFillers' | 'keepsStopWords' | 'by' | 'leastCount'>;

/** Words that a list shows: nobody reads more. */
const MOST_LISTED = 500;
/** Words whose figures are computed: rare ones can be specific, hardly rarer than these. */
const MOST_COMPARED = 10_000;
/** Parts beyond these would make columns that nobody compares. */
const MOST_PARTS = 200;

interface CountedCorpus {
  readonly store: WordStore;
  readonly partition: Partition;
  readonly isLeftOut: Uint8Array;
  /** Awaited between sources. */
  readonly breathe: () => Promise<void>;
}

/** Calls for each turn that counts, with the parts it belongs to. */
async function eachTurn(
  { store, partition: { of }, breathe }: CountedCorpus,
  withInterviewers: boolean,
  visit: (forms: Uint32Array, from: number, to: number, parts: readonly number[], source: number) => void,
): Promise<void> {
  for (const [place, source] of store.sources.entries()) {
    const partsOf = of(source);
    for (let turn = 0; turn < source.turnAsks.length; turn += 1) {
      if (!withInterviewers && source.turnAsks[turn] === 1) continue;
      const [from, to] = [source.turnStarts[turn] ?? 0, source.turnStarts[turn + 1] ?? 0];
      if (from < to) visit(source.forms, from, to, partsOf(turn), place);
    }
    await breathe();
  }
}

/** What is counted as one word: forms by themselves, or by their stems. */
export function unitsOf(dictionary: Dictionary, unit: WordUnit): { readonly of: readonly number[] | null; readonly count: number } {
  return unit === 'form' ? { of: null, count: dictionary.forms.length } : { of: dictionary.stemOfForm, count: dictionary.stems.length };
}

interface Totals {
  readonly byForm: Float64Array;
  readonly sources: Float64Array;
  readonly partWords: Float64Array;
  readonly leftOut: number;
  readonly total: number;
  readonly outside: number;
}

/** One look at all words: how often each form, in how many sources each unit, how many words each part has. `only` counts one part. */
async function totalsOf(corpus: CountedCorpus, setting: Counting, only: number | null): Promise<Totals> {
  const { store, partition, isLeftOut } = corpus;
  const units = unitsOf(store.dictionary, setting.unit);
  const byForm = new Float64Array(store.dictionary.forms.length);
  const [sources, last] = [new Float64Array(units.count), new Int32Array(units.count).fill(-1)];
  const partWords = new Float64Array(partition.keys.length);
  let [leftOut, total, outside] = [0, 0, 0];
  await eachTurn(corpus, setting.withInterviewers, (forms, from, to, parts, source) => {
    for (const part of parts) partWords[part] = (partWords[part] ?? 0) + to - from;
    if (parts.length === 0) outside += to - from;
    if (parts.length === 0 || (only !== null && !parts.includes(only))) return;
    total += to - from;
    for (let at = from; at < to; at += 1) {
      const form = forms[at] ?? 0;
      byForm[form] = (byForm[form] ?? 0) + 1;
      leftOut += isLeftOut[form] ?? 0;
      const unit = units.of ? (units.of[form] ?? 0) : form;
      if (last[unit] === source) continue;
      last[unit] = source;
      sources[unit] = (sources[unit] ?? 0) + 1;
    }
  });
  return { byForm, sources, partWords, leftOut, total, outside };
}

interface Unit {
  readonly number: number;
  readonly count: number;
  /** Commonest first. */
  readonly forms: readonly number[];
}

/** Units said often enough, commonest first; equal ones by the alphabet. */
function commonest({ dictionary }: WordStore, byForm: Float64Array, unit: WordUnit, isLeftOut: Uint8Array, leastCount: number): Unit[] {
  const units = unitsOf(dictionary, unit);
  const forms = new Map<number, number[]>();
  byForm.forEach((count, form) => {
    if (count === 0 || isLeftOut[form] === 1) return;
    const number = units.of ? (units.of[form] ?? 0) : form;
    const own = forms.get(number);
    if (own) own.push(form);
    else forms.set(number, [form]);
  });
  const nameOf = (form: number | undefined): string => dictionary.forms[form ?? 0] ?? '';
  const byCount = (a: number, b: number): number => (byForm[b] ?? 0) - (byForm[a] ?? 0) || nameOf(a).localeCompare(nameOf(b), 'fr');
  return [...forms]
    .flatMap(([number, own]): Unit[] => {
      const count = own.reduce((sum, form) => sum + (byForm[form] ?? 0), 0);
      return count < leastCount ? [] : [{ number, count, forms: own.sort(byCount) }];
    })
    .sort((a, b) => b.count - a.count || nameOf(a.forms[0]).localeCompare(nameOf(b.forms[0]), 'fr'));
}

/** A second look: the chosen units by part. */
async function countsByPart(corpus: CountedCorpus, { unit, withInterviewers }: Counting, chosen: readonly Unit[]): Promise<Float64Array[]> {
  const { store, partition, isLeftOut } = corpus;
  const units = unitsOf(store.dictionary, unit);
  const rowOf = new Int32Array(units.count).fill(-1);
  chosen.forEach(({ number }, at) => {
    rowOf[number] = at;
  });
  const counts = chosen.map(() => new Float64Array(partition.keys.length));
  await eachTurn(corpus, withInterviewers, (forms, from, to, parts) => {
    for (let at = from; at < to; at += 1) {
      const form = forms[at] ?? 0;
      const row = counts[rowOf[units.of ? (units.of[form] ?? 0) : form] ?? -1];
      if (row && isLeftOut[form] === 0) for (const part of parts) row[part] = (row[part] ?? 0) + 1;
    }
  });
  return counts;
}

interface Counted extends WordCounting {
  readonly units: readonly Unit[];
  readonly counts: readonly Float64Array[];
  readonly sources: Float64Array;
  readonly store: WordStore;
}

interface Asked {
  /** Counts this one alone; the figures by part are of all. */
  readonly part: string | null;
  readonly most: number;
}

async function count(project: Project, setting: Counting, { part: onlyPart, most }: Asked, watch: Watch = UNWATCHED): Promise<Counted | Undefined> {
  const store = await readWordStore(project, watch);
  const partition = readPartition(project, setting.by);
  const only = onlyPart === null ? null : partition.keys.indexOf(onlyPart);
  if (only === -1) return undefinedFor('gone');
  const isLeftOut = formsLeftOut(project, store.dictionary, setting);
  const corpus = { store, partition, isLeftOut, breathe: breaths(project, watch) };
  const { byForm, sources, partWords, leftOut, total, outside } = await totalsOf(corpus, setting, only);
  if (total === 0) return undefinedFor('empty');
  const all = commonest(store, byForm, setting.unit, isLeftOut, setting.leastCount);
  const units = all.slice(0, most);
  const parts = partition.keys.map((key, at) => ({ key, label: partition.labels[at] ?? '', words: partWords[at] ?? 0 }));
  const counts = await countsByPart(corpus, setting, units);
  return { parts, total, leftOut, different: all.length, outside, units, counts, sources, store };
}

const formsIn = ({ dictionary }: WordStore, { forms }: Unit): string[] => forms.map((form) => dictionary.forms[form] ?? '');

/** The commonest words of the corpus, or of one of its parts, with their counts by part. `empty` where nobody says anything. */
export async function readWordFrequencies(project: Project, setting: FrequencySetting, watch?: Watch): Promise<WordFrequencies | Undefined> {
  const counted = await count(project, setting, { part: setting.part, most: MOST_LISTED }, watch);
  if ('kind' in counted) return counted;
  const { parts, total, leftOut, different, outside, units, counts, sources, store } = counted;
  const shown = parts.flatMap(({ words }, at) => (words > 0 ? [at] : [])).slice(0, MOST_PARTS);
  const words = units.map((unit, at) => {
    const forms = formsIn(store, unit);
    return {
      word: forms[0] ?? '',
      forms,
      count: unit.count,
      sources: sources[unit.number] ?? 0,
      byPart: shown.map((part) => counts[at]?.[part] ?? 0),
    };
  });
  return { parts: shown.flatMap((at) => parts[at] ?? []), total, leftOut, different, outside, words };
}

/** Which words each part says more, or less, than chance would have it. The corpus is what its parts say. */
export async function readSpecificities(project: Project, setting: SpecificitySetting, watch?: Watch): Promise<Specificities | Undefined> {
  const counted = await count(project, setting, { part: null, most: MOST_COMPARED }, watch);
  if ('kind' in counted) return counted;
  const { parts, total, leftOut, different, outside, units, counts, store } = counted;
  const shown = parts.flatMap(({ words }, at) => (words > 0 ? [at] : [])).slice(0, MOST_PARTS);
  if (shown.length < 2) return undefinedFor(setting.by.kind === 'case' ? 'oneCase' : 'oneUnit');
  if (units.length === 0) return undefinedFor('tooFewWords');
  const words = units.map((unit, at) => {
    const forms = formsIn(store, unit);
    const byPart = shown.map((part) => counts[at]?.[part] ?? 0);
    const figures = shown.map((part, index) =>
      specificity({ corpus: total, part: parts[part]?.words ?? 0, frequency: unit.count, inPart: byPart[index] ?? 0 }),
    );
    return { word: forms[0] ?? '', forms, count: unit.count, byPart, figures };
  });
  const strongest = ({ figures }: SpecificWord): number => Math.max(...figures.map((figure) => (isUndefined(figure) ? 0 : Math.abs(figure))));
  const ranked = words.map((word) => ({ word, by: strongest(word) })).sort((a, b) => b.by - a.by);
  return {
    parts: shown.flatMap((at) => parts[at] ?? []),
    total,
    leftOut,
    different,
    outside,
    words: ranked.slice(0, MOST_LISTED).map(({ word }) => word),
  };
}
