// The words of a web page (or of a chapter of an e-book) as a document, from the stream of its tags: no tree in memory, and
// mark-up that breaks the rules is read as far as it goes.
import { Parser } from 'htmlparser2';
import { type DocumentWriter, headingKind, type InlineStyle, type ParagraphKind, PLAIN } from './document-writer.ts';
import { TooDeepError } from './xml-events.ts';

/** Told of the tags it may take an interest in, before they are read. */
export interface TagWatch {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
}

/** Elements left open pile up in careless pages; past this it is no carelessness. */
const MOST_DEPTH = 5_000;

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'header hgroup hr legend main menu nav ol p pre section summary table tbody tfoot thead ul'
  ).split(' '),
);
const SKIPPED = new Set('head script style template noscript title textarea select object iframe svg math rt rp button'.split(' '));
const BOLD = new Set(['b', 'strong']);
const ITALIC = new Set(['i', 'em', 'cite', 'dfn', 'var']);

interface Element {
  readonly name: string;
  readonly style: InlineStyle;
  readonly kind: ParagraphKind;
  readonly isPreformatted: boolean;
  readonly isSkipped: boolean;
}

const ROOT: Element = { name: '', style: PLAIN, kind: 'body', isPreformatted: false, isSkipped: false };

/** Writes the page's words; throws `TooDeepError` only. */
export function writeMarkup(markup: string, writer: DocumentWriter, watch: TagWatch = {}): void {
  const reader = new MarkupReader(writer, watch);
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    onclosetag: (name) => reader.close(name),
    ontext: (value) => reader.text(value),
  });
  parser.end(markup);
  reader.end();
}

class MarkupReader {
  readonly #writer: DocumentWriter;
  readonly #watch: TagWatch;
  readonly #open: Element[] = [ROOT];

  constructor(writer: DocumentWriter, watch: TagWatch) {
    this.#writer = writer;
    this.#watch = watch;
  }

  get #current(): Element {
    return this.#open.at(-1) ?? ROOT;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length > MOST_DEPTH) throw new TooDeepError(name);
    const around = this.#current;
    const element = elementOf(name, attributes, around);
    if (!element.isSkipped) {
      this.#watch.open?.(name, attributes);
      if (isBlock(name)) this.#writer.endParagraphIfAny(around.kind);
      if (name === 'tr') this.#writer.beginRow();
      else if (name === 'td' || name === 'th') this.#writer.beginCell();
      else if (name === 'br') this.#writer.text('\n', around.style);
    }
    this.#open.push(element);
  }

  close(name: string): void {
    const element = this.#open.length > 1 ? this.#open.pop() : undefined;
    if (!element || element.isSkipped) return;
    this.#watch.close?.(name);
    if (isBlock(name)) this.#writer.endParagraphIfAny(element.kind);
    if (name === 'td' || name === 'th') this.#writer.endCell();
    else if (name === 'tr') this.#writer.endRow();
  }

  text(value: string): void {
    const { style, isPreformatted, isSkipped } = this.#current;
    if (isSkipped) return;
    if (isPreformatted) this.#writer.text(value.replace(/\r\n?/g, '\n'), style);
    else this.#writer.flowingText(value, style);
  }

  end(): void {
    this.#writer.endParagraphIfAny();
  }
}

function isBlock(name: string): boolean {
  return BLOCKS.has(name) || /^(?:h[1-6]|li|tr|td|th)$/.test(name);
}

function elementOf(name: string, attributes: Readonly<Record<string, string>>, around: Element): Element {
  const css = attributes['style'] ?? '';
  const weight = /font-weight\s{0,8}:\s{0,8}(\w+)/i.exec(css)?.[1];
  const slant = /font-style\s{0,8}:\s{0,8}(\w+)/i.exec(css)?.[1];
  const heading = /^h([1-6])$/.exec(name)?.[1];
  return {
    name,
    style: {
      bold: weight === undefined ? BOLD.has(name) || around.style.bold : /^bold/i.test(weight) || Number(weight) >= 600,
      italic: slant === undefined ? ITALIC.has(name) || around.style.italic : /^(?:italic|oblique)/i.test(slant),
    },
    kind: heading ? headingKind(Number(heading)) : name === 'li' ? 'listItem' : kindWithin(name, around.kind),
    isPreformatted: name === 'pre' || /white-space\s{0,8}:\s{0,8}pre/i.test(css) || around.isPreformatted,
    isSkipped: around.isSkipped || SKIPPED.has(name) || 'hidden' in attributes || /display\s{0,8}:\s{0,8}none/i.test(css),
  };
}

/** A paragraph in a list's item is the item's; a cell in a list is a cell. */
function kindWithin(name: string, around: ParagraphKind): ParagraphKind {
  return name === 'td' || name === 'th' ? 'body' : around;
}
