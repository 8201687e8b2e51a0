// « More like this »: stretches of the corpus that share the rare words of a passage (BM25).
import { Refusal } from '../../shared/domain/failure.ts';
import type { PassageId } from '../../shared/domain/ids.ts';
import type { SimilarPassages, Suggestion, SuggestionReason } from '../../shared/domain/suggestion.ts';
import { likeness, rarity } from '../../shared/statistics/bm25.ts';
import { undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { rangeOfPassage } from './category-examples.ts';
import { placedSuggestions } from './placed-suggestions.ts';
import { readPassage } from './passages.ts';
import { formsLeftOut } from './stop-words.ts';
import { stemFrequenciesOf } from './stretch-features.ts';
import { stretchesOf } from './stretches.ts';
import type { Stretches } from './stretches.ts';
import { LEFT_OUT, PROPOSED } from './suggestions.ts';
import type { WordRange } from './word-places.ts';
import { readWordStore } from './word-store.ts';
import type { Watch, WordStore } from './word-store.ts';

/** The rarest words of a long passage say what it is about. */
const MOST_TERMS = 30;
const MOST_SIMILAR = 50;

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
function ranked({ dictionary, sources }: WordStore, stretches: Stretches, terms: readonly Term[], self: WordRange): Found[] {
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

export interface SimilarAsked {
  readonly passageId: PassageId;
  /** What is accepted is coded with this: what was decided about it is left out. */
  readonly categoryId: string | null;
  readonly coderId: string;
}

/** `tooFewWords` where the passage holds none that says anything. */
export async function readSimilarPassages(
  project: Project,
  { passageId, ...asked }: SimilarAsked,
  watch?: Watch,
): Promise<SimilarPassages | Undefined> {
  const { quote } = readPassage(project, passageId);
  const store = await readWordStore(project, watch);
  if (!project.sqlite.open) throw new Refusal('job.cancelled');
  const stretches = stretchesOf(store, PROPOSED);
  const self = rangeOfPassage(project, store, passageId);
  if (!self || stretches.count === 0) return undefinedFor('tooFewWords');
  const terms = termsOf(project, store, stretches, self);
  if (terms.length === 0) return undefinedFor('tooFewWords');
  const suggestions = placedSuggestions(project, store, ranked(store, stretches, terms, self), { ...asked, most: MOST_SIMILAR }).map(
    ({ range, ...suggestion }): Suggestion => ({ ...suggestion, reasons: reasonsOf(store, terms, range) }),
  );
  return { passageId, words: quote, terms: terms.map(({ word, weight }) => ({ words: word, weight })), suggestions };
}
