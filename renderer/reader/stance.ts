// The order in which the S key goes through what a passage may do to a category's claim.
import { STANCES } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';

/** supports → contrasts → mentions → none → supports … */
export function nextStance(stance: Stance | null): Stance | null {
  return stance === null ? STANCES[0] : (STANCES[STANCES.indexOf(stance) + 1] ?? null);
}
