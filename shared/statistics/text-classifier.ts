// Learns from examples what a category's passages say: the middle of them under ten (Rocchio), beyond that a logistic regression against
// what was not coded so. Nothing in it is left to chance: the same examples give the same weights.
import { addTo, dot, plus, product } from './sparse-vector.ts';
import type { SparseVector } from './sparse-vector.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

/** With fewer examples a boundary cannot be learned: what is nearest their middle is proposed. */
export const LEAST_FOR_BOUNDARY = 10;

export interface TextModel {
  readonly method: 'centroid' | 'logistic';
  /** Of each feature. */
  readonly weights: Float64Array;
  readonly bias: number;
  /** Of a text's product with the weights: the cosine (centroid), or the probability that it belongs, examples and others weighing alike. */
  readonly scoreOf: (product: number) => number;
}

function centroidOf(examples: readonly SparseVector[], features: number): TextModel {
  const weights = new Float64Array(features);
  for (const example of examples) addTo(weights, example, 1);
  const length = Math.sqrt(dot(weights, weights));
  const middle = plus(new Float64Array(features), weights, length > 0 ? 1 / length : 0);
  return { method: 'centroid', weights: middle, bias: 0, scoreOf: (cosine) => cosine };
}

export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** How much large weights cost: 1 / (2 · STRENGTH) · |w|², as libraries call it C = 1. */
const STRENGTH = 1;
const MOST_ROUNDS = 30;
const MOST_STEPS = 40;
const PRECISE = 1e-4;

interface Labelled {
  readonly text: SparseVector;
  readonly sign: 1 | -1;
  /** Examples and others weigh alike however many there are of each. */
  readonly cost: number;
}

/** The problem that training solves: regularised logistic loss; the last coordinate is the bias, which costs nothing. */
class LogisticLoss {
  readonly #labelled: readonly Labelled[];
  readonly #size: number;

  constructor(labelled: readonly Labelled[], features: number) {
    this.#labelled = labelled;
    this.#size = features;
  }

  #margin(at: Float64Array, text: SparseVector): number {
    return product(text, at) + (at[this.#size] ?? 0);
  }

  value(at: Float64Array): number {
    let sum = 0;
    for (let feature = 0; feature < this.#size; feature += 1) sum += (at[feature] ?? 0) ** 2 / (2 * STRENGTH);
    for (const { text, sign, cost } of this.#labelled) {
      const margin = sign * this.#margin(at, text);
      sum += cost * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
    }
    return sum;
  }

  /** The slope, and how the loss curves along each example: what products with the second derivative need. */
  slope(at: Float64Array): { gradient: Float64Array; curvature: Float64Array } {
    const gradient = new Float64Array(this.#size + 1);
    for (let feature = 0; feature < this.#size; feature += 1) gradient[feature] = (at[feature] ?? 0) / STRENGTH;
    const curvature = new Float64Array(this.#labelled.length);
    this.#labelled.forEach(({ text, sign, cost }, index) => {
      const p = sigmoid(this.#margin(at, text));
      const pull = cost * (p - (sign === 1 ? 1 : 0));
      curvature[index] = cost * p * (1 - p);
      addTo(gradient, text, pull);
      gradient[this.#size] = (gradient[this.#size] ?? 0) + pull;
    });
    return { gradient, curvature };
  }

  curved(curvature: Float64Array, direction: Float64Array): Float64Array {
    const result = new Float64Array(this.#size + 1);
    for (let feature = 0; feature < this.#size; feature += 1) result[feature] = (direction[feature] ?? 0) / STRENGTH;
    this.#labelled.forEach(({ text }, index) => {
      const pull = (curvature[index] ?? 0) * this.#margin(direction, text);
      addTo(result, text, pull);
      result[this.#size] = (result[this.#size] ?? 0) + pull;
    });
    return result;
  }
}

/** The step of Newton's method, by conjugate gradients: the second derivative itself is never written down. */
function newtonStep(loss: LogisticLoss, gradient: Float64Array, curvature: Float64Array): Float64Array {
  let step: Float64Array = new Float64Array(gradient.length);
  let residual: Float64Array = gradient.map((value) => -value);
  let direction = residual;
  let size = dot(residual, residual);
  const enough = size * 0.01;
  for (let round = 0; round < MOST_STEPS && size > enough; round += 1) {
    const curved = loss.curved(curvature, direction);
    const along = dot(direction, curved);
    if (along <= 0) break;
    const length = size / along;
    step = plus(step, direction, length);
    residual = plus(residual, curved, -length);
    const next = dot(residual, residual);
    direction = plus(residual, direction, next / size);
    size = next;
  }
  return step;
}

function boundaryOf(examples: readonly SparseVector[], others: readonly SparseVector[], features: number): TextModel {
  const all = examples.length + others.length;
  const labelled: Labelled[] = [
    ...examples.map((text): Labelled => ({ text, sign: 1, cost: all / (2 * examples.length) })),
    ...others.map((text): Labelled => ({ text, sign: -1, cost: all / (2 * others.length) })),
  ];
  const loss = new LogisticLoss(labelled, features);
  let at: Float64Array = new Float64Array(features + 1);
  let value = loss.value(at);
  let enough = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { gradient, curvature } = loss.slope(at);
    const steepness = dot(gradient, gradient);
    if (round === 0) enough = steepness * PRECISE ** 2;
    if (steepness <= enough) break;
    const step = newtonStep(loss, gradient, curvature);
    const slope = dot(gradient, step);
    let length = 1;
    let next = plus(at, step, length);
    let lower = loss.value(next);
    while (lower > value + 1e-4 * length * slope && length > 1e-6) {
      length /= 2;
      next = plus(at, step, length);
      lower = loss.value(next);
    }
    if (lower >= value) break;
    at = next;
    value = lower;
  }
  const bias = at[features] ?? 0;
  const weights = at.slice(0, features);
  return { method: 'logistic', weights, bias, scoreOf: (along) => sigmoid(along + bias) };
}

export function scoreOf(model: TextModel, text: SparseVector): number {
  return model.scoreOf(product(text, model.weights));
}

export function methodFor(examples: number): TextModel['method'] {
  return examples < LEAST_FOR_BOUNDARY ? 'centroid' : 'logistic';
}

interface LearnOptions {
  /** How many the texts have between them; each text's are below it. */
  readonly features: number;
  /** By the number of examples where not given. */
  readonly method?: TextModel['method'];
}

export function learn(
  examples: readonly SparseVector[],
  others: readonly SparseVector[],
  { features, method = methodFor(examples.length) }: LearnOptions,
): TextModel | Undefined {
  const telling = examples.filter((example) => example.features.length > 0);
  if (telling.length === 0) return undefinedFor('noExamples');
  return method === 'centroid' || others.length === 0 ? centroidOf(telling, features) : boundaryOf(telling, others, features);
}
