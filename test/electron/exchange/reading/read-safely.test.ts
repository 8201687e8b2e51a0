// Files that would stop a program that trusted them: each refused by name, and soon.
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { openSafeReader, readDocumentSafely, readSurveySafely } from '../../../../electron/exchange/reading/read-safely.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import { lockedPdf, odsOf, odsTable, odtOf, pdfOf, xlsxOf } from '../../../support/documents.ts';
import { zipOf } from '../../../support/zip-archive.ts';

const reader = openSafeReader();
afterAll(() => reader.close());

const MB = 1_000_000;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function docxWith(body: string): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') },
    { name: 'word/document.xml', content: Buffer.from(`<w:document ${W}><w:body>${body}</w:body></w:document>`) },
  ]);
}

/** An archive with one part that inflates 1,000 times. */
function bomb(partName: string, ...others: readonly { name: string; content: Buffer }[]): Buffer {
  return zipOf([...others, { name: partName, content: Buffer.alloc(60 * MB, ' ') }]);
}

/** A page whose text is 200 MB of drawing commands once inflated. */
async function pdfBomb(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  page.setFont(font);
  page.node.set(
    document.context.obj('Contents') as never,
    document.context.register(document.context.flateStream(Buffer.alloc(200 * MB, 'BT ET ').toString('latin1'))),
  );
  return Buffer.from(await document.save());
}

/** Why the file was refused, by its name. */
async function outcomeOf(name: string, bytes: Uint8Array): Promise<{ readonly reason: unknown; readonly seconds: number }> {
  const start = performance.now();
  const error: unknown = await reader.readDocument({ name, bytes }).catch((thrown: unknown) => thrown);
  const seconds = (performance.now() - start) / 1_000;
  return { reason: error instanceof Refusal && error.data['file'] === name ? error.data['reason'] : error, seconds };
}

