// What the screen shows, kept for this window's session, so that coming back from the reader finds the same unsaved matrix.
import { FIGURES } from '../../shared/contract/matrix.ts';
import type { FigureKind } from '../../shared/contract/matrix.ts';
import { matrixDefinition } from '../../shared/domain/matrix.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';

export const VIEWS = ['table', 'compare', 'figure'] as const;
export type View = (typeof VIEWS)[number];

export interface Session {
  /** Null before anything is chosen: the starting points are shown. */
  readonly definition: MatrixDefinition | null;
  /** The saved matrix that the definition began from. */
  readonly matrixId: string | null;
  readonly view: View;
  readonly figure: FigureKind;
  readonly isShaded: boolean;
  /** Keys of the compared cases; null: all that the matrix shows. */
  readonly comparedCases: readonly string[] | null;
}

export const NEW_SESSION: Session = { definition: null, matrixId: null, view: 'table', figure: 'toolsByCase', isShaded: false, comparedCases: null };

const storedUnder = (projectId: string) => `trame.matrices.${projectId}`;

/** What was kept, read back with suspicion: an older window may have written it. */
export function readSession(text: string | null): Session {
  if (text === null) return NEW_SESSION;
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof Session, unknown>>;
    const definition = matrixDefinition.safeParse(kept.definition);
    const cases = kept.comparedCases;
    return {
      definition: definition.success ? definition.data : null,
      matrixId: typeof kept.matrixId === 'string' ? kept.matrixId : null,
      view: VIEWS.find((view) => view === kept.view) ?? NEW_SESSION.view,
      figure: FIGURES.find((figure) => figure === kept.figure) ?? NEW_SESSION.figure,
      isShaded: kept.isShaded === true,
      comparedCases: Array.isArray(cases) ? cases.filter((key) => typeof key === 'string') : null,
    };
  } catch {
    return NEW_SESSION;
  }
}

export function keptSession(projectId: string): Session {
  return readSession(sessionStorage.getItem(storedUnder(projectId)));
}

export function keepSession(projectId: string, session: Session): void {
  sessionStorage.setItem(storedUnder(projectId), JSON.stringify(session));
}
