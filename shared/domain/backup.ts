// Which backups stay: all of the last day, then one a day for two weeks, one a week for three months, one a month after that.

/** Before what a backup is made; others are made by the clock. */
export const BACKUP_REASONS = ['import', 'merge', 'update', 'asked'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export interface Backup {
  /** Its file's name. */
  readonly name: string;
  /** ISO instant, UTC. */
  readonly at: string;
  /** Number of the log's last entry that it holds. */
  readonly lastEntry: number;
  /** Of that entry's content, which may go on under its number; empty for a backup of an earlier version. */
  readonly hash: string;
  readonly reason: BackupReason | null;
  readonly bytes: number;
}

const DAY_MS = 86_400_000;
const ALL_FOR_DAYS = 1;
const DAILY_FOR_DAYS = 14;
const WEEKLY_FOR_DAYS = 92;

/** Those that share it are one time's; the latest of them stays. */
function timeOf(at: number, now: number): string {
  const days = (now - at) / DAY_MS;
  const day = Math.floor(at / DAY_MS);
  if (days < ALL_FOR_DAYS) return `at ${at}`;
  if (days < DAILY_FOR_DAYS) return `day ${day}`;
  if (days < WEEKLY_FOR_DAYS) return `week ${Math.floor(day / 7)}`;
  return `month ${new Date(at).toISOString().slice(0, 7)}`;
}

/** Backups that may go; the latest never does. */
export function expendable(backups: readonly Backup[], now: Date): Backup[] {
  const kept = new Set<string>();
  const latestFirst = backups.toSorted((a, b) => b.at.localeCompare(a.at));
  return latestFirst.filter(({ at }, index) => {
    const time = timeOf(Date.parse(at), now.getTime());
    const isTaken = kept.has(time);
    kept.add(time);
    return isTaken && index > 0;
  });
}

/** How long somebody works until the next backup. */
export const BACK_UP_EVERY_MS = 20 * 60_000;
