// One word alone is found without cutting the text into words; it is found where cutting finds it.
import { describe, expect, it } from 'vitest';
import { queryFinder } from '../../../shared/words/query-finder.ts';
import type { QueryNode, WordsNode } from '../../../shared/words/search-query.ts';
import { chance } from '../../support/seeded.ts';

const PIECES = 'écoute écouté ÉCOUTER ecoute e\u0301coute écouteuses lʼécoute l’écoute déécoute œuvre OEuvre 𝒜écoute écoute2 à ès -'.split(' ');
const WORDS = ['écoute', 'ecoute', 'écouter', 'œuvre', 'oeuvre', 'es', 'ES', 'à', 'é'];

/** The same word, asked for in a way that cuts the text: any of it and itself. */
const cutting = (node: WordsNode): QueryNode => ({ kind: 'or', parts: [node, node] });

describe('one word', () => {
  it('is found where a look at every word finds it, in random texts', () => {
    const random = chance(6_021);
    for (let turn = 0; turn < 300; turn += 1) {
      const text = Array.from({ length: random.between(1, 12) }, () => `${random.pick(PIECES)}${random.pick([' ', ', ', '', '’', '-'])}`).join('');
      const reading = random.pick(['forms', 'plain', 'exact'] as const);
      const node: WordsNode = { kind: 'words', words: [random.pick(WORDS)], reading, isBeginning: reading !== 'forms' && random.pick([true, false]) };
      expect(queryFinder(node, 'fr')(text), JSON.stringify([node, text])).toEqual(queryFinder(cutting(node), 'fr')(text));
    }
  });
});
