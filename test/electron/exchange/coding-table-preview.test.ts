// A table of codings as the window shows it before anything is applied.
import { expect, it } from 'vitest';
import { previewCodingTable } from '../../../electron/exchange/coding-table.ts';
import { aStudy } from '../../support/study.ts';

const OPTIONS = { unit: 'utf16', createCategories: false, language: 'fr' } as const;
const good = { line: 2, fields: { source: 'E01', quote: 'notre règle 😀', category: 'Gouvernance', coder: 'Nouvelle' } };
const bad = { line: 3, fields: { Source: 'E99', start: '0', end: '4', category: 'Gouvernance' } };

it('names what is wrong with a row, first, and offers nothing to apply', () => {
  const { project: p } = aStudy();
  const { preview, plan } = previewCodingTable(p.session, [good, bad], OPTIONS);
  expect(plan).toBeNull();
  expect(preview).toMatchObject({ total: 2, refused: 1, newCoders: ['Nouvelle'] });
  expect(preview.rows.map(({ line, problem }) => [line, problem === null])).toEqual([
    [3, false],
    [2, true],
  ]);
  expect(preview.rows[0]).toMatchObject({ source: 'E99', quote: '0–4' });
  expect(preview.rows[0]?.problem).toContain('E99');
});

it('offers a sound table with what it brings along', () => {
  const { project: p } = aStudy();
  const made = { line: 3, fields: { source: 'E03', quote: 'La charte', category: 'outils > Régulation > règle' } };
  expect(previewCodingTable(p.session, [good, made], OPTIONS).plan).toBeNull();
  const { preview, plan } = previewCodingTable(p.session, [good, made], { ...OPTIONS, createCategories: true });
  expect(plan?.rows).toHaveLength(2);
  expect(preview).toMatchObject({ refused: 0, newCategories: ['règle'] });
  expect(previewCodingTable(p.session, [], OPTIONS).plan).toBeNull();
});
