// A document's turns as the preview sets them.
import { expect, test } from 'vitest';
import { pageRanges } from '../../../renderer/import/page-ranges.ts';
import { previewRows, speakerHues } from '../../../renderer/import/preview-rows.ts';
import type { PreviewTurn } from '../../../shared/domain/incoming.ts';
import { speaker } from './an-import.ts';

function turn(head: string, words: string, who: string | null, given: Partial<PreviewTurn> = {}): PreviewTurn {
  return { number: 1, head, words, speaker: who, startMs: null, endMs: null, ...given };
}

test('a line without a head goes on with the speaker before it, across the parts in which the text comes', () => {
  const above = turn('Marie :', 'oui', 'Marie');
  const turns = [turn('', 'et puis', 'Marie'), turn('Paul :', 'non', 'Paul'), turn('', 'voilà', 'Marie'), turn('', 'fin', null)];
  expect(previewRows(turns, above).map(({ isContinued }) => isContinued)).toEqual([true, false, false, false]);
  expect(previewRows(turns, null)[0]?.isContinued).toBe(false);
});

test('a head of several lines is shown on one, with its time in the margin', () => {
  const [row] = previewRows([turn('12\n00:00:13,000 --> 00:00:15,000\n', 'Bonjour.', null, { startMs: 13_000 })], null);
  expect(row).toMatchObject({ head: '12 00:00:13,000 --> 00:00:15,000', time: '00:00:13' });
});

test('words that the core has cut end in an ellipsis', () => {
  expect(previewRows([turn('', 'x'.repeat(400), null)], null)[0]?.words.endsWith('x…')).toBe(true);
  expect(previewRows([turn('', 'court', null)], null)[0]?.words).toBe('court');
});

test('speakers have their hues in the order in which they speak; interviewers have none', () => {
  const speakers = [speaker('Enquêtrice', { isInterviewer: true }), speaker('Marie'), speaker('Paul')];
  expect([...speakerHues(speakers, ({ isInterviewer }) => isInterviewer)]).toEqual([
    ['Enquêtrice', 0],
    ['Marie', 1],
    ['Paul', 2],
  ]);
});

test('pages are named as one names them', () => {
  expect(pageRanges([3, 4, 5, 9])).toBe('3–5, 9');
  expect(pageRanges([2])).toBe('2');
});
