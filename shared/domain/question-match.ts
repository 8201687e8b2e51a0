// Finds in which turns the questions of a guide may be asked. Nobody reads a guide aloud: words change their endings, some are left
// out, others come in. What counts is how much of a question's own words a stretch of the turn holds.
import { folded } from './category.ts';

/** Below this a turn is not proposed; the tests show what lies on each side. */
export const PROPOSED_FROM = 0.45;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words that every sentence has, folded, in French and English. */
const FILLERS = words(`
  le la les l un une des du de d au aux a en y et ou ni mais donc or car si que qu qui dont ce cet cette ces c ca cela ceci se s
  je j tu il elle on nous vous ils elles me m te t lui leur leurs eux moi toi soi mon ma mes ton ta tes son sa ses notre nos votre vos
  ne n pas plus point jamais tres trop bien aussi alors ainsi puis la ici voila voici oui non hein euh ben bon bah ok enfin quoi apres avant
  dans par pour sur sous avec sans chez vers entre depuis pendant jusqu lors comme tout toute tous toutes chaque autre autres meme memes
  est es suis sont etes sommes etre ete etait etaient sera soit ai as avons avez ont avoir eu avait avaient aura
  fait faire fais faites font peut peux pouvez pouvoir pourriez pourrait voulez vouloir voudrais doit va vais allez aller vont
  il y aujourd hui quelque quelques chose choses fois peu encore deja toujours parce lorsque quand
  the a an of to in on at by for from with and or but not is are was were be been do does did have has had i you he she it we they
  me him her us them my your his its our their this that these those there here so as if then than also just very
`);

/** Words that ask: they tell questions apart only a little. */
const ASKING = words(`
  comment pourquoi quel quelle quels quelles combien ou quand lequel laquelle lesquels qui quoi
  how why what which who whom whose where when many much
`);

/** What interviewers say around any question. */
const INVITING = words(`
  parler parlez parlons parlez dire dites diriez direz racontez raconter expliquer expliquez decrire decrivez presenter presentez
  preciser precisez revenir commencer finir terminer question questions selon avis pensez penser voyez voir sens ensuite exemple
  exemples general generale maniere facon part cote niveau moment sujet propos
  tell talk describe explain say think give example examples question about could would can please start
`);

const WEIGHT = { filler: 0.06, asking: 0.22, inviting: 0.22, own: 1 } as const;

type Kind = keyof typeof WEIGHT;

function kindOf(word: string): Kind {
  if (ASKING.has(word)) return 'asking';
  if (FILLERS.has(word)) return 'filler';
  if (INVITING.has(word)) return 'inviting';
  return /^\d+$/.test(word) || word.length > 2 ? 'own' : 'filler';
}

/** Folded words; an elided one is a word of its own. */
function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Three letters at a time, the beginning marked: endings weigh less than stems. */
function trigrams(word: string): string[] {
  const marked = `^${word}`;
  return [...new Set(Array.from({ length: Math.max(1, marked.length - 2) }, (_, at) => marked.slice(at, at + 3)))];
}

const SHORTEST_INFLECTED = 4;
const LEAST_SHARED = 0.5;
/** Words that share only their beginning (« décider », « décisions »). */
const SAME_BEGINNING = { letters: 4, share: 0.5, counts: 0.55 };

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** How much two words are the same one, 0 … 1; `shared` trigrams of theirs are equal. */
function likeness(a: string, b: string, shared: number, total: number): number {
  if (a === b) return 1;
  if (kindOf(b) === 'filler') return 0;
  if (a.length < SHORTEST_INFLECTED || b.length < SHORTEST_INFLECTED) return 0;
  const dice = (2 * shared) / total;
  if (dice >= LEAST_SHARED) return Math.min(1, dice + 0.15);
  const beginning = commonBeginning(a, b);
  return beginning >= SAME_BEGINNING.letters && beginning >= SAME_BEGINNING.share * Math.min(a.length, b.length) ? SAME_BEGINNING.counts : 0;
}

