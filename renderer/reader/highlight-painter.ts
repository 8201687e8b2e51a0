// Paints codings under the words with the CSS Custom Highlight API: the text's elements are never touched, so that a coding
// costs the same in a short interview and in a long one. Only the turns near the view have ranges: the browser checks every one.
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CodedText } from './coded-text.ts';
import { staticRange } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import type { Span, Transcript } from './transcript.ts';
import { piecesOf } from './transcript.ts';

export interface TurnWindow {
  readonly first: number;
  readonly last: number;
}

/** What can lie over the tints, in the order of painting. */
export const MARKS = ['selection', 'chosen', 'pointed', 'flash'] as const;
export type Mark = (typeof MARKS)[number];

const PREFIX = 'trame';
const MARK_PRIORITY = 10;

function nameOf(categoryId: CategoryId): string {
  return `${PREFIX}-${categoryId}`;
}

/** How much of a category's colour is its own, the rest being black: keeps several tints legible on a dark page. */
export const PURITY = { light: '100%', dark: '80%' } as const;

/** What paint is made of, as literals: custom properties do not reach highlights in every Chromium. */
export interface Paint {
  /** Share of a category's colour under its words: all alike, or one before the others. */
  readonly tint: string;
  readonly strongTint: string;
  readonly faintTint: string;
  /** Of the theme: one of `PURITY`. */
  readonly purity: string;
  /** Coded words are written in it, the interviewer's quieter ones too: on several tints only this keeps its contrast. */
  readonly ink: string;
  readonly accent: string;
  readonly selection: string;
}

/**
 * The style sheet that gives highlights their colours. Every rule is bound to `scope` and there are none for categories that
 * are not in this text: the browser works out each of them for each element it may apply to. The passage chosen is
 * underlined, so that its tints stay what they are.
 */
export function highlightRules(
  scope: string,
  categories: Iterable<{ readonly id: CategoryId; readonly color: string }>,
  emphasised: CategoryId | null,
  paint: Paint,
): string {
  const rule = (name: string, style: string) => `${scope}::highlight(${name}){${style}}`;
  const rules = [
    rule(`${PREFIX}-selection`, `background-color:color-mix(in srgb,${paint.selection} 72%,transparent)`),
    rule(`${PREFIX}-chosen`, `text-decoration:underline 2px ${paint.accent}`),
    rule(`${PREFIX}-pointed`, `text-decoration:underline 2px ${paint.accent};background-color:color-mix(in srgb,${paint.accent} 14%,transparent)`),
    rule(`${PREFIX}-flash`, `background-color:${paint.selection}`),
  ];
  for (const { id, color } of categories) {
    const share = emphasised === null ? paint.tint : id === emphasised ? paint.strongTint : paint.faintTint;
    const tint = `color-mix(in srgb,color-mix(in srgb,${color} ${paint.purity},black) ${share},transparent)`;
    rules.push(rule(nameOf(id), `background-color:${tint};color:${paint.ink}`));
  }
  return rules.join('\n');
}

/** What is painted of the turn that is being corrected: its words run ahead of the codings known on screen. */
export interface LivePaint {
  readonly turn: number;
  readonly pieces: readonly { readonly categoryId: CategoryId; readonly start: number; readonly end: number }[];
}

interface Paintable {
  /** The same for the same words in the same text nodes. */
  print: string;
  readonly ranges: StaticRange[];
}

/** Tells text nodes apart: what is written anew has other ones. */
class NodeNumbers {
  readonly #numbers = new WeakMap<Node, number>();
  #last = 0;

  of(node: Node): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#numbers.set(node, this.#last);
    return this.#last;
  }
}

/** What each highlight would cover: one range per coding and turn. */
function paintables(paragraphs: Paragraphs, coded: CodedText, turns: TurnWindow, live: LivePaint | null, nodes: NodeNumbers): Map<string, Paintable> {
  const found = new Map<string, Paintable>();
  const add = (turn: number, categoryId: CategoryId, start: number, end: number): void => {
    const range = start < end ? staticRange(paragraphs.get(turn), start, end) : null;
    if (!range) return;
    const name = nameOf(categoryId);
    const paintable = found.get(name) ?? { print: '', ranges: [] };
    paintable.print += `${nodes.of(range.startContainer)}:${range.startOffset}-${nodes.of(range.endContainer)}:${range.endOffset} `;
    paintable.ranges.push(range);
    found.set(name, paintable);
  };
  for (let turn = turns.first; turn <= turns.last; turn += 1) {
    if (live?.turn === turn) for (const { categoryId, start, end } of live.pieces) add(turn, categoryId, start, end);
    else for (const { stripe, start, end } of coded.byTurn.get(turn) ?? []) add(turn, stripe.categoryId, start, end);
  }
  return found;
}

export class HighlightPainter {
  readonly #sheet = new CSSStyleSheet();
  /** What each highlight covers on screen. */
  readonly #prints = new Map<string, string>();
  readonly #nodes = new NodeNumbers();

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
  }

  dispose(): void {
    const index = document.adoptedStyleSheets.indexOf(this.#sheet);
    if (index >= 0) document.adoptedStyleSheets.splice(index, 1);
    for (const name of this.#prints.keys()) CSS.highlights.delete(name);
    for (const mark of MARKS) CSS.highlights.delete(`${PREFIX}-${mark}`);
    this.#prints.clear();
  }

  setRules(rules: string): void {
    this.#sheet.replaceSync(rules);
  }

  /** One highlight per category; those that would cover what they cover already are left alone. */
  paint(paragraphs: Paragraphs, coded: CodedText, turns: TurnWindow, live: LivePaint | null = null): void {
    const found = paintables(paragraphs, coded, turns, live, this.#nodes);
    for (const name of this.#prints.keys()) {
      if (found.has(name)) continue;
      CSS.highlights.delete(name);
      this.#prints.delete(name);
    }
    for (const [name, { print, ranges }] of found) {
      if (this.#prints.get(name) === print) continue;
      CSS.highlights.set(name, new Highlight(...ranges));
      this.#prints.set(name, print);
    }
  }

  /** Puts a mark over some words, or takes it away. */
  mark(mark: Mark, transcript: Transcript, paragraphs: Paragraphs, span: Span | null): void {
    const name = `${PREFIX}-${mark}`;
    const ranges = (span ? piecesOf(transcript, span) : []).flatMap(({ turn, start, end }) => staticRange(paragraphs.get(turn), start, end) ?? []);
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = MARK_PRIORITY + MARKS.indexOf(mark);
    CSS.highlights.set(name, highlight);
  }
}
