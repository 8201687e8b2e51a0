// Passages that a category may be meant for, learned from what was coded so; how often such proposals would have been right.
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { Suggestion, SuggestionPrecision, SuggestionReason, SuggestionTally, Suggestions } from '../../shared/domain/suggestion.ts';
import type { SparseVector } from '../../shared/statistics/sparse-vector.ts';
import { learn, methodFor } from '../../shared/statistics/text-classifier.ts';
import type { TextModel } from '../../shared/statistics/text-classifier.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Embedder } from '../../shared/words/embedder.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { codedSources, coverageOf, examplesOf } from './category-examples.ts';
import { formsLeftOut } from './stop-words.ts';
import { Features } from './stretch-features.ts';
import { stretchIndexOf } from './stretch-index.ts';
import { denseVector, pointsOf, stretchPointsOf } from './stretch-points.ts';
import { stretchesOf } from './stretches.ts';
import type { Stretches } from './stretches.ts';
import { placedSuggestions } from './placed-suggestions.ts';
import type { WordRange } from './word-places.ts';
import { assertGoingOn, breath, readWordStore, UNWATCHED } from './word-store.ts';
import type { Watch, WordStore } from './word-store.ts';

/** What is proposed at a time: about a paragraph said in one breath. Who asks is not proposed. */
export const PROPOSED = { words: 40, withInterviewers: false } as const;
export const LEFT_OUT = { withFillers: true, keepsStopWords: false } as const;
/** More examples teach little more and take their time: evenly chosen ones do. */
const MOST_EXAMPLES = 1000;
const OTHERS_PER_EXAMPLE = 3;
const FEWEST_OTHERS = 400;
const MOST_OTHERS = 2000;
const MOST_SUGGESTED = 50;
/** Below these a proposal is none. Few examples leave most probabilities near even odds: who decides looks at the first of the list. */
const LEAST_SCORE = { logistic: 0.35, centroid: 0.05 } as const;
const MOST_REASONS = 6;
/** What would be told as 0 decided nothing. */
const LEAST_TOLD = 0.005;
const MOST_WORDS = 20;

/** At most so many, evenly taken: always the same ones. */
function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]).filter((each) => each !== undefined);
}

/** What is learned from: words and pairs of words, or the coordinates of a model's points. */
interface Taught {
  readonly count: number;
  /** A model's product with a stretch. */
  readonly along: (weights: Float64Array, stretch: number) => number;
  /** Null where features are no words. */
  readonly words: Features | null;
}

interface Lesson {
  readonly store: WordStore;
  readonly stretches: Stretches;
  readonly taught: Taught;
  readonly coverage: Uint8Array;
  readonly allExamples: number;
  readonly examples: readonly { readonly range: WordRange; readonly vector: SparseVector }[];
  readonly others: readonly { readonly source: WordRange['source']; readonly vector: SparseVector }[];
}

function rangeIn({ sources }: WordStore, stretches: Stretches, stretch: number): WordRange {
  const source = sources[stretches.sources[stretch] ?? 0];
  if (!source) throw new Error('stretch of a source that is not in the store');
  return { source, from: stretches.from[stretch] ?? 0, to: stretches.to[stretch] ?? 0 };
}

interface Asked {
  readonly categoryId: CategoryId;
  /** Null: by words. */
  readonly embedder: Embedder | null;
}

/** Everything that learning the category takes. */
async function prepare(project: Project, { categoryId, embedder }: Asked, watch: Watch): Promise<Lesson> {
  const store = await readWordStore(project, watch);
  const stretches = stretchesOf(store, PROPOSED);
  await breath();
  assertGoingOn(project, watch);
  const all = examplesOf(project, store, categoryId);
  await breath();
  assertGoingOn(project, watch);
  const coverage = coverageOf(store, stretches, all);
  const coded = codedSources(project, store);
  const examples = evenly(all, MOST_EXAMPLES);
  const free: number[] = [];
  for (let stretch = 0; stretch < stretches.count; stretch += 1)
    if (coverage[stretch] === 0 && coded.has(stretches.sources[stretch] ?? 0)) free.push(stretch);
  const others = evenly(free, Math.min(MOST_OTHERS, Math.max(FEWEST_OTHERS, examples.length * OTHERS_PER_EXAMPLE)));
  const teach = embedder ? await byMeaning(project, store, stretches, embedder, watch) : await byWords(project, store, stretches, watch);
  const known = { store, stretches, coverage, allExamples: all.length };
  return { ...known, ...(await teach(examples, others)) };
}

type Teaching = (examples: readonly WordRange[], others: readonly number[]) => Promise<Pick<Lesson, 'taught' | 'examples' | 'others'>>;

