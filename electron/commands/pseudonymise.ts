// Puts pseudonyms in the place of names, in the whole study and in its history, as if it had been written so from the first day.
import { Refusal } from '../../shared/domain/failure.ts';
import { conflictsIn, editsBack, finderOf } from '../../shared/domain/pseudonym.ts';
import type { KeyContent, NamedEntity, TurnOriginal } from '../../shared/domain/pseudonym.ts';
import { withEdits } from '../../shared/words/name-finder.ts';
import type { NameEdit, NameFinder } from '../../shared/words/name-finder.ts';
import { forgetOriginals } from '../storage/originals.ts';
import { StudyRewriter, scrubFile, writeStudyPlan } from '../storage/rewrite-study.ts';
import type { StudyPlan, Watch } from '../storage/rewrite-study.ts';
import type { Rewriting } from '../storage/study-rewriting.ts';
import { teamRole } from '../storage/team-state.ts';
import { wordsHash } from '../storage/words-hash.ts';
import type { Columns } from '../storage/writer.ts';
import { newId, runCommand, runTogether } from './run-command.ts';
import type { Session } from './run-command.ts';

/** A name may stand anew where one was replaced beside it: it is looked for until there is none. */
const MOST_ROUNDS = 4;

/** What others hold, nobody here can change. */
export function assertAlone({ project }: Session): void {
  if (project.isReadOnly) throw new Refusal('project.readOnly', { path: project.path });
  if (teamRole(project.sqlite) !== undefined) throw new Refusal('pseudonym.inTeam');
}

/** The label, the words, and what is around them, each by itself: a name does not reach from one into the other. */
export function partsOfTurn(turn: Columns): [from: number, to: number][] {
  const length = String(turn.text).length;
  const [start, end] = [Number(turn.body_start_utf16), Number(turn.body_end_utf16)];
  return [
    [0, start],
    [start, end],
    [end, length],
  ];
}

export function editsOfTurn(finder: NameFinder, turn: Columns): NameEdit[] {
  const text = String(turn.text);
  return partsOfTurn(turn).flatMap(([from, to]) => finder.edits(text.slice(from, to)).map((edit) => ({ ...edit, at: edit.at + from })));
}

/** Refuses (`pseudonym.remains`) words in which a name would still stand. */
function assertNone(finder: NameFinder, text: string): void {
  const [left] = finder.find(text);
  if (left) throw new Refusal('pseudonym.remains');
}

export class Pseudonyms implements Rewriting {
  readonly #finder: NameFinder;
  replaced = 0;

  constructor(entities: readonly NamedEntity[]) {
    this.#finder = finderOf(entities);
  }

  readonly word = (text: string): string => {
    let after = text;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const edits = this.#finder.edits(after);
      if (edits.length === 0) return after;
      after = withEdits(after, edits);
    }
    assertNone(this.#finder, after);
    return after;
  };

  readonly editsOfTurn = (turn: Columns): readonly NameEdit[] => {
    const edits = editsOfTurn(this.#finder, turn);
    if (edits.length > 0) assertNone(this.#finder, withEdits(String(turn.text), edits));
    return edits;
  };

  readonly isGone = (): boolean => false;
  readonly namesGone = (): boolean => false;
}

export interface PlannedPseudonyms {
  readonly entities: readonly NamedEntity[];
  readonly plan: StudyPlan;
  readonly replaced: number;
  /** What the key must hold before anything is written. */
  readonly turns: Readonly<Record<string, Omit<TurnOriginal, 'earlier'> & { readonly before: string }>>;
}

/** Finds everything that changes; writes nothing. Refuses contradictions in the list, and a project shared in a team. */
export async function planPseudonyms(session: Session, entities: readonly NamedEntity[], watch: Watch): Promise<PlannedPseudonyms> {
  assertAlone(session);
  const used = entities.filter(({ forms }) => forms.length > 0);
  if (used.length === 0) throw new Refusal('pseudonym.nothing');
  const blocking = conflictsIn(used).filter(({ blocks }) => blocks);
  if (blocking.length > 0) throw new Refusal('pseudonym.conflicts', { count: blocking.length });
  const { sqlite } = session.project;
  const rewriting = new Pseudonyms(used);
  const plan = await new StudyRewriter(sqlite, rewriting, watch).plan();
  const turns: Record<string, PlannedPseudonyms['turns'][string]> = {};
  let replaced = 0;
  for (const { table, id, columns } of plan.rows) {
    if (table !== 'turn' || !columns) continue;
    const turn = sqlite.prepare<[string], Columns>('SELECT * FROM turn WHERE id = ?').get(id) as Columns;
    const edits = rewriting.editsOfTurn(turn);
    turns[id] = { hash: wordsHash(String(columns.text)), before: wordsHash(String(turn.text)), back: editsBack(String(turn.text), edits) };
    replaced += edits.filter(({ form }) => form !== null).length;
  }
  return { entities: used, plan, replaced, turns };
}

/** The key with what the plan replaces: to be on the disk before the plan is written, or the originals would be nowhere. */
export function keyWith(content: KeyContent, { turns }: PlannedPseudonyms): KeyContent {
  const known = content.turns;
  const now = Object.entries(turns).map(([id, { hash, back, before }]) => {
    const earlier = known[id]?.hash === before ? known[id] : null;
    return [id, { hash, back, earlier }] as const;
  });
  return { ...content, turns: { ...known, ...Object.fromEntries(now) } };
}

/** Two names that must stay apart became one. */
function orCollision<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) throw new Refusal('pseudonym.collision');
    throw error;
  }
}

/** Writes the plan, takes the files that sources were read from out of the project, and leaves no trace in unused pages. Cannot be undone. */
export function pseudonymise(session: Session, { entities, plan, replaced }: PlannedPseudonyms): { readonly originals: number } {
  assertAlone(session);
  const { sqlite, sourceChanges } = session.project;
  const header = { name: 'confidentiality.pseudonymise', input: {}, subject: { count: entities.length } };
  const originals = orCollision(() =>
    runTogether(session, () => {
      writeStudyPlan(sqlite, plan);
      const forgotten = forgetOriginals(sqlite);
      runCommand(session, header, ({ writer, at, coderId }) => {
        writer.insert('pseudonymisation', { id: newId(), entities: entities.length, replaced, coderId, at });
      });
      return forgotten;
    }),
  );
  sourceChanges.markAll();
  scrubFile(sqlite);
  return { originals };
}
