// Runs a command from the window; a refusal becomes a sentence at the bottom, never a silence.
import { useCallback } from 'react';
import type { Channel, Failure, Input, Output } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/domain/project.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { CoreFailure, call } from '../core.ts';
import { useLanguage } from './language.tsx';
import { useNotify } from './notify.tsx';

/** What went wrong, in words: the rule's sentence for a refusal, a plain admission for a bug. */
export function sentenceOf(failure: Failure, language: Language): string {
  if (failure.code === 'core.lost') return uiText[language].lost;
  const sentences: Partial<Record<string, (data: Failure['data']) => string>> = failureText[language];
  if (failure.kind !== 'fault') return sentences[failure.code]?.(failure.data) ?? uiText[language].invalid;
  return uiText[language].fault(failure.code);
}

export type Run = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C> | undefined>;

/** `const run = useRun(); const id = await run('case.create', {name})`: undefined when it was refused, and said so. */
export function useRun(): Run {
  const notify = useNotify();
  const { language } = useLanguage();
  return useCallback<Run>(
    async (channel, input) => {
      try {
        return await call(channel, input);
      } catch (error) {
        const failure: Failure = error instanceof CoreFailure ? error.failure : { kind: 'fault', code: String(error), data: {} };
        if (failure.code !== 'job.cancelled') notify({ text: sentenceOf(failure, language), kind: 'failure' });
        return undefined;
      }
    },
    [notify, language],
  );
}
