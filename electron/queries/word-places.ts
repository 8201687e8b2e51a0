// Where words of the store stand in their texts: turns are cut into words once more, only those that are looked at.
import type { SourceId, TurnId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { PlacedWords, WordPlace, WordPlaces } from '../../shared/domain/words.ts';
import { tokensOf } from '../../shared/words/tokens.ts';
import type { Token } from '../../shared/words/tokens.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { Dictionary, SourceWords } from './word-store.ts';

/** Words `from` … `to` (the last not among them) of a source, all in one turn. */
export interface WordRange {
  readonly source: SourceWords;
  readonly from: number;
  readonly to: number;
}

/** The place of the last start that is not beyond `at`. */
export function placeOf(starts: Uint32Array, at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface TurnRow {
  readonly id: TurnId;
  readonly text: string;
  readonly number: number | null;
  readonly speaker: string | null;
  readonly sourceName: string;
}

const TURN = `
  SELECT t.id, t.text, t.number, k.label AS speaker, s.name AS sourceName FROM turn t JOIN source s ON s.id = t.source_id
  LEFT JOIN speaker k ON k.id = t.speaker_id WHERE t.source_id = ? AND t.position = ?`;

interface OpenSentence {
  readonly start: number;
  readonly end: number;
  /** Number of its first word. */
  readonly first: number;
  readonly tokens: readonly Token[];
}

interface OpenTurn extends TurnRow {
  readonly sourceId: SourceId;
  readonly sentences: readonly OpenSentence[];
}

/** Opens turns of the store, each once. */
export class WordPlacer {
  readonly #project: Project;
  readonly #dictionary: Dictionary;
  readonly #turns = new Map<string, OpenTurn | undefined>();

  constructor(project: Project, dictionary: Dictionary) {
    this.#project = project;
    this.#dictionary = dictionary;
  }

  #turnOf(source: SourceWords, at: number): OpenTurn | undefined {
    const sentence = placeOf(source.sentenceStarts, at);
    const turn = source.sentenceTurns[sentence] ?? 0;
    const key = `${source.id} ${turn}`;
    if (!this.#turns.has(key)) this.#turns.set(key, this.#open(source, turn, sentence));
    return this.#turns.get(key);
  }

  #open(source: SourceWords, turn: number, sentence: number): OpenTurn | undefined {
    const row = statement<[string, number], TurnRow>(this.#project.sqlite, TURN).get(source.id, turn);
    if (!row) return undefined;
    let first = sentence;
    while (first > 0 && source.sentenceTurns[first - 1] === turn) first -= 1;
    const sentences: OpenSentence[] = [];
    for (let place = first; source.sentenceTurns[place] === turn; place += 1) {
      const [start, end] = [source.sentenceUtf16[2 * place] ?? 0, source.sentenceUtf16[2 * place + 1] ?? 0];
      const tokens = tokensOf(row.text.slice(start, end), this.#dictionary.language);
      sentences.push({ start, end, first: source.sentenceStarts[place] ?? 0, tokens });
    }
    return { ...row, sourceId: source.id, sentences };
  }

  /** Where the range stands; the marks that end its last sentence belong to it. Undefined where the turn has gone meanwhile. */
  placed({ source, from, to }: WordRange): PlacedWords | undefined {
    const turn = this.#turnOf(source, from);
    const first = turn?.sentences.findLast((sentence) => sentence.first <= from);
    const last = turn?.sentences.findLast((sentence) => sentence.first < to);
    const [begins, ends] = [first?.tokens[from - (first?.first ?? 0)], last?.tokens[to - 1 - (last?.first ?? 0)]];
    if (!turn || !first || !last || !begins || !ends) return undefined;
    const isFirstWord = from === first.first;
    const isLastWord = to - last.first === last.tokens.length;
    const start = isFirstWord ? first.start : first.start + begins.start;
    const end = isLastWord ? last.end : last.start + ends.end;
    const { id: turnId, sourceId, text, speaker, sourceName, number } = turn;
    return { sourceId, turnId, start, end, text: text.slice(start, end), ref: citationOf(sourceName, number), speaker };
  }

  /** The same, without the marks around it, in its sentence. */
  inSentence({ source, from, to }: WordRange): WordPlace | undefined {
    const turn = this.#turnOf(source, from);
    const sentence = turn?.sentences.findLast(({ first }) => first <= from);
    const [begins, ends] = [sentence?.tokens[from - (sentence?.first ?? 0)], sentence?.tokens[to - 1 - (sentence?.first ?? 0)]];
    if (!turn || !sentence || !begins || !ends) return undefined;
    const [start, end] = [sentence.start + begins.start, sentence.start + ends.end];
    const { id: turnId, sourceId, text, speaker, sourceName, number } = turn;
    return {
      sourceId,
      turnId,
      start,
      end,
      text: text.slice(start, end),
      ref: citationOf(sourceName, number),
      speaker,
      before: text.slice(sentence.start, start),
      after: text.slice(end, sentence.end),
    };
  }
}

/** The first of these ranges in their sentences. */
export function placesOf(project: Project, dictionary: Dictionary, ranges: readonly WordRange[], total: number): WordPlaces {
  const placer = new WordPlacer(project, dictionary);
  return { total, places: ranges.flatMap((range) => placer.inSentence(range) ?? []) };
}
