// The corpus as words: each a number in a dictionary, source after source, kept while the project is open and read again only where
// something was written. Counts, trees, classes and likenesses all read this, none of them the texts.
import { Refusal } from '../../shared/domain/failure.ts';
import type { ParticipantId, SourceId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { sentencesIn } from '../../shared/words/sentences.ts';
import { stemOf } from '../../shared/words/stem.ts';
import { tokensOf } from '../../shared/words/tokens.ts';
import type { Project } from '../storage/open-project.ts';
import type { ChangeReader } from '../storage/source-changes.ts';
import { statement } from '../storage/statements.ts';
import { readProject } from './project.ts';

/** Who waits for long work sees how far it is, and may stop it. */
export interface Watch {
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

export const UNWATCHED: Watch = { onProgress: () => undefined, isCancelled: () => false };

/** The words of one source. All numbers of words count from its first one. */
export interface SourceWords {
  readonly id: SourceId;
  /** Numbers in the dictionary, in the order said. */
  readonly forms: Uint32Array;
  /** Of each turn its first word; one entry more than there are turns. */
  readonly turnStarts: Uint32Array;
  readonly turnAsks: Uint8Array;
  readonly turnSpeakers: readonly (ParticipantId | null)[];
  /** Of each sentence with a word in it: its turn, its first word (one entry more), its ends in the turn's text. */
  readonly sentenceTurns: Uint32Array;
  readonly sentenceStarts: Uint32Array;
  readonly sentenceUtf16: Uint32Array;
}

const HAS_LETTER = /\p{L}/u;

/** Every form that was ever said in the project, with its stem. Numbers are never given twice. */
export class Dictionary {
  readonly language: Language;
  readonly forms: string[] = [];
  readonly stems: string[] = [];
  /** Of each form the number of its stem; whether it is a word (1) or has no letter (0). */
  readonly stemOfForm: number[] = [];
  readonly isWord: (0 | 1)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #stemNumbers = new Map<string, number>();

  constructor(language: Language) {
    this.language = language;
  }

  numberOf(form: string): number {
    const known = this.#numbers.get(form);
    if (known !== undefined) return known;
    const number = this.forms.push(form) - 1;
    this.#numbers.set(form, number);
    const stem = stemOf(form, this.language);
    const knownStem = this.#stemNumbers.get(stem);
    if (knownStem === undefined) this.#stemNumbers.set(stem, this.stems.push(stem) - 1);
    this.stemOfForm.push(knownStem ?? this.stems.length - 1);
    this.isWord.push(HAS_LETTER.test(form) ? 1 : 0);
    return number;
  }

  /** Undefined for what nobody said. */
  find(form: string): number | undefined {
    return this.#numbers.get(form);
  }

  findStem(form: string): number | undefined {
    return this.#stemNumbers.get(stemOf(form, this.language));
  }
}

export interface WordStore {
  readonly dictionary: Dictionary;
  /** In corpus order. Another array as soon as anything was said otherwise; codings change no word. */
  readonly sources: readonly SourceWords[];
}

interface Kept {
  readonly changes: ChangeReader;
  dictionary: Dictionary;
  readonly sources: Map<string, SourceWords>;
  store: WordStore | null;
}

interface TurnRow {
  readonly text: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly participantId: ParticipantId | null;
  readonly asks: 0 | 1;
}

const TURNS = `
  SELECT t.text, t.body_start_utf16 AS bodyStart, t.body_end_utf16 AS bodyEnd, k.participant_id AS participantId, coalesce(h.is_interviewer, 0) AS asks
  FROM turn t LEFT JOIN speaker k ON k.id = t.speaker_id LEFT JOIN participant h ON h.id = k.participant_id
  WHERE t.source_id = ? ORDER BY t.position`;

function readSourceWords(project: Project, id: SourceId, dictionary: Dictionary): SourceWords {
  const turns = statement<[string], TurnRow>(project.sqlite, TURNS).all(id);
  const [forms, turnStarts]: [number[], number[]] = [[], []];
  const [sentenceTurns, sentenceStarts, sentenceUtf16]: [number[], number[], number[]] = [[], [], []];
  turns.forEach(({ text, bodyStart, bodyEnd }, turn) => {
    turnStarts.push(forms.length);
    for (const { start, end } of sentencesIn(text, bodyStart, bodyEnd)) {
      const tokens = tokensOf(text.slice(start, end), dictionary.language);
      if (tokens.length === 0) continue;
      sentenceTurns.push(turn);
      sentenceStarts.push(forms.length);
      sentenceUtf16.push(start, end);
      for (const token of tokens) forms.push(dictionary.numberOf(token.text));
    }
  });
  return {
    id,
    forms: Uint32Array.from(forms),
    turnStarts: Uint32Array.from([...turnStarts, forms.length]),
    turnAsks: Uint8Array.from(turns, ({ asks }) => asks),
    turnSpeakers: turns.map(({ participantId }) => participantId),
    sentenceTurns: Uint32Array.from(sentenceTurns),
    sentenceStarts: Uint32Array.from([...sentenceStarts, forms.length]),
    sentenceUtf16: Uint32Array.from(sentenceUtf16),
  };
}

const kept = new WeakMap<Project, Kept>();

/** What was kept, without what is no longer true. */
function keptOf(project: Project): Kept {
  const { language } = readProject(project);
  let own = kept.get(project);
  if (!own) {
    own = { changes: project.sourceChanges.reader(), dictionary: new Dictionary(language), sources: new Map(), store: null };
    kept.set(project, own);
  }
  const { everything, sources, tables } = own.changes.take();
  if (everything || own.dictionary.language !== language) {
    own.dictionary = new Dictionary(language);
    own.sources.clear();
    own.store = null;
  }
  if (!TEXT_TABLES.some((table) => tables.has(table))) return own;
  for (const id of sources) own.sources.delete(id);
  own.store = null;
  return own;
}

/** What was said, and by whom, stands in these. */
const TEXT_TABLES = ['turn', 'speaker', 'participant', 'source'] as const;

const BREATH_MS = 30;

/** Lets whoever waits be answered in between. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Refuses (`job.cancelled`) when the watch says so, or the project was closed meanwhile. */
export function assertGoingOn({ sqlite }: Project, { isCancelled }: Watch): void {
  if (isCancelled() || !sqlite.open) throw new Refusal('job.cancelled');
}

/** Awaited between the steps of long work: others are answered from time to time, and the work stops where the watch says so. */
export function breaths(project: Project, watch: Watch): () => Promise<void> {
  let answered = performance.now();
  return async () => {
    if (performance.now() - answered < BREATH_MS) return;
    await breath();
    assertGoingOn(project, watch);
    answered = performance.now();
  };
}

export async function readWordStore(project: Project, watch: Watch = UNWATCHED): Promise<WordStore> {
  let answered = performance.now();
  for (;;) {
    assertGoingOn(project, watch);
    const own = keptOf(project);
    if (own.store) return own.store;
    const ids = statement<[], SourceId>(project.sqlite, 'SELECT id FROM source ORDER BY position, name').pluck().all() as SourceId[];
    const missing = ids.filter((id) => !own.sources.has(id));
    for (const id of missing) {
      own.sources.set(id, readSourceWords(project, id, own.dictionary));
      if (performance.now() - answered < BREATH_MS) continue;
      watch.onProgress(own.sources.size, ids.length, '');
      await breath();
      answered = performance.now();
      break;
    }
    // what was written while others were answered is seen by looking again
    if (ids.some((id) => !own.sources.has(id))) continue;
    own.store = { dictionary: own.dictionary, sources: ids.flatMap((id) => own.sources.get(id) ?? []) };
    return own.store;
  }
}
