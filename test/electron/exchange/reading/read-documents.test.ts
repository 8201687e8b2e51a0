// What researchers put into the import window: transcripts from Word, text editors and subtitle tools, sound or not.
import { createHash } from 'node:crypto';
import {
  Document,
  EndnoteReferenceRun,
  type FileChild,
  FootnoteReferenceRun,
  HeadingLevel,
  type IPropertiesOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareFiles, type ReadDocument, readDocument } from '../../../../electron/exchange/reading/read-documents.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import { READABLE_EXTENSIONS } from '../../../../shared/domain/readable-formats.ts';
import { UNREADABLE_REASONS } from '../../../../shared/domain/unreadable.ts';
import { zipOf } from '../../../support/zip-archive.ts';

async function wordFile(children: readonly FileChild[], more: Partial<IPropertiesOptions> = {}): Promise<Buffer> {
  return Packer.toBuffer(new Document({ ...more, sections: [{ children: [...children] }] }));
}

const said = (...lines: readonly string[]): Paragraph[] => lines.map((line) => new Paragraph(line));
const cell = (...lines: readonly string[]): TableCell => new TableCell({ children: said(...lines) });

function told({ recognised }: ReadDocument): string[] {
  return recognised.turns.map(({ text, bodyStart, bodyEnd, speaker }) => `${speaker ?? '·'} > ${text.slice(bodyStart, bodyEnd)}`);
}

