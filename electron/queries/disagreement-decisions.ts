// What was decided of places where coders differed, as the texts stand today.
import { STANDING } from '../../shared/domain/disagreement-decision.ts';
import type { DecidedSide, Decision, DisagreementDecision } from '../../shared/domain/disagreement-decision.ts';
import type { CategoryId, DecisionId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readQuote } from './sources.ts';

interface DecisionRow {
  readonly id: DecisionId;
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly source: string;
  readonly turn: number | null;
  readonly categoryId: CategoryId;
  readonly category: string;
  readonly startTurnId: string;
  readonly startUtf16: number;
  readonly endTurnId: string;
  readonly endUtf16: number;
  readonly start: number;
  readonly end: number;
  readonly lostQuote: string | null;
  readonly decision: Decision;
  readonly adopted: string | null;
  readonly otherCategory: string | null;
  readonly why: string;
  readonly sides: string;
  readonly by: string;
  readonly decidedAt: string;
}

const OFFSET = (turn: string, column: string): string =>
  `(SELECT coalesce(sum(b.length_utf16), 0) FROM turn b WHERE b.source_id = p.source_id AND b.position < ${turn}.position) + p.${column}`;
const DECISIONS = `
  SELECT d.id, d.passage_id AS passageId, p.source_id AS sourceId, s.name AS source, t.number AS turn, d.category_id AS categoryId, c.name AS category,
    p.start_turn_id AS startTurnId, p.start_utf16 AS startUtf16, p.end_turn_id AS endTurnId, p.end_utf16 AS endUtf16,
    ${OFFSET('t', 'start_utf16')} AS start, ${OFFSET('e', 'end_utf16')} AS "end", p.lost_quote AS lostQuote,
    d.decision, a.name AS adopted, o.name AS otherCategory, d.why, d.sides, w.name AS by, d.decided_at AS decidedAt
  FROM disagreement_decision d JOIN passage p ON p.id = d.passage_id JOIN source s ON s.id = p.source_id JOIN category c ON c.id = d.category_id
    JOIN turn t ON t.id = p.start_turn_id JOIN turn e ON e.id = p.end_turn_id JOIN coder w ON w.id = d.coder_id
    LEFT JOIN coder a ON a.id = d.adopted_id LEFT JOIN category o ON o.id = d.other_category_id
  ORDER BY s.position, s.name, start, d.decided_at`;

const THREAD = `SELECT w.name AS by, m.created_at AS at, m.text FROM memo m JOIN coder w ON w.id = m.coder_id
  WHERE m.target_kind = 'passage' AND m.target_id = ? ORDER BY m.created_at, m.rowid`;

/** In the order of the texts. */
export function listDecisions(project: Project): DisagreementDecision[] {
  return statement<[], DecisionRow>(project.sqlite, DECISIONS)
    .all()
    .map(({ startTurnId, startUtf16, endTurnId, endUtf16, lostQuote, sides, ...row }) => ({
      ...row,
      text: lostQuote ?? readQuote(project, startTurnId, startUtf16, endTurnId, endUtf16),
      sides: JSON.parse(sides) as DecidedSide[],
      thread: statement<[string], DisagreementDecision['thread'][number]>(project.sqlite, THREAD).all(row.passageId),
    }));
}

/** Decisions after which coders go on differing: the one on this place, if there is one. */
export function standingDecisions(
  project: Project,
): (place: { readonly sourceId: string; readonly categoryId: string; readonly start: number; readonly end: number }) => DisagreementDecision | null {
  const standing = Map.groupBy(
    listDecisions(project).filter(({ decision }) => STANDING.has(decision)),
    ({ sourceId, categoryId }) => `${sourceId} ${categoryId}`,
  );
  return ({ sourceId, categoryId, start, end }) =>
    standing.get(`${sourceId} ${categoryId}`)?.find((decision) => decision.start < end && decision.end > start) ?? null;
}
