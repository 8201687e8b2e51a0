// The words of an old Word file (97 to 2003). The package gives text without formatting; many a `.doc` is RTF or a Word file
// of today under the old name, and Word opens those without a remark.
import filters from 'word-extractor/lib/filters.js';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { decodeWindows1252 } from './decode-text.ts';
import { DocumentWriter, type DocumentText } from './document-writer.ts';
import { readDocx } from './read-docx.ts';
import { readRtf } from './read-rtf.ts';
import { isEncryptedPackage, isOle } from './zip-container.ts';

/** Apostrophes, quotes and dashes as they are in the file. */
const AS_PRINTED = { filterUnicode: false } as const;

// Its own table lacks six characters, the euro among them, and writes "undefined" for each. Word's 8-bit text is Windows-1252,
// and the package takes this function when it is loaded, which is why it is loaded after.
filters.binaryToUnicode = (text) => decodeWindows1252(Buffer.from(text, 'latin1'));

const SECTOR_BYTES = 512;
/** The header of Word's main stream: its signature, and among its flags the one of a password. */
const WORD_SIGNATURES = [0xa5ec, 0xa5dc];
const FLAGS_AT = 10;
const ENCRYPTED_FLAG = 0x100;

/** Refuses what is no Word file, has a password or is damaged. `file`: the name a refusal cites. */
export async function readDoc(bytes: Uint8Array, file: string): Promise<DocumentText> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 5)).toString('latin1');
  if (start === '{\\rtf') return readRtf(bytes, file);
  if (start.startsWith('PK\x03\x04')) return readDocx(bytes, file);
  if (!isOle(bytes)) throw unreadable(file, 'notAsNamed');
  const flags = wordFlags(bytes);
  if (isEncryptedPackage(bytes) || (flags !== null && (flags & ENCRYPTED_FLAG) !== 0)) throw unreadable(file, 'encrypted');
  if (flags === null) throw unreadable(file, 'notAsNamed');
  try {
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    return layOut(document.getBody(AS_PRINTED), [
      document.getFootnotes(AS_PRINTED),
      document.getEndnotes(AS_PRINTED),
      document.getTextboxes(AS_PRINTED),
    ]);
  } catch (cause) {
    throw Object.assign(unreadable(file, 'damaged'), { cause });
  }
}

/** The flags of Word's main stream, which begins at a sector's start; null when the container holds no Word document. */
function wordFlags(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SECTOR_BYTES; at + FLAGS_AT + 2 <= view.byteLength; at += SECTOR_BYTES) {
    if (WORD_SIGNATURES.includes(view.getUint16(at, true))) return view.getUint16(at + FLAGS_AT, true);
  }
  return null;
}

function layOut(body: string, asides: readonly string[]): DocumentText {
  const writer = new DocumentWriter();
  for (const line of body.trimEnd().split(/\r?\n/)) {
    writer.text(line.trimEnd());
    writer.endParagraph();
  }
  for (const aside of asides) {
    for (const line of aside.split(/\r?\n/)) {
      writer.text(line.trim());
      writer.endParagraphIfAny('unspoken');
    }
  }
  return writer.finish();
}
