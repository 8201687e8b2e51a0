// A printed document as an OpenDocument text, for LibreOffice: the same tables, captions, pages and names as the Word file.
import { rowsOver } from './document-bands.ts';
import { exportText } from '../../../../shared/i18n/export.ts';
import { captionLabels } from './document-captions.ts';
import { bookmarkNames, figureBookmark, layOut, openHeaderCells, staysWhole, tableBookmark } from './document-layout.ts';
import type { CaptionLabels, LaidBlock, LaidContents, LaidFigure, LaidSection, LaidTable, TablePart, TextArea } from './document-layout.ts';
import { LOOKS, ROLES, blockLookName, headingLookName } from './document-looks.ts';
import type { LookName } from './document-looks.ts';
import {
  CELL_STYLE,
  GRAPHIC_STYLE,
  LINK_STYLE,
  ODF_NAMESPACES,
  ODT_MIME,
  ROW_STYLE,
  odtManifest,
  odtMeta,
  odtStyles,
  points,
} from './document-odt-parts.ts';
import { MOST_LEVELS, PAGE_CHANGERS, contentStyles, indentStyles, pageStyles, swatchStyles } from './document-odt-styles.ts';
import { ArchivePictures, XML_HEAD, escaped, figureImages, imageExtension } from './document-xml.ts';
import type { CellBlock, Inline, ParagraphBlock, PrintedDocument, TableRow } from './printed-document.ts';
import { allOf, linesOf, tellNobody, told } from './progress.ts';
import type { Tell } from './progress.ts';
import { writeZip } from './zip-writer.ts';
import type { NewZipPart } from './zip-writer.ts';

const TWIPS_PER_PX = 15;

class OdfText {
  readonly #pictures = new ArchivePictures('Pictures');
  readonly #name = bookmarkNames();
  readonly #labels: CaptionLabels;
  readonly #continued: (part: number, parts: number) => string;
  #tables = 0;
  #drawings = 0;

  constructor({ language }: PrintedDocument) {
    this.#labels = captionLabels(language);
    this.#continued = exportText[language].continued;
  }

  get pictureParts(): NewZipPart[] {
    return this.#pictures.parts;
  }

  *content(sections: readonly LaidSection[]): Generator<string> {
    yield `${XML_HEAD}<office:document-content ${ODF_NAMESPACES} office:version="1.3"><office:automatic-styles>${contentStyles()}${pageStyles()}${indentStyles()}`;
    for (const section of sections) for (const block of section.blocks) if (block.kind === 'table') yield* this.#tableStyles(block, section);
    yield '</office:automatic-styles><office:body><office:text><text:sequence-decls>';
    for (const label of [this.#labels.table, this.#labels.figure]) yield `<text:sequence-decl text:display-outline-level="0" text:name="${label}"/>`;
    yield '</text:sequence-decls>';
    this.#tables = 0;
    for (const section of sections) yield* this.#section(section);
    yield '</office:text></office:body></office:document-content>';
  }

  /** Its first paragraph, whatever its style, changes the page. */
  *#section(section: LaidSection): Generator<string> {
    let isFirst = true;
    for (const piece of this.#pieces(section)) {
      yield isFirst ? changingPage(piece, section.isAcross) : piece;
      isFirst = false;
    }
  }

  *#pieces(section: LaidSection): Generator<string> {
    if (section.blocks.length === 0) yield this.#paragraph('body', '');
    for (const block of section.blocks) {
      if (block.kind === 'table') yield* this.#table(block, section);
      else yield this.#block(block);
    }
  }

  #block(block: Exclude<LaidBlock, LaidTable>): string {
    switch (block.kind) {
      case 'heading': {
        const words = bookmarked(block.bookmark, this.#inlines(block.inlines));
        return `<text:h text:style-name="${LOOKS[headingLookName(block.level)].id}" text:outline-level="${block.level}">${words}</text:h>`;
      }
      case 'figure':
        return this.#figure(block);
      case 'pageBreak':
        return '<text:p text:style-name="TramePageSuivante"/>';
      case 'contents':
        return this.#contents(block);
      default:
        return this.#cellBlock(block, 0);
    }
  }

