// What the word index alone says of a search: which turns may answer to it, and, for words on their own, how often they are there.
import type { Language } from '../../shared/domain/project.ts';
import { foldedForFinding } from '../../shared/words/folded-text.ts';
import type { QueryNode, WordsNode } from '../../shared/words/search-query.ts';
import { searchStemOf } from '../../shared/words/stem.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { TurnMap } from './turn-map.ts';
import { isIndexed, openVocabulary, termsBeginning, termsOfStem } from './word-forms.ts';

/** Indexed words that one word of the query stands for. */
function termsOf(project: Project, node: WordsNode, at: number, language: Language): string[] {
  const folded = foldedForFinding(node.words[at] ?? '');
  if (node.isBeginning && at === node.words.length - 1) return termsBeginning(project, folded);
  if (node.reading === 'forms') return termsOfStem(project, searchStemOf(folded, language), language);
  return isIndexed(project, folded) ? [folded] : [];
}

/** Phrases written out one by one up to so many; more are asked for by their words. */
const MOST_PHRASES = 64;

/** Of each word, the indexed words it stands for; null where one stands for none. How a last word may go on is left to the index. */
function termLists(project: Project, node: WordsNode, language: Language): string[][] | null {
  const last = node.words.length - 1;
  const lists = node.words.map((word, at) => (node.isBeginning && at === last ? [foldedForFinding(word)] : termsOf(project, node, at, language)));
  return lists.some((terms) => terms.length === 0) ? null : lists;
}

/** Every phrase that the words stand for, as the index is asked for it; null where they are too many. */
function phrasesOf(lists: readonly (readonly string[])[], { isBeginning }: WordsNode): string[] | null {
  if (lists.reduce((product, terms) => product * terms.length, 1) > MOST_PHRASES) return null;
  const phrases = lists.reduce<string[]>((all, terms) => all.flatMap((before) => terms.map((term) => `${before} ${term}`.trim())), ['']);
  return phrases.map((phrase) => `"${phrase}"${isBeginning ? ' *' : ''}`);
}

function proposalOfWords(project: Project, node: WordsNode, language: Language): string | null {
  const lists = termLists(project, node, language);
  if (!lists) return null;
  const phrases = phrasesOf(lists, node);
  if (phrases) return `(${phrases.join(' OR ')})`;
  const anyAt = (terms: readonly string[], at: number): string =>
    terms.map((term) => `"${term}"${node.isBeginning && at === lists.length - 1 ? ' *' : ''}`).join(' OR ');
  return `(${lists.map((terms, at) => `(${anyAt(terms, at)})`).join(' AND ')})`;
}

/** What the index itself knows to be near; null where it is to be asked for both. */
function proposalOfNear(project: Project, { left, right, most }: QueryNode & { readonly kind: 'near' }, language: Language): string | null {
  if (left.kind !== 'words' || right.kind !== 'words') return null;
  const [lefts, rights] = [left, right].map((node) => {
    const lists = termLists(project, node, language);
    return lists && phrasesOf(lists, node);
  });
  if (!lefts || !rights || lefts.length * rights.length > MOST_PHRASES) return null;
  return `(${lefts.flatMap((a) => rights.map((b) => `NEAR(${a} ${b}, ${most})`)).join(' OR ')})`;
}

/** Said for what any turn may answer to. */
const ANY = Symbol('any');

/** A MATCH that at least the turns answer to that the query finds; null where no turn can. */
function proposal(project: Project, node: QueryNode, language: Language): string | typeof ANY | null {
  switch (node.kind) {
    case 'words':
      return proposalOfWords(project, node, language);
    case 'not':
      return ANY;
    case 'near':
      return proposalOfNear(project, node, language) ?? proposal(project, { kind: 'and', parts: [node.left, node.right] }, language);
    case 'and': {
      const parts = node.parts.map((part) => proposal(project, part, language)).filter((part) => part !== ANY);
      return parts.includes(null) ? null : parts.length === 0 ? ANY : `(${parts.join(' AND ')})`;
    }
    case 'or': {
      const parts = node.parts.map((part) => proposal(project, part, language)).filter((part) => part !== null);
      return parts.includes(ANY) ? ANY : parts.length === 0 ? null : `(${parts.join(' OR ')})`;
    }
  }
}

