// Packages from strangers: each trouble is named, in time, and nothing is written.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../shared/domain/failure.ts';
import { wideZip, zipOf } from '../../../support/zip-archive.ts';
import { readAlteredPackages, readPackage } from './altered-packages.ts';

const GUID = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const XML = (inside: string, origin = 'x'): Buffer =>
  Buffer.from(`<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="${origin}">${inside}</Project>`);

async function reasonOf(bytes: Uint8Array): Promise<unknown> {
  const refusal = await readPackage(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refusal);
  return (refusal as Refusal).data['reason'];
}

const project = (content: Uint8Array) => ({ name: 'project.qde', content });

describe('what is no package', () => {
  const bomb = Buffer.alloc(60_000_000, 32);
  it.each([
    ['a web page', 'notAsNamed', Buffer.from('<!doctype html><html></html>')],
    ['nothing', 'empty', Buffer.alloc(0)],
    ['a pointer of Git LFS', 'notAsNamed', Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:1\n')],
    ['an archive cut short', 'damaged', zipOf([project(XML(''))]).subarray(0, 90)],
    ['another archive', 'notRefi', zipOf([{ name: 'word/document.xml', content: XML('') }])],
    ['XML of something else', 'notRefi', zipOf([project(Buffer.from('<html/>'))])],
    ['a bomb', 'zipBomb', zipOf([project(bomb)])],
    ['a path upwards', 'pathsOutside', zipOf([project(XML('')), { name: 'sources/../../x.txt', content: bomb.subarray(0, 3) }])],
    ['an absolute path', 'pathsOutside', zipOf([project(XML('')), { name: '/etc/x', content: bomb.subarray(0, 3) }])],
    ['a path with a drive', 'pathsOutside', zipOf([project(XML('')), { name: 'C:\\x', content: bomb.subarray(0, 3) }])],
    [
      'a part that is a link to elsewhere',
      'pathsOutside',
      zipOf([project(XML('')), { name: 'sources/x.txt', content: Buffer.from('/etc/passwd'), isLink: true }]),
    ],
    ['an encrypted part', 'encrypted', zipOf([project(XML('')), { name: 'sources/x.txt', content: bomb.subarray(0, 3), isEncrypted: true }])],
    ['a project of 2 GB', 'tooLarge', zipOf([{ ...project(randomBytes(40_000_000)), declaredBytes: 2_000_000_000 }])],
    ['a part that says it is less than it is', 'damaged', zipOf([{ ...project(XML('')), declaredBytes: 20 }])],
    ['a document type', 'xmlDoctype', zipOf([project(Buffer.from('<!DOCTYPE p [<!ENTITY a "b">]><Project>&a;</Project>'))])],
    ['an entity', 'xmlInvalid', zipOf([project(XML('&a;'))])],
    ['XML that ends too early', 'xmlInvalid', zipOf([project(XML('').subarray(0, 60))])],
    ['elements without end', 'tooDeep', zipOf([project(XML('<Set>'.repeat(1000)))])],
  ])('%s is named (%s)', async (_, reason, bytes) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });
});

function text(selections: string, { users = '', codes = '' } = {}): Buffer {
  const coded = `<Code guid="${GUID(1)}" name="A" isCodable="true"/>${codes}`;
  return zipOf([
    project(
      XML(
        `${users}<CodeBook><Codes>${coded}</Codes></CodeBook><Sources><TextSource guid="${GUID(2)}" name="E1" plainTextPath="internal://T.TXT">${selections}</TextSource></Sources>`,
      ),
    ),
    { name: 'Sources/t.txt', content: Buffer.from('\ufeffBonjour 😀 à tous.\r\nAu revoir.') },
  ]);
}

const selection = (start: number | string, end: number | string, code = GUID(1), name = '', n = 10): string =>
  `<PlainTextSelection guid="${GUID(n)}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${GUID(9)}"><Coding guid="${GUID(n + 1)}"><CodeRef targetGUID="{${code}}"/></Coding></PlainTextSelection>`;

describe('what is wrong in a package', () => {
  it.each([
    ['reversed', selection(7, 0)],
    ['outside', selection(2, 900)],
    ['outside', selection(-4, 5)],
    ['empty', selection(3, 3)],
    ['notNumber', selection('1.5', 'x')],
    ['quoteElsewhere', selection(0, 4, GUID(1), 'à tous')],
    ['quoteNotFound', selection(0, 4, GUID(1), 'rien de tel')],
  ])('is told with its place: a selection %s', async (why, inside) => {
    const report = await readPackage(text(inside));
    expect(report.uncertain.map((each) => each.why)).toEqual([why]);
    expect(report.made.codings).toBe(1);
  });

  it('an unknown user and an unknown code are made, a GUID that comes twice is replaced', async () => {
    const report = await readPackage(text(selection(0, 7, GUID(77)) + selection(0, 7, GUID(1))));
    const changes = new Map(report.changes.map(({ what, count }) => [what, count]));
    expect(changes.get('unknownUser')).toBe(1);
    expect(changes.get('unknownCode')).toBe(1);
    expect(changes.get('duplicateGuid')).toBe(1);
    expect(report.made).toMatchObject({ coders: 2, categories: 2, passages: 1, codings: 2 });
  });

  it('codings of a text that is missing stand on a list of its quotes', async () => {
    const inside = `<CodeBook><Codes><Code guid="${GUID(1)}" name="A" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="${GUID(2)}" name="E1" plainTextPath="internal://T.txt">${selection(4, 9, GUID(1), 'des mots')}</TextSource></Sources>`;
    const report = await readPackage(zipOf([project(XML(inside))]));
    expect(report.made).toMatchObject({ sources: 1, passages: 1, codings: 1 });
    expect(report.changes).toContainEqual({ what: 'missingFile', count: 1 });
  });
});

describe('an archive of the 64-bit form', () => {
  it('is read like any other', async () => {
    const report = await readPackage(wideZip(text(selection(0, 7))));
    expect(report.made).toMatchObject({ sources: 1, passages: 1, codings: 1 });
    expect(report.uncertain).toEqual([]);
  });

  it('whose directory is said to lie beyond every file is damaged', async () => {
    const wide = wideZip(text(''));
    wide.writeBigUInt64LE(2n ** 60n, wide.length - 22 - 20 + 8);
    expect(await reasonOf(wide)).toBe('damaged');
  });
});

describe('packages altered by chance', () => {
  it('are read or refused, 200 of them, and leave nothing half made', { timeout: 120_000 }, async () => {
    const { read, refused } = await readAlteredPackages(200);
    expect(read + refused).toBe(200);
  });
});
