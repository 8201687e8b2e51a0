// A printed document as a PDF whose pages are those of the Word file: the same sizes, tables cut alike, all its words selectable.
import PDFDocument from 'pdfkit';
import type { Language } from '../../../../shared/domain/project.ts';
import type { Scene } from '../../../../shared/figure/scene.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import { captionLabels } from './document-captions.ts';
import { TWIPS_PER_POINT, TWIPS_PER_PX, bookmarkNames, figureBookmark, layOut, tableBookmark } from './document-layout.ts';
import type { LaidBlock, LaidContents, LaidFigure, LaidSection, LaidTable } from './document-layout.ts';
import { LIST_STEP, LOOKS, headingLookName } from './document-looks.ts';
import type { Look } from './document-looks.ts';
import { registerFonts } from './document-pdf-fonts.ts';
import { blockLines, heightOfLines, paragraphLines } from './document-pdf-lines.ts';
import type { Line, LineSetting, SetLines } from './document-pdf-lines.ts';
import { PdfPages } from './document-pdf-pages.ts';
import { drawScene } from './document-pdf-scene.ts';
import { PdfTable } from './document-pdf-table.ts';
import { inlineText } from './document-words.ts';
import type { Inline, ParagraphBlock, PrintedDocument } from './printed-document.ts';
import { linesOf, tellNobody } from './progress.ts';
import type { Tell } from './progress.ts';

/** Something that goes down a page: how much of it must stand together, and how it is drawn. */
interface FlowItem {
  /** Never the last thing on a page. */
  readonly keepsWithNext: boolean;
  /** Points that have to be left on the page for it to begin there. */
  readonly leastStart: number;
  readonly draw: () => void;
  /** A table tells of each of its rows. */
  readonly tellsItself?: boolean;
}

class PdfFlow {
  readonly #pages: PdfPages;
  readonly #setting: LineSetting;
  readonly #document: PrintedDocument;
  readonly #pageOf: ReadonlyMap<string, number>;
  /** Entries of the reader's outline, the innermost last. */
  readonly #outline: { level: number; item: PDFDocument['outline'] }[] = [];

  constructor(pages: PdfPages, document: PrintedDocument, pageOf: ReadonlyMap<string, number>) {
    this.#pages = pages;
    this.#document = document;
    this.#pageOf = pageOf;
    this.#setting = { fonts: pages.fonts, bookmarkName: bookmarkNames() };
  }

