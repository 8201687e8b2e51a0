// The units of texts on which coders are compared: how long sources are, where their turns and sentences lie.
import { sentencesIn } from '../../shared/words/sentences.ts';
import type { Span } from '../../shared/statistics/stretch.ts';
import type { Project } from '../storage/open-project.ts';
import type { ChangeReader } from '../storage/source-changes.ts';
import { statement } from '../storage/statements.ts';

export interface SourceUnits {
  readonly lengthUtf16: number;
  /** What was said, without labels; whole-document UTF-16 offsets. */
  readonly turns: readonly Span[];
  /** Found when they are asked for the first time. */
  readonly sentences: () => readonly Span[];
}

interface TurnRow {
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly isSaid: 0 | 1;
}

interface KeptUnits {
  readonly changes: ChangeReader;
  readonly sources: Map<string, SourceUnits>;
}

const kept = new WeakMap<Project, KeptUnits>();

const TURNS = `
  SELECT length_utf16 AS length, body_start_utf16 AS "from", body_end_utf16 AS "to", number IS NOT NULL AS isSaid
  FROM turn WHERE source_id = ? ORDER BY position`;
const TEXT = "SELECT group_concat(text, '') FROM (SELECT text FROM turn WHERE source_id = ? ORDER BY position)";

function read(project: Project, sourceId: string): SourceUnits {
  const turns: Span[] = [];
  let at = 0;
  for (const { length, from, to, isSaid } of statement<[string], TurnRow>(project.sqlite, TURNS).all(sourceId)) {
    if (isSaid && to > from) turns.push({ start: at + from, end: at + to });
    at += length;
  }
  let sentences: readonly Span[] | null = null;
  const find = (): readonly Span[] => {
    const text = readSourceText(project, sourceId);
    return turns.flatMap(({ start, end }) => sentencesIn(text, start, end));
  };
  return { lengthUtf16: at, turns, sentences: () => (sentences ??= find()) };
}

export function readSourceText({ sqlite }: Project, sourceId: string): string {
  return statement<[string], string | null>(sqlite, TEXT).pluck().get(sourceId) ?? '';
}

/** Kept while the project is open; only sources written to are read again. */
export function unitsOf(project: Project): (sourceId: string) => SourceUnits {
  let own = kept.get(project);
  if (!own) kept.set(project, (own = { changes: project.sourceChanges.reader(), sources: new Map() }));
  const { sources, changes } = own;
  const { everything, sources: changed } = changes.take();
  if (everything) sources.clear();
  for (const id of changed) sources.delete(id);
  return (sourceId) => {
    let units = sources.get(sourceId);
    if (!units) sources.set(sourceId, (units = read(project, sourceId)));
    return units;
  };
}
