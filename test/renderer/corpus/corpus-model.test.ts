// The corpus as outline and as rows.
import { expect, test } from 'vitest';
import {
  caseNamesOf,
  caseRows,
  casesIn,
  chosenColumns,
  othersToMergeWith,
  partPlace,
  participantRows,
  sourceRows,
  voiceWords,
} from '../../../renderer/corpus/corpus-model.ts';
import type { Corpus } from '../../../shared/contract/corpus.ts';
import { outlineBranches } from '../../../renderer/corpus/outline-model.ts';
import { voicesOfOthers } from '../../../renderer/corpus/voices.ts';
import type { CaseGroupId, CaseId, CasePartId, ParticipantId, SourceId, SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import type { SourceSummary } from '../../../shared/domain/source.ts';

const pole1 = 'pole-1' as CaseId;
const pole2 = 'pole-2' as CaseId;
const source = (name: string, caseIds: CaseId[], codings: number): SourceSummary => ({
  id: name as SourceId,
  name,
  kind: 'interview',
  date: null,
  caseIds,
  words: 100,
  turns: 10,
  interviewerTurns: 0,
  codedTurns: 0,
  codings,
  importedAt: '2026-01-01T00:00:00Z',
  originalName: `${name}.txt`,
  hasOriginal: true,
  hasMedia: false,
});
const person = (name: string, caseId: CaseId | null, isInterviewer: boolean, ...sourceIds: string[]) => ({
  id: name as ParticipantId,
  name,
  caseId,
  isInterviewer,
  sourceIds: sourceIds as SourceId[],
});
const part = (sourceId: string, caseId: CaseId, first: number, last: number) => ({
  id: `${sourceId} ${first}` as CasePartId,
  sourceId: sourceId as SourceId,
  caseId,
  firstTurnId: `t${first}` as TurnId,
  lastTurnId: `t${last}` as TurnId,
  first: first - 1,
  last: last - 1,
  firstNumber: first,
  lastNumber: last,
});
const speaker = (sourceId: string, label: string, participantId: string) => ({
  id: `${sourceId} ${label}` as SpeakerId,
  sourceId: sourceId as SourceId,
  label,
  participantId: participantId as ParticipantId,
  turns: 3,
});
const corpus: Corpus = {
  cases: [
    { id: pole1, name: 'Pôle 1', position: 0 },
    { id: pole2, name: 'Pôle 2', position: 1 },
  ],
  sources: [source('E01', [pole1], 4), source('E02', [pole1, pole2], 3), source('Note', [], 0)],
  participants: [person('Directrice', pole1, false, 'E01'), person('Enquêtrice', pole1, true, 'E01', 'E02', 'gone')],
  attributes: [],
  values: [],
  groups: [],
  parts: [],
  speakers: [],
};
const rural = 'rural' as CaseGroupId;
/** A group of cases, and « Note » turns out to be a focus group of both poles. */
const grouped: Corpus = {
  ...corpus,
  groups: [{ id: rural, name: 'Ruraux', position: 0, caseIds: [pole2] }],
  parts: [part('Note', pole1, 1, 4), part('Note', pole2, 5, 10)],
  speakers: [
    speaker('E01', 'Directrice', 'Directrice'),
    speaker('E02', 'Directrice', 'Directrice'),
    speaker('E02', 'Mme D.', 'Directrice'),
    speaker('Note', 'Enquêtrice', 'Enquêtrice'),
  ],
};

test('a source of two cases stands in both branches, one without a case in a branch of its own', () => {
  expect(outlineBranches(corpus).map((branch) => [branch.owner?.name ?? null, branch.sources.map(({ source: { name } }) => name)])).toEqual([
    ['Pôle 1', ['E01', 'E02']],
    ['Pôle 2', ['E02']],
    [null, ['Note']],
  ]);
});

test('a case counts its own sources, people and codings; who asks is not a participant of the case', () => {
  expect(caseRows(corpus).map(({ name, sources, participants, words, codings }) => [name, sources.length, participants, words, codings])).toEqual([
    ['Pôle 1', 2, 1, 200, 7],
    ['Pôle 2', 1, 0, 100, 3],
  ]);
});

test('a participant leads to the sources that are still there', () => {
  expect(participantRows(corpus).map((row) => row.sources.map(({ name }) => name))).toEqual([['E01'], ['E01', 'E02']]);
});

test('one case at a time, and its name in the order of the study', () => {
  expect(sourceRows(corpus, { kind: 'case', id: pole2 }).map(({ name }) => name)).toEqual(['E02']);
  expect(sourceRows(corpus)).toHaveLength(3);
  expect(caseNamesOf(corpus, [pole2, pole1])).toBe('Pôle 1, Pôle 2');
});

test('a group narrows every sheet to its cases; one that is gone narrows nothing', () => {
  const scope = { kind: 'group', id: rural } as const;
  expect(caseRows(grouped, scope).map(({ name, groups }) => [name, groups.map((group) => group.name)])).toEqual([['Pôle 2', ['Ruraux']]]);
  expect(sourceRows(grouped, scope).map(({ name }) => name)).toEqual(['E02', 'Note']);
  expect(participantRows(grouped, scope)).toEqual([]);
  expect(outlineBranches(grouped, scope).map(({ owner }) => owner?.name)).toEqual(['Pôle 2']);
  expect(casesIn(grouped, { kind: 'group', id: 'gone' as CaseGroupId })).toBeNull();
});

test('a focus group stands under each of its cases, by its parts, and no longer among the sources of no case', () => {
  expect(outlineBranches(grouped).map(({ sources }) => sources.map(({ source, parts }) => [source.name, ...parts.map(partPlace)].join(' ')))).toEqual(
    [
      ['E01', 'E02', 'Note §1–§4'],
      ['E02', 'Note §5–§10'],
    ],
  );
  expect(caseRows(grouped).map(({ sources, words }) => [sources.length, words])).toEqual([
    [3, 200],
    [2, 100],
  ]);
});

test('who speaks in a source stands under it', () => {
  const [first] = outlineBranches(grouped);
  expect(first?.sources.map(({ speakers }) => speakers.map(({ label }) => label))).toEqual([
    ['Directrice'],
    ['Directrice', 'Mme D.'],
    ['Enquêtrice'],
  ]);
});

test('the names of one person are said once each, with the sources', () => {
  const [directrice] = participantRows(grouped);
  expect(voiceWords(directrice?.voices ?? [])).toBe('Directrice (E01, E02), Mme D. (E02)');
});

test('the names that could be somebody’s are those of the others', () => {
  expect(voicesOfOthers(grouped, 'Directrice' as ParticipantId)).toEqual([
    { id: 'Note Enquêtrice', label: 'Enquêtrice', code: 'Note', name: 'Enquêtrice' },
  ]);
});

test('a part is named by its turns', () => {
  expect(partPlace({ firstNumber: 12, lastNumber: 48 })).toBe('§12–§48');
  expect(partPlace({ firstNumber: 12, lastNumber: 12 })).toBe('§12');
  expect(partPlace({ firstNumber: null, lastNumber: 48 })).toBe('§––§48');
});

test('somebody can be merged with anybody else, people of their case first; two of one name are told apart', () => {
  const presidents = [person('Président', pole2, false, 'E02'), { ...person('Président', null, false, 'Note'), id: 'other' as ParticipantId }];
  const [directrice] = corpus.participants;
  if (!directrice) throw new Error('nobody');
  const labels = othersToMergeWith({ ...corpus, participants: [...presidents, ...corpus.participants] }, directrice).map(({ label }) => label);
  expect(labels).toEqual(['Enquêtrice', 'Président (Pôle 2, E02)', 'Président (Note)']);
});

test('the corpus table shows what is proposed, but for what was changed', () => {
  const column = (key: string, isProposed: boolean) => ({ key, isProposed, label: key, kind: 'text' as const, filled: 1, example: '' });
  const offered = [column('code', true), column('name', false), column('words', true)];
  expect(chosenColumns(offered, new Map())).toEqual(['code', 'words']);
  expect(
    chosenColumns(
      offered,
      new Map([
        ['name', true],
        ['code', false],
      ]),
    ),
  ).toEqual(['name', 'words']);
});
