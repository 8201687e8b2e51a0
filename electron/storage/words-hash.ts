// Words known by their hash: whoever decided about them need not be asked again as long as they stay what they were.
import { createHash } from 'node:crypto';

const LETTERS = 32;

/** Spaces at the ends and composed or decomposed accents make no difference. */
export function wordsHash(words: string): string {
  return createHash('sha256').update(words.trim().normalize('NFC')).digest('hex').slice(0, LETTERS);
}
