// Parts of a source that belong to a case though the source as a whole does not: assigned and taken away.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CaseId, CasePartId, TurnId } from '../../shared/domain/ids.ts';
import type { Row } from '../storage/schema.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

/** A stretch of turns, by their positions and who stands at both ends. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly firstTurnId: string;
  readonly lastTurnId: string;
}

interface Part extends Stretch {
  readonly id: string;
}

/** Parts that the case has in the source where they touch the stretch. */
function overlapping({ project }: Session, sourceId: string, caseId: string, { first, last }: Stretch): Part[] {
  return project.sqlite
    .prepare<[string, string, number, number], Part>(
      `SELECT x.id, x.first_turn_id AS firstTurnId, x.last_turn_id AS lastTurnId, a.position AS first, b.position AS last
       FROM case_part x JOIN turn a ON a.id = x.first_turn_id JOIN turn b ON b.id = x.last_turn_id
       WHERE x.source_id = ? AND x.case_id = ? AND a.position <= ? AND b.position >= ? ORDER BY a.position, x.rowid`,
    )
    .all(sourceId, caseId, last, first);
}

function union(stretches: readonly Stretch[], of: Stretch): Stretch {
  return stretches.reduce(
    (all, next) => ({
      first: Math.min(all.first, next.first),
      last: Math.max(all.last, next.last),
      firstTurnId: next.first < all.first ? next.firstTurnId : all.firstTurnId,
      lastTurnId: next.last > all.last ? next.lastTurnId : all.lastTurnId,
    }),
    of,
  );
}

function stretchBetween(one: Row<'turn'>, other: Row<'turn'>): Stretch {
  const [first, last] = one.position <= other.position ? [one, other] : [other, one];
  return { first: first.position, last: last.position, firstTurnId: first.id, lastTurnId: last.id };
}

/**
 * The turns from one to the other, in whatever order they are named, belong to the case. A part of the case that they overlap grows
 * instead of standing twice. Refuses (`casePart.twoSources`) turns of two sources.
 */
export function assignPart(session: Session, input: { firstTurnId: TurnId; lastTurnId: TurnId; caseId: CaseId }): CasePartId {
  const one = requireRow(session, 'turn', input.firstTurnId, 'turn.unknown');
  const other = requireRow(session, 'turn', input.lastTurnId, 'turn.unknown');
  const { id: caseId, name: caseName } = requireRow(session, 'study_case', input.caseId, 'case.unknown');
  if (one.sourceId !== other.sourceId) throw new Refusal('casePart.twoSources');
  const { id: sourceId, name } = requireRow(session, 'source', one.sourceId, 'source.unknown');
  return runCommand(session, { name: 'source.assignPart', input: { sourceId, ...input }, subject: { name, caseName } }, (context) => {
    const asked = stretchBetween(one, other);
    const [grows, ...swallowed] = overlapping(context, sourceId, caseId, asked);
    const { firstTurnId, lastTurnId } = union(grows ? [grows, ...swallowed] : [], asked);
    for (const { id } of swallowed) context.writer.remove('case_part', id);
    const id = (grows?.id ?? newId()) as CasePartId;
    if (grows) context.writer.update('case_part', id, { firstTurnId, lastTurnId });
    else context.writer.insert('case_part', { id, sourceId, caseId, firstTurnId, lastTurnId });
    return id;
  });
}

export function removePart(session: Session, input: { partId: CasePartId }): void {
  const part = requireRow(session, 'case_part', input.partId, 'casePart.unknown');
  const { name } = requireRow(session, 'source', part.sourceId, 'source.unknown');
  const { name: caseName } = requireRow(session, 'study_case', part.caseId, 'case.unknown');
  runCommand(session, { name: 'source.removePart', input: { sourceId: part.sourceId, ...input }, subject: { name, caseName } }, ({ writer }) =>
    writer.remove('case_part', part.id),
  );
}
