// What was decided of the proposals in view: kept until they are asked for again, so that nothing moves under the hand.
import { useState } from 'react';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import type { Decision, Suggestion, SuggestionMethod } from '../../../shared/domain/suggestion.ts';
import { useRun } from '../../ui/use-run.ts';

export function suggestionKey({ turnId, start }: Pick<Suggestion, 'turnId' | 'start'>): string {
  return `${turnId} ${start}`;
}

export interface Decisions {
  readonly of: (suggestion: Suggestion) => Decision | undefined;
  readonly count: number;
  /** False where it was refused: the text may have changed. */
  readonly decide: (suggestion: Suggestion, decision: Decision) => Promise<boolean>;
  readonly forget: () => void;
}

/** @param of what the proposals are of: other proposals have other decisions */
export function useDecisions(categoryId: CategoryId | null, method: SuggestionMethod, of: string): Decisions {
  const run = useRun();
  const [decided, setDecided] = useState<{ readonly of: string; readonly by: ReadonlyMap<string, Decision> }>({ of, by: new Map() });
  const present = decided.of === of ? decided.by : new Map<string, Decision>();
  return {
    of: (suggestion) => present.get(suggestionKey(suggestion)),
    count: present.size,
    decide: async (suggestion, decision) => {
      if (categoryId === null) return false;
      const { sourceId, turnId, start, end, text, score, reasons } = suggestion;
      const done = await run('suggestion.decide', {
        categoryId,
        sourceId,
        start: { turnId, offsetUtf16: start },
        end: { turnId, offsetUtf16: end },
        words: text,
        decision,
        method,
        score,
        reasons: [...reasons],
      });
      if (done === undefined) return false;
      setDecided((before) => ({ of, by: new Map(before.of === of ? before.by : []).set(suggestionKey(suggestion), decision) }));
      return true;
    },
    forget: () => setDecided({ of, by: new Map() }),
  };
}
