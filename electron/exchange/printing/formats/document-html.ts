// A printed document as one web page that needs nothing else: to read, to send to a supervisor, to print.
import { rowBands, rowsOver } from './document-bands.ts';
import { captionLabels } from './document-captions.ts';
import { bookmarkNames, figureBookmark, headerLines, layOut, tableBookmark, wholeWidths } from './document-layout.ts';
import type { CaptionLabels, HeaderCell, LaidBlock, LaidFigure, LaidTable, TablePart } from './document-layout.ts';
import { escaped } from './document-xml.ts';
import { sceneToSvg } from '../../../../shared/figure/scene-to-svg.ts';
import type { CellBlock, Inline, ParagraphBlock, PrintedDocument, TableBlock, TableRow, TextRole } from './printed-document.ts';

const STYLE = `
body { margin: 2rem auto; max-width: 90rem; padding: 0 1.5rem; font: 14px/1.45 system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; color: #1d1b18; background: #fff; }
h1 { font-size: 1.6em; margin: 2rem 0 .6rem; }
h2 { font-size: 1.25em; margin: 2rem 0 .4rem; }
h3 { font-size: 1.08em; margin: 1.4rem 0 .3rem; }
section.table { margin: 0 0 3rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; border-top: 2px solid #1d1b18; border-bottom: 2px solid #1d1b18; }
caption, figcaption { text-align: left; font-weight: 600; font-size: 1.1em; padding: 0 0 .6em; }
/* what says what a table is stays in sight while the table is moved */
caption div { position: sticky; left: 0; max-width: min(60rem, 100vw - 3rem); }
caption p { font-weight: 400; margin: .3em 0 0; }
section.table:focus-visible { outline: 2px solid #0b6666; }
th, td { border: 1px solid #c9c9c9; padding: .4em .6em; text-align: left; vertical-align: top; font-weight: 400; }
.columns td, .columns th { min-width: 9em; }
/* on a telephone a table is moved rather than squeezed */
table:has(col:nth-child(4)) { min-width: 44rem; }
table:has(col:nth-child(6)) { min-width: 56rem; }
thead th { background: #ededed; text-align: center; vertical-align: middle; font-weight: 600; }
.band th, .shaded > * { background: #f6f6f6; }
.band th, .rowHeader { font-weight: 600; }
p, ul, ol { margin: 0 0 .5em; }
:is(td, th) > p:last-child { margin-bottom: 0; }
/* lines that an eye can follow */
main > :is(h1, h2, h3, p, ul, ol, blockquote), .note, .source { max-width: 46rem; }
p.indented { margin-left: calc(var(--level) * .9em); }
a { color: inherit; text-decoration-color: #a9a49a; }
nav a { color: #0b5c5c; }
nav ol { list-style: none; padding: 0; }
.swatch { display: inline-block; width: .6em; height: .6em; margin-right: .35em; background: var(--tint); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.counts, .reference, cite, .remark, .note { color: #565147; }
.counts, .reference, cite { font-size: .9em; font-style: normal; }
.number { text-align: right; }
.category { padding-left: .95em; text-indent: -.95em; }
.verbatim { font-style: italic; }
.verbatim cite, .verbatim strong { font-style: normal; }
blockquote { margin: .4em 0 .8em 1.5em; font-style: italic; }
td blockquote { margin: .2em 0 .5em 1em; }
:target { outline: 2px solid #0b6666; outline-offset: 3px; }
.note, .source { font-size: .9em; margin-top: .5em; }
.source { font-style: italic; }
figure { margin: 0 0 2rem; }
figure svg, img { max-width: 100%; height: auto; }
.pageBreak { border: 0; margin: 2rem 0; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 8.5pt; }
  section.table { overflow: visible; }
  table { table-layout: fixed; min-width: 0 !important; }
  thead { display: table-header-group; }
  .verbatim, .category, figure { break-inside: avoid; }
  .band, h1, h2, h3, caption { break-after: avoid; }
  .columns td, .columns th { min-width: 0; }
  caption div, main > *, .note, .source { max-width: none !important; }
  .pageBreak { break-after: page; margin: 0; }
}`;

