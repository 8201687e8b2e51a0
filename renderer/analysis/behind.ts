// What stands behind a mark or a number of an analysis.
import type { PassageId } from '../../shared/domain/ids.ts';

export interface AnalysisBehind {
  /** Says what the passages have in common: `Confiance × Proximité`. */
  readonly title: string;
  /** Asked when the list is opened; undefined where the core refused. */
  readonly ask: () => Promise<readonly PassageId[] | undefined>;
}
