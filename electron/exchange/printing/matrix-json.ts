// A matrix as `trame matrix --json` prints it: the shape is a contract (CLI.md).
import type { MatrixCell, MatrixHeader, MatrixTable } from '../../../shared/domain/matrix.ts';

function headerJson(header: MatrixHeader): object {
  return { key: header.key, label: header.label, path: header.path };
}

function cellJson(cell: MatrixCell): object {
  return {
    codings: cell.codings,
    passages: cell.passages,
    sources: cell.sources,
    cases: cell.cases,
    categories: cell.categories.map((category) => category.name),
    quotes: cell.quotes.map(({ source, speaker, start, end, text, ref, stance }) => ({ source, speaker, start, end, text, ref, stance })),
    synthesis: cell.synthesis,
    rating: cell.rating?.value ?? null,
    stance: cell.stance,
  };
}

/** Plain data; the table must have been computed with its quotes. */
export function matrixToJson(table: MatrixTable): object {
  return {
    title: table.title,
    rows: table.rows.map(headerJson),
    columns: table.columns.map(headerJson),
    cells: table.cells.map((row) => row.map(cellJson)),
    totals: table.totals,
    omitted: { codings: table.omittedCodings },
  };
}
