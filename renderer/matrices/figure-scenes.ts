// Which scene each figure is, out of the table on screen.
import type { FigureKind } from '../../shared/contract/matrix.ts';
import { comparableCases, compareCases } from '../../shared/domain/compare-cases.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { Language } from '../../shared/domain/project.ts';
import { bubbleFigure } from '../../shared/figure/bubble-figure.ts';
import { heatFigure } from '../../shared/figure/heat-figure.ts';
import type { FigureTheme } from '../../shared/figure/palette.ts';
import type { Scene, SceneNode } from '../../shared/figure/scene.ts';
import { toolsByCaseFigure } from '../../shared/figure/tools-by-case-figure.ts';
import { exportText } from '../../shared/i18n/export.ts';
import { withCasesInColumns, withRowsAsFindings } from './table-cases.ts';

export interface FigureFacts {
  readonly table: MatrixTable;
  /** Keys of the compared cases; null: all. */
  readonly compared: readonly string[] | null;
  readonly language: Language;
  readonly theme: FigureTheme;
}

function comparisonScene({ table, compared, language, theme }: FigureFacts): Scene | null {
  const turned = withCasesInColumns(table);
  if (!turned) return null;
  const shown = withRowsAsFindings(turned.table);
  const cases = comparableCases(shown)
    .map(({ key }) => key)
    .filter((key) => compared === null || compared.includes(key));
  if (cases.length < 2) return null;
  const columnAxes = shown.columnAxes.filter((_, axis) => shown.definition.columns[axis]?.kind !== 'case');
  return toolsByCaseFigure({
    comparison: compareCases(shown, cases),
    title: '',
    rowAxis: shown.rowAxes.join(' × '),
    columnAxis: columnAxes.join(' × '),
    labels: exportText[language].figure,
    theme,
    language,
  });
}

/** Null where the figure cannot be drawn: telling things apart by case takes two cases. The title is the window's to show. */
export function figureScene(kind: FigureKind, facts: FigureFacts): Scene | null {
  if (kind === 'toolsByCase') return comparisonScene(facts);
  const { table, language, theme } = facts;
  const figure = { table: { ...table, title: '' }, labels: exportText[language].figure, theme, language };
  return kind === 'bubble' ? bubbleFigure(figure) : heatFigure(figure);
}

/** Keys of a scene's marks, in its own order. */
export function markKeys(node: SceneNode): string[] {
  return [...(node.key === undefined ? [] : [node.key]), ...node.children.flatMap(markKeys)];
}
