// What becomes of a thread, what a mark says, and which words a passage says to somebody outside.
import { describe, expect, it } from 'vitest';
import { markOf, reviewQuote, stateOf, verdictOf } from '../../../shared/domain/review.ts';
import { SpokenTurns } from '../../../shared/domain/review-words.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import type { Turn } from '../../../shared/domain/source.ts';

const theirs = { isOurs: false, verdict: 'redo' as const };
const ours = { isOurs: true, verdict: null };

describe('a thread', () => {
  it('waits for an answer until somebody of the project spoke last', () => {
    expect(stateOf([theirs], false)).toBe('open');
    expect(stateOf([theirs, ours], false)).toBe('answered');
    expect(stateOf([theirs, ours, theirs], false)).toBe('open');
    expect(stateOf([theirs, ours], true)).toBe('resolved');
  });

  it('that a coder began and nobody answered waits too', () => expect(stateOf([ours], false)).toBe('open'));

  it('has the verdict given last', () => {
    expect(verdictOf([theirs, ours, { verdict: 'agree' }])).toBe('agree');
    expect(verdictOf([ours])).toBeNull();
  });
});

it('a mark says the gravest verdict of what is not settled', () => {
  expect(
    markOf([
      { state: 'open', verdict: 'discuss' },
      { state: 'resolved', verdict: 'redo' },
    ]),
  ).toEqual({ threads: 2, unsettled: 1, verdict: 'discuss' });
  expect(markOf([{ state: 'resolved', verdict: 'redo' }])).toEqual({ threads: 1, unsettled: 0, verdict: 'redo' });
});

it('a long quote is cut, never inside a character', () => {
  const quote = reviewQuote(`${'a'.repeat(3999)}😀 et la suite`);
  expect(quote).toBe(`${'a'.repeat(3999)}…`);
});

describe('what is said between two places', () => {
  const turn = (id: string, number: number | null, text: string, bodyStart: number): Turn => ({
    id: id as TurnId,
    position: 0,
    number,
    text,
    bodyStart,
    bodyEnd: text.length - 1,
    speakerId: null,
    startMs: null,
    endMs: null,
    styles: [],
    marks: [],
  });
  const spoken = new SpokenTurns([turn('a', 1, 'Elle : Oui.\n', 7), turn('b', null, '\n', 0), turn('c', 2, 'Lui : Non, pas ici.\n', 6)]);
  const at = (turnId: string, offsetUtf16: number) => ({ turnId: turnId as TurnId, offsetUtf16 });

  it('leaves labels and empty lines out', () => {
    const place = spoken.place(at('a', 0), at('c', 9));
    expect(place).toEqual({ startTurn: 0, startOffset: 0, endTurn: 1, endOffset: 3 });
    expect(place && spoken.quote(place)).toBe('Oui.\nNon');
  });

  it('from within a label or an empty line is the next words', () => {
    const place = spoken.place(at('b', 0), at('c', 19));
    expect(place && spoken.quote(place)).toBe('Non, pas ici.');
  });

  it('is nothing where nobody speaks', () => {
    expect(spoken.place(at('a', 0), at('a', 5))).toBeNull();
    expect(spoken.place(at('b', 0), at('b', 1))).toBeNull();
    expect(spoken.place(at('x', 0), at('c', 9))).toBeNull();
  });
});
