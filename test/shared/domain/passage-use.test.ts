// Whether a synthesis quotes a passage.
import { describe, expect, test } from 'vitest';
import { quotesPassage } from '../../../shared/domain/passage-use.ts';

const passage = { quote: 'On nous écoute, puis on vote comme avant.\n', ref: 'E12 §34' };

describe('a text quotes a passage', () => {
  test.each([
    ['as the cell’s panel sets it', 'Sceptique : «\u00a0On nous écoute, puis on vote comme avant.\u00a0» (E12\u00a0§34)'],
    ['in English marks', '“On nous écoute, puis on vote comme avant.” (E12 §34)'],
    ['a part of it', '« puis on vote comme avant » (E12 §34)'],
    ['with a cut', '« On nous écoute […] comme avant » (E12 §34)'],
    ['within more words', '« Oui. On nous écoute, puis on vote comme avant. Voilà. » (E12 §34)'],
    ['with straight quotes, case and accents aside', '"ON NOUS ECOUTE, puis on vote" (E12 §34)'],
  ])('%s', (_how, text) => expect(quotesPassage(text, passage)).toBe(true));
});

describe('a text does not quote a passage', () => {
  test.each([
    ['that stands elsewhere', '« On nous écoute, puis on vote comme avant. » (E12 §35)'],
    ['of the same turn that says something else', '« La charte a été signée par tous. » (E12 §34)'],
    ['with two words in common', '« on vote » (E12 §34)'],
    ['named without quoting', 'Comme le dit la présidente (E12 §34).'],
    ['without saying where', '« On nous écoute, puis on vote comme avant. »'],
  ])('%s', (_how, text) => expect(quotesPassage(text, passage)).toBe(false));
});

test('a passage of two words is quoted by these two', () => {
  expect(quotesPassage('« au salon » (E02 §3)', { quote: 'au salon', ref: 'E02 §3' })).toBe(true);
});
