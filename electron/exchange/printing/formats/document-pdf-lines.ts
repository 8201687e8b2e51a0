// Paragraphs of a PDF broken into lines as wide as their place.
import { ASCENT, LINE_HEIGHT, faceOf } from './document-pdf-fonts.ts';
import type { FontFace, FontMeasure } from './document-pdf-fonts.ts';
import { INDENT_STEP, LIST_STEP, LOOKS, ROLES, blockLookName } from './document-looks.ts';
import type { Look } from './document-looks.ts';
import { TWIPS_PER_POINT, TWIPS_PER_PX } from './document-layout.ts';
import { imageExtension } from './document-xml.ts';
import type { CellBlock, Inline } from './printed-document.ts';

export interface TextStyle {
  readonly face: FontFace;
  readonly size: number;
  readonly color: string;
  readonly isUnderlined: boolean;
  /** An address, or `#` and a name within the document. */
  readonly link: string | null;
}

/** Words of one look, `x` points from the line's left end. */
export interface Fragment {
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly style: TextStyle;
}

export interface PdfPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What stands on one line of a page or of a cell, with the room above it. Points. */
export interface Line {
  readonly above: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
  readonly picture: PdfPicture | null;
  /** Names under which this place is found. */
  readonly bookmarks: readonly string[];
}

type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly style: TextStyle }
  | { readonly kind: 'break' }
  | { readonly kind: 'bookmark'; readonly name: string }
  | { readonly kind: 'picture'; readonly picture: PdfPicture };

/** What a paragraph is set with: its look, where it stands, what its pictures may take. */
export interface LineSetting {
  readonly fonts: FontMeasure;
  readonly bookmarkName: (id: string) => string;
}

const plainStyle = (look: Look): TextStyle => ({
  face: faceOf(look.bold, look.italic),
  size: look.size / 2,
  color: `#${look.color}`,
  isUnderlined: false,
  link: null,
});

function styleOf(inline: Extract<Inline, { kind: 'text' }>, base: TextStyle): TextStyle {
  const role = inline.role === undefined ? null : ROLES[inline.role];
  const isBold = role?.bold ?? (inline.bold || base.face.includes('B'));
  const isItalic = role?.italic ?? (inline.italic || base.face.includes('I'));
  return {
    face: faceOf(isBold, isItalic),
    size: role?.size ? role.size / 2 : base.size,
    color: role?.color ? `#${role.color}` : base.color,
    isUnderlined: inline.underline ?? false,
    link: base.link,
  };
}

function piecesOf(inlines: readonly Inline[], base: TextStyle, setting: LineSetting, width: number): Piece[] {
  return inlines.flatMap((inline): Piece[] => {
    switch (inline.kind) {
      case 'text':
        return [{ kind: 'words', text: inline.text.replaceAll('\t', ' '), style: styleOf(inline, base) }];
      case 'break':
        return [{ kind: 'break' }];
      case 'swatch':
        return [{ kind: 'words', text: '■\u00a0', style: { ...base, size: 6, color: inline.color } }];
      case 'link':
        return piecesOf(inline.inlines, { ...base, link: inline.to }, setting, width);
      case 'bookmark':
        return [{ kind: 'bookmark', name: setting.bookmarkName(inline.id) }, ...piecesOf(inline.inlines, base, setting, width)];
      case 'picture': {
        if (!['png', 'jpeg'].includes(imageExtension(inline.mime) ?? '')) return [{ kind: 'words', text: inline.alt, style: base }];
        const toPoints = TWIPS_PER_PX / TWIPS_PER_POINT;
        const scale = Math.min(toPoints, width / Math.max(1, inline.width));
        return [{ kind: 'picture', picture: { bytes: inline.bytes, width: inline.width * scale, height: inline.height * scale } }];
      }
    }
  });
}

interface Word {
  readonly parts: { text: string; style: TextStyle }[];
  readonly bookmarks: string[];
}

