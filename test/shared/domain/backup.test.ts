// Which backups stay.
import { describe, expect, it } from 'vitest';
import { expendable } from '../../../shared/domain/backup.ts';
import type { Backup } from '../../../shared/domain/backup.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const backup = (at: string): Backup => ({ name: at, at, lastEntry: 1, hash: '', reason: null, bytes: 1 });
const ago = (hours: number): Backup => backup(new Date(NOW.getTime() - hours * 3_600_000).toISOString());
const kept = (backups: readonly Backup[]): string[] => {
  const gone = new Set(expendable(backups, NOW));
  return backups.filter((each) => !gone.has(each)).map(({ at }) => at);
};

describe('backups', () => {
  it('of the last day all stay', () => {
    const day = Array.from({ length: 23 }, (_, hour) => ago(hour));
    expect(kept(day)).toHaveLength(23);
  });

  it('then one a day, one a week, one a month: the latest of each', () => {
    const every = Array.from({ length: 2 * 365 * 3 }, (_, third) => ago(8 * third));
    const stay = kept(every);
    const between = (from: number, to: number): number =>
      stay.filter((at) => NOW.getTime() - Date.parse(at) >= from * 86_400_000 && NOW.getTime() - Date.parse(at) < to * 86_400_000).length;
    expect(between(1, 14)).toBeGreaterThanOrEqual(13);
    expect(between(1, 14)).toBeLessThanOrEqual(14);
    expect(between(14, 92)).toBeLessThanOrEqual(13);
    expect(between(92, 730)).toBeLessThanOrEqual(23);
    expect(between(92, 730)).toBeGreaterThanOrEqual(20);
  });

  it('the latest stays however old it is, and what stays today stays when looked at again', () => {
    expect(kept([backup('2020-01-01T00:00:00Z')])).toHaveLength(1);
    const every = Array.from({ length: 300 }, (_, third) => ago(8 * third));
    const once = kept(every);
    expect(kept(once.map(backup))).toEqual(once);
  });
});
