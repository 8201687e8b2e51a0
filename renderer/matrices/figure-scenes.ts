// Which scene each figure is, out of the table on screen, and what its marks lead to.
import type { RatingScale } from '../../shared/domain/cell.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { FigureOptions } from '../../shared/domain/figure-options.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { FigureKind } from '../../shared/domain/print.ts';
import type { Language } from '../../shared/domain/project.ts';
import { matrixFigure } from '../../shared/figure/matrix-figure.ts';
import type { MatrixFigureOptions } from '../../shared/figure/matrix-figure.ts';
import type { FigureTheme } from '../../shared/figure/palette.ts';
import type { Behind, Scene, SceneNode } from '../../shared/figure/scene.ts';
import { figureLabels } from '../../shared/i18n/figure-labels.ts';
import type { CellChoice } from './cell-choice.ts';
import { crossingTitle, findCellByKey } from './table-cells.ts';

export interface FigureFacts {
  readonly table: MatrixTable;
  readonly options: FigureOptions;
  readonly scales: readonly RatingScale[];
  readonly language: Language;
  readonly theme: FigureTheme;
}

/** The title is the window's to show. */
export function figureSetting({ options, scales, language, theme }: Omit<FigureFacts, 'table'>): MatrixFigureOptions {
  return { ...options, title: '', labels: figureLabels[language], scales, language, theme };
}

/** The refusal where the figure cannot be drawn of this matrix. */
export function figureScene(kind: FigureKind, { table, ...facts }: FigureFacts): Scene | Refusal {
  try {
    return matrixFigure(table, kind, figureSetting(facts));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A scene's marks, in its own order. */
export function marksOf(node: SceneNode): SceneNode[] {
  return [...(node.key === undefined ? [] : [node]), ...node.children.flatMap(marksOf)];
}

export interface CellBehind {
  readonly choice: CellChoice;
  readonly title: string;
  readonly passages: number;
}

/** The cells of the table that a mark stands for, each once. */
export function cellsBehind(table: MatrixTable, behind: readonly Behind[]): CellBehind[] {
  return behind.flatMap(({ cell: key, category }) => {
    const found = findCellByKey(table, key);
    if (!found) return [];
    const { rowHeader, columnHeader, cell } = found;
    const passages = cell.categories.find(({ id }) => id === category)?.passages ?? cell.passages;
    const choice = { rowKey: rowHeader.key, columnKey: columnHeader.key, ...(category === undefined ? {} : { categoryId: category }) };
    return [{ choice, title: crossingTitle(rowHeader, columnHeader), passages }];
  });
}

/** The mark of the open cell, or of the category looked at in it; null where the figure has none. */
export function markOf(table: MatrixTable, marks: readonly SceneNode[], { rowKey, columnKey, categoryId }: CellChoice): string | null {
  const leads = ({ behind = [] }: SceneNode): boolean => {
    const [only] = behind;
    if (!only || behind.length > 1 || (only.category ?? undefined) !== categoryId) return false;
    const found = findCellByKey(table, only.cell);
    return found?.rowHeader.key === rowKey && found.columnHeader.key === columnKey;
  };
  return marks.find(leads)?.key ?? null;
}
