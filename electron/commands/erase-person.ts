// Takes a person out of a study for good: what they said, what was made of it, their name, and all of it in the history. Cannot be undone.
import { rmSync } from 'node:fs';
import { ERASED_WORDS, QUOTED_WORDS } from '../../shared/domain/erasure.ts';
import type { ErasedCounts, ErasurePreview, ErasureRecord, ErasureRequest } from '../../shared/domain/erasure.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { parseWrittenText, wordsOf } from '../../shared/domain/written-text.ts';
import { CopiedWords } from '../../shared/words/copied-words.ts';
import { NameFinder } from '../../shared/words/name-finder.ts';
import type { NameEdit } from '../../shared/words/name-finder.ts';
import { BARE_PASSAGES } from '../queries/kept-passages.ts';
import { belongingsOf, latestRows, withoutGone } from '../storage/belongings.ts';
import { mediaPath } from '../storage/media-files.ts';
import { StudyRewriter, scrubFile, writeStudyPlan } from '../storage/rewrite-study.ts';
import type { StudyPlan, Watch } from '../storage/rewrite-study.ts';
import type { TableName } from '../storage/schema.ts';
import { stateHash } from '../storage/state-hash.ts';
import type { Rewriting } from '../storage/study-rewriting.ts';
import type { Columns } from '../storage/writer.ts';
import { removePassage } from './passage-rows.ts';
import { assertAlone } from './pseudonymise.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand, runTogether } from './run-command.ts';
import type { Session } from './run-command.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  /** Theirs, in any state of the study. */
  readonly speakers: ReadonlyMap<string, string>;
  readonly sources: ReadonlySet<string>;
}

function personOf(session: Session, { participantId }: Pick<ErasureRequest, 'participantId'>): Person {
  const { name } = requireRow(session, 'participant', participantId, 'participant.unknown');
  const speakers = new Map<string, string>();
  const sources = new Set<string>();
  for (const [table, row] of latestRows(session.project.sqlite))
    if (table === 'speaker' && row.participant_id === participantId) {
      speakers.set(String(row.id), String(row.label));
      sources.add(String(row.source_id));
    }
  return { id: participantId, name, speakers, sources };
}

/** Assignments that would have no source left. */
function emptiedAssignments({ project }: Session, sources: ReadonlySet<string>): string[] {
  const rows = project.sqlite
    .prepare<[], { id: string; source: string }>('SELECT assignment_id AS id, source_id AS source FROM assignment_source')
    .all();
  const kept = new Set(rows.filter(({ source }) => !sources.has(source)).map(({ id }) => id));
  return [...new Set(rows.map(({ id }) => id))].filter((id) => !kept.has(id));
}

/** What goes, and what is said instead of what stays. */
class Erasing implements Rewriting {
  readonly gone: ReadonlyMap<string, TableName>;
  readonly turns = new Set<string>();
  readonly #person: Person;
  readonly #label: string;
  readonly #keepsTurns: boolean;
  readonly #finder: NameFinder;
  readonly #copied = new CopiedWords(QUOTED_WORDS);

