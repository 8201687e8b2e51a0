// Whatever a printed document holds, every format keeps all its words in their order, and every name under which they are found.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../../electron/exchange/reading/read-documents.ts';
import { DOCUMENT_FORMATS, writeDocument } from '../../../../../electron/exchange/printing/formats/write-document.ts';
import type { DocumentFormat } from '../../../../../electron/exchange/printing/formats/write-document.ts';
import { pdfPages } from '../../../../support/pdf-pages.ts';
import { aRandomDocument } from '../../../../support/printed-documents.ts';
import type { KnownDocument } from '../../../../support/printed-documents.ts';
import { unescaped, xmlProblem } from '../../../../support/xml.ts';
import { zipTexts } from '../../../../support/zip-text.ts';

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The words of a file, as what reads such files finds them. */
async function wordsOf(bytes: Uint8Array, format: DocumentFormat): Promise<string> {
  // a word wider than its place is cut
  if (format === 'pdf')
    return (await pdfPages(bytes)).pages
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', '');
  if (format === 'docx' || format === 'odt') return (await readDocument({ name: `annexe.${format}`, bytes })).text;
  if (format === 'html')
    return unescaped(
      decoded(bytes)
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<[^>]+>/g, ' '),
    );
  return decoded(bytes);
}

const numbersIn = (text: string): number[] => [...text.matchAll(/mot(\d+)z/g)].map(([, number]) => Number(number));

function trouble({ paragraphs, repeated }: KnownDocument, found: readonly number[]): string[] {
  const places = new Map<number, number[]>();
  found.forEach((word, at) => places.set(word, [...(places.get(word) ?? []), at]));
  const lost = [...paragraphs.flat(), ...repeated].filter((word) => !places.has(word)).map((word) => `${word} is lost`);
  const again = paragraphs
    .flat()
    .filter((word) => (places.get(word)?.length ?? 0) > 1)
    .map((word) => `${word} comes twice`);
  const astray = paragraphs
    .flatMap((words) => words.filter((word, at) => at > 0 && (places.get(word)?.[0] ?? 0) < (places.get(words[at - 1] ?? 0)?.[0] ?? 0)))
    .map((word) => `${word} is astray`);
  return [...lost, ...again, ...astray];
}

/** Everything a random document may get wrong in one format. */
async function troubleIn(known: KnownDocument, format: DocumentFormat): Promise<string[]> {
  const bytes = await writeDocument(known.document, format);
  return trouble(known, numbersIn(await wordsOf(bytes, format)));
}

const SEEDS = Array.from({ length: 24 }, (_, at) => at + 1);

describe.each(DOCUMENT_FORMATS)('a random document as %s', (format) => {
  test('keeps all its words in order', async () => {
    for (const seed of SEEDS) expect([seed, ...(await troubleIn(aRandomDocument(seed), format))]).toEqual([seed]);
  }, 120_000);
});

test('the names of passages are found in each format that has names', async () => {
  for (const seed of SEEDS.slice(0, 5)) {
    const { document, bookmarks } = aRandomDocument(seed);
    const word = zipTexts(await writeDocument(document, 'docx')).get('word/document.xml') ?? '';
    const odt = zipTexts(await writeDocument(document, 'odt')).get('content.xml') ?? '';
    const html = decoded(await writeDocument(document, 'html'));
    const { names } = await pdfPages(await writeDocument(document, 'pdf'));
    for (const name of bookmarks) {
      expect(word).toContain(`w:name="${name}"`);
      expect(odt).toContain(`<text:bookmark-start text:name="${name}"/>`);
      expect(html).toContain(`id="${name}"`);
      expect(names).toContain(name);
    }
  }
}, 60_000);

test('every part of the archives is well formed, and an OpenDocument file says first what it is', async () => {
  for (const seed of SEEDS.slice(0, 8)) {
    for (const format of ['docx', 'odt'] as const) {
      const bytes = await writeDocument(aRandomDocument(seed).document, format);
      const problems = [...zipTexts(bytes)]
        .filter(([name]) => /\.(?:xml|rels|svg)$/.test(name))
        .map(([name, content]) => [seed, format, name, xmlProblem(content)]);
      expect(problems.filter(([, , , problem]) => problem !== null)).toEqual([]);
      if (format === 'odt') expect(Buffer.from(bytes.subarray(30, 77)).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
    }
  }
});
