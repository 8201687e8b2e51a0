// A file that a researcher hands over, read into a source's text and turns, or refused with the reason.
import { createHash } from 'node:crypto';
import type { DocumentAnnotations } from '../../../shared/domain/document-annotation.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { extensionOf, formatRank, isReadable, MOST_FILE_BYTES, type ReadableExtension } from '../../../shared/domain/readable-formats.ts';
import { type RecognisedText, type RecognisedTurn, recogniseTurns } from '../../../shared/domain/recognise-turns.ts';
import { sourceNameFromFile } from '../../../shared/domain/source.ts';
import type { PositionMark, StyleRun } from '../../../shared/domain/style-run.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';
import { transcriberLines } from '../../../shared/domain/transcriber-lines.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { decodeText } from './decode-text.ts';
import { type SpokenSegment, textOfSegments } from './spoken-segments.ts';

export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadDocument {
  /** The name the source gets: the file's, without its extension. */
  readonly name: string;
  readonly originalName: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Null for a format that says its characters itself. */
  readonly encoding: string | null;
  readonly text: string;
  /** Offsets in `text` of the lines nobody says, to give to `recogniseTurns` again with another pattern. */
  readonly unspokenLines: ReadonlySet<Utf16>;
  readonly recognised: RecognisedText;
  /** The file itself says who speaks when (Whisper, Sonal, noScribe): asking `recogniseTurns` again would lose the times. */
  readonly turnsAreStated: boolean;
  /** By start; empty for a format without. */
  readonly styles: readonly StyleRun[];
  /** In order; empty for a format without pages. */
  readonly positions: readonly PositionMark[];
  /** 1-based numbers of a PDF's pages that are pictures. */
  readonly pagesWithoutText: readonly number[];
  /** Comments and highlights; null where there are none. */
  readonly annotations: DocumentAnnotations | null;
}

/** What a format's reader gives. */
interface ReadText
  extends Pick<ReadDocument, 'text'>,
    Partial<Pick<ReadDocument, 'encoding' | 'unspokenLines' | 'styles' | 'positions' | 'pagesWithoutText' | 'annotations'>> {
  /** Where the file states them. */
  readonly turns?: readonly RecognisedTurn[] | null;
}

/** Throws a Refusal `source.unreadable` with the file's name and an `UnreadableReason`; nothing else. */
export async function readDocument(file: FileBytes): Promise<ReadDocument> {
  const { name, bytes } = file;
  const extension = extensionOf(name);
  if (!isReadable(extension)) throw unreadable(name, 'formatUnsupported');
  if (bytes.length > MOST_FILE_BYTES) throw unreadable(name, 'tooLarge');
  if (bytes.length === 0) throw unreadable(name, 'empty');
  const {
    text,
    encoding = null,
    unspokenLines = new Set<Utf16>(),
    styles = [],
    positions = [],
    pagesWithoutText = [],
    annotations = null,
    turns,
  } = await readText(file, extension);
  const unspoken = transcriberLines(text, unspokenLines);
  const recognised = turns ? statedTurns(turns) : recogniseTurns(text, undefined, unspoken);
  if (recognised.turns.every(({ bodyStart, bodyEnd }) => bodyStart === bodyEnd)) throw unreadable(name, 'noText');
  return {
    name: sourceNameFromFile(name),
    originalName: name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding,
    text,
    unspokenLines: unspoken,
    recognised,
    turnsAreStated: turns != null,
    styles,
    positions,
    pagesWithoutText,
    annotations,
  };
}

/** Readers are loaded when the first file of their format comes. */
const READERS: Readonly<Record<ReadableExtension, (bytes: Uint8Array, name: string) => Promise<ReadText>>> = {
  '.docx': async (bytes, name) => (await import('./read-docx.ts')).readDocx(bytes, name),
  '.odt': async (bytes, name) => (await import('./read-odt.ts')).readOdt(bytes, name),
  '.rtf': async (bytes, name) => (await import('./read-rtf.ts')).readRtf(bytes, name),
  '.doc': async (bytes, name) => (await import('./read-doc.ts')).readDoc(bytes, name),
  '.sonal': async (bytes, name) => spoken((await import('./read-sonal.ts')).readSonal(bytes, name)),
  '.md': readPlain,
  '.markdown': readPlain,
  '.txt': readPlain,
  '.text': readPlain,
  '.html': async (bytes, name) => (await import('./read-html.ts')).readHtml(bytes, name),
  '.htm': async (bytes, name) => (await import('./read-html.ts')).readHtml(bytes, name),
  '.epub': async (bytes, name) => (await import('./read-epub.ts')).readEpub(bytes, name),
  '.pdf': async (bytes, name) => (await import('./read-pdf.ts')).readPdf(bytes, name),
  '.json': async (bytes, name) => spoken((await import('./read-transcription-json.ts')).readTranscriptionJson(bytes, name)),
  '.srt': readPlain,
  '.vtt': readPlain,
};

async function readText({ name, bytes }: FileBytes, extension: ReadableExtension): Promise<ReadText> {
  try {
    return await READERS[extension](bytes, name);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    // Whatever a reader stumbles over, it is the file that is not what its format promises.
    throw Object.assign(unreadable(name, 'damaged'), { cause });
  }
}

async function readPlain(bytes: Uint8Array, name: string): Promise<ReadText> {
  return decodeText(bytes, name);
}

function spoken(segments: readonly SpokenSegment[]): ReadText {
  return textOfSegments(segments);
}

/** Written as `textOfSegments` does, the turns' labels end in a colon. */
function statedTurns(turns: readonly RecognisedTurn[]): RecognisedText {
  return { pattern: 'colon', turns, speakers: [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))] };
}

const byName = new Intl.Collator('fr', { numeric: true });

/** The order in which a folder's files (names or paths) are imported: E2 before E10, and of one name the best format first. */
export function compareFiles(a: string, b: string): number {
  const byNameThenFormat = byName.compare(sourceNameFromFile(a), sourceNameFromFile(b)) || formatRank(extensionOf(a)) - formatRank(extensionOf(b));
  return byNameThenFormat || (a < b ? -1 : Number(a > b));
}
