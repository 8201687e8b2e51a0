// PDF files: the text layer in reading order, paragraphs made whole again, pages kept as positions.
import { describe, expect, test } from 'vitest';
import { hyphensOf } from '../../../../electron/exchange/reading/pdf-hyphens.ts';
import { type ReadDocument, readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import { lockedPdf, pdfOf, type PdfText, wrapped } from '../../../support/documents.ts';

const read = (bytes: Uint8Array): Promise<ReadDocument> => readDocument({ name: 'E1.pdf', bytes });

async function reasonOf(bytes: Uint8Array): Promise<unknown> {
  const error: unknown = await read(bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).data['reason'];
}

const PROSE = 'nous avons d’abord construit une gouvernance à plusieurs, ce qui n’allait pas de soi dans le territoire';
const long = (times: number): string => `${Array.from({ length: times }, () => PROSE).join(', et ')}.`;

describe('a PDF', () => {
  test('gives its paragraphs without the line breaks of the paper, and who speaks', async () => {
    const page: PdfText[] = [];
    const said = [`Enquêteur : ${long(2)}`, `Marie : ${long(4)}`, 'Enquêteur : Ah oui ?', `Marie : ${long(3)}`];
    let y = 780;
    for (const paragraph of said) {
      const lines = await wrapped(paragraph, { x: 72, y, width: 450 });
      page.push(...lines);
      y -= lines.length * 14.4;
    }
    const document = await read(await pdfOf([page]));
    expect(document.text).toBe(`${said.join('\n')}\n`);
    expect(document.recognised.turns.map(({ speaker }) => speaker)).toEqual(['Enquêteur', 'Marie', 'Enquêteur', 'Marie']);
    expect(document.positions).toEqual([{ at: 0, kind: 'page', value: 1 }]);
  });

  test('joins the paragraph that goes on overleaf, and keeps where each page begins', async () => {
    const lines = await wrapped(`Marie : ${long(12)}`, { x: 72, y: 780, width: 450 });
    const cut = 8;
    const overleaf = lines.slice(cut).map((line, index) => ({ ...line, y: 780 - index * 14.4 }));
    const document = await read(await pdfOf([lines.slice(0, cut), overleaf]));
    expect(document.text).toBe(`Marie : ${long(12)}\n`);
    const [first, second] = document.positions;
    expect(first).toEqual({ at: 0, kind: 'page', value: 1 });
    expect(second?.value).toBe(2);
    expect(document.text.slice(second?.at)).toMatch(new RegExp(`^${overleaf[0]?.text.slice(0, 20)}`));
  });

  test.each([
    ['on the same lines', 0],
    ['on lines of their own', 6],
  ])('is read column after column where its text stands in two, %s', async (_, offset) => {
    const left = await wrapped(`Gauche : ${long(6)}`, { x: 50, y: 700, width: 230 });
    const right = await wrapped(`Droite : ${long(6)}`, { x: 315, y: 700 - offset, width: 230 });
    // As some programs write them: line by line across the gutter.
    const mixed = left.flatMap((line, index) => [line, ...(right[index] ? [right[index]] : [])]);
    const title = { text: 'Un article sur les territoires et leurs gouvernances', x: 120, y: 760, size: 18 };
    const document = await read(await pdfOf([[title, ...mixed]]));
    expect(document.text).toBe(`${title.text}\nGauche : ${long(6)}\nDroite : ${long(6)}\n`);
    expect(document.styles).toEqual([{ start: 0, end: title.text.length, style: 'heading1' }]);
  });

  test('is read row by row where it is a table, cells apart', async () => {
    const rows = [
      ['Locuteur', 'Propos'],
      ['Anne', 'Bonjour.'],
      ['Léo', 'Oui, bonjour.'],
      ['Anne', 'Bien.'],
      ['Léo', 'Voilà.'],
    ];
    const page = rows.flatMap(([who = '', what = ''], index) => [
      { text: who, x: 72, y: 700 - 20 * index },
      { text: what, x: 180, y: 700 - 20 * index },
    ]);
    const document = await read(await pdfOf([page]));
    expect(document.text).toBe(rows.map((row) => `${row.join('\t')}\n`).join(''));
    expect(document.recognised.speakers).toEqual(['Anne', 'Léo']);
  });

  test('leaves out what repeats at the head and foot of its pages, and puts footnotes at the end', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map(async (number) => [
        { text: 'Thèse de Mme Durand', x: 72, y: 810, size: 9 },
        ...(await wrapped(`Page ${'ABCD'[number - 1]} : ${long(2)}`, { x: 72, y: 760, width: 450 })),
        ...(number === 2 ? [{ text: 'Une note de bas de page.', x: 72, y: 80, size: 8 }] : []),
        { text: `${number} / 4`, x: 290, y: 30, size: 9 },
      ]),
    );
    const document = await read(await pdfOf(pages));
    expect(document.text).toBe(`${['A', 'B', 'C', 'D'].map((page) => `Page ${page} : ${long(2)}\n`).join('')}Une note de bas de page.\n`);
    expect([...document.unspokenLines]).toEqual([document.text.indexOf('Une note')]);
  });

  test.each([
    ['a word that stands whole elsewhere', ['une inno-', 'vation utile'], ['une innovation'], 'drop'],
    ['a word with a hyphen of its own', ['un peut-', 'être'], [], 'nothing'],
    ['a word no line shows whole, in a text never hyphenated', ['semi-', 'directif'], [], 'nothing'],
    [
      'such a word in a text that is hyphenated throughout',
      ['terri-', 'toire'],
      ['inno-', 'vation', 'gouver-', 'nance', 'innovation gouvernance'],
      'drop',
    ],
    ['a verb and its pronoun in the same text', ['dit-', 'il'], ['inno-', 'vation', 'gouver-', 'nance', 'innovation gouvernance'], 'nothing'],
    ['a soft hyphen', ['terri\u00ad', 'toire'], [], 'drop'],
    ['two words', ['le', 'territoire'], [], 'space'],
    ['a dash', ['oui –', 'enfin'], [], 'space'],
  ] as const)('joins two lines: %s', (_, [before, after], others, joint) => {
    expect(hyphensOf([before, after, ...others]).joint(before, after)).toBe(joint);
  });

  test('says which of its pages are pictures', async () => {
    const document = await read(await pdfOf([[{ text: 'Marie : oui', x: 72, y: 700 }], [], [{ text: 'Marie : non', x: 72, y: 700 }]]));
    expect(document.pagesWithoutText).toEqual([2]);
    expect(document.text).toBe('Marie : oui\nMarie : non\n');
  });

  test('is refused by name when it has a password, is all pictures, is cut or is no PDF', async () => {
    const sound = await pdfOf([[{ text: 'Marie : oui', x: 72, y: 700 }]]);
    expect(await reasonOf(lockedPdf())).toBe('encrypted');
    expect(await reasonOf(await pdfOf([[], []]))).toBe('scanned');
    for (const share of [0.2, 0.5, 0.9, 0.99]) expect(await reasonOf(sound.subarray(0, Math.floor(sound.length * share)))).toBe('damaged');
    expect(await reasonOf(Buffer.from('Bonjour %%EOF'))).toBe('notAsNamed');
  });
});
