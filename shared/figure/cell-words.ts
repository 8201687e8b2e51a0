// What a mark says of the cell it stands for, and which colours tell cases apart.
import type { AxisEntity, MatrixHeader } from '../domain/matrix.ts';
import { legibleOn } from './palette.ts';
import type { Palette } from './palette.ts';

/** `Gouvernance × Coordination, Pôle n° 1` */
export function crossingName(row: MatrixHeader, column: MatrixHeader): string {
  const names = (header: MatrixHeader): string =>
    header.entities.length > 1 ? header.entities.map((entity) => entity.label).join(', ') : header.label;
  return `${names(row)} × ${names(column)}`;
}

/** One readable colour per case, by its key: the case's own where it has one, else by order. */
export function caseColors(cases: readonly AxisEntity[], palette: Palette): Map<string, string> {
  return new Map(
    cases.map((entity, index) => [entity.key, legibleOn(palette.paper, entity.color ?? palette.cases[index % palette.cases.length] ?? palette.ink)]),
  );
}