  constructor(session: Session, { scope, label, forms }: ErasureRequest, person: Person) {
    this.#person = person;
    this.#label = label;
    this.#keepsTurns = scope === 'turns';
    this.#finder = new NameFinder([person.name, ...forms].map((form) => ({ form, replacement: label, keepsCapitals: false })));
    if (this.#finder.find(label).length > 0) throw new Refusal('erasure.labelNames');
    const first = new Map<string, TableName>();
    if (scope === 'sources') {
      first.set(person.id, 'participant');
      for (const id of person.sources) first.set(id, 'source');
      for (const id of emptiedAssignments(session, person.sources)) first.set(id, 'assignment');
    }
    for (const [table, row] of latestRows(session.project.sqlite)) {
      const isTheirs =
        table === 'turn' && (this.#keepsTurns ? person.speakers.has(String(row.speaker_id)) : person.sources.has(String(row.source_id)));
      if (!isTheirs) continue;
      this.turns.add(String(row.id));
      this.#copied.add(String(row.text).slice(Number(row.body_start_utf16), Number(row.body_end_utf16)));
    }
    this.gone = belongingsOf(session.project.sqlite, first, this.#keepsTurns ? this.#goesWithTurns : () => false);
  }

  /** A passage of their words alone, and what hangs on the person and not on a text. */
  readonly #goesWithTurns = (table: TableName, row: Columns): boolean => {
    if (table === 'passage') return this.turns.has(String(row.start_turn_id)) && this.turns.has(String(row.end_turn_id));
    return (table === 'attribute_value' || table === 'memo' || table === 'memo_link') && row.target_id === this.#person.id;
  };

  readonly #isGone = (id: string): boolean => this.gone.has(id);
  readonly isGone = (_table: TableName, id: string): boolean => this.gone.has(id);
  readonly namesGone = (id: string): boolean => this.gone.has(id) || this.turns.has(id) || id === this.#person.id;
  readonly word = (text: string): string => this.#copied.without(this.#finder.replaced(text), ERASED_WORDS);

  readonly editsOfTurn = (turn: Columns): readonly NameEdit[] => {
    const text = String(turn.text);
    const [from, to] = [Number(turn.body_start_utf16), Number(turn.body_end_utf16)];
    const named = (start: number, end: number): NameEdit[] =>
      this.#finder.edits(text.slice(start, end)).map((edit) => ({ ...edit, at: edit.at + start }));
    if (!this.turns.has(String(turn.id))) return [...named(0, from), ...named(from, to), ...named(to, text.length)];
    const label = this.#person.speakers.get(String(turn.speaker_id)) ?? '';
    const at = label === '' ? -1 : text.slice(0, from).indexOf(label);
    const head = at < 0 ? named(0, from) : [{ at, removed: label.length, inserted: this.#label, form: null }];
    const body = to > from ? [{ at: from, removed: to - from, inserted: ERASED_WORDS, form: null }] : [];
    return [...head, ...body, ...named(to, text.length)];
  };

  readonly mended = (table: TableName, row: Columns): Columns => {
    const after = withoutGone(table, row, this.#isGone);
    if (table === 'speaker' && this.#person.speakers.has(String(row.id))) after.label = this.#label;
    if (table === 'category' && row.example_passage_id !== after.example_passage_id && 'example' in after) after.example = '';
    const words = table === 'memo' ? 'text' : table === 'cell' ? 'synthesis' : null;
    if (words !== null && words in after && typeof after.document === 'string' && after.document !== row.document) {
      const document = parseWrittenText(after.document);
      if (document) after[words] = wordsOf(document);
    }
    return after;
  };
}

function countGone(session: Session, erasing: Erasing): Omit<ErasedCounts, 'entries' | 'originals' | 'recordings' | 'backups'> {
  const standing = (table: TableName): number => {
    const has = session.project.sqlite.prepare<[string]>(`SELECT 1 FROM "${table}" WHERE id = ?`);
    let count = 0;
    for (const [id, of] of erasing.gone) if (of === table && has.get(id) !== undefined) count += 1;
    return count;
  };
  const has = session.project.sqlite.prepare<[string]>('SELECT 1 FROM turn WHERE id = ?');
  return {
    sources: standing('source'),
    turns: [...erasing.turns].filter((id) => has.get(id) !== undefined).length,
    passages: standing('passage'),
    codings: standing('coding'),
    memos: standing('memo'),
    attributeValues: standing('attribute_value'),
    snapshots: standing('matrix_snapshot'),
  };
}

interface MediaRow {
  readonly sha256: string;
  readonly original_name: string;
}

/** Files that only the person's sources need. */
function filesOf({ project }: Session, person: Person): { originals: string[]; recordings: MediaRow[] } {
  const ids = JSON.stringify([...person.sources]);
  const mine = 'IN (SELECT value FROM json_each(?))';
  const originals = project.sqlite
    .prepare<[string, string], { sha256: string }>(
      `SELECT DISTINCT original_sha256 AS sha256 FROM source WHERE id ${mine} AND original_sha256 IN (SELECT sha256 FROM original)
       AND original_sha256 NOT IN (SELECT original_sha256 FROM source WHERE id NOT ${mine})`,
    )
    .all(ids, ids)
    .map(({ sha256 }) => sha256);
  const recordings = project.sqlite
    .prepare<[string, string], MediaRow>(
      `SELECT sha256, original_name FROM media WHERE source_id ${mine} AND sha256 NOT IN (SELECT sha256 FROM media WHERE source_id NOT ${mine})`,
    )
    .all(ids, ids);
  return { originals, recordings };
}

/** What would go, before anything is decided. */
export function previewErasure(session: Session, request: ErasureRequest, backups: number): ErasurePreview {
  const person = personOf(session, request);
  const erasing = new Erasing(session, request, person);
  const { originals, recordings } = filesOf(session, person);
  const sources = session.project.sqlite.prepare<[string], { id: string; name: string }>(
    'SELECT id, name FROM source WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position',
  );
  const others = session.project.sqlite.prepare<[string, string], { name: string }>(
    'SELECT DISTINCT p.name FROM speaker k JOIN participant p ON p.id = k.participant_id WHERE k.source_id = ? AND p.id <> ? AND p.is_interviewer = 0 ORDER BY p.name',
  );
  return {
    name: person.name,
    sources: sources
      .all(JSON.stringify([...person.sources]))
      .map(({ id, name }) => ({ name, otherSpeakers: others.all(id, person.id).map((other) => other.name) })),
    counts: {
      ...countGone(session, erasing),
      originals: originals.length,
      recordings: request.scope === 'sources' ? recordings.length : 0,
      backups,
    },
  };
}

export interface PlannedErasure {
  readonly request: ErasureRequest;
  readonly plan: StudyPlan;
  readonly removed: Omit<ErasedCounts, 'backups'>;
  readonly originals: readonly string[];
  readonly recordings: readonly MediaRow[];
}

/** Finds everything that goes; writes nothing. `confirmed` is the name as it was typed. */
export async function planErasure(session: Session, request: ErasureRequest, confirmed: string, watch: Watch): Promise<PlannedErasure> {
  assertAlone(session);
  const person = personOf(session, request);
  if (confirmed.trim().normalize('NFC') !== person.name.normalize('NFC')) throw new Refusal('erasure.unconfirmed');
  const erasing = new Erasing(session, request, person);
  const plan = await new StudyRewriter(session.project.sqlite, erasing, watch).plan();
  const { originals, recordings } = filesOf(session, person);
  const gone = request.scope === 'sources' ? recordings : [];
  const counts = { ...countGone(session, erasing), originals: originals.length, recordings: gone.length, entries: plan.entries.length };
  return { request, plan, removed: counts, originals, recordings: gone };
}

/** Writes the plan, removes files, and leaves no trace in unused pages. `backups`: how many are removed with it. Answers with what the certificate tells. */
export function erasePerson(
  session: Session,
  { request, plan, removed: counts, originals, recordings }: PlannedErasure,
  backups: number,
): ErasureRecord {
  assertAlone(session);
  const { project } = session;
  const { sqlite } = project;
  const removed: ErasedCounts = { ...counts, backups };
  const record = runTogether(session, () => {
    writeStudyPlan(sqlite, plan);
    const forget = sqlite.prepare('DELETE FROM original WHERE sha256 = ?');
    for (const sha256 of originals) forget.run(sha256);
    const header = { name: 'confidentiality.erase', input: {}, subject: { name: request.label } };
    return runCommand(session, header, (context) => {
      const { writer, coderId, at } = context;
      // what only a link to something of theirs had kept
      for (const { place } of sqlite.prepare<[], { place: string }>(BARE_PASSAGES).all()) removePassage(context, place);
      const row = { id: newId<string>(), label: request.label, scope: request.scope, coderId, at, stateHash: stateHash(sqlite) };
      writer.insert('erasure', { ...row, removed: JSON.stringify(removed) });
      const by = sqlite.prepare<[string], string>('SELECT name FROM coder WHERE id = ?').pluck().get(coderId) ?? '';
      return { ...row, removed, by };
    });
  });
  project.sourceChanges.markAll();
  scrubFile(sqlite);
  for (const { sha256, original_name: name } of recordings) rmSync(mediaPath(project.path, sha256, name), { force: true });
  return record;
}
