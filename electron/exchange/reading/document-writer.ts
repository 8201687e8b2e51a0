// A formatted document being written out as plain text: one line per paragraph, a table's cells separated by tabs, notes at
// the end; how it was set (bold, headings, cells …) kept beside the text as style runs. Every word processor's reader uses it.
import type { PositionMark, StyleRun } from '../../../shared/domain/style-run.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';
import { type InlineRun, inlineRuns, joinCells, joinParagraphs, type RichText, shifted, type TaggedRun } from './rich-text.ts';

/** `unspoken`: words that are nobody's, such as a note or a table of contents; headings are nobody's as well. */
export type ParagraphKind = 'body' | 'listItem' | 'heading1' | 'heading2' | 'heading3' | 'unspoken';

export interface InlineStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  /** What else the words are marked by. */
  readonly tags?: readonly string[];
}

/** @param level 1 for the highest; below the third all are alike */
export function headingKind(level: number): ParagraphKind {
  return level <= 1 ? 'heading1' : level === 2 ? 'heading2' : 'heading3';
}

export const PLAIN: InlineStyle = { bold: false, italic: false };

export interface DocumentText {
  readonly text: string;
  /** Offsets in `text` of the lines nobody says: headings and notes. */
  readonly unspokenLines: ReadonlySet<Utf16>;
  readonly styles: readonly StyleRun[];
  readonly positions: readonly PositionMark[];
  /** What was written with tags: a stretch for each piece of text. */
  readonly tagged: readonly TaggedRun[];
}

/** What text runs into: the document itself, a cell, a note, a text box. */
interface Flow {
  pieces: string[];
  length: Utf16;
  marks: { style: InlineRun['style']; start: Utf16; end: Utf16 }[];
  endsWithSpace: boolean;
  /** Null for the document: its paragraphs are written at once. */
  readonly finished: RichText[] | null;
}

const HEADINGS: ReadonlySet<ParagraphKind> = new Set(['heading1', 'heading2', 'heading3']);
// A form feed, an end-of-file mark: they are no words, and no editor shows them. Tabs and line ends are kept.
const CONTROLS = /[^\P{Cc}\t\n]/gu;

export class DocumentWriter {
  readonly #lines: string[] = [];
  #length: Utf16 = 0;
  readonly #unspoken = new Set<Utf16>();
  readonly #styles: StyleRun[] = [];
  readonly #positions: PositionMark[] = [];
  readonly #tagged: TaggedRun[] = [];
  readonly #flows: Flow[] = [flow(null)];
  /** Finished cells of the rows being written, the innermost row last. */
  readonly #rows: RichText[][] = [];
  readonly #notes = new Map<number, RichText>();
  readonly #openNotes: number[] = [];
  #noteCount = 0;

  /** Adds words as they are; a line feed among them begins a new line of the same paragraph. */
  text(value: string, style: InlineStyle = PLAIN): void {
    const words = value.replace(CONTROLS, '');
    if (words === '') return;
    const current = this.#flow;
    if (style.bold) extend(current, 'bold', words.length);
    if (style.italic) extend(current, 'italic', words.length);
    for (const tag of style.tags ?? []) extend(current, `@${tag}`, words.length);
    current.pieces.push(words);
    current.length += words.length;
    current.endsWithSpace = /[ \n\t]$/.test(words);
  }

