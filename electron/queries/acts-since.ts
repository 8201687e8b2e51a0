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

const SQL = 'SELECT command, coder_name AS coder, count(*) AS entries FROM change_log WHERE number > ? GROUP BY command, coder_name';

export function readActsSince({ sqlite }: Project, lastEntry: number): ActsSince {
  const rows = sqlite.prepare<[number], Row>(SQL).all(lastEntry);
  const countOf = (kind: HistoryKind): number =>
    rows.filter(({ command }) => kindOfCommand(command) === kind).reduce((sum, { entries }) => sum + entries, 0);
  return {
    entries: rows.reduce((sum, { entries }) => sum + entries, 0),
    kinds: HISTORY_KIND_NAMES.map((kind) => ({ kind, entries: countOf(kind) })).filter(({ entries }) => entries > 0),
    coders: [...new Set(rows.map(({ coder }) => coder))],
  };
}
