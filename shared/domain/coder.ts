// Coders as people: initials that tell them apart, and the periods in which nobody saw another's codings.
import { initialsOf } from './corpus.ts';
import type { AssignmentId, CoderId } from './ids.ts';

/** As long as a mark in the margin may be. */
export const LONGEST_INITIALS = 4;

/** Initials that nobody has yet: with a number behind them where they are taken. */
export function freeInitials(name: string, taken: ReadonlySet<string>): string {
  const own = initialsOf(name);
  if (!taken.has(own)) return own;
  for (let number = 2; ; number += 1) {
    const tried = `${own.slice(0, LONGEST_INITIALS - String(number).length)}${number}`;
    if (!taken.has(tried)) return tried;
  }
}

/** What is hidden from the acting coder, and whose work the shared filter shows. */
export interface CodersInView {
  /** Null: everybody's. */
  readonly shown: readonly CoderId[] | null;
  /** Everybody sees their own codings only, since when; null where they do not. */
  readonly blindSince: string | null;
  /** Assignments that hide the codings of others from the acting coder. */
  readonly blindAssignments: readonly { readonly id: AssignmentId; readonly title: string }[];
}
