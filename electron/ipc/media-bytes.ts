// A recording in the pieces that a player asks for (HTTP ranges, RFC 9110 section 14): the same over HTTP and in the desktop's own scheme.
import { createReadStream, statSync } from 'node:fs';
import type { ReadStream } from 'node:fs';
import type { MediaFile } from '../../shared/contract/media.ts';

/** Both ends are in it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The bytes that a `Range` header asks for of a file of `size` bytes; 'whole' without one, or for one that asks for something else than
 * one piece, which a server may pass over; 'none' where it lies outside the file.
 */
export function byteRangeOf(header: string | null | undefined, size: number): ByteRange | 'whole' | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  if (from === '') return Number(to) === 0 || size === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  const range = { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (to !== '' && Number(to) < range.start) return 'whole';
  return range.start < size ? range : 'none';
}

export interface MediaAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Opens the file; null where nothing of it was asked for. */
  readonly read: (() => ReadStream) | null;
}

const ALWAYS = { 'accept-ranges': 'bytes', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Null when the file is gone. */
export function mediaAnswer({ path, mime }: MediaFile, rangeHeader: string | null | undefined): MediaAnswer | null {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return null;
  const range = byteRangeOf(rangeHeader, size);
  if (range === 'none') return { status: 416, headers: { ...ALWAYS, 'content-range': `bytes */${size}`, 'content-length': '0' }, read: null };
  const headers = { ...ALWAYS, 'content-type': mime };
  if (range === 'whole') return { status: 200, headers: { ...headers, 'content-length': String(size) }, read: () => createReadStream(path) };
  const { start, end } = range;
  const ofPiece = { 'content-length': String(end - start + 1), 'content-range': `bytes ${start}-${end}/${size}` };
  return { status: 206, headers: { ...headers, ...ofPiece }, read: () => createReadStream(path, { start, end }) };
}

/** The hash in `/media/<sha256>`; null for every other address. */
export function mediaHashIn(urlPath: string): string | null {
  return /^\/media\/([0-9a-f]{64})$/.exec(urlPath)?.[1] ?? null;
}
