// What was done in the project, by whom, month by month; how the corpus and the codings grew; the acts that decided something.
import { HISTORY_KIND_NAMES, kindOfCommand } from '../../shared/domain/history.ts';
import type { HistoryKind } from '../../shared/domain/history.ts';
import type { MemoKind } from '../../shared/domain/memo.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { listedEntries } from '../storage/change-log.ts';
import type { Project } from '../storage/open-project.ts';

/** Acts that changed what others stand on: what a reader of the study may want to follow. */
const DECISIVE: ReadonlySet<string> = new Set([
  'category.merge',
  'category.split',
  'category.remove',
  'coding.moveMany',
  'coding.applyTable',
  'autocode.apply',
  'grid.remove',
  'grid.restoreVersion',
  'source.replaceText',
  'source.remove',
  'participant.merge',
  'case.remove',
  'attribute.remove',
  'scale.remove',
]);

export interface AuditAct {
  readonly at: string;
  readonly coderName: string;
  readonly command: string;
  readonly subject: CommandSubject;
}

export interface ActCount {
  /** `2026-03` */
  readonly month: string;
  readonly coderName: string;
  readonly kind: HistoryKind;
  readonly acts: number;
}

export interface CorpusGrowth {
  readonly month: string;
  readonly sources: number;
  readonly words: number;
}

/** What stands today of one coder's codings. */
export interface CoderWork {
  readonly name: string;
  readonly codings: number;
  readonly byRule: number;
  readonly passages: number;
  readonly sources: number;
  readonly categories: number;
  /** ISO instants; null for who has not coded. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface KeptVersion {
  readonly grid: string;
  readonly number: number;
  readonly at: string;
  readonly coderName: string;
  readonly reason: string;
}

export interface MemoTally {
  readonly coderName: string;
  readonly kind: MemoKind;
  readonly memos: number;
}

export interface Audit {
  /** The acts that stand, oldest month first; entries that are one act count once. */
  readonly counts: readonly ActCount[];
  /** Acts that were taken back. */
  readonly undone: number;
  /** ISO instants of the first and the last entry. */
  readonly from: string | null;
  readonly to: string | null;
  readonly growth: readonly CorpusGrowth[];
  readonly coders: readonly CoderWork[];
  readonly versions: readonly KeptVersion[];
  readonly memos: readonly MemoTally[];
  /** Oldest first. */
  readonly decisive: readonly AuditAct[];
}

const GROWTH = `SELECT substr(imported_at, 1, 7) AS month, count(*) AS sources, sum(words) AS words FROM source GROUP BY month ORDER BY month`;
const CODERS = `
  SELECT k.name, count(c.id) AS codings, count(c.rule_id) AS byRule, count(DISTINCT c.passage_id) AS passages, count(DISTINCT p.source_id) AS sources,
    count(DISTINCT c.category_id) AS categories, min(c.created_at) AS first, max(c.created_at) AS last
  FROM coder k LEFT JOIN (coding c JOIN passage p ON p.id = c.passage_id AND p.lost_quote IS NULL) ON c.coder_id = k.id
  GROUP BY k.id ORDER BY k.created_at, k.rowid`;
const VERSIONS = `
  SELECT g.title AS grid, v.number, v.created_at AS at, k.name AS coderName, v.reason
  FROM grid_version v JOIN grid g ON g.id = v.grid_id JOIN coder k ON k.id = v.coder_id ORDER BY v.created_at, v.rowid`;
const MEMOS = `
  SELECT k.name AS coderName, m.kind, count(*) AS memos FROM memo m JOIN coder k ON k.id = m.coder_id
  GROUP BY k.id, m.kind ORDER BY k.created_at, k.rowid, m.kind`;

export function readAudit(project: Project): Audit {
  const { sqlite } = project;
  const counts = new Map<string, ActCount>();
  const decisive: AuditAct[] = [];
  let undone = 0;
  // newest first
  for (const { kind, isUndone, command, subject, at, coderName } of listedEntries(sqlite, {})) {
    if (kind !== 'do') continue;
    if (isUndone) {
      undone += 1;
      continue;
    }
    const about = kindOfCommand(command) ?? 'project';
    const month = at.slice(0, 7);
    const key = `${month} ${about} ${coderName}`;
    counts.set(key, { month, coderName, kind: about, acts: (counts.get(key)?.acts ?? 0) + 1 });
    if (DECISIVE.has(command)) decisive.push({ at, coderName, command, subject });
  }
  const order = (count: ActCount): string => `${count.month} ${HISTORY_KIND_NAMES.indexOf(count.kind)} ${count.coderName}`;
  const span = sqlite.prepare<[], { first: string | null; last: string | null }>('SELECT min(at) AS first, max(at) AS last FROM change_log').get();
  return {
    counts: [...counts.values()].toSorted((a, b) => order(a).localeCompare(order(b))),
    undone,
    from: span?.first ?? null,
    to: span?.last ?? null,
    growth: sqlite.prepare<[], CorpusGrowth>(GROWTH).all(),
    coders: sqlite.prepare<[], CoderWork>(CODERS).all(),
    versions: sqlite.prepare<[], KeptVersion>(VERSIONS).all(),
    memos: sqlite.prepare<[], MemoTally>(MEMOS).all(),
    decisive: decisive.reverse(),
  };
}
