// What likeness is told by on this computer: words, or the model whose folder was chosen. Remembered by the window.
import { useState } from 'react';
import { LIKENESSES } from '../../../shared/domain/suggestion.ts';
import type { Likeness } from '../../../shared/domain/suggestion.ts';
import { useQuery } from '../../ui/use-query.ts';

const STORED = 'trame.likeness';

export interface ChosenLikeness {
  readonly by: Likeness;
  readonly choose: (by: Likeness) => void;
  readonly model: { readonly folder: string; readonly name: string } | null;
  /** False while a model is wanted and none is chosen, or while it is not known yet. */
  readonly isReady: boolean;
  /** The model was chosen, or forgotten. */
  readonly refresh: () => void;
}

export function useLikeness(): ChosenLikeness {
  const [by, setBy] = useState<Likeness>(() => LIKENESSES.find((each) => each === localStorage.getItem(STORED)) ?? 'words');
  const { data: model, refresh } = useQuery('settings.model', {});
  const choose = (next: Likeness) => {
    localStorage.setItem(STORED, next);
    setBy(next);
  };
  return { by, choose, model: model ?? null, isReady: by === 'words' || (model !== undefined && model !== null), refresh };
}
