// What is asked of the history, and how it stands in a call.
import type { Input } from '../../shared/contract/contract.ts';
import type { HistoryKind } from '../../shared/domain/history.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { startOfDay } from '../../shared/i18n/date.ts';

export const PERIODS = ['today', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export interface Asked {
  readonly coderId: CoderId | null;
  readonly kind: HistoryKind | null;
  readonly period: Period | null;
  readonly words: string;
}

export const EVERYTHING: Asked = { coderId: null, kind: null, period: null, words: '' };

const DAYS_BACK: Readonly<Record<Period, number>> = { today: 0, week: 6, month: 29 };

/** From the start of a day, as days are where the window is. */
function sinceOf(period: Period, now: Date): string {
  const day = new Date(startOfDay(now));
  day.setDate(day.getDate() - DAYS_BACK[period]);
  return day.toISOString();
}

export type PageQuery = Omit<Input<'history.list'>, 'limit' | 'before'>;

export function queryOf({ coderId, kind, period, words }: Asked, objectId: string | undefined, language: Language, now: Date): PageQuery {
  return {
    ...(coderId === null ? {} : { coderId }),
    ...(kind === null ? {} : { kind }),
    ...(period === null ? {} : { since: sinceOf(period, now) }),
    ...(words.trim() === '' ? {} : { words: words.trim(), language }),
    ...(objectId === undefined ? {} : { objectId }),
  };
}
