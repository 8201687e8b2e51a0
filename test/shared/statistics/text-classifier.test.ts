// What is learned from examples: the middle of few, a boundary from ten on; always the same weights.
import { describe, expect, it } from 'vitest';
import { learn, LEAST_FOR_BOUNDARY, scoreOf } from '../../../shared/statistics/text-classifier.ts';
import { product } from '../../../shared/statistics/sparse-vector.ts';
import type { SparseVector } from '../../../shared/statistics/sparse-vector.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';

function vector(...features: number[]): SparseVector {
  const weight = 1 / Math.sqrt(features.length);
  return { features: Int32Array.from(features), weights: Float64Array.from(features, () => weight) };
}

/** Feature 0 is said in examples, 1 in others, 2 … 11 here and there. */
const examples = (count: number): SparseVector[] => Array.from({ length: count }, (_, at) => vector(0, 2 + (at % 10)));
const others = (count: number): SparseVector[] => Array.from({ length: count }, (_, at) => vector(1, 2 + ((at * 3) % 10)));

function learned(positive: readonly SparseVector[], negative: readonly SparseVector[]) {
  const model = learn(positive, negative, { features: 12 });
  if (isUndefined(model)) throw new Error(model.because);
  return model;
}

describe('learning what a category’s passages say', () => {
  it('takes the middle of fewer than ten examples', () => {
    const model = learned(examples(LEAST_FOR_BOUNDARY - 1), others(30));
    expect(model.method).toBe('centroid');
    expect(scoreOf(model, vector(0))).toBeGreaterThan(scoreOf(model, vector(2)));
    expect(scoreOf(model, vector(1))).toBe(0);
  });

  it('learns a boundary from ten', () => {
    const model = learned(examples(LEAST_FOR_BOUNDARY), others(30));
    expect(model.method).toBe('logistic');
    expect(scoreOf(model, vector(0))).toBeGreaterThan(0.5);
    expect(scoreOf(model, vector(1))).toBeLessThan(0.5);
    expect(model.weights[0]).toBeGreaterThan(0);
    expect(model.weights[1]).toBeLessThan(0);
  });

  it('stands where the loss is least: its slope is nought', () => {
    const positive = examples(12);
    const negative = others(40);
    const model = learned(positive, negative);
    const all = positive.length + negative.length;
    const slope = Float64Array.from(model.weights);
    let ofBias = 0;
    for (const [texts, target] of [
      [positive, 1],
      [negative, 0],
    ] as const) {
      for (const text of texts) {
        const pull = (all / (2 * texts.length)) * (1 / (1 + Math.exp(-(product(text, model.weights) + model.bias))) - target);
        text.features.forEach((feature, at) => {
          slope[feature] = (slope[feature] ?? 0) + pull * (text.weights[at] ?? 0);
        });
        ofBias += pull;
      }
    }
    for (const each of [...slope, ofBias]) expect(Math.abs(each)).toBeLessThan(0.01);
  });

  it('gives the same weights each time', () => {
    expect([...learned(examples(20), others(50)).weights]).toEqual([...learned(examples(20), others(50)).weights]);
  });

  it('says that nothing can be learned from nothing', () => {
    expect(learn([], others(5), { features: 12 })).toEqual({ kind: 'undefined', because: 'noExamples' });
    expect(learn([vector()], others(5), { features: 12 })).toEqual({ kind: 'undefined', because: 'noExamples' });
  });
});
