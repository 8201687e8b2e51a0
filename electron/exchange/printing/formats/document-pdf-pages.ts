// The pages of a PDF as they are filled from top to bottom. Points, from the page's top left corner.
import type PDFDocument from 'pdfkit';
import { MARGINS, PAGE, TWIPS_PER_POINT } from './document-layout.ts';
import { LOOKS } from './document-looks.ts';
import type { FontMeasure } from './document-pdf-fonts.ts';
import { baselineOf } from './document-pdf-lines.ts';
import type { Fragment, Line } from './document-pdf-lines.ts';

/** How far above the paper's lower edge the page's number stands. */
const FOOT = 708 / TWIPS_PER_POINT;

const points = (twips: number): number => twips / TWIPS_PER_POINT;

export class PdfPages {
  /** Where the next thing goes. */
  y = 0;
  /** The page that each name stands on. */
  readonly pageOf = new Map<string, number>();
  readonly pdf: PDFDocument;
  readonly fonts: FontMeasure;
  #isAcross = false;
  #number = 0;
  #isBegun = false;

  /** Called once a line of the document (a row of a table, or what stands between tables) is drawn. */
  readonly lineDone: () => void;

  constructor(pdf: PDFDocument, fonts: FontMeasure, lineDone: () => void) {
    this.pdf = pdf;
    this.fonts = fonts;
    this.lineDone = lineDone;
  }

  get #margins(): (typeof MARGINS)['upright' | 'across'] {
    return this.#isAcross ? MARGINS.across : MARGINS.upright;
  }

  get #size(): readonly [width: number, height: number] {
    return this.#isAcross ? [points(PAGE.height), points(PAGE.width)] : [points(PAGE.width), points(PAGE.height)];
  }

  get x(): number {
    return points(this.#margins.left);
  }

  get textWidth(): number {
    return this.#size[0] - points(this.#margins.left) - points(this.#margins.right);
  }

  get textHeight(): number {
    return this.#size[1] - points(this.#margins.top) - points(this.#margins.bottom);
  }

  /** What is left of the page. */
  get room(): number {
    return this.#size[1] - points(this.#margins.bottom) - this.y;
  }

  get isAtTop(): boolean {
    return this.y <= points(this.#margins.top) + 0.01;
  }

  /** Nothing but what was turned over from the page before: the room above its first line is left out. */
  get wasTurned(): boolean {
    return this.isAtTop && !this.#isBegun;
  }

  begin(isAcross: boolean): void {
    this.#isAcross = isAcross;
    this.turn();
    this.#isBegun = true;
  }

  /** A new page, with its number. */
  turn(): void {
    this.pdf.addPage({ size: this.#size, margin: 0 });
    this.#number += 1;
    this.#isBegun = false;
    const text = String(this.#number);
    const size = LOOKS.page.size / 2;
    const [width, height] = this.#size;
    const x = (width - this.fonts.widthOf(text, '', size)) / 2;
    this.pdf
      .fillColor('#000000')
      .font('Text')
      .fontSize(size)
      .text(text, x, height - FOOT, { lineBreak: false, baseline: 'alphabetic' });
    this.y = points(this.#margins.top);
  }

  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.pdf.rect(x, y, width, height).fillColor(`#${color}`).fill();
  }

  stroke(x1: number, y1: number, x2: number, y2: number, width: number, color: string): void {
    this.pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).strokeColor(`#${color}`).stroke();
  }

  /** Returns where the last line ends. */
  drawLines(lines: readonly Line[], x: number, y: number): number {
    let at = y;
    for (const line of lines) {
      at += line.above;
      for (const name of line.bookmarks) {
        this.pdf.addNamedDestination(name, 'XYZ', x, at, null);
        this.pageOf.set(name, this.#number);
      }
      if (line.picture) this.pdf.image(Buffer.from(line.picture.bytes), x, at, line.picture);
      for (const fragment of line.fragments) this.#drawFragment(fragment, x, at, line);
      at += line.height;
    }
    return at;
  }

  #drawFragment({ x, width, text, style }: Fragment, left: number, top: number, line: Line): void {
    const base = top + baselineOf(line);
    this.pdf.fillColor(style.color).font(`Text${style.face}`).fontSize(style.size);
    this.pdf.text(text, left + x, base, { lineBreak: false, baseline: 'alphabetic' });
    if (style.isUnderlined) this.stroke(left + x, base + style.size * 0.12, left + x + width, base + style.size * 0.12, 0.5, style.color.slice(1));
    if (style.link === null) return;
    if (style.link.startsWith('#')) this.pdf.goTo(left + x, top, width, line.height, style.link.slice(1));
    else this.pdf.link(left + x, top, width, line.height, style.link);
  }
}
