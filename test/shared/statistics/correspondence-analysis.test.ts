// Correspondence analysis against Greenacre's smoking table (R's ca 0.71; FactoMineR).
import { describe, expect, it } from 'vitest';
import { correspondenceOf } from '../../../shared/statistics/correspondence-analysis.ts';
import type { Correspondence } from '../../../shared/statistics/correspondence-analysis.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';

const SMOKING = [
  [4, 2, 3, 2],
  [4, 3, 7, 4],
  [25, 10, 12, 4],
  [18, 24, 33, 13],
  [10, 6, 7, 2],
];
const ROWS = [[-0.065768, -0.193737], [0.258958, -0.243305], [-0.380595, -0.01066], [0.232952, 0.057744], [-0.201089, 0.078911]]; // biome-ignore format: a table
const COLUMNS = [[-0.393308, -0.030492], [0.099456, 0.141064], [0.196321, 0.007359], [0.293776, -0.197766]]; // biome-ignore format: a table

function analysed(...given: Parameters<typeof correspondenceOf>): Correspondence {
  const found = correspondenceOf(...given);
  if (isUndefined(found)) throw new Error(found.because);
  return found;
}

describe('correspondence analysis', () => {
  const smoking = analysed(SMOKING);

  it('has Greenacre’s inertias', () => {
    expect(smoking.totalInertia).toBeCloseTo(0.0851898605, 9);
    for (const [axis, inertia] of [0.0747591059, 0.0100171805, 0.0004135741].entries()) expect(smoking.axes[axis]?.inertia).toBeCloseTo(inertia, 9);
    expect(smoking.axes.map(({ share }) => Math.round(share * 1000) / 10)).toEqual([87.8, 11.8, 0.5]);
    expect(smoking.axes.at(-1)?.cumulated).toBeCloseTo(1, 12);
  });

  it('places staff groups and smokers where Greenacre does, up to the axes’ directions', () => {
    for (const axis of [0, 1]) {
      const side = Math.sign((smoking.columns[3]?.coordinates[axis] ?? 0) * (COLUMNS[3]?.[axis] ?? 0));
      ROWS.forEach((row, at) => expect((smoking.rows[at]?.coordinates[axis] ?? 0) * side).toBeCloseTo(row[axis] ?? 0, 5));
      COLUMNS.forEach((column, at) => expect((smoking.columns[at]?.coordinates[axis] ?? 0) * side).toBeCloseTo(column[axis] ?? 0, 5));
    }
  });

  it('turns each axis towards the column that makes most of it, so that the same table always makes the same map', () => {
    for (const axis of [0, 1, 2]) {
      const makes = (at: number): number => smoking.columns[at]?.contributions[axis] ?? 0;
      const most = [0, 1, 2, 3].reduce((best, at) => (makes(at) > makes(best) ? at : best));
      expect(smoking.columns[most]?.coordinates[axis]).toBeGreaterThan(0);
    }
  });

  it('has masses, contributions and qualities that add up to all there is', () => {
    expect(smoking.rows.map(({ mass }) => Math.round((mass ?? 0) * 1000) / 1000)).toEqual([0.057, 0.093, 0.264, 0.456, 0.13]);
    for (const points of [smoking.rows, smoking.columns]) {
      for (const axis of [0, 1, 2]) expect(points.reduce((sum, { contributions }) => sum + (contributions[axis] ?? 0), 0)).toBeCloseTo(1, 10);
      for (const { cos2 } of points) expect(cos2.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      expect(points.reduce((sum, { inertia }) => sum + (inertia ?? 0), 0)).toBeCloseTo(1, 10);
    }
  });

  it('places supplementary points: a row given twice lies on itself, a national average where Greenacre (1984) has it', () => {
    // National average 42, 29, 20, 9 % on the first axis: −0.258; columns of drinkers and non-drinkers
    const also = analysed(SMOKING, { rows: [SMOKING[2] ?? [], [42, 29, 20, 9], [0, 0, 0, 0]], columns: [SMOKING.map((row) => row[0] ?? 0)] });
    expect(also.supplementaryRows[0]?.coordinates[0]).toBeCloseTo(also.rows[2]?.coordinates[0] ?? 0, 10);
    expect(also.supplementaryColumns[0]?.cos2[0]).toBeCloseTo(also.columns[0]?.cos2[0] ?? 0, 10);
    expect(Math.abs(also.supplementaryRows[1]?.coordinates[0] ?? 0)).toBeCloseTo(0.258368, 5);
    expect(Math.abs(also.supplementaryRows[1]?.coordinates[1] ?? 0)).toBeCloseTo(0.117648, 5);
    expect(also.supplementaryRows[2]).toBeNull();
  });

  it('of two lines has a single axis; without variation, none, and says so', () => {
    expect(analysed([[3, 1], [1, 3]]).axes).toHaveLength(1); // biome-ignore format: a table
    expect(analysed([[3, 1, 7], [1, 3, 2]]).axes).toHaveLength(1); // biome-ignore format: a table
    expect(correspondenceOf([[2, 4], [3, 6]])).toEqual({ kind: 'undefined', because: 'noVariation' }); // biome-ignore format: a table
    expect(correspondenceOf([[2, 4]])).toEqual({ kind: 'undefined', because: 'oneLine' });
    expect(correspondenceOf([])).toEqual({ kind: 'undefined', because: 'empty' });
  });
});
