// Paints codings under the words with the CSS Custom Highlight API: the text's elements are never touched, so that a coding
// costs the same in a short interview and in a long one. Only the turns near the view have ranges: the browser checks every one.
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CodedText, Stripe } from './coded-text.ts';
import { staticRange } from './text-dom.ts';
import type { Paragraphs } from './text-dom.ts';
import type { Span, Transcript } from './transcript.ts';
import { piecesOf } from './transcript.ts';

export interface TurnWindow {
  readonly first: number;
  readonly last: number;
}

/** What can lie over the tints, in the order of painting. */
export const MARKS = ['found', 'foundNow', 'selection', 'chosen', 'pointed', 'flash'] as const;
export type Mark = (typeof MARKS)[number];

const MARK_PRIORITY = 10;
/** Words that were sought, as on paper under a marker: the same in both themes. */
const FOUND = '#ffe38a';
const FOUND_NOW = '#ff9f40';
const FOUND_INK = '#1d1b18';
/** On paper, whatever the screen's theme: a line under the words tells them where colours are grey. */
const PRINTED_TINT = '22%';
const ON_PAPER = 'color:#000;text-decoration:underline 1px #555';

/** Two panes paint apart: the browser's highlights have names for the whole page. */
export type PaintPrefix = 'trame' | 'trame2';

function nameOf(prefix: PaintPrefix, categoryId: CategoryId, isFaint = false): string {
  return `${prefix}-${categoryId}${isFaint ? '-faint' : ''}`;
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
 * are not in this text: the browser works out each of them for each element it may apply to. `scope` is therefore the one
 * element around all words, which inherit from it: bound to each turn, they cost as much as laying the text out. The passage chosen is
 * underlined, so that its tints stay what they are.
 */
export function highlightRules(
  scope: string,
  categories: Iterable<{ readonly id: CategoryId; readonly color: string }>,
  emphasised: CategoryId | null,
  paint: Paint,
  prefix: PaintPrefix = 'trame',
): string {
  const rule = (name: string, style: string) => `${scope}::highlight(${name}){${style}}`;
  const rules = [
    rule(`${prefix}-found`, `background-color:${FOUND};color:${FOUND_INK}`),
    rule(`${prefix}-foundNow`, `background-color:${FOUND_NOW};color:${FOUND_INK}`),
    rule(`${prefix}-selection`, `background-color:color-mix(in srgb,${paint.selection} 72%,transparent)`),
    rule(`${prefix}-chosen`, `text-decoration:underline 2px ${paint.accent}`),
    rule(`${prefix}-pointed`, `text-decoration:underline 2px ${paint.accent};background-color:color-mix(in srgb,${paint.accent} 14%,transparent)`),
    rule(`${prefix}-flash`, `background-color:${paint.selection}`),
  ];
  const printed: string[] = [];
  for (const { id, color } of categories) {
    const share = emphasised === null ? paint.tint : id === emphasised ? paint.strongTint : paint.faintTint;
    const style = (amount: string) =>
      `background-color:color-mix(in srgb,color-mix(in srgb,${color} ${paint.purity},black) ${amount},transparent);color:${paint.ink}`;
    rules.push(rule(nameOf(prefix, id), style(share)), rule(nameOf(prefix, id, true), style(paint.faintTint)));
    printed.push(rule(nameOf(prefix, id), `background-color:color-mix(in srgb,${color} ${PRINTED_TINT},transparent);${ON_PAPER}`));
    printed.push(rule(nameOf(prefix, id, true), 'background-color:transparent;color:#000'));
  }
  if (printed.length > 0) rules.push(`@media print{${printed.join('')}}`);
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

/** What is painted of a text, and how. */
export interface Painted {
  readonly coded: CodedText;
  /** Null where nothing is. */
  readonly isFaint: ((stripe: Stripe) => boolean) | null;
  readonly live: LivePaint | null;
}

/** What each highlight would cover: one range per coding and turn. */
function paintables(
  prefix: PaintPrefix,
  paragraphs: Paragraphs,
  turns: TurnWindow,
  { coded, isFaint, live }: Painted,
  nodes: NodeNumbers,
): Map<string, Paintable> {
  const found = new Map<string, Paintable>();
  const add = (turn: number, name: string, start: number, end: number): void => {
    const range = start < end ? staticRange(paragraphs.get(turn), start, end) : null;
    if (!range) return;
    const paintable = found.get(name) ?? { print: '', ranges: [] };
    paintable.print += `${nodes.of(range.startContainer)}:${range.startOffset}-${nodes.of(range.endContainer)}:${range.endOffset} `;
    paintable.ranges.push(range);
    found.set(name, paintable);
  };
  for (let turn = turns.first; turn <= turns.last; turn += 1) {
    if (live?.turn === turn) for (const { categoryId, start, end } of live.pieces) add(turn, nameOf(prefix, categoryId), start, end);
    else
      for (const { stripe, start, end } of coded.byTurn.get(turn) ?? [])
        add(turn, nameOf(prefix, stripe.categoryId, isFaint?.(stripe) ?? false), start, end);
  }
  return found;
}

export class HighlightPainter {
  readonly #sheet = new CSSStyleSheet();
  /** What each highlight covers on screen. */
  readonly #prints = new Map<string, string>();
  readonly #nodes = new NodeNumbers();
  readonly #prefix: PaintPrefix;

  constructor(prefix: PaintPrefix) {
    this.#prefix = prefix;
    document.adoptedStyleSheets.push(this.#sheet);
  }

  dispose(): void {
    const index = document.adoptedStyleSheets.indexOf(this.#sheet);
    if (index >= 0) document.adoptedStyleSheets.splice(index, 1);
    for (const name of this.#prints.keys()) CSS.highlights.delete(name);
    for (const mark of MARKS) CSS.highlights.delete(`${this.#prefix}-${mark}`);
    this.#prints.clear();
  }

  setRules(rules: string): void {
    this.#sheet.replaceSync(rules);
  }

  /** One highlight per category; those that would cover what they cover already are left alone. */
  paint(paragraphs: Paragraphs, turns: TurnWindow, painted: Painted): void {
    const found = paintables(this.#prefix, paragraphs, turns, painted, this.#nodes);
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
    this.markAll(mark, transcript, paragraphs, span ? [span] : []);
  }

  markAll(mark: Mark, transcript: Transcript, paragraphs: Paragraphs, spans: readonly Span[]): void {
    const name = `${this.#prefix}-${mark}`;
    const pieces = spans.flatMap((span) => piecesOf(transcript, span));
    const ranges = pieces.flatMap(({ turn, start, end }) => staticRange(paragraphs.get(turn), start, end) ?? []);
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = MARK_PRIORITY + MARKS.indexOf(mark);
    CSS.highlights.set(name, highlight);
  }
}