  #paragraph(style: LookName, content: string, levels = 0): string {
    const name = levels > 0 ? `${LOOKS[style].id}${Math.min(levels, MOST_LEVELS)}` : LOOKS[style].id;
    return `<text:p text:style-name="${name}">${content}</text:p>`;
  }

  #cellBlock(block: CellBlock, level: number): string {
    if (block.kind === 'quote') return this.#paragraph(blockLookName(block), this.#inlines(block.inlines));
    if (block.kind === 'paragraph') return this.#styled(block);
    const style = ` text:style-name="${block.start === null ? 'TrameListe' : 'TrameListeNum'}"`;
    const items = block.items.map((item, at) => {
      const start = at === 0 && block.start !== null ? ` text:start-value="${block.start}"` : '';
      return `<text:list-item${start}>${item.map((each) => this.#cellBlock(each, level + 1)).join('')}</text:list-item>`;
    });
    return `<text:list${style}>${items.join('')}</text:list>`;
  }

  #styled({ style, inlines, indent = 0, keepsWithNext }: ParagraphBlock): string {
    const words = this.#inlines(inlines);
    return keepsWithNext && !LOOKS[style].keepNext && indent === 0
      ? `<text:p text:style-name="${LOOKS[style].id}N">${words}</text:p>`
      : this.#paragraph(style, words, indent);
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return odfWords(inline);
      case 'break':
        return '<text:line-break/>';
      case 'swatch':
        return `<text:span text:style-name="C${inline.color.slice(1).toUpperCase()}">■</text:span> `;
      case 'link':
        return `<text:a xlink:type="simple" xlink:href="${escaped(inline.to)}" text:style-name="${LINK_STYLE}" text:visited-style-name="${LINK_STYLE}">${this.#inlines(inline.inlines)}</text:a>`;
      case 'bookmark':
        return bookmarked(this.#name(inline.id), this.#inlines(inline.inlines));
      case 'picture': {
        const extension = imageExtension(inline.mime);
        if (extension === null) return odfWords({ text: inline.alt });
        const scale = Math.min(1, 9072 / TWIPS_PER_PX / Math.max(1, inline.width));
        return this.#drawing([this.#pictures.add(inline.bytes, extension)], inline.width * scale, inline.height * scale, inline.alt);
      }
    }
  }

  /** The first image that a program can show is shown. */
  #drawing(images: readonly string[], width: number, height: number, alt: string): string {
    this.#drawings += 1;
    const frame = `draw:name="Image${this.#drawings}" draw:style-name="${GRAPHIC_STYLE}" text:anchor-type="as-char" svg:width="${points(width * TWIPS_PER_PX)}" svg:height="${points(height * TWIPS_PER_PX)}"`;
    const faces = images.map((path) => `<draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>`);
    return `<draw:frame ${frame}>${faces.join('')}<svg:desc>${escaped(alt)}</svg:desc></draw:frame>`;
  }

  #caption(label: string, bookmark: string, number: number, title: string): string {
    const sequence = `<text:sequence text:ref-name="${sequenceName(label, number)}" text:name="${label}" text:formula="ooow:${label}+1" style:num-format="1">${number}</text:sequence>`;
    return `${bookmarked(bookmark, `${escaped(label)} ${sequence}`)}${odfWords({ text: `${this.#labels.separator}${title}` })}`;
  }

  #figure({ figure, number, width, height }: LaidFigure): string {
    const { svg, png } = figureImages(figure, width);
    const images = [this.#pictures.add(svg, 'svg'), this.#pictures.add(png, 'png')];
    const drawing = this.#drawing(images, width, height, figure.title ?? figure.scene.title ?? '');
    const caption =
      number === null
        ? ''
        : `<text:p text:style-name="TrameSousFigure">${this.#caption(this.#labels.figure, figureBookmark(number), number, figure.title ?? '')}</text:p>`;
    return `<text:p text:style-name="TrameFigure">${drawing}</text:p>${caption}${this.#below(figure)}`;
  }

  #below({ note, source }: { readonly note: string | null; readonly source: string | null }): string {
    const line = (style: 'note' | 'source', text: string | null): string => (text === null ? '' : this.#paragraph(style, odfWords({ text })));
    return line('note', note) + line('source', source);
  }

  #contents({ contents, entries }: LaidContents): string {
    const lines = entries.map(({ words, level, bookmark }) =>
      this.#paragraph(
        'contents',
        `<text:a xlink:type="simple" xlink:href="#${bookmark}" text:style-name="${LINK_STYLE}" text:visited-style-name="${LINK_STYLE}">${odfWords({ text: words })}</text:a>`,
        level - 1,
      ),
    );
    const title = `<text:index-title text:name="${contents.of}_titre"><text:p text:style-name="${LOOKS.continued.id}">${odfWords({ text: contents.title })}</text:p></text:index-title>`;
    const body = `<text:index-body>${title}${lines.join('')}</text:index-body>`;
    const index = `text:name="${contents.of}" text:protected="false"`;
    const template = `<text:index-title-template text:style-name="${LOOKS.continued.id}">${escaped(contents.title)}</text:index-title-template>`;
    if (contents.of === 'headings') {
      const levels = [1, 2, 3].map(
        (level) =>
          `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="${LOOKS.contents.id}${level > 1 ? level - 1 : ''}"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>`,
      );
      return `<text:table-of-content ${index}><text:table-of-content-source text:outline-level="3">${template}${levels.join('')}</text:table-of-content-source>${body}</text:table-of-content>`;
    }
    const [kind, label] = contents.of === 'tables' ? ['table-index', this.#labels.table] : ['illustration-index', this.#labels.figure];
    const entry = `<text:${kind}-entry-template text:style-name="${LOOKS.contents.id}"><text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:${kind}-entry-template>`;
    return `<text:${kind} ${index}><text:${kind}-source text:caption-sequence-name="${label}" text:caption-sequence-format="text">${template}${entry}</text:${kind}-source>${body}</text:${kind}>`;
  }

  *#tableStyles({ parts }: LaidTable, { textWidth }: TextArea): Generator<string> {
    for (const { widths } of parts) {
      this.#tables += 1;
      const name = `Tableau${this.#tables}`;
      yield `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${points(textWidth)}" table:align="left" table:border-model="collapsing" style:may-break-between-rows="true"/></style:style>`;
      yield widths
        .map(
          (width, at) =>
            `<style:style style:name="${name}.${at}" style:family="table-column"><style:table-column-properties style:column-width="${points(width)}"/></style:style>`,
        )
        .join('');
    }
  }

  *#table({ table, number, parts }: LaidTable, area: TextArea): Generator<string> {
    for (const [at, part] of parts.entries()) {
      if (number !== null && at === 0)
        yield this.#paragraph('caption', this.#caption(this.#labels.table, tableBookmark(number), number, table.title ?? ''));
      if (number !== null && at > 0) yield this.#continuedCaption(number, at + 1, parts.length);
      if (number === null) yield '<text:p text:style-name="TrameRien"/>';
      if (at === 0) for (const block of table.lead) yield this.#styled({ ...block, keepsWithNext: true });
      yield* this.#tablePart(table, part, area);
    }
    yield this.#below(table);
  }

  #continuedCaption(number: number, part: number, parts: number): string {
    const label = this.#labels.table;
    const reference = `<text:sequence-ref text:reference-format="category-and-value" text:ref-name="${sequenceName(label, number)}">${label} ${number}</text:sequence-ref>`;
    return this.#paragraph('continued', `${reference}${odfWords({ text: ` (${this.#continued(part, parts)})` })}`);
  }

  *#tablePart(table: LaidTable['table'], part: TablePart, area: TextArea): Generator<string> {
    this.#tables += 1;
    const name = `Tableau${this.#tables}`;
    const hasLabels = table.rowAxis !== null;
    yield `<table:table table:name="${name}" table:style-name="${name}">${part.widths.map((_, at) => `<table:table-column table:style-name="${name}.${at}"/>`).join('')}`;
    yield `<table:table-header-rows>${this.#headerRows(table, part).join('')}</table:table-header-rows>`;
    for (const [at, row] of table.rows.entries()) {
      if (row.band !== null)
        yield odfRow(true, spanned(atLeft(CELL_STYLE.band, 0), part.widths.length, 1, this.#paragraph('band', odfWords({ text: row.band }))));
      yield this.#row(row, part, area, { hasLabels, rowsOver: (column) => rowsOver(table.rows, at, column) });
    }
    yield '</table:table>';
  }

  #headerRows(table: LaidTable['table'], part: TablePart): string[] {
    return openHeaderCells(table, part).map((open, at, { length }) => {
      const cells = open.map(({ label, column, columns, lines: deep, line }) => {
        if (line < at) return '<table:covered-table-cell/>'.repeat(columns);
        const style = atLeft(headerStyle(at === 0, at + deep === length), column);
        return spanned(style, columns, deep, this.#paragraph('header', odfWords({ text: label })));
      });
      return odfRow(true, cells.join(''));
    });
  }

  #row(
    row: TableRow,
    part: TablePart,
    area: TextArea,
    table: { readonly hasLabels: boolean; readonly rowsOver: (column: number) => number },
  ): string {
    const style = row.isShaded ? CELL_STYLE.band : CELL_STYLE.plain;
    const cell = (blocks: readonly CellBlock[], at: number, rows: number): string =>
      spanned(
        atLeft(style, at),
        1,
        rows,
        blocks.length === 0 ? this.#paragraph('cell', '') : blocks.map((block) => this.#cellBlock(block, 0)).join(''),
      );
    const first = table.hasLabels ? 1 : 0;
    const others = part.indexes.map((index, at) => {
      const over = table.rowsOver(index);
      return over === 0 ? '<table:covered-table-cell/>' : cell(row.cells[index] ?? [], first + at, over);
    });
    const cells = [...(table.hasLabels ? [cell(row.label, 0, 1)] : []), ...others];
    return odfRow(staysWhole(row, part, area), cells.join(''));
  }
}

