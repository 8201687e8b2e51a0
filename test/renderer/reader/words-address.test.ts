// Words named in an address come back as the same anchors; anything else names nothing.
import { expect, test } from 'vitest';
import { wordsAddress, wordsOfAddress } from '../../../renderer/reader/words-address.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';

const words = {
  start: { turnId: '0192f0aa-7c1d-7000-8000-000000000001' as TurnId, offsetUtf16: 0 as Utf16 },
  end: { turnId: '0192f0aa-7c1d-7000-8000-000000000002' as TurnId, offsetUtf16: 42 as Utf16 },
};

test('an address names words from one turn to another', () => {
  expect(wordsOfAddress(wordsAddress(words))).toEqual(words);
});

test.each(['', 'abc', 'a.1', 'a.1~', 'a.1~b', 'a.1~b.-2', 'a.1~b.2~c.3', 'a.1 ~b.2'])('“%s” names no words', (address) => {
  expect(wordsOfAddress(address)).toBeNull();
});
