// Shares as people read them: never 0 % for something, never 100 % while something is missing.

/** 0 … 100, whole; 0 when there is nothing to count. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}
