// Which words are heard when, and when which words were said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieceHeardAt, spokenPieces, timeOfPlace } from '../../../renderer/media/spoken-pieces.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import type { Turn } from '../../../shared/domain/source.ts';

const HEAD = 'Directrice : ';

function aTurn(position: number, words: string, startMs: number | null, marks: readonly (readonly [number, number])[] = []): Turn {
  return {
    id: `t${position}` as TurnId,
    position,
    number: position + 1,
    text: `${HEAD}${words}\n`,
    bodyStart: HEAD.length,
    bodyEnd: HEAD.length + words.length,
    speakerId: null,
    startMs,
    endMs: null,
    styles: [],
    marks: [{ at: HEAD.length + 1, kind: 'page', value: 3 }, ...marks.map(([at, value]) => ({ at: HEAD.length + at, kind: 'time' as const, value }))],
  };
}

const TURNS = [
  aTurn(0, 'Titre', null),
  aTurn(1, 'Qui décide, ici ?', 1000),
  aTurn(2, 'Chacun. Vraiment chacun.', 3000, [[8, 4500]]),
  aTurn(3, 'Ah.', null),
  aTurn(4, 'Et la feuille de route ?', 9000),
];

describe('the pieces', () => {
  const pieces = spokenPieces(TURNS);

  it('are the turns’ times and those inside them', () => {
    expect(pieces).toEqual([
      { atMs: 1000, turn: 1, offset: 0 },
      { atMs: 3000, turn: 2, offset: 0 },
      { atMs: 4500, turn: 2, offset: 8 },
      { atMs: 9000, turn: 4, offset: 0 },
    ]);
  });

  it('stand in the recording’s order, even where the text does not', () => {
    expect(spokenPieces([aTurn(0, 'après', 5000), aTurn(1, 'avant', 2000), aTurn(2, 'ensemble', 5000)]).map(({ turn }) => turn)).toEqual([1, 0, 2]);
  });

  it.each([
    [0, -1],
    [999, -1],
    [1000, 0],
    [2999, 0],
    [3000, 1],
    [4500, 2],
    [8999, 2],
    [1e9, 3],
  ])('at %d ms: %d', (ms, index) => expect(pieceHeardAt(pieces, ms)).toBe(index));

  it('none is heard where there is none', () => expect(pieceHeardAt([], 1000)).toBe(-1));

  it('the one heard is the last that has begun, whatever the times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 40 }), fc.integer({ min: -5, max: 65 }), (times, ms) => {
        const some = spokenPieces(times.map((startMs, position) => aTurn(position, 'mots', startMs)));
        const expected = some.filter(({ atMs }) => atMs <= ms).length - 1;
        expect(pieceHeardAt(some, ms)).toBe(expected);
      }),
    );
  });

  it.each([
    [0, 0, null],
    [1, 0, 1000],
    [1, 5, 1000],
    [2, 7, 3000],
    [2, 8, 4500],
    [3, 2, 4500],
    [4, 0, 9000],
  ])('what stands in turn %d at %d was said at %s', (turn, offset, ms) => expect(timeOfPlace(pieces, { turn, offset })).toBe(ms));
});
