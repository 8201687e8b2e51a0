// Keeps matrices: what they cross, how they are laid out, what is noted about them.
import type { MatrixId } from '../../shared/domain/ids.ts';
import type { MatrixDefinition, MatrixLayout } from '../../shared/domain/matrix.ts';
import { idsWhere, removeMemosOn, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface KeptMatrix {
  /** Null keeps a new one. */
  readonly matrixId: MatrixId | null;
  readonly name: string;
  readonly definition: MatrixDefinition;
  /** What is not given of the rest stays as it is. */
  readonly notes?: string | undefined;
  readonly layout?: MatrixLayout | null | undefined;
  readonly display?: string | null | undefined;
}

export function saveMatrix(session: Session, input: KeptMatrix): MatrixId {
  const { matrixId, name } = input;
  const known = matrixId && requireRow(session, 'matrix', matrixId, 'matrix.unknown');
  const definition = JSON.stringify(input.definition);
  return runCommand(session, { name: 'matrix.save', input, subject: { name } }, ({ writer, at }) => {
    const { notes = known?.notes ?? '', display = known?.display ?? null } = input;
    const layout = input.layout === undefined ? (known?.layout ?? null) : input.layout && JSON.stringify(input.layout);
    const content = { name, definition, notes, layout, display };
    const id = matrixId ?? newId<MatrixId>();
    if (!known) writer.insert('matrix', { id, ...content, updatedAt: at });
    else if (CONTENT.some((column) => known[column] !== content[column])) writer.update('matrix', id, { ...content, updatedAt: at });
    return id;
  });
}

const CONTENT = ['name', 'definition', 'notes', 'layout', 'display'] as const;

export function removeMatrix(session: Session, input: { matrixId: MatrixId }): void {
  const row = requireRow(session, 'matrix', input.matrixId, 'matrix.unknown');
  runCommand(session, { name: 'matrix.remove', input, subject: { name: row.name } }, (context) => {
    removeMemosOn(context, 'matrix', row.id);
    for (const id of idsWhere(context, 'matrix_snapshot', 'matrix_id', row.id)) context.writer.remove('matrix_snapshot', id);
    context.writer.remove('matrix', row.id);
  });
}
