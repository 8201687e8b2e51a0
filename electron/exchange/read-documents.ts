// A file that a researcher hands over, read into a source's text and turns, or refused with the reason.
import { createHash } from 'node:crypto';
import { type RecognisedText, recogniseTurns } from '../../shared/domain/recognise-turns.ts';
import { sourceNameFromFile } from '../../shared/domain/source.ts';
import type { Utf16 } from '../../shared/domain/text-offset.ts';
import { unreadable } from '../../shared/domain/unreadable.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';

/** Best first: of two files with one name, the transcript proper comes before its subtitles and keeps the plain name. */
export const SUPPORTED_EXTENSIONS = ['.docx', '.md', '.markdown', '.txt', '.text', '.srt', '.vtt'] as const;

const MOST_BYTES = 100_000_000;

export interface ReadDocument {
  /** The name the source gets: the file's, without its extension. */
  readonly name: string;
  readonly originalName: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Null for a Word file, whose text has none. */
  readonly encoding: string | null;
  readonly text: string;
  /** Offsets in `text` of the lines nobody says, to give to `recogniseTurns` again with another pattern. */
  readonly unspokenLines: ReadonlySet<Utf16>;
  readonly recognised: RecognisedText;
}

/** Throws a Refusal `source.unreadable` with the file's name and an `UnreadableReason`; nothing else. */
export async function readDocument(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<ReadDocument> {
  const { name, bytes } = file;
  const extension = extensionOf(name);
  if (rankOf(extension) === SUPPORTED_EXTENSIONS.length) throw unreadable(name, 'formatUnsupported');
  if (bytes.length > MOST_BYTES) throw unreadable(name, 'tooLarge');
  if (bytes.length === 0) throw unreadable(name, 'empty');
  const { text, encoding, unspokenLines } = await readText(name, extension, bytes);
  const recognised = recogniseTurns(text, undefined, unspokenLines);
  if (recognised.turns.every(({ bodyStart, bodyEnd }) => bodyStart === bodyEnd)) throw unreadable(name, 'noText');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: sourceNameFromFile(name), originalName: name, sha256, encoding, text, unspokenLines, recognised };
}

async function readText(name: string, extension: string, bytes: Uint8Array): Promise<Pick<ReadDocument, 'text' | 'encoding' | 'unspokenLines'>> {
  if (extension === '.docx') return { ...(await readDocx(bytes, name)), encoding: null };
  return { ...decodeText(bytes, name), unspokenLines: new Set() };
}

const byName = new Intl.Collator('fr', { numeric: true });

/** The order in which a folder's files (names or paths) are imported: E2 before E10, and of one name the best format first. */
export function compareFiles(a: string, b: string): number {
  const byNameThenFormat = byName.compare(sourceNameFromFile(a), sourceNameFromFile(b)) || rankOf(extensionOf(a)) - rankOf(extensionOf(b));
  return byNameThenFormat || (a < b ? -1 : Number(a > b));
}

/** With its dot, in lower case; empty when the name has none. */
function extensionOf(fileName: string): string {
  return /\.[^.\\/]+$/.exec(fileName)?.[0].toLowerCase() ?? '';
}

function rankOf(extension: string): number {
  const rank = SUPPORTED_EXTENSIONS.findIndex((supported) => supported === extension);
  return rank === -1 ? SUPPORTED_EXTENSIONS.length : rank;
}
