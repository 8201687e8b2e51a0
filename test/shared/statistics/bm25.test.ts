// BM25 against what SQLite's FTS5 answers (bm25(), k1 1.2, b 0.75; its figures are negative: the best first).
import { expect, it } from 'vitest';
import { likeness, rarity } from '../../../shared/statistics/bm25.ts';

const DOCS = [
  'le travail et le salaire',
  'la famille et les enfants a la maison',
  'le travail a la maison pendant la crise',
  'les enfants et l ecole',
].map((text) => text.split(' '));
const MEAN = DOCS.reduce((sum, words) => sum + words.length, 0) / DOCS.length;

function scores(query: readonly string[]): number[] {
  const weights = query.map((word) => rarity(DOCS.length, DOCS.filter((words) => words.includes(word)).length));
  return DOCS.map((words) =>
    query.reduce((sum, word, at) => sum + likeness(weights[at] ?? 0, words.filter((other) => other === word).length, words.length, MEAN), 0),
  );
}

it.each([
  ['salaire', [0.9356262087673369, 0, 0, 0]],
  ['ecole famille', [0, 0.7742082685966142, 0, 0.9356262087673369]],
  ['travail', [1.1042471042471042e-6, 0, 9.137380191693291e-7, 0]],
])('« %s » scores as in FTS5', (query, expected) => {
  scores(query.split(' ')).forEach((score, at) => expect(Math.abs(score - (expected[at] ?? 0))).toBeLessThan(1e-9));
});
