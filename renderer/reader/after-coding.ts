// What may follow an application; kept apart from what carries it out, which needs the whole reader.

/** After a category is applied: the palette stays for another one, it closes, or the next turn is taken in hand. */
export const AFTER_CODING = ['open', 'stay', 'next'] as const;
export type AfterCoding = (typeof AFTER_CODING)[number];

/** The one after it, round again. */
export function following<T>(choices: readonly T[], present: T): T {
  return choices[(choices.indexOf(present) + 1) % choices.length] ?? present;
}
