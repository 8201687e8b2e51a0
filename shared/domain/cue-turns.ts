// The turns of a subtitle file: one per cue, its speaker named by a voice tag, by a label inside the cue or by its first line.
import { type LabelUse, labelKey, speakerKeys } from './speaker-labels.ts';
import type { Cue, SubtitleFile } from './subtitle-cues.ts';
import { type Line, trimmedExtent } from './text-lines.ts';
import type { Utf16 } from './text-offset.ts';
import { type Draft, firstSpelling } from './turn-draft.ts';
import { isLabelShaped, normaliseLabel, readTurnHead } from './turn-head.ts';

const VOICE = /^\s{0,8}<v(?:\.[^\s>]{0,40})?\s{1,8}([^>]{1,80})>\s{0,8}/u;
const VOICE_END = /\s{0,8}<\/v>$/u;

/** Where a cue's line names a speaker; `wordsAt` counts in the line. */
interface CueHead {
  readonly label: string;
  readonly wordsAt: Utf16;
}

/** A run of lines (`to` excluded) that make one turn, and the line its text begins at. */
interface Run {
  readonly first: number;
  readonly from: number;
  readonly to: number;
  readonly cue: Cue | null;
}

/** One draft per cue, and per speaker in it; a stray line is a draft that continues the cue before it. */
export function draftsOfCues(text: string, lines: readonly Line[], { cues, strayLines }: SubtitleFile): Draft[] {
  const heads = confirmedHeads(text, lines, cues);
  const strays = strayLines.map((at): Run => ({ first: at, from: at, to: at + 1, cue: null }));
  const runs = [...cues.flatMap((cue) => runsOf(cue, heads)), ...strays].sort((a, b) => a.first - b.first);
  const spelling = firstSpelling();
  const drafts: Draft[] = [];
  let speaker: string | null = null;
  for (const { first, from, to, cue } of runs) {
    const head = heads.get(from);
    if (head) speaker = spelling(head.label);
    const start = lines[first]?.start ?? 0;
    const end = lines[to - 1]?.end ?? start;
    const wordsFrom = from < to ? (lines[from]?.start ?? end) + (head?.wordsAt ?? 0) : end;
    const { startMs, endMs } = cue ?? drafts.at(-1) ?? { startMs: null, endMs: null };
    drafts.push({ start, ...wordsOf(text, wordsFrom, end), speaker, startMs, endMs });
  }
  return drafts;
}

/** A cue is one run, cut where a further line names a speaker. */
function runsOf(cue: Cue, heads: ReadonlyMap<number, CueHead>): Run[] {
  const cuts = [cue.from];
  for (let at = cue.from + 1; at < cue.to; at += 1) if (heads.has(at)) cuts.push(at);
  return cuts.map((from, index) => ({ first: index === 0 ? cue.first : from, from, to: cuts[index + 1] ?? cue.to, cue }));
}

/** Line → the speaker it names, by a voice tag or by a label that the whole file confirms. */
function confirmedHeads(text: string, lines: readonly Line[], cues: readonly Cue[]): Map<number, CueHead> {
  const heads = new Map<number, CueHead>();
  const uses: (LabelUse & { readonly at: number })[] = [];
  cues.forEach((cue, paragraph) => {
    for (let at = cue.from; at < cue.to; at += 1) {
      const line = lines[at];
      const content = line ? text.slice(line.start, line.end) : '';
      const voice = VOICE.exec(content.slice(0, 160));
      const head = voice ? null : readTurnHead(content);
      if (voice) heads.set(at, { label: normaliseLabel(voice[1] ?? ''), wordsAt: voice[0].length });
      else if (head?.form === 'colon') uses.push({ head, paragraph, at });
    }
  });
  const keys = speakerKeys(uses, cues.length);
  for (const { head, at } of uses)
    if (head.label !== null && keys.has(labelKey(head.label))) heads.set(at, { label: head.label, wordsAt: head.wordsAt });
  return heads.size > 0 ? heads : namesOnTheirLine(text, lines, cues);
}

/** Nearly every cue has a line of words below its name. */
const ENOUGH_NAMED = 0.9;
/** Names come back. */
const MOST_NAMES = 0.5;

/** Teams: below the times the speaker's name, below the name the words. */
function namesOnTheirLine(text: string, lines: readonly Line[], cues: readonly Cue[]): Map<number, CueHead> {
  const heads = new Map<number, CueHead>();
  for (const { from, to } of cues) {
    const line = lines[from];
    const label = line && to - from > 1 ? normaliseLabel(text.slice(line.start, line.end)) : '';
    if (line && isLabelShaped(label) && /^[\p{Lu}\d]/u.test(label)) heads.set(from, { label, wordsAt: line.end - line.start });
  }
  const names = new Set([...heads.values()].map(({ label }) => labelKey(label)));
  const areNames = heads.size > 1 && heads.size >= ENOUGH_NAMED * cues.length && names.size <= Math.max(1, MOST_NAMES * heads.size);
  return areNames ? heads : new Map();
}

function wordsOf(text: string, from: Utf16, to: Utf16): { bodyStart: Utf16; bodyEnd: Utf16 } {
  const words = trimmedExtent(text, from, to);
  const voiceEnd = VOICE_END.exec(text.slice(Math.max(words.start, words.end - 16), words.end))?.[0].length ?? 0;
  return { bodyStart: words.start, bodyEnd: words.end - voiceEnd };
}
