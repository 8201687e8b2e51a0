// What was done since an entry of the log, in brief: what would be missing if the project went back to it.
import { HISTORY_KIND_NAMES, kindOfCommand } from '../../shared/domain/history.ts';
import type { HistoryKind } from '../../shared/domain/history.ts';
import type { Project } from '../storage/open-project.ts';

export interface ActsSince {
  readonly entries: number;
  readonly kinds: readonly { readonly kind: HistoryKind; readonly entries: number }[];
  readonly coders: readonly string[];
}

interface Row {
  readonly command: string;
  readonly coder: string;
  readonly entries: number;
}

const NOTHING: ActsSince = { entries: 0, kinds: [], coders: [] };

const SQL = 'SELECT command, coder_name AS coder, count(*) AS entries FROM change_log WHERE number > ? AND number <= ? GROUP BY command, coder_name';

function together(one: ActsSince, rows: readonly Row[]): ActsSince {
  const before = new Map(one.kinds.map(({ kind, entries }) => [kind, entries]));
  const countOf = (kind: HistoryKind): number =>
    rows.filter(({ command }) => kindOfCommand(command) === kind).reduce((sum, { entries }) => sum + entries, before.get(kind) ?? 0);
  return {
    entries: rows.reduce((sum, { entries }) => sum + entries, one.entries),
    kinds: HISTORY_KIND_NAMES.map((kind) => ({ kind, entries: countOf(kind) })).filter(({ entries }) => entries > 0),
    coders: [...new Set([...one.coders, ...rows.map(({ coder }) => coder)])],
  };
}

/** What was done since each of these entries, the latest first: the log is read once, from the oldest of them on. */
export function readActsSince({ sqlite }: Project, lastEntries: readonly number[]): ActsSince[] {
  const between = sqlite.prepare<[number, number], Row>(SQL);
  let [acts, until] = [NOTHING, Number.MAX_SAFE_INTEGER];
  return lastEntries.map((number) => {
    acts = together(acts, between.all(number, until));
    until = Math.min(until, number);
    return acts;
  });
}
