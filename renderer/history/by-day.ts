// The history's entries under the day they were made on.
import type { HistoryEntry } from '../../shared/domain/project.ts';
import { startOfDay } from '../../shared/i18n/date.ts';

export interface HistoryDay {
  /** An instant of that day. */
  readonly at: string;
  readonly entries: readonly HistoryEntry[];
}

/** The latest day first, and in each day the latest entry first. */
export function byDay(entries: readonly HistoryEntry[]): HistoryDay[] {
  const days = new Map<number, HistoryEntry[]>();
  for (const entry of [...entries].sort((a, b) => b.number - a.number)) {
    const day = startOfDay(new Date(entry.at));
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return [...days.values()].map((ofDay) => ({ at: ofDay[0]?.at ?? '', entries: ofDay }));
}