const bookmarked = (name: string, content: string): string =>
  `<text:bookmark-start text:name="${escaped(name)}"/>${content}<text:bookmark-end text:name="${escaped(name)}"/>`;
const sequenceName = (label: string, number: number): string => `ref${label}${number}`;

function spanned(style: string, columns: number, rows: number, content: string): string {
  const spans = `${columns > 1 ? ` table:number-columns-spanned="${columns}"` : ''}${rows > 1 ? ` table:number-rows-spanned="${rows}"` : ''}`;
  return `<table:table-cell table:style-name="${style}" office:value-type="string"${spans}>${content}</table:table-cell>${'<table:covered-table-cell/>'.repeat(columns - 1)}`;
}

/** No rule runs down the table's left side. */
const atLeft = (style: string, column: number): string => (column === 0 ? `${style}Gauche` : style);

function headerStyle(isFirst: boolean, isLast: boolean): string {
  if (isFirst) return isLast ? CELL_STYLE.whole : CELL_STYLE.first;
  return isLast ? CELL_STYLE.last : CELL_STYLE.header;
}

const odfRow = (isWhole: boolean, cells: string): string =>
  `<table:table-row table:style-name="${isWhole ? ROW_STYLE.whole : ROW_STYLE.broken}">${cells}</table:table-row>`;