/** Stretches of a turn that may hold one question: up to three sentences, or so many words where nobody wrote full stops. */
const MOST_SENTENCES = 3;
const MOST_WORDS = 40;

/** Somebody who speaks for long says many words: there, what is not put as a question counts for less. */
const NOT_ASKED = 0.75;

interface Stretch {
  readonly words: readonly string[];
  readonly counts: number;
}

function sentencesOf(text: string): { readonly words: readonly string[]; readonly isAsked: boolean }[] {
  return text.split(/(?<=[.?!…;])\s+/u).flatMap((sentence) => {
    const list = wordsOf(sentence);
    const cuts = list.length === 0 ? 0 : Math.max(1, Math.ceil((list.length - MOST_WORDS / 2) / (MOST_WORDS / 2)));
    return Array.from({ length: cuts }, (_, at) => ({
      words: list.slice((at * MOST_WORDS) / 2, (at * MOST_WORDS) / 2 + MOST_WORDS),
      isAsked: sentence.trimEnd().endsWith('?'),
    }));
  });
}

function stretchesOf(text: string): Stretch[] {
  const sentences = sentencesOf(text);
  const isLong = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0) > MOST_WORDS;
  return sentences.flatMap((_, first) =>
    Array.from({ length: Math.min(MOST_SENTENCES, sentences.length - first) }, (_unused, more) => {
      const part = sentences.slice(first, first + more + 1);
      return { words: part.flatMap((sentence) => sentence.words), counts: isLong && !part.some(({ isAsked }) => isAsked) ? NOT_ASKED : 1 };
    }),
  );
}

export interface Askable<Id extends string> {
  readonly id: Id;
  readonly text: string;
}

export interface Asked<Id extends string> {
  readonly questionId: Id;
  readonly score: number;
}

interface GuideWord {
  readonly word: string;
  readonly trigrams: number;
  /** How much it tells its question from the others. */
  readonly weight: number;
  /** Where it stands: places in the guide. */
  readonly questions: readonly number[];
}

/** What a word of a turn is like among the guide's words, and how much it says by itself. */
interface HeardWord {
  readonly like: readonly (readonly [word: number, likeness: number])[];
  readonly weight: number;
}

interface GuideQuestionWords<Id extends string> {
  readonly id: Id;
  readonly mass: number;
  readonly sequence: string;
}

/** A question of fillers alone (« Et ensuite ? ») is asked only in its very words. */
const LEAST_MASS = 1;
/** How much what else is said in the stretch takes away. */
const FOREIGN_SHARE = 0.35;

/** Two words of a question's own are no chance any more, be the question ever so long: what is left out then weighs less. */
function lenience(held: number): number {
  return Math.min(1, Math.max(0.5, 1.5 - held / 2));
}

/** Words of one family are known by so many letters. */
const STEM = 5;

/** Prepares a guide's questions; then each turn is scored against all of them at once, in well under a millisecond. */
export class QuestionMatcher<Id extends string> {
  readonly #words: readonly GuideWord[];
  readonly #questions: readonly GuideQuestionWords<Id>[];
  readonly #byTrigram = new Map<string, number[]>();
  /** Turns repeat their words. */
  readonly #heard = new Map<string, HeardWord>();

