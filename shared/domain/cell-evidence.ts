// What a cell's synthesis was written on, so that one whose passages have changed since can say so.
import { z } from 'zod';
import type { PassageId } from './ids.ts';
import { entityKeysIn } from './matrix.ts';
import type { MatrixDefinition, MatrixQuote } from './matrix.ts';

/** As it is kept beside the synthesis. `passages`: passage id → fingerprint of its words. */
export const cellEvidence = z.object({ rule: z.string(), passages: z.record(z.string(), z.string()) });
export type CellEvidence = z.infer<typeof cellEvidence>;

const FIRST = 0x811c9dc5;
const SECOND = 0xc2b2ae35;
const PRIMES = [0x01000193, 0x85ebca6b] as const;

/** The same words give the same sixteen digits, everywhere and for ever. Two FNV-1a sums over UTF-16 units; not meant against forgers. */
export function fingerprintOf(text: string): string {
  let a = FIRST;
  let b = SECOND;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, PRIMES[0]);
    b = Math.imul(b ^ unit, PRIMES[1]);
    b ^= b >>> 15;
  }
  return [a, b].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}

export function fingerprintsOf(quotes: readonly Pick<MatrixQuote, 'passageId' | 'text'>[]): CellEvidence['passages'] {
  return Object.fromEntries(quotes.map(({ passageId, text }) => [passageId, fingerprintOf(text)]));
}

/**
 * All that decides which passages a crossing holds, whatever the matrix: the join rule, the coders, the filters, and, where two categories
 * meet, whose passages are shown (those of the first, rows first). Under another rule other passages are no news.
 */
export function evidenceRule(definition: Pick<MatrixDefinition, 'join' | 'coderIds' | 'where'>, rowKey: string, columnKey: string): string {
  const categories = [...entityKeysIn(rowKey), ...entityKeysIn(columnKey)].filter((key) => key.startsWith('category:'));
  const { join } = definition;
  const meets = categories.length > 1;
  return JSON.stringify([
    meets ? (join.kind === 'near' ? `near:${join.withinUtf16}` : join.kind) : null,
    meets && join.kind !== 'passage' ? categories[0] : null,
    definition.coderIds && definition.coderIds.toSorted(),
    (definition.where ?? []).toSorted(),
  ]);
}

/** What became of the passages since. */
export interface EvidenceChanges {
  readonly added: readonly PassageId[];
  readonly reworded: readonly PassageId[];
  /** How many are no longer in the cell. */
  readonly gone: number;
}

/** What is otherwise than what the synthesis was written on; null where nothing is, or nobody knows. */
export function changesSince(evidence: CellEvidence | null, rule: string, now: CellEvidence['passages']): EvidenceChanges | null {
  if (evidence?.rule !== rule) return null;
  const ids = Object.keys(now) as PassageId[];
  const added = ids.filter((id) => evidence.passages[id] === undefined);
  const reworded = ids.filter((id) => evidence.passages[id] !== undefined && evidence.passages[id] !== now[id]);
  const gone = Object.keys(evidence.passages).filter((id) => now[id] === undefined).length;
  return added.length + reworded.length + gone === 0 ? null : { added, reworded, gone };
}

/** Whether the passages are others than those that the synthesis was written on, or have other words; null evidence: nobody knows. */
export function isOutdated(evidence: CellEvidence | null, rule: string, now: CellEvidence['passages']): boolean {
  if (evidence?.rule !== rule) return false;
  const ids = Object.keys(now);
  return ids.length !== Object.keys(evidence.passages).length || ids.some((id) => evidence.passages[id] !== now[id]);
}
