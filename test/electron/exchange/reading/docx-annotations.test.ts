// Comments and highlights of Word files: on the very words of the text, whatever was deleted, moved, tabulated or answered.
import { CommentRangeEnd, CommentRangeStart, CommentReference, Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import type { ReadDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { hueOf, isCategoryName, numberedHues } from '../../../../shared/domain/document-annotation.ts';
import { comment, end, paragraph, run, start, wordFile } from '../../../support/word-file.ts';

const read = (bytes: Uint8Array): Promise<ReadDocument> => readDocument({ name: 'E1.docx', bytes });

/** `quote → what is said of it` for each comment. */
function remarks({ text, annotations }: ReadDocument): string[] {
  return (annotations?.comments ?? []).map((one) => `${text.slice(one.start, one.end)} → ${one.text}${one.isOnParagraph ? ' (?)' : ''}`);
}

function colours({ text, annotations }: ReadDocument): string[] {
  return (annotations?.highlights ?? []).map((one) => `${one.color} ${text.slice(one.start, one.end)}`);
}

describe('comments of a Word file', () => {
  test('are on their words across runs and paragraphs, with who wrote them and when', async () => {
    const body =
      paragraph(run('Marie : '), start(0), run('tout le '), run('monde', '<w:b/>'), end(0), run(' décide 😀')) +
      paragraph(run('Léo : '), start(1), run('oui.')) +
      paragraph(run('Bien'), end(1), run(' sûr'));
    const document = await read(wordFile(body, [comment(0, 'Gouvernance'), comment(1, 'sur deux lignes', 'Luc')]));
    expect(document.text).toBe('Marie : tout le monde décide 😀\nLéo : oui.\nBien sûr\n');
    expect(remarks(document)).toEqual(['tout le monde → Gouvernance', 'oui.\nBien → sur deux lignes']);
    expect(document.annotations?.comments[0]).toMatchObject({ author: 'Anne', at: '2024-03-05T09:30:00.000Z', replies: [] });
    expect(document.annotations?.comments[1]?.author).toBe('Luc');
  });

  test('keep their place whatever was inserted, deleted or moved', async () => {
    const deleted = `<w:del w:id="9"><w:r><w:delText>beaucoup de mots </w:delText></w:r></w:del>`;
    const moved = `<w:moveFrom w:id="8">${run('ailleurs')}</w:moveFrom>`;
    const body =
      paragraph(deleted, run('Anne : '), `<w:ins w:id="7">${run('nous ')}</w:ins>`, moved, start(0), run('votons'), end(0), deleted, run('.')) +
      paragraph(run('Léo : '), `<w:del w:id="6">${start(1)}<w:r><w:delText>non</w:delText></w:r></w:del>`, run('oui'), end(1)) +
      paragraph(start(2), deleted, end(2), run('Léo : fin'));
    const document = await read(wordFile(body, [comment(0, 'vote'), comment(1, 'accord'), comment(2, 'sur du vide')]));
    expect(document.text).toBe('Anne : nous votons.\nLéo : oui\nLéo : fin\n');
    expect(remarks(document)).toEqual(['votons → vote', 'oui → accord']);
    expect(document.annotations?.unplaced.map(({ text }) => text)).toEqual(['sur du vide']);
  });

  test('change nothing of tables, though they begin or end between rows, cells and paragraphs', async () => {
    const cell = (words: string): string => `<w:tc>${paragraph(run(words))}</w:tc>`;
    const table = (mark: (id: string) => string): string =>
      `${paragraph(run('avant'))}${mark('<w:commentRangeStart w:id="0"/>')}<w:tbl><w:tblPr/><w:tr>${cell('un')}${cell('deux')}</w:tr>` +
      `${mark('<w:commentRangeStart w:id="1"/>')}<w:tr>${cell('trois')}${mark('<w:commentRangeEnd w:id="1"/>')}${cell('quatre')}</w:tr></w:tbl>` +
      `${mark('<w:commentRangeEnd w:id="0"/>')}${paragraph(run('après'))}`;
    const plain = await read(wordFile(table(() => '')));
    const document = await read(
      wordFile(
        table((mark) => mark),
        [comment(0, 'le tableau'), comment(1, 'une case')],
      ),
    );
    expect(document.text).toBe(plain.text);
    expect(remarks(document)).toEqual(['un\tdeux\ntrois\tquatre → le tableau', 'trois → une case']);
  });

  test('bring their answers along, and are on the paragraph where they only have a mark', async () => {
    const body =
      paragraph(start(0), start(1), run('Le conseil'), end(0), end(1), run(' décide.')) +
      paragraph(run('Léo : rien d’autre'), '<w:r><w:commentReference w:id="2"/></w:r>');
    const extended = '<w15:commentEx w15:paraId="P1" w15:paraIdParent="P0"/>';
    const document = await read(wordFile(body, [comment(0, 'Qui ?'), comment(1, 'Les élus', 'Luc'), comment(2, 'à voir')], extended));
    expect(remarks(document)).toEqual(['Le conseil → Qui ?', 'Léo : rien d’autre → à voir (?)']);
    expect(document.annotations?.comments[0]?.replies).toMatchObject([{ author: 'Luc', text: 'Les élus' }]);
  });

  test('of a file made by a program that writes Word files', async () => {
    const children = [
      new CommentRangeStart(0),
      new TextRun('tout le monde'),
      new CommentRangeEnd(0),
      new TextRun({ children: [new CommentReference(0)] }),
    ];
    const made = new Document({
      comments: { children: [{ id: 0, author: 'Zoé', date: new Date('2024-01-02T03:04:05Z'), children: [new Paragraph('Décision')] }] },
      sections: [{ children: [new Paragraph({ children: [new TextRun('Marie : '), ...children, new TextRun(' vote')] })] }],
    });
    const document = await read(new Uint8Array(await Packer.toBuffer(made)));
    expect(remarks(document)).toEqual(['tout le monde → Décision']);
    expect(document.annotations?.comments[0]?.author).toBe('Zoé');
  });
});

describe('highlights of a Word file', () => {
  test('are stretches of one colour, shading counting as what it looks like', async () => {
    const yellow = '<w:highlight w:val="yellow"/>';
    const google = (fill: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
    const body =
      paragraph(run('Marie : '), run('tout ', yellow), run('le monde', `<w:b/>${yellow}`), run(' vote')) +
      paragraph(run('Léo : oui', yellow)) +
      paragraph(run('Ana', google('FFFFFF')), run(' : '), run('jamais', google('93C47D')), run(' non', google('F8F9FA'))) +
      `<w:tbl><w:tr><w:tc><w:tcPr>${google('FF0000')}</w:tcPr>${paragraph(run('case', google('00ffff')))}</w:tc></w:tr></w:tbl>`;
    const document = await read(wordFile(body));
    expect(colours(document)).toEqual(['#ffff00 tout le monde', '#ffff00 Léo : oui', '#93c47d jamais', '#00ffff case']);
    expect((await read(wordFile(paragraph(run('rien'))))).annotations).toBeNull();
  });

  test('are called as people call their colours', () => {
    expect(['#ffff00', '#00ff00', '#00ffff', '#ff00ff', '#ff0000', '#0000ff', '#ff9900', '#808080', '#000000', '#9900ff'].map(hueOf)).toEqual([
      'yellow',
      'green',
      'turquoise',
      'pink',
      'red',
      'blue',
      'orange',
      'grey',
      'black',
      'violet',
    ]);
    expect(numberedHues(['#ffff00', '#ffee00', '#00ff00']).map(({ hue, number }) => `${hue} ${number}`)).toEqual(['yellow 1', 'yellow 2', 'green 1']);
    expect([isCategoryName('Gouvernance'), isCategoryName('deux\nlignes'), isCategoryName('x'.repeat(61)), isCategoryName(' ')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
