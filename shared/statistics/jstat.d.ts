// The few functions of jstat that are used here; the package has no types of its own.
declare module 'jstat' {
  interface Jstat {
    /** ln Γ(x) */
    readonly gammaln: (x: number) => number;
    /** Student's t: the quantile of a probability. */
    readonly studentt: { readonly inv: (probability: number, degreesOfFreedom: number) => number };
  }
  const jstat: Jstat;
  export default jstat;
}
