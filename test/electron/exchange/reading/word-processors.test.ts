// Documents of word processors and e-books: their words in reading order, and how they are set.
import { describe, expect, test } from 'vitest';
import { type ReadDocument, readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import { docxOf, epubOf, odtOf, oldWordFile, paragraphs } from '../../../support/documents.ts';
import { Paragraph, TextRun } from 'docx';

const read = (name: string, bytes: Uint8Array): Promise<ReadDocument> => readDocument({ name, bytes });
const rtf = (body: string): Promise<ReadDocument> => read('E1.rtf', Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\uc1 ${body}}`, 'latin1'));

function told({ recognised }: ReadDocument): string[] {
  return recognised.turns.map(({ text, bodyStart, bodyEnd, speaker }) => `${speaker ?? '·'} > ${text.slice(bodyStart, bodyEnd)}`);
}

/** `bold Marie :` for each run, in the order of the text. */
function set({ text, styles }: ReadDocument): string[] {
  return styles.map(({ start, end, style }) => `${style} ${text.slice(start, end)}`);
}

async function reasonOf(name: string, bytes: Uint8Array): Promise<unknown> {
  const error: unknown = await read(name, bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).data['reason'];
}

describe('a Word file', () => {
  test('keeps bold, italic, lists and headings beside its words', async () => {
    const label = new Paragraph({
      children: [new TextRun({ text: 'Marie : ', bold: true }), new TextRun('oui, '), new TextRun({ text: 'vraiment', italics: true })],
    });
    const document = await read(
      'E1.docx',
      await docxOf([new Paragraph({ text: 'Parcours', heading: 'Heading2' }), label, new Paragraph({ text: 'un', bullet: { level: 0 } })]),
    );
    expect(set(document)).toEqual(['heading2 Parcours', 'bold Marie : ', 'italic vraiment', 'listItem un']);
    expect(document.positions).toEqual([]);
  });
});

describe('an OpenDocument text', () => {
  const styles =
    '<style:style style:name="G" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
    '<style:style style:name="GI" style:family="text" style:parent-style-name="G"><style:text-properties fo:font-style="italic"/></style:style>' +
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';

  test('gives its paragraphs, spaces, tabs, line breaks and accents', async () => {
    const body =
      '<text:p>Enquêteur : un<text:s text:c="2"/>deux<text:tab/>trois\n   suite<text:line-break/>bas 👩🏽‍🌾</text:p><text:p/><text:p>Marie : œuvre</text:p><text:p>Enquêteur : e\u0301te\u0301</text:p>';
    const document = await read('E1.odt', odtOf(body));
    expect(document.text).toBe('Enquêteur : un  deux\ttrois suite\nbas 👩🏽‍🌾\n\nMarie : œuvre\nEnquêteur : e\u0301te\u0301\n');
    expect(document.recognised.speakers).toEqual(['Enquêteur', 'Marie']);
    expect(document.encoding).toBeNull();
  });

  test('keeps headings, lists, bold and italic as runs; headings are nobody’s words', async () => {
    const body =
      '<text:p text:style-name="P1">Entretien 12</text:p><text:h text:outline-level="2">Parcours</text:h>' +
      '<text:p><text:span text:style-name="G">Anne : </text:span>oui <text:span text:style-name="GI">bien</text:span></text:p><text:p>Léo : non</text:p>' +
      '<text:list><text:list-item><text:p>un</text:p></text:list-item></text:list><text:p>Anne : fin</text:p>';
    const document = await read('E1.odt', odtOf(body, { styles }));
    expect(set(document)).toEqual(['heading1 Entretien 12', 'heading2 Parcours', 'bold Anne : ', 'bold bien', 'italic bien', 'listItem un']);
    expect(told(document)).toEqual(['· > Entretien 12', '· > Parcours', 'Anne > oui bien', 'Léo > non', 'Léo > un', 'Anne > fin']);
  });

  test('gives its tables by rows, notes at the end, nothing that was deleted or remarked in the margin', async () => {
    const cell = (...lines: readonly string[]): string =>
      `<table:table-cell>${lines.map((line) => `<text:p>${line}</text:p>`).join('')}</table:table-cell>`;
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>effacé</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:p>Anne : oui<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Elle rit.</text:p></text:note-body></text:note>, voilà<office:annotation><text:p>à revoir</text:p></office:annotation></text:p>' +
      `<table:table><table:table-row>${cell('Année', '(scolaire)')}${cell('Lieu')}</table:table-row><table:table-row>${cell('1998')}${cell('Tours', 'puis Blois')}</table:table-row></table:table>` +
      '<text:p><draw:frame><draw:text-box><text:p>Encadré</text:p></draw:text-box></draw:frame>Anne : fin</text:p>';
    const document = await read('E1.odt', odtOf(body));
    expect(document.text).toBe('Anne : oui[1], voilà\nAnnée (scolaire)\tLieu\n1998\tTours\npuis Blois\nEncadré\nAnne : fin\n[1] Elle rit.\n');
    expect(set(document)).toEqual(['cell Année (scolaire)', 'cell Lieu', 'cell 1998', 'cell Tours\npuis Blois']);
    expect(told(document).at(-1)).toBe('· > [1] Elle rit.');
  });

  test('is refused by name when it has a password, is another kind of file, is cut or nests without end', async () => {
    const sound = odtOf('<text:p>Bonjour</text:p>');
    expect((await read('a.odt', sound)).text).toBe('Bonjour\n');
    expect(await reasonOf('a.odt', odtOf('', { isEncrypted: true }))).toBe('encrypted');
    expect(await reasonOf('a.odt', epubOf(['<p>a</p>']))).toBe('notAsNamed');
    expect(await reasonOf('a.odt', Buffer.from('<html>'))).toBe('notAsNamed');
    expect(await reasonOf('a.odt', sound.subarray(0, sound.length - 40))).toBe('damaged');
    expect(await reasonOf('a.odt', odtOf('<text:p>Bonjour'))).toBe('damaged');
    expect(await reasonOf('a.odt', odtOf('<text:section>'.repeat(5_000)))).toBe('tooDeep');
    expect(await reasonOf('a.odt', odtOf(' '.repeat(30_000_000)))).toBe('zipBomb');
    expect(await reasonOf('a.odt', odtOf('<text:p> </text:p>'))).toBe('noText');
  });
});

describe('an RTF file', () => {
  test('gives its paragraphs and its characters, however they are written', async () => {
    const document = await rtf(
      String.raw`Enqu\'eateur : \ldblquote D\'e9j\'e0\rdblquote\par Marie : \u339?uvre \u8211\'96 \u-10179?\u-8654? 12\~\'80\line bas\tab fin\par Enqu\'eateur : \{a\\b\}`,
    );
    expect(document.text).toBe('Enquêteur : “Déjà”\nMarie : œuvre – 😲 12\u00a0€\nbas\tfin\nEnquêteur : {a\\b}\n');
    expect(document.recognised.speakers).toEqual(['Enquêteur', 'Marie']);
  });

  test('reads each font’s alphabet', async () => {
    const fonts = String.raw`{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset161 Times Greek;}{\f2\fcharset204{\*\fname Arial;}Arial Cyr;}{\f3\fcharset128 Mincho;}}`;
    expect((await rtf(String.raw`${fonts}\f0\'e9 \f1\'e1\'e2 \f2\'e0\'e1 \f3\'93\'fa\'96\'7b`)).text).toBe('é αβ аб 日本\n');
  });

  test('keeps headings, bold, italic and lists as runs', async () => {
    const styles = String.raw`{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\outlinelevel1 Intertitre;}}`;
    const document = await rtf(
      String.raw`${styles}\pard\s1\b Entretien\b0\par\pard\s2 Parcours\par\pard\plain{\b Anne :} oui {\i bien}\par L\'e9o : non\par{\listtext\'b7\tab}\ls1 un\par\pard Anne : fin\par`,
    );
    expect(set(document)).toEqual(['heading1 Entretien', 'heading2 Parcours', 'bold Anne :', 'italic bien', 'listItem un']);
    expect(told(document)).toEqual(['· > Entretien', '· > Parcours', 'Anne > oui bien', 'Léo > non', 'Léo > un', 'Anne > fin']);
  });

  test('gives its tables by rows and its notes at the end, and nothing of headers, pictures, hidden or deleted words', async () => {
    const document = await rtf(
      String.raw`{\header En-t\'eate\par}{\*\generator Riched20;}{\info{\title Titre}}\pard Anne : oui{\super\chftn{\footnote\pard Elle rit.}} {\v cach\'e9}{\deleted barr\'e9}{\pict\wmetafile8 0100}voil\'e0\par` +
        String.raw`\trowd\pard\intbl Ann\'e9e\par (scolaire)\cell Lieu\cell\row\trowd\pard\intbl 1998\cell Tours\par puis Blois\cell\row\pard {\field{\*\fldinst HYPERLINK "x"}{\fldrslt L\'e9o}} : fin\par`,
    );
    expect(document.text).toBe('Anne : oui[1] voilà\nAnnée (scolaire)\tLieu\n1998\tTours\npuis Blois\nLéo : fin\n[1] Elle rit.\n');
    expect(set(document)).toEqual(['cell Année (scolaire)', 'cell Lieu', 'cell 1998', 'cell Tours\npuis Blois']);
  });

  test('takes bytes that look like mark-up inside a picture for a picture', async () => {
    const picture = Buffer.concat([Buffer.from('{\\rtf1 Avant {\\pict\\bin6 '), Buffer.from('}}{{\\x'), Buffer.from('}apr\\u232?s}')]);
    expect((await read('a.rtf', picture)).text).toBe('Avant après\n');
  });

  test('is refused by name when it is cut, is another kind of file or nests its groups without end', async () => {
    expect(await reasonOf('a.rtf', Buffer.from('{\\rtf1 {\\b Bonjour'))).toBe('damaged');
    expect(await reasonOf('a.rtf', Buffer.from('Bonjour'))).toBe('notAsNamed');
    expect(await reasonOf('a.rtf', Buffer.from(`{\\rtf1 ${'{'.repeat(10_000)}Bonjour${'}'.repeat(10_000)}}`))).toBe('tooDeep');
    expect(await reasonOf('a.rtf', Buffer.from('{\\rtf1 \\par}'))).toBe('noText');
    expect(await reasonOf('a.txt', Buffer.from('{\\rtf1 Bonjour}'))).toBe('notAsNamed');
  });
});

