// Two people who write in one text at the same time both find what they wrote.
import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../../electron/team/merge-texts.ts';
import { paragraphOf, parseWrittenText, runOf, writtenTextOf, wordsOf } from '../../../shared/domain/written-text.ts';
import type { BlockNode } from '../../../shared/domain/written-text.ts';

const plain = (words: string) => ({ document: null, words });
const formed = (...blocks: BlockNode[]) => {
  const text = writtenTextOf(blocks);
  return { document: JSON.stringify(text), words: wordsOf(text) };
};
const line = (words: string): BlockNode => paragraphOf([runOf(words)]);

describe('two people in one text', () => {
  it('who write in two paragraphs find both', () => {
    const base = plain('Le salon réunit.\nLa charte engage.');
    const merged = mergeTexts(base, plain('Le salon réunit peu.\nLa charte engage.'), plain('Le salon réunit.\nLa charte engage tout le monde.'));
    expect(merged).toMatchObject({ document: null, words: 'Le salon réunit peu.\nLa charte engage tout le monde.' });
  });

  it('who write in one sentence find both', () => {
    const merged = mergeTexts(plain('Le salon réunit.'), plain('Le petit salon réunit.'), plain('Le salon réunit chaque mois.'));
    expect(merged.words).toBe('Le petit salon réunit chaque mois.');
  });

  it('who both begin find both', () => {
    const merged = mergeTexts(plain(''), plain('Ce que dit Anne.'), plain('Ce que dit Brice.'));
    expect(merged.words).toContain('Ce que dit Anne.');
    expect(merged.words).toContain('Ce que dit Brice.');
  });

  it('keep its form, its links and its pictures', () => {
    const link = { type: 'memo-link', version: 1, kind: 'source', id: 'e01', label: 'E01' } as const;
    const picture = { type: 'memo-image', version: 1, sha256: 'a'.repeat(64), alt: 'schéma', width: null } as const;
    const begun = formed(line('Un'), paragraphOf([runOf('Voir '), link]));
    const theirs = formed(paragraphOf([runOf('Un', 1)]), paragraphOf([runOf('Voir '), link]));
    const mine = formed(line('Un'), paragraphOf([runOf('Voir '), link, picture]), line('Trois'));
    const merged = mergeTexts(begun, theirs, mine);
    const blocks = parseWrittenText(merged.document)?.root.children ?? [];
    expect(blocks).toMatchObject([
      { children: [{ text: 'Un', format: 1 }] },
      { children: [{ text: 'Voir ' }, link, picture] },
      { children: [{ text: 'Trois' }] },
    ]);
  });

  it('come to the same text whoever joins it again', () => {
    const sides = [plain('Un deux trois.'), plain('Un, deux trois.'), plain('Un deux, trois.')] as const;
    expect(mergeTexts(...sides)).toEqual(mergeTexts(...sides));
  });
});
