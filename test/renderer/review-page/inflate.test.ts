// The page unpacks what Node packed, byte for byte, however it was packed; and cuts words where codings begin and end.
import { constants, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../renderer/review-page/inflate.ts';
import { runsOf } from '../../../renderer/review-page/turn-runs.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const words = 'Tout le monde décide, c’est notre règle 😀. '.repeat(400);

describe('what was packed', () => {
  it.each([
    ['as it stands', { level: 0 }],
    ['with the fixed code', { strategy: constants.Z_FIXED }],
    ['with codes of its own', { level: 9 }],
  ])('%s is unpacked', (_, options) => expect(text(gunzip(gzipSync(words, options)))).toBe(words));

  it('is unpacked whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom(0, 1, 6, 9), (bytes, level) =>
        Buffer.from(bytes).equals(gunzip(gzipSync(bytes, { level }))),
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  it('and cut on its way is refused', () => {
    const packed = gzipSync(words);
    expect(() => gunzip(packed.subarray(0, 40))).toThrow(RangeError);
    expect(() => gunzip(new Uint8Array())).toThrow(RangeError);
  });
});

it('a turn is cut where something begins or ends, and the shortest stretch comes first', () => {
  const long = { startTurn: 0, startOffset: 2, endTurn: 2, endOffset: 1, name: 'long' };
  const short = { startTurn: 1, startOffset: 4, endTurn: 1, endOffset: 6, name: 'short' };
  const runs = runsOf('abcdefgh', 1, [long, short]).map(({ text: run, over }) => [run, over.map(({ name }) => name)]);
  expect(runs).toEqual([
    ['abcd', ['long']],
    ['ef', ['short', 'long']],
    ['gh', ['long']],
  ]);
});
