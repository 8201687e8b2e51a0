// Names for files that every system accepts.
const MOST_LETTERS = 120;

/** Keeps letters, digits, spaces and dashes. */
export function fileNameOf(title: string): string {
  return (
    title
      .toWellFormed()
      .replace(/[^\p{L}\p{N} ×’'().,–-]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, MOST_LETTERS)
      // Windows drops points and spaces at the end
      .replace(/[. ]+$/u, '') || 'Trame'
  );
}
