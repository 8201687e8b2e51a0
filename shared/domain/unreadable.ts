// Why a file cannot become a source. The sentence shown to the user is chosen by the reason, so the list is closed.
import { type FailureData, Refusal } from './failure.ts';

export const UNREADABLE_REASONS = [
  /** Not a text: a picture, a program … under a text's extension. */
  'binary',
  /** No bytes, or white space only. */
  'empty',
  /** Something else inside than the extension says. */
  'notAsNamed',
  /** Protected by a password, or by a bookseller's lock. */
  'encrypted',
  /** Cut short or altered. */
  'damaged',
  /** More than Trame reads at once, or than fits in the memory it allows itself. */
  'tooLarge',
  /** Took longer to read than any sound file of its size. */
  'tooSlow',
  /** Parts within parts within parts, as no sound file has them. */
  'tooDeep',
  /** An archive that would inflate out of all proportion. */
  'zipBomb',
  /** No reader for this kind of file. */
  'formatUnsupported',
  /** A sound file without a word in it. */
  'noText',
  /** Pages that are pictures, without a text layer. */
  'scanned',
  /** JSON, but no transcription tool's. */
  'notTranscription',
  /** A table in which a column's name comes back; `column` says which. */
  'columnTwice',
  'tooManyColumns',
  /** An archive whose parts lead out of it: `../`, absolute paths, symbolic links. */
  'pathsOutside',
  'xmlInvalid',
  /** XML that declares a document type, and with it what else it may pull in. */
  'xmlDoctype',
  /** An archive without a project of the exchange format. */
  'notRefi',
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

export function unreadable(file: string, reason: UnreadableReason, more: FailureData = {}): Refusal {
  return new Refusal('source.unreadable', { ...more, file, reason });
}
