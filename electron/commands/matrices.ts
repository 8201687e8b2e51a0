// Keeps matrices, and writes what their cells hold.
import { Refusal } from '../../shared/domain/failure.ts';
import type { MatrixId, PassageId } from '../../shared/domain/ids.ts';
import { crossingKey } from '../../shared/domain/matrix.ts';
import type { CellStatus, MatrixDefinition } from '../../shared/domain/matrix.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { removeMemosOn, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

/** `matrixId` null keeps a new matrix. */
export function saveMatrix(session: Session, input: { matrixId: MatrixId | null; name: string; definition: MatrixDefinition }): MatrixId {
  const known = input.matrixId === null ? null : requireRow(session, 'matrix', input.matrixId, 'matrix.unknown');
  const definition = JSON.stringify(input.definition);
  return runCommand(session, { name: 'matrix.save', input, subject: { name: input.name } }, ({ writer, at }) => {
    if (known) {
      if (known.name !== input.name || known.definition !== definition)
        writer.update('matrix', known.id, { name: input.name, definition, updatedAt: at });
      return known.id as MatrixId;
    }
    const id = newId<MatrixId>();
    writer.insert('matrix', { id, name: input.name, definition, updatedAt: at });
    return id;
  });
}

export function removeMatrix(session: Session, input: { matrixId: MatrixId }): void {
  const row = requireRow(session, 'matrix', input.matrixId, 'matrix.unknown');
  runCommand(session, { name: 'matrix.remove', input, subject: { name: row.name } }, (context) => {
    removeMemosOn(context, 'matrix', row.id);
    context.writer.remove('matrix', row.id);
  });
}

const TABLE_OF_KIND: Readonly<Record<string, 'category' | 'study_case' | 'case_group' | 'source' | 'participant' | 'coder' | 'attribute'>> = {
  category: 'category',
  case: 'study_case',
  caseGroup: 'case_group',
  source: 'source',
  participant: 'participant',
  coder: 'coder',
  attribute: 'attribute',
};

/** The crossing's key, after checking that every entity in it exists. */
function crossing(session: Session, entityKeys: readonly string[]): string {
  for (const key of entityKeys) {
    const [kind = '', rest = ''] = key.split(/:(.*)/su);
    const table = TABLE_OF_KIND[kind];
    if (!table) throw new Refusal('matrix.cellUnknown', { key });
    requireRow(session, table, kind === 'attribute' ? rest.slice(0, 36) : rest, 'matrix.cellUnknown');
  }
  return crossingKey(entityKeys);
}

/** Writes the synthesis of a crossing; an empty one removes it. */
export function writeSynthesis(session: Session, input: { entityKeys: readonly string[]; text: string; status: CellStatus }): void {
  const key = crossing(session, input.entityKeys);
  const known = session.project.sqlite
    .prepare<[string], { id: string; synthesis: string; status: string }>('SELECT id, synthesis, status FROM cell WHERE key = ?')
    .get(key);
  const text = input.text.trim();
  runCommand(session, { name: 'cell.writeSynthesis', input, subject: { name: text.slice(0, 40) } }, ({ writer, at, coderId }) => {
    if (known && text === '') writer.remove('cell', known.id);
    else if (!known && text !== '') writer.insert('cell', { id: newId(), key, synthesis: text, status: input.status, coderId, updatedAt: at });
    else if (known && (known.synthesis !== text || known.status !== input.status)) {
      writer.update('cell', known.id, { synthesis: text, status: input.status, coderId, updatedAt: at });
    }
  });
}

/** What a passage does to a cell's claim; null goes back to the codings' own stance. */
export function setCellStance(session: Session, input: { entityKeys: readonly string[]; passageId: PassageId; stance: Stance | null }): void {
  const cellKey = crossing(session, input.entityKeys);
  requireRow(session, 'passage', input.passageId, 'passage.unknown');
  const known = session.project.sqlite
    .prepare<[string, string], { id: string }>('SELECT id FROM cell_stance WHERE cell_key = ? AND passage_id = ?')
    .get(cellKey, input.passageId);
  runCommand(session, { name: 'cell.setStance', input, subject: { stance: input.stance ?? '' } }, ({ writer }) => {
    if (known && input.stance === null) writer.remove('cell_stance', known.id);
    else if (known && input.stance !== null) writer.update('cell_stance', known.id, { stance: input.stance });
    else if (input.stance !== null) writer.insert('cell_stance', { id: newId(), cellKey, passageId: input.passageId, stance: input.stance });
  });
}