describe('an old Word file', () => {
  test('gives its words, its table by rows, its notes at the end', async () => {
    const document = await read('E1.doc', oldWordFile());
    expect(document.text).toBe(
      'Entretien du 3 mai\nEnquêteur : Bonjour, l’été coûte 12\u00a0€ ?\nMarie : Oui – « déjà », œuvre… 👩🏽‍🌾\nEnquêteur : Bien.\nAnnée\tLieu\n1998\tTours\nMarie : Voilà.\nElle rit.\n'.replace(
        '\u00a0',
        ' ',
      ),
    );
    expect(document.recognised.speakers).toEqual(['Enquêteur', 'Marie']);
    expect(told(document).at(-1)).toBe('· > Elle rit.');
  });

  test('has its euro sign and its dashes in the eight-bit text of older files as well', async () => {
    const document = await read('E1.doc', inEightBits(oldWordFile()));
    expect(document.text).toContain('Enquêteur : Bonjour, l’été coûte 12 € ?\nMarie : Oui – « déjà », œuvre… ');
  });

  test('may be RTF or a Word file of today under the old name, as Word itself accepts', async () => {
    expect((await read('a.doc', Buffer.from('{\\rtf1 Bonjour}'))).text).toBe('Bonjour\n');
    expect((await read('a.doc', await docxOf(paragraphs('Bonjour')))).text).toBe('Bonjour\n');
  });

  test('is refused by name when it has a password, is no Word file or is cut', async () => {
    const sound = oldWordFile();
    const locked = Buffer.from(sound);
    const header = wordStream(locked);
    locked.writeUInt16LE(locked.readUInt16LE(header + 10) | 0x100, header + 10);
    expect(await reasonOf('a.doc', locked)).toBe('encrypted');
    expect(await reasonOf('a.doc', Buffer.from('Bonjour'))).toBe('notAsNamed');
    expect(await reasonOf('a.doc', Buffer.concat([sound.subarray(0, 512), Buffer.alloc(2_048)]))).toBe('notAsNamed');
    expect(await reasonOf('a.doc', sound.subarray(0, header + 600))).toBe('damaged');
  });
});

