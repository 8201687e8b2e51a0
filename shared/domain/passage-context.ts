// The words around a passage: enough to understand it where it is read without its source.
import { isInsideSurrogatePair } from './text-offset.ts';

/** What stands before and after [start, end) in a text: at most so many UTF-16 units, no word cut in two. */
export function contextOf(text: string, start: number, end: number, mostUtf16: number): { readonly before: string; readonly after: string } {
  return { before: lastWords(text.slice(0, start), mostUtf16), after: firstWords(text.slice(end), mostUtf16) };
}

function lastWords(text: string, most: number): string {
  if (text.length <= most) return text;
  let from = text.length - most;
  if (isInsideSurrogatePair(text, from)) from += 1;
  const words = text.slice(from);
  const whole = /\s/u.test(text[from - 1] ?? '') ? words : words.replace(/^\S+\s/u, '');
  // what belonged to the word before
  return whole.replace(/^[^\p{L}\p{N}«“"([]+/u, '');
}

function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const to = isInsideSurrogatePair(text, most) ? most - 1 : most;
  const words = text.slice(0, to);
  return /\s/u.test(text[to] ?? '') ? words : words.replace(/\s\S+$/u, '');
}