/** Gathers words on lines; what does not fit on a line goes on the next. */
class LineBreaker {
  readonly lines: Omit<Line, 'above'>[] = [];
  readonly #fonts: FontMeasure;
  readonly #look: Look;
  readonly #width: number;
  /** Points that the first line stands further out by. */
  readonly #hanging: number;
  #parts: { text: string; style: TextStyle }[] = [];
  #used = 0;
  #bookmarks: string[] = [];

  constructor(fonts: FontMeasure, look: Look, width: number, hanging: number) {
    this.#fonts = fonts;
    this.#look = look;
    this.#width = width;
    this.#hanging = hanging;
  }

  get #room(): number {
    return this.#width + (this.lines.length === 0 ? this.#hanging : 0);
  }

  #widthOf({ text, style }: { text: string; style: TextStyle }): number {
    return this.#fonts.widthOf(text, style.face, style.size);
  }

  add(word: Word): void {
    const width = word.parts.reduce(
      (sum, part, at) => sum + this.#widthOf(at === word.parts.length - 1 ? { ...part, text: part.text.trimEnd() } : part),
      0,
    );
    if (this.#used > 0 && this.#used + width > this.#room + 0.01) this.endLine();
    this.#bookmarks.push(...word.bookmarks);
    if (width > this.#room) for (const part of word.parts) this.#addCut(part);
    else for (const part of word.parts) this.#addPart(part);
  }

  #addPart(part: { text: string; style: TextStyle }): void {
    const last = this.#parts.at(-1);
    if (last?.style === part.style) last.text += part.text;
    else this.#parts.push({ ...part });
    this.#used += this.#widthOf(part);
  }

  /** A word wider than the line is cut where it must be. */
  #addCut({ text, style }: { text: string; style: TextStyle }): void {
    for (const character of text) {
      if (this.#used > 0 && this.#used + this.#widthOf({ text: character, style }) > this.#room) this.endLine();
      this.#addPart({ text: character, style });
    }
  }

  endLine(): void {
    const outdent = this.lines.length === 0 ? this.#hanging : 0;
    const visible = this.#parts.map((part, at) => (at === this.#parts.length - 1 ? { ...part, text: part.text.trimEnd() } : part));
    const width = visible.reduce((sum, part) => sum + this.#widthOf(part), 0);
    const free = Math.max(0, this.#room - width);
    let x = -outdent + (this.#look.align === 'right' ? free : this.#look.align === 'center' ? free / 2 : 0);
    const fragments = visible.map((part): Fragment => {
      const own = this.#widthOf(part);
      x += own;
      return { ...part, x: x - own, width: own };
    });
    const size = fragments.reduce((most, { style }) => Math.max(most, style.size), 0) || this.#look.size / 2;
    this.lines.push({
      height: size * LINE_HEIGHT,
      fragments: fragments.filter(({ text }) => text !== ''),
      picture: null,
      bookmarks: this.#bookmarks,
    });
    this.#parts = [];
    this.#used = 0;
    this.#bookmarks = [];
  }

  addPicture(picture: PdfPicture): void {
    if (this.#used > 0) this.endLine();
    this.lines.push({ height: picture.height, fragments: [], picture, bookmarks: [] });
  }

  mark(name: string): void {
    this.#bookmarks.push(name);
  }

  finish(): void {
    if (this.#used > 0 || this.#bookmarks.length > 0 || this.lines.length === 0) this.endLine();
  }
}

/** Words break after spaces, and after the hyphen or slash of a composed one; a no-break space holds. */
const BREAKS = /(?<= )(?=[^ ])|(?<=[-/])(?=\p{L})/u;
const ENDS_WORD = /[ /-]$/;

function breakLines(pieces: readonly Piece[], breaker: LineBreaker): void {
  let word: Word = { parts: [], bookmarks: [] };
  const flush = (): void => {
    if (word.parts.length > 0) breaker.add(word);
    else for (const name of word.bookmarks) breaker.mark(name);
    word = { parts: [], bookmarks: [] };
  };
  for (const piece of pieces) {
    if (piece.kind === 'bookmark') word.bookmarks.push(piece.name);
    else if (piece.kind === 'words') {
      for (const text of piece.text.split(BREAKS)) {
        if (text === '') continue;
        word.parts.push({ text, style: piece.style });
        if (ENDS_WORD.test(text)) flush();
      }
    } else {
      flush();
      if (piece.kind === 'picture') breaker.addPicture(piece.picture);
      else breaker.endLine();
    }
  }
  flush();
  breaker.finish();
}

const shifted = (line: Omit<Line, 'above'>, x: number): Omit<Line, 'above'> => ({
  ...line,
  fragments: line.fragments.map((fragment) => ({ ...fragment, x: fragment.x + x })),
});

/** The last line's room below it is kept as the room above what follows. */
export interface SetLines {
  readonly lines: readonly Line[];
  readonly below: number;
}

/** @param width points */
export function paragraphLines(inlines: readonly Inline[], look: Look, width: number, setting: LineSetting, indent = 0): SetLines {
  const left = (look.left + INDENT_STEP * indent) / TWIPS_PER_POINT;
  const room = Math.max(12, width - left);
  const breaker = new LineBreaker(setting.fonts, look, room, look.hanging / TWIPS_PER_POINT);
  breakLines(piecesOf(inlines, plainStyle(look), setting, room), breaker);
  const lines = breaker.lines.map((line, at) => ({ ...shifted(line, left), above: at === 0 ? look.before / TWIPS_PER_POINT : 0 }));
  return { lines, below: look.after / TWIPS_PER_POINT };
}

const BULLETS = ['•', '–', '▪'] as const;

function listLines(block: Extract<CellBlock, { kind: 'list' }>, width: number, setting: LineSetting, level: number): SetLines {
  const step = LIST_STEP / TWIPS_PER_POINT;
  const items = block.items.map((item, at) => {
    const { lines, below } = blockLines(item, width - step, setting, level + 1);
    const style = plainStyle(LOOKS[item[0]?.kind === 'paragraph' ? item[0].style : 'body']);
    const text = block.start === null ? (BULLETS[level % BULLETS.length] ?? '•') : `${block.start + at}.`;
    const marker: Fragment = { x: -step * 0.8, width: setting.fonts.widthOf(text, style.face, style.size), text, style };
    const [first, ...rest] = lines;
    const marked: Line = first
      ? { ...first, fragments: [marker, ...first.fragments] }
      : { above: 0, height: style.size * LINE_HEIGHT, fragments: [marker], picture: null, bookmarks: [] };
    return { lines: [marked, ...rest].map((line) => ({ ...line, ...shifted(line, step) })), below };
  });
  return stacked(items);
}

/** One below the other, with the room that each wants below it. */
function stacked(parts: readonly SetLines[]): SetLines {
  const lines: Line[] = [];
  let below = 0;
  for (const part of parts) {
    part.lines.forEach((line, at) => lines.push(at === 0 ? { ...line, above: line.above + below } : line));
    below = part.below;
  }
  return { lines, below };
}

export function blockLines(blocks: readonly CellBlock[], width: number, setting: LineSetting, level = 0): SetLines {
  return stacked(
    blocks.map((block) => {
      if (block.kind === 'list') return listLines(block, width, setting, level);
      return paragraphLines(block.inlines, LOOKS[blockLookName(block)], width, setting, block.kind === 'paragraph' ? block.indent : undefined);
    }),
  );
}

export const heightOfLines = (lines: readonly Line[]): number => lines.reduce((sum, { above, height }) => sum + above + height, 0);

/** Where the foot of the letters stands within a line. */
export const baselineOf = ({ height }: Line): number => (height / LINE_HEIGHT) * ASCENT;
