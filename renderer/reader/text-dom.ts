// Between the page and the transcript: which paragraph shows which turn, and which place in the words a place in the page is.
import type { Point, Span, Transcript } from './transcript.ts';
import { piecesOf } from './transcript.ts';
import { selectedSpan } from './word-steps.ts';

/** Paragraphs by turn index. Each holds the words of its turn and no other text: in one text node, or in several where some are set apart. */
export type Paragraphs = ReadonlyMap<number, HTMLElement>;

export function collectParagraphs(root: HTMLElement): Paragraphs {
  const paragraphs = new Map<number, HTMLElement>();
  for (const paragraph of root.querySelectorAll<HTMLElement>('[data-t]')) paragraphs.set(Number(paragraph.dataset['t']), paragraph);
  return paragraphs;
}

export interface TextPlace {
  readonly node: Text;
  readonly offset: number;
}

function textNodes(paragraph: HTMLElement): TreeWalker {
  return document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
}

/** The text node that holds an offset among the words; on a border the earlier one. Null where there are no words. */
export function placeIn(paragraph: HTMLElement | undefined, offset: number): TextPlace | null {
  const only = paragraph?.firstChild;
  if (!paragraph || !only) return null;
  if (only instanceof Text && !only.nextSibling) return { node: only, offset: Math.min(offset, only.length) };
  const walker = textNodes(paragraph);
  let left = offset;
  let last: Text | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last && { node: last, offset: last.length };
}

/** The words between two offsets, as a range that does not follow later changes; the ends are put inside the text. */
export function staticRange(paragraph: HTMLElement | undefined, start: number, end: number): StaticRange | null {
  // on a border between two text nodes a start belongs to the later one
  const first = placeIn(paragraph, start + 1);
  const last = placeIn(paragraph, end);
  if (!first || !last) return null;
  return new StaticRange({ startContainer: first.node, startOffset: Math.max(0, first.offset - 1), endContainer: last.node, endOffset: last.offset });
}

function lengthOf(paragraph: HTMLElement | undefined): number {
  return paragraph?.textContent?.length ?? 0;
}

/** True of what happens in the words that are being corrected: it is their editor's. */
export function isInEditor(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : target instanceof Node ? target.parentElement : null;
  return element?.closest('.reader-editor') instanceof HTMLElement;
}

function turnOf(node: Node): number | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const turn = element?.closest<HTMLElement>('[data-t]')?.dataset['t'];
  return turn === undefined ? null : Number(turn);
}

/** The nearest paragraph end before a place between paragraphs, or the first one's start. */
function pointBetween(root: HTMLElement, node: Node, offset: number): Point | null {
  const range = document.createRange();
  range.setStart(node, offset);
  let before: HTMLElement | null = null;
  for (const paragraph of root.querySelectorAll<HTMLElement>('[data-t]')) {
    if (range.comparePoint(paragraph, 0) > 0) return before ? endOf(before) : { turn: Number(paragraph.dataset['t']), offset: 0 };
    before = paragraph;
  }
  return before && endOf(before);
}

function endOf(paragraph: HTMLElement): Point {
  return { turn: Number(paragraph.dataset['t']), offset: lengthOf(paragraph) };
}

/** Null for a place outside the text. */
export function pointFromDom(root: HTMLElement, node: Node | null, offset: number): Point | null {
  if (!node || !root.contains(node)) return null;
  const turn = turnOf(node);
  if (turn === null) return pointBetween(root, node, offset);
  const paragraph = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[data-t]');
  if (!paragraph || (node instanceof Text && node.parentNode === paragraph && !node.previousSibling)) return { turn, offset };
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return { turn, offset: before.toString().length };
}

export interface TextSelection {
  readonly anchor: Point;
  readonly focus: Point;
  /** What would be coded; null for a mere caret. */
  readonly span: Span | null;
}

/** The page's selection where it lies in this text. */
export function readSelection(root: HTMLElement, transcript: Transcript): TextSelection | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const anchor = pointFromDom(root, selection.anchorNode, selection.anchorOffset);
  const focus = pointFromDom(root, selection.focusNode, selection.focusOffset);
  if (!anchor || !focus) return null;
  return { anchor, focus, span: selection.isCollapsed ? null : selectedSpan(transcript, anchor, focus) };
}

function domPlace(paragraphs: Paragraphs, point: Point): { node: Node; offset: number } | null {
  const paragraph = paragraphs.get(point.turn);
  if (!paragraph) return null;
  return placeIn(paragraph, point.offset) ?? { node: paragraph, offset: 0 };
}

/** Puts the native caret or selection; does nothing for turns that are not shown. */
export function writeSelection(paragraphs: Paragraphs, anchor: Point, focus: Point): void {
  const from = domPlace(paragraphs, anchor);
  const to = domPlace(paragraphs, focus);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** Where some words of one turn stand in the viewport. Lays the paragraph's section out: never for sections far from the view. */
export function rectOf(paragraphs: Paragraphs, turn: number, start: number, end: number): DOMRect | null {
  const paragraph = paragraphs.get(turn);
  const words = paragraph && start < end ? staticRange(paragraph, start, end) : null;
  if (!paragraph || !words) return paragraph?.getBoundingClientRect() ?? null;
  const range = document.createRange();
  range.setStart(words.startContainer, words.startOffset);
  range.setEnd(words.endContainer, words.endOffset);
  return range.getBoundingClientRect();
}

/** Where a caret at this place stands; its height is that of the character beside it. */
export function caretRect(paragraphs: Paragraphs, point: Point): DOMRect | null {
  const length = lengthOf(paragraphs.get(point.turn));
  const start = Math.max(0, Math.min(point.offset, length - 1));
  return rectOf(paragraphs, point.turn, start, start + 1);
}

/** The first and the last words of a span, where they stand in the viewport. */
export function edgeRects(transcript: Transcript, paragraphs: Paragraphs, span: Span): { first: DOMRect; last: DOMRect } | null {
  const pieces = piecesOf(transcript, span);
  const [head] = pieces;
  const tail = pieces.at(-1);
  const first = head && rectOf(paragraphs, head.turn, head.start, head.end);
  const last = tail && rectOf(paragraphs, tail.turn, tail.start, tail.end);
  return first && last ? { first, last } : null;
}
