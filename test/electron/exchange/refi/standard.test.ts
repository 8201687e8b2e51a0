// The standard's own examples, and codebooks as they are met in the wild: what they hold is counted in their XML by other means than ours.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCategory, createGrid } from '../../../../electron/commands/codebook.ts';
import { categoriesFromQdc, gridToQdc } from '../../../../electron/exchange/refi/codebook-file.ts';
import { readCodebook } from '../../../../electron/queries/codebook.ts';
import type { Grid } from '../../../../shared/domain/category.ts';
import { aProject } from '../../../support/project.ts';
import { zipOf } from '../../../support/zip-archive.ts';
import { readPackage } from './altered-packages.ts';
import { hasXmllint } from './round-trips.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

describe('the standard’s example of a project (A.3, Transana)', () => {
  const xml = readFileSync(join(FIXTURES, 'spec_A3_transana322.qde'));
  const count = (pattern: RegExp): number => [...xml.toString().matchAll(pattern)].length;

  it('is read though it breaks the schema, and every count is what its XML holds', async () => {
    const { found, made, changes } = await readPackage(zipOf([{ name: 'project.qde', content: xml }]));
    expect(found).toEqual({
      users: count(/<User\s/g),
      codes: count(/<Code\s/g),
      cases: 0,
      variables: 0,
      sources: count(/<(?:Text|Picture|PDF|Audio|Video)Source\s/g),
      selections: count(/<\w+Selection\s/g),
      codings: count(/<Coding\s/g),
      notes: count(/<Note\s/g),
      links: 0,
      sets: count(/<Set\s/g),
      graphs: 0,
    });
    const told = (what: string): number => changes.find((change) => change.what === what)?.count ?? 0;
    // what is not made as often as it was found is told why
    expect(made.codings + told('duplicateCoding') + told('codingAsCase')).toBeGreaterThanOrEqual(found.codings);
    expect(made.memos).toBeGreaterThanOrEqual(found.notes);
  });
});

const codebook = (inside: string, about = 'origin="x"'): Uint8Array =>
  Buffer.from(`<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" ${about}>${inside}</CodeBook>`);
const code = (name: string, rest = '', children = ''): string =>
  `<Code guid="00000000-0000-4000-8000-000000000001" name="${name}" ${rest}>${children}</Code>`;

describe('a codebook', () => {
  it('of the standard’s example (A.1) has its codes, colours and descriptions', () => {
    const found = categoriesFromQdc(readFileSync(join(FIXTURES, 'spec_A1_codebook.qdc')));
    expect(found.map(({ name, color }) => [name, color])).toEqual([
      ['Topics', undefined],
      ['Economy', '#ffff00'],
      ['Health care', '#33cc33'],
      ['Values', undefined],
      ['Conservatives', '#ff0000'],
      ['Liberals', '#0000ff'],
    ]);
    expect(found[1]?.definition).toBe('Anything about jobs or taxes or business');
  });

  it.each([
    ['with empty sets', codebook(`<Codes>${code('A')}</Codes><Sets/>`), [{ name: 'A' }]],
    [
      'of an old draft',
      Buffer.from(
        codebook(`<Codes>${code('A')}</Codes>`)
          .toString()
          .replace('codebook:1.0', 'codebook:0:4'),
      ),
      [{ name: 'A' }],
    ],
    [
      'with prefixes',
      Buffer.from(`<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1:0"><q:Codes><q:Code name="A"/></q:Codes></q:CodeBook>`),
      [{ name: 'A' }],
    ],
    ['with colours of style sheets', codebook(`<Codes>${code('A', 'color="rgb(1, 2, 255)"')}</Codes>`), [{ name: 'A', color: '#0102ff' }]],
    ['with see-through colours', codebook(`<Codes>${code('A', 'color="#11223344"')}</Codes>`), [{ name: 'A', color: '#112233' }]],
    ['with colours that are none', codebook(`<Codes>${code('A', 'color="rouge"')}</Codes>`), [{ name: 'A' }]],
    ['with one name twice', codebook(`<Codes>${code('A')}${code('A')}</Codes>`), [{ name: 'A' }, { name: 'A (2)' }]],
    [
      'of Taguette, whose names are paths',
      codebook(`<Codes>${code('lieu.ville')}${code('lieu')}${code('acteur.rôle.élu')}</Codes><Sets/>`, 'origin="Taguette 1.4"'),
      [
        { name: 'lieu', children: [{ name: 'ville' }] },
        { name: 'acteur', children: [{ name: 'rôle', children: [{ name: 'élu' }] }] },
      ],
    ],
    ['whose dots mean nothing', codebook(`<Codes>${code('art. 3')}</Codes>`), [{ name: 'art. 3' }]],
  ])('%s is read', (_, bytes, expected) => {
    expect(categoriesFromQdc(bytes)).toEqual(expected);
  });

  it('that is written is valid for the standard’s own schema, and comes back', () => {
    const { session, project } = aProject();
    const gridId = createGrid(session, { title: 'Grille' });
    const parentId = createCategory(session, { gridId, parentId: null, name: 'A & <b> 😀 \u0007', origin: 'a-priori' });
    createCategory(session, { gridId, parentId, name: 'e\u0301te\u0301', origin: 'emergent' });
    const xml = gridToQdc(readCodebook(project)[0] as Grid, 'fr');
    expect(categoriesFromQdc(Buffer.from(xml))).toMatchObject([{ children: [{ name: 'e\u0301te\u0301' }] }]);
    if (hasXmllint()) execFileSync('xmllint', ['--noout', '--nonet', '--schema', join(FIXTURES, 'Codebook.xsd'), '-'], { input: xml, stdio: 'pipe' });
  });
});
