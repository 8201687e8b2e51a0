// The mark of a file of comments is SHA-256: the same as Node's, of any text.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf } from '../../../shared/domain/review-digest.ts';

const known = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it.each(['', 'abc', 'é'.repeat(55), 'a'.repeat(64), '😀 « oui »', 'x'.repeat(5000)])('is what Node computes of %j', (text) => {
  expect(digestOf(text)).toBe(known(text));
});

it('is so of whatever somebody writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(digestOf(text)).toBe(known(text));
    }),
    { seed: 7, numRuns: 100 },
  );
});
