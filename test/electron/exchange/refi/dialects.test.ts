// What real programs write, each in its way, small enough to be counted by hand.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newProjectFromRefi } from '../../../../electron/exchange/refi/import-refi.ts';
import { listCodings } from '../../../../electron/queries/passages.ts';
import { peekProject } from '../../../../electron/storage/open-project.ts';
import { aFolder } from '../../../support/project.ts';
import { zipOf } from '../../../support/zip-archive.ts';

const GUID = (n: number): string => `0000000a-0000-4000-8000-${String(n).padStart(12, '0')}`;
const TEXT = '😀😀 Bonjour à tous.\r\nNous 😀 coopérons ici, au Pôle.\r\nEt voilà la suite.\r\n';
const QUOTE = 'coopérons ici';

interface Dialect {
  readonly origin: string;
  readonly bytes?: Buffer;
  readonly name?: string;
  readonly start: number;
  readonly end: number;
  readonly qde?: string;
  readonly sources?: string;
  readonly namespace?: string;
}

async function codingsOf({ origin, bytes, name = '', start, end, qde = 'project.qde', sources = 'sources', namespace = 'project:1.0' }: Dialect) {
  const folder = aFolder();
  const selection = `<PlainTextSelection guid="${GUID(4)}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${GUID(8)}">
    <Coding guid="${GUID(5)}" creatingUser="${GUID(9)}"><CodeRef targetGUID="${GUID(1)}"/></Coding>
    <Coding guid="${GUID(6)}"><CodeRef targetGUID="${GUID(2)}"/></Coding></PlainTextSelection>`;
  const xml = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:${namespace}" name="P" origin="${origin}">
    <Users><User guid="${GUID(8)}" name="Celle qui sélectionne"/><User guid="${GUID(9)}" name="Celle qui code"/></Users>
    <CodeBook><Codes><Code guid="${GUID(1).toUpperCase()}" name="Agir" isCodable="true" color="rgb(255, 0, 16)"/><Code guid="${GUID(2)}" name="Pôle 1" isCodable="true"/></Codes></CodeBook>
    <Cases><Case guid="{${GUID(2)}}" name="Pôle 1"/></Cases>
    <Sources><TextSource guid="${GUID(3)}" name="E1" plainTextPath="internal://T.txt">${selection}</TextSource></Sources>
    <Sets><Set guid="${GUID(7)}" name="genre: femme"><MemberSource targetGUID="${GUID(3)}"/></Set></Sets></Project>`;
  const parts = [
    { name: `${sources}/T.TXT`, content: bytes ?? Buffer.from(TEXT) },
    { name: qde, content: Buffer.from(xml) },
  ];
  writeFileSync(join(folder, 'x.qdpx'), zipOf(parts));
  const report = await newProjectFromRefi(join(folder, 'x.qdpx'), join(folder, 'x.trame'), { language: 'fr', origin: GUID(99) });
  return peekProject(join(folder, 'x.trame'), (project) => ({
    report,
    codings: listCodings(project).map(({ quote, coder, category }) => ({ quote, coder, category })),
    members: project.sqlite.prepare('SELECT count(*) FROM source_case').pluck().get(),
    values: project.sqlite.prepare('SELECT a.name, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id').raw().all(),
    colors: project.sqlite.prepare('SELECT color FROM category').pluck().all(),
  }));
}

const at = TEXT.indexOf(QUOTE);
const points = Array.from(TEXT.slice(0, at)).length;
const length = QUOTE.length;

describe('a coding stands on its words', () => {
  it.each<[string, Dialect]>([
    [
      'NVivo on Windows: UTF-16, CR LF is two, a mark that is not counted',
      { origin: 'NVivo 12.6 Windows', bytes: Buffer.from(`\ufeff${TEXT}`), start: at, end: at + length, sources: 'Sources' },
    ],
    [
      'ATLAS.ti: code points, CR LF is one, its own name for the project',
      { origin: 'ATLAS.ti 9', start: points - 1, end: points - 1 + length, qde: 'Mon étude.qde' },
    ],
    [
      'QualCoder: code points without the CR, a mark that is not counted',
      { origin: 'QualCoder 3.8', bytes: Buffer.from(`\ufeff${TEXT}`), start: points - 1, end: points - 1 + length },
    ],
    [
      'an unknown program of an old draft: code points of the text as it stands',
      { origin: '', start: points, end: points + length, namespace: 'project:0:10' },
    ],
    [
      'a program that counts otherwise than it is known for, found by its quote',
      { origin: 'QualCoder 3.8', name: QUOTE, start: at, end: at + length },
    ],
    ['a program that counts the last character in', { origin: 'Potato', start: points, end: points + length - 1 }],
  ])('%s', async (_, dialect) => {
    const { codings, report } = await codingsOf(dialect);
    expect(codings.map(({ quote }) => quote)).toEqual([QUOTE]);
    expect(report.uncertain).toEqual([]);
  });
});

describe('what else is said in other ways', () => {
  it('a code that is a case makes its source belong to the case; a set that names a value is an attribute; rgb is a colour', async () => {
    const { codings, members, values, colors, report } = await codingsOf({ origin: 'x', start: points, end: points + length });
    expect(codings).toEqual([{ quote: QUOTE, coder: 'Celle qui code', category: expect.stringContaining('Agir') as string }]);
    expect(members).toBe(1);
    expect(values).toEqual([['genre', 'femme']]);
    expect(colors).toEqual(['#ff0010']);
    expect(report.found).toMatchObject({ codings: 2, codes: 2, cases: 1, sets: 1 });
    expect(report.changes).toEqual(
      expect.arrayContaining([
        { what: 'pseudoCode', count: 1 },
        { what: 'codingAsCase', count: 1 },
        { what: 'setAsValues', count: 1 },
      ]),
    );
  });

  it('in NVivo the coder is who made the selection', async () => {
    const { codings } = await codingsOf({ origin: 'NVivo 20', start: at, end: at + length });
    expect(codings[0]?.coder).toBe('Celle qui sélectionne');
  });

  it('a text in Windows-1252 keeps its accents', async () => {
    const bytes = Buffer.from('Bonjour à tous, nous coopérons ici.', 'latin1');
    const start = 'Bonjour à tous, nous '.length;
    const { codings, report } = await codingsOf({ origin: 'x', bytes, start, end: start + length });
    expect(codings[0]?.quote).toBe(QUOTE);
    expect(report.changes).toContainEqual({ what: 'windows1252', count: 1 });
  });
});
