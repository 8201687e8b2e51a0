// Why a file cannot become a source. The sentence shown to the user is chosen by the reason, so the list is closed.
import { Refusal } from './failure.ts';

export const UNREADABLE_REASONS = [
  /** Not a text: a picture, a PDF, a program … under a text's extension. */
  'binary',
  /** No bytes, or white space only. */
  'empty',
  /** `.docx` by name, something else inside. */
  'notDocx',
  /** Protected by a password. */
  'encryptedDocx',
  /** Cut short or altered. */
  'damaged',
  /** More than Trame reads at once. */
  'tooLarge',
  /** An archive that would inflate out of all proportion. */
  'zipBomb',
  /** No reader for this kind of file. */
  'formatUnsupported',
  /** A sound file without a word in it, such as scanned pages. */
  'noText',
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

export function unreadable(file: string, reason: UnreadableReason): Refusal {
  return new Refusal('source.unreadable', { file, reason });
}