/** The same file with its text one byte a character: found by its first words, and where the table of pieces points to them. */
function inEightBits(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  const text = file.indexOf(Buffer.from('Entretien du 3 mai', 'utf16le'));
  const inStream = text - wordStream(file);
  const pointer = placesOf(file, uint32(inStream)).find((at) => file.readUInt32LE(at - 10) === 0 && file.readUInt32LE(at - 6) < 1_000) ?? 0;
  copy.writeUInt32LE((inStream * 2) | 0x4000_0000, pointer);
  const windows1252 = [
    ['€', 0x80],
    ['…', 0x85],
    ['’', 0x92],
    ['–', 0x96],
    ['œ', 0x9c],
  ] as const;
  const high = new Map(windows1252.map(([character, byte]) => [character.charCodeAt(0), byte]));
  for (let at = 0; at < 200; at += 1) {
    const unit = file.readUInt16LE(text + 2 * at);
    copy[text + at] = high.get(unit) ?? (unit < 256 ? unit : 0x3f);
  }
  return copy;
}

/** Where Word's main stream begins: at its signature. */
function wordStream(file: Buffer): number {
  return file.indexOf(Buffer.from([0xec, 0xa5]), 512);
}

function placesOf(file: Buffer, bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = file.indexOf(bytes); at !== -1; at = file.indexOf(bytes, at + 1)) if (at > 512) places.push(at);
  return places;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

describe('an e-book', () => {
  test('gives its chapters in the order of its spine', async () => {
    const document = await read(
      'a.epub',
      epubOf(['<h1>Un</h1><p>Marie&nbsp;: <b>oui</b></p>', '<h1>Deux</h1><ul><li>a</li></ul><p>œuvre &amp; fin</p>']),
    );
    expect(document.text).toBe('Un\nMarie\u00a0: oui\nDeux\na\nœuvre & fin\n');
    expect(set(document)).toEqual(['heading1 Un', 'bold oui', 'heading1 Deux', 'listItem a']);
  });

  test('is refused by name when a bookseller locked it, or a chapter is missing', async () => {
    expect(await reasonOf('a.epub', epubOf(['<p>a</p>', '<p>b</p>'], { lockedChapter: 1 }))).toBe('encrypted');
    expect(await reasonOf('a.epub', odtOf('<text:p>a</text:p>'))).toBe('notAsNamed');
    const book = epubOf(['<p>a</p>', '<p>b</p>']);
    expect(await reasonOf('a.epub', Buffer.from(book.toString('latin1').replaceAll('chapitre 1.xhtml', 'chapitre 9.xhtml'), 'latin1'))).toBe(
      'damaged',
    );
  });
});
