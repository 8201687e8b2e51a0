// A document as Taguette keeps it, html, as the text that is read; and where its positions lie in that text. Taguette counts the UTF-8
// bytes of all text between the tags, whatever they are (its extract.py); a text that is read has its paragraphs on lines of their own.
import { Parser } from 'htmlparser2';

const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'tr',
  'blockquote',
  'pre',
  'table',
  'ul',
  'ol',
  'section',
  'article',
  'br',
  'hr',
  'dt',
  'dd',
]);

export interface HtmlText {
  readonly text: string;
  /** Byte position → UTF-16 offset; NaN beyond the end. `end` belongs to what stands before it. */
  readonly at: (byte: number, side: 'start' | 'end') => number;
}

interface Piece {
  readonly byte: number;
  readonly bytes: number;
  readonly offset: number;
  readonly text: string;
}

export function textOfHtml(html: string): HtmlText {
  const pieces: Piece[] = [];
  let text = '';
  let byte = 0;
  const breakLine = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (BLOCKS.has(name)) breakLine();
      },
      onclosetag: (name) => {
        if (BLOCKS.has(name)) breakLine();
      },
      ontext: (raw) => {
        // what stands before the first words is no part of the document to a browser
        const said = byte === 0 ? raw.replace(/\r\n?/g, '\n').trimStart() : raw.replace(/\r\n?/g, '\n');
        if (said === '') return;
        const bytes = Buffer.byteLength(said);
        pieces.push({ byte, bytes, offset: text.length, text: said });
        text += said;
        byte += bytes;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const length = byte;
  const at = (position: number, side: 'start' | 'end'): number => {
    if (!(position >= 0 && position <= length)) return Number.NaN;
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const starts = pieces[middle]?.byte ?? 0;
      if (side === 'start' ? starts <= position : starts < position) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    if (!piece) return 0;
    return (
      piece.offset +
      Buffer.from(piece.text)
        .subarray(0, position - piece.byte)
        .toString('utf8').length
    );
  };
  return { text, at };
}
