// The figure on screen as a piece of the thesis: what is exported at once and what the sheet of exports begins with are the same.
import type { FigureOptions } from '../../shared/domain/figure-options.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import type { PieceOf } from '../../shared/domain/print.ts';
import type { Session } from './session.ts';

/** As the figure is set, with the cases that are compared. */
export function optionsOf({ figureOptions, comparedCases }: Session): FigureOptions {
  return { ...figureOptions, caseKeys: comparedCases === null ? null : [...comparedCases] };
}

export function figurePiece(session: Session, definition: MatrixDefinition, title: string): PieceOf<'figure'> {
  return { kind: 'figure', figure: session.figure, definition, title, options: optionsOf(session) };
}
