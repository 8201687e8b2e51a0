// The corpus beside the text.
import { expect, test } from 'vitest';
import type { SourceSummary } from '../../../shared/domain/source.ts';
import { groupNodes, groupsOf, valuesOf } from '../../../renderer/reader/outline.ts';
import { shownLines } from '../../../renderer/ui/tree-walk.ts';

const source = (id: string, ...caseIds: string[]) => ({ id, name: id, caseIds }) as unknown as SourceSummary;
const cases = [
  { id: 'p1', name: 'Pôle 1', position: 0 },
  { id: 'p2', name: 'Pôle 2', position: 1 },
] as never[];
const groups = groupsOf({ cases, sources: [source('E1', 'p1'), source('E2', 'p2'), source('E3'), source('E4', 'p1', 'p2')] }, 'Sans cas');

test('sources stand under their cases, under both where they have two, and those without come last', () => {
  expect(groups.map(({ name, sources }) => [name, sources.map(({ id }) => id)])).toEqual([
    ['Pôle 1', ['E1', 'E4']],
    ['Pôle 2', ['E2', 'E4']],
    ['Sans cas', ['E3']],
  ]);
});

test('only what stands under an unfolded case is a line, and a source of two cases is a line of each', () => {
  const lines = (...unfolded: string[]) => shownLines(groupNodes(groups), (key) => unfolded.includes(key)).map(({ node }) => node.key);
  expect(lines()).toEqual(['p1', 'p2', 'none']);
  expect(lines('p2')).toEqual(['p1', 'p2', 'p2/E2', 'p2/E4', 'none']);
  expect(lines('p1', 'p2')).toEqual(['p1', 'p1/E1', 'p1/E4', 'p2', 'p2/E2', 'p2/E4', 'none']);
});

test('the header says short words of the source and of who answers, not of who asks', () => {
  const participants = [
    { id: 'anne', isInterviewer: true, sourceIds: ['E1'] },
    { id: 'paul', isInterviewer: false, sourceIds: ['E1'] },
    { id: 'zoé', isInterviewer: false, sourceIds: ['E2'] },
  ] as never[];
  const values = [
    { targetId: 'anne', value: 'doctorante' },
    { targetId: 'paul', value: 'gouvernance' },
    { targetId: 'paul', value: '58' },
    { targetId: 'paul', value: 'une phrase bien trop longue pour la première ligne' },
    { targetId: 'zoé', value: 'entrepreneurs' },
    { targetId: 'E1', value: 'au siège' },
  ] as never[];
  expect(valuesOf({ participants, values }, source('E1'))).toEqual(['au siège', 'gouvernance']);
});
