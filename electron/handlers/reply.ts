// Small pieces that handlers share: commands that answer nothing, and files for the window to save.
import type { FileOut } from '../../shared/contract/fields.ts';
import { fileNameOf } from '../exchange/printing/file-names.ts';

/** A command without an answer answers null: `undefined` does not travel. */
export function done(_result: void): null {
  return null;
}

const MIME: Readonly<Record<string, string>> = {
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  tex: 'application/x-tex;charset=utf-8',
  json: 'application/json;charset=utf-8',
  qdc: 'application/xml;charset=utf-8',
  svg: 'image/svg+xml;charset=utf-8',
  png: 'image/png',
  srt: 'application/x-subrip;charset=utf-8',
  vtt: 'text/vtt;charset=utf-8',
};

export function fileOut(title: string, format: string, content: Uint8Array | string): FileOut {
  const mime = MIME[format] ?? 'application/octet-stream';
  return { fileName: `${fileNameOf(title)}.${format}`, mime, base64: Buffer.from(content).toString('base64') };
}

export function bytesIn(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