async function byWords(project: Project, store: WordStore, stretches: Stretches, watch: Watch): Promise<Teaching> {
  const isLeftOut = formsLeftOut(project, store.dictionary, LEFT_OUT);
  const index = await stretchIndexOf(store, stretches, isLeftOut);
  assertGoingOn(project, watch);
  return async (examples, others) => {
    const features = new Features({ store, stretches, isLeftOut, index });
    const otherRanges = others.map((stretch) => features.range(stretch));
    features.learn([...examples, ...otherRanges]);
    const vectorOf = (range: WordRange): SparseVector => features.vector(range);
    return {
      taught: { count: features.count, along: (weights, stretch) => features.along(weights, stretch), words: features },
      examples: examples.map((range) => ({ range, vector: vectorOf(range) })),
      others: otherRanges.map((range) => ({ source: range.source, vector: vectorOf(range) })),
    };
  };
}

async function byMeaning(project: Project, store: WordStore, stretches: Stretches, embedder: Embedder, watch: Watch): Promise<Teaching> {
  const points = await stretchPointsOf(project, store, stretches, embedder, watch);
  return async (examples, others) => {
    const own = await pointsOf(project, store, examples, embedder, watch);
    return {
      taught: { count: points.size, along: (weights, stretch) => points.along(stretch, weights), words: null },
      examples: examples.map((range, at) => ({ range, vector: denseVector(own[at] ?? new Float32Array()) })),
      others: others.map((stretch) => ({ source: rangeIn(store, stretches, stretch).source, vector: denseVector(points.at(stretch)) })),
    };
  };
}

function vectors(list: readonly { readonly vector: SparseVector }[]): SparseVector[] {
  return list.map(({ vector }) => vector);
}

/** What the examples teach that are not in these sources. Undefined where there are none. */
function learnWithout(lesson: Lesson, isHidden: (source: WordRange['source']) => boolean): TextModel | Undefined {
  const { examples, others, taught } = lesson;
  return learn(vectors(examples.filter(({ range }) => !isHidden(range.source))), vectors(others.filter(({ source }) => !isHidden(source))), {
    features: taught.count,
    method: methodFor(lesson.allExamples),
  });
}

interface Scored {
  readonly stretch: number;
  readonly score: number;
  readonly model: TextModel;
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.stretch - b.stretch;

/** The best of these stretches, best first. */
function best({ along }: Taught, modelOf: (stretch: number) => TextModel, stretches: Iterable<number>, most: number): Scored[] {
  const scored: Scored[] = [];
  let least = -Infinity;
  for (const stretch of stretches) {
    const model = modelOf(stretch);
    const score = model.scoreOf(along(model.weights, stretch));
    if (score <= least) continue;
    scored.push({ stretch, score, model });
    if (scored.length < most * 4) continue;
    scored.sort(byScore).splice(most);
    least = scored.at(-1)?.score ?? least;
  }
  return scored.sort(byScore).slice(0, most);
}

/** Parts that the sources are dealt into. */
const FOLDS = 3;

/**
 * Nobody is judged by a model that was taught they are none: what is said in some sources is scored by what the others teach. The middle
 * of few examples is learned from them alone, so one is enough.
 */
async function modelsOf(lesson: Lesson): Promise<readonly TextModel[] | Undefined> {
  const whole = (): TextModel | Undefined => learnWithout(lesson, () => false);
  const places = new Map(lesson.store.sources.map((source, place) => [source, place]));
  const folds = methodFor(lesson.allExamples) === 'centroid' ? 1 : FOLDS;
  const models: TextModel[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const own = folds === 1 ? whole() : learnWithout(lesson, (source) => (places.get(source) ?? 0) % folds === fold);
    const model = isUndefined(own) ? whole() : own;
    if (isUndefined(model)) return model;
    models.push(model);
    await breath();
  }
  return models;
}

/** What in the text spoke for it, and against it, strongest first. */
function reasonsOf(features: Features | null, { weights }: TextModel, range: WordRange): SuggestionReason[] {
  if (!features) return [];
  const vector = features.vector(range);
  return Array.from(vector.features, (feature, at) => ({ feature, weight: (vector.weights[at] ?? 0) * (weights[feature] ?? 0) }))
    .filter(({ weight }) => Math.abs(weight) >= LEAST_TOLD)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ feature, weight }) => ({ words: features.wordsOf(feature, range), weight }));
}

function* uncovered(coverage: Uint8Array): Generator<number> {
  for (let stretch = 0; stretch < coverage.length; stretch += 1) if (coverage[stretch] === 0) yield stretch;
}

/** The words that speak most for the category, over all its models. */
function tellingWords(features: Features, models: readonly TextModel[]): SuggestionReason[] {
  return Array.from({ length: features.count }, (_, feature) => ({
    feature,
    weight: models.reduce((sum, { weights }) => sum + (weights[feature] ?? 0), 0) / models.length,
  }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ weight, feature }) => ({ words: features.wordsOf(feature, null), weight }));
}

