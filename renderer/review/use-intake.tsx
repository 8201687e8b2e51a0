// Takes a file of comments, or the text of one, on its way in: read, shown, taken.
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { IntakePreview } from '../../shared/domain/review-intake.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { IntakeDialog } from './intake-dialog.tsx';

export interface Intake {
  readonly readText: (text: string) => Promise<boolean>;
  readonly readFile: (file: File) => Promise<boolean>;
  /** What is being looked at, if anything. */
  readonly dialog: ReactNode;
}

export function useIntake(onTaken: () => void): Intake {
  const words = useText(reviewText);
  const run = useRun();
  const notify = useNotify();
  const [held, setHeld] = useState<{ text: string; preview: IntakePreview } | null>(null);
  const readText = async (text: string) => {
    const preview = await run('review.preview', { text });
    if (preview) setHeld({ text, preview });
    return preview !== undefined;
  };
  const take = async ({ text }: { text: string }) => {
    const taken = await run('review.take', { text });
    setHeld(null);
    if (!taken) return;
    notify({ text: words.taken(taken.lines.filter(({ state }) => state !== 'known').length, taken.reviewers.join(', ')), kind: 'done' });
    onTaken();
  };
  return {
    readText,
    readFile: async (file) => readText(await file.text()),
    dialog: held ? <IntakeDialog preview={held.preview} onTake={() => void take(held)} onClose={() => setHeld(null)} /> : null,
  };
}
