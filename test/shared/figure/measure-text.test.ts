// Widths are estimates: they must never be too small, or words would run over their boxes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestWord, textWidth, wrapText } from '../../../shared/figure/measure-text.ts';

const frenchText = fc.array(
  fc.constantFrom('l’', 'innovation', 'inter-organisationnelle', 'à', 'Œuvre', '100\u202f%', 'anticonstitutionnellement', 'et/ou', '😀', 'n°\u00a01'),
  {
    maxLength: 20,
  },
);

describe('wrapping', () => {
  test('no line is wider than asked for', () => {
    fc.assert(
      fc.property(frenchText, fc.integer({ min: 40, max: 400 }), (words, width) => {
        for (const line of wrapText(words.join(' '), width, 12)) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('no letter is lost', () => {
    const kept = (text: string): string => text.replace(/[ -]/g, '');
    fc.assert(
      fc.property(frenchText, fc.integer({ min: 40, max: 400 }), (words, width) => {
        expect(kept(wrapText(words.join(' '), width, 12).join(''))).toBe(kept(words.join(' ')));
      }),
    );
  });

  test('a number stays with what it counts', () => {
    for (const line of wrapText('le pôle n°\u00a01 et le pôle n°\u00a02', 70, 12)) expect(line).not.toMatch(/^\d|n°$/);
  });

  test('a column as wide as its longest word cuts none', () => {
    const label = 'Management interorganisationnel des connaissances';
    expect(wrapText(label, longestWord(label, 12), 12).join(' ')).toBe(label);
  });
});
