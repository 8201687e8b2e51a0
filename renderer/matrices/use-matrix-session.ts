// The matrix on screen: what it crosses, which saved matrix it comes from, how it is looked at; and its place in the address.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MatrixDefinition, SavedMatrix } from '../../shared/domain/matrix.ts';
import { useNavigation } from '../navigation.tsx';
import { choiceOf, placeOf } from './cell-choice.ts';
import type { CellChoice } from './cell-choice.ts';
import { NEW_LAYOUT } from './grid-layout.ts';
import { keepSession, keptSession } from './session.ts';
import type { Session } from './session.ts';

/** `view` of the place where the gallery of displays is shown, whatever matrix is open behind it. */
export const DISPLAYS_VIEW = 'displays';

export interface MatrixSession {
  readonly session: Session;
  readonly choice: CellChoice | null;
  readonly change: (changes: Partial<Session>) => void;
  /** Opens a saved matrix, or the gallery of displays for null: one step in the way back. */
  readonly open: (matrix: SavedMatrix | null) => void;
  /** From now on the matrix on screen is this saved one. */
  readonly adopt: (matrixId: string, definition: MatrixDefinition) => void;
  readonly choose: (choice: CellChoice | null) => void;
}

/** @param saved undefined until it is known */
export function useMatrixSession(projectId: string, saved: readonly SavedMatrix[] | undefined): MatrixSession {
  const { place, go, adjust } = useNavigation();
  const [session, setSession] = useState(() => keptSession(projectId));
  const choice = useMemo(() => choiceOf(place), [place]);

  const change = useCallback(
    (changes: Partial<Session>) =>
      setSession((before) => {
        const next = { ...before, ...changes };
        keepSession(projectId, next);
        return next;
      }),
    [projectId],
  );

  // The address leads: a link or "back" to a saved matrix opens it. An address without one keeps what was on screen.
  const latestChoice = useRef(choice);
  latestChoice.current = choice;
  const asked = place.matrixId;
  const isHere = place.screen === 'matrices';
  useEffect(() => {
    if (!isHere || place.view === DISPLAYS_VIEW || (asked ?? null) === session.matrixId) return;
    const matrix = saved?.find(({ id }) => id === asked);
    if (matrix) change({ matrixId: matrix.id, definition: matrix.definition, display: matrix.display, layout: matrix.layout ?? NEW_LAYOUT });
    else if (asked === undefined) adjust(placeOf(session.matrixId, latestChoice.current));
    else if (saved) adjust(placeOf(session.matrixId, null));
  }, [isHere, asked, place.view, saved, session.matrixId, change, adjust]);

  const open = (matrix: SavedMatrix | null) => {
    change({
      matrixId: matrix?.id ?? null,
      definition: matrix?.definition ?? null,
      display: matrix?.display ?? null,
      layout: matrix?.layout ?? NEW_LAYOUT,
      comparedCases: null,
    });
    go(placeOf(matrix?.id ?? null, null));
  };
  const adopt = (matrixId: string, definition: MatrixDefinition) => {
    change({ matrixId, definition });
    adjust(placeOf(matrixId, choice));
  };
  const choose = (next: CellChoice | null) => adjust(placeOf(session.matrixId, next));
  return { session, choice, change, open, adopt, choose };
}
