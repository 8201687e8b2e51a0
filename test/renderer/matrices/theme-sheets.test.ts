// A framework chart is as many sheets as the study has themes: what stays and what goes from one to the next.
import { describe, expect, it } from 'vitest';
import { allSheets, sheetOf, themeSheets } from '../../../renderer/matrices/theme-sheets.ts';
import { displayById, filledDisplay } from '../../../shared/domain/matrix-displays.ts';
import type { Display } from '../../../shared/domain/display.ts';
import type { MatrixDefinition } from '../../../shared/domain/matrix.ts';
import { aCorpus, aGrid } from './a-project.ts';

const codebook = [aGrid('dimensions', 'Dimensions', { Gouvernance: ['Décision', 'Charte'], Coordination: ['salon', 'stand'] })];
const study = { ...aCorpus(['Pôle 1', 'Pôle 2']), codebook, scales: [] };
const chart = filledDisplay(displayById('frameworkChart') as Display, study).definition as MatrixDefinition;

describe('the sheets of a framework chart', () => {
  const sheets = themeSheets('frameworkChart', chart, study);

  it('are its themes, one of them open', () => {
    expect(sheets?.themes.map(({ label }) => label)).toEqual([{ text: 'Gouvernance' }, { text: 'Coordination' }]);
    expect(sheets?.open).toBe(sheets?.themes[0]?.key);
  });

  it('have the same lines; an order by a line of the sheet that is left stays behind, as do its hidden lines', () => {
    const other = sheets?.themes[1];
    const byName: MatrixDefinition = { ...chart, rowOrder: { by: 'label', descending: true }, hiddenRows: ['case:1'], hiddenColumns: ['category:1'] };
    const byLine: MatrixDefinition = { ...chart, rowOrder: { by: 'count', of: 'category:1', descending: true } };
    expect(sheetOf(byName, sheets!, other?.key ?? '')).toEqual({
      ...chart,
      columns: [other?.axis],
      rowOrder: { by: 'label', descending: true },
      hiddenRows: ['case:1'],
    });
    expect(sheetOf(byLine, sheets!, other?.key ?? '')).toEqual({ ...chart, columns: [other?.axis] });
  });

  it('are printed together as all their sub-themes, theme after theme', () => {
    const ids = codebook.flatMap(({ categories }) => categories.filter(({ parentId }) => parentId !== null).map(({ id }) => id));
    expect(allSheets(chart, sheets!)).toEqual({ ...chart, columns: [{ kind: 'picked', name: '', of: { kind: 'category', ids } }] });
  });

  it('are there when rows and columns are exchanged, and gone once the matrix crosses something else', () => {
    expect(themeSheets('frameworkChart', { ...chart, rows: chart.columns, columns: chart.rows }, study)?.side).toBe('rows');
    expect(themeSheets('frameworkChart', { ...chart, columns: [{ kind: 'case' }] }, study)).toBe(null);
    expect(themeSheets(null, chart, study)).toBe(null);
  });
});