/** Runs of spaces are written as such: mark-up would make one of them. */
function odfWords({ text, bold, italic, underline, role }: Omit<Extract<Inline, { kind: 'text' }>, 'kind'>): string {
  const words = escaped(text)
    .replaceAll('\t', '<text:tab/>')
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
  const format = `${bold ? 'b' : ''}${italic ? 'i' : ''}${underline ? 'u' : ''}`;
  const set = format === '' ? words : `<text:span text:style-name="W${format}">${words}</text:span>`;
  return role === undefined ? set : `<text:span text:style-name="${ROLES[role].id}">${set}</text:span>`;
}

/** The first paragraph of a piece, which begins a page of the other kind. */
function changingPage(piece: string, isAcross: boolean): string {
  const page = isAcross ? 'A' : 'U';
  const own = /^<text:([ph]) text:style-name="(\w+?)"/.exec(piece);
  if (!own || !PAGE_CHANGERS.has(own[2] ?? '')) return `<text:p text:style-name="Page${page}TrameRien"/>${piece}`;
  return piece.replace(/ text:style-name="\w+"/, ` text:style-name="Page${page}${own[2]}"`);
}

export function documentToOdt(document: PrintedDocument, tell: Tell = tellNobody): Promise<Uint8Array> {
  const text = new OdfText(document);
  const sections = layOut(document, captionLabels(document.language));
  function* content(): Generator<string> {
    for (const piece of text.content(sections)) yield piece.startsWith('</office:automatic-styles>') ? swatchStyles(document) + piece : piece;
  }
  function* parts(): Generator<NewZipPart> {
    // what the archive is: first, and not compressed, so that any program can tell without opening it
    yield { name: 'mimetype', content: [ODT_MIME], isStored: true };
    yield { name: 'content.xml', content: told(content(), allOf(linesOf(sections)), tell) };
    yield { name: 'styles.xml', content: [odtStyles(document.language)] };
    yield { name: 'meta.xml', content: [odtMeta(document)] };
    yield* text.pictureParts;
    yield { name: 'META-INF/manifest.xml', content: [odtManifest(text.pictureParts.map(({ name }) => name))] };
  }
  return writeZip(parts());
}
