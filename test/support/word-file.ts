// Word files written by hand, for what no maker of Word files makes: comments across cells, deleted words, answers.
import { zipOf } from './zip-archive.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

export const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
export const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
/** `properties`: inside the run's `w:rPr`. */
export const run = (words: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const paragraph = (...inside: readonly string[]): string => `<w:p>${inside.join('')}</w:p>`;
export const comment = (id: number, text: string, author = 'Anne', date = '2024-03-05T09:30:00Z'): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="${date}"><w:p w14:paraId="P${id}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;

/** A Word file with this body, the comments in its margin, and which of them answer which. */
export function wordFile(body: string, comments: readonly string[] = [], extended = ''): Uint8Array {
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(comments.length > 0 ? { 'word/comments.xml': `<w:comments ${W} ${W14}>${comments.join('')}</w:comments>` } : {}),
    ...(extended === '' ? {} : { 'word/commentsExtended.xml': `<w15:commentsEx ${W14}>${extended}</w15:commentsEx>` }),
  };
  return zipOf(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) })));
}
