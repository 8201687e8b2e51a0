// Dragging the ends of a passage, the keys of reading, and which source opens beside another.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { otherSources, sourceBeside } from '../../../renderer/reader/beside.ts';
import { draggedSpan } from '../../../renderer/reader/edge-drag.ts';
import { readingKeyOf } from '../../../renderer/reader/reading-keys.ts';
import { bodyAt, wordsOf } from '../../../renderer/reader/transcript.ts';
import { snapped } from '../../../renderer/reader/word-steps.ts';
import { anInterview } from './interview.ts';

const interview = anInterview('Directrice : Une équipe soudée 👩‍👧 travaille ici.', 'Enquêtrice : Et après ?', 'Directrice : On verra bien.');
const span = { start: { turn: 0, offset: 4 }, end: { turn: 0, offset: 17 } };
const dragged = (edge: 'start' | 'end', turn: number, offset: number, byWords = false) =>
  wordsOf(interview, draggedSpan(interview, span, edge, { turn, offset }, byWords));

describe('dragging an end', () => {
  test('goes by characters, with Shift by words', () => {
    expect(wordsOf(interview, span)).toBe('équipe soudée');
    expect(dragged('end', 0, 14)).toBe('équipe sou');
    expect(dragged('end', 0, 14, true)).toBe('équipe soudée');
    expect(dragged('start', 0, 6)).toBe('uipe soudée');
    expect(dragged('start', 0, 6, true)).toBe('équipe soudée');
    expect(dragged('end', 2, 5, true)).toBe('équipe soudée 👩‍👧 travaille ici.\nEt après ?\nOn verra');
  });

  test('never past the other end, and never through the middle of a character', () => {
    expect(dragged('start', 2, 3)).toBe('équipe soudée');
    expect(dragged('end', 0, 1)).toBe('équipe soudée');
    fc.assert(
      fc.property(fc.constantFrom('start', 'end'), fc.nat(2), fc.nat(45), fc.boolean(), (edge, turn, offset, byWords) => {
        const moved = draggedSpan(interview, span, edge, { turn, offset: Math.min(offset, bodyAt(interview, turn).length) }, byWords);
        expect(wordsOf(interview, moved).trim()).not.toBe('');
        for (const point of [moved.start, moved.end]) expect(snapped(bodyAt(interview, point.turn), point.offset, 'back')).toBe(point.offset);
      }),
    );
  });
});

test('the keys of reading', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
    readingKeyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held } as never);
  expect(press('f', { ctrlKey: true })).toBe('find');
  expect(press('F', { ctrlKey: true, shiftKey: true })).toBeNull();
  expect(press('F3')).toBe('findNext');
  expect(press('F3', { shiftKey: true })).toBe('findPrevious');
  expect(press('p', { metaKey: true })).toBe('print');
  expect(press('F9')).toBe('beside');
  expect(press('f')).toBeNull();
});

test('beside an interview: the one of before, else one of its case, else the next', () => {
  const source = (id: string, ...caseIds: string[]) => ({ id, caseIds }) as unknown as SourceSummary;
  const sources = [source('a', 'north'), source('b', 'south'), source('c', 'north'), source('d')];
  const beside = (read: string, last: string | null) => sourceBeside(otherSources(sources, read as SourceId), last, sources, read as SourceId);
  expect(beside('a', null)).toBe('c');
  expect(beside('a', 'b')).toBe('b');
  expect(beside('a', 'a')).toBe('c');
  expect(beside('b', null)).toBe('c');
  expect(beside('d', 'gone')).toBe('a');
  expect(sourceBeside([], null, [source('a')], 'a' as SourceId)).toBeNull();
});
