// What the coder has in hand: words selected in the text, else the coded passage that the address names.
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { PassageId } from '../../shared/domain/ids.ts';
import { useNavigation } from '../navigation.tsx';
import { passageOn } from './coded-text.ts';
import type { CodedText } from './coded-text.ts';
import type { TextHandle } from './reader-context.tsx';
import { sameSpan } from './transcript.ts';
import type { Span } from './transcript.ts';

export function useHand(coded: CodedText) {
  const { place, adjust } = useNavigation();
  const named = (place.passageId as PassageId | undefined) ?? null;
  const [selection, setSelection] = useState<Span | null>(null);
  const [passagesHere, setPassagesHere] = useState<readonly PassageId[]>([]);
  const text = useRef<TextHandle | null>(null);
  /** The passage of the address that is in view already. */
  const seen = useRef<PassageId | null>(null);

  const select = useCallback((span: Span | null) => setSelection((before) => (before && span && sameSpan(before, span) ? before : span)), []);
  const choose = useCallback(
    (passageId: PassageId | null, around: readonly PassageId[] = []) => {
      setSelection(null);
      setPassagesHere(around);
      seen.current = passageId;
      const { passageId: before, ...rest } = place;
      if (before !== (passageId ?? undefined)) adjust(passageId === null ? rest : { ...rest, passageId });
    },
    [place, adjust],
  );

  // A passage that somebody sends to is gone to once its codings are there; one chosen in this text is in view.
  useLayoutEffect(() => {
    const span = named && named !== seen.current && coded.byPassage.get(named)?.[0]?.span;
    if (!span || !text.current) return;
    seen.current = named;
    setSelection(null);
    text.current.reveal(span, { flash: true });
  }, [named, coded]);

  /** Of words of another source, which are not in hand in this one. */
  const forget = useCallback(() => {
    setSelection(null);
    setPassagesHere([]);
  }, []);
  const passageId = selection ? passageOn(coded, selection) : named;
  const target = selection ?? (passageId && coded.byPassage.get(passageId)?.[0]?.span) ?? null;
  return { selection, passageId, target, passagesHere, select, choose, forget, text };
}
