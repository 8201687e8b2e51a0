// What a model takes the stretches of the corpus to mean: a point for each, made source by source and kept in memory while the source's
// words are what they were, so that a correction costs its own source only.
import { Refusal } from '../../shared/domain/failure.ts';
import type { SparseVector } from '../../shared/statistics/sparse-vector.ts';
import type { Embedder } from '../../shared/words/embedder.ts';
import type { Project } from '../storage/open-project.ts';
import type { Stretches } from './stretches.ts';
import { WordPlacer } from './word-places.ts';
import type { WordRange } from './word-places.ts';
import { assertGoingOn, breath } from './word-store.ts';
import type { SourceWords, Watch, WordStore } from './word-store.ts';

/** Texts handed over at a time: what a cancelled search waits for at most, in vain. */
const AT_A_TIME = 32;

/** Of each model, of each source, its points one after the other. Stretches are cut in one way here: of `PROPOSED`. */
const kept = new WeakMap<Embedder, WeakMap<SourceWords, Float32Array>>();

export class StretchPoints {
  readonly size: number;
  readonly #stretches: Stretches;
  readonly #bySource: readonly Float32Array[];

  constructor(size: number, stretches: Stretches, bySource: readonly Float32Array[]) {
    this.size = size;
    this.#stretches = stretches;
    this.#bySource = bySource;
  }

  at(stretch: number): Float32Array {
    const place = this.#stretches.sources[stretch] ?? 0;
    const from = (stretch - (this.#stretches.sourceStarts[place] ?? 0)) * this.size;
    return this.#bySource[place]?.subarray(from, from + this.size) ?? new Float32Array(this.size);
  }

  /** The product of a stretch's point with a model's weights. */
  along(stretch: number, weights: Float64Array): number {
    return this.at(stretch).reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
  }
}

/** The points of these words. What was removed meanwhile is nowhere. */
export async function pointsOf(project: Project, store: WordStore, ranges: readonly WordRange[], embedder: Embedder, watch: Watch) {
  const placer = new WordPlacer(project, store.dictionary);
  const points: Float32Array[] = [];
  for (let from = 0; from < ranges.length; from += AT_A_TIME) {
    assertGoingOn(project, watch);
    const texts = ranges.slice(from, from + AT_A_TIME).map((range) => placer.placed(range)?.text ?? '');
    points.push(...(await embedder.embed(texts, watch.isCancelled)));
  }
  return points;
}

function rangesOf({ sources }: WordStore, stretches: Stretches, place: number): WordRange[] {
  const source = sources[place];
  const [first, end] = [stretches.sourceStarts[place] ?? 0, stretches.sourceStarts[place + 1] ?? 0];
  if (!source) return [];
  return Array.from({ length: end - first }, (_, at) => ({ source, from: stretches.from[first + at] ?? 0, to: stretches.to[first + at] ?? 0 }));
}

/** Minutes the first time; what was made until it is cancelled stays. */
export async function stretchPointsOf(
  project: Project,
  store: WordStore,
  stretches: Stretches,
  embedder: Embedder,
  watch: Watch,
): Promise<StretchPoints> {
  let own = kept.get(embedder);
  if (!own) kept.set(embedder, (own = new WeakMap()));
  const bySource: Float32Array[] = [];
  for (const [place, source] of store.sources.entries()) {
    const known = own.get(source);
    if (known) {
      bySource.push(known);
      continue;
    }
    const ranges = rangesOf(store, stretches, place);
    const done = stretches.sourceStarts[place] ?? 0;
    const points = new Float32Array(ranges.length * embedder.size);
    for (let from = 0; from < ranges.length; from += AT_A_TIME) {
      watch.onProgress(done + from, stretches.count, '');
      const some = await pointsOf(project, store, ranges.slice(from, from + AT_A_TIME), embedder, watch);
      some.forEach((point, at) => points.set(point, (from + at) * embedder.size));
      await breath();
    }
    own.set(source, points);
    bySource.push(points);
  }
  if (!project.sqlite.open) throw new Refusal('job.cancelled');
  return new StretchPoints(embedder.size, stretches, bySource);
}

/** A point as what is learned from takes it: every coordinate says something. */
export function denseVector(point: Float32Array): SparseVector {
  return { features: Int32Array.from(point, (_, at) => at), weights: Float64Array.from(point) };
}