  constructor(questions: readonly Askable<Id>[]) {
    const texts = questions.map(({ id, text }) => ({ id, list: wordsOf(text) }));
    const families = new Map<string, number>();
    for (const { list } of texts)
      for (const stem of new Set(list.map((word) => word.slice(0, STEM)))) families.set(stem, (families.get(stem) ?? 0) + 1);
    const rarity = (word: string): number => Math.log(1 + texts.length / (families.get(word.slice(0, STEM)) ?? 1)) / Math.log(1 + texts.length);
    const places = new Map<string, number[]>();
    texts.forEach(({ list }, at) => {
      for (const word of new Set(list)) places.set(word, [...(places.get(word) ?? []), at]);
    });
    this.#words = [...places].map(([word, at]) => ({
      word,
      trigrams: trigrams(word).length,
      weight: WEIGHT[kindOf(word)] * rarity(word),
      questions: at,
    }));
    this.#words.forEach(({ word }, index) => {
      for (const gram of trigrams(word)) this.#byTrigram.set(gram, [...(this.#byTrigram.get(gram) ?? []), index]);
    });
    const weights = new Map(this.#words.map(({ word, weight }) => [word, weight]));
    this.#questions = texts.map(({ id, list }) => ({
      id,
      mass: [...new Set(list)].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0),
      sequence: list.join(' '),
    }));
  }

  #hear(word: string): HeardWord {
    const known = this.#heard.get(word);
    if (known) return known;
    const shared = new Map<number, number>();
    const isFiller = kindOf(word) === 'filler';
    const grams = trigrams(word);
    for (const gram of grams) for (const index of this.#byTrigram.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    const like = [...shared].flatMap(([index, count]) => {
      const other = this.#words[index];
      if (!other || (isFiller && other.word !== word)) return [];
      const value = likeness(word, other.word, count, grams.length + other.trigrams);
      return value > 0 ? [[index, value] as const] : [];
    });
    const heard = { like, weight: WEIGHT[kindOf(word)] };
    this.#heard.set(word, heard);
    return heard;
  }

  /** The most that each question it touches gets out of this stretch, into `most`. */
  #scoreIn({ words: stretch, counts }: Stretch, most: Map<number, number>): void {
    const best = new Map<number, number>();
    let said = 0;
    for (const word of new Set(stretch)) {
      const { like, weight } = this.#hear(word);
      said += weight;
      for (const [index, value] of like) if (value > (best.get(index) ?? 0)) best.set(index, value);
    }
    const held = new Map<number, number>();
    for (const [index, value] of best) {
      const { weight, questions } = this.#words[index] ?? { weight: 0, questions: [] };
      for (const at of questions) held.set(at, (held.get(at) ?? 0) + value * weight);
    }
    const sequence = stretch.join(' ');
    for (const [at, mass] of held) {
      const question = this.#questions[at];
      if (!question) continue;
      const recall = Math.min(1, mass / Math.max(question.mass, LEAST_MASS));
      const precision = Math.min(1, mass / said);
      const score = question.sequence === sequence ? 1 : counts * recall ** lenience(mass) * (1 - FOREIGN_SHARE * (1 - precision));
      if (score > (most.get(at) ?? 0)) most.set(at, score);
    }
  }

  /** How much of each question the turn holds, 0 … 1, in the guide's order. */
  scores(text: string): Asked<Id>[] {
    const most = new Map<number, number>();
    for (const stretch of stretchesOf(text)) this.#scoreIn(stretch, most);
    return this.#questions.map(({ id }, at) => ({ questionId: id, score: most.get(at) ?? 0 }));
  }
}

export interface SpokenTurn<Turn extends string> {
  readonly id: Turn;
  readonly words: string;
}

export interface Proposal<Id extends string, Turn extends string> extends Asked<Id> {
  readonly turnId: Turn;
}

/**
 * At most one question per turn, the surest first; what is `refused` is left out, and the turn's next best question comes up where it
 * is good enough.
 */
export function proposeQuestions<Id extends string, Turn extends string>(
  matcher: Pick<QuestionMatcher<Id>, 'scores'>,
  turns: readonly SpokenTurn<Turn>[],
  refused: (questionId: Id, turnId: Turn) => boolean = () => false,
): Proposal<Id, Turn>[] {
  return turns
    .flatMap(({ id: turnId, words: text }) => {
      const free = matcher.scores(text).filter(({ questionId, score }) => score >= PROPOSED_FROM && !refused(questionId, turnId));
      const best = free.reduce<Asked<Id> | null>((most, asked) => (most && most.score >= asked.score ? most : asked), null);
      return best ? [{ ...best, turnId }] : [];
    })
    .toSorted((a, b) => b.score - a.score);
}
