// Writes and removes memos.
import type { MemoTarget } from '../../shared/domain/memo.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import { removePassageIfBare, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

const TARGET_TABLE = {
  source: 'source',
  passage: 'passage',
  coding: 'coding',
  category: 'category',
  case: 'study_case',
  participant: 'participant',
  matrix: 'matrix',
} as const;

export interface MemoInput {
  readonly memoId: MemoId | null;
  readonly targetKind: MemoTarget;
  readonly targetId: string;
  readonly title: string;
  readonly text: string;
}

/** `memoId` null writes a new memo on the target; otherwise the memo's own target stays what it was. */
export function writeMemo(session: Session, input: MemoInput): MemoId {
  const known = input.memoId === null ? null : requireRow(session, 'memo', input.memoId, 'memo.unknown');
  if (!known && input.targetKind !== 'project') requireRow(session, TARGET_TABLE[input.targetKind], input.targetId, 'memo.targetUnknown');
  const subject = { name: input.title || input.text.slice(0, 40) };
  return runCommand(session, { name: 'memo.write', input, subject }, ({ writer, at, coderId }) => {
    const { title, text } = input;
    if (known) {
      if (known.title !== title || known.text !== text) writer.update('memo', known.id, { title, text, updatedAt: at });
      return known.id as MemoId;
    }
    const id = newId<MemoId>();
    const targetId = input.targetKind === 'project' ? '' : input.targetId;
    writer.insert('memo', {
      id,
      targetKind: input.targetKind,
      targetId,
      kind: 'analytic',
      title,
      text,
      document: null,
      coderId,
      createdAt: at,
      updatedAt: at,
    });
    return id;
  });
}

export function removeMemo(session: Session, input: { memoId: MemoId }): void {
  const row = requireRow(session, 'memo', input.memoId, 'memo.unknown');
  runCommand(session, { name: 'memo.remove', input, subject: { name: row.title || row.text.slice(0, 40) } }, (context) => {
    context.writer.remove('memo', row.id);
    if (row.targetKind === 'passage') removePassageIfBare(context, row.targetId);
  });
}
