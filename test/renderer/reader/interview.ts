// Small interviews for the tests of the reader: turns as an importer makes them, label and line end included.
import type { CategoryId, CoderId, CodingId, PassageId, SourceId, SpeakerId, TurnId } from '../../../shared/domain/ids.ts';
import type { SourceCoding, Turn } from '../../../shared/domain/source.ts';
import { transcriptOf } from '../../../renderer/reader/transcript.ts';
import type { Transcript } from '../../../renderer/reader/transcript.ts';

/** A line is `Label : words`, words alone, or empty. Labels that begin with « Enq » ask. */
export function anInterview(...lines: readonly string[]): Transcript {
  const labels = new Map<string, SpeakerId>();
  let number = 0;
  const turns = lines.map((line, position): Turn => {
    const label = /^(\p{Lu}[\p{L} ]*) : /u.exec(line);
    if (label?.[1] && !labels.has(label[1])) labels.set(label[1], `speaker-${label[1]}` as SpeakerId);
    const bodyStart = label?.[0].length ?? 0;
    const hasWords = /\p{L}/u.test(line.slice(bodyStart));
    if (hasWords) number += 1;
    return {
      id: `turn-${position}` as TurnId,
      position,
      number: hasWords ? number : null,
      text: `${line}\n`,
      bodyStart,
      bodyEnd: line.length,
      speakerId: labels.get(label?.[1] ?? '') ?? null,
      startMs: position * 60_000,
      endMs: null,
      styles: [],
      marks: [],
    };
  });
  const speakers = Array.from(labels, ([label, id]) => ({
    id,
    label,
    participantId: `person-${label}` as never,
    isInterviewer: label.startsWith('Enq'),
  }));
  const source = { id: 'source-1' as SourceId, name: 'E03 Directrice' };
  return transcriptOf({ source, turns, speakers });
}

let codingsMade = 0;

/** Codes from an offset of one turn's words to an offset of another's. */
export function coded(
  transcript: Transcript,
  category: string,
  from: readonly [turn: number, offset: number],
  to: readonly [turn: number, offset: number],
  coder = 'AB',
): SourceCoding {
  codingsMade += 1;
  const at = ([turn, offset]: readonly [number, number]) => {
    const { id, bodyStart } = transcript.turns[turn] as Turn;
    return { turnId: id, offsetUtf16: bodyStart + offset };
  };
  return {
    id: `coding-${codingsMade}` as CodingId,
    passageId: `passage-${from.join('.')}-${to.join('.')}` as PassageId,
    categoryId: category as CategoryId,
    coderId: coder as CoderId,
    start: at(from),
    end: at(to),
    weight: null,
    stance: null,
    memos: 0,
    createdAt: '2026-11-23T08:00:00.000Z',
  };
}
