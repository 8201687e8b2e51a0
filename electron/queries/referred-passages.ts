// What a reference says of passages: their source, who speaks where they begin, the turn; and their words.
import type { PassageId, SourceId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { readQuote } from './sources.ts';

export interface ReferredPassage {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly speaker: string | null;
  /** `E12 §34` */
  readonly ref: string;
  /** All of them; what it said, where a correction took its words away. */
  readonly words: string;
}

interface ReferredRow {
  passageId: PassageId;
  sourceId: SourceId;
  speaker: string | null;
  name: string;
  number: number | null;
  startTurn: string;
  start: number;
  endTurn: string;
  end: number;
  lost: string | null;
}

const REFERRED = `
  SELECT p.id AS passageId, p.source_id AS sourceId, k.label AS speaker, s.name, t.number, p.start_turn_id AS startTurn, p.start_utf16 AS start,
    p.end_turn_id AS endTurn, p.end_utf16 AS "end", p.lost_quote AS lost
  FROM passage p JOIN source s ON s.id = p.source_id JOIN turn t ON t.id = p.start_turn_id LEFT JOIN speaker k ON k.id = t.speaker_id
  WHERE p.id IN (SELECT value FROM json_each(?))`;

/** By passage; those that are gone are left out. */
export function readReferred(project: Project, passageIds: readonly PassageId[]): ReadonlyMap<PassageId, ReferredPassage> {
  const rows = project.sqlite.prepare<[string], ReferredRow>(REFERRED).all(JSON.stringify(passageIds));
  return new Map(
    rows.map(({ passageId, sourceId, speaker, name, number, startTurn, start, endTurn, end, lost }) => {
      const words = lost ?? readQuote(project, startTurn, start, endTurn, end);
      return [passageId, { passageId, sourceId, speaker, ref: citationOf(name, number), words }];
    }),
  );
}

/** The passage that a memo on a passage or on a coding is about; undefined where it is gone, or the memo is on something else. */
export function readMemoPassage(
  project: Project,
  { targetKind, targetId }: { readonly targetKind: string; readonly targetId: string },
): ReferredPassage | undefined {
  if (targetKind !== 'passage' && targetKind !== 'coding') return undefined;
  const id =
    targetKind === 'passage'
      ? (targetId as PassageId)
      : project.sqlite.prepare<[string], { id: PassageId }>('SELECT passage_id AS id FROM coding WHERE id = ?').get(targetId)?.id;
  return id === undefined ? undefined : readReferred(project, [id]).get(id);
}
