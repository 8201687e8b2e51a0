// A focus group as a strip: whose turns they are, which stretches can be proposed, what was typed or drawn.
import { expect, test } from 'vitest';
import {
  bandsByNumber,
  casesOfSpeakers,
  extentOf,
  numberAt,
  partBands,
  proposedParts,
  speakerBands,
  turnNumberIn,
  turnsAt,
} from '../../../renderer/corpus/strip-bands.ts';
import type { CaseId, CasePartId, ParticipantId, SourceId, SpeakerId, TurnId } from '../../../shared/domain/ids.ts';

const [pole1, pole2] = ['p1', 'p2'] as unknown as [CaseId, CaseId];
const person = (id: string, caseId: CaseId | null, isInterviewer = false) => ({
  id: id as ParticipantId,
  name: id,
  caseId,
  isInterviewer,
  sourceIds: [],
});
const speaker = (id: string) => ({ id: id as SpeakerId, label: id, participantId: id as ParticipantId, isInterviewer: false });
const people = [person('Enquêtrice', pole1, true), person('Directrice', pole1), person('Maire', pole2), person('Invité', null)];
const cases = casesOfSpeakers(
  people.map(({ id }) => speaker(id)),
  people,
);
/** One letter a turn: who speaks; a dot is an empty line. */
const turns = [...'EDDEDE.MMEMID'].map((letter, position) => ({
  id: `t${position}` as TurnId,
  position,
  number: letter === '.' ? null : position + (position > 6 ? 0 : 1),
  speakerId: ({ E: 'Enquêtrice', D: 'Directrice', M: 'Maire', I: 'Invité' }[letter] as SpeakerId | undefined) ?? null,
}));
const part = (caseId: CaseId, first: number, last: number) => ({
  id: 'part' as CasePartId,
  sourceId: 's' as SourceId,
  caseId,
  firstTurnId: `t${first}` as TurnId,
  lastTurnId: `t${last}` as TurnId,
  first,
  last,
  firstNumber: turns[first]?.number ?? null,
  lastNumber: turns[last]?.number ?? null,
});

test('interviewers and people of no case give no colour', () => {
  expect([...cases]).toEqual([
    ['Directrice', pole1],
    ['Maire', pole2],
  ]);
});

test('neighbouring turns of one case are one band', () => {
  const bands = speakerBands(turns, cases).map(({ from, to, caseId }) => `${from}-${to} ${caseId ?? ''}`.trim());
  expect(bands).toEqual(['1-1', '2-3 p1', '4-4', '5-5 p1', '6-6', '7-8 p2', '9-9', '10-10 p2', '11-11', '12-12 p1']);
});

test('stretches where one case alone speaks are proposed, questions between them included, unless they are short or parts already', () => {
  const bands = speakerBands(turns, cases);
  const proposed = proposedParts(bands, []).map(({ from, to, caseId }) => [from, to, caseId]);
  expect(proposed).toEqual([
    [2, 5, pole1],
    [7, 10, pole2],
  ]);
  expect(proposedParts(bands, partBands([part(pole1, 0, 5)], turns)).map(({ from }) => from)).toEqual([7]);
});

test('an interview of one case proposes nothing', () => {
  expect(proposedParts(speakerBands(turns.slice(0, 6), cases), [])).toEqual([]);
});

test('a part that ends in an empty line reaches to the last turn with words', () => {
  expect(partBands([part(pole1, 1, 6)], turns)).toEqual([{ from: 2, to: 6, caseId: pole1 }]);
  expect(bandsByNumber([part(pole1, 1, 6), part(pole1, 1, 5)])).toEqual([{ from: 2, to: 6, caseId: pole1 }]);
});

test('turns are found by their numbers, whichever way round', () => {
  expect(turnsAt(turns, { from: 7, to: 2 })).toEqual({ first: 't1', last: 't7' });
  expect(turnsAt(turns, { from: 2, to: 99 })).toBeNull();
  expect(['§12', '12', 'E12 §34', 'douze', '0', ''].map(turnNumberIn)).toEqual([12, 12, 34, null, null, null]);
});

test('the strip begins with turn 1 and ends with the last', () => {
  expect([numberAt(-0.2, 12), numberAt(0, 12), numberAt(0.5, 12), numberAt(1, 12)]).toEqual([1, 1, 7, 12]);
  expect(extentOf({ from: 1, to: 3 }, 12)).toEqual({ left: 0, width: 25 });
  expect(extentOf({ from: 1, to: 3 }, 0)).toEqual({ left: 0, width: 0 });
});
