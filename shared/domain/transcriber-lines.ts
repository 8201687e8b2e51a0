// The lines that whoever transcribed, a person or a tool, added to what was said: where a tape ends, a signature, a file's
// path. Nobody said them.
import { linesOf } from './text-lines.ts';
import type { Utf16 } from './text-offset.ts';

/** Whole lines, anywhere: « END OF INTERVIEW », « Tape 1 – Side B », « [Fin de l’enregistrement] ». */
const BETWEEN_RECORDINGS =
  /^[[(*\s]{0,4}(?:(?:end of|start of|fin d[eu]|début d[eu])(?: (?:la|the))? ?(?:l[’'])?(?:interview|tape|part|recording|transcript|side|entretien|enregistrement|cassette|bande|partie|fichier)\b.{0,24}|(?:tape|part|side|cassette|face|partie) [\dA-D](?: ?[-–—,/] ?(?:side|face) [\dA-D])?)[\])*.\s]{0,4}$/iu;
/** Beginnings of lines, at either end of the file. */
const TOOL_LINE =
  /^(?:Trans[ck]ri\p{L}+ \p{L}+ (?:https?:\/\/otter\.ai|noScribe|whisply)|Audio source ?:|Source audio ?:|Transcription for \S+\s*$|This (?:file|transcript) (?:was|is) (?:created|generated) (?:by|with) )/iu;
const TOOL_LINES_WITHIN = 6;
const LONGEST = 200;

/** Offsets in `text` of these lines, with the ones already known to be nobody's. */
export function transcriberLines(text: string, unspokenLines: ReadonlySet<Utf16>): ReadonlySet<Utf16> {
  const lines = linesOf(text).filter(({ blank }) => !blank);
  const found = lines.filter(({ start, end }, index) => {
    const line = text.slice(start, Math.min(end, start + LONGEST));
    const isAtEnd = index < TOOL_LINES_WITHIN || index >= lines.length - TOOL_LINES_WITHIN;
    return (end - start <= 60 && BETWEEN_RECORDINGS.test(line)) || (isAtEnd && TOOL_LINE.test(line));
  });
  return found.length === 0 ? unspokenLines : new Set([...unspokenLines, ...found.map(({ start }) => start)]);
}
