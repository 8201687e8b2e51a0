// What the screen shows, kept for this window's session, so that coming back from the reader finds the same unsaved matrix.
import { USUAL_FIGURE, figureOptions } from '../../shared/domain/figure-options.ts';
import type { FigureOptions } from '../../shared/domain/figure-options.ts';
import { matrixDefinition, matrixLayout } from '../../shared/domain/matrix.ts';
import type { MatrixDefinition, MatrixLayout } from '../../shared/domain/matrix.ts';
import { FIGURE_KINDS } from '../../shared/domain/print.ts';
import type { FigureKind } from '../../shared/domain/print.ts';
import { sessionMemory } from '../ui/project-memory.ts';
import { NEW_LAYOUT } from './grid-layout.ts';

export const VIEWS = ['table', 'compare', 'figure'] as const;
export type View = (typeof VIEWS)[number];

export interface Session {
  /** Null before anything is chosen: the gallery of displays is shown. */
  readonly definition: MatrixDefinition | null;
  /** The saved matrix that the definition began from. */
  readonly matrixId: string | null;
  /** The ready-made display that it was started from; null for one's own. */
  readonly display: string | null;
  readonly view: View;
  readonly figure: FigureKind;
  /** How figures are set; their cases are `comparedCases`. */
  readonly figureOptions: FigureOptions;
  /** How the table is laid out; kept with the matrix when it is saved. */
  readonly layout: MatrixLayout;
  /** Keys of the compared cases; null: all that the matrix shows. */
  readonly comparedCases: readonly string[] | null;
}

export const NEW_SESSION: Session = {
  definition: null,
  matrixId: null,
  display: null,
  view: 'table',
  figure: 'toolsByCase',
  figureOptions: USUAL_FIGURE,
  layout: NEW_LAYOUT,
  comparedCases: null,
};

const storedUnder = (projectId: string) => `trame.matrices.${projectId}`;

/** What was kept, read back with suspicion: an older window may have written it. */
export function readSession(text: string | null): Session {
  if (text === null) return NEW_SESSION;
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof Session, unknown>>;
    const definition = matrixDefinition.safeParse(kept.definition);
    const layout = matrixLayout.safeParse(kept.layout);
    const set = figureOptions.safeParse(kept.figureOptions);
    const cases = kept.comparedCases;
    return {
      definition: definition.success ? definition.data : null,
      matrixId: typeof kept.matrixId === 'string' ? kept.matrixId : null,
      display: typeof kept.display === 'string' ? kept.display : null,
      view: VIEWS.find((view) => view === kept.view) ?? NEW_SESSION.view,
      figure: FIGURE_KINDS.find((figure) => figure === kept.figure) ?? NEW_SESSION.figure,
      figureOptions: set.success ? set.data : USUAL_FIGURE,
      layout: layout.success ? layout.data : NEW_LAYOUT,
      comparedCases: Array.isArray(cases) ? cases.filter((key) => typeof key === 'string') : null,
    };
  } catch {
    return NEW_SESSION;
  }
}

export function keptSession(projectId: string): Session {
  return readSession(sessionMemory().getItem(storedUnder(projectId)));
}

export function keepSession(projectId: string, session: Session): void {
  sessionMemory().setItem(storedUnder(projectId), JSON.stringify(session));
}
