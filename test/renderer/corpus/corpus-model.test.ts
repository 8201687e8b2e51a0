// The corpus as outline and as rows.
import { expect, test } from 'vitest';
import {
  caseNamesOf,
  caseRows,
  chosenColumns,
  othersToMergeWith,
  outlineBranches,
  participantRows,
  sourcesOfCase,
} from '../../../renderer/corpus/corpus-model.ts';
import type { Corpus } from '../../../shared/contract/corpus.ts';
import type { CaseId, ParticipantId, SourceId } from '../../../shared/domain/ids.ts';
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
  codedTurns: 0,
  codings,
  importedAt: '2026-01-01T00:00:00Z',
  originalName: `${name}.txt`,
});
const person = (name: string, caseId: CaseId | null, isInterviewer: boolean, ...sourceIds: string[]) => ({
  id: name as ParticipantId,
  name,
  caseId,
  isInterviewer,
  sourceIds: sourceIds as SourceId[],
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
};

test('a source of two cases stands in both branches, one without a case in a branch of its own', () => {
  expect(outlineBranches(corpus).map((branch) => [branch.owner?.name ?? null, branch.sources.map(({ name }) => name)])).toEqual([
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
  expect(sourcesOfCase(corpus.sources, pole2).map(({ name }) => name)).toEqual(['E02']);
  expect(sourcesOfCase(corpus.sources, null)).toHaveLength(3);
  expect(caseNamesOf(corpus, [pole2, pole1])).toBe('Pôle 1, Pôle 2');
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
