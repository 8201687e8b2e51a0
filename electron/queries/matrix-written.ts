// What people wrote and pinned in crossings, whatever matrices show them.
import { cellEvidence } from '../../shared/domain/cell-evidence.ts';
import type { CellEvidence } from '../../shared/domain/cell-evidence.ts';
import { quoteCuts } from '../../shared/domain/cell.ts';
import type { CellRating, CellStatus, PinnedQuote, QuoteCut } from '../../shared/domain/cell.ts';
import type { PassageId, RatingScaleId, SourceId } from '../../shared/domain/ids.ts';

import { citationOf } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { moveStretch } from '../../shared/domain/turn-edit.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { listScales } from './rating-scales.ts';
import { readQuote } from './sources.ts';
import { textPieces } from './text-diff.ts';

export interface WrittenCell {
  readonly synthesis: string | null;
  readonly status: CellStatus | null;
  readonly rating: CellRating | null;
  readonly remark: string | null;
  readonly evidence: CellEvidence | null;
  readonly pinned: readonly PinnedQuote[];
}

/** By crossing. */
export interface Written {
  readonly cells: ReadonlyMap<string, WrittenCell>;
  readonly stances: ReadonlyMap<string, ReadonlyMap<PassageId, Stance>>;
  /** Sources that something pinned was said in. */
  readonly pinnedIn: ReadonlySet<string>;
  /** Scale → from its least to its most: what makes ratings on several scales comparable. */
  readonly extents: ReadonlyMap<RatingScaleId, { readonly least: number; readonly most: number }>;
}

const BLANK: WrittenCell = { synthesis: null, status: null, rating: null, remark: null, evidence: null, pinned: [] };

interface CellRow {
  readonly key: string;
  readonly synthesis: string;
  readonly status: CellStatus;
  readonly evidence: string | null;
  readonly scale_id: RatingScaleId | null;
  readonly rating: number | null;
  readonly remark: string;
}

interface PinnedRow {
  readonly cell_key: string;
  readonly passage_id: PassageId;
  readonly cuts: string | null;
  readonly cut_from: string | null;
  readonly source_id: SourceId;
  readonly name: string;
  readonly label: string | null;
  readonly number: number | null;
  readonly start_turn_id: string;
  readonly start_utf16: number;
  readonly end_turn_id: string;
  readonly end_utf16: number;
  readonly lost_quote: string | null;
  readonly before_start: number;
  readonly before_end: number;
}

const LENGTH_BEFORE = 'SELECT coalesce(sum(t.length_utf16), 0) FROM turn t WHERE t.source_id = p.source_id AND t.position <';
const PINNED = `
  SELECT q.cell_key, q.passage_id, q.cuts, q.cut_from, p.source_id, s.name, k.label, a.number, p.start_turn_id, p.start_utf16, p.end_turn_id,
    p.end_utf16, p.lost_quote, (${LENGTH_BEFORE} a.position) AS before_start, (${LENGTH_BEFORE} b.position) AS before_end
  FROM cell_quote q JOIN passage p ON p.id = q.passage_id JOIN source s ON s.id = p.source_id
  JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id LEFT JOIN speaker k ON k.id = a.speaker_id
  ORDER BY q.cell_key, q.position, q.rowid`;

/** Where the cuts are in a passage whose words were corrected since: they stay on their words; one whose words all went is none. */
export function movedCuts(cuts: readonly QuoteCut[], before: string, after: string): QuoteCut[] {
  if (before === after) return [...cuts];
  let stretches = cuts.map(([start, end]) => ({ start, end }));
  let at = 0;
  for (const { kind, text } of textPieces(before, after)) {
    const edit = { at, removed: kind === 'removed' ? text.length : 0, inserted: kind === 'added' ? text : '' };
    if (kind !== 'same') stretches = stretches.map((stretch) => moveStretch(stretch, edit));
    if (kind !== 'removed') at += text.length;
  }
  return stretches.filter(({ start, end }) => start < end).map(({ start, end }) => [start, end]);
}

function pinnedQuote(project: Project, row: PinnedRow): PinnedQuote {
  const text = row.lost_quote ?? readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16);
  return {
    passageId: row.passage_id,
    sourceId: row.source_id,
    source: row.name,
    speaker: row.label,
    start: row.before_start + row.start_utf16,
    end: row.before_end + row.end_utf16,
    text,
    cuts: row.cuts === null || row.cut_from === null ? [] : movedCuts(quoteCuts.parse(JSON.parse(row.cuts)), row.cut_from, text),
    ref: citationOf(row.name, row.number),
  };
}

/** What cannot be read any more says nothing about the passages. */
function evidenceOf(json: string | null): CellEvidence | null {
  return json === null ? null : cellEvidence.parse(JSON.parse(json));
}

export function readWritten(project: Project): Written {
  const { sqlite } = project;
  const steps = new Map(listScales(project).map((scale) => [scale.id, scale.steps]));
  const cells = new Map<string, WrittenCell>();
  const rows = statement<[], CellRow>(sqlite, 'SELECT key, synthesis, status, evidence, scale_id, rating, remark FROM cell').all();
  for (const row of rows) {
    const isWritten = row.synthesis !== '';
    const step = row.scale_id === null ? undefined : steps.get(row.scale_id)?.find(({ value }) => value === row.rating);
    cells.set(row.key, {
      synthesis: isWritten ? row.synthesis : null,
      status: isWritten ? row.status : null,
      rating:
        row.scale_id === null || row.rating === null ? null : { scaleId: row.scale_id, value: row.rating, label: step?.label ?? String(row.rating) },
      remark: row.remark === '' ? null : row.remark,
      evidence: isWritten ? evidenceOf(row.evidence) : null,
      pinned: [],
    });
  }
  const pinned = Map.groupBy(statement<[], PinnedRow>(sqlite, PINNED).all(), (row) => row.cell_key);
  const pinnedIn = new Set<string>();
  for (const [key, quotes] of pinned) {
    for (const quote of quotes) pinnedIn.add(quote.source_id);
    cells.set(key, { ...(cells.get(key) ?? BLANK), pinned: quotes.map((row) => pinnedQuote(project, row)) });
  }
  const stances = new Map<string, Map<PassageId, Stance>>();
  for (const row of statement<[], { cell_key: string; passage_id: PassageId; stance: Stance }>(
    sqlite,
    'SELECT cell_key, passage_id, stance FROM cell_stance',
  ).all()) {
    const cell = stances.get(row.cell_key) ?? new Map<PassageId, Stance>();
    stances.set(row.cell_key, cell.set(row.passage_id, row.stance));
  }
  const extents = new Map([...steps].map(([id, own]) => [id, { least: own[0]?.value ?? 0, most: own.at(-1)?.value ?? 0 }]));
  return { cells, stances, pinnedIn, extents };
}