/** Passages proposed for the category, none that this coder has decided about. `noExamples` where there is nothing to learn from. */
export async function readSuggestions(
  project: Project,
  { coderId, ...asked }: Asked & { readonly coderId: string },
  watch: Watch = UNWATCHED,
): Promise<Suggestions | Undefined> {
  const { categoryId, embedder } = asked;
  const lesson = await prepare(project, asked, watch);
  const { store, stretches, taught, coverage } = lesson;
  const models = await modelsOf(lesson);
  assertGoingOn(project, watch);
  if ('kind' in models) return models;
  const modelOf = (stretch: number): TextModel => models[(stretches.sources[stretch] ?? 0) % models.length] ?? (models[0] as TextModel);
  const method = methodFor(lesson.allExamples);
  const decided = statement<[string, string], number>(
    project.sqlite,
    'SELECT count(*) FROM suggestion_decision WHERE category_id = ? AND coder_id = ?',
  ).pluck() as { get(categoryId: string, coderId: string): number };
  const room = MOST_SUGGESTED + decided.get(categoryId, coderId);
  const chosen = best(taught, modelOf, uncovered(coverage), room).filter(({ score }) => score >= LEAST_SCORE[method]);
  const suggestions = placedSuggestions(
    project,
    store,
    chosen.map(({ stretch, score, model }) => ({ range: rangeIn(store, stretches, stretch), score, model })),
    { categoryId, coderId, most: MOST_SUGGESTED },
  ).map(({ range, model, ...suggestion }): Suggestion => ({ ...suggestion, reasons: reasonsOf(taught.words, model, range) }));
  const words = taught.words ? tellingWords(taught.words, models) : [];
  const learned = { method, model: embedder?.name ?? null, examples: lesson.allExamples, others: lesson.others.length };
  return { categoryId, ...learned, words, suggestions };
}

/** Sources that are hidden one after the other; more would take long and say no more. */
const MOST_HIDDEN = 15;
/** The first proposals, as people look at them. */
const LOOKED_AT = 20;

/**
 * Each source's codings hidden in turn, its stretches are scored by what the others teach; of the first twenty of all, how many were
 * coded so. `oneUnit` where all examples are in one source.
 */
export async function readSuggestionPrecision(project: Project, asked: Asked, watch: Watch = UNWATCHED): Promise<SuggestionPrecision | Undefined> {
  const lesson = await prepare(project, asked, watch);
  const { store, taught, stretches, coverage, examples } = lesson;
  if (examples.length === 0) return undefinedFor('noExamples');
  const bySource = [...Map.groupBy(examples, ({ range }) => range.source)].sort(([, a], [, b]) => b.length - a.length);
  if (bySource.length < 2) return undefinedFor('oneUnit');
  const hidden = bySource.slice(0, MOST_HIDDEN);
  const found: (Scored & { readonly isRight: boolean })[] = [];
  let [all, coded] = [0, 0];
  for (const [at, [source]] of hidden.entries()) {
    const model = learnWithout(lesson, (other) => other === source);
    if (isUndefined(model)) continue;
    const place = store.sources.indexOf(source);
    const own = Array.from(
      { length: (stretches.sourceStarts[place + 1] ?? 0) - (stretches.sourceStarts[place] ?? 0) },
      (_, more) => (stretches.sourceStarts[place] ?? 0) + more,
    );
    all += own.length;
    coded += own.filter((stretch) => coverage[stretch] === 2).length;
    found.push(...best(taught, () => model, own, LOOKED_AT).map((scored) => ({ ...scored, isRight: coverage[scored.stretch] === 2 })));
    watch.onProgress(at + 1, hidden.length, '');
    await breath();
    assertGoingOn(project, watch);
  }
  if (all === 0) return undefinedFor('tooFewUnits');
  const first = found.sort(byScore).slice(0, LOOKED_AT);
  return {
    right: first.filter(({ isRight }) => isRight).length,
    proposed: first.length,
    chance: coded / all,
    sources: hidden.length,
    ofSources: bySource.length,
  };
}

const LAST = 20;

/** What became of what was proposed for the category so far, by any coder. */
export function readSuggestionTally({ sqlite }: Project, categoryId: CategoryId): SuggestionTally {
  const decisions = statement<[string], string>(
    sqlite,
    'SELECT decision FROM suggestion_decision WHERE category_id = ? ORDER BY decided_at DESC, rowid DESC',
  )
    .pluck()
    .all(categoryId) as string[];
  const accepted = (list: readonly string[]): number => list.filter((decision) => decision === 'accepted').length;
  const last = decisions.slice(0, LAST);
  return { accepted: accepted(decisions), refused: decisions.length - accepted(decisions), last: last.length, lastAccepted: accepted(last) };
}
