// Where sentences end, and where a full stop ends none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../shared/words/sentences.ts';

const sentences = (text: string): string[] => sentencesIn(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at full stops, question marks and line ends', () => {
    expect(sentences('Tout le monde décide. Vraiment ? Oui !\nEnsuite on écrit')).toEqual([
      'Tout le monde décide.',
      'Vraiment ?',
      'Oui !',
      'Ensuite on écrit',
    ]);
  });

  it('go on after abbreviations, initials and hesitations', () => {
    expect(sentences('M. Durand et Mme. Petit, cf. p. 12, sont là. Le Dr. Roux aussi.')).toEqual([
      'M. Durand et Mme. Petit, cf. p. 12, sont là.',
      'Le Dr. Roux aussi.',
    ]);
    expect(sentences('On écoute… enfin, on essaie... de le faire. Voilà.')).toEqual(['On écoute… enfin, on essaie... de le faire.', 'Voilà.']);
    expect(sentences('On s’est dit « pourquoi pas ? » et voilà.')).toEqual(['On s’est dit « pourquoi pas ? » et voilà.']);
    expect(sentences('Il a dit « Oui ! » Ensuite (enfin ?) rien.')).toEqual(['Il a dit « Oui ! »', 'Ensuite (enfin ?) rien.']);
    expect(sentences('Des outils, etc. Puis on signe.')).toEqual(['Des outils, etc.', 'Puis on signe.']);
  });

  it('lie in the stretch that is asked for, in order, with words in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, from) => {
        const start = Math.min(from, text.length);
        let last = start;
        for (const sentence of sentencesIn(text, start)) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(text.slice(sentence.start, sentence.end).trim()).toBe(text.slice(sentence.start, sentence.end));
          last = sentence.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
