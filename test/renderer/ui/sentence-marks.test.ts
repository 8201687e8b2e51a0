// A comma after an underlined word never begins a line, and no character is lost over it.
import { expect, test } from 'vitest';
import { withMarks } from '../../../renderer/ui/sentence-marks.ts';

test('a mark after an underlined word stays on its line, and every character is still there', () => {
  const parts = [
    { kind: 'words', text: 'Croiser ' },
    { kind: 'slot', text: 'Cas' },
    { kind: 'words', text: '\u00a0; montrer ' },
    { kind: 'slot', text: 'les passages' },
    { kind: 'slot', text: 'là où…' },
    { kind: 'words', text: '.' },
  ] as const;
  const set = withMarks(parts);
  expect(set.map(({ part, mark }) => [part.text, mark])).toEqual([
    ['Croiser ', ''],
    ['Cas', '\u00a0;'],
    [' montrer ', ''],
    ['les passages', ''],
    ['là où…', '.'],
    ['', ''],
  ]);
  expect(set.map(({ part, mark }) => part.text + mark).join('')).toBe(parts.map(({ text }) => text).join(''));
});
