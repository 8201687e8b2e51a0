// How long somebody has really worked: the time between two acts counts unless it was a pause.

const MINUTE_MS = 60_000;
export const PAUSE_MS = 5 * MINUTE_MS;

export interface SittingTime {
  /** ISO instant: passages coded from here on are this sitting's. */
  readonly since: string;
  readonly workedMs: number;
  /** Of the last act, in ms of the clock; null before the first. */
  readonly lastActMs: number | null;
}

export function newSitting(nowMs: number): SittingTime {
  return { since: new Date(nowMs).toISOString(), workedMs: 0, lastActMs: null };
}

/** After an act of the hand: a key, a click, a turn of the wheel. A clock put back counts nothing. */
export function afterAct(time: SittingTime, nowMs: number): SittingTime {
  const gap = time.lastActMs === null ? 0 : nowMs - time.lastActMs;
  return { ...time, workedMs: time.workedMs + (gap > 0 && gap <= PAUSE_MS ? gap : 0), lastActMs: nowMs };
}

export function wholeMinutes({ workedMs }: SittingTime): number {
  return Math.floor(workedMs / MINUTE_MS);
}

/** What was kept of a sitting, where it is one. */
export function storedSitting(text: string | null): SittingTime | null {
  if (text === null) return null;
  try {
    const { since, workedMs, lastActMs } = JSON.parse(text) as Partial<Record<keyof SittingTime, unknown>>;
    const isSitting = typeof since === 'string' && !Number.isNaN(Date.parse(since)) && typeof workedMs === 'number' && workedMs >= 0;
    return isSitting ? { since, workedMs, lastActMs: typeof lastActMs === 'number' ? lastActMs : null } : null;
  } catch {
    return null;
  }
}
