// The lines at the head and foot of a PDF's pages that are not its text's: titles that come back, page numbers, footnotes.
import type { PdfLine, PdfPage } from './pdf-layout.ts';

const LEAST_PAGES = 3;
/** Right and left pages may have heads of their own. */
const LEAST_SHARE = 0.4;
/** Such lines stand apart from the text, at most so many together; the gap is a multiple of the type's height. */
const MOST_LINES_TOGETHER = 2;
const LEAST_GAP = 1.8;
const SAME_PLACE_POINTS = 4;
/** A longer line that comes back is what people keep saying. */
const LONGEST_HEAD = 90;
/** Footnotes are set smaller than the text by this much. */
const NOTE_SIZE = 0.94;
const LOWER_PART = 0.4;

export function withoutRunningHeads(pages: readonly PdfPage[]): PdfPage[] {
  const counts = new Map<string, number>();
  for (const page of pages) for (const key of new Set(outermost(page.lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRunning = (line: PdfLine): boolean => {
    const count = line.text.length > LONGEST_HEAD ? 0 : (counts.get(keyOf(line)) ?? 0);
    return count >= LEAST_PAGES && count >= LEAST_SHARE * pages.length;
  };
  return pages.map((page) => {
    const outer = new Set(outermost(page.lines).filter((line) => isRunning(line) || isOwnNumber(line, page.number)));
    return { number: page.number, lines: page.lines.filter((line) => !outer.has(line)) };
  });
}

/** The lines at a page's foot that are small, or below a raised number in its lower part. @param height of the text's type */
export function footnotesOf({ lines }: PdfPage, height: number): PdfLine[] {
  const ys = lines.map(({ y }) => y);
  const foot = Math.min(...ys) + LOWER_PART * (Math.max(...ys) - Math.min(...ys));
  const numbered = lines.filter((line) => line.isNumberedNote && line.y < foot).map(({ y }) => y);
  const isText = (line: PdfLine): boolean => line.height >= NOTE_SIZE * height && !numbered.some((y) => line.y <= y);
  const lowestText = Math.min(...lines.filter(isText).map(({ y }) => y));
  return lowestText === Number.POSITIVE_INFINITY ? [] : lines.filter((line) => !isText(line) && line.y < lowestText);
}

/** The lines at a page's head and foot that stand apart from the rest. */
function outermost(lines: readonly PdfLine[]): PdfLine[] {
  const fromTop = lines.toSorted((a, b) => b.y - a.y);
  return [...new Set([...apart(fromTop), ...apart(fromTop.toReversed())])];
}

function apart(lines: readonly PdfLine[]): readonly PdfLine[] {
  for (let count = 1; count <= MOST_LINES_TOGETHER; count += 1) {
    const last = lines[count - 1];
    const next = lines[count];
    if (last && (!next || Math.abs(last.y - next.y) > LEAST_GAP * Math.max(last.height, next.height))) return lines.slice(0, count);
  }
  return [];
}

/** Text and place, numbers aside. */
function keyOf({ text, y }: PdfLine): string {
  return `${text.replace(/\d+/g, '#').trim()} @${Math.round(y / SAME_PLACE_POINTS)}`;
}

function isOwnNumber({ text }: PdfLine, page: number): boolean {
  return new RegExp(String.raw`^[-–—\s]{0,3}(?:page|p\.)?\s{0,3}${page}(?:\s{0,3}(?:/|sur|of)\s{0,3}\d{1,4})?[-–—\s]{0,3}$`, 'i').test(text.trim());
}
