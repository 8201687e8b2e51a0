// The table behind a figure: the same numbers as words, for those who cannot see it and for those who want to compute with them.
import { withCasesInColumns, withRowsAsFindings } from '../domain/case-columns.ts';
import { compareCases } from '../domain/compare-cases.ts';
import type { FoundCategory, MatrixHeader, MatrixTable } from '../domain/matrix.ts';
import type { FigureKind } from '../domain/print.ts';
import { axisStructure } from './axis-structure.ts';
import { chosenCases, combinationsOf, findingsOf } from './case-findings.ts';
import { profilesOf, themeName } from './case-profiles.ts';
import { orderedTable } from './figure-setting.ts';
import type { MatrixFigureOptions } from './matrix-figure.ts';

export type FigureValue = string | number;

export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FigureValue[])[];
}

const nameOf = (header: MatrixHeader): string =>
  (header.entities.length > 1 ? header.entities.map(({ label }) => label) : header.path.length > 0 ? header.path : [header.label]).join(' › ');

function crossings(
  { rows, columns, cells, rowAxes }: MatrixTable,
  valueOf: (cell: MatrixTable['cells'][number][number]) => FigureValue,
): FigureTable {
  return {
    columns: [rowAxes.join(' × '), ...columns.map(nameOf)],
    rows: rows.map((row, r) => [
      nameOf(row),
      ...columns.map((_, c) => {
        const cell = cells[r]?.[c];
        return cell ? valueOf(cell) : '';
      }),
    ]),
  };
}

function comparison(table: MatrixTable, { caseKeys, labels }: MatrixFigureOptions): FigureTable {
  const words = labels.table;
  const shown = withRowsAsFindings(table);
  const compared = compareCases(
    shown,
    chosenCases(shown, caseKeys).map(({ key }) => key),
  );
  const rows = compared.rows.flatMap((row, r) =>
    compared.columns.flatMap((column, c) => {
      const cell = compared.cells[r]?.[c];
      if (!cell) return [];
      const line = (who: string, { name, passages }: FoundCategory): FigureValue[] => [
        nameOf(row),
        ...(column.entities.length > 0 ? [nameOf(column)] : []),
        name,
        who,
        passages,
      ];
      const holders = ({ id }: FoundCategory): string =>
        compared.cases.flatMap((entity, at) => (cell.cells[at]?.categories.some((own) => own.id === id) ? [entity.label] : [])).join(', ');
      return [
        ...cell.common.map((each) => line(labels.common(compared.cases.length), each)),
        ...cell.partly.map((each) => line(holders(each), each)),
        ...cell.only.flatMap((found, at) => found.map((each) => line(labels.only(compared.cases[at]?.label ?? ''), each))),
      ];
    }),
  );
  const hasColumn = compared.columns.some(({ entities }) => entities.length > 0);
  return { columns: [words.row, ...(hasColumn ? [words.column] : []), words.element, words.cases, words.passages], rows };
}

function coPresence(table: MatrixTable, { caseKeys, labels }: MatrixFigureOptions): FigureTable {
  const cases = chosenCases(table, caseKeys);
  const rows = combinationsOf(findingsOf(table, cases)).flatMap(({ cases: holders, findings }) => {
    const who = holders.map((index) => cases[index]?.label ?? '').join(', ');
    return findings.map(({ name, passages }) => [who, holders.length, name, passages]);
  });
  return { columns: [labels.table.cases, labels.coPresence.size, labels.table.element, labels.table.passages], rows };
}

function profiles(table: MatrixTable, { caseKeys, labels, measure }: MatrixFigureOptions): FigureTable {
  const all = profilesOf(table, chosenCases(table, caseKeys), measure);
  return {
    columns: [labels.table.theme, ...all.map(({ entity }) => entity.label)],
    rows: table.rows.map((row, at) => [
      themeName(row),
      ...all.map(({ values }) => (measure === 'share' ? labels.share(values[at]?.value ?? 0) : (values[at]?.passages ?? 0))),
    ]),
  };
}

function structure(table: MatrixTable, { labels }: MatrixFigureOptions): FigureTable {
  const found = axisStructure(table);
  const passages = (id: string): number => found?.boxes.get(id)?.passages ?? 0;
  const rows = (found?.structure.dimensions ?? []).flatMap((dimension) =>
    dimension.themes.length === 0
      ? [[dimension.name, '', '', passages(dimension.id)]]
      : dimension.themes.flatMap((theme) =>
          theme.concepts.length === 0
            ? [[dimension.name, theme.name, '', passages(theme.id)]]
            : theme.concepts.map((concept) => [dimension.name, theme.name, concept.name, passages(concept.id)]),
        ),
  );
  return { columns: [labels.structure.dimensions, labels.structure.themes, labels.structure.concepts, labels.table.passages], rows };
}

/** What `matrixFigure` draws, row by row. Empty where it would refuse for want of cases or categories. */
export function figureTable(given: MatrixTable, kind: FigureKind, options: MatrixFigureOptions): FigureTable {
  const table = orderedTable(given, options.order, options.language);
  const turned = withCasesInColumns(table)?.table;
  switch (kind) {
    case 'bubble':
    case 'heat':
      return crossings(table, ({ passages }) => passages);
    case 'ratings':
      return crossings(table, ({ rating }) => rating?.label ?? '');
    case 'dataStructure':
      return structure(table, options);
    case 'toolsByCase':
      return turned ? comparison(turned, options) : { columns: [], rows: [] };
    case 'coPresence':
      return turned ? coPresence(turned, options) : { columns: [], rows: [] };
    case 'caseProfiles':
      return turned ? profiles(turned, options) : { columns: [], rows: [] };
  }
}
