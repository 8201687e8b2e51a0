// Ids found where they stand in a text, as a plain search finds them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdsInText, writtenIds } from '../../../electron/queries/ids-in-text.ts';

it('finds every id at its place in the list, and nothing else', () => {
  // few letters and shared beginnings, so that different ids look alike from their first characters
  const id = fc
    .tuple(fc.constantFrom('', 'aaaaaaaa', 'aaaaaaab'), fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 40 }), fc.array(id, { maxLength: 40 }), (known, asked) => {
      const ids = new IdsInText(writtenIds(known));
      const text = Buffer.from(asked.join(' '));
      let at = 0;
      for (const word of asked) {
        expect(ids.find(text, at)).toBe(known.indexOf(word));
        if (known.includes(word)) expect(ids.findKnown(text, at)).toBe(known.indexOf(word));
        at += word.length + 1;
      }
    }),
  );
});
