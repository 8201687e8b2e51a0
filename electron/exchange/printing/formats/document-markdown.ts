// A printed document for note-taking programs: GitHub's Markdown, each table whole, each cell on its line with all its words.
import { headerLabels } from '../../../../shared/domain/matrix-headers.ts';
import { rowBands } from './document-bands.ts';
import { captionLabels } from './document-captions.ts';
import { layOut } from './document-layout.ts';
import type { CaptionLabels, LaidBlock, LaidFigure, LaidTable } from './document-layout.ts';
import { sceneToSvg } from '../../../../shared/figure/scene-to-svg.ts';
import type { CellBlock, Inline, PrintedDocument, TableRow } from './printed-document.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text that Markdown, its tables and GitHub's formulas leave as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]|~$#]/g, '\\$&').replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** Words that would read as a list or a quote at the start of a line. */
const atLineStart = (line: string): string =>
  line.replace(/^(\s*)([-+](?=\s)|\d+(?=[.)]\s))/u, (_, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
  );

type Place = 'text' | 'cell';

/** Marks enclose words, not the spaces around them: Markdown reads nothing else as emphasis. */
function marked(text: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return mark === '' || words === '' ? escaped(text) : `${before}${mark}${escaped(words)}${mark}${after}`;
}

function inlineText(inline: Inline, place: Place): string {
  switch (inline.kind) {
    case 'text':
      return marked(inline.text, `${inline.bold || inline.role === 'contrast' ? '**' : ''}${inline.italic || inline.role === 'remark' ? '*' : ''}`);
    case 'break':
      return place === 'cell' ? '<br>' : '  \n';
    case 'swatch':
      return '• ';
    case 'link':
      return `[${inlinesText(inline.inlines, place)}](${address(inline.to)})`;
    case 'bookmark':
      return inlinesText(inline.inlines, place);
    case 'picture':
      return `![${escaped(inline.alt)}](data:${inline.mime};base64,${Buffer.from(inline.bytes).toString('base64')})`;
  }
}

/** In angle brackets where parentheses or spaces would end it. */
const address = (to: string): string => (/[\s()<>]/u.test(to) ? `<${to.replace(/[<>\s]/gu, encodeURIComponent)}>` : to);

function inlinesText(inlines: readonly Inline[], place: Place): string {
  return inlines.map((inline) => inlineText(inline, place)).join('');
}

/** Lines of a list; what an item holds beside its words stands below it. */
function listLines(start: number | null, items: readonly (readonly CellBlock[])[]): string[] {
  return items.flatMap((item, at) => {
    const sign = start === null ? '-' : `${start + at}.`;
    const indent = ' '.repeat(sign.length + 1);
    const lines = item.flatMap((block) => blockLines(block));
    return lines.length === 0 ? [sign] : lines.map((line, index) => (index === 0 ? `${sign} ${line}` : `${indent}${line}`));
  });
}

function blockLines(block: CellBlock): string[] {
  if (block.kind === 'list') return listLines(block.start, block.items);
  const lines = inlinesText(block.inlines, 'text').split('\n').map(atLineStart);
  return block.kind === 'quote' ? lines.map((line) => `> ${line}`) : lines;
}

/** On one line: a cell of Markdown has no other. */
function cellText(blocks: readonly CellBlock[]): string {
  return blocks
    .map((block): string => {
      if (block.kind !== 'list') return inlinesText(block.inlines, 'cell');
      return block.items.map((item, at) => `${block.start === null ? '•' : `${block.start + at}.`} ${cellText(item)}`).join('<br>');
    })
    .filter((text) => text !== '')
    .join('<br>');
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableText({ table, number }: LaidTable, labels: CaptionLabels): string {
  const hasLabels = table.rowAxis !== null;
  const columns = headerLabels(table.columns).map((path) => escaped(path.filter(Boolean).join(' › ')));
  const label = (row: TableRow, band: string | null): string => [...(band === null ? [] : [`${escaped(band)} ›`]), cellText(row.label)].join(' ');
  const rows = rowBands(table.rows).flatMap(({ label: band, rows: held }) => [
    ...(band === null || hasLabels ? [] : [tableRow([`**${escaped(band)}**`, ...columns.slice(1).map(() => '')])]),
    ...held.map((row) =>
      tableRow([
        ...(hasLabels ? [label(row, band)] : []),
        ...table.columns.map((_, at) => (row.continues?.includes(at) ? '' : cellText(row.cells[at] ?? []))),
      ]),
    ),
  ]);
  const axis = [table.rowAxis, table.columnAxis].filter((words) => words !== null).join(' × ');
  return [
    ...(number === null ? [] : [`**${escaped(`${labels.table} ${number}${labels.separator}${table.title ?? ''}`)}**`, '']),
    ...table.lead.flatMap((block) => [...blockLines(block), '']),
    // without a corner there is no other place for it
    ...(hasLabels || table.columnAxis === null ? [] : [escaped(table.columnAxis), '']),
    tableRow([...(hasLabels ? [escaped(axis)] : []), ...columns]),
    tableRow([...(hasLabels ? ['---'] : []), ...columns.map(() => '---')]),
    ...rows,
    ...below(table),
  ].join('\n');
}

function below({ note, source }: { readonly note: string | null; readonly source: string | null }): string[] {
  return [...(note === null ? [] : ['', escaped(note)]), ...(source === null ? [] : ['', `*${escaped(source)}*`])];
}

function figureText({ figure, number }: LaidFigure, labels: CaptionLabels): string {
  const title = figure.title ?? figure.scene.title ?? '';
  const picture = `![${escaped(title)}](data:image/svg+xml;base64,${Buffer.from(sceneToSvg(figure.scene)).toString('base64')})`;
  const caption = number === null ? [] : ['', `**${escaped(`${labels.figure} ${number}${labels.separator}${title}`)}**`];
  return [picture, ...caption, ...below(figure)].join('\n');
}

function blockText(block: LaidBlock, labels: CaptionLabels): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlinesText(block.inlines, 'text').replaceAll(/\s*\n/gu, ' ')}`;
    case 'table':
      return tableText(block, labels);
    case 'figure':
      return figureText(block, labels);
    case 'pageBreak':
      return '---';
    case 'contents':
      return [
        `**${escaped(block.contents.title)}**`,
        '',
        ...block.entries.map(({ words, level }) => `${'  '.repeat(level - 1)}- ${escaped(words)}`),
      ].join('\n');
    default:
      return blockLines(block).join('\n');
  }
}

export function documentToMarkdown(document: PrintedDocument): string {
  const labels = captionLabels(document.language);
  const blocks = layOut(document, labels).flatMap((section) => section.blocks.map((block) => blockText(block, labels)));
  return `${blocks.filter((text) => text.trim() !== '').join('\n\n')}\n`;
}
