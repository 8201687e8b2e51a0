// Double codings as they were given, and how far each coder is.
import type { Assignment, AssignmentProgress } from '../../shared/domain/assignment.ts';
import type { AssignmentId, CoderId, GridId, SourceId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { sourceCounts } from './source-counts.ts';

interface AssignmentRow {
  readonly id: AssignmentId;
  readonly title: string;
  readonly due: string | null;
  readonly isBlind: 0 | 1;
  readonly revealedAt: string | null;
  readonly givenBy: string;
  readonly createdAt: string;
}

type CoderRow = Pick<AssignmentProgress, 'coderId' | 'name' | 'initials' | 'color' | 'doneAt'>;

const ASSIGNMENTS = `SELECT a.id, a.title, a.due, a.is_blind AS isBlind, a.revealed_at AS revealedAt, c.name AS givenBy, a.created_at AS createdAt
  FROM assignment a JOIN coder c ON c.id = a.coder_id ORDER BY a.due IS NULL, a.due, a.created_at`;
const SOURCES = `SELECT s.id, s.name, s.turns FROM assignment_source x JOIN source s ON s.id = x.source_id WHERE x.assignment_id = ? ORDER BY s.position, s.name`;
const GRIDS = 'SELECT g.id, g.title FROM assignment_grid x JOIN grid g ON g.id = x.grid_id WHERE x.assignment_id = ? ORDER BY g.position';
const CODERS = `SELECT c.id AS coderId, c.name, c.initials, c.color, x.done_at AS doneAt
  FROM assignment_coder x JOIN coder c ON c.id = x.coder_id WHERE x.assignment_id = ? ORDER BY c.created_at, c.name`;
/** By source: one coder's codings, and the turns that count up to the last one coded. */
const WORK = `
  WITH work AS (
  SELECT p.source_id, count(DISTINCT c.id) AS codings, max(b.position) AS last
  FROM coding c JOIN passage p ON p.id = c.passage_id AND p.lost_quote IS NULL JOIN turn b ON b.id = p.end_turn_id
    JOIN category g ON g.id = c.category_id
  WHERE c.coder_id = @coder AND p.source_id IN (SELECT source_id FROM assignment_source WHERE assignment_id = @assignment)
    AND (NOT EXISTS (SELECT 1 FROM assignment_grid WHERE assignment_id = @assignment)
      OR g.grid_id IN (SELECT grid_id FROM assignment_grid WHERE assignment_id = @assignment))
  GROUP BY p.source_id)
  SELECT w.codings, (SELECT count(*) FROM turn t LEFT JOIN speaker k ON k.id = t.speaker_id LEFT JOIN participant h ON h.id = k.participant_id
    WHERE t.source_id = w.source_id AND t.number IS NOT NULL AND coalesce(h.is_interviewer, 0) = 0 AND t.position <= w.last) AS seen
  FROM work w`;
const CODED_TURNS = `
  SELECT count(DISTINCT t.id) AS n
  FROM coding c JOIN passage p ON p.id = c.passage_id AND p.lost_quote IS NULL JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id
    JOIN category g ON g.id = c.category_id
    JOIN turn t ON t.source_id = p.source_id AND t.position BETWEEN a.position AND b.position AND t.number IS NOT NULL
    LEFT JOIN speaker k ON k.id = t.speaker_id LEFT JOIN participant h ON h.id = k.participant_id
  WHERE c.coder_id = @coder AND coalesce(h.is_interviewer, 0) = 0
    AND p.source_id IN (SELECT source_id FROM assignment_source WHERE assignment_id = @assignment)
    AND (NOT EXISTS (SELECT 1 FROM assignment_grid WHERE assignment_id = @assignment)
      OR g.grid_id IN (SELECT grid_id FROM assignment_grid WHERE assignment_id = @assignment))`;

interface WorkRow {
  readonly codings: number;
  readonly seen: number;
}

/** How far everybody is, in numbers: of codings that are hidden from somebody, numbers alone are no secret. @param whole all of the project, whoever looks */
export function listAssignments(whole: Project): Assignment[] {
  const { sqlite } = whole;
  const countsOf = sourceCounts(whole);
  return statement<[], AssignmentRow>(sqlite, ASSIGNMENTS)
    .all()
    .map(({ isBlind, ...row }): Assignment => {
      const sources = statement<[string], { id: SourceId; name: string; turns: number }>(sqlite, SOURCES).all(row.id);
      const turns = sources.reduce((sum, source) => sum + source.turns - countsOf(source.id).interviewerTurns, 0);
      const coders = statement<[string], CoderRow>(sqlite, CODERS).all(row.id);
      return {
        ...row,
        isBlind: isBlind === 1,
        sources: sources.map(({ id, name }) => ({ id, name })),
        grids: statement<[string], { id: GridId; title: string }>(sqlite, GRIDS).all(row.id),
        coders: coders.map((coder) => ({ ...coder, turns, ...progressOf(whole, row.id, coder.coderId) })),
      };
    });
}

function progressOf({ sqlite }: Project, assignment: AssignmentId, coder: CoderId): Omit<AssignmentProgress, keyof CoderRow | 'turns'> {
  const work = statement<[object], WorkRow>(sqlite, WORK).all({ assignment, coder });
  return {
    codings: work.reduce((sum, { codings }) => sum + codings, 0),
    seenTurns: work.reduce((sum, { seen }) => sum + seen, 0),
    begunSources: work.length,
    codedTurns: statement<[object], { n: number }>(sqlite, CODED_TURNS).get({ assignment, coder })?.n ?? 0,
  };
}
