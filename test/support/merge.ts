// Copies of a study that go apart and come together again.
import { deepStrictEqual, strictEqual } from 'node:assert';
import { copyFileSync, cpSync, existsSync } from 'node:fs';
import { mergeProject } from '../../electron/commands/merge-project.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { redo, undo } from '../../electron/commands/undo.ts';
import { planMerge } from '../../electron/exchange/merging/plan-merge.ts';
import type { MergePlan } from '../../electron/exchange/merging/plan-merge.ts';
import { mergeCopy } from '../../electron/exchange/merging/merge-copy.ts';
import type { Merged } from '../../electron/exchange/merging/merge-copy.ts';
import { checkProject } from '../../electron/queries/check.ts';
import { coderIds } from '../../electron/queries/corpus.ts';
import { latestEntry } from '../../electron/storage/change-log.ts';
import { mediaFolder } from '../../electron/storage/media-files.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { MergeChoices } from '../../shared/domain/merge.ts';
import { contentHash, snapshot } from './content.ts';
import type { TestProject } from './project.ts';
import { chance } from './seeded.ts';
import { ACTS, DRAWN } from './work/acts.ts';
import { Desk } from './work/desk.ts';
import type { Act } from './work/desk.ts';

/** With the recordings beside it. */
export function copyStudy(from: string, to: string): string {
  copyFileSync(from, to);
  if (existsSync(mediaFolder(from))) cpSync(mediaFolder(from), mediaFolder(to), { recursive: true });
  return to;
}

export function withStudy<T>(path: string, work: (session: Session) => T): T {
  const project = openProject(path);
  project.sqlite.pragma('synchronous = OFF');
  try {
    return work({ project, coderId: coderIds(project)[0] as CoderId });
  } finally {
    closeProject(project);
  }
}

/** One step in so many takes something back, or brings it back. */
const STEPS_TO_UNDO = 8;

/** Goes on working in a copy, by chance: so many steps, refused ones among them. */
export function workOn(path: string, seed: number, steps: number): void {
  withStudy(path, ({ project }) => {
    const desk = new Desk(project, chance(seed));
    for (let step = 0; step < steps; step += 1) {
      const act: Act = desk.luck.below(STEPS_TO_UNDO) > 0 ? ACTS[desk.luck.pick(DRAWN)] : (d) => (d.luck.below(2) === 0 ? undo : redo)(d.session);
      try {
        act(desk);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  });
}

/** Merges the closed file `other` into the closed file `path`. */
export function mergeInto(path: string, other: string, choices: MergeChoices = {}): MergePlan {
  const plan = planMerge({ path, key: null }, { path: other, key: null }, { choices, matches: {} });
  if (existsSync(mediaFolder(other))) cpSync(mediaFolder(other), mediaFolder(path), { recursive: true });
  withStudy(path, (session) => mergeProject(session, { ...plan, file: 'copie.trame' }));
  return plan;
}

/** Merges as the window and the command line do, in this process. */
export function mergeStudy(ours: TestProject, theirs: TestProject, choices: MergeChoices = {}): Promise<Merged> {
  return mergeCopy(ours.session, { path: theirs.path, key: null }, { choices, matches: {} }, planMerge);
}

type Rows = Record<string, Record<string, unknown>[]>;

interface Looked {
  readonly rows: Rows;
  readonly hash: string;
}

function look(path: string): Looked {
  return withStudy(path, ({ project }) => ({ rows: snapshot(project) as Rows, hash: contentHash(project) }));
}

const ids = (rows: Rows, table: string): Set<unknown> => new Set((rows[table] ?? []).map(({ id }) => id));

/** Every coding of either copy is in the merged study, or its own copy, or the other one, took it away; one that both made is there once. */
function assertNoCodingLost(base: Rows, merged: Rows, copies: readonly [Rows, Rows]): void {
  const said = (row: Record<string, unknown>): string => `${String(row.coder_id)} ${String(row.category_id)}`;
  const there = ids(merged, 'coding');
  const sayings = new Set((merged.coding ?? []).map(said));
  for (const [copy, other] of [copies, copies.toReversed()] as [Rows, Rows][]) {
    for (const row of copy.coding ?? []) {
      if (there.has(row.id)) continue;
      if (ids(base, 'coding').has(row.id))
        strictEqual(ids(other, 'coding').has(row.id), false, `coding ${String(row.id)} is in both copies, and lost`);
      else {
        // made here: one that says the same stands for it, or its coder or category became another one there
        const isKnown = ids(merged, 'category').has(row.category_id) && ids(merged, 'coder').has(row.coder_id);
        strictEqual(!isKnown || sayings.has(said(row)), true, `coding ${String(row.id)} was made in one copy, and lost`);
      }
    }
  }
}

/**
 * A study parted into two copies, each worked on at random, merged in both orders: the same study, sound, with every coding; merging again
 * changes nothing; one undo gives back what was before.
 */
export function assertMergesBothWays(base: string, seed: number, steps: number): void {
  const [a, b] = [copyStudy(base, `${base}.a`), copyStudy(base, `${base}.b`)];
  workOn(a, 2 * seed, steps);
  workOn(b, 2 * seed + 1, steps);
  const [beforeA, beforeB] = [copyStudy(a, `${base}.before-a`), copyStudy(b, `${base}.before-b`)];
  const [first, ours, theirs] = [look(base), look(a), look(b)];
  const brought = mergeInto(a, beforeB).diffs.length;
  mergeInto(b, beforeA);
  const [one, other] = [look(a), look(b)];
  for (const [table, rows] of Object.entries(one.rows)) deepStrictEqual(rows, other.rows[table], `seed ${seed}: ${table} differs`);
  for (const path of [a, b])
    deepStrictEqual(
      withStudy(path, ({ project }) => checkProject(project)),
      [],
      `seed ${seed}: not sound`,
    );
  assertNoCodingLost(first.rows, one.rows, [ours.rows, theirs.rows]);
  for (const path of [beforeB, b]) strictEqual(mergeInto(a, path).diffs.length, 0, `seed ${seed}: merging again changes something`);
  if (brought === 0) return;
  // who codes blind takes back what they did themselves
  withStudy(a, ({ project }) => undo({ project, coderId: latestEntry(project.sqlite)?.coderId as CoderId }));
  strictEqual(look(a).hash, ours.hash, `seed ${seed}: undo gives back something else`);
}
