// From the bytes of a web page to its text: the encoding is what the page says of itself, else what its bytes look like.
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.ts';

export interface DecodedMarkup {
  readonly text: string;
  /** The name of the encoding that was used. */
  readonly encoding: string;
}

const DECLARATION = /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{2,40})/i;
const DECLARED_WITHIN_BYTES = 4096;

/** @param file the name that a refusal cites */
export function decodeMarkup(bytes: Uint8Array, file: string): DecodedMarkup {
  const decoded = decodeText(bytes, file);
  const isMarked = decoded.encoding === 'utf-8-bom' || decoded.encoding.startsWith('utf-16');
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_WITHIN_BYTES)).toString('latin1');
  const declared = DECLARATION.exec(start)?.[1]?.toLowerCase();
  // A page that says UTF-8 and is not is read as its bytes say.
  if (isMarked || declared === undefined || /^utf-?(?:8|16)/.test(declared) || !iconv.encodingExists(declared)) return decoded;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // As browsers do: Latin-1 on the web means Windows' alphabet.
  return { text: iconv.decode(buffer, declared === 'iso-8859-1' || declared === 'us-ascii' ? 'windows-1252' : declared), encoding: declared };
}
