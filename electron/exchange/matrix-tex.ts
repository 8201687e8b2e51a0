// The matrix for theses written in LaTeX: longtable and booktabs, split like the Word tables where it is wider than a page.
import { headerBands, headerSpans, splitColumns } from '../../shared/domain/matrix-headers.ts';
import type { MatrixHeader, MatrixTable } from '../../shared/domain/matrix.ts';
import type { ExportOptions } from './export-options.ts';
import { isEmptyCell, printComparison, printMatrix } from './print-matrix.ts';
import type { PrintedCell, PrintedTable } from './print-matrix.ts';

const MOST_COLUMNS_UPRIGHT = 3;
const MOST_COLUMNS_ACROSS = 6;

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '\u00a0': '~',
  '\u202f': '\\,',
  '≠': '$\\neq$',
  '\n': '\\newline ',
};

function escaped(text: string): string {
  return text.replace(/[\\~^<>|"\u00a0\u202f≠\n]|[{}$&#_%]/g, (character) => COMMANDS[character] ?? `\\${character}`);
}

/** The blocks of a cell, one table line each: longtable breaks pages between lines only, never inside a cell. */
function cellBlocks(cell: PrintedCell, { labels }: ExportOptions): string[] {
  if (isEmptyCell(cell)) return [escaped(labels.figure.nothing)];
  const draft = cell.isDraft ? `\\emph{[${escaped(labels.draft)}]} ` : '';
  return [
    ...(cell.counts === null ? [] : [`{\\scriptsize ${escaped(cell.counts)}}`]),
    ...cell.categories.map((category) => `\\textbullet{} ${escaped(category.name)} (${category.passages})`),
    ...(cell.synthesis === null ? [] : [`${draft}${escaped(cell.synthesis)}`]),
    ...cell.verbatims.map(
      (verbatim) =>
        `${verbatim.contrasts ? `${escaped(labels.contrastMark)} ` : ''}\\emph{${escaped(verbatim.text)}} {\\scriptsize ${escaped(verbatim.reference)}}`,
    ),
  ];
}

interface Layout {
  /** Shares of the line's width. */
  readonly label: number;
  readonly each: number;
  readonly columns: number;
}

const width = (share: number): string => `\\dimexpr ${share.toFixed(4)}\\linewidth-2\\tabcolsep\\relax`;

function layoutFor(columns: number): Layout {
  const label = columns <= 1 ? 0.28 : columns <= 3 ? 0.2 : 0.13;
  return { label, each: (1 - label) / columns, columns };
}

function headerLines(table: PrintedTable, columns: readonly MatrixHeader[], layout: Layout): string[] {
  const merged = (label: string, count: number): string =>
    `\\multicolumn{${count}}{>{\\centering\\arraybackslash}p{${width(layout.each * count)}}}{\\textbf{${escaped(label)}}}`;
  const levels = headerSpans(columns).flatMap((spans, level, all) => {
    const cells = new Map(spans.map((span) => [span.first, span]));
    const parts: string[] = [];
    for (let column = 0; column < columns.length; column += cells.get(column)?.count ?? 1) {
      const span = cells.get(column);
      parts.push(span ? merged(span.label, span.count) : '');
    }
    const rules =
      level === all.length - 1
        ? ''
        : spans
            .filter((span) => span.count > 1)
            .map((span) => `\\cmidrule(lr){${span.first + 2}-${span.first + span.count + 1}}`)
            .join('');
    return [` & ${parts.join(' & ')} \\\\`, ...(rules === '' ? [] : [rules])];
  });
  return [
    `\\textbf{${escaped(table.rowAxis)}} & ${merged(table.columnAxis, columns.length)} \\\\`,
    `\\cmidrule(l){2-${columns.length + 1}}`,
    ...levels,
  ];
}

function bodyLines(table: PrintedTable, part: readonly number[], options: ExportOptions): string[] {
  return headerBands(table.rows).flatMap((band) => {
    const title = band.label === null ? [] : [`\\multicolumn{${part.length + 1}}{@{}l}{\\textbf{${escaped(band.label)}}} \\\\*`, '\\addlinespace'];
    const rows = Array.from({ length: band.count }, (_, offset) => {
      const row = band.first + offset;
      const blocks = part.map((column) => table.cells[row]?.[column]).map((cell) => (cell ? cellBlocks(cell, options) : []));
      const lines = Array.from({ length: Math.max(1, ...blocks.map((cell) => cell.length)) }, (_line, index) => {
        const label = index === 0 ? `\\textbf{${escaped(table.rows[row]?.label ?? '')}}` : '';
        return `${[label, ...blocks.map((cell) => cell[index] ?? '')].join(' & ')} \\\\`;
      });
      return [...lines, '\\midrule'];
    });
    return [...title, ...rows.flat()];
  });
}

function longtable(table: PrintedTable, part: readonly number[], caption: readonly string[], options: ExportOptions): string[] {
  const columns = part.map((index) => table.columns[index]).filter((column) => column !== undefined);
  const layout = layoutFor(columns.length);
  const ragged = '>{\\raggedright\\arraybackslash}';
  const header = headerLines(table, columns, layout);
  const body = bodyLines(table, part, options);
  return [
    `\\begin{longtable}{@{}${ragged}p{${width(layout.label)}}*{${columns.length}}{${ragged}p{${width(layout.each)}}}@{}}`,
    ...caption,
    '\\toprule',
    ...header,
    '\\midrule',
    '\\endfirsthead',
    '\\toprule',
    ...header,
    '\\midrule',
    '\\endhead',
    '\\bottomrule',
    '\\endfoot',
    // The last rule belongs to the foot.
    ...(body.at(-1) === '\\midrule' ? body.slice(0, -1) : body),
    '\\end{longtable}',
  ];
}

function tableTex(table: PrintedTable, number: number, options: ExportOptions): string[] {
  const { labels } = options;
  const isAcross = table.columns.length > MOST_COLUMNS_UPRIGHT;
  const parts = splitColumns(table.columns, isAcross ? MOST_COLUMNS_ACROSS : MOST_COLUMNS_UPRIGHT);
  const tables = parts.flatMap((part, index) => {
    const title = escaped(table.title);
    const caption =
      index === 0
        ? [`\\caption{${title}}\\label{tab:trame-${number}}\\\\`]
        : [`\\caption[]{${title} (${escaped(labels.continued(index + 1, parts.length))})}\\\\`];
    // A part goes on under the same number, and stays out of the list of tables.
    return [...(index === 0 ? [] : ['\\addtocounter{table}{-1}']), ...longtable(table, part, caption, options)];
  });
  const notes = [`\\noindent ${escaped(table.note)}\\par`, `\\noindent\\emph{${escaped(table.source)}}\\par`];
  const body = ['\\begingroup\\footnotesize\\setlength{\\tabcolsep}{4pt}', ...tables, ...notes, '\\endgroup'];
  return isAcross ? ['\\begin{landscape}', ...body, '\\end{landscape}'] : body;
}

/** LaTeX to \input in a thesis; what its preamble needs stands in comments at the top. */
export function matrixToTex(table: MatrixTable, options: ExportOptions): string {
  const tables = [printMatrix(table, options), ...(options.comparison ? [printComparison(options.comparison, table, options)] : [])];
  const babel = options.language === 'fr' ? 'french' : 'english';
  return [
    `% ${options.labels.texPreamble}`,
    `% \\usepackage[${babel}]{babel}`,
    '% \\usepackage[T1]{fontenc} % pdfLaTeX',
    '% \\usepackage{array,booktabs,longtable,pdflscape}',
    '',
    ...tables.flatMap((printed, index) => [...tableTex(printed, index + 1, options), '']),
  ].join('\n');
}
