// The lines that transcription tools add to what they heard: a signature, a file's path. Nobody said them.
import { linesOf } from './text-lines.ts';
import type { Utf16 } from './text-offset.ts';

const TOOL_LINE =
  /^(?:Trans[ck]ri\p{L}+ \p{L}+ (?:https?:\/\/otter\.ai|noScribe|whisply)|Audio source ?:|Source audio ?:|Transcription for \S+\s*$|This (?:file|transcript) (?:was|is) (?:created|generated) (?:by|with) )/iu;
/** They stand at either end of the file. */
const WITHIN_LINES = 6;

/** Offsets in `text` of these lines, with the ones already known to be nobody's. */
export function toolLines(text: string, unspokenLines: ReadonlySet<Utf16>): ReadonlySet<Utf16> {
  const lines = linesOf(text).filter(({ blank }) => !blank);
  const ends = [...lines.slice(0, WITHIN_LINES), ...lines.slice(-WITHIN_LINES)];
  const found = ends.filter(({ start, end }) => TOOL_LINE.test(text.slice(start, Math.min(end, start + 200))));
  return found.length === 0 ? unspokenLines : new Set([...unspokenLines, ...found.map(({ start }) => start)]);
}
