// From a PDF's lines to paragraphs: a line break in a PDF is most often only where the paper ended. What repeats at the head
// and foot of the pages (titles, page numbers) is left out, the original file keeps it; footnotes come at the end.
import { readTurnHead } from '../../../shared/domain/turn-head.ts';
import { DocumentWriter, headingKind, type ParagraphKind, type DocumentText } from './document-writer.ts';
import { type Hyphens, hyphensOf } from './pdf-hyphens.ts';
import type { PdfLine, PdfPage } from './pdf-layout.ts';
import { footnotesOf, withoutRunningHeads } from './pdf-running-heads.ts';

/** A line further from the one above than this many times the usual distance begins a paragraph. */
const PARAGRAPH_GAP = 1.35;
/** Parts of the type's height. */
const INDENT = 0.8;
const AVERAGE_LETTER = 0.5;
/** A heading's type is larger than the text's by this much, and it is no longer than this. */
const HEADING_SIZE = 1.15;
const LONGEST_HEADING = 120;
const BULLET = /^[•●▪◦‣]\s/u;

/** What the whole document has in common. */
interface Measures {
  /** The type's height that most of the text has. */
  readonly height: number;
  /** Between baselines, as a multiple of the type's height. */
  readonly leading: number;
  /** Where lines end that fill their column, by column. */
  readonly rightEdges: ReadonlyMap<number, number>;
  /** Heights of headings, the largest first. */
  readonly headingHeights: readonly number[];
  readonly hyphens: Hyphens;
}

/** Stretches of one paragraph; `page` where a page begins with the stretch. */
interface Paragraph {
  readonly parts: { text: string; readonly page: number | null }[];
  readonly first: PdfLine;
  last: PdfLine;
}

export function writePages(pages: readonly PdfPage[]): DocumentText {
  const kept = withoutRunningHeads(pages);
  const measures = measure(kept);
  const notes = kept.map((page) => ({ ...page, lines: footnotesOf(page, measures.height) }));
  const texts = kept.map((page, index) => ({ ...page, lines: page.lines.filter((line) => !notes[index]?.lines.includes(line)) }));
  const writer = new DocumentWriter();
  for (const paragraph of paragraphsOf(texts, measures)) {
    for (const { text, page } of paragraph.parts) {
      if (page !== null) writer.markPage(page);
      writer.text(text);
    }
    writer.endParagraph(kindOf(paragraph, measures));
  }
  for (const { parts } of paragraphsOf(notes, measures)) {
    writer.text(parts.map(({ text }) => text).join(''));
    writer.endParagraph('unspoken');
  }
  return writer.finish();
}

function paragraphsOf(pages: readonly PdfPage[], measures: Measures): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | null = null;
  for (const { number, lines } of pages) {
    let page: number | null = number;
    for (const line of lines) {
      if (current && continues(current, line, page !== null, measures)) {
        joinLine(current, line, page, measures.hyphens);
      } else {
        current = { parts: [{ text: line.text, page }], first: line, last: line };
        paragraphs.push(current);
      }
      page = null;
    }
  }
  return paragraphs;
}

/** @param isOnNextPage the distance between the two lines says nothing then */
function continues({ first, last, parts }: Paragraph, line: PdfLine, isOnNextPage: boolean, measures: Measures): boolean {
  if (Math.max(last.height, line.height) > 1.1 * Math.min(last.height, line.height)) return false;
  if (line.text.includes('\t') || beginsTurn(line.text) || !isFull(last, line, measures)) return false;
  if (isOnNextPage || last.column !== line.column) return true;
  if (last.y - line.y > PARAGRAPH_GAP * measures.leading * line.height) return false;
  const indent = (line.left - last.left) / line.height;
  if (indent > INDENT) return parts.length === 1 && hangs(first);
  return indent > -INDENT || last === first;
}

/** « Marie : oui », "[0:12] yes": a transcript's turn begins a paragraph wherever the line above ended. */
function beginsTurn(text: string): boolean {
  const head = readTurnHead(text);
  return head !== null && (head.startMs !== null || /^[\p{Lu}\d$]/u.test(head.label ?? ''));
}

/** The label stands out to the left of the words that go on below it. */
function hangs({ text }: PdfLine): boolean {
  return text.includes('\t') || readTurnHead(text) !== null;
}

/** The next line's first word would not have fitted: the line ends where its column does, not where its writer ended it. */
function isFull(line: PdfLine, next: PdfLine, { rightEdges }: Measures): boolean {
  const edge = rightEdges.get(line.column) ?? line.right;
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return edge - line.right < (word + 1) * AVERAGE_LETTER * line.height;
}

function joinLine(paragraph: Paragraph, line: PdfLine, page: number | null, hyphens: Hyphens): void {
  const before = paragraph.parts.at(-1);
  if (!before) return;
  const joint = hyphens.joint(before.text, line.text);
  if (joint === 'drop') before.text = before.text.slice(0, -1);
  else if (joint === 'space') before.text += ' ';
  if (page === null) before.text += line.text;
  else paragraph.parts.push({ text: line.text, page });
  paragraph.last = line;
}

function measure(pages: readonly PdfPage[]): Measures {
  const lines = pages.flatMap((page) => page.lines);
  const height = mostCommon(lines.map((line) => [line.height, line.text.length]));
  const gaps = pages.flatMap((page) => gapsOf(page.lines));
  const columns = Map.groupBy(lines, ({ column }) => column);
  const larger = lines.filter((line) => isHeading(line, height)).map((line) => rounded(line.height));
  return {
    height,
    leading: gaps.length === 0 ? 1.2 : mostCommon(gaps.map((gap) => [gap, 1])),
    rightEdges: new Map([...columns].map(([column, own]) => [column, edgeOf(own)])),
    headingHeights: [...new Set(larger)].sort((a, b) => b - a),
    hyphens: hyphensOf(lines.map(({ text }) => text)),
  };
}

/** Distances between the baselines of neighbours, as multiples of the type's height. */
function gapsOf(lines: readonly PdfLine[]): number[] {
  return lines.flatMap((line, index) => {
    const above = lines[index - 1];
    return above && above.column === line.column && above.y > line.y ? [(above.y - line.y) / line.height] : [];
  });
}

function edgeOf(lines: readonly PdfLine[]): number {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return rights[Math.floor(rights.length * 0.95)] ?? rights.at(-1) ?? 0;
}

function mostCommon(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of weighted) weights.set(rounded(value), (weights.get(rounded(value)) ?? 0) + weight);
  let best = 0;
  for (const [value, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = value;
  return best;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

function isHeading({ height, text }: PdfLine, textHeight: number): boolean {
  return height >= HEADING_SIZE * textHeight && text.length <= LONGEST_HEADING;
}

function kindOf({ first, parts }: Paragraph, { height, headingHeights }: Measures): ParagraphKind {
  if (BULLET.test(first.text)) return 'listItem';
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_HEADING || !isHeading(first, height)) return 'body';
  return headingKind(headingHeights.indexOf(rounded(first.height)) + 1);
}
