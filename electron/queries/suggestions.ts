// Passages that a category may be meant for, learned from what was coded so; how often such proposals would have been right.
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { Suggestion, SuggestionPrecision, SuggestionReason, SuggestionTally, Suggestions } from '../../shared/domain/suggestion.ts';
import type { SparseVector } from '../../shared/statistics/sparse-vector.ts';
import { learn, methodFor } from '../../shared/statistics/text-classifier.ts';
import type { TextModel } from '../../shared/statistics/text-classifier.ts';
import { isUndefined, undefinedFor } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { codedSources, coverageOf, examplesOf } from './category-examples.ts';
import { formsLeftOut } from './stop-words.ts';
import { Features } from './stretch-features.ts';
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

interface Lesson {
  readonly store: WordStore;
  readonly stretches: Stretches;
  readonly features: Features;
  readonly coverage: Uint8Array;
  readonly allExamples: number;
  readonly examples: readonly { readonly range: WordRange; readonly vector: SparseVector }[];
  readonly others: readonly { readonly source: WordRange['source']; readonly vector: SparseVector }[];
}

/** Everything that learning the category takes. */
function prepare(project: Project, store: WordStore, categoryId: string): Lesson {
  const stretches = stretchesOf(store, PROPOSED);
  const all = examplesOf(project, store, categoryId);
  const coverage = coverageOf(store, stretches, all);
  const coded = codedSources(project, store);
  const examples = evenly(all, MOST_EXAMPLES);
  const free: number[] = [];
  for (let stretch = 0; stretch < stretches.count; stretch += 1)
    if (coverage[stretch] === 0 && coded.has(stretches.sources[stretch] ?? 0)) free.push(stretch);
  const features = new Features(store, stretches, formsLeftOut(project, store.dictionary, LEFT_OUT));
  const others = evenly(free, Math.min(MOST_OTHERS, Math.max(FEWEST_OTHERS, examples.length * OTHERS_PER_EXAMPLE))).map((stretch) =>
    features.range(stretch),
  );
  features.learn([...examples, ...others]);
  return {
    store,
    stretches,
    features,
    coverage,
    allExamples: all.length,
    examples: examples.map((range) => ({ range, vector: features.vector(range) })),
    others: others.map((range) => ({ source: range.source, vector: features.vector(range) })),
  };
}

function vectors(list: readonly { readonly vector: SparseVector }[]): SparseVector[] {
  return list.map(({ vector }) => vector);
}

/** What the examples teach that are not in these sources. Undefined where there are none. */
function learnWithout(lesson: Lesson, isHidden: (source: WordRange['source']) => boolean): TextModel | Undefined {
  const { examples, others, features } = lesson;
  return learn(vectors(examples.filter(({ range }) => !isHidden(range.source))), vectors(others.filter(({ source }) => !isHidden(source))), {
    features: features.count,
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
function best(features: Features, modelOf: (stretch: number) => TextModel, stretches: Iterable<number>, most: number): Scored[] {
  const scored: Scored[] = [];
  let least = -Infinity;
  for (const stretch of stretches) {
    const model = modelOf(stretch);
    const score = model.scoreOf(features.along(model.weights, features.range(stretch)));
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
function modelsOf(lesson: Lesson): readonly TextModel[] | Undefined {
  const whole = (): TextModel | Undefined => learnWithout(lesson, () => false);
  const places = new Map(lesson.store.sources.map((source, place) => [source, place]));
  const folds = methodFor(lesson.allExamples) === 'centroid' ? 1 : FOLDS;
  const models: TextModel[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const own = folds === 1 ? whole() : learnWithout(lesson, (source) => (places.get(source) ?? 0) % folds === fold);
    const model = isUndefined(own) ? whole() : own;
    if (isUndefined(model)) return model;
    models.push(model);
  }
  return models;
}

/** What in the text spoke for it, and against it, strongest first. */
function reasonsOf(features: Features, { weights }: TextModel, range: WordRange): SuggestionReason[] {
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

/** Passages proposed for the category, none that this coder has decided about. `noExamples` where there is nothing to learn from. */
export async function readSuggestions(
  project: Project,
  { categoryId, coderId }: { readonly categoryId: CategoryId; readonly coderId: string },
  watch?: Watch,
): Promise<Suggestions | Undefined> {
  const store = await readWordStore(project, watch);
  const lesson = prepare(project, store, categoryId);
  const { features, coverage } = lesson;
  const models = modelsOf(lesson);
  if ('kind' in models) return models;
  const modelOf = (stretch: number): TextModel => models[(lesson.stretches.sources[stretch] ?? 0) % models.length] ?? (models[0] as TextModel);
  const method = methodFor(lesson.allExamples);
  const decided = statement<[string, string], number>(
    project.sqlite,
    'SELECT count(*) FROM suggestion_decision WHERE category_id = ? AND coder_id = ?',
  ).pluck() as { get(categoryId: string, coderId: string): number };
  const room = MOST_SUGGESTED + decided.get(categoryId, coderId);
  const chosen = best(features, modelOf, uncovered(coverage), room).filter(({ score }) => score >= LEAST_SCORE[method]);
  const suggestions = placedSuggestions(
    project,
    store,
    chosen.map(({ stretch, score, model }) => ({ range: features.range(stretch), score, model })),
    { categoryId, coderId, most: MOST_SUGGESTED },
  ).map(({ range, model, ...suggestion }): Suggestion => ({ ...suggestion, reasons: reasonsOf(features, model, range) }));
  const meant = Array.from({ length: features.count }, (_, feature) => ({
    feature,
    weight: models.reduce((sum, { weights }) => sum + (weights[feature] ?? 0), 0) / models.length,
  }));
  const words = meant
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ weight, feature }) => ({ words: features.wordsOf(feature, null), weight }));
  return { categoryId, method, examples: lesson.allExamples, others: lesson.others.length, words, suggestions };
}

/** Sources that are hidden one after the other; more would take long and say no more. */
const MOST_HIDDEN = 15;
/** The first proposals, as people look at them. */
const LOOKED_AT = 20;

/**
 * Each source's codings hidden in turn, its stretches are scored by what the others teach; of the first twenty of all, how many were
 * coded so. `oneUnit` where all examples are in one source.
 */
export async function readSuggestionPrecision(
  project: Project,
  categoryId: CategoryId,
  watch: Watch = UNWATCHED,
): Promise<SuggestionPrecision | Undefined> {
  const store = await readWordStore(project, watch);
  const lesson = prepare(project, store, categoryId);
  const { features, stretches, coverage, examples } = lesson;
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
    found.push(...best(features, () => model, own, LOOKED_AT).map((scored) => ({ ...scored, isRight: coverage[scored.stretch] === 2 })));
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
