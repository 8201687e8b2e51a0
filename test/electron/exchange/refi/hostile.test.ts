// Packages from strangers: each trouble is named, in time, and nothing is written.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRefi } from '../../../../electron/exchange/refi/export-refi.ts';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { PackageReader } from '../../../../electron/exchange/refi/package-reader.ts';
import { checkProject } from '../../../../electron/queries/check.ts';
import { peekProject } from '../../../../electron/storage/open-project.ts';
import { Refusal } from '../../../../shared/domain/failure.ts';
import type { RefiRead } from '../../../../shared/domain/refi.ts';
import { aFolder } from '../../../support/project.ts';
import { chance } from '../../../support/seeded.ts';
import { zipOf } from '../../../support/zip-archive.ts';
import { randomProject } from './random-projects.ts';

const ORIGIN = '00000000-0000-4000-8000-0000000000aa';
const GUID = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const XML = (inside: string, origin = 'x'): Buffer =>
  Buffer.from(`<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="${origin}">${inside}</Project>`);

async function read(bytes: Uint8Array, withoutSideFile = false): Promise<RefiRead> {
  const folder = aFolder();
  writeFileSync(join(folder, 'x.qdpx'), bytes);
  const options = { language: 'fr', origin: ORIGIN, withoutSideFile } as const;
  try {
    const report = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'x.trame'), options);
    expect(peekProject(join(folder, 'x.trame'), checkProject)).toEqual([]);
    return report;
  } catch (error) {
    expect(readdirSync(folder)).toEqual(['x.qdpx']);
    throw error;
  }
}

async function reasonOf(bytes: Uint8Array): Promise<unknown> {
  const refusal = await read(bytes).then(
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
    const report = await read(text(inside));
    expect(report.uncertain.map((each) => each.why)).toEqual([why]);
    expect(report.made.codings).toBe(1);
  });

  it('an unknown user and an unknown code are made, a GUID that comes twice is replaced', async () => {
    const report = await read(text(selection(0, 7, GUID(77)) + selection(0, 7, GUID(1))));
    const changes = new Map(report.changes.map(({ what, count }) => [what, count]));
    expect(changes.get('unknownUser')).toBe(1);
    expect(changes.get('unknownCode')).toBe(1);
    expect(changes.get('duplicateGuid')).toBe(1);
    expect(report.made).toMatchObject({ coders: 2, categories: 2, passages: 1, codings: 2 });
  });

  it('codings of a text that is missing stand on a list of its quotes', async () => {
    const inside = `<CodeBook><Codes><Code guid="${GUID(1)}" name="A" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="${GUID(2)}" name="E1" plainTextPath="internal://T.txt">${selection(4, 9, GUID(1), 'des mots')}</TextSource></Sources>`;
    const report = await read(zipOf([project(XML(inside))]));
    expect(report.made).toMatchObject({ sources: 1, passages: 1, codings: 1 });
    expect(report.changes).toContainEqual({ what: 'missingFile', count: 1 });
  });
});

describe('packages altered by chance', () => {
  const PACKAGES = Number(process.env['REFI_ALTERED'] ?? 520);

  it(`are read or refused, ${PACKAGES} of them, and leave nothing half made`, { timeout: 120_000 }, async () => {
    const folder = aFolder();
    await exportRefi(randomProject(11).project, join(folder, 'x.qdpx'), { unit: 'codepoint', withSideFile: false, version: '1' });
    const reader = new PackageReader(join(folder, 'x.qdpx'), 'x');
    const parts = reader.entries.map((entry) => ({ name: entry.name, content: Buffer.from(reader.read(entry)) }));
    reader.close();
    const outcomes = { read: 0, refused: 0 };
    for (let seed = 1; seed <= PACKAGES; seed += 1) {
      const luck = chance(seed);
      const altered = parts.map(({ name, content }) => ({ name, content: luck.below(2) === 0 ? content : alter(content, luck) }));
      const whole = zipOf(altered.filter(() => luck.below(20) > 0));
      const bytes = luck.below(4) === 0 ? alter(whole, luck) : whole;
      const outcome = await read(bytes, true).then(
        () => 'read' as const,
        (error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          return 'refused' as const;
        },
      );
      outcomes[outcome] += 1;
    }
    expect(outcomes.read).toBeGreaterThan(PACKAGES / 20);
    expect(outcomes.refused).toBeGreaterThan(PACKAGES / 20);
  });
});

/** Bytes changed, cut, doubled; figures of XML made others. */
function alter(content: Buffer, luck: ReturnType<typeof chance>): Buffer {
  const bytes = Buffer.from(content);
  const at = luck.below(bytes.length + 1);
  switch (luck.below(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      if (at < bytes.length) bytes[at] = luck.below(256);
      return bytes;
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(luck.below(at + 1))]);
    case 3:
      return Buffer.from(bytes.toString().replace(/"\d+"/g, () => `"${luck.below(400) - 20}"`));
    case 4:
      return Buffer.from(bytes.toString().replace(/guid="[0-9A-F]{4}/g, (all) => (luck.below(3) === 0 ? `guid="${1000 + luck.below(3)}` : all)));
    default:
      return Buffer.from(bytes.toString().replace(/<(\w+)(?=[ >/])/g, (all, name: string) => (luck.below(40) === 0 ? `<${name}X` : all)));
  }
}
