// Positions in texts with emoji, combining marks and every kind of line end, against JavaScript's own reading of the text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { FailureCode } from '../../../shared/domain/failure.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import { CodePointIndex, anchorAt, assertRange, isInsideSurrogatePair, turnStarts } from '../../../shared/domain/text-offset.ts';
import type { TurnExtent } from '../../../shared/domain/text-offset.ts';

/** Texts of the field: accents in both compositions, elisions, emoji with joiners and flags, CRLF, lone halves of a pair. */
const text = fc
  .array(fc.constantFrom('a', 'é', 'e\u0301', 'l’', '😀', '👩‍🔬', '🇫🇷', '𝒜', '\r\n', '\n', ' ', 'œ', '\ud83d', '\ude00', '\u00a0'), {
    maxLength: 30,
    size: 'max',
  })
  .map((pieces) => pieces.join(''));

function refusalOf(work: () => unknown): FailureCode {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('code points and UTF-16 units', () => {
  it('are the same positions, there and back, in any text', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const index = new CodePointIndex(sample);
        const points = [...sample];
        expect(index.length).toBe(points.length);
        let units = 0;
        for (let point = 0; point <= points.length; point += 1) {
          expect(index.toUtf16(point)).toBe(units);
          expect(index.fromUtf16(units)).toBe(point);
          units += points[point]?.length ?? 0;
        }
      }),
    );
  });

  it('a position before the text, after it or between two whole numbers is none', () => {
    const index = new CodePointIndex('a😀b');
    expect([-1, 4, 1.5, Number.NaN].map((position) => index.toUtf16(position))).toEqual([undefined, undefined, undefined, undefined]);
    expect(new CodePointIndex('abc').toUtf16(4)).toBeUndefined();
  });

  it('the middle of a pair counts as its end', () => {
    expect(new CodePointIndex('a😀b').fromUtf16(2)).toBe(2);
  });

  it('past the end counts as the end', () => {
    expect(new CodePointIndex('a😀b').fromUtf16(99)).toBe(3);
    expect(new CodePointIndex('abc').fromUtf16(99)).toBe(3);
  });
});

describe('a surrogate pair', () => {
  it('is cut only in its middle; a combining mark or a lone half is no pair', () => {
    expect([0, 1, 2, 3, 4].map((offset) => isInsideSurrogatePair('a😀b', offset))).toEqual([false, false, true, false, false]);
    expect(isInsideSurrogatePair('e\u0301', 1)).toBe(false);
    expect(isInsideSurrogatePair('\ud83d\ud83d', 1)).toBe(false);
    expect(isInsideSurrogatePair('\ude00\ud83d', 1)).toBe(false);
  });
});

describe('a range', () => {
  it.each<[FailureCode, number, number]>([
    ['passage.empty', 2, 2],
    ['passage.empty', 3, 2],
    ['passage.outOfRange', -1, 2],
    ['passage.outOfRange', 0, 6],
    ['passage.outOfRange', 0.5, 2],
    ['passage.outOfRange', 0, Number.NaN],
    ['passage.insideSurrogatePair', 2, 4],
    ['passage.insideSurrogatePair', 0, 2],
  ])('%s: from %d to %d', (code, start, end) => {
    expect(refusalOf(() => assertRange('a😀bc', start, end))).toBe(code);
  });

  it('from the first unit to the last is a range, and so is one half of an accent', () => {
    expect(() => assertRange('a😀bc', 0, 5)).not.toThrow();
    expect(() => assertRange('e\u0301', 0, 1)).not.toThrow();
  });
});

const turnsOf = (lengths: readonly number[]): TurnExtent[] => lengths.map((lengthUtf16, index) => ({ id: `t${index}` as TurnId, lengthUtf16 }));

describe('an anchor', () => {
  it('on a border begins the turn after it and ends the turn before it', () => {
    const turns = turnsOf([5, 3, 4]);
    const starts = turnStarts(turns);
    expect(starts).toEqual([0, 5, 8, 12]);
    expect(anchorAt(turns, starts, 5, 'start')).toEqual({ turnId: 't1', offsetUtf16: 0 });
    expect(anchorAt(turns, starts, 5, 'end')).toEqual({ turnId: 't0', offsetUtf16: 5 });
    expect(anchorAt(turns, starts, 0, 'start')).toEqual({ turnId: 't0', offsetUtf16: 0 });
    expect(anchorAt(turns, starts, 12, 'end')).toEqual({ turnId: 't2', offsetUtf16: 4 });
  });

  it('finds its place again in any document, and covers a unit of both its turns', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }), fc.nat(40), fc.nat(40), (lengths, a, b) => {
        const turns = turnsOf(lengths);
        const starts = turnStarts(turns);
        const length = starts.at(-1) ?? 0;
        const [start, end] = [Math.min(a, b) % (length + 1), Math.max(a, b) % (length + 1)];
        fc.pre(start < end);
        const place = { start: anchorAt(turns, starts, start, 'start'), end: anchorAt(turns, starts, end, 'end') };
        const turnOf = (id: TurnId): number => turns.findIndex((turn) => turn.id === id);
        const first = turnOf(place.start.turnId);
        const last = turnOf(place.end.turnId);
        expect((starts[first] ?? 0) + place.start.offsetUtf16).toBe(start);
        expect((starts[last] ?? 0) + place.end.offsetUtf16).toBe(end);
        expect(first).toBeLessThanOrEqual(last);
        expect(place.start.offsetUtf16).toBeLessThan(turns[first]?.lengthUtf16 ?? 0);
        expect(place.end.offsetUtf16).toBeGreaterThan(0);
      }),
    );
  });

  it('has no place in a document without turns', () => {
    expect(refusalOf(() => anchorAt([], [0], 0, 'start'))).toBe('passage.outOfRange');
  });
});
