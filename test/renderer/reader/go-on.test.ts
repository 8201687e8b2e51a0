// What follows an application, and where a category that is let go in the text lands.
import { expect, test } from 'vitest';
import { AFTER_CODING, following } from '../../../renderer/reader/after-coding.ts';
import { goOn, nextTurnToCode } from '../../../renderer/reader/go-on.ts';
import type { AfterCoding } from '../../../renderer/reader/after-coding.ts';
import type { TextHandle } from '../../../renderer/reader/reader-context.tsx';
import { wordsOf } from '../../../renderer/reader/transcript.ts';
import type { Span } from '../../../renderer/reader/transcript.ts';
import { isWithin } from '../../../renderer/reader/transcript.ts';
import { anInterview } from './interview.ts';

const interview = anInterview('Directrice : Un.', 'Enquêtrice : Et ?', '', 'Directrice : Deux.', 'Enquêtrice : Merci.');
const first: Span = { start: { turn: 0, offset: 0 }, end: { turn: 0, offset: 3 } };

test('the next turn to code is not the interviewer’s, nor an empty one', () => {
  const next = nextTurnToCode(interview, 0);
  expect(next && wordsOf(interview, next)).toBe('Deux.');
  expect(nextTurnToCode(interview, 3)).toBeNull();
});

function after(choice: AfterCoding): string[] {
  const done: string[] = [];
  const handle = {
    focus: () => done.push('text'),
    reveal: () => done.push('seen'),
    select: (span: Span) => done.push(wordsOf(interview, span)),
  } as unknown as TextHandle;
  goOn({ closePalette: () => done.push('closed'), text: { current: handle }, transcript: interview, target: first }, choice);
  return done;
}

test('the palette stays, or closes and the words stay in hand, or the next turn is taken', () => {
  expect(after('open')).toEqual([]);
  expect(after('stay')).toEqual(['closed', 'text']);
  expect(after('next')).toEqual(['closed', 'text', 'seen', 'Deux.']);
  expect(following(AFTER_CODING, 'next')).toBe('open');
});

test('a place on the edge of the selection is in it', () => {
  expect([0, 3, 4].map((offset) => isWithin(first, { turn: 0, offset }))).toEqual([true, true, false]);
});
