// The passages that carry one category, to be read one after the other: what splitting and moving in bulk work on.
import type { CategoryPassage } from '../../shared/domain/category-passage.ts';
import type { CoderId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { readQuote } from './sources.ts';

interface PassageRow {
  id: string;
  source_id: string;
  source_name: string;
  number: number | null;
  label: string | null;
  start_turn_id: string;
  start_utf16: number;
  end_turn_id: string;
  end_utf16: number;
  lost_quote: string | null;
  coders: string;
}

/** In corpus order; one whose words were corrected away stands with its last ones. */
export function readCategoryPassages(project: Project, categoryId: string): CategoryPassage[] {
  return project.sqlite
    .prepare<[string], PassageRow>(
      `SELECT p.*, s.name AS source_name, t.number, k.label, group_concat(c.coder_id, ' ') AS coders
       FROM coding c JOIN passage p ON p.id = c.passage_id JOIN source s ON s.id = p.source_id
       JOIN turn t ON t.id = p.start_turn_id LEFT JOIN speaker k ON k.id = t.speaker_id
       WHERE c.category_id = ? GROUP BY p.id ORDER BY s.position, s.name, t.position, p.start_utf16, p.rowid`,
    )
    .all(categoryId)
    .map((row) => ({
      passageId: row.id as PassageId,
      sourceId: row.source_id as SourceId,
      ref: citationOf(row.source_name, row.number),
      speaker: row.label,
      quote: row.lost_quote ?? readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16),
      coderIds: row.coders.split(' ') as CoderId[],
    }));
}
