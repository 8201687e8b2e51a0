// The sample project shows what the product can do: every ready-made display opens filled, and its own matrices say something.
import { beforeAll, describe, expect, it } from 'vitest';
import { MAIN_MATRIX_NAME, fillSample } from '../../../electron/exchange/sample-project.ts';
import { checkProject } from '../../../electron/queries/check.ts';
import { readCodebook } from '../../../electron/queries/codebook.ts';
import { listSources, readCorpusFrame } from '../../../electron/queries/corpus.ts';
import { compareSnapshots, listSnapshots } from '../../../electron/queries/matrix-snapshots.ts';
import { computeMatrix } from '../../../electron/queries/matrix.ts';
import { listResearchQuestions, listScales } from '../../../electron/queries/rating-scales.ts';
import { listMatrices } from '../../../electron/queries/saved-matrices.ts';
import type { DisplayStudy } from '../../../shared/domain/display-choices.ts';
import type { MatrixDefinition, MatrixTable } from '../../../shared/domain/matrix.ts';
import { DISPLAYS } from '../../../shared/domain/display.ts';
import { MATRIX_DISPLAYS, displayById, filledDisplay } from '../../../shared/domain/matrix-displays.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { aProject } from '../../support/project.ts';

const sample = aProject();
const tableOf = (definition: MatrixDefinition): MatrixTable =>
  computeMatrix(sample.project, definition, axisTitles.fr, { title: '', withQuotes: false });
const studyOf = (): DisplayStudy => ({
  ...readCorpusFrame(sample.project),
  sources: listSources(sample.project),
  codebook: readCodebook(sample.project),
  scales: listScales(sample.project),
});

function filledCells(table: MatrixTable): number {
  return table.cells.flat().filter(({ passages, synthesis, rating }) => passages > 0 || synthesis !== null || rating !== null).length;
}

describe('the sample project', () => {
  beforeAll(async () => {
    await fillSample(sample.session);
  }, 60_000);

  it.each(DISPLAYS)('fills the display %s at once: a quarter of its cells at least, or each row where everybody has one place', (id) => {
    const filled = filledDisplay(displayById(id)!, studyOf());
    expect(filled.gaps).toEqual([]);
    expect(filled.advice).toEqual([]);
    const table = tableOf(filled.definition!);
    expect(table.rows.length).toBeGreaterThan(1);
    expect(table.columns.length).toBeGreaterThan(1);
    const quarter = (table.rows.length * table.columns.length) / 4;
    expect(filledCells(table)).toBeGreaterThanOrEqual(id === 'variableByVariable' ? table.rows.length : quarter);
  });

  it('names in each cell of variable by variable everybody who has both values, with their passages', () => {
    const table = tableOf(filledDisplay(displayById('variableByVariable')!, studyOf()).definition!);
    const { participants, values } = studyOf();
    const valuesOf = (id: string): string[] =>
      values.filter(({ targetId }) => targetId === id).map(({ attributeId, value }) => `attribute:${attributeId}=${value}`);
    table.rows.forEach((row, r) =>
      table.columns.forEach((column, c) => {
        const { units, passages } = table.cells[r]![c]!;
        const both = participants.filter(
          ({ id, isInterviewer }) => !isInterviewer && [row.key, column.key].every((key) => valuesOf(id).includes(key)),
        );
        expect(units.map(({ label }) => label)).toEqual(both.map(({ name }) => name));
        if (units.length === 1) expect(units[0]!.passageIds).toHaveLength(passages);
      }),
    );
    expect(table.cells.flat().some(({ units }) => units.length > 1)).toBe(true);
  });

  it('orders its cases by an outcome that is rated in both', () => {
    const { definition } = filledDisplay(displayById('predictorOutcome')!, studyOf());
    const table = tableOf(definition!);
    expect(table.columns.at(-1)?.label).toBe('Changement');
    expect(table.rows.map(({ label }) => label)).toEqual(['Pôle 2', 'Pôle 1']);
    expect(table.cells.flat().every(({ rating }) => rating !== null)).toBe(true);
  });

  it('keeps matrices of several displays with how they are read', () => {
    const saved = listMatrices(sample.project);
    expect(saved.length).toBeGreaterThan(8);
    for (const { display, notes, definition } of saved.filter(({ name }) => name !== MAIN_MATRIX_NAME)) {
      expect(displayById(display)).toBeDefined();
      expect(notes).toContain('Source');
      expect(filledCells(tableOf(definition))).toBeGreaterThan(0);
    }
  });

  it('has a state of a matrix to compare with: two ratings were lowered since', () => {
    const kept = listMatrices(sample.project).flatMap(({ id }) => listSnapshots(sample.project, id));
    expect(kept).toHaveLength(1);
    const changes = compareSnapshots(sample.project, { from: kept[0]!.id, to: null }, axisTitles.fr);
    expect(changes.map(({ before, after }) => `${before?.rating} → ${after?.rating}`)).toEqual(['fort → moyen', 'fort → moyen']);
  });

  it('holds pinned verbatims with cuts, remarks and a synthesis that is not out of date', () => {
    const { definition } = filledDisplay(displayById('constructTable')!, studyOf());
    const cells = tableOf(definition!).cells.flat();
    expect(cells.every(({ pinned }) => pinned.length > 0)).toBe(true);
    expect(cells.some(({ pinned }) => pinned.some(({ cuts }) => cuts.length > 0))).toBe(true);
    expect(cells.filter(({ remark }) => remark !== null)).toHaveLength(2);
    expect(cells.some(({ isOutdated }) => isOutdated)).toBe(false);
  });

  it('asks questions that gather passages, and gives its attributes their types', () => {
    expect(listResearchQuestions(sample.project)).toHaveLength(3);
    const table = tableOf({ ...tableOf(filledDisplay(MATRIX_DISPLAYS[0]!, studyOf()).definition!).definition, rows: [{ kind: 'researchQuestion' }] });
    expect(table.rows.length).toBeGreaterThan(0);
    expect(filledCells(table)).toBeGreaterThan(0);
    const types = new Map(readCorpusFrame(sample.project).attributes.map(({ name, type }) => [name, type]));
    expect(Object.fromEntries(types)).toMatchObject({
      Création: 'date',
      Membres: 'number',
      Origine: 'choice',
      Catégorie: 'choice',
      Ancienneté: 'number',
    });
  });

  it('is sound', () => {
    expect(checkProject(sample.project)).toEqual([]);
  });
});
