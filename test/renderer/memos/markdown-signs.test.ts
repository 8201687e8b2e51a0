// Markdown's signs as they are typed in a memo.
import { expect, it } from 'vitest';
import { asksForLink, blockSign, inlineSign } from '../../../renderer/memos/markdown-signs.ts';

it.each([
  ['# ', 'h1'],
  ['### ', 'h3'],
  ['- ', 'bullet'],
  ['* ', 'bullet'],
  ['1. ', 'number'],
  ['1) ', 'number'],
  ['>\u00a0', 'quote'],
  ['#### ', undefined],
  ['#', undefined],
  ['un - ', undefined],
  ['2. ', undefined],
])('%j begins %s', (before, block) => {
  expect(blockSign(before)).toBe(block);
});

it.each([
  ['un **mot fort**', { start: 3, words: 'mot fort', format: 'bold' }],
  ['*penché*', { start: 0, words: 'penché', format: 'italic' }],
  ['dit _elle_', { start: 4, words: 'elle', format: 'italic' }],
  ['**pas encore*', undefined],
  ['2 * 3 *', undefined],
  ['un_nom_de_fichier_', undefined],
  ['** vide **', undefined],
  ['rien', undefined],
])('%j closes %j', (before, sign) => {
  expect(inlineSign(before)).toEqual(sign);
});

it('two brackets ask for a link', () => {
  expect([asksForLink('voir [['), asksForLink('voir ['), asksForLink('[[ ')]).toEqual([true, false, false]);
});
