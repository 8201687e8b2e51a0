// Reads what the board shows of a grid's categories: where they lie, how much they hold, the first passage of each.
import type { BoardCard } from '../../shared/domain/board.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import { rowById } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import { shortened } from './memo-targets.ts';
import { readQuote } from './sources.ts';

interface CardRow {
  readonly id: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly passages: number;
}

interface FirstRow {
  readonly id: string;
  readonly source_id: string;
  readonly name: string;
  readonly number: number | null;
  readonly start_turn_id: string;
  readonly start_utf16: number;
  readonly end_turn_id: string;
  readonly end_utf16: number;
}

const QUOTE_UTF16 = 200;

const CARDS = `SELECT c.id, b.x, b.y, (
    SELECT count(DISTINCT k.passage_id) FROM coding k JOIN passage p ON p.id = k.passage_id WHERE k.category_id = c.id AND p.lost_quote IS NULL
  ) AS passages
  FROM category c LEFT JOIN board_place b ON b.category_id = c.id WHERE c.grid_id = ? ORDER BY c.position, c.rowid`;

const FIRST = `SELECT p.id, p.source_id, s.name, t.number, p.start_turn_id, p.start_utf16, p.end_turn_id, p.end_utf16
  FROM coding k JOIN passage p ON p.id = k.passage_id JOIN source s ON s.id = p.source_id JOIN turn t ON t.id = p.start_turn_id
  WHERE k.category_id = ? AND p.lost_quote IS NULL ORDER BY s.position, s.name, t.position, p.start_utf16, p.rowid LIMIT 1`;

/** Passages whose words are gone are not counted. */
export function readBoard(project: Project, gridId: string): BoardCard[] {
  if (!rowById(project, 'grid', gridId)) throw new Refusal('grid.unknown', { id: gridId });
  const first = project.sqlite.prepare<[string], FirstRow>(FIRST);
  return project.sqlite
    .prepare<[string], CardRow>(CARDS)
    .all(gridId)
    .map(({ id, x, y, passages }) => {
      const passage = passages === 0 ? undefined : first.get(id);
      return {
        categoryId: id as CategoryId,
        place: x === null || y === null ? null : { x, y },
        passages,
        first: passage
          ? {
              passageId: passage.id as PassageId,
              sourceId: passage.source_id as SourceId,
              quote: shortened(readQuote(project, passage.start_turn_id, passage.start_utf16, passage.end_turn_id, passage.end_utf16), QUOTE_UTF16),
              ref: citationOf(passage.name, passage.number),
            }
          : null,
      };
    });
}
