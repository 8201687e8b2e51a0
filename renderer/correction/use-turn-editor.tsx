// Puts the editor into the turn that is corrected, and the caret back into the text when it is left.
import { useCallback, useLayoutEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Reader } from '../reader/reader-context.tsx';
import { caretRect, writeSelection } from '../reader/text-dom.ts';
import { bodyAt, speakerAt } from '../reader/transcript.ts';
import { gutterRef } from '../reader/turn-words.ts';
import { useLatest } from '../reader/use-latest.ts';
import { keepInView } from '../reader/use-text-handle.ts';
import type { TextElements } from '../reader/use-text-handle.ts';
import { neighbourTurn } from '../reader/word-steps.ts';
import { TurnEditor } from './turn-editor.tsx';

/** `edited` is the turn's index; both null while nothing is corrected. */
export function useTurnEditor(reader: Reader, elements: TextElements): { edited: number | null; editor: ReactNode } {
  const { editing } = reader.correction;
  const latest = useLatest(reader);
  const { root, paragraphs, scroller } = elements;

  const onLeave = useCallback(
    (caret: number, towards: 'here' | 'before' | 'after') => {
      const { transcript, correction } = latest.current;
      const turn = correction.editing && transcript.indexOf.get(correction.editing.turnId);
      if (typeof turn !== 'number') return;
      const next = towards === 'here' ? null : neighbourTurn(transcript, turn, towards === 'before' ? 'back' : 'forth');
      if (towards !== 'here') {
        if (next !== null) correction.begin({ turn: next, offset: towards === 'before' ? bodyAt(transcript, next).length : 0 });
        return;
      }
      flushSync(() => correction.end());
      root.current?.focus({ preventScroll: true });
      writeSelection(paragraphs.current, { turn, offset: caret }, { turn, offset: caret });
    },
    [latest, root, paragraphs],
  );

  const edited = (editing && reader.transcript.indexOf.get(editing.turnId)) ?? null;
  const editor = useMemo(() => {
    const { transcript, correction } = latest.current;
    const turn = edited === null ? undefined : transcript.turns[edited];
    if (!editing || edited === null || !turn) return null;
    const label = [gutterRef(transcript, edited), speakerAt(transcript, edited)?.label].filter(Boolean).join(', ');
    return <TurnEditor key={editing.beginning} turn={turn} editing={editing} label={label} acts={correction} onLeave={onLeave} />;
  }, [editing, edited, latest, onLeave]);

  // The line of the caret comes into view when a correction begins.
  useLayoutEffect(() => {
    const rect = editing && edited !== null ? caretRect(paragraphs.current, { turn: edited, offset: editing.caret }) : null;
    if (rect && scroller.current) keepInView(scroller.current, rect);
  }, [editing, edited, paragraphs, scroller]);
  return { edited, editor };
}
