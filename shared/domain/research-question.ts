// A question of the study that a matrix can have for an axis: cases are read against it.
import type { ResearchQuestionId } from './ids.ts';

export interface ResearchQuestion {
  readonly id: ResearchQuestionId;
  readonly text: string;
  /** Which passages may answer it, as in a matrix' filter; null: only those pinned by hand. */
  readonly expression: string | null;
  readonly position: number;
}
