// A figure of a matrix, as the thesis prints it: computed anew, drawn in light, at the width asked for.
import { USUAL_FIGURE } from '../../../shared/domain/figure-options.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { matrixFigure } from '../../../shared/figure/matrix-figure.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { figureLabels } from '../../../shared/i18n/figure-labels.ts';
import type { Session } from '../../commands/run-command.ts';
import { computeMatrix } from '../../queries/matrix.ts';
import { listScales } from '../../queries/rating-scales.ts';

export function figureScene(project: Session['project'], { figure, definition, title, options }: PieceOf<'figure'>, { language }: PrintStyle): Scene {
  const table = computeMatrix(project, definition, axisTitles[language], { title });
  const set = options ?? USUAL_FIGURE;
  return matrixFigure(table, figure, { ...set, title, language, labels: figureLabels[language], scales: listScales(project) });
}
