// Who a label stands for, by its look.
import { describe, expect, test } from 'vitest';
import { isGenericLabel, isInterviewerLabel, personNameOf } from '../../../shared/domain/speaker-person.ts';

describe('a label', () => {
  test.each(['Enquêtrice', 'enquêteur 2', 'Interviewer', 'I', 'E', 'ENQ', 'INT1', 'Chercheuse', 'Q', 'Q2'])('%s asks the questions', (label) =>
    expect(isInterviewerLabel(label)).toBe(true),
  );

  test.each(['Directrice', 'R', 'Paul', 'Isabelle', 'L1', 'Équipe'])('%s does not', (label) => expect(isInterviewerLabel(label)).toBe(false));

  test.each([
    ['L1', 'L1 (E12)'],
    ['$L-1', '$L-1 (E12)'],
    ['0', '0 (E12)'],
    ['SPEAKER_00', 'SPEAKER_00 (E12)'],
    ['Q', 'Q (E12)'],
    ['R', 'R (E12)'],
    ['Directrice', 'Directrice'],
    ['Enquêteur 2', 'Enquêteur 2'],
    ['I', 'I'],
    ['AB', 'AB'],
  ])('%s is called %s', (label, name) => {
    expect(personNameOf(label, 'E12')).toBe(name);
    expect(isGenericLabel(label)).toBe(name !== label);
  });
});
