// Which key settles a disagreement how.
import type { Disagreement } from '../../../shared/domain/agreement.ts';
import type { Decision } from '../../../shared/domain/disagreement-decision.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';

/** What is being decided, before its reason is given. */
export interface Deciding {
  readonly decision: Decision;
  readonly adoptedId: CoderId | null;
}

const LETTERS: Readonly<Record<string, Decision>> = { r: 'merged', t: 'withdrawn', m: 'kept', d: 'discussed', a: 'recoded' };

/** Digits adopt the coders in their order. Null for keys that settle nothing. */
export function actOfKey(key: string, { coders }: Pick<Disagreement, 'coders'>): Deciding | null {
  const adopted = /^[1-9]$/.test(key) ? coders[Number(key) - 1] : undefined;
  if (adopted) return { decision: 'adopted', adoptedId: adopted.id };
  const decision = LETTERS[key.toLowerCase()];
  return decision === undefined ? null : { decision, adoptedId: null };
}
