// Cross tables, correspondence maps and trees over two hundred thousand codings.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyAttributes } from '../../electron/commands/corpus.ts';
import { readClusters } from '../../electron/queries/clustering.ts';
import { readCorrespondence } from '../../electron/queries/correspondence.ts';
import { readCrosstab } from '../../electron/queries/crosstab.ts';
import { readStudyFrame } from '../../electron/queries/matrix-frame.ts';
import { readStudy } from '../../electron/queries/matrix-study.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import { COUNT_UNITS } from '../../shared/domain/crosstab.ts';
import type { Crossing } from '../../shared/domain/crosstab.ts';
import type { AxisSpec } from '../../shared/domain/matrix.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { openSession } from './kept-file.ts';
import { CODED, codedFile } from './matrix-measures.ts';
import type { Measure } from './measure.ts';

const KINDS = 8;
const ROWS = 60;

interface Opened {
  readonly session: ReturnType<typeof openSession>;
  readonly grid: AxisSpec;
  readonly kind: AxisSpec;
  /** Other rows each time: nothing that was counted before is counted again. */
  readonly someOf: (turn: number) => AxisSpec;
}

export function tablesMeasures(cache: string, folder: string, name: 'M' | 'L'): { measures: Measure[]; close: () => void } {
  let opened: Opened | null = null;
  const open = (): Opened => {
    if (opened) return opened;
    const copy = join(folder, `tables-${name}.trame`);
    copyFileSync(codedFile(cache, name), copy);
    const session = openSession(copy);
    const { cases, codebook } = readStudyFrame(session.project);
    applyAttributes(
      session,
      'case',
      cases.map(({ id }, at) => ({ targetId: id, values: { Type: `type ${at % KINDS}` } })),
    );
    readStudy(session.project);
    const attribute = readStudyFrame(session.project).attributes[0];
    const grid = codebook[0];
    if (!attribute || !grid) throw new Error('nothing to cross');
    const ids = grid.categories.map(({ id }) => id);
    opened = {
      session,
      grid: { kind: 'grid', gridId: grid.id, level: null },
      kind: { kind: 'attribute', attributeId: attribute.id },
      someOf: (turn) => {
        // the run that warms up is turn -1
        const first = ((turn + 1) * 3) % (ids.length - ROWS);
        return { kind: 'picked', name: `${turn}`, of: { kind: 'category', ids: ids.slice(first, first + ROWS) } };
      },
    };
    return opened;
  };
  const crossing = (rows: AxisSpec, columns: AxisSpec): Crossing => ({ rows, columns, join: { kind: 'overlap' }, coderIds: null, where: [] });
  const unitOf = (turn: number) => COUNT_UNITS[turn % COUNT_UNITS.length] ?? 'passages';
  const codings = `${CODED[name].codings} codings`;
  const measures: Measure[] = [
    {
      id: 'crosstab.read',
      what: `${ROWS} categories × an attribute of ${KINDS} values over ${codings}, with its tests`,
      budget: 300,
      run: (turn) => {
        const { session, someOf, kind } = open();
        const start = performance.now();
        readCrosstab(session.project, { ...crossing(someOf(turn), kind), unit: unitOf(turn), draws: null, seed: 1 }, axisTitles.fr);
        return performance.now() - start;
      },
    },
    {
      id: 'correspondence.read',
      what: `correspondence analysis of 300 cases × 100 categories over ${codings}`,
      budget: 500,
      run: (turn) => {
        const { session, grid } = open();
        const start = performance.now();
        readCorrespondence(session.project, { ...crossing({ kind: 'case' }, grid), unit: unitOf(turn), also: [] }, axisTitles.fr);
        return performance.now() - start;
      },
    },
    {
      id: 'clustering.read',
      what: `tree of 300 cases by their profile over 100 categories, and of 100 categories by the passages they share, over ${codings}`,
      budget: null,
      run: () => {
        const { session, grid } = open();
        const start = performance.now();
        const shared = { groups: 5, coderIds: null, where: [] };
        const profile = { kind: 'axis', axis: grid, unit: 'passages' } as const;
        readClusters(session.project, { ...shared, of: { kind: 'case' }, by: profile, distance: 'chiSquare', linkage: 'ward' }, axisTitles.fr);
        readClusters(session.project, { ...shared, of: grid, by: { kind: 'passages' }, distance: 'jaccard', linkage: 'average' }, axisTitles.fr);
        return performance.now() - start;
      },
    },
  ];
  return { measures, close: () => opened && closeProject(opened.session.project) };
}
