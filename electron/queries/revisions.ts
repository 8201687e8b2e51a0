// What a source's text was: its revisions are read off the log, its earlier states by walking the log's differences back from the present.
import { Refusal } from '../../shared/domain/failure.ts';
import type { EntryId, TurnId } from '../../shared/domain/ids.ts';
import type { Revision, RevisionComparison } from '../../shared/domain/revision.ts';
import { countWords } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import type { Columns, RowDiff } from '../storage/writer.ts';
import { textPieces } from './text-diff.ts';
import { compareTurns } from './text-comparison.ts';
import type { TurnVersion } from './text-comparison.ts';

/** The commands that change a source's text or who says it. Each names the source in its input. */
export const TEXT_COMMANDS = ['source.editTurn', 'source.splitTurn', 'source.joinTurn', 'source.setSpeaker', 'source.replaceText'] as const;

interface EntryRow {
  id: EntryId;
  command: string;
  kind: Revision['kind'];
  at: string;
  coder_name: string;
  diffs: string;
}

/** The entries that changed the source's text, newest first; what takes one back or brings it back is one, too. */
function textEntries({ sqlite }: Project, sourceId: string): EntryRow[] {
  const commands = TEXT_COMMANDS.map((name) => `'${name}'`).join(', ');
  return sqlite
    .prepare<[string], EntryRow>(
      `SELECT entry.id, entry.command, entry.kind, entry.at, entry.coder_name, entry.diffs
       FROM change_log entry JOIN change_log done ON done.id = coalesce(entry.target_id, entry.id)
       WHERE done.command IN (${commands}) AND json_extract(done.input, '$.sourceId') = ? ORDER BY entry.number DESC`,
    )
    .all(sourceId);
}

type TurnRow = Columns & { id: string };

/** A source's turns while the log is walked back. */
class EarlierText {
  readonly #turns = new Map<string, TurnRow>();
  /** Every label that is or was, by its speaker. */
  readonly #labels = new Map<string, string>();

  constructor({ sqlite }: Project, sourceId: string) {
    const rows = sqlite.prepare<[string], TurnRow>('SELECT * FROM turn WHERE source_id = ?').all(sourceId);
    for (const row of rows) this.#turns.set(row.id, row);
    for (const { id, label } of sqlite
      .prepare<[string], { id: string; label: string }>('SELECT id, label FROM speaker WHERE source_id = ?')
      .all(sourceId))
      this.#labels.set(id, label);
  }

  /** Takes the differences of one entry back. */
  stepBack(diffs: readonly RowDiff[]): void {
    for (const diff of diffs.toReversed()) {
      if (diff.table === 'speaker') this.#learnLabel(diff);
      if (diff.table !== 'turn') continue;
      if (diff.op === 'insert') this.#turns.delete(diff.id);
      else if (diff.op === 'remove') this.#turns.set(diff.id, { ...diff.before, id: diff.id });
      else this.#turns.set(diff.id, { ...this.#turns.get(diff.id), ...diff.before, id: diff.id });
    }
  }

  /** Of a label that is gone by now, the last one that the speaker had. */
  #learnLabel(diff: RowDiff): void {
    const columns = diff.op === 'insert' ? diff.after : diff.before;
    if (typeof columns.label === 'string' && !this.#labels.has(diff.id)) this.#labels.set(diff.id, columns.label);
  }

  turn(id: string): TurnRow | undefined {
    return this.#turns.get(id);
  }

  versions(): TurnVersion[] {
    return [...this.#turns.values()].sort(byPosition).map((row) => ({
      id: row.id as TurnId,
      number: row.number as number | null,
      speaker: this.#labels.get(String(row.speaker_id)) ?? null,
      words: spokenIn(row),
    }));
  }
}

const byPosition = (one: TurnRow, other: TurnRow): number => Number(one.position) - Number(other.position);

function spokenIn(row: TurnRow): string {
  return String(row.text).slice(Number(row.body_start_utf16), Number(row.body_end_utf16));
}

/** The words of the turns that an entry changed, in order, as they are just now in the walk. */
function wordsIn(text: EarlierText, turnIds: ReadonlySet<string>): string {
  return [...turnIds]
    .flatMap((id) => text.turn(id) ?? [])
    .sort(byPosition)
    .map(spokenIn)
    .join('\n');
}

/** Turns whose words an entry changed, not only their places. */
function turnsIn(diffs: readonly RowDiff[]): Set<string> {
  const changes = ({ after }: { readonly after: Columns }): boolean => ['text', 'body_start_utf16', 'body_end_utf16'].some((name) => name in after);
  return new Set(diffs.filter((diff) => diff.table === 'turn' && (diff.op !== 'update' || changes(diff))).map(({ id }) => id));
}

/** Every correction of a source's text, and every taking back, newest first. */
export function readRevisions(project: Project, sourceId: string): Revision[] {
  assertSource(project, sourceId);
  const text = new EarlierText(project, sourceId);
  const entries = textEntries(project, sourceId);
  return entries.map(({ id, command, kind, at, coder_name: coderName, diffs: kept }, index) => {
    const diffs = JSON.parse(kept) as RowDiff[];
    const turns = turnsIn(diffs);
    const after = wordsIn(text, turns);
    text.stepBack(diffs);
    const pieces = textPieces(wordsIn(text, turns), after);
    const count = (wanted: string): number => pieces.reduce((sum, piece) => sum + (piece.kind === wanted ? countWords(piece.text) : 0), 0);
    return { id, number: entries.length - index, command, kind, at, coderName, added: count('added'), removed: count('removed') };
  });
}

function assertSource({ sqlite }: Project, sourceId: string): void {
  if (!sqlite.prepare('SELECT 1 FROM source WHERE id = ?').get(sourceId)) throw new Refusal('source.unknown', { id: sourceId });
}

/** The text right after each of these revisions; null is the text as imported. */
function statesAfter(project: Project, sourceId: string, wanted: ReadonlySet<EntryId | null>): Map<EntryId | null, TurnVersion[]> {
  const text = new EarlierText(project, sourceId);
  const states = new Map<EntryId | null, TurnVersion[]>();
  for (const { id, diffs } of textEntries(project, sourceId)) {
    if (wanted.has(id)) states.set(id, text.versions());
    text.stepBack(JSON.parse(diffs) as RowDiff[]);
  }
  return states.set(null, text.versions());
}

export function presentVersions(project: Project, sourceId: string): TurnVersion[] {
  return new EarlierText(project, sourceId).versions();
}

/** What changed from one revision to another. `from` null is the text as imported, `to` null the present one. */
export function compareRevisions(project: Project, input: { sourceId: string; from: EntryId | null; to: EntryId | null }): RevisionComparison {
  const { sourceId, from, to } = input;
  assertSource(project, sourceId);
  const states = statesAfter(project, sourceId, new Set([from, to]));
  const stateOf = (id: EntryId | null): TurnVersion[] => {
    const state = states.get(id);
    if (!state) throw new Refusal('source.revisionUnknown', { id: id ?? '' });
    return state;
  };
  return compareTurns(stateOf(from), to === null ? presentVersions(project, sourceId) : stateOf(to));
}
