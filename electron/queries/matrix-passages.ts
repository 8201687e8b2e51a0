// Reads the coded passages of sources, placed in their texts. What a matrix waits for: two plain scans put together here, since SQLite
// would look every coding's passage up by its id.
import type { CoderId, GuideQuestionId, ParticipantId, SourceId } from '../../shared/domain/ids.ts';
import type { PlacedCoding } from '../../shared/domain/matrix-axis.ts';
import type { SourceReading } from '../../shared/domain/matrix-kept.ts';
import { STANCES } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { IdsInText, SPACE, idEnd, isSameWord, wordEnd, writtenIds } from './ids-in-text.ts';
import { SourcePassage, distinct, inOrder } from './source-passage.ts';
import type { Place } from './source-passage.ts';

interface SpeakerRow {
  readonly id: string;
  readonly label: string;
  readonly participantId: ParticipantId;
  readonly isInterviewer: 0 | 1;
}

type TurnRow = [id: string, sourceId: string, lengthUtf16: number, number: number | null, speakerId: string | null];
type AskedRow = [turnId: string, questionId: GuideQuestionId, guideId: string];

/** A turn, as passages look at it. */
interface Turn {
  readonly source: SourceTurns;
  readonly position: number;
  readonly start: number;
  readonly number: number | null;
  readonly speaker: SpeakerRow | null;
  readonly participantIds: readonly ParticipantId[];
  readonly labels: readonly string[];
  /** Of the passages that lie in this turn alone: most do. */
  place: Place | null;
}

interface SourceTurns {
  readonly id: SourceId;
  readonly turns: Turn[];
  readonly asked: Map<string, { position: number; questionIds: GuideQuestionId[] }[]>;
  length: number;
  /** Those without a coding too. */
  readonly passages: SourcePassage[];
}

/** Which stance, by its place; one digit more than there are for none. */
const STANCE_NUMBER = `CASE c.stance ${STANCES.map((stance, index) => `WHEN '${stance}' THEN ${index}`).join(' ')} ELSE ${STANCES.length} END`;
const ZERO = '0'.charCodeAt(0);
const WEIGHED = 'w'.charCodeAt(0);
const STARRED = '*'.charCodeAt(0);
/** From the end of a passage's last word to the next passage. */
const PASSAGE_ENDS = 2;
/** From the end of the coder to the next coding: a space, a digit, a letter. */
const CODING_ENDS = 3;
const CODING = "c.passage_id || ' ' || c.category_id || ' ' || c.coder_id";

/**
 * What is read of very many rows is written by SQLite one row after the other, a thousand in one text, as its bytes: it crosses over in a
 * fraction of the time that as many rows of short words take.
 */
interface Written {
  readonly row: string;
  readonly from: string;
  readonly where: string;
  readonly rowid: string;
}

/** Every word is followed by a space, the last by whether the passage is starred. The end's turn is empty where it is the start's. */
const PASSAGES: Written = {
  row: `concat_ws(' ', p.id, p.start_turn_id, p.start_utf16, iif(p.end_turn_id = p.start_turn_id, '', p.end_turn_id), p.end_utf16,
    iif(p.starred_at IS NULL, '-', '*'))`,
  from: 'passage p',
  where: 'p.lost_quote IS NULL',
  rowid: 'p.rowid',
};
/** `passage category coder`, the stance's number, whether it has a weight. */
const CODINGS: Written = {
  row: `${CODING} || ' ' || ${STANCE_NUMBER} || iif(c.weight IS NULL, '-', 'w')`,
  from: 'coding c',
  where: 'true',
  rowid: 'c.rowid',
};
const CODINGS_OF_THESE = { ...CODINGS, from: 'coding c JOIN passage p ON p.id = c.passage_id' };

/** Rows. */
const AT_ONCE = 1000;

const inOnePiece = (row: string): string => `CAST(group_concat(${row}, '') AS BLOB)`;

const OF_THESE = 'IN (SELECT value FROM json_each(?))';

