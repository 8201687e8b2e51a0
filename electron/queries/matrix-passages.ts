// Reads the coded passages of sources, placed in their texts. What a matrix waits for: two plain scans put together here, since SQLite
// would look every coding's passage up by its id.
import type { CoderId, GuideQuestionId, ParticipantId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { PlacedCoding } from '../../shared/domain/matrix-axis.ts';
import { STANCES } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { PassageFinder, SourcePassage, distinct } from './source-passage.ts';
import type { Place, PlacedPassage } from './source-passage.ts';

/** The coded passages of one source, by their place. A change of the source makes a new one. */
export interface SourceReading {
  readonly sourceId: SourceId;
  readonly passages: readonly PlacedPassage[];
}

interface SpeakerRow {
  readonly id: string;
  readonly label: string;
  readonly participantId: ParticipantId;
  readonly isInterviewer: 0 | 1;
}

type TurnRow = [id: string, sourceId: string, lengthUtf16: number, number: number | null, speakerId: string | null];
/** `endTurn` null: the turn where it starts. Every word that need not be read is a string less to make. */
type PassageRow = [id: PassageId, startTurn: string, startUtf16: number, endTurn: string | null, endUtf16: number, isStarred: 0 | 1];
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
}

/** Which stance, by its place; one digit more than there are for none. */
const STANCE_NUMBER = `CASE c.stance ${STANCES.map((stance, index) => `WHEN '${stance}' THEN ${index}`).join(' ')} ELSE ${STANCES.length} END`;
const ZERO = '0'.charCodeAt(0);
const WEIGHED = 'w';
/** From the end of the coder to the next coding: a space, a digit, a letter. */
const CODING_ENDS = 3;
const CODING = "c.passage_id || ' ' || c.category_id || ' ' || c.coder_id";

const AT_ONCE = 4000;

const OF_THESE = 'IN (SELECT value FROM json_each(?))';

/** What is applied to many passages in the same way is one object, and so is the list of it alone. */
class Codings {
  readonly #known = new Map<string, readonly [PlacedCoding]>();
  readonly #names = new Map<string, string>();

  /** @param text `category coder`, the stance's number, no weight */
  alone(text: string): readonly [PlacedCoding] {
    const known = this.#known.get(text);
    if (known) return known;
    const made = [this.weighed(text, null)] as const;
    this.#known.set(text, made);
    return made;
  }

  weighed(text: string, weight: number | null): PlacedCoding {
    const categoryEnd = text.indexOf(' ');
    const coderEnd = text.indexOf(' ', categoryEnd + 1);
    return {
      categoryId: this.#name(text.slice(0, categoryEnd)),
      coderId: this.#name(text.slice(categoryEnd + 1, coderEnd)) as CoderId,
      stance: STANCES[text.charCodeAt(coderEnd + 1) - ZERO] ?? null,
      weight,
    };
  }

  /** One string for every id. */
  #name(id: string): string {
    const known = this.#names.get(id);
    if (known === undefined) this.#names.set(id, id);
    return known ?? id;
  }
}

class PassageReading {
  readonly #project: Project;
  /** Null: every source. */
  readonly #sources: string | null;
  readonly #bySource = new Map<string, SourceTurns>();
  readonly #turns = new Map<string, Turn>();
  readonly #codings = new Codings();
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

  /**
   * The rows of a large table, some at a time: rows that are let go of soon cost little, a hundred thousand at once are moved about in
   * memory. `these` is for some sources; `all` ends in a condition and gives the row's number in its last column.
   */
  *#scan<Row extends readonly unknown[]>(all: string, rowid: string, these: string): Generator<Row[]> {
    if (this.#sources !== null) return yield this.#rows<Row>('', these);
    const page = statement<[number], Row>(this.#project.sqlite, `${all} AND ${rowid} > ? ORDER BY ${rowid} LIMIT ${AT_ONCE}`).raw();
    let rows: Row[] = [];
    let last = -1;
    do {
      rows = page.all(last) as Row[];
      last = Number(rows.at(-1)?.at(-1) ?? last);
      yield rows;
    } while (rows.length === AT_ONCE);
    return undefined;
  }

  read(): Map<string, SourceReading> {
    this.#readTurns();
    this.#readAsked();
    const readings = new Map<string, SourceReading>();
    for (const [sourceId, passages] of this.#readPassages()) {
      const inOrder = passages
        .filter(({ codings }) => codings.length > 0)
        .sort((a, b) => a.start - b.start || a.end - b.end || a.firstTurn - b.firstTurn || a.lastTurn - b.lastTurn);
      readings.set(sourceId, { sourceId: sourceId as SourceId, passages: distinct(inOrder) });
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
        this.#bySource.set(sourceId, (source = { id: sourceId as SourceId, turns: [], asked: new Map(), length: 0 }));
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
      this.#turns.set(row[0], turn);
    }
  }

  /** Turns where a question was confirmed, by source and guide. */
  #readAsked(): void {
    const select = `SELECT m.turn_id, m.question_id, h.guide_id, t.source_id FROM question_turn m JOIN guide_question q ON q.id = m.question_id
      JOIN guide_theme h ON h.id = q.theme_id JOIN turn t ON t.id = m.turn_id WHERE m.status = 'confirmed'`;
    const order = 'ORDER BY t.position, h.position, q.position';
    for (const row of this.#rows<[...AskedRow, string]>(`${select} ${order}`, `${select} AND t.source_id ${OF_THESE} ${order}`)) {
      const [turnId, questionId, guideId, sourceId] = row;
      const asked = this.#bySource.get(sourceId)?.asked;
      const position = this.#turns.get(turnId)?.position;
      if (!asked || position === undefined) continue;
      const own = asked.get(guideId) ?? [];
      asked.set(guideId, own);
      const last = own.at(-1);
      if (last?.position === position) last.questionIds.push(questionId);
      else own.push({ position, questionIds: [questionId] });
    }
  }

