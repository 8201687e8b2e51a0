// What all analyses share, as a window asks for it: the passages behind a number, pictures and tables as files.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { PassageId } from '../../../shared/domain/ids.ts';
import { mark, rect, sceneOf, textLines } from '../../../shared/figure/scene.ts';
import { aCore } from '../../support/core.ts';
import type { TestCore } from '../../support/core.ts';
import { aStudy } from '../../support/study.ts';

const PAPER = { language: 'fr', widthCm: 8, title: 'Présence' } as const;
const drawn = sceneOf(120, 60, '#ffffff', 'Présence', [
  mark('a|b', 'A et B : 3', [rect({ x: 4, y: 4, width: 40, height: 20 }, { fill: '#2a549a' })]),
  ...textLines(['Écoute & « soin » <ici>'], 4, 50, { size: 10, fill: '#000000' }, 12),
]);
/** As it travels. */
const scene = JSON.parse(JSON.stringify(drawn)) as never;
const bytes = (file: { base64: string }): Buffer => Buffer.from(file.base64, 'base64');

async function aWindow(): Promise<{ core: TestCore; ids: readonly PassageId[] }> {
  const study = aStudy();
  const core = aCore();
  copyFileSync(study.project.reopen().path, join(core.home, 'étude.trame'));
  const [listing] = await core.call('project.list', {});
  await core.call('project.open', { ref: listing?.ref ?? '' });
  const ids = core.desk.project().sqlite.prepare('SELECT id FROM passage ORDER BY rowid').pluck().all() as PassageId[];
  return { core, ids };
}

describe('the passages behind a number', () => {
  it('come in the order asked for, with their words, categories and coders; those that are gone are left out', async () => {
    const { core, ids } = await aWindow();
    const asked = [...ids].reverse();
    const gone = '11111111-1111-4111-8111-111111111111' as PassageId;
    const listed = await core.call('passage.list', { passageIds: [gone, ...asked] });
    expect(listed.map(({ passageId }) => passageId)).toEqual(asked);
    for (const passage of listed) {
      const card = await core.call('passage.read', { passageId: passage.passageId });
      expect(passage).toMatchObject({ quote: card.quote, ref: card.ref, speaker: card.speaker, source: card.sourceName });
      expect(passage.categories.map(({ id }) => id).sort()).toEqual([...new Set(card.codings.map(({ categoryId }) => categoryId))].sort());
      expect([...passage.coderIds].sort()).toEqual([...new Set(card.codings.map(({ coderId }) => coderId))].sort());
    }
  });
});

describe('a picture of the window', () => {
  it('becomes an svg with its words, a png at 300 dots per inch and a page of its size', async () => {
    const { core } = await aWindow();
    const svg = bytes(await core.call('picture.write', { ...PAPER, scene, format: 'svg' })).toString('utf8');
    expect(svg).toContain('Écoute &amp; « soin » &lt;ici&gt;');
    expect(svg).toContain('mm"');
    const png = bytes(await core.call('picture.write', { ...PAPER, scene, format: 'png' }));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    // 120 px are 3.2 cm, less than the 8 cm it may take: as wide as it was drawn
    expect(png.readUInt32BE(16)).toBe(375);
    const pdf = bytes(await core.call('picture.write', { ...PAPER, scene, format: 'pdf' }));
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it.each([
    ['a script', { tag: 'script', attrs: {}, children: [], text: 'alert(1)' }],
    ['a foreign object', { tag: 'foreignObject', attrs: {}, children: [] }],
    ['an image from elsewhere', { tag: 'image', attrs: { href: 'https://example.org/x.png' }, children: [] }],
    ['a handler of events', { tag: 'rect', attrs: { onload: 'alert(1)' }, children: [] }],
  ])('with %s is refused', async (_what, node) => {
    const { core } = await aWindow();
    const bad = { ...drawn, children: [{ tag: 'g', attrs: {}, children: [node] }] };
    expect(await core.ask('picture.write', { ...PAPER, scene: bad, format: 'svg' })).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });
});

describe('the table behind a picture', () => {
  const table = {
    columns: ['Catégorie', 'Pôle 1', 'Pôle 2'],
    rows: [
      ['=Confiance', 3, 1.5],
      ['Proximité', 0, '–'],
    ],
  };

  it('becomes a workbook of numbers that says what is counted', async () => {
    const { core } = await aWindow();
    const file = await core.call('table.write', { table, format: 'xlsx', title: 'Présence', caption: 'Passages comptés une fois.', language: 'fr' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes(file) as never);
    const values = workbook.worksheets[0]?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])) ?? [];
    for (const value of ['Catégorie', 'Proximité', 3, 1.5]) expect(values).toContain(value);
    expect(JSON.stringify(values)).toContain('Passages comptés une fois.');
  });

  it('becomes a csv in which nothing is a formula', async () => {
    const { core } = await aWindow();
    const file = await core.call('table.write', { table, format: 'csv', title: 'Présence', caption: '', language: 'fr' });
    expect(bytes(file).toString('utf8').replace('\ufeff', '').split('\r\n').slice(0, 3)).toEqual([
      'Catégorie,Pôle 1,Pôle 2',
      "'=Confiance,3,1.5",
      'Proximité,0,–',
    ]);
  });
});