/** What is applied to many passages in the same way is one object, and so is the list of it alone. */
class Codings {
  readonly #categoryIds: readonly string[];
  readonly #coderIds: readonly CoderId[];
  readonly #categories: IdsInText;
  readonly #coders: IdsInText;
  readonly #known: (readonly [PlacedCoding])[] = [];

  constructor(sqlite: Project['sqlite']) {
    this.#categoryIds = statement<[], string>(sqlite, 'SELECT id FROM category').pluck().all();
    this.#coderIds = statement<[], CoderId>(sqlite, 'SELECT id FROM coder').pluck().all();
    this.#categories = new IdsInText(writtenIds(this.#categoryIds));
    this.#coders = new IdsInText(writtenIds(this.#coderIds));
  }

  /** Without a weight. The category stands in the text from `start` to `categoryEnd`, the coder after it up to `coderEnd`, then the stance. */
  alone(text: Uint8Array, start: number, categoryEnd: number, coderEnd: number): readonly [PlacedCoding] {
    const category = this.#categories.findKnown(text, start);
    const coder = this.#coders.findKnown(text, categoryEnd + 1);
    const stance = (text[coderEnd + 1] ?? ZERO) - ZERO;
    const number = (category * this.#coderIds.length + coder) * (STANCES.length + 1) + stance;
    const categoryId = this.#categoryIds[category] ?? '';
    const coderId = this.#coderIds[coder] as CoderId;
    return (this.#known[number] ??= [{ categoryId, coderId, stance: STANCES[stance] ?? null, weight: null }]);
  }
}

/** Finds passages by their ids. Codings lie in the order of their passages where people coded one passage after the other. */
class PassageFinder {
  readonly #passages: readonly SourcePassage[];
  #ids: IdsInText | null = null;
  #last = 0;

  constructor(passages: readonly SourcePassage[]) {
    this.#passages = passages;
  }

  /** By the id that stands in the text from `start` on. */
  find(text: Uint8Array, start: number): SourcePassage | undefined {
    for (let place = this.#last; place < this.#last + 2; place += 1) {
      const passage = this.#passages[place];
      if (!passage || !isSameWord(passage.bytes, passage.at, text, start)) continue;
      this.#last = place;
      return passage;
    }
    this.#ids ??= new IdsInText(this.#passages);
    const place = this.#ids.find(text, start);
    // what is coded once more later on stands further back, and those that come next do not
    this.#last = Math.max(this.#last, place);
    return this.#passages[place];
  }
}

class PassageReading {
  readonly #project: Project;
  /** Null: every source. */
  readonly #sources: string | null;
  readonly #bySource = new Map<string, SourceTurns>();
  readonly #turns: Turn[] = [];
  readonly #turnIds: string[] = [];
  #readWeights: ReadonlyMap<string, number> | null = null;

  constructor(project: Project, sourceIds: readonly string[] | null) {
    this.#project = project;
    this.#sources = sourceIds && JSON.stringify(sourceIds);
  }

  /** All at once: row by row takes several times as long. */
  #rows<Row>(all: string, these: string): Row[] {
    const { sqlite } = this.#project;
    return (this.#sources === null ? statement(sqlite, all).raw().all() : statement(sqlite, these).raw().all(this.#sources)) as Row[];
  }

  *#texts(all: Written, these: Written): Generator<Buffer> {
    const { sqlite } = this.#project;
    if (this.#sources !== null) {
      const { row, from, where, rowid } = these;
      const rows = `SELECT ${row} AS row FROM ${from} WHERE ${where} AND p.source_id ${OF_THESE} ORDER BY ${rowid}`;
      yield statement<[string], Buffer | null>(sqlite, `SELECT ${inOnePiece('row')} FROM (${rows})`)
        .pluck()
        .get(this.#sources) ?? Buffer.of();
      return;
    }
    const { row, from, where, rowid } = all;
    // in the order in which they lie there, without a sort and without a copy of each row
    const page = statement<[number, number], Buffer | null>(
      sqlite,
      `SELECT ${inOnePiece(row)} FROM ${from} WHERE ${where} AND ${rowid} BETWEEN ? AND ?`,
    ).pluck();
    const firstFrom = statement<[number], number | null>(sqlite, `SELECT min(${rowid}) FROM ${from} WHERE ${rowid} >= ?`).pluck();
    for (let first = firstFrom.get(0) ?? null; first !== null; first = firstFrom.get(first + AT_ONCE) ?? null) {
      const text = page.get(first, first + AT_ONCE - 1) ?? null;
      if (text !== null) yield text;
    }
  }

  read(): Map<string, SourceReading> {
    this.#readTurns();
    const turnIds = new IdsInText(writtenIds(this.#turnIds));
    this.#readAsked(turnIds);
    this.#readCodings(this.#readPassages(turnIds));
    const readings = new Map<string, SourceReading>();
    for (const { id, passages } of this.#bySource.values()) {
      if (passages.length === 0) continue;
      const coded = passages.filter(({ codings }) => codings.length > 0);
      readings.set(id, { sourceId: id, passages: distinct(inOrder(coded)) });
    }
    return readings;
  }

  #readTurns(): void {
    const { sqlite } = this.#project;
    const speakers = new Map(
      statement<[], SpeakerRow>(
        sqlite,
        `SELECT k.id, k.label, k.participant_id AS participantId, h.is_interviewer AS isInterviewer
         FROM speaker k JOIN participant h ON h.id = k.participant_id`,
      )
        .all()
        .map((row) => [row.id, { row, participantIds: [row.participantId], labels: [row.label] }]),
    );
    const select = 'SELECT id, source_id, length_utf16, number, speaker_id FROM turn';
    let source: SourceTurns | undefined;
    let sourceId = '';
    for (const row of this.#rows<TurnRow>(
      `${select} ORDER BY source_id, position`,
      `${select} WHERE source_id ${OF_THESE} ORDER BY source_id, position`,
    )) {
      if (!source || row[1] !== sourceId) {
        sourceId = row[1];
        this.#bySource.set(sourceId, (source = { id: sourceId as SourceId, turns: [], asked: new Map(), length: 0, passages: [] }));
      }
      const speaker = row[4] === null ? undefined : speakers.get(row[4]);
      const turn: Turn = {
        source,
        position: source.turns.length,
        start: source.length,
        number: row[3],
        speaker: speaker?.row ?? null,
        participantIds: speaker?.participantIds ?? [],
        labels: speaker?.labels ?? [],
        place: null,
      };
      source.turns.push(turn);
      source.length += row[2];
      this.#turns.push(turn);
      this.#turnIds.push(row[0]);
    }
  }

  /** Turns where a question was confirmed, by source and guide. */
  #readAsked(turnIds: IdsInText): void {
    const select = `SELECT m.turn_id, m.question_id, h.guide_id, t.source_id FROM question_turn m JOIN guide_question q ON q.id = m.question_id
      JOIN guide_theme h ON h.id = q.theme_id JOIN turn t ON t.id = m.turn_id WHERE m.status = 'confirmed'`;
    const order = 'ORDER BY t.position, h.position, q.position';
    for (const row of this.#rows<[...AskedRow, string]>(`${select} ${order}`, `${select} AND t.source_id ${OF_THESE} ${order}`)) {
      const [turnId, questionId, guideId, sourceId] = row;
      const asked = this.#bySource.get(sourceId)?.asked;
      const position = this.#turns[turnIds.find(Buffer.from(turnId), 0)]?.position;
      if (!asked || position === undefined) continue;
      const own = asked.get(guideId) ?? [];
      asked.set(guideId, own);
      const last = own.at(-1);
      if (last?.position === position) last.questionIds.push(questionId);
      else own.push({ position, questionIds: [questionId] });
    }
  }

  #readPassages(turnIds: IdsInText): SourcePassage[] {
    const all: SourcePassage[] = [];
    for (const text of this.#texts(PASSAGES, PASSAGES)) {
      for (let at = 0; at < text.length; ) {
        const ownEnd = idEnd(text, at);
        const firstEnd = idEnd(text, ownEnd + 1);
        const startEnd = wordEnd(text, firstEnd + 1);
        const lastEnd = wordEnd(text, startEnd + 1);
        const endEnd = wordEnd(text, lastEnd + 1);
        const first = this.#turns[turnIds.findKnown(text, ownEnd + 1)];
        const last = lastEnd === startEnd + 1 ? first : this.#turns[turnIds.findKnown(text, startEnd + 1)];
        if (first && last) {
          const [start, end] = [first.start + numberIn(text, firstEnd + 1), last.start + numberIn(text, lastEnd + 1)];
          const passage = new SourcePassage(placeBetween(first, last), text, at, start, end, text[endEnd + 1] === STARRED);
          first.source.passages.push(passage);
          all.push(passage);
        }
        at = endEnd + PASSAGE_ENDS;
      }
    }
    return all;
  }

