// Correspondence analysis: rows and columns of a table as points whose distances are those between their profiles.
// Greenacre, Correspondence Analysis in Practice (2007), appendix A; checked against his smoking table.
import { Matrix, SVD } from 'ml-matrix';
import { marginsOf } from './contingency-table.ts';
import type { Counts } from './contingency-table.ts';
import { undefinedFor } from './undefined.ts';
import type { Undefined } from './undefined.ts';

export interface CorrespondencePoint {
  /** Share of everything counted; null of a supplementary point. */
  readonly mass: number | null;
  /** Share of the total inertia; null of a supplementary point. */
  readonly inertia: number | null;
  /** Principal coordinates, one per axis. */
  readonly coordinates: readonly number[];
  /** Share of each axis' inertia that the point makes; none of a supplementary point. */
  readonly contributions: readonly number[];
  /** Share of the point's distance from the centre that each axis shows. */
  readonly cos2: readonly number[];
}

export interface CorrespondenceAxis {
  readonly inertia: number;
  readonly share: number;
  readonly cumulated: number;
}

export interface Correspondence {
  /** χ² / n */
  readonly totalInertia: number;
  readonly axes: readonly CorrespondenceAxis[];
  readonly rows: readonly CorrespondencePoint[];
  readonly columns: readonly CorrespondencePoint[];
  /** Null where nothing was counted on that line. */
  readonly supplementaryRows: readonly (CorrespondencePoint | null)[];
  readonly supplementaryColumns: readonly (CorrespondencePoint | null)[];
}

/** Below this an axis is rounding. */
const NO_INERTIA = 1e-12;

interface Decomposition {
  readonly masses: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  readonly values: readonly number[];
  /** `vectors.rows[row][axis]` */
  readonly vectors: { readonly rows: Counts; readonly columns: Counts };
}

/** Each axis points towards the column that makes most of it: the decomposition leaves it open, the same table must give the same map. */
function signsOf(columns: Counts, axes: number): number[] {
  return Array.from({ length: axes }, (_, axis) => {
    let strongest = 0;
    for (const column of columns) {
      const value = column[axis] ?? 0;
      if (Math.abs(value) > Math.abs(strongest) + 1e-9) strongest = value;
    }
    return strongest < 0 ? -1 : 1;
  });
}

function decompose(counts: Counts): Decomposition {
  const { rows, columns, total } = marginsOf(counts);
  const masses = { rows: rows.map((row) => row / total), columns: columns.map((column) => column / total) };
  const standardised = counts.map((line, row) =>
    line.map((count, column) => {
      const expected = (masses.rows[row] ?? 0) * (masses.columns[column] ?? 0);
      return (count / total - expected) / Math.sqrt(expected);
    }),
  );
  const svd = new SVD(new Matrix(standardised), { autoTranspose: true });
  const most = Math.min(rows.length, columns.length) - 1;
  const values = svd.diagonal.slice(0, most).filter((value) => value * value > NO_INERTIA);
  const cut = (vectors: Matrix): number[][] => vectors.to2DArray().map((vector) => vector.slice(0, values.length));
  const [left, right] = [cut(svd.leftSingularVectors), cut(svd.rightSingularVectors)];
  const signs = signsOf(right, values.length);
  const turned = (vectors: Counts): number[][] => vectors.map((vector) => vector.map((value, axis) => value * (signs[axis] ?? 1)));
  return { masses, values, vectors: { rows: turned(left), columns: turned(right) } };
}

function activePoints(
  masses: readonly number[],
  vectors: Counts,
  values: readonly number[],
  distances: readonly number[],
  totalInertia: number,
): CorrespondencePoint[] {
  return masses.map((mass, at) => {
    const vector = vectors[at] ?? [];
    const coordinates = vector.map((value, axis) => (value * (values[axis] ?? 0)) / Math.sqrt(mass));
    const distance = distances[at] ?? 0;
    return {
      mass,
      inertia: (mass * distance) / totalInertia,
      coordinates,
      contributions: vector.map((value) => value * value),
      cos2: coordinates.map((coordinate) => (distance > NO_INERTIA ? (coordinate * coordinate) / distance : 0)),
    };
  });
}

/** χ² distance of a profile from the mean one, squared. */
function squaredDistance(profile: readonly number[], mean: readonly number[]): number {
  return profile.reduce((sum, share, at) => sum + (share - (mean[at] ?? 0)) ** 2 / (mean[at] ?? 1), 0);
}

const profileOf = (line: readonly number[]): number[] => {
  const total = line.reduce((sum, count) => sum + count, 0);
  return line.map((count) => count / total);
};

const transposed = (counts: Counts): number[][] => (counts[0] ?? []).map((_, column) => counts.map((row) => row[column] ?? 0));

/** A profile placed among the points of the other side: the mean of their standard coordinates, weighted by it. */
function supplementary(line: readonly number[], masses: readonly number[], vectors: Counts, axes: number): CorrespondencePoint | null {
  if (line.every((count) => count === 0)) return null;
  const profile = profileOf(line);
  const coordinates = Array.from({ length: axes }, (_, axis) =>
    profile.reduce((sum, share, at) => sum + (share * (vectors[at]?.[axis] ?? 0)) / Math.sqrt(masses[at] ?? 1), 0),
  );
  const distance = squaredDistance(profile, masses);
  const cos2 = coordinates.map((coordinate) => (distance > NO_INERTIA ? (coordinate * coordinate) / distance : 0));
  return { mass: null, inertia: null, coordinates, contributions: [], cos2 };
}

/**
 * @param counts without empty lines (`withoutEmptyLines`)
 * @param also lines that are placed without having made the axes: rows over the same columns, columns over the same rows
 */
export function correspondenceOf(counts: Counts, also: { readonly rows?: Counts; readonly columns?: Counts } = {}): Correspondence | Undefined {
  const rowCount = counts.length;
  const columnCount = counts[0]?.length ?? 0;
  if (rowCount === 0 || columnCount === 0) return undefinedFor('empty');
  if (rowCount < 2 || columnCount < 2) return undefinedFor('oneLine');
  const { masses, values, vectors } = decompose(counts);
  if (values.length === 0) return undefinedFor('noVariation');
  const distances = {
    rows: counts.map((line) => squaredDistance(profileOf(line), masses.columns)),
    columns: transposed(counts).map((line) => squaredDistance(profileOf(line), masses.rows)),
  };
  const totalInertia = distances.rows.reduce((sum, distance, at) => sum + distance * (masses.rows[at] ?? 0), 0);
  let cumulated = 0;
  return {
    totalInertia,
    axes: values.map((value) => {
      const share = (value * value) / totalInertia;
      cumulated = Math.min(1, cumulated + share);
      return { inertia: value * value, share, cumulated };
    }),
    rows: activePoints(masses.rows, vectors.rows, values, distances.rows, totalInertia),
    columns: activePoints(masses.columns, vectors.columns, values, distances.columns, totalInertia),
    supplementaryRows: (also.rows ?? []).map((line) => supplementary(line, masses.columns, vectors.columns, values.length)),
    supplementaryColumns: (also.columns ?? []).map((line) => supplementary(line, masses.rows, vectors.rows, values.length)),
  };
}
