// The first hour as this window keeps it: noticed while one works, kept between two starts, left and resumed at will.
import { useCallback, useEffect, useRef, useState } from 'react';
import { helpText } from '../../shared/i18n/help/panel.ts';
import type { StepId } from '../../shared/i18n/help/panel.ts';
import { onAnswered } from '../core.ts';
import { useProject } from '../project.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { NOT_BEGUN, SAMPLE_TITLES, parsedFirstHour, stepOfCall } from './first-hour.ts';
import type { FirstHour } from './first-hour.ts';

const STORED = 'trame.firstHour';
/** CSS pixels of a text gone through before one has read in it. */
const READ_AFTER = 300;

export interface FirstHourInHand {
  readonly state: FirstHour;
  readonly turnOn: () => void;
  readonly turnOff: () => void;
  readonly restart: () => void;
}

/** `onStep` while `isOn`: the step that was done just now. */
function useNoticed(isOn: boolean, onStep: (step: StepId) => void): void {
  const { project } = useProject();
  const isSample = project !== null && project !== undefined && SAMPLE_TITLES.includes(project.title);
  useEffect(() => {
    if (isOn && isSample) onStep('sample');
  }, [isOn, isSample, onStep]);

  useEffect(() => {
    if (!isOn) return undefined;
    let isByKey = false;
    const keyed = () => (isByKey = true);
    const pointed = () => (isByKey = false);
    const scrolled = ({ target }: Event) => {
      if (target instanceof HTMLElement && target.scrollTop > READ_AFTER && target.querySelector('[data-t]') !== null) onStep('read');
    };
    const stop = onAnswered((channel, input) => {
      const step = stepOfCall({ channel, input, isByKey });
      if (step !== null) onStep(step);
    });
    addEventListener('keydown', keyed, true);
    addEventListener('pointerdown', pointed, true);
    document.addEventListener('scroll', scrolled, true);
    return () => {
      stop();
      removeEventListener('keydown', keyed, true);
      removeEventListener('pointerdown', pointed, true);
      document.removeEventListener('scroll', scrolled, true);
    };
  }, [isOn, onStep]);
}

export function useFirstHour(): FirstHourInHand {
  const text = useText(helpText);
  const notify = useNotify();
  const [state, setState] = useState(() => parsedFirstHour(localStorage.getItem(STORED)));
  const latest = useRef(state);

  const keep = useCallback((next: FirstHour) => {
    latest.current = next;
    localStorage.setItem(STORED, JSON.stringify(next));
    setState(next);
  }, []);
  const onStep = useCallback(
    (step: StepId) => {
      const { done } = latest.current;
      if (done.includes(step)) return;
      keep({ ...latest.current, done: [...done, step] });
      notify({ text: text.stepDone(text.steps[step].title), kind: 'done' });
    },
    [keep, notify, text],
  );
  useNoticed(state.isOn, onStep);

  return {
    state,
    turnOn: useCallback(() => keep({ ...latest.current, isOn: true }), [keep]),
    turnOff: useCallback(() => keep({ ...latest.current, isOn: false }), [keep]),
    restart: useCallback(() => keep({ ...NOT_BEGUN, isOn: true }), [keep]),
  };
}