  #readCodings(passages: readonly SourcePassage[]): void {
    const finder = new PassageFinder(passages);
    const codings = new Codings(this.#project.sqlite);
    for (const text of this.#texts(CODINGS, CODINGS_OF_THESE)) {
      for (let at = 0; at < text.length; ) {
        const passageEnd = idEnd(text, at);
        const categoryEnd = idEnd(text, passageEnd + 1);
        const coderEnd = idEnd(text, categoryEnd + 1);
        const passage = finder.find(text, at);
        if (passage) {
          const alone = codings.alone(text, passageEnd + 1, categoryEnd, coderEnd);
          const isWeighed = text[coderEnd + 2] === WEIGHED;
          const own = isWeighed ? [{ ...alone[0], weight: this.#weights.get(text.toString('utf8', at, coderEnd)) ?? null }] : alone;
          passage.codings = passage.codings.length === 0 ? own : [...passage.codings, ...own];
        }
        at = coderEnd + CODING_ENDS;
      }
    }
  }

  /** By passage, category and coder: few codings have one. */
  get #weights(): ReadonlyMap<string, number> {
    this.#readWeights ??= new Map(
      statement<[], [coding: string, weight: number]>(this.#project.sqlite, `SELECT ${CODING}, c.weight FROM coding c WHERE c.weight IS NOT NULL`)
        .raw()
        .all() as unknown as [string, number][],
    );
    return this.#readWeights;
  }
}

/** The number that stands there, up to the next space. */
function numberIn(text: Uint8Array, start: number): number {
  let number = 0;
  for (let at = start, digit = text[at]; digit !== undefined && digit !== SPACE; digit = text[(at += 1)]) number = number * 10 + digit - ZERO;
  return number;
}

function placeBetween(first: Turn, last: Turn): Place {
  if (first === last) return (first.place ??= placeOf([first]));
  return placeOf(first.source.turns.slice(first.position, last.position + 1));
}

function placeOf(turns: readonly Turn[]): Place {
  const [first, last] = [turns[0] as Turn, turns.at(-1) as Turn];
  const isOne = turns.length === 1;
  return {
    sourceId: first.source.id,
    firstTurn: first.position,
    lastTurn: last.position,
    participantIds: isOne ? first.participantIds : [...new Set(turns.flatMap(({ participantIds }) => participantIds))],
    labels: isOne ? first.labels : [...new Set(turns.flatMap(({ labels }) => labels))],
    answers: first.source.asked.size > 0 ? answersIn(first.source, turns) : NO_ANSWERS,
    turnNumber: first.number,
    speaker: first.speaker?.label ?? null,
  };
}

const NO_ANSWERS: readonly GuideQuestionId[] = [];

/**
 * The questions that these turns answer: those confirmed last before them, in each guide. A turn of somebody who asks, or one in which a
 * question is confirmed, answers nothing.
 */
function answersIn({ asked }: SourceTurns, turns: readonly Turn[]): GuideQuestionId[] {
  const answers = new Set<GuideQuestionId>();
  for (const places of asked.values()) {
    for (const { position, speaker } of turns) {
      if (speaker?.isInterviewer === 1) continue;
      const before = places.findLast((place) => place.position <= position);
      if (before && before.position !== position) for (const questionId of before.questionIds) answers.add(questionId);
    }
  }
  return [...answers];
}

/** Coded passages of these sources, or of all; sources without any are left out. */
export function readSources(project: Project, sourceIds: readonly string[] | null): Map<string, SourceReading> {
  return new PassageReading(project, sourceIds).read();
}
