// The matrices kept in the project.
import { asc } from 'drizzle-orm';
import type { MatrixId } from '../../shared/domain/ids.ts';
import { matrixDefinition, matrixLayout } from '../../shared/domain/matrix.ts';
import type { MatrixDefinition, SavedMatrix } from '../../shared/domain/matrix.ts';
import type { Project } from '../storage/open-project.ts';
import { matrix } from '../storage/matrix-schema.ts';

/** A definition as it is stored. One that this version cannot read is a fault, not a matrix left out. */
export function readDefinition(json: string): MatrixDefinition {
  return matrixDefinition.parse(JSON.parse(json));
}

/** By name. */
export function listMatrices(project: Project): SavedMatrix[] {
  const rows = project.db.select().from(matrix).orderBy(asc(matrix.name)).all();
  return rows.map((row) => ({
    id: row.id as MatrixId,
    name: row.name,
    definition: readDefinition(row.definition),
    notes: row.notes,
    layout: row.layout === null ? null : matrixLayout.parse(JSON.parse(row.layout)),
    display: row.display,
    updatedAt: row.updatedAt,
  }));
}
