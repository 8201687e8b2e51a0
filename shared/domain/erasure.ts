// The right to erasure: what goes when a person is taken out of a study for good.
import type { ParticipantId } from './ids.ts';

/** All sources in which they speak, or what they say in them. */
export const ERASURE_SCOPES = ['sources', 'turns'] as const;
export type ErasureScope = (typeof ERASURE_SCOPES)[number];

export interface ErasureRequest {
  readonly participantId: ParticipantId;
  readonly scope: ErasureScope;
  /** What stands for their name from now on, and in the certificate. */
  readonly label: string;
  /** How else they are called; replaced like their name. */
  readonly forms: readonly string[];
}

/** How much goes. */
export interface ErasedCounts {
  readonly sources: number;
  readonly turns: number;
  readonly passages: number;
  readonly codings: number;
  readonly memos: number;
  readonly attributeValues: number;
  readonly snapshots: number;
  readonly originals: number;
  readonly recordings: number;
  readonly backups: number;
  /** Entries of the history from which something was taken. */
  readonly entries: number;
}

export interface ErasurePreview {
  readonly name: string;
  readonly sources: readonly { readonly name: string; readonly otherSpeakers: readonly string[] }[];
  readonly counts: Omit<ErasedCounts, 'entries'>;
}

/** What was erased, as the project remembers it. */
export interface ErasureRecord {
  readonly id: string;
  readonly label: string;
  readonly scope: ErasureScope;
  readonly removed: ErasedCounts;
  readonly by: string;
  readonly at: string;
  readonly stateHash: string;
}

/** Words in a row that count as theirs, wherever they were copied. */
export const QUOTED_WORDS = 7;
/** Stands where words of theirs stood. */
export const ERASED_WORDS = '[…]';
