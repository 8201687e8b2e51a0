// A matrix as a table to be read; a cell opens beside it with its verbatims.
import type { PackCell, PackHeader, PackMatrix, PackQuote } from '../../shared/domain/review-pack.ts';
import { reviewQuote } from '../../shared/domain/review.ts';
import type { SentPlace } from '../../shared/domain/review-file.ts';
import { placeKey } from './desk.ts';
import { button, commentButton, h, paragraphs, swatch } from './dom.ts';
import type { Opened } from './panel.ts';
import { readMatrix } from './pack-data.ts';
import type { Frame } from './frame.ts';

const isFilled = (cell: PackMatrix['cells'][number][number]): cell is PackCell => 'passages' in cell;

const crossing = (row: PackHeader, column: PackHeader): string => `${row.label} × ${column.label}`;

function quoteView(page: Frame, quote: PackQuote): HTMLElement {
  const { study, words } = page.desk;
  const at = study.sources.findIndex(({ id }) => id === quote.sourceId);
  const place: SentPlace = {
    kind: 'passage',
    id: quote.passageId,
    label: quote.ref,
    quote: '',
    passageId: quote.passageId,
    sourceId: quote.sourceId,
  };
  const seen = at < 0 ? null : button(words.seeInText, () => page.go({ view: 'sources', at, show: placeKey(place) }), 'button-quiet');
  return h(
    'blockquote',
    { class: 'quote' },
    paragraphs(quote.text, 'quote-text'),
    h('footer', {}, h('span', {}, [quote.ref, quote.speaker].filter(Boolean).join(', ')), seen),
  );
}

function cellFacts(page: Frame, cell: PackMatrix['cells'][number][number]): (Node | null)[] {
  const { words } = page.desk;
  if (!isFilled(cell)) return [h('p', { class: 'quiet' }, words.emptyCell)];
  const left = cell.passages - cell.quotes.length - cell.pinned.length;
  return [
    h('p', { class: 'facts' }, words.passages(cell.passages), ' · ', words.sourcesCount(cell.sources)),
    cell.rating === null ? null : h('p', { class: 'facts' }, h('span', { class: 'rating' }, cell.rating)),
    cell.synthesis === '' ? null : h('section', {}, h('h3', {}, words.synthesis), paragraphs(cell.synthesis, 'reading')),
    cell.remark === '' ? null : h('section', {}, h('h3', {}, words.remark), paragraphs(cell.remark, 'reading')),
    cell.pinned.length === 0 ? null : h('section', {}, h('h3', {}, words.pinned), ...cell.pinned.map((quote) => quoteView(page, quote))),
    cell.quotes.length === 0 ? null : h('section', {}, h('h3', {}, words.quotes), ...cell.quotes.map((quote) => quoteView(page, quote))),
    left > 0 ? h('p', { class: 'quiet' }, words.moreQuotes(left)) : null,
  ];
}

export function openedCell(page: Frame, matrix: PackMatrix, row: number, column: number): Opened | null {
  const [rowHead, columnHead] = [matrix.rows[row], matrix.columns[column]];
  const cell = matrix.cells[row]?.[column];
  if (!rowHead || !columnHead || !cell) return null;
  const label = crossing(rowHead, columnHead);
  const places: SentPlace[] = [{ kind: 'cell', id: cell.key, label, quote: '' }];
  if (isFilled(cell) && cell.synthesis !== '') places.push({ kind: 'synthesis', id: cell.key, label, quote: reviewQuote(cell.synthesis) });
  return { title: label, places, facts: () => cellFacts(page, cell) };
}

function cellView(page: Frame, matrix: PackMatrix, row: number, column: number): HTMLElement {
  const { words } = page.desk;
  const cell = matrix.cells[row]?.[column];
  const [rowHead, columnHead] = [matrix.rows[row], matrix.columns[column]];
  if (!cell || !rowHead || !columnHead) return h('td');
  const open = () => {
    const opened = openedCell(page, matrix, row, column);
    if (opened) page.panel.open(opened);
  };
  const name = words.openCell(rowHead.label, columnHead.label);
  const opener = h('button', { type: 'button', class: 'cell-open', 'aria-label': name, onClick: open });
  // where a comment is said to be, in what the table shows
  const mark = h('span', { class: 'said', 'data-place': `cell ${cell.key}`, 'data-place-too': `synthesis ${cell.key}` });
  if (!isFilled(cell)) return h('td', { class: 'cell cell-empty' }, opener, mark);
  const quote = cell.synthesis === '' ? cell.pinned[0] : undefined;
  return h(
    'td',
    { class: 'cell' },
    cell.rating === null ? null : h('span', { class: 'rating' }, cell.rating),
    cell.synthesis === '' ? null : paragraphs(cell.synthesis, 'cell-synthesis'),
    quote ? h('p', { class: 'cell-quote' }, `« ${quote.text} » `, h('span', { class: 'ref' }, quote.ref)) : null,
    cell.categories.length === 0
      ? null
      : h('ul', { class: 'cell-categories' }, ...cell.categories.slice(0, 6).map((found) => h('li', {}, swatch(found.color), found.name))),
    h('p', { class: 'cell-counts' }, words.passages(cell.passages)),
    mark,
    opener,
  );
}

function headCell(header: PackHeader, scope: 'row' | 'col'): HTMLElement {
  const above = header.above.length > 0 ? h('span', { class: 'above' }, header.above.join(' › ')) : null;
  return h('th', { scope }, above, h('span', { class: 'head-label' }, header.color === null ? null : swatch(header.color), header.label));
}

export function matrixView(page: Frame, at: number): HTMLElement {
  const { study, words } = page.desk;
  if (!study.matrices[at]) return h('p', { class: 'quiet' }, words.noPart);
  const matrix = readMatrix(at);
  const place: SentPlace = { kind: 'matrix', id: matrix.id, label: matrix.name, quote: '' };
  const comment = commentButton(words.commentShort, words.commentOn(matrix.name), placeKey(place), () =>
    page.panel.open({ title: matrix.name, places: [place], facts: () => [] }),
  );
  const corner = h('th', { class: 'corner' }, h('span', {}, `${matrix.rowTitle} × ${matrix.columnTitle}`));
  const rows = matrix.rows.map((row, line) =>
    h('tr', {}, headCell(row, 'row'), ...matrix.columns.map((_, column) => cellView(page, matrix, line, column))),
  );
  return h(
    'section',
    { class: 'view' },
    page.pickOne(
      words.matrix,
      study.matrices.map(({ name }) => name),
      at,
      (to) => page.go({ view: 'matrices', at: to, show: null }),
    ),
    h('div', { class: 'view-head' }, h('h1', {}, matrix.name), comment),
    matrix.notes === '' ? null : h('details', {}, h('summary', {}, words.notes), paragraphs(matrix.notes, 'notes')),
    h(
      'div',
      { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': matrix.name },
      h(
        'table',
        { class: 'matrix' },
        h('thead', {}, h('tr', {}, corner, ...matrix.columns.map((column) => headCell(column, 'col')))),
        h('tbody', {}, ...rows),
      ),
    ),
  );
}
