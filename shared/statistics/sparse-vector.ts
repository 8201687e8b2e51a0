// Texts as vectors of what they say: TF-IDF weights of features, most of which any one text lacks.

/** Features (each below the number of those a model knows), each with its weight. */
export interface SparseVector {
  readonly features: Int32Array;
  readonly weights: Float64Array;
}

/** ln((1 + texts) / (1 + holding)) + 1: a feature that every text has still says a little. */
export function inverseFrequency(texts: number, holding: number): number {
  return Math.log((1 + texts) / (1 + holding)) + 1;
}

/** Sublinear: what is said ten times is not ten times what the text is about. */
export function dampened(times: number): number {
  return times === 1 ? 1 : 1 + Math.log(times);
}

/** With the weights of a model, one per feature. */
export function product({ features, weights }: SparseVector, model: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += (weights[at] ?? 0) * (model[features[at] ?? 0] ?? 0);
  return sum;
}

export function addTo(model: Float64Array, { features, weights }: SparseVector, times: number): void {
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] ?? 0;
    model[feature] = (model[feature] ?? 0) + (weights[at] ?? 0) * times;
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** a + times · b */
export function plus(a: Float64Array, b: Float64Array, times: number): Float64Array {
  const sum = new Float64Array(a.length);
  for (let at = 0; at < a.length; at += 1) sum[at] = (a[at] ?? 0) + times * (b[at] ?? 0);
  return sum;
}
