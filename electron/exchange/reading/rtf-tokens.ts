// An RTF file cut into its groups, control words, bytes and text, in one pass and without recursion: however deeply a file
// nests its groups, reading it costs its length. After the Rich Text Format Specification 1.9.1 (Microsoft, 2008).

export interface RtfVisitor {
  open(): void;
  close(): void;
  /** A control word (`par`) or symbol (`~`, `*`); `value` is its number, null when it has none. */
  word(name: string, value: number | null): void;
  /** A byte written as `\'hh`. */
  byte(value: number): void;
  /** Bytes `start … end` of the file that are text as they stand. */
  text(start: number, end: number): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const MINUS = 0x2d;
const QUOTE = 0x27;
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

/** @returns how many groups are still open at the end: 0 in a whole file, negative when more were closed than opened. */
export function readRtfTokens(bytes: Uint8Array, visitor: RtfVisitor): number {
  let depth = 0;
  let at = 0;
  // What comes after the first group's end is no part of the document.
  while (at < bytes.length && !(depth <= 0 && at > 0)) {
    const byte = bytes[at];
    if (byte === OPEN) {
      depth += 1;
      visitor.open();
      at += 1;
    } else if (byte === CLOSE) {
      depth -= 1;
      visitor.close();
      at += 1;
    } else if (byte === BACKSLASH) at = readControl(bytes, at + 1, visitor);
    else if (byte === LF || byte === CR) at += 1;
    else at = readText(bytes, at, visitor);
  }
  return depth;
}

function readText(bytes: Uint8Array, start: number, visitor: RtfVisitor): number {
  let end = start + 1;
  while (end < bytes.length) {
    const byte = bytes[end];
    if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === LF || byte === CR) break;
    end += 1;
  }
  visitor.text(start, end);
  return end;
}

/** `at`: behind the backslash. */
function readControl(bytes: Uint8Array, at: number, visitor: RtfVisitor): number {
  const first = bytes[at];
  if (first === undefined) return at;
  if (isLetter(first)) return readWord(bytes, at, visitor);
  if (first === QUOTE) {
    const value = Number.parseInt(latin1(bytes, at + 1, at + 3), 16);
    if (!Number.isNaN(value)) visitor.byte(value);
    return at + 3;
  }
  if (first === BACKSLASH || first === OPEN || first === CLOSE) visitor.text(at, at + 1);
  // A backslash at the end of a line is a paragraph's end.
  else visitor.word(first === LF || first === CR ? 'par' : String.fromCharCode(first), null);
  return at + 1;
}

function readWord(bytes: Uint8Array, start: number, visitor: RtfVisitor): number {
  let at = start;
  while (at - start < LONGEST_WORD && isLetter(bytes[at])) at += 1;
  const name = latin1(bytes, start, at);
  const numberStart = at;
  if (bytes[at] === MINUS && isDigit(bytes[at + 1])) at += 1;
  while (at - numberStart < LONGEST_NUMBER && isDigit(bytes[at])) at += 1;
  const value = at > numberStart ? Number(latin1(bytes, numberStart, at)) : null;
  if (bytes[at] === SPACE) at += 1;
  // The bytes of a picture or object: they may look like anything.
  if (name === 'bin') return at + Math.max(0, value ?? 0);
  visitor.word(name, value);
  return at;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
