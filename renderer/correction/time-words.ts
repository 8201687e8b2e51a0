// Times of a recording as people type them.

const MS_PER_SECOND = 1000;
const SECONDS = 60;

/** `1:02:30`, `12:30`, `45` or `12:30,5` in milliseconds; null for what is no time. */
export function timeFromWords(words: string): number | null {
  const match = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(words.trim());
  if (!match) return null;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0)) as [number, number, number];
  const isSplit = match[2] !== undefined;
  if (isSplit && (seconds >= SECONDS || (match[1] !== undefined && minutes >= SECONDS))) return null;
  return ((hours * SECONDS + minutes) * SECONDS + seconds) * MS_PER_SECOND + Number((match[4] ?? '').padEnd(3, '0'));
}
