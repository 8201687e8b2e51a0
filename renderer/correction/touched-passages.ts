// Which passages a correction gave other words, with the words before and after.
import type { PassageId } from '../../shared/domain/ids.ts';
import type { CodedText, Stripe } from '../reader/coded-text.ts';
import { wordsOf } from '../reader/transcript.ts';
import type { Transcript } from '../reader/transcript.ts';

export interface TouchedPassage {
  readonly passageId: PassageId;
  readonly before: string;
  readonly after: string;
  readonly stripes: readonly Stripe[];
}

/** Cutting and joining turns changes no word. */
function plain(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

/** In reading order. Passages that are gone (orphans, or taken off) are not among them; nor are those that say what they said. */
export function touchedPassages(transcript: Transcript, coded: CodedText, before: ReadonlyMap<PassageId, string>): TouchedPassage[] {
  if (before.size === 0) return [];
  const touched: TouchedPassage[] = [];
  for (const [passageId, stripes] of coded.byPassage) {
    const said = before.get(passageId);
    const span = stripes[0]?.span;
    if (said === undefined || !span) continue;
    const after = wordsOf(transcript, span);
    if (plain(after) !== plain(said)) touched.push({ passageId, before: said, after, stripes });
  }
  return touched;
}
