// The matrix as one web page that needs nothing else: to read, to send to a supervisor, to print.
import { headerBands, headerDepth, headerSpans } from '../../shared/domain/matrix-headers.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { ExportLabels } from '../../shared/i18n/export.ts';
import type { ExportOptions } from './export-options.ts';
import { isEmptyCell, printComparison, printMatrix } from './print-matrix.ts';
import type { PrintedCell, PrintedTable } from './print-matrix.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

/** Ids name passages; one that is printed again gets a number after its name. */
type Ids = Map<string, number>;

function passageAnchor(passageId: string, ids: Ids): string {
  const times = (ids.get(passageId) ?? 0) + 1;
  ids.set(passageId, times);
  return times === 1 ? `p-${passageId}` : `p-${passageId}-${times}`;
}

function cellHtml(cell: PrintedCell, labels: ExportLabels, ids: Ids): string {
  if (isEmptyCell(cell)) return `<span class="nothing">${escaped(labels.figure.nothing)}</span>`;
  const draft = cell.isDraft ? `<em class="remark">[${escaped(labels.draft)}]</em> ` : '';
  const categories = cell.categories.map(
    (category) => `<li style="--tint:${escaped(category.color)}">${escaped(category.name)} <span class="count">(${category.passages})</span></li>`,
  );
  const verbatims = cell.verbatims.map((verbatim) => {
    const mark = verbatim.contrasts ? `<strong title="${escaped(labels.stances.contrasts)}">${escaped(labels.contrastMark)}</strong> ` : '';
    return `<p class="verbatim" id="${passageAnchor(verbatim.passageId, ids)}">${mark}<i>${lines(verbatim.text)}</i> <cite>${escaped(verbatim.reference)}</cite></p>`;
  });
  return [
    ...(cell.counts === null ? [] : [`<p class="counts">${escaped(cell.counts)}</p>`]),
    ...(categories.length === 0 ? [] : [`<ul>${categories.join('')}</ul>`]),
    ...(cell.synthesis === null ? [] : [`<p class="synthesis">${draft}${lines(cell.synthesis)}</p>`]),
    ...verbatims,
  ].join('\n');
}

function headHtml(table: PrintedTable): string {
  const depth = headerDepth(table.columns);
  const corner = `<th scope="col" rowspan="${depth + 1}">${escaped(table.rowAxis)}</th>`;
  const axis = `<th scope="colgroup" colspan="${table.columns.length}">${escaped(table.columnAxis)}</th>`;
  const levels = headerSpans(table.columns).map((spans) => {
    const cells = spans.map((span) => {
      const rows = span.levels > 1 ? ` rowspan="${span.levels}"` : '';
      return span.count > 1
        ? `<th scope="colgroup" colspan="${span.count}"${rows}>${escaped(span.label)}</th>`
        : `<th scope="col"${rows}>${escaped(span.label)}</th>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<thead>\n<tr>${corner}${axis}</tr>\n${levels.join('\n')}\n</thead>`;
}

function bodyHtml(table: PrintedTable, labels: ExportLabels, ids: Ids): string {
  const rowHtml = (row: number): string => {
    const cells = (table.cells[row] ?? []).map((cell) => `<td>${cellHtml(cell, labels, ids)}</td>`);
    return `<tr><th scope="row">${escaped(table.rows[row]?.label ?? '')}</th>\n${cells.join('\n')}</tr>`;
  };
  const bands = headerBands(table.rows).map((band) => {
    const title =
      band.label === null ? '' : `<tr class="band"><th scope="rowgroup" colspan="${table.columns.length + 1}">${escaped(band.label)}</th></tr>\n`;
    return `<tbody>\n${title}${Array.from({ length: band.count }, (_, offset) => rowHtml(band.first + offset)).join('\n')}\n</tbody>`;
  });
  return bands.join('\n');
}

function tableHtml(table: PrintedTable, number: number, options: ExportOptions, ids: Ids): string {
  const caption = `${options.labels.table} ${number}${options.labels.captionSeparator}${table.title}`;
  return [
    `<section>\n<table>\n<caption>${escaped(caption)}</caption>`,
    headHtml(table),
    bodyHtml(table, options.labels, ids),
    `</table>\n<p class="note">${escaped(table.note)}</p>\n<p class="source">${escaped(table.source)}</p>\n</section>`,
  ].join('\n');
}

const STYLE = `
body { margin: 2rem; font: 14px/1.45 system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; color: #1d1b18; background: #fff; }
section { margin-bottom: 3rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; border-top: 2px solid #1d1b18; border-bottom: 2px solid #1d1b18; }
caption { text-align: left; font-weight: 600; font-size: 1.1em; padding: 0 0 .6em; }
th, td { border: 1px solid #c9c9c9; padding: .4em .6em; text-align: left; vertical-align: top; min-width: 9em; }
thead th { background: #ededed; text-align: center; vertical-align: middle; }
.band th { background: #f6f6f6; }
p, ul { margin: 0 0 .5em; }
ul { padding: 0; list-style: none; }
li { padding-left: 1em; position: relative; }
li::before { content: ''; position: absolute; left: 0; top: .5em; width: .55em; height: .55em; background: var(--tint); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.counts, .nothing, .count, cite, .remark, .note { color: #565147; }
cite { font-style: normal; font-size: .9em; }
.verbatim:target { outline: 2px solid #0b6666; outline-offset: 3px; }
.note, .source { font-size: .9em; margin-top: .5em; }
.source { font-style: italic; }
@media print {
  body { margin: 0; font-size: 8.5pt; }
  section { overflow: visible; break-after: page; }
  section:last-child { break-after: auto; }
  table { table-layout: fixed; }
  thead { display: table-header-group; }
  .verbatim, li { break-inside: avoid; }
  .band { break-after: avoid; }
  th, td { min-width: 0; }
}`;

/** One self-contained page: a table with caption and scopes, the comparison below it when one is given. No script, no address. */
export function matrixToHtml(table: MatrixTable, options: ExportOptions): string {
  const tables = [printMatrix(table, options), ...(options.comparison ? [printComparison(options.comparison, table, options)] : [])];
  const ids: Ids = new Map();
  const isAcross = tables.some((printed) => printed.columns.length > 3);
  return [
    '<!doctype html>',
    `<html lang="${options.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(tables[0]?.title ?? '')}</title>`,
    `<style>${STYLE}\n@page { size: A4 ${isAcross ? 'landscape' : 'portrait'}; margin: 1.5cm; }\n</style>`,
    '</head>',
    '<body>',
    ...tables.map((printed, index) => tableHtml(printed, index + 1, options, ids)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
