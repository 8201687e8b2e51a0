// Links to a crossing lead to a saved matrix that shows it, whichever way round it is laid out.
import { afterEach, expect, it, vi } from 'vitest';
import { saveMatrix } from '../../../electron/commands/matrices.ts';
import { findCellPlace } from '../../../electron/queries/cell-place.ts';
import { listMatrices } from '../../../electron/queries/saved-matrices.ts';
import type { CellPlace } from '../../../shared/domain/memo-card.ts';
import { crossingKey } from '../../../shared/domain/matrix.ts';
import type { AxisSpec } from '../../../shared/domain/matrix.ts';
import { axisTitles } from '../../../shared/i18n/axes.ts';
import { aStudy } from '../../support/study.ts';
import type { Study } from '../../support/study.ts';

afterEach(() => vi.useRealTimers());

const place = ({ project: { project } }: Study, ...keys: string[]): CellPlace | null => findCellPlace(project, crossingKey(keys), axisTitles.fr);
const crossed = ({ project }: Study): [string, string] => [`category:${project.category('Gouvernance')}`, `case:${project.case('Pôle 1')}`];

const GONE = '00000000-0000-4000-8000-000000000000';
const CASES: AxisSpec = { kind: 'case' };
const dimensions = ({ project }: Study): AxisSpec => ({ kind: 'grid', gridId: project.grid('innovation-sociale'), level: null });

/** The study’s own matrix, crossing other things. */
function saved(study: Study, rows: AxisSpec, columns: AxisSpec, hidesEmpty = false): string {
  const [kept] = listMatrices(study.project.project);
  if (!kept) throw new Error('no matrix');
  const definition = { ...kept.definition, rows: [rows], columns: [columns], hidesEmpty };
  return saveMatrix(study.project.session, { ...kept, matrixId: null, name: `${rows.kind} × ${columns.kind}`, definition });
}

it('none does before one is saved, nor when another crossing is asked for', () => {
  const study = aStudy();
  const { project } = study;
  expect(place(study, ...crossed(study))).toBeNull();
  saved(study, dimensions(study), CASES);
  expect(place(study, `case:${project.case('Pôle 1')}`, `case:${project.case('Pôle 2')}`)).toBeNull();
});

it('its headers are named, rows and columns as the matrix changed last has them', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2126-03-02T09:00:00Z') });
  const study = aStudy();
  const [category, pole] = crossed(study);
  const across = saved(study, CASES, dimensions(study));
  expect(place(study, category, pole)).toEqual({ matrixId: across, rowKey: pole, columnKey: category });
  vi.setSystemTime(new Date('2126-03-02T10:00:00Z'));
  const upright = saved(study, dimensions(study), CASES);
  expect(place(study, pole, category)).toEqual({ matrixId: upright, rowKey: category, columnKey: pole });
});

it('a matrix that hides empty lines shows none of their crossings', () => {
  const study = aStudy();
  const { project } = study;
  const filled = `category:${project.category('Gouvernance')}`;
  const hiding = saved(study, dimensions(study), { kind: 'coder' }, true);
  const coder = `coder:${project.coder('AB')}`;
  expect(place(study, filled, coder)).toEqual({ matrixId: hiding, rowKey: filled, columnKey: coder });
  const bare = project.project.sqlite
    .prepare<[], { id: string }>(
      `SELECT c.id FROM category c JOIN grid g ON g.id = c.grid_id WHERE g.key = 'innovation-sociale'
         AND NOT EXISTS (SELECT 1 FROM coding k WHERE k.category_id = c.id) AND NOT EXISTS (SELECT 1 FROM category d WHERE d.parent_id = c.id) LIMIT 1`,
    )
    .get();
  expect(bare).toBeDefined();
  expect(place(study, `category:${bare?.id}`, coder)).toBeNull();
});

it('a matrix whose axis is gone is passed over', () => {
  const study = aStudy();
  const { project } = study;
  saved(study, dimensions(study), { kind: 'category', categoryId: project.category('Coordination') });
  project.project.sqlite.prepare('UPDATE matrix SET definition = replace(definition, ?, ?)').run(project.category('Coordination'), GONE);
  expect(place(study, ...crossed(study))).toBeNull();
});
