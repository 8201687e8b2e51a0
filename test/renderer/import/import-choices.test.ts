// What is sent when the import is written, and one file's choices applied to the others.
import { expect, test } from 'vitest';
import {
  choicesOf,
  countOthersWithLabel,
  finalNames,
  hasChoices,
  othersWithAnnotations,
  othersWithPattern,
  speakerEverywhere,
  withAnnotations,
} from '../../../renderer/import/import-choices.ts';
import { changed, speakerChoice, withRole, withSpeaker } from '../../../renderer/import/import-state.ts';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import { document, importOf, readImport, speaker, survey } from './an-import.ts';

const MARIE = '00000000-0000-7000-8000-00000000000a' as ParticipantId;
const asMarie = { participantId: MARIE, isInterviewer: false, name: null };

test('only what was settled by hand is sent; what is left out is not', () => {
  const read = readImport([document('E1.txt'), document('E2.txt'), survey('enquête.csv')]);
  const left = changed(read, 'E2.txt', () => ({ isTaken: false }));
  const named = changed(left, 'E1.txt', () => ({ name: ' Marie ' }));
  const linked = withSpeaker(named, 'E1.txt', 'L1', asMarie);
  expect(choicesOf(withRole(linked, 'enquête.csv', 1, 'open'))).toEqual([
    { item: 'item of E1.txt', name: 'Marie', speakers: [{ label: 'L1', participantId: MARIE, isInterviewer: false }] },
    { item: 'item of enquête.csv', roles: ['respondent', 'open', 'open'] },
  ]);
  expect(choicesOf(left)[0]).toEqual({ item: 'item of E1.txt' });
});

test('a label that another pattern no longer finds is not sent, and comes back with the pattern', () => {
  const linked = withSpeaker(readImport([document('E1.txt')]), 'E1.txt', 'L1', asMarie);
  const otherwise = changed(linked, 'E1.txt', () => ({
    reading: { status: 'read' as const, incoming: document('E1.txt', { pattern: { kind: 'paragraphs' }, speakers: [] }) },
  }));
  expect(choicesOf(otherwise)).toEqual([{ item: 'item of E1.txt' }]);
  expect(choicesOf(linked)[0]?.speakers).toHaveLength(1);
});

test('a choice for a label goes to the other files that have it, however they write it', () => {
  const read = readImport([
    document('E1.txt'),
    document('E2.txt', { speakers: [speaker('l1'), speaker('Paul')] }),
    document('E3.txt', { speakers: [speaker('Paul')] }),
    document('E4.txt', { sameAs: { as: 'file', name: 'E1.txt' } }),
  ]);
  expect(countOthersWithLabel(read, 'E1.txt', 'L1')).toBe(0);
  const linked = withSpeaker(read, 'E1.txt', 'L1', asMarie);
  expect(countOthersWithLabel(linked, 'E1.txt', 'L1')).toBe(1);
  const everywhere = speakerEverywhere(linked, 'E1.txt', 'L1');
  const second = everywhere.files.find(({ key }) => key === 'E2.txt');
  expect(second && speakerChoice(second, speaker('l1'))).toEqual(asMarie);
  expect(second && speakerChoice(second, speaker('Paul')).participantId).toBeNull();
  expect(countOthersWithLabel(everywhere, 'E1.txt', 'L1')).toBe(0);
});

test('who is marked as interviewer everywhere keeps the name that each file gives', () => {
  const read = readImport([document('E1.txt'), document('E2.txt')]);
  const marked = withSpeaker(read, 'E1.txt', 'L1', { participantId: null, isInterviewer: true, name: null });
  expect(choicesOf(speakerEverywhere(marked, 'E1.txt', 'L1')).map(({ speakers }) => speakers)).toEqual([
    [{ label: 'L1', participantId: null, isInterviewer: true }],
    [{ label: 'L1', participantId: null, isInterviewer: true }],
  ]);
});

test('a pattern is offered to the files whose turns are found otherwise and that do not state them', () => {
  const state = readImport([
    document('E1.txt'),
    document('E2.txt', { pattern: { kind: 'tab' } }),
    document('E3.json', { pattern: { kind: 'paragraphs' }, turnsAreStated: true }),
    survey('enquête.csv'),
  ]);
  expect(othersWithPattern(state, 'E1.txt', { kind: 'colon' })).toEqual(['E2.txt']);
  expect(othersWithPattern(state, 'E1.txt', { kind: 'custom', regex: 'x' })).toEqual(['E2.txt']);
});

test('a name that is taken, in the project or by an earlier file, gets a number', () => {
  const state = readImport([document('E1.docx', { name: 'E1' }), document('E1.txt', { name: 'E1' }), document('E2.txt', { name: 'E2' })]);
  expect([...finalNames(state, ['E2']).values()]).toEqual(['E1', 'E1 (2)', 'E2 (2)']);
});

test('only what would be lost is asked about', () => {
  expect(hasChoices(importOf(['E1.txt']))).toBe(false);
  expect(hasChoices(changed(importOf(['E1.txt']), 'E1.txt', () => ({ name: 'Marie' })))).toBe(true);
});

test('what becomes of comments and highlights is sent as settled, and can be the same in the other files that have some', () => {
  const annotations = { comments: 3, shortComments: 3, unplaced: 0, onParagraph: 0, authors: [], sample: [], colors: [] };
  const read = readImport([document('E1.docx', { annotations }), document('E2.docx', { annotations }), document('E3.txt')]);
  const choice = { comments: 'category', highlights: 'leave' } as const;
  expect(othersWithAnnotations(read, 'E1.docx', choice)).toEqual(['E2.docx']);
  const settled = withAnnotations(read, ['E1.docx'], choice);
  expect(choicesOf(settled).map((one) => one.annotations)).toEqual([choice, undefined, undefined]);
  expect(hasChoices(settled)).toBe(true);
  expect(othersWithAnnotations(withAnnotations(settled, ['E2.docx'], choice), 'E1.docx', choice)).toEqual([]);
});
