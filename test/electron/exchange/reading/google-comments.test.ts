// A Google document saved as a web page, with its comments.
import { expect, it } from 'vitest';
import { readHtml } from '../../../../electron/exchange/reading/read-html.ts';

const SIGN = (n: number, letter: string): string => `<sup><a href="#cmnt${n}" id="cmnt_ref${n}">[${letter}]</a></sup>`;
const BOX = (n: number, letter: string, words: string): string =>
  `<div class="c2"><p class="c0"><a href="#cmnt_ref${n}" id="cmnt${n}">[${letter}]</a><span class="c1">${words}</span></p></div>`;
const read = (body: string) => readHtml(Buffer.from(`<html><head><meta charset="utf-8"></head><body>${body}</body></html>`), 'x.html');

it('comments of a Google document are on their paragraphs, and no sign or box of theirs is left in the text', () => {
  const { text, annotations } = read(
    `<p><span>Marie : nous décidons${SIGN(1, 'a')} ensemble.</span></p><p><span>Paul : oui &amp; non.${SIGN(2, 'b')}</span></p>${BOX(1, 'a', 'Gouvernance')}${BOX(2, 'b', 'À revoir &lt;vite&gt;')}${BOX(3, 'c', 'perdu')}`,
  );
  expect(text).not.toMatch(/\[[abc]\]|Gouvernance|perdu/);
  expect(annotations?.comments.map(({ start, end, ...rest }) => ({ ...rest, on: text.slice(start, end) }))).toEqual([
    { author: '', at: null, text: 'Gouvernance', replies: [], isOnParagraph: true, on: 'Marie : nous décidons ensemble.' },
    { author: '', at: null, text: 'À revoir <vite>', replies: [], isOnParagraph: true, on: 'Paul : oui & non.' },
  ]);
  expect(annotations?.unplaced).toEqual([{ author: '', at: null, text: 'perdu' }]);
});

it('letters in brackets of any other page stay', () => {
  const { text, annotations } = read('<p>Une note<sup><a href="#cmnt1">[a]</a></sup> ici.</p>');
  expect(text).toContain('Une note[a] ici.');
  expect(annotations).toBeNull();
});
