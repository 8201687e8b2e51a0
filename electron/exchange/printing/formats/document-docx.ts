// A printed document as a Word file: real, editable tables, captions that count by Word's own fields, named styles throughout.
import { exportText } from '../../../../shared/i18n/export.ts';
import {
  WORD_NAMESPACES,
  contentTypes,
  coreProperties,
  footer,
  numberingXml,
  packageRelations,
  relationsXml,
  sectionXml,
  settings,
  stylesXml,
} from './document-docx-parts.ts';
import type { Relation, WordList } from './document-docx-parts.ts';
import { rowsOver } from './document-bands.ts';
import { bookmarkNames, figureBookmark, layOut, openHeaderCells, staysWhole, tableBookmark } from './document-layout.ts';
import type { CaptionLabels, LaidBlock, LaidContents, LaidFigure, LaidSection, LaidTable, TablePart, TextArea } from './document-layout.ts';
import { FRAME, INDENT_STEP, LIST_STEP, LOOKS, ROLES, TABLE_STYLE, blockLookName, headingLookName } from './document-looks.ts';
import type { LookName } from './document-looks.ts';
import { captionLabels } from './document-captions.ts';
import { ArchivePictures, XML_HEAD, escaped, figureImages, imageExtension } from './document-xml.ts';
import type { CellBlock, Inline, ParagraphBlock, PrintedDocument, TableRow } from './printed-document.ts';
import { allOf, linesOf, tellNobody, told } from './progress.ts';
import type { Tell } from './progress.ts';
import { writeZip } from './zip-writer.ts';
import type { NewZipPart } from './zip-writer.ts';

/** English Metric Units, in which drawings are measured. */
const EMU_PER_PX = 9525;
const SWATCH_HALF_POINTS = 12;
/** A paragraph so small that it takes no room: Word wants one after a table. */
const NO_PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="TrameTableau"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';
const FIXED_RELATIONS: readonly Relation[] = [
  { id: 'rId1', type: 'styles', target: 'styles.xml' },
  { id: 'rId2', type: 'numbering', target: 'numbering.xml' },
  { id: 'rId3', type: 'settings', target: 'settings.xml' },
  { id: 'rId4', type: 'footer', target: 'footer1.xml' },
];

interface ParagraphOptions {
  readonly keepNext?: boolean;
  readonly left?: number;
  readonly hanging?: number;
  readonly list?: { readonly id: number; readonly level: number } | undefined;
}

/** Writes the text and remembers what it refers to: links, pictures, lists, names. */
class WordText {
  /** By target: a hundred thousand verbatims lead back to as many passages. */
  readonly #relations = new Map<string, { readonly number: number; readonly type: Relation['type'] }>();
  readonly #pictures = new ArchivePictures('word/media');
  readonly #lists: WordList[] = [];
  readonly #name = bookmarkNames();
  readonly #labels: CaptionLabels;
  readonly #continued: (part: number, parts: number) => string;
  #bookmarks = 0;
  #drawings = 0;

  constructor({ language }: PrintedDocument) {
    this.#labels = captionLabels(language);
    this.#continued = exportText[language].continued;
  }

  *relations(): Generator<Relation> {
    yield* FIXED_RELATIONS;
    for (const [target, { number, type }] of this.#relations) yield { id: `rId${number}`, type, target };
  }

  get lists(): readonly WordList[] {
    return this.#lists;
  }

  get pictureParts(): NewZipPart[] {
    return this.#pictures.parts;
  }

  *body(sections: readonly LaidSection[]): Generator<string> {
    yield `${XML_HEAD}<w:document ${WORD_NAMESPACES}><w:body>`;
    for (const [at, section] of sections.entries()) {
      const isLast = at === sections.length - 1;
      let held = '';
      for (const piece of this.#section(section)) {
        yield held;
        held = piece;
      }
      yield isLast ? held : endingSection(held, section.isAcross);
    }
    yield `${sectionXml(sections.at(-1)?.isAcross ?? false)}</w:body></w:document>`;
  }

  *#section(section: LaidSection): Generator<string> {
    for (const block of section.blocks) {
      if (block.kind === 'table') yield* this.#table(block, section);
      else yield this.#block(block);
    }
    if (section.blocks.length === 0) yield NO_PARAGRAPH;
  }

