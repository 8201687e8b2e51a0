// Reads one passage with all that was said of it, and every coding of the project as tables print them.
import { fullPath } from '../../shared/domain/category-path.ts';
import type { Memo } from '../../shared/domain/memo.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { PassageId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { SourceCoding, Stance } from '../../shared/domain/source.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import type { Project } from '../storage/open-project.ts';
import { readCodebook } from './codebook.ts';
import { listMemos } from './memos.ts';
import { readOutline, readPassageCodings, readQuote, readText } from './sources.ts';

interface PassageRow {
  id: string;
  source_id: string;
  source_name: string;
  start_turn_id: string;
  start_utf16: number;
  end_turn_id: string;
  end_utf16: number;
  number: number | null;
  start_ms: number | null;
  label: string | null;
  starred_at: string | null;
  paraphrase: string | null;
}

export interface PassageDetail {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly sourceName: string;
  readonly start: Anchor;
  readonly end: Anchor;
  readonly quote: string;
  readonly ref: string;
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly starredAt: string | null;
  readonly paraphrase: string;
  readonly codings: readonly SourceCoding[];
  readonly memos: readonly Memo[];
}

export function readPassage(project: Project, passageId: string): PassageDetail {
  const row = project.sqlite
    .prepare<[string], PassageRow>(
      `SELECT p.*, s.name AS source_name, t.number, t.start_ms, k.label FROM passage p
       JOIN source s ON s.id = p.source_id JOIN turn t ON t.id = p.start_turn_id LEFT JOIN speaker k ON k.id = t.speaker_id WHERE p.id = ?`,
    )
    .get(passageId);
  if (!row) throw new Refusal('passage.unknown');
  const codings = readPassageCodings(project, passageId);
  return {
    passageId: row.id as PassageId,
    sourceId: row.source_id as SourceId,
    sourceName: row.source_name,
    start: { turnId: row.start_turn_id as TurnId, offsetUtf16: row.start_utf16 },
    end: { turnId: row.end_turn_id as TurnId, offsetUtf16: row.end_utf16 },
    quote: readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16),
    ref: citationOf(row.source_name, row.number),
    speaker: row.label,
    startMs: row.start_ms,
    starredAt: row.starred_at,
    paraphrase: row.paraphrase ?? '',
    codings,
    memos: [
      ...listMemos(project, 'passage', passageId),
      ...codings.flatMap((coding) => (coding.memos > 0 ? listMemos(project, 'coding', coding.id) : [])),
    ],
  };
}

/** One coding as `trame list codings` prints it; offsets are whole-document UTF-16 units. */
export interface ListedCoding {
  readonly id: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly category: string;
  readonly coder: string;
  readonly memo: string | null;
  readonly weight: number | null;
  readonly stance: Stance | null;
  readonly createdAt: string;
}

interface ListedRow {
  id: string;
  source_id: string;
  source: string;
  start_turn_id: string;
  start_utf16: number;
  end_turn_id: string;
  end_utf16: number;
  category_id: string;
  coder: string;
  memo: string | null;
  weight: number | null;
  stance: Stance | null;
  created_at: string;
}

const LISTED = `
  SELECT c.id, s.id AS source_id, s.name AS source, p.start_turn_id, p.start_utf16, p.end_turn_id, p.end_utf16, c.category_id, k.name AS coder,
    (SELECT group_concat(m.text, char(10) ORDER BY m.created_at, m.rowid) FROM memo m WHERE m.target_kind = 'coding' AND m.target_id = c.id) AS memo, c.weight, c.stance, c.created_at
  FROM coding c JOIN passage p ON p.id = c.passage_id JOIN source s ON s.id = p.source_id JOIN coder k ON k.id = c.coder_id`;

/** Every coding of the project, by source in corpus order, then by place, then in the order made. One whose words are gone has no quote. */
export function listCodings(project: Project): ListedCoding[] {
  const paths = new Map(
    readCodebook(project).flatMap((grid) => grid.categories.map((category) => [category.id as string, fullPath(grid, category)])),
  );
  const starts = new Map(readOutline(project).map((turn) => [turn.id as string, turn.start]));
  const texts = new Map<string, string>();
  const textOf = (sourceId: string): string => {
    let text = texts.get(sourceId);
    if (text === undefined) texts.set(sourceId, (text = readText(project, sourceId)));
    return text;
  };
  const listed = project.sqlite
    .prepare<[], ListedRow>(`${LISTED} ORDER BY s.position, s.name, c.created_at, c.rowid`)
    .all()
    .map((row) => {
      const start = (starts.get(row.start_turn_id) ?? 0) + row.start_utf16;
      const end = (starts.get(row.end_turn_id) ?? 0) + row.end_utf16;
      return {
        id: row.id,
        source: row.source,
        start,
        end,
        quote: textOf(row.source_id).slice(start, end),
        category: paths.get(row.category_id) ?? '',
        coder: row.coder,
        memo: row.memo,
        weight: row.weight,
        stance: row.stance,
        createdAt: row.created_at,
      };
    });
  const order = new Map([...new Set(listed.map((item) => item.source))].map((name, index) => [name, index]));
  return listed.sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0) || a.start - b.start || a.end - b.end);
}
