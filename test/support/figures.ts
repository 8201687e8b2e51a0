// Figures as tests ask for them: in French, as usual, unless something is said.
import { USUAL_FIGURE } from '../../shared/domain/figure-options.ts';
import type { MatrixTable } from '../../shared/domain/matrix.ts';
import type { FigureKind } from '../../shared/domain/print.ts';
import { matrixFigure } from '../../shared/figure/matrix-figure.ts';
import type { MatrixFigureOptions } from '../../shared/figure/matrix-figure.ts';
import type { Scene, SceneNode } from '../../shared/figure/scene.ts';
import { figureLabels } from '../../shared/i18n/figure-labels.ts';

export function figureOptionsOf(table: MatrixTable, options: Partial<MatrixFigureOptions> = {}): MatrixFigureOptions {
  const language = options.language ?? 'fr';
  return { ...USUAL_FIGURE, title: table.title, language, labels: figureLabels[language], ...options };
}

export function aFigure(kind: FigureKind, table: MatrixTable, options: Partial<MatrixFigureOptions> = {}): Scene {
  return matrixFigure(table, kind, figureOptionsOf(table, options));
}

export function allNodes(root: SceneNode): SceneNode[] {
  return [root, ...root.children.flatMap(allNodes)];
}

export const marksOf = (scene: SceneNode): SceneNode[] => allNodes(scene).filter((node) => node.key !== undefined);

export const wordsOf = (node: SceneNode): string =>
  allNodes(node)
    .flatMap((child) => (child.text === undefined ? [] : [child.text]))
    .join(' ');
