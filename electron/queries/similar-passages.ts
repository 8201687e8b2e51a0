// « More like this »: stretches of the corpus that share the rare words of a passage (BM25), or that a model on this computer takes to mean
// the same.
import { Refusal } from '../../shared/domain/failure.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { SimilarPassages, Suggestion, SuggestionReason } from '../../shared/domain/suggestion.ts';
import { likeness, rarity } from '../../shared/statistics/bm25.ts';
import { undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import { nearness } from '../../shared/words/embedder.ts';
import type { Embedder } from '../../shared/words/embedder.ts';
import type { Project } from '../storage/open-project.ts';
import { rangeOfPassage } from './category-examples.ts';
import { placedSuggestions } from './placed-suggestions.ts';
import { readPassage } from './passages.ts';
import { formsLeftOut } from './stop-words.ts';
import { stemFrequenciesOf } from './stretch-index.ts';
import { stretchPointsOf } from './stretch-points.ts';
import { stretchesOf } from './stretches.ts';
import type { Stretches } from './stretches.ts';
import { LEFT_OUT, PROPOSED } from './suggestions.ts';
import type { WordRange } from './word-places.ts';
import { breaths, readWordStore, UNWATCHED } from './word-store.ts';
import type { Watch, WordStore } from './word-store.ts';

/** The rarest words of a long passage say what it is about. */
const MOST_TERMS = 30;
const MOST_SIMILAR = 50;
/** Stretches looked at before others may be answered. */
const AT_A_TIME = 1000;

interface Term {
  readonly stem: number;
  readonly weight: number;
  readonly word: string;
}

function termsOf(project: Project, store: WordStore, stretches: Stretches, { source, from, to }: WordRange): Term[] {
  const { dictionary } = store;
  const isLeftOut = formsLeftOut(project, dictionary, LEFT_OUT);
  const holding = stemFrequenciesOf(store, stretches);
  const terms = new Map<number, Term>();
  for (let at = from; at < to; at += 1) {
    const form = source.forms[at] ?? 0;
    const stem = dictionary.stemOfForm[form] ?? 0;
    if (isLeftOut[form] === 1 || terms.has(stem)) continue;
    terms.set(stem, { stem, weight: rarity(stretches.count, holding[stem] ?? 0), word: dictionary.forms[form] ?? '' });
  }
  return [...terms.values()].sort((a, b) => b.weight - a.weight || a.word.localeCompare(b.word, 'fr')).slice(0, MOST_TERMS);
}

interface Found {
  readonly range: WordRange;
  readonly score: number;
}

function overlaps(a: WordRange, b: WordRange): boolean {
  return a.source === b.source && a.from < b.to && b.from < a.to;
}

/** Scores every stretch that holds one of the terms; the passage itself is like nothing but itself. */
async function ranked(
  { dictionary, sources }: WordStore,
  stretches: Stretches,
  { terms, self }: { readonly terms: readonly Term[]; readonly self: WordRange },
  breathe: () => Promise<void>,
): Promise<Found[]> {
  const termOf = new Int32Array(dictionary.stems.length).fill(-1);
  terms.forEach(({ stem }, at) => {
    termOf[stem] = at;
  });
  let words = 0;
  for (let stretch = 0; stretch < stretches.count; stretch += 1) words += (stretches.to[stretch] ?? 0) - (stretches.from[stretch] ?? 0);
  const mean = words / stretches.count;
  const times = new Int32Array(terms.length);
  const found: Found[] = [];
  for (let stretch = 0; stretch < stretches.count; stretch += 1) {
    if (stretch % AT_A_TIME === AT_A_TIME - 1) await breathe();
    const source = sources[stretches.sources[stretch] ?? 0];
    const [from, to] = [stretches.from[stretch] ?? 0, stretches.to[stretch] ?? 0];
    if (!source) continue;
    times.fill(0);
    let holds = false;
    for (let at = from; at < to; at += 1) {
      const term = termOf[dictionary.stemOfForm[source.forms[at] ?? 0] ?? 0] ?? -1;
      if (term < 0) continue;
      times[term] = (times[term] ?? 0) + 1;
      holds = true;
    }
    const range = { source, from, to };
    if (!holds || overlaps(range, self)) continue;
    const score = terms.reduce(
      (sum, { weight }, term) => sum + ((times[term] ?? 0) > 0 ? likeness(weight, times[term] ?? 0, to - from, mean) : 0),
      0,
    );
    found.push({ range, score });
  }
  return found.sort((a, b) => b.score - a.score);
}

function reasonsOf({ dictionary }: WordStore, terms: readonly Term[], { source, from, to }: WordRange): SuggestionReason[] {
  const forms = Array.from(source.forms.subarray(from, to));
  return terms.flatMap(({ stem, weight }) => {
    const form = forms.find((each) => dictionary.stemOfForm[each] === stem);
    return form === undefined ? [] : [{ words: dictionary.forms[form] ?? '', weight }];
  });
}

/** Every stretch by how near its point is to the passage's. Empty where the model finds nothing in the passage. */
async function nearest(
  project: Project,
  store: WordStore,
  stretches: Stretches,
  { quote, self, embedder }: { readonly quote: string; readonly self: WordRange; readonly embedder: Embedder },
  watch: Watch,
): Promise<Found[]> {
  const points = await stretchPointsOf(project, store, stretches, embedder, watch);
  const [own] = await embedder.embed([quote], watch.isCancelled);
  const found: Found[] = [];
  if (!own?.some((value) => value !== 0)) return found;
  const breathe = breaths(project, watch);
  for (let stretch = 0; stretch < stretches.count; stretch += 1) {
    if (stretch % AT_A_TIME === AT_A_TIME - 1) await breathe();
    const source = store.sources[stretches.sources[stretch] ?? 0];
    if (!source) continue;
    const range = { source, from: stretches.from[stretch] ?? 0, to: stretches.to[stretch] ?? 0 };
    if (!overlaps(range, self)) found.push({ range, score: nearness(own, points.at(stretch)) });
  }
  return found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

export interface SimilarAsked {
  readonly passageId: PassageId;
  /** What is accepted is coded with this: what was decided about it is left out. */
  readonly categoryId: string | null;
  readonly coderId: string;
  /** Null: by words. */
  readonly embedder: Embedder | null;
}

/** `tooFewWords` where the passage holds none that says anything. */
export async function readSimilarPassages(
  project: Project,
  { passageId, embedder, ...asked }: SimilarAsked,
  watch: Watch = UNWATCHED,
): Promise<SimilarPassages | Undefined> {
  const { quote } = readPassage(project, passageId);
  const store = await readWordStore(project, watch);
  if (!project.sqlite.open) throw new Refusal('job.cancelled');
  const stretches = stretchesOf(store, PROPOSED);
  const self = rangeOfPassage(project, store, passageId);
  if (!self || stretches.count === 0) return undefinedFor('tooFewWords');
  const terms = embedder ? [] : termsOf(project, store, stretches, self);
  if (!embedder && terms.length === 0) return undefinedFor('tooFewWords');
  const found = embedder
    ? await nearest(project, store, stretches, { quote, self, embedder }, watch)
    : await ranked(store, stretches, { terms, self }, breaths(project, watch));
  const suggestions = placedSuggestions(project, store, found, { ...asked, most: MOST_SIMILAR }).map(
    ({ range, ...suggestion }): Suggestion => ({ ...suggestion, reasons: reasonsOf(store, terms, range) }),
  );
  const told = terms.map(({ word, weight }) => ({ words: word, weight }));
  return { passageId, words: quote, model: embedder?.name ?? null, terms: told, suggestions };
}
