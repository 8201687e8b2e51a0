// Passages of a category given another one, in bulk.
import type { CodingsMoved } from '../../shared/domain/category-passage.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, PassageId } from '../../shared/domain/ids.ts';
import { codingsOf, copyCodings, moveCodings } from './coding-rows.ts';
import { requireRow } from './rows.ts';
import { runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface CodingsMove {
  readonly from: CategoryId;
  readonly into: CategoryId;
  readonly passageIds: readonly PassageId[];
  /** They stay where they are as well. */
  readonly copies: boolean;
}

/** Gives some passages of a category another one, instead or as well. */
export function moveCodingsOfPassages(session: Session, input: CodingsMove): CodingsMoved {
  const from = requireRow(session, 'category', input.from, 'category.unknown');
  const into = requireRow(session, 'category', input.into, 'category.unknown');
  if (from.id === into.id) throw new Refusal('category.sameTwice', { name: from.name });
  const chosen = new Set<string>(input.passageIds);
  const codings = codingsOf(session, [from.id]).filter(({ passageId }) => chosen.has(passageId));
  if (codings.length === 0) throw new Refusal('coding.unknown');
  const subject = { name: from.name, into: into.name, count: new Set(codings.map(({ passageId }) => passageId)).size, copies: input.copies ? 1 : 0 };
  return runCommand(session, { name: 'coding.moveMany', input, subject }, (context) => {
    const known = input.copies ? copyCodings(context, codings, into.id) : moveCodings(context, codings, into.id);
    return { moved: codings.length - known, known };
  });
}
