// Words that stretches of text hold, without those of interviewers: what people said to them, however often it is covered.
import { countWords } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

/** Whole-document UTF-16 offsets. */
export interface Stretch {
  readonly sourceId: string;
  readonly start: number;
  readonly end: number;
}

interface SpokenTurn {
  readonly text: string;
  readonly start: number;
  /** Of the words spoken, in the whole document. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

const TURNS = `
  SELECT t.text, t.length_utf16 AS length, t.body_start_utf16 AS bodyStart, t.body_end_utf16 AS bodyEnd, coalesce(h.is_interviewer, 0) AS asks
  FROM turn t LEFT JOIN speaker k ON k.id = t.speaker_id LEFT JOIN participant h ON h.id = k.participant_id
  WHERE t.source_id = ? ORDER BY t.position`;

interface TurnRow {
  readonly text: string;
  readonly length: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly asks: 0 | 1;
}

/** Stretches of one source, in order, none touching another. */
function merged(stretches: readonly Stretch[]): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** Counts for one printing: each text is read once. */
export class SpokenWords {
  readonly #project: Project;
  readonly #turns = new Map<string, readonly SpokenTurn[]>();

  constructor(project: Project) {
    this.#project = project;
  }

  #turnsOf(sourceId: string): readonly SpokenTurn[] {
    const known = this.#turns.get(sourceId);
    if (known) return known;
    let start = 0;
    const turns = statement<[string], TurnRow>(this.#project.sqlite, TURNS)
      .all(sourceId)
      .flatMap(({ text, length, bodyStart, bodyEnd, asks }): SpokenTurn[] => {
        const turn = { text, start, bodyStart: start + bodyStart, bodyEnd: start + bodyEnd };
        start += length;
        return asks === 1 || bodyStart >= bodyEnd ? [] : [turn];
      });
    this.#turns.set(sourceId, turns);
    return turns;
  }

  /** A word under several stretches counts once. */
  count(stretches: readonly Stretch[]): number {
    let words = 0;
    for (const [sourceId, own] of Map.groupBy(stretches, (stretch) => stretch.sourceId)) {
      const turns = this.#turnsOf(sourceId);
      for (const { start, end } of merged(own)) {
        for (const turn of turns) {
          if (turn.bodyStart >= end) break;
          const [from, to] = [Math.max(start, turn.bodyStart), Math.min(end, turn.bodyEnd)];
          if (from < to) words += countWords(turn.text.slice(from - turn.start, to - turn.start));
        }
      }
    }
    return words;
  }
}
