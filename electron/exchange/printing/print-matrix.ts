// The piece « matrix »: a matrix computed and printed as one table, or as one per theme, as framework charts are read.
import type { Session } from '../../commands/run-command.ts';
import { headerBands, headerSpans } from '../../../shared/domain/matrix-headers.ts';
import type { MatrixHeader, MatrixTable } from '../../../shared/domain/matrix.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { COLON } from '../../../shared/i18n/text.ts';
import { computeMatrix } from '../../queries/matrix.ts';
import { matricesToDocument } from './matrix-document.ts';
import { matrixOptions } from './matrix-options.ts';
import { matricesToSheets } from './matrix-sheets.ts';
import type { PrintedDocument } from './formats/printed-document.ts';
import type { PrintedSheets } from './formats/printed-sheet.ts';

type Project = Session['project'];
type MatrixPiece = PieceOf<'matrix'>;

/** Some rows, or some columns, of a matrix under one name; null for the whole. */
interface Chart {
  readonly name: string | null;
  readonly table: MatrixTable;
}

/** Without the theme, which the chart's title says. */
function below(header: MatrixHeader): MatrixHeader {
  return header.entities.length === 1 && header.path.length > 1 ? { ...header, path: header.path.slice(1) } : header;
}

const outermost = (headers: readonly MatrixHeader[]): { label: string; indexes: number[] }[] =>
  (headerSpans(headers)[0] ?? []).map(({ label, first, count }) => ({ label, indexes: Array.from({ length: count }, (_, at) => first + at) }));

const isGrouped = (headers: readonly MatrixHeader[]): boolean => headerBands(headers).some(({ label }) => label !== null);

/** One per theme: by what stands above the rows, or above the columns where rows have nothing above them (cases × themes). */
function chartsOf(table: MatrixTable, language: Language): Chart[] {
  const { rows, columns, cells, title } = table;
  const titleOf = (label: string): string => `${title}${COLON[language]}${label}`;
  if (isGrouped(rows))
    return outermost(rows).map(({ label, indexes }) => {
      const own = indexes.map((at) => below(rows[at] as MatrixHeader));
      return { name: label, table: { ...table, title: titleOf(label), rows: own, cells: indexes.map((at) => cells[at] ?? []) } };
    });
  if (!isGrouped(columns)) return [{ name: null, table }];
  return outermost(columns).map(({ label, indexes }) => {
    const own = indexes.map((at) => below(columns[at] as MatrixHeader));
    const shown = cells.map((row) => indexes.flatMap((at) => row[at] ?? []));
    return { name: label, table: { ...table, title: titleOf(label), columns: own, cells: shown } };
  });
}

interface Printing {
  readonly charts: readonly Chart[];
  readonly title: string;
  readonly whole: MatrixTable;
}

function compute(project: Project, { definition, title, shape }: MatrixPiece, { language }: PrintStyle): Printing {
  const { contents } = definition;
  const withQuotes = contents.some((content) => content === 'passages' || content === 'pinned' || content === 'synthesis' || content === 'rating');
  const computed = computeMatrix(project, definition, axisTitles[language], { title, withQuotes });
  const usual = [...computed.rowAxes, ...computed.columnAxes].join(' × ');
  const whole = { ...computed, title: title === '' ? usual : title };
  return { whole, title: whole.title, charts: shape === 'perTheme' ? chartsOf(whole, language) : [{ name: null, table: whole }] };
}

/** Refuses what the matrix's axes and filters refuse. */
export function matrixDocument(project: Project, piece: MatrixPiece, style: PrintStyle): PrintedDocument {
  const { charts, title, whole } = compute(project, piece, style);
  const options = matrixOptions(project, whole, style, piece.compareCaseKeys, piece.repeatsQuoted);
  return matricesToDocument(
    charts.map(({ table }) => table),
    title,
    options,
  );
}

export function matrixSheets(project: Project, piece: MatrixPiece, style: PrintStyle): PrintedSheets {
  const { charts, title, whole } = compute(project, piece, style);
  const options = matrixOptions(project, whole, style, piece.compareCaseKeys, piece.repeatsQuoted);
  const names = charts.map(({ name }) => name ?? options.labels.sheets.matrix);
  return matricesToSheets(
    charts.map(({ table }) => table),
    title,
    options,
    names,
  );
}