/** Ranks of turns, in order. */
function ranksOf(numbers: readonly number[], { rankOf }: TurnMap): Int32Array {
  return Int32Array.from(numbers, (number) => rankOf[number] ?? -1)
    .filter((rank) => rank >= 0)
    .sort();
}

function matching({ sqlite }: Project, match: string): number[] {
  // one string of all numbers travels faster than a row for each
  const { numbers } = statement<[string], { numbers: string }>(
    sqlite,
    'SELECT json_group_array(rowid) AS numbers FROM turn_words WHERE turn_words MATCH ?',
  ).get(match) ?? { numbers: '[]' };
  return JSON.parse(numbers) as number[];
}

/** The turns that may answer, by rank in order; at least those that do. */
export function proposedTurns(project: Project, map: TurnMap, node: QueryNode, language: Language): Int32Array {
  const match = proposal(project, node, language);
  if (match === null) return new Int32Array(0);
  if (match === ANY) return Int32Array.from(map.numberAt, (_, rank) => rank);
  return ranksOf(matching(project, match), map);
}

/** Turns with the number of hits in each. */
export interface CountedTurns {
  readonly ranks: Int32Array;
  readonly counts: Int32Array;
}

const isSingle = (node: QueryNode): node is WordsNode => node.kind === 'words' && node.words.length === 1 && node.reading !== 'exact';
const isAnyOfSingles = (node: QueryNode): boolean => isSingle(node) || (node.kind === 'or' && node.parts.every(isSingle));
const isClause = (node: QueryNode): boolean => isAnyOfSingles(node) || (node.kind === 'not' && isAnyOfSingles(node.part));

/** True where the index alone can count: words on their own, all of them or any, some left out. */
export function isCountable(node: QueryNode): boolean {
  return isAnyOfSingles(node) || (node.kind === 'and' && node.parts.every(isClause));
}

function singlesIn(node: QueryNode): WordsNode[] {
  if (node.kind === 'words') return [node];
  return node.kind === 'and' || node.kind === 'or' ? node.parts.flatMap(singlesIn) : [];
}

/** The words of the corpus that a query of words stands for, those to be left out aside. */
export function formsSought(project: Project, node: QueryNode, language: Language): string[] {
  const terms = new Set(singlesIn(node).flatMap((words) => words.words.flatMap((_, at) => termsOf(project, words, at, language))));
  return [...terms];
}

const PLACES = 'SELECT json_group_array(doc) AS numbers FROM temp.turn_term_place WHERE term = ?';

interface Counting {
  readonly language: Language;
  /** By rank: 0 for turns that are left out. */
  readonly isIn: Uint8Array | null;
  /** Called between words: each may be said a hundred thousand times. */
  readonly breathe: () => Promise<void>;
}

/** Of a countable query. */
export async function countedTurns(project: Project, map: TurnMap, node: QueryNode, { language, isIn, breathe }: Counting): Promise<CountedTurns> {
  openVocabulary(project);
  const hits = new Int32Array(map.numberAt.length);
  for (const term of formsSought(project, node, language)) {
    const { numbers } = statement<[string], { numbers: string }>(project.sqlite, PLACES).get(term) ?? { numbers: '[]' };
    const all = JSON.parse(numbers) as number[];
    for (let at = 0; at < all.length; at += 1) {
      const rank = map.rankOf[all[at] ?? 0] ?? -1;
      if (rank >= 0) hits[rank] = (hits[rank] ?? 0) + 1;
    }
    await breathe();
  }
  const answers = node.kind === 'and' ? answering(project, map, node.parts, language) : null;
  await breathe();
  const ranks: number[] = [];
  for (let rank = 0; rank < hits.length; rank += 1) {
    if (hits[rank] !== 0 && (!isIn || isIn[rank] === 1) && (!answers || answers[rank] === 1)) ranks.push(rank);
  }
  return { ranks: Int32Array.from(ranks), counts: Int32Array.from(ranks, (rank) => hits[rank] ?? 0) };
}

/** By rank: 1 for the turns that answer to all parts. */
function answering(project: Project, map: TurnMap, parts: readonly QueryNode[], language: Language): Uint8Array {
  const answers = new Uint8Array(map.numberAt.length);
  for (const rank of proposedTurns(project, map, { kind: 'and', parts }, language)) answers[rank] = 1;
  for (const part of parts) {
    if (part.kind !== 'not') continue;
    for (const rank of proposedTurns(project, map, part.part, language)) answers[rank] = 0;
  }
  return answers;
}
