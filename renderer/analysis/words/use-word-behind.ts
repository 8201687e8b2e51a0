// What stands behind a word: where it is said, in the corpus or in one of its parts.
import { useCallback } from 'react';
import type { WordParts, WordUnit } from '../../../shared/domain/words.ts';
import { useRun } from '../../ui/use-run.ts';
import type { PlacesBehind } from '../behind.ts';

/** Places that are listed. */
const MOST = 100;

export const EVERYWHERE: WordParts = { kind: 'none' };

interface Counted {
  readonly unit: WordUnit;
  readonly withInterviewers: boolean;
  readonly by: WordParts;
}

interface Part {
  readonly key: string;
  readonly label: string;
}

export function useWordBehind({ unit, withInterviewers, by }: Counted): (words: string, part?: Part | null) => PlacesBehind {
  const run = useRun();
  return useCallback(
    (words, part = null) => ({
      title: part ? `${words} — ${part.label}` : words,
      ...(words.includes(' ') ? {} : { word: words }),
      places: () => run('words.places', { words, unit, withInterviewers, by, part: part?.key ?? null, most: MOST }),
    }),
    [run, unit, withInterviewers, by],
  );
}
