// The words a memo is known by, in lists, files and where others point to it.
import { expect, it } from 'vitest';
import type { Memo } from '../../../shared/domain/memo.ts';
import { firstWords, memoTitle } from '../../../shared/i18n/memo-words.ts';

type Titled = Parameters<typeof memoTitle>[1];

const memo = (changes: Partial<Memo>): Titled => ({ title: '', text: '', targetKind: 'project', targetLabel: 'Thèse', targetRef: '', ...changes });
const onPassage = { targetKind: 'passage', targetLabel: 'Les petits suivent', targetRef: 'E02 §2' } as const;

it('are its title, whatever it is on', () => {
  expect(memoTitle('fr', memo({ ...onPassage, title: ' La fusion ' }))).toBe('La fusion');
});

it('without one, on a passage or a coding, are the quotation and where it stands', () => {
  expect(memoTitle('fr', memo(onPassage))).toBe('Sur «\u00a0Les petits suivent\u00a0» (E02 §2)');
  expect(memoTitle('en', memo({ ...onPassage, targetKind: 'coding' }))).toBe('On “Les petits suivent” (E02 §2)');
  const long = { ...onPassage, targetLabel: 'On nous demande d’être autour de la table, mais pas de décider de ce qu’elle porte' };
  expect(memoTitle('fr', memo(long))).toBe('Sur «\u00a0On nous demande d’être autour de la table, mais pas de…\u00a0» (E02 §2)');
});

it('on something with a name, are that name; on the whole project, the memo’s own first words', () => {
  expect(memoTitle('fr', memo({ targetKind: 'cell', targetLabel: 'Gouvernance × Pôle 1', text: 'x' }))).toBe('Sur Gouvernance × Pôle 1');
  expect(memoTitle('fr', memo({ text: 'Court,\nsur deux lignes.' }))).toBe('Court, sur deux lignes.');
  expect([memoTitle('fr', memo({})), memoTitle('en', memo({ targetKind: 'case', targetLabel: '' }))]).toEqual(['Sans titre', 'Untitled']);
});

it('are cut between two words, and never after a comma', () => {
  const text = 'Trois choses sont codées ensemble ici, et la définition ne dit rien de leur ordre.';
  expect(firstWords({ text })).toBe('Trois choses sont codées ensemble ici, et la définition ne…');
  expect(firstWords({ text: `${'a'.repeat(50)} bbbbbb, cccccc` })).toBe(`${'a'.repeat(50)} bbbbbb…`);
});