  section({ isAcross, blocks }: LaidSection): void {
    this.#pages.begin(isAcross);
    const items = blocks.flatMap((block) => this.#items(block));
    items.forEach((item, at) => {
      if (this.#pages.room < needed(items, at) && !this.#pages.isAtTop) this.#pages.turn();
      item.draw();
      if (!item.tellsItself) this.#pages.lineDone();
    });
  }

  #items(block: LaidBlock): FlowItem[] {
    switch (block.kind) {
      case 'heading': {
        const look = LOOKS[headingLookName(block.level)];
        const title = inlineText(block.inlines).replaceAll('\n', ' ');
        return [
          this.#text(this.#set([{ kind: 'bookmark', id: block.bookmark, inlines: block.inlines }], look), look, () =>
            this.#listed(title, block.level),
          ),
        ];
      }
      case 'table':
        return this.#table(block);
      case 'figure':
        return this.#figure(block);
      case 'pageBreak':
        return [{ keepsWithNext: false, leastStart: 0, draw: () => this.#pages.turn() }];
      case 'contents':
        return this.#contents(block);
      case 'paragraph':
        return [this.#paragraph(block)];
      default:
        return [this.#text(blockLines([block], this.#pages.textWidth, this.#setting), LOOKS.body)];
    }
  }

  #set(inlines: readonly Inline[], look: Look): SetLines {
    return paragraphLines(inlines, look, this.#pages.textWidth, this.#setting);
  }

  #paragraph({ style, inlines, indent, keepsWithNext }: ParagraphBlock): FlowItem {
    const look = LOOKS[style];
    const set = paragraphLines(inlines, look, this.#pages.textWidth, this.#setting, indent);
    return this.#text(set, keepsWithNext ? { ...look, keepNext: true } : look);
  }

  #words(text: string, look: Look): FlowItem {
    return this.#text(this.#set([{ kind: 'text', text }], look), look);
  }

  #text({ lines, below }: SetLines, look: Look, onDraw: () => void = () => {}): FlowItem {
    const together = look.keepLines || lines.length < 4 ? lines : lines.slice(0, 2);
    return {
      keepsWithNext: look.keepNext,
      leastStart: Math.min(this.#pages.textHeight, heightOfLines(together)),
      draw: () => {
        lines.forEach((line, at) => {
          if (at === 1) onDraw();
          this.#line(line);
        });
        if (lines.length < 2) onDraw();
        this.#pages.y += below;
      },
    };
  }

  #line(line: Line): void {
    if (this.#pages.room < line.above + line.height && !this.#pages.isAtTop) this.#pages.turn();
    const placed = this.#pages.wasTurned ? { ...line, above: 0 } : line;
    this.#pages.y = this.#pages.drawLines([placed], this.#pages.x, this.#pages.y);
  }

  /** In the outline that PDF readers show beside the pages. */
  #listed(title: string, level: number): void {
    while ((this.#outline.at(-1)?.level ?? 0) >= level) this.#outline.pop();
    const parent = this.#outline.at(-1)?.item ?? this.#pages.pdf.outline;
    this.#outline.push({ level, item: parent.addItem(title, { expanded: false }) });
  }

  #caption(label: string, bookmark: string, number: number, title: string, look: Look): FlowItem {
    const text = `${label} ${number}${captionLabels(this.#document.language).separator}${title}`;
    const inlines: Inline[] = [{ kind: 'bookmark', id: bookmark, inlines: [{ kind: 'text', text }] }];
    return this.#text(this.#set(inlines, look), look, () => this.#listed(text, 4));
  }

  #below({ note, source }: { readonly note: string | null; readonly source: string | null }): FlowItem[] {
    return [...(note === null ? [] : [this.#words(note, LOOKS.note)]), ...(source === null ? [] : [this.#words(source, LOOKS.source)])];
  }

  #table(laid: LaidTable): FlowItem[] {
    const { table, number, parts } = laid;
    const labels = captionLabels(this.#document.language);
    const { continued } = exportText[this.#document.language];
    const tables = parts.flatMap((part, at): FlowItem[] => {
      const drawn = new PdfTable(this.#pages, laid, part, this.#setting);
      const title =
        number === null
          ? []
          : at === 0
            ? [this.#caption(labels.table, tableBookmark(number), number, table.title ?? '', LOOKS.caption)]
            : [this.#words(`${labels.table} ${number} (${continued(at + 1, parts.length)})`, LOOKS.continued)];
      const lead = at === 0 ? table.lead.map((block) => this.#paragraph({ ...block, keepsWithNext: true })) : [];
      return [...title, ...lead, { keepsWithNext: false, leastStart: drawn.leastStart, draw: () => drawn.draw(), tellsItself: true }];
    });
    return [...tables, ...this.#below(table)];
  }

  #figure({ figure, number, width, height }: LaidFigure): FlowItem[] {
    const toPoints = TWIPS_PER_PX / TWIPS_PER_POINT;
    const labels = captionLabels(this.#document.language);
    const picture: FlowItem = {
      keepsWithNext: number !== null,
      leastStart: height * toPoints,
      draw: () => {
        const x = this.#pages.x + (this.#pages.textWidth - width * toPoints) / 2;
        drawScene(this.#pages.pdf, this.#pages.fonts, figure.scene, { x, y: this.#pages.y, width: width * toPoints });
        this.#pages.y += height * toPoints + 4;
      },
    };
    const caption =
      number === null
        ? []
        : [this.#caption(labels.figure, figureBookmark(number), number, figure.title ?? '', { ...LOOKS.caption, keepNext: figure.note !== null })];
    return [picture, ...caption, ...this.#below(figure)];
  }

  #contents({ contents, entries }: LaidContents): FlowItem[] {
    const lines = entries.map(({ words, level, bookmark }) => {
      const look = { ...LOOKS.contents, left: LIST_STEP * (level - 1) };
      const room = this.#pages.textWidth - 30;
      const set = paragraphLines([{ kind: 'link', to: `#${bookmark}`, inlines: [{ kind: 'text', text: words }] }], look, room, this.#setting);
      return this.#text(this.#numbered(set, bookmark), look);
    });
    return [this.#words(contents.title, LOOKS.continued), ...lines];
  }

  /** With the page it is found on, at the right end of its last line. */
  #numbered({ lines, below }: SetLines, bookmark: string): SetLines {
    const page = String(this.#pageOf.get(bookmark) ?? '');
    const [fragment] = lines.at(-1)?.fragments ?? [];
    if (!fragment || page === '') return { lines, below };
    const { style } = fragment;
    const width = this.#setting.fonts.widthOf(page, style.face, style.size);
    const number = { x: this.#pages.textWidth - width, width, text: page, style };
    return { below, lines: lines.map((line, at) => (at === lines.length - 1 ? { ...line, fragments: [...line.fragments, number] } : line)) };
  }
}

/** What has to fit below: a thing with all that it must not be parted from. */
function needed(items: readonly FlowItem[], first: number): number {
  let height = 0;
  for (let at = first; at < items.length; at += 1) {
    const item = items[at];
    if (!item) break;
    height += item.leastStart;
    if (!item.keepsWithNext) break;
  }
  return height;
}

/** Collects what the library writes. */
function newPdf(title: string, author: string | null, language: Language): { readonly pdf: PDFDocument; readonly finish: () => Promise<Uint8Array> } {
  const pdf = new PDFDocument({
    size: [595.3, 841.9],
    margin: 0,
    autoFirstPage: false,
    // every page is fit for the archive: fonts inside, colours defined (ISO 19005-2, level B)
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    lang: language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    font: null,
    info: { Title: title, Creator: 'Trame', Producer: 'Trame', ...(author === null ? {} : { Author: author }) },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    pdf
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject);
  });
  const finish = async (): Promise<Uint8Array> => {
    pdf.end();
    await finished;
    return new Uint8Array(Buffer.concat(chunks));
  };
  return { pdf, finish };
}

interface Made {
  readonly bytes: Uint8Array;
  readonly pageOf: ReadonlyMap<string, number>;
}

async function make(
  document: PrintedDocument,
  sections: readonly LaidSection[],
  pageOf: ReadonlyMap<string, number>,
  lineDone: () => void,
): Promise<Made> {
  const { pdf, finish } = newPdf(document.title, document.author, document.language);
  const pages = new PdfPages(pdf, registerFonts(pdf), lineDone);
  const flow = new PdfFlow(pages, document, pageOf);
  for (const section of sections) flow.section(section);
  return { bytes: await finish(), pageOf: pages.pageOf };
}

/** A4. A table of contents needs to know the pages of what it lists: the document is then set twice. */
export async function documentToPdf(document: PrintedDocument, tell: Tell = tellNobody): Promise<Uint8Array> {
  const sections = layOut(document, captionLabels(document.language));
  const hasContents = sections.some(({ blocks }) => blocks.some((block) => block.kind === 'contents'));
  const total = linesOf(sections) * (hasContents ? 2 : 1);
  let done = 0;
  const lineDone = (): void => tell((done = Math.min(done + 1, total)), total);
  const first = await make(document, sections, new Map(), lineDone);
  return hasContents ? (await make(document, sections, first.pageOf, lineDone)).bytes : first.bytes;
}

/** A figure on a page of its own size, as lines and letters. `width`: the page's, in points; not given: the scene's own. */
export function sceneToPdf(
  scene: Scene,
  title: string,
  language: Language,
  width = (scene.width * TWIPS_PER_PX) / TWIPS_PER_POINT,
): Promise<Uint8Array> {
  const { pdf, finish } = newPdf(title, null, language);
  const fonts = registerFonts(pdf);
  pdf.addPage({ size: [width, (width * scene.height) / Math.max(1, scene.width)], margin: 0 });
  drawScene(pdf, fonts, scene, { x: 0, y: 0, width });
  return finish();
}