const ROLE_TAG: Readonly<Record<TextRole, readonly [open: string, close: string]>> = {
  reference: ['<cite>', '</cite>'],
  contrast: ['<strong>', '</strong>'],
  remark: ['<em class="remark">', '</em>'],
};

class Page {
  readonly #name = bookmarkNames();
  readonly #labels: CaptionLabels;

  constructor({ language }: PrintedDocument) {
    this.#labels = captionLabels(language);
  }

  block(block: LaidBlock): string {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level} id="${block.bookmark}">${this.#inlines(block.inlines)}</h${block.level}>`;
      case 'table':
        return this.#table(block);
      case 'figure':
        return this.#figure(block);
      case 'pageBreak':
        return '<hr class="pageBreak">';
      case 'contents': {
        const lines = block.entries.map(
          ({ words, level, bookmark }) => `<li style="margin-left:${(level - 1) * 1.2}em"><a href="#${bookmark}">${escaped(words)}</a></li>`,
        );
        return `<nav aria-label="${escaped(block.contents.title)}"><h2>${escaped(block.contents.title)}</h2><ol>${lines.join('')}</ol></nav>`;
      }
      default:
        return this.#cellBlock(block);
    }
  }

  #cellBlock(block: CellBlock): string {
    if (block.kind === 'quote') return `<blockquote>${this.#inlines(block.inlines)}</blockquote>`;
    if (block.kind === 'paragraph') return this.#paragraph(block);
    const items = block.items.map((item) => `<li>${item.map((each) => this.#cellBlock(each)).join('')}</li>`).join('');
    if (block.start === null) return `<ul>${items}</ul>`;
    return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`;
  }

  #paragraph({ style, inlines, indent = 0 }: ParagraphBlock): string {
    const place = indent > 0 ? ` style="--level:${indent}"` : '';
    return `<p class="${style}${indent > 0 ? ' indented' : ''}"${place}>${this.#inlines(inlines)}</p>`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return textHtml(inline);
      case 'break':
        return '<br>';
      case 'swatch':
        return `<span class="swatch" style="--tint:${escaped(inline.color)}"></span>`;
      case 'link':
        return `<a href="${escaped(inline.to)}">${this.#inlines(inline.inlines)}</a>`;
      case 'bookmark':
        return `<span id="${escaped(this.#name(inline.id))}">${this.#inlines(inline.inlines)}</span>`;
      case 'picture':
        return `<img src="data:${escaped(inline.mime)};base64,${Buffer.from(inline.bytes).toString('base64')}" width="${inline.width}" height="${inline.height}" alt="${escaped(inline.alt)}">`;
    }
  }

  #figure({ figure, number }: LaidFigure): string {
    const picture = sceneToSvg(figure.scene).replace(/^<\?xml[^>]*>\n/u, '');
    const title = number === null ? null : `${this.#labels.figure} ${number}${this.#labels.separator}${figure.title ?? ''}`;
    const caption = title === null ? '' : `<figcaption>${escaped(title)}</figcaption>`;
    return `<figure${number === null ? '' : ` id="${figureBookmark(number)}"`}>\n${picture}${caption}\n${below(figure)}</figure>`;
  }

  /** On a screen a wide table is one: it is cut for paper only. */
  #table({ table, number }: LaidTable): string {
    const whole: TablePart = { indexes: table.columns.map((_, index) => index), columns: table.columns, widths: [] };
    const title = number === null ? null : `${this.#labels.table} ${number}${this.#labels.separator}${table.title ?? ''}`;
    const name = tableBookmark(number ?? 0);
    const lead = table.lead.map((block) => this.#paragraph(block)).join('');
    const caption = title === null ? '' : `<caption id="${name}_title"><div>${escaped(title)}${lead}</div></caption>`;
    const isEven = table.widths === 'even' ? ' class="columns"' : '';
    return [
      // what is wider than the window is moved by the keyboard too
      `<section class="table" tabindex="0"${title === null ? '' : ` id="${name}" aria-labelledby="${name}_title"`}>`,
      `${title === null ? lead : ''}<table${isEven}>${caption}${columnGroup(table)}`,
      `<thead>\n${headerLines(table, whole)
        .map((cells) => `<tr>${cells.map(headerHtml).join('')}</tr>`)
        .join('\n')}\n</thead>`,
      ...rowBands(table.rows).map(({ label, rows }) => this.#band(label, rows, table)),
      `</table>\n${below(table)}</section>`,
    ].join('\n');
  }

  #band(label: string | null, rows: readonly TableRow[], table: TableBlock): string {
    const hasLabels = table.rowAxis !== null;
    const title =
      label === null
        ? ''
        : `<tr class="band"><th scope="rowgroup" colspan="${table.columns.length + (hasLabels ? 1 : 0)}">${escaped(label)}</th></tr>\n`;
    const lines = rows.map((row, line) => {
      const head = hasLabels ? `<th scope="row">${this.#cell(row.label)}</th>\n` : '';
      const cells = table.columns.flatMap((_, at) => {
        const over = rowsOver(rows, line, at);
        return over === 0 ? [] : [`<td${over > 1 ? ` rowspan="${over}"` : ''}>${this.#cell(row.cells[at] ?? [])}</td>`];
      });
      return `<tr${row.isShaded ? ' class="shaded"' : ''}>${head}${cells.join('\n')}</tr>`;
    });
    return `<tbody>\n${title}${lines.join('\n')}\n</tbody>`;
  }

  #cell(blocks: readonly CellBlock[]): string {
    return blocks.map((block) => this.#cellBlock(block)).join('\n');
  }
}

