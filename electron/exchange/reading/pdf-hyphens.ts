// Whether a hyphen at the end of a PDF's line belongs to the word (« peut-être ») or only to the line (« inno-vation »).

export interface Hyphens {
  /** How two lines of one paragraph are joined: by nothing, by nothing and without the hyphen, or by a space. */
  joint(before: string, after: string): 'nothing' | 'drop' | 'space';
}

/** Words that follow a hyphen of their own right. */
const ENCLITIC = /^(?:t|je|tu|il|elle|on|nous|vous|ils|elles|ce|ci|là|moi|toi|lui|leur|le|la|les|y|en|même|mêmes|être|dire|à)$/i;
const BROKEN = /(\p{L}{2,})[-\u2010]$/u;
const SOFT_HYPHEN = '\u00ad';
const WORD_START = /^\p{Ll}+/u;
/** So many words broken at a line's end and whole elsewhere show that the text was hyphenated throughout. */
const ENOUGH_BROKEN_WORDS = 2;

export function hyphensOf(lines: readonly string[]): Hyphens {
  const words = new Set(lines.flatMap((line) => line.toLowerCase().match(/\p{L}+/gu) ?? []));
  const isWord = (before: string, after: string): boolean => words.has((before + after).toLowerCase());
  let broken = 0;
  lines.forEach((line, index) => {
    const before = BROKEN.exec(line)?.[1];
    const after = WORD_START.exec(lines[index + 1] ?? '')?.[0];
    if (before && after && isWord(before, after)) broken += 1;
  });
  return {
    joint: (before, after) => {
      if (before.endsWith(SOFT_HYPHEN)) return 'drop';
      const start = BROKEN.exec(before)?.[1];
      const end = WORD_START.exec(after)?.[0];
      if (start === undefined || end === undefined) return /\p{L}[-\u2010\u2011]$/u.test(before) ? 'nothing' : 'space';
      return isWord(start, end) || (broken >= ENOUGH_BROKEN_WORDS && !ENCLITIC.test(end)) ? 'drop' : 'nothing';
    },
  };
}