/** The reason of the refusal; anything but a refusal that names the file fails the test. */
async function reasonOf(name: string, bytes: Uint8Array): Promise<unknown> {
  const error: unknown = await readDocument({ name, bytes }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({ code: 'source.unreadable', data: { file: name } });
  return (error as Refusal).data['reason'];
}

describe('a text file', () => {
  test('is read with its name, its encoding, its fingerprint and its turns', async () => {
    const bytes = Buffer.from('Enquêteur : Bonjour.\r\nMarie : Bonjour.\r\n', 'latin1');
    const read = await readDocument({ name: 'terrain/E12 été.v2.TXT', bytes });
    expect(read).toMatchObject({ name: 'E12 été.v2', originalName: 'terrain/E12 été.v2.TXT', encoding: 'windows-1252' });
    expect(read.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(read.text).toBe('Enquêteur : Bonjour.\r\nMarie : Bonjour.\r\n');
    expect(told(read)).toEqual(['Enquêteur > Bonjour.', 'Marie > Bonjour.']);
  });

  test.each(['.txt', '.text', '.md', '.markdown', '.srt', '.vtt'] as const)('may be a %s', async (extension) => {
    expect(READABLE_EXTENSIONS).toContain(extension);
    expect(told(await readDocument({ name: `e${extension}`, bytes: Buffer.from('L1 : a\nL2 : b\n') }))).toEqual(['L1 > a', 'L2 > b']);
  });
});

describe('a Word file', () => {
  test('gives its paragraphs, line breaks, tabs, accents and emoji, one line each', async () => {
    const broken = new Paragraph({ children: [new TextRun('L2 : là'), new TextRun({ text: 'bas', break: 1 }), new TextRun('\tœuvre 👩🏽‍🌾')] });
    const read = await readDocument({
      name: 'E1.docx',
      bytes: await wordFile([...said('L1 : « Déjà\u00a0? »', ''), broken, ...said('L1 : e\u0301te\u0301')]),
    });
    expect(read.text).toBe('L1 : « Déjà\u00a0? »\n\nL2 : là\nbas\tœuvre 👩🏽‍🌾\nL1 : e\u0301te\u0301\n');
    expect(read.encoding).toBeNull();
    expect(told(read)).toEqual(['L1 > « Déjà\u00a0? »', 'L2 > là', 'L2 > bas\tœuvre 👩🏽‍🌾', 'L1 > e\u0301te\u0301']);
  });

  test('does not put its headings into a speaker’s mouth', async () => {
    const heading = new Paragraph({ text: 'Parcours', heading: HeadingLevel.HEADING_2 });
    const read = await readDocument({ name: 'E1.docx', bytes: await wordFile([...said('Anne : a', 'Léo : b'), heading, ...said('Anne : c')]) });
    expect(told(read)).toEqual(['Anne > a', 'Léo > b', '· > Parcours', 'Anne > c']);
    expect([...read.unspokenLines]).toEqual([read.text.indexOf('Parcours')]);
  });

  test('gives its lists as lines', async () => {
    const items = ['un', 'deux'].map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    expect((await readDocument({ name: 'E1.docx', bytes: await wordFile([...said('Deux choses'), ...items]) })).text).toBe('Deux choses\nun\ndeux\n');
  });

  test('gives its tables by rows, cells apart, and a transcript laid out as a table its speakers', async () => {
    const rows = [
      new TableRow({ children: [cell('Locuteur'), cell('Propos')] }),
      new TableRow({ children: [cell('Anne'), cell('Bonjour.')] }),
      new TableRow({ children: [cell('Léo', '(directeur)'), cell('Oui.', 'Et voilà.')] }),
      new TableRow({ children: [cell('Anne'), cell('Bien.')] }),
    ];
    const read = await readDocument({ name: 'E1.docx', bytes: await wordFile([new Table({ rows })]) });
    expect(read.text).toBe('Locuteur\tPropos\nAnne\tBonjour.\nLéo (directeur)\tOui.\nEt voilà.\nAnne\tBien.\n');
    expect(read.recognised.pattern).toBe('tab');
    expect(told(read)).toEqual(['· > Locuteur\tPropos', 'Anne > Bonjour.', 'Léo (directeur) > Oui.', 'Léo (directeur) > Et voilà.', 'Anne > Bien.']);
  });

  test('gives its notes at the end, nobody’s words', async () => {
    const children = [
      new Paragraph({ children: [new TextRun('L1 : oui'), new FootnoteReferenceRun(1)] }),
      new Paragraph({ children: [new TextRun('L2 : non'), new EndnoteReferenceRun(1)] }),
    ];
    const footnotes = { 1: { children: said('Elle rit.') } };
    const endnotes = { 1: { children: said('Il tousse.') } };
    const read = await readDocument({ name: 'E1.docx', bytes: await wordFile(children, { footnotes, endnotes }) });
    expect(told(read)).toEqual(['L1 > oui[1]', 'L2 > non[2]', '· > [1] Elle rit.', '· > [2] Il tousse.']);
  });

  test('of 30,000 words is read', async () => {
    const lines = Array.from({ length: 1_500 }, (_, turn) => `L${(turn % 2) + 1} : ${'voilà donc euh oui '.repeat(5)}`);
    const read = await readDocument({ name: 'long.docx', bytes: await wordFile(said(...lines)) });
    expect(read.recognised.turns).toHaveLength(1_500);
    expect(read.recognised.speakers).toEqual(['L1', 'L2']);
  });
});

const PACKAGE = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function wordArchive(documentXml: string | Uint8Array, more: { declaredBytes?: number; isEncrypted?: boolean } = {}): Buffer {
  const content = typeof documentXml === 'string' ? Buffer.from(documentXml) : documentXml;
  return zipOf([
    { name: '[Content_Types].xml', content: Buffer.from(PACKAGE) },
    { name: 'word/document.xml', content, ...more },
  ]);
}

const body = (xml: string): string => `<?xml version="1.0"?><w:document ${W}><w:body>${xml}</w:body></w:document>`;
const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

describe('a file that cannot be a source is refused by name', () => {
  let word: Buffer;
  beforeAll(async () => {
    word = await wordFile(said('L1 : bonjour', 'L2 : oui'));
  });

  test('the archives made here are read when nothing is wrong with them', async () => {
    expect((await readDocument({ name: 'E1.docx', bytes: wordArchive(body(paragraph('bonjour'))) })).text).toBe('bonjour\n');
  });

  test.each([
    ['a picture', 'a.png', 'formatUnsupported'],
    ['a presentation', 'a.pptx', 'formatUnsupported'],
    ['a name without extension', 'LISEZMOI', 'formatUnsupported'],
    ['a folder with a dot', 'v1.txt/notes', 'formatUnsupported'],
    ['an empty text', 'a.txt', 'empty'],
    ['an empty Word file', 'a.docx', 'empty'],
  ])('%s', async (_, name, reason) => {
    expect(await reasonOf(name, Buffer.alloc(0))).toBe(reason);
  });

  test('a file above a hundred megabytes', async () => {
    expect(await reasonOf('a.txt', new Uint8Array(100_000_001))).toBe('tooLarge');
  });

  test('a Word file named as a text', async () => {
    expect(await reasonOf('a.txt', word)).toBe('binary');
  });

  test.each([
    ['a web page', Buffer.from('<html><body>Bonjour</body></html>')],
    ['a text', Buffer.from('PK : bonjour')],
    ['a spreadsheet or any archive', zipOf([{ name: 'xl/workbook.xml', content: Buffer.from('<a/>') }])],
    ['a Word 97 file', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument', 'latin1')],
  ])('%s named .docx', async (_, bytes) => {
    expect(await reasonOf('a.docx', bytes)).toBe('notAsNamed');
  });

  test('a Word file with a password', async () => {
    const ole = Buffer.concat([
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await reasonOf('a.docx', ole)).toBe('encrypted');
    expect(await reasonOf('a.docx', wordArchive(body(paragraph('a')), { isEncrypted: true }))).toBe('encrypted');
  });

  test('a Word file cut anywhere', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) expect(await reasonOf('a.docx', word.subarray(0, Math.floor(word.length * share)))).toBe('damaged');
  });

  test('a Word file whose parts are altered, badly formed, too deep or declare a document type', async () => {
    const altered = wordArchive(body(paragraph('bonjour')));
    altered[altered.indexOf('word/document.xml') + 40] = (altered[altered.indexOf('word/document.xml') + 40] ?? 0) ^ 0xff;
    expect(await reasonOf('a.docx', altered)).toBe('damaged');
    expect(await reasonOf('a.docx', wordArchive('<w:document><w:body>'))).toBe('damaged');
    expect(await reasonOf('a.docx', wordArchive(body(`<w:p>${'<w:ins>'.repeat(50_000)}${'</w:ins>'.repeat(50_000)}</w:p>`)))).toBe('tooDeep');
    expect(await reasonOf('a.docx', wordArchive(`<!DOCTYPE a [<!ENTITY b "c">]>${body(paragraph('&b;'))}`))).toBe('damaged');
  });

  test('an archive that inflates out of proportion, whether it says so or not', async () => {
    const spaces = Buffer.alloc(30_000_000, ' ');
    expect(await reasonOf('a.docx', wordArchive(spaces))).toBe('zipBomb');
    expect(await reasonOf('a.docx', wordArchive(Buffer.from('<a/>'), { declaredBytes: 250_000_000 }))).toBe('zipBomb');
    expect(await reasonOf('a.docx', wordArchive(spaces, { declaredBytes: 1_000 }))).toBe('damaged');
  });

  test('a Word file with more mark-up than memory can take', async () => {
    expect(await reasonOf('a.docx', wordArchive(body('<w:p/>'.repeat(900_000))))).toBe('tooLarge');
  });

  test('a Word file of pictures, a subtitle file without words', async () => {
    expect(await reasonOf('a.docx', await wordFile(said('', ' ')))).toBe('noText');
    expect(await reasonOf('a.srt', Buffer.from('1\n00:00:00,000 --> 00:00:01,000\n\n'))).toBe('noText');
  });
});

describe('files altered at random', () => {
  /** Numbers below `below`, the same at every run (Park and Miller's generator). */
  function seeded(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
  }

  function mutate(original: Uint8Array, random: (below: number) => number): Uint8Array {
    const bytes = Uint8Array.from(original);
    for (let change = random(8); change >= 0; change -= 1) bytes[random(bytes.length)] = random(256);
    if (random(4) === 0) bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
    return random(4) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
  }

  function outcomeOf(outcome: unknown): string {
    if (outcome instanceof Refusal)
      return (UNREADABLE_REASONS as readonly unknown[]).includes(outcome.data['reason']) ? 'refused' : 'refused without a known reason';
    if (outcome instanceof Error) return `crashed: ${outcome.stack}`;
    const { text, recognised } = outcome as ReadDocument;
    return recognised.turns.map((turn) => turn.text).join('') === text ? 'read whole' : 'read in part';
  }

  test('are read or refused, never a crash, never a wait', async () => {
    const random = seeded(20_241_104);
    const word = await wordFile([...said('L1 : bonjour', 'L2 : oui'), new Table({ rows: [new TableRow({ children: [cell('a'), cell('b')] })] })]);
    const text = Buffer.from('1\n00:00:00,000 --> 00:00:01,000\nL1 : déjà 👩🏽‍🌾\n\n[0:02] Marie : œuvre\r\n(0:03)\rfin');
    const xml = Buffer.from(
      body(`<w:tbl><w:tr><w:tc>${paragraph('L1 : a')}</w:tc></w:tr></w:tbl>${paragraph('L2 : déjà')}<w:p><w:r><w:br/><w:tab/></w:r></w:p>`),
    );
    const attempts = [
      { name: 'a.docx', bytes: () => mutate(word, random) },
      { name: 'a.docx', bytes: () => wordArchive(mutate(xml, random)) },
      { name: 'a.txt', bytes: () => mutate(text, random) },
    ];
    const outcomes = new Set<string>();
    const end = performance.now() + 4_000;
    let tried = 0;
    for (; tried < 600 && performance.now() < end; tried += 1) {
      const attempt = attempts[tried % attempts.length];
      if (!attempt) continue;
      const outcome = await readDocument({ name: attempt.name, bytes: attempt.bytes() }).catch((error: unknown) => error);
      outcomes.add(`${attempt.name} ${outcomeOf(outcome)}`);
    }
    expect(tried).toBeGreaterThan(100);
    expect([...outcomes].sort()).toEqual(['a.docx read whole', 'a.docx refused', 'a.txt read whole', 'a.txt refused']);
  });
});

test('a folder’s files come in natural order, the transcript before its subtitles', () => {
  const files = ['E10.txt', 'E2.srt', 'E2.vtt', 'E2.TXT', 'é1.md', 'E1.txt', 'E2.docx', 'sous/E3.txt', 'E1.srt', 'E01.txt'];
  const ordered = [...files].sort(compareFiles);
  expect(ordered).toEqual(['E01.txt', 'E1.txt', 'E1.srt', 'é1.md', 'E2.docx', 'E2.TXT', 'E2.srt', 'E2.vtt', 'sous/E3.txt', 'E10.txt']);
  expect([...files].reverse().sort(compareFiles)).toEqual(ordered);
});