  /** Adds words from mark-up, where any run of white space is one space and none opens a line. */
  flowingText(value: string, style: InlineStyle = PLAIN): void {
    const words = value.replace(/[ \t\r\n\f]+/g, ' ');
    this.text(this.isBlank || this.#flow.endsWithSpace ? words.replace(/^ /, '') : words, style);
  }

  /** True while nothing stands in the paragraph. */
  get isBlank(): boolean {
    return this.#flow.length === 0;
  }

  get isInRow(): boolean {
    return this.#rows.length > 0;
  }

  /** Where the paragraph's line begins in the document, if it is no cell's, note's or text box's. */
  get lineStart(): Utf16 {
    return this.#length;
  }

  endParagraph(kind: ParagraphKind = 'body'): void {
    const current = this.#flow;
    const paragraph = { text: current.pieces.join(''), runs: inlineRuns(current.marks) };
    Object.assign(current, emptyParagraph());
    this.#add(paragraph, kind);
  }

  /** Ends the paragraph if it has words: for mark-up, where blocks begin and end without words between them. */
  endParagraphIfAny(kind: ParagraphKind = 'body'): void {
    if (this.#flow.pieces.some((piece) => piece.trim() !== '')) this.endParagraph(kind);
    else Object.assign(this.#flow, emptyParagraph());
  }

  beginRow(): void {
    this.#rows.push([]);
  }

  beginCell(): void {
    if (this.#rows.length === 0) this.beginRow();
    this.#flows.push(flow([]));
  }

  endCell(): void {
    this.#rows.at(-1)?.push(this.#endFlow());
  }

  endRow(): void {
    const cells = this.#rows.pop();
    if (cells && cells.length > 0) this.#add(joinCells(cells), 'body');
  }

  /** Writes the mark of a note in the text; the number is to be given to `beginNote`, once, now or later. */
  noteMark(style: InlineStyle = PLAIN): number {
    this.#noteCount += 1;
    this.text(`[${this.#noteCount}]`, style);
    return this.#noteCount;
  }

  beginNote(number: number): void {
    this.#openNotes.push(number);
    this.#flows.push(flow([]));
  }

  endNote(): void {
    const number = this.#openNotes.pop();
    if (number !== undefined) this.#notes.set(number, this.#endFlow());
  }

  /** A text box: its paragraphs come before the one that it hangs on. */
  beginAside(): void {
    this.#flows.push(flow([]));
  }

  endAside(): void {
    const aside = this.#endFlow();
    if (aside.text.trim() !== '') this.#add(aside, 'body');
  }

  markPage(value: number): void {
    this.#positions.push({ at: this.#length + this.#flow.length, kind: 'page', value });
  }

  /** Closes what the document left open and gives the whole. */
  finish(): DocumentText {
    while (this.#openNotes.length > 0) this.endNote();
    while (this.#flows.length > 1) {
      if (this.isInRow) this.endCell();
      else this.endAside();
    }
    this.endParagraphIfAny();
    while (this.#rows.length > 0) this.endRow();
    for (const [number, note] of [...this.#notes].sort(([a], [b]) => a - b)) {
      const head = `[${number}] `;
      this.#add({ text: head + note.text, runs: shifted(note.runs, head.length) }, 'unspoken');
    }
    // Half of a surrogate pair would come back from the database as another character.
    const text = this.#lines.join('').toWellFormed();
    const styles = this.#styles.toSorted((a, b) => a.start - b.start);
    return { text, unspokenLines: this.#unspoken, styles, positions: this.#positions, tagged: this.#tagged };
  }

  get #flow(): Flow {
    return this.#flows.at(-1) ?? flow(null);
  }

  /** The document's own flow is never ended. */
  #endFlow(): RichText {
    this.endParagraphIfAny();
    const ended = this.#flows.length > 1 ? this.#flows.pop() : undefined;
    return joinParagraphs(ended?.finished ?? []);
  }

  #add(paragraph: RichText, kind: ParagraphKind): void {
    const { finished } = this.#flow;
    if (finished) finished.push(paragraph);
    else this.#write(paragraph, kind);
  }

  #write({ text, runs }: RichText, kind: ParagraphKind): void {
    const isHeading = HEADINGS.has(kind);
    const own = isHeading ? runs.filter(({ style, start, end }) => style !== 'bold' || end - start < text.trim().length) : runs;
    for (const { start, end, style } of shifted(own, this.#length)) {
      if (isTag(style)) this.#tagged.push({ start, end, tag: style.slice(1) });
      else this.#styles.push({ start, end, style });
    }
    for (const line of text.split('\n')) {
      if (isHeading || kind === 'unspoken') this.#unspoken.add(this.#length);
      if (kind !== 'body' && kind !== 'unspoken' && line !== '')
        this.#styles.push({ start: this.#length, end: this.#length + line.length, style: kind });
      this.#lines.push(`${line}\n`);
      this.#length += line.length + 1;
    }
  }
}

function flow(finished: RichText[] | null): Flow {
  return { ...emptyParagraph(), finished };
}

function emptyParagraph(): Omit<Flow, 'finished'> {
  return { pieces: [], length: 0, marks: [], endsWithSpace: false };
}

function isTag(style: InlineRun['style']): style is `@${string}` {
  return style.startsWith('@');
}

/** Lengthens the last run of this style if the text goes on from it, else begins one. */
function extend({ marks, length }: Flow, style: InlineRun['style'], by: Utf16): void {
  const last = marks.findLast((mark) => mark.style === style);
  if (last?.end === length) last.end += by;
  else marks.push({ style, start: length, end: length + by });
}
