// A source's times as subtitles: which words are heard from when to when, and how SubRip and WebVTT write that down.
import type { Speaker, Turn } from './source.ts';
import { readTurnHead } from './turn-head.ts';

export const SUBTITLE_FORMATS = ['srt', 'vtt'] as const;
export type SubtitleFormat = (typeof SUBTITLE_FORMATS)[number];

/** Words in one voice. */
interface Said {
  /** Null where nobody is named. */
  readonly speaker: string | null;
  readonly words: string;
}

export interface SubtitleCue {
  readonly startMs: number;
  readonly endMs: number;
  /** At least one. */
  readonly said: readonly Said[];
}

interface Timed {
  readonly startMs: number;
  /** Null where another time of the same turn ends it. */
  readonly endMs: number | null;
  readonly turnEndMs: number | null;
  readonly said: Said[];
}

/** How long words stay when nothing says until when: as long as it takes to read them, and a moment at least. */
const MS_PER_CHARACTER = 65;
const SHORTEST_MS = 1000;

/** One cue per time: a turn's own, or one inside it. Words without a time are heard after those before them; before the first time, never. */
export function subtitleCues(turns: readonly Turn[], speakers: readonly Speaker[], durationMs: number | null): SubtitleCue[] {
  const labels = new Map(speakers.map(({ id, label }) => [id, label]));
  const timed: Timed[] = [];
  for (const turn of turns) {
    const speaker = turn.speakerId === null ? null : (labels.get(turn.speakerId) ?? null);
    for (const { startMs, endMs, words } of piecesOf(turn)) {
      if (words === '') continue;
      if (startMs !== null) timed.push({ startMs, endMs, turnEndMs: turn.endMs, said: [{ speaker, words }] });
      else timed.at(-1)?.said.push({ speaker, words });
    }
  }
  return timed.map((piece, index) => ({
    startMs: piece.startMs,
    endMs: endOf(piece, timed[index + 1]?.startMs ?? durationMs),
    said: piece.said,
  }));
}

function piecesOf(turn: Turn): { startMs: number | null; endMs: number | null; words: string }[] {
  const inside = turn.marks.filter(({ kind, at }) => kind === 'time' && at > turn.bodyStart && at < turn.bodyEnd);
  const starts = [{ at: turn.bodyStart, value: turn.startMs }, ...inside];
  return starts.map(({ at, value }, index) => {
    const next = starts[index + 1];
    const words = turn.text.slice(at, next?.at ?? turn.bodyEnd);
    return { startMs: value, endMs: next ? null : turn.endMs, words: words.replace(/\s+/gu, ' ').trim() };
  });
}

function endOf({ startMs, endMs, turnEndMs, said }: Timed, nextMs: number | null): number {
  const known = [endMs, nextMs, turnEndMs].find((end) => end !== null && end > startMs);
  if (known != null) return known;
  const length = said.reduce((sum, { words }) => sum + words.length, 0);
  return startMs + Math.max(SHORTEST_MS, length * MS_PER_CHARACTER);
}

/** The file's text; lines end with a line feed. */
export function printSubtitles(cues: readonly SubtitleCue[], format: SubtitleFormat): string {
  const blocks = cues.map((cue, index) => {
    const times = `${clock(cue.startMs, format)} --> ${clock(cue.endMs, format)}`;
    const lines = cue.said.flatMap((said) => (format === 'vtt' ? vttLines(said) : srtLines(said)));
    return [...(format === 'srt' ? [String(index + 1)] : []), times, ...lines].join('\n');
  });
  return `${[...(format === 'vtt' ? ['WEBVTT'] : []), ...blocks].join('\n\n')}\n`;
}

/** `01:02:03,450` in SubRip, `01:02:03.450` in WebVTT. */
function clock(ms: number, format: SubtitleFormat): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const whole = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`;
  return `${whole}${format === 'srt' ? ',' : '.'}${String(ms % 1000).padStart(3, '0')}`;
}

function srtLines({ speaker, words }: Said): string[] {
  return wrapped(speaker === null ? words : `${speaker}\u00a0: ${words}`);
}

function vttLines({ speaker, words }: Said): string[] {
  const [first = '', ...others] = wrapped(words).map(vttEscaped);
  return [speaker === null ? first : `<v ${speaker.replace(/[<>]/gu, '')}>${first}`, ...others];
}

/** What a WebVTT reader would take for a tag, an arrow or a named character; every other `&` may stand as it is. */
function vttEscaped(words: string): string {
  return words
    .replace(/&(?=#|[a-z]+;|(?:amp|lt|gt|nbsp)(?![\p{L}\d]))/giu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/-->/gu, '--&gt;');
}

/** A line on the screen. */
const LINE_UTF16 = 42;

/** A line never begins with a sign, nor with what reads like a speaker's label: « il a dit : non » would then be said by « il a dit ». */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ');
  words.forEach((word, index) => {
    const isFull = line !== '' && line.length + 1 + word.length > LINE_UTF16;
    if (isFull && /[\p{L}\p{N}«"“]/u.test(word) && readTurnHead(words.slice(index, index + LINE_UTF16).join(' ')) === null) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  });
  return [...lines, line];
}