function textHtml({ text, bold, italic, underline, role }: Extract<Inline, { kind: 'text' }>): string {
  const marks: (readonly [string, string])[] = [
    ...(role === undefined ? [] : [ROLE_TAG[role]]),
    ...(bold ? [['<b>', '</b>'] as const] : []),
    ...(italic ? [['<i>', '</i>'] as const] : []),
    ...(underline ? [['<u>', '</u>'] as const] : []),
  ];
  return marks.reduceRight((words, [open, close]) => `${open}${words}${close}`, escaped(text));
}

function headerHtml({ label, columns, lines }: HeaderCell): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${lines > 1 ? ` rowspan="${lines}"` : ''}`;
  return `<th scope="${columns > 1 ? 'colgroup' : 'col'}"${spans}>${escaped(label)}</th>`;
}

/** Columns that are alike are left to the browser. */
function columnGroup(table: TableBlock): string {
  if (table.widths === 'even') return '';
  const widths = wholeWidths(table);
  const sum = widths.reduce((total, width) => total + width, 0);
  return `<colgroup>${widths.map((width) => `<col style="width:${((width / sum) * 100).toFixed(1)}%">`).join('')}</colgroup>`;
}

function below({ note, source }: { readonly note: string | null; readonly source: string | null }): string {
  return `${note === null ? '' : `<p class="note">${escaped(note)}</p>\n`}${source === null ? '' : `<p class="source">${escaped(source)}</p>\n`}`;
}

/** No script, nothing to load. */
export function documentToHtml(document: PrintedDocument): string {
  const page = new Page(document);
  const sections = layOut(document, captionLabels(document.language));
  const isAcross = sections.some((section) => section.isAcross);
  return [
    '<!doctype html>',
    `<html lang="${document.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...(document.author === null ? [] : [`<meta name="author" content="${escaped(document.author)}">`]),
    `<title>${escaped(document.title)}</title>`,
    `<style>${STYLE}\n@page { size: A4 ${isAcross ? 'landscape' : 'portrait'}; margin: 1.5cm; }\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...sections.flatMap(({ blocks }) => blocks.map((block) => page.block(block))),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
