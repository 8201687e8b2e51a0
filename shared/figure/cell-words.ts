// What a mark says of the cell it stands for, and which colours tell cases apart.
import type { AxisEntity, MatrixHeader } from '../domain/matrix.ts';
import { CASE_COLORS } from '../domain/matrix-holder-axes.ts';
import { legibleOn } from './palette.ts';
import type { Palette } from './palette.ts';

/** `Gouvernance × Coordination, Pôle n° 1` */
export function crossingName(row: MatrixHeader, column: MatrixHeader): string {
  const names = (header: MatrixHeader): string =>
    header.entities.length > 1 ? header.entities.map((entity) => entity.label).join(', ') : header.label;
  return `${names(row)} × ${names(column)}`;
}

/** The palette's colour of each case's position, by its key; a case of one's own colour keeps it as far as it can be read. */
export function caseColors(cases: readonly AxisEntity[], palette: Palette): Map<string, string> {
  const known = CASE_COLORS as readonly (string | null)[];
  return new Map(
    cases.map((entity, index) => {
      const position = known.indexOf(entity.color);
      const own = entity.color === null || position >= 0 ? palette.cases[(position >= 0 ? position : index) % palette.cases.length] : entity.color;
      return [entity.key, legibleOn(palette.paper, own ?? palette.ink)];
    }),
  );
}
