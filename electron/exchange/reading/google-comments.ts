// Comments of a Google document that was saved as a web page: a letter in brackets where each stands, its words in a box at the end of the page. The page
// does not say which words were commented: a comment is on its paragraph.
import type { CommentWords, DocumentAnnotations, DocumentComment } from '../../../shared/domain/document-annotation.ts';
import type { Utf16 } from '../../../shared/domain/text-offset.ts';
import { DocumentWriter } from './document-writer.ts';
import { writeMarkup } from './markup-reader.ts';

const BOX = /<div[^>]{0,500}>\s{0,50}<p[^>]{0,500}>\s{0,50}<a href="#cmnt_ref(\d{1,6})"[^>]{0,500}>\[\w{1,4}\]<\/a>([\s\S]{0,20000}?)<\/div>/g;
const SIGN = /<sup[^>]{0,500}>\s{0,50}<a href="#cmnt(\d{1,6})"[^>]{0,500}>\[\w{1,4}\]<\/a>\s{0,50}<\/sup>/g;
const PLACE = /^trame-comment-(\d{1,6})$/;

function wordsOf(markup: string): CommentWords {
  const writer = new DocumentWriter();
  writeMarkup(`<p>${markup}</p>`, writer);
  return { author: '', at: null, text: writer.finish().text.trim() };
}

export class GoogleComments {
  /** The page without them; what names their places says nothing. */
  readonly markup: string;
  readonly #words = new Map<string, CommentWords>();
  readonly #places = new Map<string, Utf16>();

  constructor(markup: string) {
    const rest = markup.replace(BOX, (_box, number: string, inside: string) => {
      this.#words.set(number, wordsOf(inside));
      return '';
    });
    this.markup = this.#words.size === 0 ? markup : rest.replace(SIGN, '<a name="trame-comment-$1"></a>');
  }

  /** `line`: where the line begins in which the anchor stands. */
  meet(anchor: string, line: Utf16): void {
    const [, number] = PLACE.exec(anchor) ?? [];
    if (number !== undefined && this.#words.has(number)) this.#places.set(number, line);
  }

  annotationsOf(text: string): DocumentAnnotations | null {
    if (this.#words.size === 0) return null;
    const comments: DocumentComment[] = [];
    const unplaced: CommentWords[] = [];
    for (const [number, words] of this.#words) {
      const start = this.#places.get(number);
      const after = start === undefined ? -1 : text.indexOf('\n', start);
      const end = after < 0 ? text.length : after;
      if (start === undefined || text.slice(start, end).trim() === '') unplaced.push(words);
      else comments.push({ start, end, ...words, replies: [], isOnParagraph: true });
    }
    return { comments: comments.toSorted((a, b) => a.start - b.start), highlights: [], unplaced };
  }
}