  #block(block: Exclude<LaidBlock, LaidTable>): string {
    switch (block.kind) {
      case 'heading':
        return this.#paragraph(headingLookName(block.level), this.#bookmarked(block.bookmark, this.#inlines(block.inlines)));
      case 'figure':
        return this.#figure(block);
      case 'pageBreak':
        return '<w:p><w:pPr><w:pStyle w:val="TrameTexte"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>';
      case 'contents':
        return this.#contents(block);
      default:
        return this.#cellBlock(block, 0);
    }
  }

  #paragraph(style: LookName, content: string, { keepNext, left, hanging, list }: ParagraphOptions = {}): string {
    const numbered = list ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>` : '';
    const indent = left === undefined ? '' : `<w:ind w:left="${left}"${hanging === undefined ? '' : ` w:hanging="${hanging}"`}/>`;
    return `<w:p><w:pPr><w:pStyle w:val="${LOOKS[style].id}"/>${keepNext ? '<w:keepNext/>' : ''}${numbered}${indent}</w:pPr>${content}</w:p>`;
  }

  #cellBlock(block: CellBlock, level: number): string {
    if (block.kind === 'list') return this.#list(block.start, block.items, level);
    if (block.kind === 'quote') {
      const look = blockLookName(block);
      return this.#paragraph(look, this.#inlines(block.inlines), level > 0 ? { left: LIST_STEP * level + LOOKS[look].left } : {});
    }
    return this.#styled(block, level > 0 ? { left: LIST_STEP * level } : {});
  }

  #styled({ style, inlines, indent = 0, keepsWithNext }: ParagraphBlock, options: ParagraphOptions): string {
    const { left, hanging } = LOOKS[style];
    const standsIn = indent > 0 ? { left: left + INDENT_STEP * indent, ...(hanging > 0 ? { hanging } : {}) } : {};
    return this.#paragraph(style, this.#inlines(inlines), { ...(keepsWithNext ? { keepNext: true } : {}), ...standsIn, ...options });
  }

  #list(start: number | null, items: readonly (readonly CellBlock[])[], level: number): string {
    const id = this.#lists.length + 1;
    this.#lists.push({ id, start });
    const list = { id, level: Math.min(level, 8) };
    return items
      .map((item) => {
        const [first, ...rest] = item;
        const marked =
          first?.kind === 'paragraph'
            ? this.#styled(first, { list })
            : this.#paragraph('body', '', { list }) + (first ? this.#cellBlock(first, level + 1) : '');
        return marked + rest.map((block) => this.#cellBlock(block, level + 1)).join('');
      })
      .join('');
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return wordRun(inline);
      case 'break':
        return '<w:r><w:br/></w:r>';
      case 'swatch':
        return `<w:r><w:rPr><w:color w:val="${inline.color.slice(1)}"/><w:sz w:val="${SWATCH_HALF_POINTS}"/></w:rPr><w:t xml:space="preserve">■ </w:t></w:r>`;
      case 'link': {
        const words = this.#inlines(inline.inlines);
        if (inline.to.startsWith('#')) return `<w:hyperlink w:anchor="${escaped(inline.to.slice(1))}" w:history="1">${words}</w:hyperlink>`;
        return `<w:hyperlink r:id="${this.#relate('hyperlink', inline.to)}" w:history="1">${words}</w:hyperlink>`;
      }
      case 'bookmark':
        return this.#bookmarked(this.#name(inline.id), this.#inlines(inline.inlines));
      case 'picture': {
        const extension = imageExtension(inline.mime);
        if (extension === null) return wordRun({ text: inline.alt });
        const room = 9072 / 15;
        const scale = Math.min(1, room / Math.max(1, inline.width));
        const image = this.#relate('image', this.#pictures.add(inline.bytes, extension).slice('word/'.length));
        return this.#drawing(image, null, Math.round(inline.width * scale), Math.round(inline.height * scale), inline.alt);
      }
    }
  }

  #relate(type: Relation['type'], target: string): string {
    const known = this.#relations.get(target);
    if (known) return `rId${known.number}`;
    const number = FIXED_RELATIONS.length + this.#relations.size + 1;
    this.#relations.set(target, { number, type });
    return `rId${number}`;
  }

  #bookmarked(name: string, content: string): string {
    this.#bookmarks += 1;
    return `<w:bookmarkStart w:name="${escaped(name)}" w:id="${this.#bookmarks}"/>${content}<w:bookmarkEnd w:id="${this.#bookmarks}"/>`;
  }

  #drawing(image: string, svg: string | null, width: number, height: number, alt: string): string {
    this.#drawings += 1;
    const id = this.#drawings;
    const size = `cx="${width * EMU_PER_PX}" cy="${height * EMU_PER_PX}"`;
    const vector =
      svg === null
        ? ''
        : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/></a:ext></a:extLst>`;
    return [
      `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${id}" name="Figure ${id}" descr="${escaped(alt)}"/>`,
      '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
      `<pic:nvPicPr><pic:cNvPr id="${id}" name="Figure ${id}"/><pic:cNvPicPr/></pic:nvPicPr>`,
      `<pic:blipFill><a:blip r:embed="${image}">${vector}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
      `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
      '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
    ].join('');
  }

  /** Numbered by Word's own field, so that the thesis's list of tables finds it. */
  #caption(label: string, bookmark: string, number: number, title: string, keepNext: boolean): string {
    const numbered = `${wordRun({ text: `${label} ` })}<w:fldSimple w:instr="SEQ ${label} \\* ARABIC">${wordRun({ text: String(number) })}</w:fldSimple>`;
    const words = `${this.#bookmarked(bookmark, numbered)}${wordRun({ text: `${this.#labels.separator}${title}` })}`;
    return keepNext ? this.#paragraph('caption', words) : this.#paragraph('caption', words).replace('</w:pPr>', '<w:keepNext w:val="0"/></w:pPr>');
  }

  #figure({ figure, number, width, height }: LaidFigure): string {
    const { svg, png } = figureImages(figure, width);
    const image = this.#relate('image', this.#pictures.add(png, 'png').slice('word/'.length));
    const vector = this.#relate('image', this.#pictures.add(svg, 'svg').slice('word/'.length));
    const drawing = this.#drawing(image, vector, width, height, figure.title ?? figure.scene.title ?? '');
    return [
      `<w:p><w:pPr><w:pStyle w:val="${LOOKS.body.id}"/>${number === null ? '' : '<w:keepNext/>'}<w:jc w:val="center"/></w:pPr>${drawing}</w:p>`,
      number === null
        ? ''
        : this.#caption(this.#labels.figure, figureBookmark(number), number, figure.title ?? '', figure.note !== null || figure.source !== null),
      this.#below(figure),
    ].join('');
  }

  #below({ note, source }: { readonly note: string | null; readonly source: string | null }): string {
    const line = (style: 'note' | 'source', text: string | null): string => (text === null ? '' : this.#paragraph(style, wordRun({ text })));
    return line('note', note) + line('source', source);
  }

  /** Filled already, and Word fills it anew with the pages' numbers. */
  #contents({ contents, entries }: LaidContents): string {
    const instruction =
      contents.of === 'headings'
        ? 'TOC \\o "1-3" \\h \\z \\u'
        : `TOC \\h \\z \\c "${contents.of === 'tables' ? this.#labels.table : this.#labels.figure}"`;
    const begin = `<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const lines = entries.map(({ words, level, bookmark }, at) => {
      const link = `<w:hyperlink w:anchor="${bookmark}" w:history="1">${wordRun({ text: words })}</w:hyperlink>`;
      return this.#paragraph('contents', `${at === 0 ? begin : ''}${link}${at === entries.length - 1 ? end : ''}`, { left: LIST_STEP * (level - 1) });
    });
    const listed = lines.length > 0 ? lines : [this.#paragraph('contents', begin + end)];
    return this.#paragraph('continued', wordRun({ text: contents.title })) + listed.join('');
  }

  *#table({ table, number, parts }: LaidTable, area: TextArea): Generator<string> {
    for (const [at, part] of parts.entries()) {
      if (number !== null && at === 0) yield this.#caption(this.#labels.table, tableBookmark(number), number, table.title ?? '', true);
      // refers to the caption instead of counting again: the list of tables shows a cut table once
      if (number !== null && at > 0) yield this.#continuedCaption(number, at + 1, parts.length);
      else if (at > 0) yield NO_PARAGRAPH;
      if (at === 0) for (const block of table.lead) yield this.#styled(block, { keepNext: true });
      yield* this.#tablePart(table, part, area);
    }
    const below = this.#below(table);
    yield below === '' ? NO_PARAGRAPH : below;
  }

  #continuedCaption(number: number, part: number, parts: number): string {
    const reference = `<w:fldSimple w:instr="REF ${tableBookmark(number)} \\h">${wordRun({ text: `${this.#labels.table} ${number}` })}</w:fldSimple>`;
    return this.#paragraph('continued', `${reference}${wordRun({ text: ` (${this.#continued(part, parts)})` })}`);
  }

  *#tablePart(table: LaidTable['table'], part: TablePart, area: TextArea): Generator<string> {
    const hasLabels = table.rowAxis !== null;
    yield [
      `<w:tbl><w:tblPr><w:tblStyle w:val="${TABLE_STYLE.id}"/><w:tblW w:w="${area.textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
      `<w:tblLook w:val="0${hasLabels ? '6A0' : '620'}" w:firstRow="1" w:lastRow="0" w:firstColumn="${hasLabels ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>`,
      `<w:tblGrid>${part.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
      ...this.#headerRows(table, part),
    ].join('');
    for (const [at, row] of table.rows.entries()) {
      if (row.band !== null) yield this.#bandRow(row.band, part, area);
      yield this.#row(row, part, area, { hasLabels, rowsOver: (column) => rowsOver(table.rows, at, column) });
    }
    yield '</w:tbl>';
  }

  #headerRows(table: LaidTable['table'], part: TablePart): string[] {
    return openHeaderCells(table, part).map((open, at, { length }) => {
      const cells = open.map(({ label, column, columns, lines: deep, line }) => {
        const merge = deep === 1 ? '' : `<w:vMerge w:val="${line === at ? 'restart' : 'continue'}"/>`;
        const border =
          at === length - 1
            ? `<w:tcBorders><w:bottom w:val="single" w:sz="${FRAME.outerEighths}" w:space="0" w:color="${FRAME.outer}"/></w:tcBorders>`
            : '';
        const more = `${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''}${merge}${border}${shading(FRAME.header)}<w:vAlign w:val="center"/>`;
        const words = this.#paragraph('header', line === at ? wordRun({ text: label }) : '');
        return tableCell(sumOf(part.widths.slice(column, column + columns)), more, words);
      });
      return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
    });
  }

  #bandRow(label: string, part: TablePart, { textWidth }: TextArea): string {
    const words = this.#paragraph('band', wordRun({ text: label }));
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${tableCell(textWidth, `<w:gridSpan w:val="${part.widths.length}"/>${shading(FRAME.band)}`, words)}</w:tr>`;
  }

  #row(
    row: TableRow,
    part: TablePart,
    area: TextArea,
    table: { readonly hasLabels: boolean; readonly rowsOver: (column: number) => number },
  ): string {
    const fill = row.isShaded ? shading(FRAME.band) : '';
    const first = table.hasLabels ? 1 : 0;
    const label = table.hasLabels ? [tableCell(part.widths[0] ?? 0, fill, this.#cellContent(row.label))] : [];
    const others = part.indexes.map((index, at) => {
      const over = table.rowsOver(index);
      const merge = over === 1 ? '' : `<w:vMerge w:val="${over === 0 ? 'continue' : 'restart'}"/>`;
      const middle = over === 1 ? '' : '<w:vAlign w:val="center"/>';
      return tableCell(part.widths[first + at] ?? 0, `${merge}${fill}${middle}`, this.#cellContent(over === 0 ? [] : (row.cells[index] ?? [])));
    });
    const cells = [...label, ...others];
    return `<w:tr>${staysWhole(row, part, area) ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  }

  #cellContent(blocks: readonly CellBlock[]): string {
    return blocks.length === 0 ? this.#paragraph('cell', '') : blocks.map((block) => this.#cellBlock(block, 0)).join('');
  }
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
const shading = (fill: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
const tableCell = (width: number, more: string, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${more}</w:tcPr>${content}</w:tc>`;

function wordRun({ text, bold, italic, underline, role }: Omit<Extract<Inline, { kind: 'text' }>, 'kind'>): string {
  const look = [
    role === undefined ? '' : `<w:rStyle w:val="${ROLES[role].id}"/>`,
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    underline ? '<w:u w:val="single"/>' : '',
  ].join('');
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A section ends within its last paragraph: one of its own could open a page with nothing on it. */
function endingSection(piece: string, isAcross: boolean): string {
  const at = piece.lastIndexOf('<w:p>');
  const end = at < 0 ? -1 : piece.indexOf('</w:pPr>', at);
  return `${piece.slice(0, end)}${sectionXml(isAcross)}${piece.slice(end)}`;
}

/** A4; tables cut where they are wider than a page, their headers on every page. */
export function documentToDocx(document: PrintedDocument, tell: Tell = tellNobody): Promise<Uint8Array> {
  const text = new WordText(document);
  const sections = layOut(document, captionLabels(document.language));
  function* parts(): Generator<NewZipPart> {
    const part = (name: string, content: string): NewZipPart => ({ name, content: [content] });
    yield part('[Content_Types].xml', contentTypes);
    yield part('_rels/.rels', packageRelations);
    yield part('docProps/core.xml', coreProperties(document));
    yield part('word/styles.xml', stylesXml(document.language));
    yield part('word/settings.xml', settings);
    yield part('word/footer1.xml', footer);
    yield { name: 'word/document.xml', content: told(text.body(sections), allOf(linesOf(sections)), tell) };
    // what the text refers to is known once it is written
    yield { name: 'word/_rels/document.xml.rels', content: relationsXml(text.relations()) };
    yield part('word/numbering.xml', numberingXml(text.lists));
    yield* text.pictureParts;
  }
  return writeZip(parts());
}
