// Gives categories to many passages at once: what a retrieval found, in one act.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, PassageId } from '../../shared/domain/ids.ts';
import { MOST_CODED } from '../../shared/domain/retrieval.ts';
import type { RetrievalCoding } from '../../shared/domain/retrieval.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface PassagesToCode {
  /** What found them: for the history. */
  readonly expression: string;
  /** Each once; of passages with the same ends any one. */
  readonly passageIds: readonly PassageId[];
  readonly categoryId: CategoryId;
}

/** The acting coder's codings; a passage that they gave the category already keeps that coding. */
export function codePassages(session: Session, { expression, passageIds, categoryId }: PassagesToCode): RetrievalCoding {
  const { name } = requireRow(session, 'category', categoryId, 'category.unknown');
  if (passageIds.length > MOST_CODED) throw new Refusal('retrieval.tooManyToCode', { count: passageIds.length, most: MOST_CODED });
  const { coderId } = session;
  const isKnown = session.project.sqlite.prepare<[string, string, string], unknown>(
    `SELECT 1 FROM passage p JOIN passage q ON q.source_id = p.source_id AND q.start_turn_id = p.start_turn_id AND q.start_utf16 = p.start_utf16
       AND q.end_turn_id = p.end_turn_id AND q.end_utf16 = p.end_utf16
     JOIN coding c ON c.passage_id = q.id WHERE p.id = ? AND c.category_id = ? AND c.coder_id = ?`,
  );
  const toCode = passageIds.filter((id) => isKnown.get(id, categoryId, coderId) === undefined);
  for (const id of toCode) requireRow(session, 'passage', id, 'passage.unknown');
  const input = { expression, categoryId, passages: toCode.length };
  runCommand(session, { name: 'coding.applyMany', input, subject: { name, count: toCode.length } }, ({ writer, at }) => {
    for (const passageId of toCode)
      writer.insert('coding', { id: newId(), passageId, categoryId, coderId, weight: null, stance: null, createdAt: at });
  });
  return { passages: passageIds.length, known: passageIds.length - toCode.length };
}
