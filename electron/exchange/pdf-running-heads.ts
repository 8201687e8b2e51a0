// The lines at the head and foot of a PDF's pages that are not its text's: titles that come back, page numbers, footnotes.
import type { PdfLine, PdfPage } from './pdf-layout.ts';

const LEAST_PAGES = 3;
/** Right and left pages may have heads of their own. */
const LEAST_SHARE = 0.4;
/** Lines looked at from either end of a page. */
const DEPTH = 2;
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

/** The highest and lowest lines of a page. */
function outermost(lines: readonly PdfLine[]): PdfLine[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, DEPTH), ...byHeight.slice(-DEPTH)])];
}

/** Text and place, numbers aside. */
function keyOf({ text, y }: PdfLine): string {
  return `${text.replace(/\d+/g, '#').trim()} @${Math.round(y / SAME_PLACE_POINTS)}`;
}

function isOwnNumber({ text }: PdfLine, page: number): boolean {
  return new RegExp(String.raw`^[-–—\s]{0,3}(?:page|p\.)?\s{0,3}${page}(?:\s{0,3}(?:/|sur|of)\s{0,3}\d{1,4})?[-–—\s]{0,3}$`, 'i').test(text.trim());
}
