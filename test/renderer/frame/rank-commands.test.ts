// What the command field answers to what is typed.
import { expect, test } from 'vitest';
import { rankCommands, stepInList, underHeadings } from '../../../renderer/frame/rank-commands.ts';
import type { CommandEntry, CommandGroup } from '../../../renderer/frame/rank-commands.ts';

const entry = (group: CommandGroup, label: string, detail?: string): CommandEntry => ({
  id: `${group} ${label}`,
  group,
  label,
  ...(detail === undefined ? {} : { detail }),
  run: () => undefined,
});
const labels = (entries: readonly CommandEntry[]) => entries.map(({ label }) => label);

const entries = [
  entry('screen', 'Codage'),
  entry('screen', 'Mémos'),
  entry('action', 'Nouveau mémo'),
  entry('source', 'E01 Directrice générale', 'Pôle 1'),
  entry('source', 'E02 Cœur de réseau', 'Pôle 2'),
  entry('category', 'Gouvernance', 'Innovation sociale › Processus'),
  entry('category', 'Lien avec le territoire', 'Innovation sociale › Processus'),
  entry('category', 'Règles de gouvernance', 'Outils'),
];

test('accents, case and ligatures need not be typed', () => {
  expect(labels(rankCommands(entries, 'MEMO'))).toEqual(['Mémos', 'Nouveau mémo']);
  expect(labels(rankCommands(entries, 'coeur'))).toEqual(['E02 Cœur de réseau']);
});

test('a name that begins with the word comes before one that only holds it', () => {
  expect(labels(rankCommands(entries, 'gouv'))).toEqual(['Gouvernance', 'Règles de gouvernance']);
});

test('a name that begins with all that was typed comes before one that only has its words', () => {
  const acts = [entry('action', 'Coder d’une main : le pavé'), entry('action', 'Coder le tour')];
  expect(labels(rankCommands(acts, 'coder le'))).toEqual(['Coder le tour', 'Coder d’une main : le pavé']);
});

test('several words must all occur, in any order, the place included', () => {
  expect(labels(rankCommands(entries, 'territoire innovation'))).toEqual(['Lien avec le territoire']);
  expect(rankCommands(entries, 'territoire outils')).toEqual([]);
});

test('a case finds the sources that belong to it', () => {
  expect(labels(rankCommands(entries, 'pole 1'))).toEqual(['E01 Directrice générale']);
});

test('before anything is typed, all screens and actions stand there with a few of the rest', () => {
  expect(labels(rankCommands(entries, '  ', 60, 1))).toEqual(['Codage', 'Mémos', 'Nouveau mémo', 'E01 Directrice générale', 'Gouvernance']);
});

test('a very large codebook answers with the best only', () => {
  const many = Array.from({ length: 500 }, (_, i) => entry('category', `outil ${i}`));
  expect(rankCommands(many, 'outil', 60)).toHaveLength(60);
});

test('the group of the best answer stands first', () => {
  expect(underHeadings(rankCommands(entries, 'm')).map(({ group, entries: ofGroup }) => [group, labels(ofGroup)])[0]).toEqual(['screen', ['Mémos']]);
  expect(underHeadings([])).toEqual([]);
});

test('arrows go round the answers, page keys stop at their ends', () => {
  expect([stepInList('ArrowDown', 2, 3), stepInList('ArrowUp', 0, 3)]).toEqual([0, 2]);
  expect([stepInList('PageDown', 2, 30), stepInList('PageDown', 28, 30), stepInList('PageUp', 2, 30)]).toEqual([10, 29, 0]);
  expect([stepInList('Enter', 0, 3), stepInList('ArrowDown', 0, 0)]).toEqual([null, null]);
});