  /** By source; those without a coding too. */
  #readPassages(): Map<string, SourcePassage[]> {
    const bySource = new Map<string, SourcePassage[]>();
    const all: SourcePassage[] = [];
    const columns = 'id, start_turn_id, start_utf16, nullif(end_turn_id, start_turn_id), end_utf16, starred_at IS NOT NULL';
    const whole = 'FROM passage WHERE lost_quote IS NULL';
    const these = `SELECT ${columns} ${whole} AND source_id ${OF_THESE} ORDER BY rowid`;
    for (const rows of this.#scan<PassageRow>(`SELECT ${columns}, rowid ${whole}`, 'rowid', these)) {
      for (const row of rows) {
        const first = this.#turns.get(row[1]);
        const last = row[3] === null ? first : this.#turns.get(row[3]);
        if (!first || !last) continue;
        const passage = this.#placed(row, first, last);
        const source = bySource.get(passage.sourceId);
        if (source) source.push(passage);
        else bySource.set(passage.sourceId, [passage]);
        all.push(passage);
      }
    }
    this.#readCodings(new PassageFinder(all));
    return bySource;
  }

  #readCodings(finder: PassageFinder): void {
    for (const text of this.#codingsInText()) {
      for (let at = 0; at < text.length; ) {
        const passageEnd = text.indexOf(' ', at);
        const categoryEnd = text.indexOf(' ', passageEnd + 1);
        const coderEnd = text.indexOf(' ', categoryEnd + 1);
        const passage = finder.find(text, at, passageEnd);
        if (passage) {
          const words = text.slice(passageEnd + 1, coderEnd + 2);
          const isWeighed = text[coderEnd + 2] === WEIGHED;
          const own = isWeighed ? [this.#codings.weighed(words, this.#weights.get(text.slice(at, coderEnd)) ?? null)] : this.#codings.alone(words);
          passage.codings = passage.codings.length === 0 ? own : [...passage.codings, ...own];
        }
        at = coderEnd + CODING_ENDS;
      }
    }
  }

  /**
   * Codings written one after the other, some thousands in one text: `passage category coder`, their stance's number, whether they have
   * a weight. One long text crosses over from SQLite in a fraction of the time that as many rows of short ones take.
   */
  *#codingsInText(): Generator<string> {
    const { sqlite } = this.#project;
    const coding = `${CODING} || ' ' || ${STANCE_NUMBER} || iif(c.weight IS NULL, '-', '${WEIGHED}')`;
    if (this.#sources !== null) {
      const these = `SELECT group_concat(coding, '') FROM
         (SELECT ${coding} AS coding FROM coding c JOIN passage p ON p.id = c.passage_id WHERE p.source_id ${OF_THESE} ORDER BY c.rowid)`;
      yield statement<[string], string | null>(sqlite, these).pluck().get(this.#sources) ?? '';
      return;
    }
    const page = statement<[number], [text: string | null, last: number | null]>(
      sqlite,
      `SELECT group_concat(coding, ''), max(number) FROM
         (SELECT ${coding} AS coding, c.rowid AS number FROM coding c WHERE c.rowid > ? ORDER BY c.rowid LIMIT ${AT_ONCE})`,
    ).raw();
    for (let last: number | null = -1; last !== null; ) {
      const [text, next]: [string | null, number | null] = page.get(last) ?? [null, null];
      if (text !== null) yield text;
      last = next;
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

  #placed([id, , startUtf16, , endUtf16, isStarred]: PassageRow, first: Turn, last: Turn): SourcePassage {
    const place = first === last ? (first.place ??= placeOf([first])) : placeOf(first.source.turns.slice(first.position, last.position + 1));
    return new SourcePassage(place, id, first.start + startUtf16, last.start + endUtf16, isStarred === 1);
  }
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
