// A stretch of text and how it is set, joined and put on one line without the runs losing their words.
import type { TextStyle } from '../../../shared/domain/style-run.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';

/** How words are set, or by what they are marked (`@` and a reader's own tag): both stay with them wherever they go. */
export interface InlineRun {
  readonly start: Utf16;
  readonly end: Utf16;
  readonly style: TextStyle | `@${string}`;
}

/** A stretch that a reader has marked. */
export interface TaggedRun {
  readonly start: Utf16;
  readonly end: Utf16;
  readonly tag: string;
}

/** Runs count in `text`. */
export interface RichText {
  readonly text: string;
  readonly runs: readonly InlineRun[];
}

export function shifted(runs: readonly InlineRun[], by: Utf16): InlineRun[] {
  return runs.map(({ start, end, style }) => ({ start: start + by, end: end + by, style }));
}

/** Copies of runs in the making. */
export function inlineRuns(marks: readonly InlineRun[]): InlineRun[] {
  return marks.map((mark) => ({ ...mark }));
}

function join(parts: readonly RichText[], separator: string): RichText {
  const runs: InlineRun[] = [];
  let length = 0;
  for (const part of parts) {
    // One by one: a spread of a very long list would overflow the stack.
    for (const run of shifted(part.runs, length)) runs.push(run);
    length += part.text.length + separator.length;
  }
  return { text: parts.map(({ text }) => text).join(separator), runs };
}

export function joinParagraphs(paragraphs: readonly RichText[]): RichText {
  return join(paragraphs, '\n');
}

/** One line for a row. Only the last cell may keep its paragraphs: a line break inside another would tear the row. */
export function joinCells(cells: readonly RichText[]): RichText {
  return join(
    cells.map((cell, index) => asCell(index < cells.length - 1 ? onOneLine(cell) : withoutTrailingSpace(cell))),
    '\t',
  );
}

function asCell(cell: RichText): RichText {
  return cell.text === '' ? cell : { text: cell.text, runs: [{ start: 0, end: cell.text.length, style: 'cell' }, ...cell.runs] };
}

function withoutTrailingSpace({ text, runs }: RichText): RichText {
  return clipped(text.trimEnd(), runs, (offset) => offset);
}

/** The lines' contents joined by single spaces. */
function onOneLine({ text, runs }: RichText): RichText {
  const parts: { from: Utf16; to: Utf16; at: Utf16 }[] = [];
  let length = 0;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const from = lineStart + line.length - line.trimStart().length;
    const to = lineStart + line.trimEnd().length;
    lineStart += line.length + 1;
    if (to <= from) continue;
    parts.push({ from, to, at: length });
    length += to - from + 1;
  }
  const moved = (offset: Utf16): Utf16 => {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((parts[middle]?.to ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const part = parts[low];
    return part ? part.at + Math.max(0, offset - part.from) : length;
  };
  return clipped(parts.map(({ from, to }) => text.slice(from, to)).join(' '), runs, moved);
}

function clipped(text: string, runs: readonly InlineRun[], moved: (offset: Utf16) => Utf16): RichText {
  const kept = runs.map((run) => ({ style: run.style, start: moved(run.start), end: Math.min(text.length, moved(run.end)) }));
  return { text, runs: kept.filter(({ start, end }) => start < end) };
}
