// Lines of a text with every unit accounted for: whatever the line ends, the lines joined by nothing are the text.
import type { Utf16 } from './text-offset.ts';

/** `start … end` is the line's content, `end … next` its line end (CR LF, LF or CR; empty for a last line without one). */
export interface Line {
  readonly start: Utf16;
  readonly end: Utf16;
  readonly next: Utf16;
  /** Nothing but white space, no-break spaces included. */
  readonly blank: boolean;
}

const LF = 10;
const CR = 13;

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== LF && unit !== CR) continue;
    const next = unit === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    lines.push(lineOf(text, start, at, next));
    start = next;
    at = next - 1;
  }
  if (start < text.length) lines.push(lineOf(text, start, text.length, text.length));
  return lines;
}

function lineOf(text: string, start: Utf16, end: Utf16, next: Utf16): Line {
  return { start, end, next, blank: text.slice(start, end).trim() === '' };
}

/** The extent of `text.slice(start, end)` without the white space around it; empty at `start` when there is nothing else. */
export function trimmedExtent(text: string, start: Utf16, end: Utf16): { start: Utf16; end: Utf16 } {
  const within = text.slice(start, end);
  const kept = within.trimEnd().length;
  return kept === 0 ? { start, end: start } : { start: end - within.trimStart().length, end: start + kept };
}
