// The words of passages, to be read in a list: what stands behind the numbers of analyses.
import type { ListedPassage } from '../../shared/domain/analysis.ts';
import type { CategoryId, CoderId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readQuote } from './sources.ts';

interface PassageRow {
  readonly id: string;
  readonly source_id: string;
  readonly source: string;
  readonly number: number | null;
  readonly label: string | null;
  readonly start_turn_id: string;
  readonly start_utf16: number;
  readonly end_turn_id: string;
  readonly end_utf16: number;
  readonly lost_quote: string | null;
}

interface CodingRow {
  readonly passageId: string;
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly coderId: string;
}

const PASSAGES = `SELECT p.*, s.name AS source, t.number, k.label FROM passage p JOIN source s ON s.id = p.source_id
  JOIN turn t ON t.id = p.start_turn_id LEFT JOIN speaker k ON k.id = t.speaker_id WHERE p.id IN (SELECT value FROM json_each(?))`;
const CODINGS = `SELECT c.passage_id AS passageId, a.id, a.name, a.color, c.coder_id AS coderId FROM coding c JOIN category a ON a.id = c.category_id
  WHERE c.passage_id IN (SELECT value FROM json_each(?)) ORDER BY c.rowid`;

/** In the order asked for. Passages that are gone are left out. */
export function listPassages(project: Project, passageIds: readonly PassageId[]): ListedPassage[] {
  const asked = JSON.stringify(passageIds);
  const rows = new Map(
    statement<[string], PassageRow>(project.sqlite, PASSAGES)
      .all(asked)
      .map((row) => [row.id, row]),
  );
  const codings = Map.groupBy(statement<[string], CodingRow>(project.sqlite, CODINGS).all(asked), ({ passageId }) => passageId);
  return passageIds.flatMap((passageId) => {
    const row = rows.get(passageId);
    if (!row) return [];
    const own = codings.get(passageId) ?? [];
    const categories = new Map(own.map(({ id, name, color }) => [id, { id: id as CategoryId, name, color }]));
    return [
      {
        passageId,
        sourceId: row.source_id as SourceId,
        ref: citationOf(row.source, row.number),
        source: row.source,
        speaker: row.label,
        quote: row.lost_quote ?? readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16),
        categories: [...categories.values()],
        coderIds: [...new Set(own.map(({ coderId }) => coderId as CoderId))],
      },
    ];
  });
}
