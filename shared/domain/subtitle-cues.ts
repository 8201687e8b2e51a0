// The cues of a subtitle file (SubRip, WebVTT): where each begins, its times, its lines of words. Lenient as players are:
// comma or point before the milliseconds, hours or not, blank lines between cues or not.
import type { Line } from './text-lines.ts';
import { msOfTime } from './turn-head.ts';

/** Positions are indexes of lines. */
export interface Cue {
  /** First line that belongs to the cue: its index or identifier, else its time line. */
  readonly first: number;
  /** Lines of words, `from` included, `to` excluded; none when equal. */
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** A subtitle file without the matter that is no one's words (WEBVTT header, notes, styles), in order. */
export interface SubtitleFile {
  readonly cues: readonly Cue[];
  /** Lines of words outside any cue: a title above the first, or a blank line left inside one. */
  readonly strayLines: readonly number[];
}

// Teams writes 0:0:5.1 in its Word files.
const TIME = String.raw`((?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?)`;
const TIME_LINE = new RegExp(String.raw`^\s{0,8}${TIME}\s{0,8}-->\s{0,8}${TIME}(?:\s|$)`, 'u');
const INDEX_LINE = /^\s{0,8}\d{1,9}\s{0,8}$/u;
const VTT_HEADER = /^\uFEFF?WEBVTT(?:\s|$)/u;
const VTT_BLOCK = /^(?:NOTE|STYLE|REGION)(?:\s|$)/u;
const ENOUGH_TIME_LINES = 0.1;

/** The file's cues, or null when the text is no subtitle file. */
export function subtitleFileOf(text: string, lines: readonly Line[]): SubtitleFile | null {
  if (!text.includes('-->')) return null;
  const contentOf = (line: Line | undefined): string => (line ? text.slice(line.start, line.end) : '');
  const times = lines.map((line) => (line.end - line.start < 200 ? TIME_LINE.exec(contentOf(line)) : null));
  const isVtt = VTT_HEADER.test(contentOf(lines[0]));
  if (!isVtt && !looksLikeSubtitles(lines, times, contentOf)) return null;
  /** True where a cue's words must end: its successor begins here. */
  const beginsCue = (at: number): boolean => times[at] != null || (times[at + 1] != null && INDEX_LINE.test(contentOf(lines[at])));
  const endOfBlock = (from: number): number => {
    let at = from;
    while (at < lines.length && !lines[at]?.blank && !beginsCue(at)) at += 1;
    return at;
  };

  const cues: Cue[] = [];
  const strayLines: number[] = [];
  for (let at = isVtt ? endOfBlock(1) : 0; at < lines.length; ) {
    if (lines[at]?.blank) at += 1;
    else if (isVtt && VTT_BLOCK.test(contentOf(lines[at]))) at = endOfBlock(at + 1);
    else {
      const first = at;
      const hasName = times[at] == null && times[at + 1] != null && (isVtt || INDEX_LINE.test(contentOf(lines[at])));
      const time = times[hasName ? at + 1 : at];
      at += hasName ? 2 : 1;
      if (!time) strayLines.push(first);
      else {
        const from = at;
        at = endOfBlock(from);
        cues.push({ first, from, to: at, startMs: msOfTime(time[1] ?? ''), endMs: msOfTime(time[2] ?? '') });
      }
    }
  }
  return cues.length > 0 ? { cues, strayLines } : null;
}

function looksLikeSubtitles(
  lines: readonly Line[],
  times: readonly (RegExpExecArray | null)[],
  contentOf: (line: Line | undefined) => string,
): boolean {
  const found = times.reduce((count, time) => count + (time ? 1 : 0), 0);
  if (found === 0) return false;
  const opening = lines.findIndex((line) => !line.blank);
  if (times[opening] || (times[opening + 1] && INDEX_LINE.test(contentOf(lines[opening])))) return true;
  return found >= ENOUGH_TIME_LINES * lines.reduce((count, line) => count + (line.blank ? 0 : 1), 0);
}
