// Two versions of a text laid side by side: the edits found lead from the one to the other, unit by unit, and the turns are found again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTexts, commonPairs } from '../../../electron/queries/text-diff.ts';
import { applyEdit } from '../../../shared/domain/turn-edit.ts';
import type { AlignedText } from '../../../shared/domain/turn-kin.ts';

/** `Label : words` and a line end, as recognised. */
function turn(words: string, head = 'Directrice : ', tail = '\n'): AlignedText {
  return { text: head + words + tail, bodyStart: head.length, bodyEnd: head.length + words.length };
}

const text = (turns: readonly AlignedText[]): string => turns.map((each) => each.text).join('');

const word = fc.constantFrom('le', 'monde', 'décide', 'de\u0301cide', 'Charte', 'charte', '🎓', 'entreprises', 'oui', '…');
const anyTurn = fc
  .record({
    words: fc.array(word, { maxLength: 8 }),
    head: fc.constantFrom('', 'A : ', 'Directrice : ', '[0:01] B '),
    tail: fc.constantFrom('\n', '\r\n', '\n\n', ''),
  })
  .map(({ words, head, tail }) => turn(words.join(' '), head, tail));
const anyText = fc.array(anyTurn, { minLength: 1, maxLength: 6 });

describe('two versions of a text', () => {
  it('are led from the one to the other by the edits, whatever they are', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const { edits, sameAs } = alignTexts(before, after);
        expect(edits.reduce(applyEdit, text(before))).toBe(text(after));
        expect(sameAs).toHaveLength(after.length);
        const used = sameAs.filter((index) => index !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(used).toEqual([...used].sort((a, b) => a - b));
      }),
      { numRuns: 1_000 },
    );
  });

  it('that are the same need no edit, and every turn is its own', () => {
    fc.assert(
      fc.property(anyText, (turns) => {
        expect(alignTexts(turns, turns)).toEqual({ edits: [], sameAs: turns.map((_, index) => index) });
      }),
      { numRuns: 300 },
    );
  });

  it('change whole words, so that a passage never ends in the middle of one', () => {
    const { edits } = alignTexts([turn('Tout le monde décide ensemble ici')], [turn('Tout le monde décident ensemble ici')]);
    expect(edits).toEqual([{ at: 27, removed: 6, inserted: 'décident' }]);
  });

  it('know a short turn that is spelt otherwise by its neighbours', () => {
    const around = ['Les entreprises du pôle décident ensemble.', 'La charte vient des membres fondateurs.'] as const;
    const { sameAs } = alignTexts(
      [turn(around[0]), turn('Nonn.', 'B : '), turn(around[1])],
      [turn(around[0]), turn('Non.', 'B : '), turn(around[1])],
    );
    expect(sameAs).toEqual([0, 1, 2]);
  });

  it('do not take a turn for another for the words that every sentence has', () => {
    const before = [turn('je pense que les membres du pôle ont pris la décision avec nous')];
    const after = [turn('je crois que la maison et le jardin de ma mère sont à nous')];
    expect(alignTexts(before, after).sameAs).toEqual([null]);
  });
});

describe('the words that two lists have in common', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  it('are the same words, in the same order', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        let [b, a] = [-1, -1];
        for (const [one, other] of commonPairs(before, after)) {
          expect(before[one]).toBe(after[other]);
          expect(one > b && other > a).toBe(true);
          [b, a] = [one, other];
        }
      }),
    );
  });

  it('are found in long lists that differ in more places than are looked at one by one', () => {
    const before = Array.from({ length: 5_000 }, (_, index) => (index % 4 === 0 ? `vieux${index}` : `mot${index}`));
    const after = before.map((each, index) => (index % 4 === 0 ? `neuf${index}` : each));
    expect(commonPairs(before, after)).toEqual(before.flatMap((_, index) => (index % 4 === 0 ? [] : [[index, index]])));
  });
});