describe('bad input is refused by name within ten seconds', () => {
  const mimetype = (kind: string): { name: string; content: Buffer } => ({
    name: 'mimetype',
    content: Buffer.from(`application/vnd.oasis.opendocument.${kind}`),
  });
  const container = { name: 'META-INF/container.xml', content: Buffer.from('<container/>') };

  test.each([
    ['a Word file that is a renamed archive', 'a.docx', () => zipOf([{ name: 'photo.jpg', content: Buffer.from('x') }]), 'notAsNamed'],
    ['a Word file that is a renamed web page', 'a.docx', () => Buffer.from('<html><p>Bonjour</p></html>'), 'notAsNamed'],
    ['a protected OpenDocument text', 'a.odt', () => odtOf('', { isEncrypted: true }), 'encrypted'],
    ['a protected PDF', 'a.pdf', () => lockedPdf(), 'encrypted'],
    ['a PDF cut short', 'a.pdf', async () => (await pdfOf([[{ text: 'Marie : oui', x: 72, y: 700 }]])).subarray(0, 700), 'damaged'],
    ['a Word bomb', 'a.docx', () => bomb('word/document.xml'), 'zipBomb'],
    ['an OpenDocument bomb', 'a.odt', () => bomb('content.xml', mimetype('text')), 'zipBomb'],
    ['an e-book bomb', 'a.epub', () => bomb('OEBPS/a.xhtml', container), 'zipBomb'],
    ['groups nested 10,000 deep', 'a.rtf', () => Buffer.from(`{\\rtf1 ${'{\\b '.repeat(10_000)}Bonjour${'}'.repeat(10_000)}}`), 'tooDeep'],
    ['a Word file with more mark-up than the memory takes', 'a.docx', () => docxWith('<w:p/>'.repeat(600_000)), 'tooLarge'],
    ['a text of nothing but control characters', 'a.txt', () => Buffer.alloc(5_000, '\x01\x02\x03'), 'binary'],
  ] as const)('%s', async (_, name, make, reason) => {
    const outcome = await outcomeOf(name, (await make()) as Buffer);
    expect(outcome.reason).toBe(reason);
    expect(outcome.seconds).toBeLessThan(10);
  });

  test.each([
    ['an Excel bomb', 'a.xlsx', () => bomb('xl/worksheets/sheet1.xml', { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }), 'zipBomb'],
    ['a Calc bomb', 'a.ods', () => bomb('content.xml', mimetype('spreadsheet')), 'zipBomb'],
    ['a protected spreadsheet', 'a.ods', () => odsOf('', { isEncrypted: true }), 'encrypted'],
    ['a table of 20,000 columns', 'a.ods', () => odsOf(odsTable([Array.from({ length: 20_000 }, (_, at) => `q${at}`), ['a']])), 'tooManyColumns'],
    [
      'a table with one column twice',
      'a.xlsx',
      () =>
        xlsxOf([
          ['Nom', 'Nom'],
          ['a', 'b'],
        ]),
      'columnTwice',
    ],
  ] as const)('%s', async (_, name, make, reason) => {
    const start = performance.now();
    await expect(readSurveySafely({ name, bytes: (await make()) as Buffer })).rejects.toMatchObject({ data: { file: name, reason } });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('control characters among the words are no reason, nor are encodings that change within the file', async () => {
    const { text } = await reader.readDocument({
      name: 'a.rtf',
      bytes: Buffer.from("{\\rtf1\\ansi Un\x01 \\'e9t\\'e9 \\u233?t\\u233?\\par \xe9t\xe9}", 'latin1'),
    });
    expect(text).toBe('Un été été\nété\n');
    const mixed = await reader.readDocument({
      name: 'a.txt',
      bytes: Buffer.concat([Buffer.from('Marie : été\n'), Buffer.from('Paul : \xe9t\xe9\n', 'latin1')]),
    });
    expect(mixed.text).toBe('Marie : Ã©tÃ©\nPaul : été\n');
  });

  test('a PDF whose page unfolds to 200 MB neither fills the memory nor holds up the next file', async () => {
    const impatient = openSafeReader({ milliseconds: 4_000 });
    const bytes = await pdfBomb();
    const before = process.memoryUsage.rss();
    const error: unknown = await impatient.readDocument({ name: 'a.pdf', bytes }).catch((thrown: unknown) => thrown);
    expect(['tooLarge', 'tooSlow']).toContain((error as Refusal).data['reason']);
    expect(process.memoryUsage.rss() - before).toBeLessThan(900 * MB);
    expect((await impatient.readDocument({ name: 'b.odt', bytes: odtOf('<text:p>Bonjour</text:p>') })).text).toBe('Bonjour\n');
    await impatient.close();
  });
});

describe('a reader with less patience and memory', () => {
  test('refuses what takes too long, and reads the next file with a new worker', async () => {
    const impatient = openSafeReader({ milliseconds: 800 });
    const slow = Buffer.from(`{\\rtf1 ${'{a}'.repeat(2_600_000)}}`);
    await expect(impatient.readDocument({ name: 'a.rtf', bytes: slow })).rejects.toMatchObject({ data: { file: 'a.rtf', reason: 'tooSlow' } });
    const small = impatient.readDocument({ name: 'b.rtf', bytes: Buffer.from('{\\rtf1 Bonjour}') });
    await expect(small).resolves.toMatchObject({ text: 'Bonjour\n' });
    await impatient.close();
  });

  test('refuses what needs too much memory, and reads the next file', async () => {
    const small = openSafeReader({ heapMb: 40 });
    await expect(small.readDocument({ name: 'a.docx', bytes: docxWith('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(60_000)) })).rejects.toMatchObject({
      data: { file: 'a.docx', reason: 'tooLarge' },
    });
    await expect(small.readDocument({ name: 'b.rtf', bytes: Buffer.from('{\\rtf1 Bonjour}') })).resolves.toMatchObject({ text: 'Bonjour\n' });
    await small.close();
  });

  test('reads a single file without being asked to close', async () => {
    expect((await readDocumentSafely({ name: 'a.odt', bytes: odtOf('<text:p>Bonjour</text:p>') })).text).toBe('Bonjour\n');
  });
});

describe('the user’s own expression', () => {
  const text = 'Anne > oui\nBob > non\n';
  const asked = (regex: string, words = text) => ({
    name: 'a.txt',
    text: words,
    pattern: { kind: 'custom', regex } as const,
    unspokenLines: new Set<number>(),
  });

  test('is tried where it can be stopped: one whose search does not end is refused, and the next one is tried', async () => {
    const impatient = openSafeReader({ milliseconds: 800 });
    const endless = impatient.recognise(asked('(a+)+>', `${'a'.repeat(60)}\n`));
    const sound = impatient.recognise(asked('(\\p{L}+) > '));
    await expect(endless).rejects.toMatchObject({ code: 'import.patternInvalid', data: { reason: 'tooSlow' } });
    await expect(sound).resolves.toMatchObject({ pattern: 'custom', speakers: ['Anne', 'Bob'] });
    await impatient.close();
  });

  test('that is none is refused with what is wrong', async () => {
    await expect(reader.recognise(asked('(>'))).rejects.toMatchObject({ code: 'import.patternInvalid', data: { reason: 'Unterminated group' } });
  });
});
