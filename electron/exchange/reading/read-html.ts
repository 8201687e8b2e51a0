// The words of a web page. Pages that noScribe wrote say in their anchors when each stretch was spoken.
import { type RecognisedTurn, recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import type { DocumentAnnotations } from '../../../shared/domain/document-annotation.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { decodeMarkup } from './decode-markup.ts';
import { DocumentWriter, type DocumentText } from './document-writer.ts';
import { GoogleComments } from './google-comments.ts';
import { type TagWatch, writeMarkup } from './markup-reader.ts';
import { TooDeepError } from './xml-events.ts';

export interface PageText extends DocumentText {
  readonly encoding: string;
  readonly annotations: DocumentAnnotations | null;
  /** The turns with their times, where the page states times; null where the text is all there is. */
  readonly turns: readonly RecognisedTurn[] | null;
}

/** Milliseconds at which the line that begins at `line` was spoken. */
interface LineTimes {
  readonly line: Utf16;
  readonly startMs: number;
  endMs: number;
}

// noScribe: <a name="ts_<start>_<end>_<speaker>">, in milliseconds.
const TIMED_ANCHOR = /^ts_(\d{1,9})_(\d{1,9})_/;

/** Refuses what is no text or nests without end. `file`: the name a refusal cites. */
export function readHtml(bytes: Uint8Array, file: string): PageText {
  const { text: written, encoding } = decodeMarkup(bytes, file);
  const comments = new GoogleComments(written);
  const writer = new DocumentWriter();
  const times: LineTimes[] = [];
  const watch: TagWatch = {
    open: (name, attributes) => {
      if (name !== 'a') return;
      const called = attributes['name'] ?? '';
      comments.meet(called, writer.lineStart);
      const anchor = TIMED_ANCHOR.exec(called);
      if (anchor) noteTime(times, writer.lineStart, Number(anchor[1]), Number(anchor[2]));
    },
  };
  try {
    writeMarkup(comments.markup, writer, watch);
  } catch (error) {
    throw error instanceof TooDeepError ? unreadable(file, 'tooDeep') : error;
  }
  const document = writer.finish();
  const annotations = comments.annotationsOf(document.text);
  return { ...document, encoding, annotations, turns: times.length > 0 ? timedTurns(document, times) : null };
}

function noteTime(times: LineTimes[], line: Utf16, startMs: number, endMs: number): void {
  const last = times.at(-1);
  if (last?.line === line) last.endMs = endMs;
  else times.push({ line, startMs, endMs });
}

/** The times of the first and last anchor of a line are its turn's, which the text states to the second at best. */
function timedTurns({ text, unspokenLines }: DocumentText, times: readonly LineTimes[]): RecognisedTurn[] {
  const byLine = new Map(times.map((time) => [time.line, time]));
  let at = 0;
  return recogniseTurns(text, undefined, unspokenLines).turns.map((turn) => {
    const { startMs, endMs } = byLine.get(at) ?? turn;
    at += turn.text.length;
    return { ...turn, startMs, endMs };
  });
}
