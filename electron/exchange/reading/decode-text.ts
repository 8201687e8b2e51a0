// From bytes to text, or a refusal that names the trouble. Accents are kept as the file has them (NFC or NFD): what is
// cited must be found again in the file.
import { unreadable } from '../../../shared/domain/unreadable.ts';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** First bytes, as Latin-1 text, of files that are no text: ZIP, PDF, PNG, OLE, JPEG, GIF, gzip, RAR, 7z, ELF. */
const MAGIC = [
  'PK\x03\x04',
  'PK\x05\x06',
  '%PDF-',
  '\x89PNG',
  '\xd0\xcf\x11\xe0',
  '\xff\xd8\xff',
  'GIF87a',
  'GIF89a',
  '\x1f\x8b',
  'Rar!\x1a',
  '7z\xbc\xaf',
  '\x7fELF',
];

// 0x80 … 0x9f of Windows-1252. The five bytes it leaves open keep their number, as in browsers, so that no byte is lost.
// Written out because runtimes disagree: some decode this label as plain Latin-1.
const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const SAMPLE_BYTES = 4096;
const MOST_CONTROL_SHARE = 0.05;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const DELETE = 0x7f;

/** @param file the name that a refusal cites */
export function decodeText(bytes: Uint8Array, file = ''): DecodedText {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  if (MAGIC.some((magic) => start.startsWith(magic))) throw unreadable(file, 'binary');
  if (start.startsWith('{\\rtf')) throw unreadable(file, 'notAsNamed');
  const decoded = decode(bytes, start);
  if (decoded.text.trim() === '') throw unreadable(file, 'empty');
  if (isMostlyControl(decoded.text)) throw unreadable(file, 'binary');
  return decoded;
}

function decode(bytes: Uint8Array, start: string): DecodedText {
  if (start.startsWith('\xef\xbb\xbf')) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8-bom' };
  const utf16 = start.startsWith('\xff\xfe') ? 'utf-16le' : start.startsWith('\xfe\xff') ? 'utf-16be' : utf16WithoutMark(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/** Western text in UTF-16 has a zero in nearly every other byte: the second of each pair, or the first if the high byte leads. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2 === 1) return null;
  const end = Math.min(bytes.length, SAMPLE_BYTES);
  const zeros = { first: 0, second: 0 };
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) zeros.first += 1;
    if (bytes[at + 1] === 0) zeros.second += 1;
  }
  const most = 0.4 * end * 0.5;
  const least = 0.05 * end * 0.5;
  if (zeros.second > most && zeros.first <= least) return 'utf-16le';
  return zeros.first > most && zeros.second <= least ? 'utf-16be' : null;
}

export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (unit) => WINDOWS_1252_HIGH.charAt(unit.charCodeAt(0) - 0x80));
}

/** True of a text with a NUL in it, or with more control characters than a stray form feed or end-of-file mark explains. */
function isMostlyControl(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return true;
    const isLayout = unit >= TAB && unit <= CARRIAGE_RETURN;
    if ((unit < SPACE && !isLayout) || unit === DELETE) controls += 1;
  }
  return controls > Math.max(1, MOST_CONTROL_SHARE * text.length);
}
