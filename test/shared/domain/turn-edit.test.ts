// A correction keeps codings on their words: against a model that gives every character an identity.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, editBetween, moveEnd, moveStart, moveStretch } from '../../../shared/domain/turn-edit.ts';
import type { Stretch, TextEdit } from '../../../shared/domain/turn-edit.ts';

describe('a passage under one edit', () => {
  const passage: Stretch = { start: 4, end: 9 };
  test.each<[string, TextEdit, Stretch]>([
    ['words typed before it push it', { at: 0, removed: 0, inserted: 'ab' }, { start: 6, end: 11 }],
    ['words typed at its beginning stay outside', { at: 4, removed: 0, inserted: 'ab' }, { start: 6, end: 11 }],
    ['words typed inside belong to it', { at: 6, removed: 0, inserted: 'ab' }, { start: 4, end: 11 }],
    ['words typed at its end stay outside', { at: 9, removed: 0, inserted: 'ab' }, { start: 4, end: 9 }],
    ['words cut before it pull it', { at: 0, removed: 2, inserted: '' }, { start: 2, end: 7 }],
    ['a cut over its beginning shortens it', { at: 2, removed: 4, inserted: '' }, { start: 2, end: 5 }],
    ['a cut over its end shortens it', { at: 7, removed: 4, inserted: '' }, { start: 4, end: 7 }],
    ['a replacement inside belongs to it', { at: 5, removed: 2, inserted: 'xyz' }, { start: 4, end: 10 }],
    ['a replacement that touches its end belongs to it', { at: 7, removed: 4, inserted: 'xyz' }, { start: 4, end: 10 }],
    ['a replacement that swallows it takes its place', { at: 2, removed: 9, inserted: 'xyz' }, { start: 2, end: 5 }],
    ['a cut of all its words collapses it', { at: 3, removed: 8, inserted: '' }, { start: 3, end: 3 }],
  ])('%s', (_name, edit, expected) => expect(moveStretch(passage, edit)).toEqual(expected));

  test('a collapsed passage never takes words in', () => {
    expect(moveStretch({ start: 4, end: 4 }, { at: 4, removed: 0, inserted: 'ab' })).toEqual({ start: 4, end: 4 });
  });

  test('a passage that goes on in another turn moves only the end that lies here', () => {
    expect(moveStart(4, { at: 2, removed: 1, inserted: 'xyz' })).toBe(6);
    expect(moveEnd(4, { at: 2, removed: 1, inserted: 'xyz' })).toBe(6);
  });
});

const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '\u0301', '🎓'), maxLength: 6 });

function cutAt(text: string, fraction: number): number {
  const points = [...text];
  return points.slice(0, Math.floor(fraction * (points.length + 1))).join('').length;
}

const editOf = (text: string, from: number, to: number, inserted: string): TextEdit => {
  const [a, b] = [cutAt(text, from), cutAt(text, to)];
  return { at: Math.min(a, b), removed: Math.abs(a - b), inserted };
};

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('words that no edit touches are still the passage’s, exactly', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      place,
      place,
      fc.array(fc.tuple(place, place, piece), { maxLength: 6 }),
      (pieces, from, to, acts) => {
        let text = `début ${pieces.join(' ')} fin`;
        let identities = [...text].flatMap((point, index) => Array.from({ length: point.length }, () => index));
        let next = identities.length;
        const [a, b] = [cutAt(text, from), cutAt(text, to)];
        let stretch: Stretch = { start: Math.min(a, b), end: Math.max(a, b) };
        fc.pre(stretch.start < stretch.end);
        let own = new Set(identities.slice(stretch.start, stretch.end));
        for (const [start, end, inserted] of acts) {
          const edit = editOf(text, start, end, inserted);
          const wasCollapsed = stretch.start === stretch.end;
          const fresh = Array.from({ length: inserted.length }, () => (next += 1));
          const joins =
            !wasCollapsed &&
            (edit.removed === 0 ? edit.at > stretch.start && edit.at < stretch.end : edit.at < stretch.end && edit.at + edit.removed > stretch.start);
          identities = identities.toSpliced(edit.at, edit.removed, ...fresh);
          if (joins) own = new Set([...own, ...fresh]);
          stretch = moveStretch(stretch, edit);
          text = applyEdit(text, edit);
        }
        const kept = identities.flatMap((identity, index) => (own.has(identity) ? [index] : []));
        if (kept.length === 0) expect(stretch.start).toBe(stretch.end);
        else expect(stretch).toEqual({ start: kept[0], end: (kept.at(-1) ?? 0) + 1 });
      },
    ),
    { numRuns: 3000 },
  );
});

test('an edit read off two texts and the caret is the edit that was made', () => {
  fc.assert(
    fc.property(piece, piece, place, place, piece, (left, right, from, to, inserted) => {
      const before = `${left} ${right}`;
      const made = editOf(before, from, to, inserted);
      const after = applyEdit(before, made);
      const read = editBetween(before, after, made.at + inserted.length);
      expect(applyEdit(before, read)).toBe(after);
      // what it says was typed ends where the caret stands, unless nothing changed
      if (before !== after && made.removed === 0) expect(read).toEqual(made);
    }),
    { numRuns: 3000 },
  );
});
