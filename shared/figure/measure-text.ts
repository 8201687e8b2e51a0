// Without a DOM nothing tells how wide a word is: these are widths of the widest usual font, so that text always fits.

/** Advance widths in em of DejaVu Sans, rounded up; anything else counts as a wide letter. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [0.3, "'Iijlîï"],
  [0.35, ' ,./:;|‘’·\u00a0\u202f'],
  [0.4, '()-[]ft'],
  [0.45, '!r'],
  [0.5, '"*J°'],
  [0.55, 'csz“”ç'],
  [0.6, '?L_kvxy–§'],
  [0.65, '$0123456789FTabdeghnopqu«»éèêëàâùûôö'],
  [0.7, 'ABEKPSVXYZÉÈÀ'],
  [0.75, 'CNRUÇ'],
  [0.8, '&DGHOQ'],
  [0.85, '#+<=>w~≠'],
  [0.9, 'M'],
  [1, '%Wm…—æ'],
  [1.1, '@œŒÆ'],
];

const WIDTH_OF = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)));
const WIDE = 1.1;
/** Bold is up to a quarter wider in narrow letters, a tenth in the mean. */
const BOLD = 1.12;

/** Upper bound of a line's width in px. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += WIDTH_OF.get(character) ?? (/\p{M}/u.test(character) ? 0 : WIDE);
  return ems * size * (bold ? BOLD : 1);
}

/** One line no wider than `width` px: what does not fit is left off, and said to be. */
export function clipped(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** A word wider than the line is cut where it must be, with a hyphen. */
function cutWord(word: string, width: number, size: number, bold: boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(`${piece}${character}-`, size, bold) > width) {
      pieces.push(`${piece}-`);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Lines no wider than `width` px; breaks at spaces and after hyphens and slashes, never at a no-break space. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let current = '';
  const words = text
    .trim()
    .split(/[ \n\t]+/)
    .flatMap((word) => word.split(/(?<=[-/])(?=\p{L})/u).map((piece, index) => ({ piece, glued: index > 0 })));
  for (const { piece, glued } of words) {
    const joined = current === '' || glued ? current + piece : `${current} ${piece}`;
    if (current === '' ? textWidth(piece, size, bold) <= width : textWidth(joined, size, bold) <= width) {
      current = joined;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = textWidth(piece, size, bold) <= width ? [piece] : cutWord(piece, width, size, bold);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return current === '' && lines.length > 0 ? lines : [...lines, current];
}

/** As many lines at most; the last one says that more was left off. */
export function wrapClipped(text: string, width: number, size: number, most: number, bold = false): string[] {
  const lines = wrapText(text, width, size, bold);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), clipped(`${lines[most - 1] ?? ''} ${lines[most] ?? ''}`, bold ? width / BOLD : width, size)];
}

/** Width of the widest word: a column of at least this cuts none. */
export function longestWord(text: string, size: number, bold = false): number {
  return Math.max(0, ...text.split(/[ \n\t]+|(?<=[-/])(?=\p{L})/u).map((word) => textWidth(word, size, bold)));
}
