// Lines of a transcript that nobody said, told from what people say.
import { expect, test } from 'vitest';
import { transcriberLines } from '../../../shared/domain/transcriber-lines.ts';

const NONE: ReadonlySet<number> = new Set();

test.each([
  'END OF INTERVIEW',
  'End of Tape 1 – Side A',
  'Tape 1 – Side B',
  '[Fin de l’enregistrement]',
  'Fin de la cassette 2.',
  'Début de l’entretien',
  'Face B',
  'Part 2',
  'Transcribed by https://otter.ai',
  'Transkribiert mit noScribe vers. 0.5',
  'Transcrit avec noScribe 0.6',
])('« %s » is nobody’s', (line) => {
  expect([...transcriberLines(`Marie : oui\n${line}\nPaul : non\n`, NONE)]).toEqual([12]);
});

test.each([
  'La fin de l’entretien approche, je crois.',
  'Fin de mois difficile',
  'Une partie de nous est restée',
  'Partie voir ma mère',
  'Part of me says no.',
  'The end of the interview was strange',
  'Face à cela, rien.',
])('« %s » is what somebody said', (line) => {
  expect(transcriberLines(`Marie : oui\n${line}\n`, NONE)).toBe(NONE);
});

test('a tool’s name in the middle of an interview is what somebody said', () => {
  const lines = Array.from({ length: 20 }, (_, at) => (at === 10 ? 'Audio source: le micro' : `Marie : phrase ${at}`));
  expect(transcriberLines(lines.join('\n'), NONE)).toBe(NONE);
});

test('lines that were known to be nobody’s remain so', () => {
  expect([...transcriberLines('Titre\nFace B\n', new Set([0]))]).toEqual([0, 6]);
});
