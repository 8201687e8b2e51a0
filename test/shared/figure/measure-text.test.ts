// Widths are estimates: they must never be too small, or words would run over their boxes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipped, longestWord, textWidth, wrapClipped, wrapText } from '../../../shared/figure/measure-text.ts';

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

  test('what is cut off is said to be, within as many lines', () => {
    fc.assert(
      fc.property(frenchText, fc.integer({ min: 60, max: 300 }), fc.integer({ min: 1, max: 3 }), (words, width, most) => {
        const text = words.join(' ');
        const lines = wrapClipped(text, width, 12, most, true);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of [...lines.map((each) => textWidth(each, 12, true)), textWidth(clipped(text, width, 12), 12)])
          expect(line).toBeLessThanOrEqual(width + 1e-6);
        expect(lines.at(-1)?.endsWith('…')).toBe(wrapText(text, width, 12, true).length > most);
      }),
    );
  });
});
