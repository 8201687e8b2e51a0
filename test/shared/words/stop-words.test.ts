// The words that counts leave out: function words and hesitations, never negations; a project decides otherwise word by word.
import { describe, expect, it } from 'vitest';
import { FILLERS, STOP_WORDS, isStoppedAsShipped, stoppedWords } from '../../../shared/words/stop-words.ts';
import { tokensOf } from '../../../shared/words/tokens.ts';

const LANGUAGES = ['fr', 'en'] as const;

describe('words left out of counts', () => {
  it.each(LANGUAGES)('are written as texts are cut (%s)', (language) => {
    const lists = [...STOP_WORDS[language], ...FILLERS[language]];
    expect(
      lists.filter(
        (word) =>
          tokensOf(word, language)
            .map(({ text }) => text)
            .join(' ') !== word,
      ),
    ).toEqual([]);
  });

  it('hold no negation: who says « jamais » says something', () => {
    const french = 'ne n pas jamais rien aucun aucune personne non ni guère plus'.split(' ');
    expect(french.filter((word) => isStoppedAsShipped(word, 'fr'))).toEqual([]);
    const english = "no not never nothing nobody none nor don't can't won't isn't".split(' ');
    expect(english.filter((word) => isStoppedAsShipped(word, 'en'))).toEqual([]);
  });

  it('hold what elision leaves', () => {
    expect('l d j qu c s'.split(' ').every((word) => isStoppedAsShipped(word, 'fr'))).toBe(true);
  });

  it('hold hesitations only where they are asked for', () => {
    const of = (withFillers: boolean) => stoppedWords({ language: 'fr', withFillers, differences: [] });
    expect([of(true).has('euh'), of(false).has('euh')]).toEqual([true, false]);
  });

  it('follow what the project decided', () => {
    const stopped = stoppedWords({
      language: 'fr',
      withFillers: true,
      differences: [
        { word: 'pôle', isStopped: true },
        { word: 'tout', isStopped: false },
      ],
    });
    expect([stopped.has('pôle'), stopped.has('tout'), stopped.has('toute')]).toEqual([true, false, true]);
  });
});
