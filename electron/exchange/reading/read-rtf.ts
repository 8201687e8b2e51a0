// The words of an RTF file, in reading order, and how they are set. Written here because the packages that read RTF stop at
// its tokens or make HTML of it, and none bounds what a hostile file can make it do.
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { DocumentWriter, headingKind, type ParagraphKind, type DocumentText } from './document-writer.ts';
import { RtfFonts, RtfStyles } from './rtf-tables.ts';
import { readRtfTokens, type RtfVisitor } from './rtf-tokens.ts';
import { ROLES, type RtfRole, SYMBOLS } from './rtf-words.ts';
import { TooDeepError } from './xml-events.ts';

/** Word nests a few dozen groups at most. */
const MOST_DEPTH = 1_000;
const LONGEST_PORTION = 10_000;

/** Refuses what is no RTF, is cut short or nests its groups without end. `file`: the name a refusal cites. */
export function readRtf(bytes: Uint8Array, file: string): DocumentText {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1');
  const begin = /^(?:\xef\xbb\xbf)?\s*(?=\{\\rtf)/.exec(start)?.[0].length;
  if (begin === undefined) throw unreadable(file, 'notAsNamed');
  const document = bytes.subarray(begin);
  const reader = new RtfReader(document);
  try {
    if (readRtfTokens(document, reader) !== 0) throw unreadable(file, 'damaged');
  } catch (error) {
    throw error instanceof TooDeepError ? unreadable(file, 'tooDeep') : error;
  }
  return reader.finish();
}

/** In force in a group and, unless they change them, in the groups within. */
interface RtfState {
  readonly role: RtfRole;
  readonly font: number | null;
  /** How many characters stand behind a `\u` for programs that do not know it. */
  readonly fallback: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Hidden, or struck out by a tracked change. */
  readonly isGone: boolean;
  readonly style: number;
  readonly outlineLevel: number | null;
  readonly isInTable: boolean;
  readonly isListItem: boolean;
  /** What the group's end ends besides the group. */
  readonly ends: 'note' | 'aside' | null;
}

const NO_PARAGRAPH = { style: 0, outlineLevel: null, isInTable: false, isListItem: false };
const NO_FORMAT = { bold: false, italic: false, isGone: false };
const FIRST_STATE: RtfState = { role: 'body', font: null, fallback: 1, ...NO_FORMAT, ...NO_PARAGRAPH, ends: null };

/** The alphabets of a whole file, before `ansicpg` came. */
const CODE_PAGE_OF_WORD: Readonly<Record<string, number>> = { mac: 10000, pc: 437, pca: 850 };

class RtfReader implements RtfVisitor {
  readonly #file: Uint8Array;
  readonly #writer = new DocumentWriter();
  readonly #fonts = new RtfFonts();
  readonly #styles = new RtfStyles();
  readonly #outer: RtfState[] = [];
  #state: RtfState = FIRST_STATE;
  /** Bytes waiting for the rest of their character. */
  #bytes: number[] = [];
  /** Characters still to be passed over behind a `\u`. */
  #toSkip = 0;
  /** The group is one that a reader may ignore if it does not know its first word. */
  #isOptional = false;
  #styleName = '';
  #isCellOpen = false;

  constructor(file: Uint8Array) {
    this.#file = file;
  }

  open(): void {
    this.#flush();
    this.#toSkip = 0;
    if (this.#outer.length >= MOST_DEPTH) throw new TooDeepError('rtf');
    this.#outer.push(this.#state);
    this.#state = { ...this.#state, ends: null };
  }

  close(): void {
    this.#flush();
    this.#toSkip = 0;
    this.#isOptional = false;
    if (this.#state.ends === 'note') this.#writer.endNote();
    if (this.#state.ends === 'aside') this.#writer.endAside();
    if (this.#state.role === 'styles') this.#addStyle();
    this.#state = this.#outer.pop() ?? FIRST_STATE;
  }

  word(name: string, value: number | null): void {
    if (this.#toSkip > 0 && name !== 'u' && name !== 'uc' && name !== '*') {
      this.#toSkip -= 1;
      return;
    }
    this.#flush();
    if (name === '*') this.#isOptional = true;
    else {
      const isOptional = this.#isOptional;
      this.#isOptional = false;
      this.#obey(name, value, isOptional);
    }
  }

  byte(value: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else if (this.#isRead) this.#bytes.push(value);
  }

  text(start: number, end: number): void {
    const from = Math.min(end, start + this.#toSkip);
    this.#toSkip -= from - start;
    if (!this.#isRead) return;
    for (let at = from; at < end; at += 1) this.#bytes.push(this.#file[at] ?? 0);
    // Long stretches are decoded in portions, cut where no character can be in two.
    if (this.#bytes.length > LONGEST_PORTION && (this.#bytes.at(-1) ?? 0) < 0x80) this.#flush();
  }

  finish(): DocumentText {
    this.#flush();
    this.#leaveTable();
    return this.#writer.finish();
  }

  get #isRead(): boolean {
    const { role } = this.#state;
    return role === 'body' ? !this.#state.isGone : role === 'styles';
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const words = this.#fonts.decode(this.#bytes, this.#state.font);
    this.#bytes = [];
    this.#write(words);
  }

  #write(words: string): void {
    if (this.#state.role === 'styles') this.#styleName += words;
    else if (this.#state.role === 'body' && !this.#state.isGone) {
      this.#enterParagraph();
      this.#writer.text(words, this.#state);
    }
  }

  #obey(name: string, value: number | null, isOptional: boolean): void {
    const { role } = this.#state;
    // LibreOffice marks its footnotes as something that may be ignored.
    const opened = ROLES[name] ?? (isOptional && name !== 'footnote' ? 'skipped' : undefined);
    const symbol = SYMBOLS[name];
    if (name === 'shptxt' || name === 'dptxbxtext') {
      if (role === 'shape') this.#enterAside();
    } else if (name === 'ud') {
      if (role === 'unicode') this.#state = { ...this.#state, role: 'body' };
    } else if (opened !== undefined) {
      if (role === 'body') this.#state = { ...this.#state, role: opened };
      if (name === 'listtext' || name === 'pntext') this.#markListItem();
    } else if (name === 'u') this.#writeCodeUnit(value ?? 0);
    else if (symbol !== undefined) this.#write(symbol);
    else if (role === 'fonts') this.#declareFont(name, value);
    else if (!this.#obeyLayout(name)) this.#state = { ...this.#state, ...changeOf(name, value) };
    const codePage = name === 'ansicpg' ? value : CODE_PAGE_OF_WORD[name];
    if (codePage != null) this.#fonts.setDefault(codePage);
  }

  /** A negative number is a character of the upper half, as 16-bit programs count. */
  #writeCodeUnit(value: number): void {
    this.#write(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#state.fallback;
  }

  #declareFont(name: string, value: number | null): void {
    if (name === 'f') this.#fonts.declare(value ?? 0);
    else if (name === 'fcharset') this.#fonts.setCharset(value ?? 0);
    else if (name === 'cpg') this.#fonts.setCodePage(value ?? 0);
  }

  #addStyle(): void {
    const name = this.#styleName.replace(/;\s*$/, '').trim();
    if (name !== '') this.#styles.add(this.#state.style, name, this.#state.outlineLevel);
    this.#styleName = '';
  }

  /** @returns whether the word was one that lays out the text */
  #obeyLayout(name: string): boolean {
    if (this.#state.role !== 'body') return false;
    switch (name) {
      case 'par':
        this.#enterParagraph();
        this.#writer.endParagraph(this.#kind);
        return true;
      case 'sect':
        this.#writer.endParagraphIfAny(this.#kind);
        return true;
      case 'cell':
        this.#openCell();
        this.#endCell();
        return true;
      case 'row':
        this.#leaveTable();
        return true;
      case 'footnote':
        this.#state = { ...this.#state, ...NO_PARAGRAPH, ends: 'note' };
        this.#enterParagraph();
        this.#writer.beginNote(this.#writer.noteMark());
        return true;
      default:
        return false;
    }
  }

  get #kind(): ParagraphKind {
    const { style, outlineLevel, isListItem } = this.#state;
    const level = this.#styles.levelOf(style) ?? (outlineLevel !== null && outlineLevel < 9 ? outlineLevel + 1 : null);
    return level !== null ? headingKind(level) : isListItem ? 'listItem' : 'body';
  }

  /** The mark of a list stands in a group of its own, before the words it marks. */
  #markListItem(): void {
    const outer = this.#outer.at(-1);
    if (outer) this.#outer[this.#outer.length - 1] = { ...outer, isListItem: true };
  }

  #enterAside(): void {
    this.#state = { ...this.#state, ...NO_PARAGRAPH, role: 'body', ends: 'aside' };
    this.#writer.beginAside();
  }

  /** Within a note or a text box, tables are read as paragraphs. */
  get #isAside(): boolean {
    return this.#state.ends !== null || this.#outer.some(({ ends }) => ends !== null);
  }

  /** Words come: into a cell if the paragraph is in a table, else out of the table that was open. */
  #enterParagraph(): void {
    if (this.#isAside) return;
    if (this.#state.isInTable) this.#openCell();
    else if (this.#writer.isInRow) this.#leaveTable();
  }

  #openCell(): void {
    if (this.#isCellOpen || this.#isAside) return;
    if (!this.#writer.isInRow) {
      this.#writer.endParagraphIfAny(this.#kind);
      this.#writer.beginRow();
    }
    this.#writer.beginCell();
    this.#isCellOpen = true;
  }

  #endCell(): void {
    if (!this.#isCellOpen || this.#isAside) return;
    this.#writer.endCell();
    this.#isCellOpen = false;
  }

  #leaveTable(): void {
    this.#endCell();
    if (this.#writer.isInRow && !this.#isAside) this.#writer.endRow();
  }
}

/** What a word changes in the state; nothing for the hundreds that concern a page's look. */
function changeOf(name: string, value: number | null): Partial<RtfState> {
  const isOn = value !== 0;
  switch (name) {
    case 'plain':
      return NO_FORMAT;
    case 'pard':
      return NO_PARAGRAPH;
    case 'b':
      return { bold: isOn };
    case 'i':
      return { italic: isOn };
    case 'v':
    case 'deleted':
      return { isGone: isOn };
    case 'f':
      return { font: value };
    case 'uc':
      return { fallback: Math.max(0, value ?? 1) };
    case 's':
      return { style: value ?? 0 };
    case 'outlinelevel':
      return { outlineLevel: value };
    case 'ls':
      return { isListItem: value !== null && value > 0 };
    case 'intbl':
      return { isInTable: true };
    default:
      return {};
  }
}
