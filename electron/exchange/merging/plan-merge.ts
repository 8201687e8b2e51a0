// Works out what merging another copy into ours does, from the two files alone; writes nothing.
import type { FreeThing, MergeByCoder, MergeChoices, MergeConflict, MergeCount, MergeMatch, MergeMatches } from '../../../shared/domain/merge.ts';
import { Refusal } from '../../../shared/domain/failure.ts';
import { orderLists } from './order-lists.ts';
import { joinImports, sameImports } from './same-imports.ts';
import { assertSameNames } from './same-names.ts';
import { openForReading } from '../../storage/open-project.ts';
import type { ProjectPlace } from '../../storage/project-key.ts';
import type { RowDiff } from '../../storage/writer.ts';
import { CommonGround } from './common-ground.ts';
import type { MergeRecord } from './common-ground.ts';
import { Mender } from './mend.ts';
import { mergedDiffs } from './merged-diffs.ts';
import { MergedStudy } from './merged-study.ts';
import { freeThings, joinMatches, matchedSources, proposedMatches } from './match-projects.ts';
import { MergedTexts } from './merged-texts.ts';
import { followMerges, inOrderOfNaming, unify } from './same-things.ts';
import { decideRows } from './three-way.ts';
import { MERGED_TABLES, TwoCopies } from './two-copies.ts';

export interface MergePlan {
  readonly isRelated: boolean;
  readonly commonEntries: number;
  readonly newEntries: number;
  readonly diffs: readonly RowDiff[];
  readonly conflicts: readonly MergeConflict[];
  readonly counts: readonly MergeCount[];
  readonly coders: readonly MergeByCoder[];
  /** Of projects without a past in common; else the files that both copies took in. */
  readonly matches: readonly MergeMatch[];
  readonly free: readonly FreeThing[];
  readonly record: Omit<MergeRecord, 'file'>;
}

export type OnStep = (done: number, total: number) => void;

const STEPS = 5;
const MOST_ROUNDS = 50;

/** Mends until nothing is left to mend; every round sees what the last one did. */
function mend(study: MergedStudy, tables: readonly string[]): void {
  const mender = new Mender(study);
  let rounds = 0;
  for (let again = true; again; rounds += 1) {
    if (rounds > MOST_ROUNDS) throw new Error('the merged study does not come to rest');
    const parts = [
      unify(study, tables),
      mender.references(),
      mender.barePassages(),
      mender.circles(),
      mender.places(),
      mender.links(),
      mender.emptyAssignments(),
    ];
    again = parts.some(Boolean);
  }
  mender.cells();
  mender.values();
  mender.rules();
  mender.blindPeriods();
  mender.memoLinks();
  orderLists(study);
}

/** Rows that are counted of none are places and counts that moved along. */
function countsOf(study: MergedStudy, diffs: readonly RowDiff[]): MergeCount[] {
  const counts = new Map<string, { added: number; changed: number; removed: number }>();
  for (const diff of diffs) {
    const { quiet = [] } = study.rule(diff.table);
    const isQuiet = (name: string): boolean => quiet.includes(name) || (diff.table === 'turn' && (name === 'position' || name === 'number'));
    if (diff.op === 'update' && Object.keys(diff.after).every(isQuiet)) continue;
    let count = counts.get(diff.table);
    if (!count) counts.set(diff.table, (count = { added: 0, changed: 0, removed: 0 }));
    count[diff.op === 'insert' ? 'added' : diff.op === 'update' ? 'changed' : 'removed'] += 1;
  }
  return MERGED_TABLES.flatMap((table) => {
    const count = counts.get(table);
    return count ? [{ table, ...count }] : [];
  });
}

function codersOf(study: MergedStudy, diffs: readonly RowDiff[]): MergeByCoder[] {
  const coders = new Map<string, { name: string; added: number; changed: number; removed: number }>();
  for (const diff of diffs) {
    if (diff.table !== 'coding') continue;
    const row = diff.op === 'remove' ? diff.before : study.get('coding', diff.id);
    const id = String(row?.coder_id);
    const name = String((study.get('coder', id) ?? study.copies.row('ours', 'coder', id))?.name ?? '');
    let coder = coders.get(id);
    if (!coder) coders.set(id, (coder = { name, added: 0, changed: 0, removed: 0 }));
    coder[diff.op === 'insert' ? 'added' : diff.op === 'update' ? 'changed' : 'removed'] += 1;
  }
  return [...coders.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function mergedStudy(study: MergedStudy, pairs: readonly MergeMatch[], onStep: OnStep): void {
  const { copies, ground } = study;
  const matches = ground.isRelated ? [] : pairs;
  const tables = inOrderOfNaming(study);
  const texts = new MergedTexts(study);
  const matched = matchedSources(matches);
  for (const [theirs, ours] of matched) texts.addMatched(ours, theirs);
  const isMatched = new Set([...matched].flat());
  for (const source of MergedTexts.differing(study)) if (!isMatched.has(source)) texts.add(source);
  onStep(2, STEPS);
  for (const table of tables) if (table !== 'turn') decideRows(study, table, copies.differing(table));
  for (const table of ['passage', 'case_part', 'question_turn'] as const) decideRows(study, table, texts.anchored(table));
  onStep(3, STEPS);
  followMerges(study);
  joinMatches(study, matches);
  if (ground.isRelated) joinImports(study, pairs);
  mend(study, tables);
  texts.count();
  onStep(4, STEPS);
}

export interface MergeSetting {
  readonly choices: MergeChoices;
  /** Instead of what is proposed, for projects without a past in common. */
  readonly matches: MergeMatches;
}

/** What SQLite says of a file whose pages are broken. */
function asRefusal(error: unknown, path: string): unknown {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR'].some((each) => code.startsWith(each)) ? new Refusal('project.damaged', { path }) : error;
}

/** `theirs`: a whole project of this version's form, which nobody writes meanwhile. */
export function planMerge(one: ProjectPlace, theirs: ProjectPlace, { choices, matches }: MergeSetting, onStep: OnStep = () => undefined): MergePlan {
  const ours = openForReading(one.path, one.key);
  try {
    const copies = new TwoCopies(ours.sqlite, theirs);
    // one state of both, whoever writes meanwhile
    ours.sqlite.exec('BEGIN');
    const ground = new CommonGround(copies);
    if (ground.isRelated) assertSameNames(ours, theirs);
    onStep(1, STEPS);
    const study = new MergedStudy(copies, ground, choices);
    const matched = ground.isRelated ? sameImports(copies, matches) : proposedMatches(copies, matches);
    mergedStudy(study, matched, onStep);
    const diffs = mergedDiffs(study);
    onStep(STEPS, STEPS);
    return {
      isRelated: ground.isRelated,
      commonEntries: ground.commonEntries,
      newEntries: ground.brings.length,
      diffs,
      conflicts: study.conflicts,
      counts: countsOf(study, diffs),
      coders: codersOf(study, diffs),
      matches: matched,
      free: ground.isRelated ? [] : freeThings(copies, matched),
      record: { holds: ground.brings, isSettled: study.isSettled },
    };
  } catch (error) {
    throw asRefusal(error, theirs.path);
  } finally {
    if (ours.sqlite.inTransaction) ours.sqlite.exec('ROLLBACK');
    ours.sqlite.close();
  }
}
