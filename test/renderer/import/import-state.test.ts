// What an import holds: what comes in unless one says otherwise, and what is settled by hand.
import { expect, test } from 'vitest';
import {
  changed,
  countsOf,
  isReading,
  isTaken,
  newImport,
  newPersonName,
  plainImport,
  reasonLeft,
  refusedFiles,
  rolesOf,
  unread,
  withFiles,
  withRole,
  withSpeaker,
} from '../../../renderer/import/import-state.ts';
import type { ImportState } from '../../../renderer/import/import-state.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { POLE, chosen, document, importOf, readImport, speaker, survey } from './an-import.ts';

const takenOf = (state: ImportState) => state.files.filter(isTaken).map(({ chosen: { path } }) => path);

test('files stand in the order of their names, numbers as numbers, and the first one is shown', () => {
  const state = importOf(['E10.docx', 'E2.docx', 'notes/E1.docx', 'E1.docx']);
  expect(state.files.map(({ chosen: { path } }) => path)).toEqual(['E1.docx', 'E2.docx', 'E10.docx', 'notes/E1.docx']);
  expect(state.shownKey).toBe('E1.docx');
});

test('files dropped later join the others; the same file dropped again does not come twice', () => {
  const file = chosen('E2.docx');
  const first = withFiles(newImport(POLE), [file], () => 'a');
  const state = withFiles(first, [file, chosen('E1.docx')], () => 'b');
  expect(state.files.map(({ key }) => key)).toEqual(['b', 'a']);
  expect(state.shownKey).toBe('a');
  expect(state.caseChoice).toEqual({ kind: 'known', id: POLE });
});

test('what is there already stays out unless one takes it all the same', () => {
  const state = readImport([
    document('E1.txt'),
    document('E2.txt', { sameAs: { as: 'source', name: 'E01' } }),
    document('E3.txt', { sameAs: { as: 'file', name: 'E1.txt' } }),
  ]);
  expect(state.files.map(reasonLeft)).toEqual([null, 'sameSource', 'sameFile']);
  expect(takenOf(state)).toEqual(['E1.txt']);
  expect(takenOf(changed(state, 'E2.txt', () => ({ isTaken: true })))).toEqual(['E1.txt', 'E2.txt']);
  expect(takenOf(changed(state, 'E1.txt', () => ({ isTaken: false })))).toEqual([]);
});

test('a table without an open question cannot come in; with one, each respondent is a source', () => {
  const state = readImport([survey('enquête.csv', { respondents: 24 }), document('E1.txt')]);
  expect(countsOf(state)).toMatchObject({ sources: 25, words: 80, read: 2, left: 0 });
  const closed = withRole(state, 'enquête.csv', 2, 'closed');
  expect(takenOf(changed(closed, 'enquête.csv', () => ({ isTaken: true })))).toEqual(['E1.txt']);
  expect(countsOf(closed)).toMatchObject({ sources: 1, left: 1 });
});

test('one column at most names who answers: the former one becomes an attribute', () => {
  const state = withRole(readImport([survey('enquête.csv')]), 'enquête.csv', 1, 'respondent');
  const [file] = state.files;
  expect(file && rolesOf(file)).toEqual(['closed', 'respondent', 'open']);
});

test('somebody new is called by the label, or by label and source where the label names nobody', () => {
  const [file] = readImport([document('E1.txt', { name: 'E1' })]).files;
  if (!file) throw new Error('no file');
  expect(newPersonName(file, speaker('Directrice'))).toBe('Directrice');
  expect(newPersonName(file, speaker('L1'))).toBe('L1 (E1)');
  expect(newPersonName({ ...file, name: 'E1 Marie' }, speaker('L1'))).toBe('L1 (E1 Marie)');
  const [named] = withSpeaker(readImport([document('E1.txt')]), 'E1.txt', 'L1', { participantId: null, isInterviewer: false, name: 'Marie' }).files;
  expect(named && newPersonName(named, speaker('L1'))).toBe('Marie');
});

test('when the core has forgotten everything, files are read again and what was settled of them stays', () => {
  const settled = changed(readImport([document('E1.txt')]), 'E1.txt', () => ({ name: 'Marie', asked: { kind: 'initials' as const } }));
  const state = unread({ ...settled, isStopped: true });
  expect(isReading(state)).toBe(true);
  expect(state.files[0]).toMatchObject({ name: 'Marie', asked: { kind: 'initials' }, reading: { status: 'waiting' } });
});

test('a file that is no longer in the import changes nothing', () => {
  const state = importOf(['E1.txt']);
  expect(changed(state, 'E9.txt', () => ({ isTaken: false })).files).toEqual(state.files);
});

const REPORTED = {
  sourceId: 's' as SourceId,
  name: 'E1',
  file: 'E1.txt',
  turns: 6,
  words: 80,
  speakers: ['L1'],
  encoding: 'utf-8',
  pagesWithoutText: [],
  annotations: null,
};

test('one file that came in whole leaves nothing to tell; anything else is reported', () => {
  const one = readImport([document('E1.txt')]);
  const report = { imported: [REPORTED], refused: [] };
  expect(plainImport({ ...one, report })).toBe(REPORTED);
  expect(plainImport({ ...one, report: { imported: [{ ...REPORTED, pagesWithoutText: [2] }], refused: [] } })).toBeNull();
  expect(plainImport({ ...readImport([document('E1.txt'), document('E2.txt')]), report })).toBeNull();
  expect(plainImport(one)).toBeNull();
});

test('a file refused by the core when it was read is named once in the report', () => {
  const failure = { kind: 'refusal' as const, code: 'source.unreadable', data: { file: 'vide.txt', reason: 'empty' } };
  const state = changed(importOf(['vide.txt', 'E1.csv']), 'vide.txt', () => ({ reading: { status: 'refused' as const, failure } }));
  const refused = ['vide.txt', 'E1.csv'].map((file) => ({ file, code: 'source.unreadable' as const, data: { file, reason: 'empty' } }));
  expect(refusedFiles(state, { imported: [], refused }).map(({ path }) => path)).toEqual(['vide.txt', 'E1.csv']);
});
