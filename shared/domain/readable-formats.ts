// Which files can become a source, by their extensions: asked by the window that picks them and the core that reads them.

/** Best first: of two files with one name, the transcript proper comes before its subtitles and keeps the plain name. */
export const READABLE_EXTENSIONS = [
  '.docx',
  '.odt',
  '.rtf',
  '.doc',
  '.sonal',
  '.md',
  '.markdown',
  '.txt',
  '.text',
  '.html',
  '.htm',
  '.epub',
  '.pdf',
  '.json',
  '.srt',
  '.vtt',
] as const;
export type ReadableExtension = (typeof READABLE_EXTENSIONS)[number];

/** Tables of which each row is a respondent, and tables of attributes. */
export const TABLE_EXTENSIONS = ['.csv', '.tsv', '.xlsx', '.ods'] as const;

/** A larger file is refused before it is read. */
export const MOST_FILE_BYTES = 100_000_000;

/** With its dot, in lower case; empty when the name (or path) has none. */
export function extensionOf(fileName: string): string {
  return /\.[^.\\/]+$/.exec(fileName)?.[0].toLowerCase() ?? '';
}

/** Place among the readable formats, best first; their number when there is no reader. */
export function formatRank(extension: string): number {
  const rank = READABLE_EXTENSIONS.findIndex((readable) => readable === extension);
  return rank === -1 ? READABLE_EXTENSIONS.length : rank;
}

export function isReadable(extension: string): extension is ReadableExtension {
  return formatRank(extension) < READABLE_EXTENSIONS.length;
}
