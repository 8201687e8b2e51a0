// What is done by chance to words left out of counts, and to passages that were proposed.
import { resetStopWords, setStopWords } from '../../../electron/commands/stop-words.ts';
import { decideSuggestion } from '../../../electron/commands/suggestions.ts';
import type { CategoryId, SourceId, TurnId } from '../../../shared/domain/ids.ts';
import type { Anchor } from '../../../shared/domain/text-offset.ts';
import type { Act } from './desk.ts';

export const WORDS_ACTS = {
  'stopWord.set': (d) => setStopWords(d.session, { words: `${d.name} tout`, isStopped: d.luck.below(2) === 0 }),
  'stopWord.reset': (d) => resetStopWords(d.session),
  'suggestion.decide': (d) => {
    const turnId = d.any<TurnId>('turn');
    const sourceId = d.column<SourceId>('turn', turnId, 'source_id');
    const text = d.column('turn', turnId, 'text');
    const [start, end] = [0, text.trimEnd().length].map((offsetUtf16) => ({ turnId, offsetUtf16 })) as [Anchor, Anchor];
    const words = text.trimEnd();
    const decision = d.luck.below(2) === 0 ? 'accepted' : 'refused';
    decideSuggestion(d.session, {
      sourceId,
      start,
      end,
      categoryId: d.any<CategoryId>('category'),
      words,
      decision,
      method: 'logistic',
      score: 0.8,
      reasons: [],
    });
  },
} satisfies Record<string, Act>;
