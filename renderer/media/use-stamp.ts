// Writes the recording's present time where the caret is: at a turn's beginning it is the turn's time, inside it a mark.
import { useCallback } from 'react';
import { mediaText } from '../../shared/i18n/media.ts';
import { useReader } from '../reader/reader-context.tsx';
import { anchorOf } from '../reader/transcript.ts';
import { useLatest } from '../reader/use-latest.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { shortClock } from './clock.ts';

/** @param now the recording's present time */
export function useStamp(now: () => number): () => Promise<void> {
  const text = useText(mediaText);
  const notify = useNotify();
  const latest = useLatest(useReader());
  return useCallback(async () => {
    const { transcript, isReadOnly, text: handle, say, correction } = latest.current;
    if (isReadOnly) return;
    const caret = handle.current?.caret() ?? null;
    if (!caret) {
      notify({ text: text.noCaret });
      return;
    }
    const timeMs = Math.round(now());
    // after what was typed, whose words the time is for
    const done = await correction.restructure((run) => run('source.setTime', { ...anchorOf(transcript, caret), timeMs }));
    if (done === undefined) return;
    say(text.stamped(shortClock(timeMs)));
  }, [latest, notify, text, now]);
}
