// Runs a command whose refusal is shown where it was typed, not at the bottom of the window.
import { useCallback } from 'react';
import type { Channel, Input } from '../../shared/contract/contract.ts';
import { CoreFailure, call } from '../core.ts';
import { useLanguage } from '../ui/language.tsx';
import { sentenceOf } from '../ui/use-run.ts';

export type Attempt = <C extends Channel>(channel: C, input: Input<C>) => Promise<string | null>;

/** Null when it was done, else why not. */
export function useAttempt(): Attempt {
  const { language } = useLanguage();
  return useCallback<Attempt>(
    async (channel, input) => {
      try {
        await call(channel, input);
        return null;
      } catch (error) {
        const failure = error instanceof CoreFailure ? error.failure : { kind: 'fault' as const, code: String(error), data: {} };
        return sentenceOf(failure, language);
      }
    },
    [language],
  );
}
