// Keeps what is typed into a guide: at once what changes its order or its links, after a rest what is typed; and follows undo.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Guide } from '../../shared/domain/guide.ts';
import { useRun } from '../ui/use-run.ts';
import { draftOf, printOf, printOfGuide, textOf } from './guide-lines.ts';
import type { GuideText } from './guide-lines.ts';

const REST_MS = 1200;
export const newId = (): string => crypto.randomUUID();

export interface EditedGuide {
  readonly text: GuideText;
  /** `rest` for letters, `now` for what is one act. */
  readonly change: (next: GuideText, when: 'now' | 'rest') => void;
  /** Keeps what was typed so far. */
  readonly keep: () => void;
}

export function useGuideText(guide: Guide): EditedGuide {
  const run = useRun();
  const [text, setText] = useState(() => textOf(guide, newId));
  const latest = useRef({ text, guide, run });
  latest.current.guide = guide;
  latest.current.run = run;
  const storedPrint = printOfGuide(guide);
  /** What the project holds as far as this window knows, its own writes under way included. */
  const known = useRef(storedPrint);
  const underWay = useRef(0);
  const timer = useRef(0);

  const show = useCallback((next: GuideText) => {
    latest.current.text = next;
    setText(next);
  }, []);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const now = latest.current;
    const draft = draftOf(now.text, now.guide);
    const print = printOf(draft);
    if (print === known.current) return;
    known.current = print;
    underWay.current += 1;
    void now.run('guide.write', { guideId: now.guide.id, guide: draft }).then((written) => {
      underWay.current -= 1;
      if (written !== undefined) return;
      known.current = printOfGuide(latest.current.guide);
      show(textOf(latest.current.guide, newId));
    });
  }, [show]);

  const change = useCallback(
    (next: GuideText, when: 'now' | 'rest') => {
      show(next);
      clearTimeout(timer.current);
      if (when === 'now') keep();
      else timer.current = window.setTimeout(keep, REST_MS);
    },
    [keep, show],
  );

  // undo, or another window: what the project holds is not what was written from here
  useEffect(() => {
    if (storedPrint === known.current || underWay.current > 0) return;
    known.current = storedPrint;
    show(textOf(latest.current.guide, newId));
  }, [storedPrint, show]);

  useEffect(() => keep, [keep]);
  return { text, change, keep };
}
