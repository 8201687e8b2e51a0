// Dates gathered into periods: steps of the calendar, or the study's own phases.
import { shownValue } from './attribute-value.ts';
import type { AxisTitles } from './matrix-axis.ts';
import type { PeriodRule } from './matrix.ts';

/** Half open, ISO days; `to` empty: it has not ended. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

const iso = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The days that a date stands for, half open: `2019` is the whole year. Null for what is no date. */
export function daysOf(date: string): { readonly from: string; readonly to: string } | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === '') return null;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = iso(y, m, d);
  if (day !== undefined) return { from, to: iso(y, m, d + 1) };
  return { from, to: month === undefined ? iso(y + 1, 0, 1) : iso(y, m + 1, 1) };
}

type Step = Exclude<PeriodRule['by'], 'phases'>;
const MONTHS: Readonly<Record<Exclude<Step, 'day'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The step of the calendar that a day lies in. */
function stepAround(day: string, by: Step): { readonly from: string; readonly to: string } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (by === 'day') return { from: day, to: iso(year, month - 1, date + 1) };
  const months = MONTHS[by];
  const first = Math.floor((month - 1) / months) * months;
  return { from: iso(year, first, 1), to: iso(year, first + months, 1) };
}

function nameOf(from: string, by: Step, titles: AxisTitles): string {
  const [year = '', month = '01'] = from.split('-');
  if (by === 'year') return year;
  if (by === 'quarter') return titles.quarter(Math.ceil(Number(month) / 3), year);
  return shownValue(by === 'month' ? `${year}-${month}` : from, 'date', titles.language);
}

/** Beyond this, empty steps between two dates are left out: one mistyped year must not list thousands of them. */
const MOST_STEPS = 400;

function calendarSteps(dates: readonly string[], by: Step, titles: AxisTitles): Period[] {
  const days = dates.flatMap((date) => {
    const span = daysOf(date);
    const step = span && stepAround(span.from, by);
    return span && step && span.to <= step.to ? [span.from] : [];
  });
  const used = [...new Set(days.map((day) => stepAround(day, by).from))].sort();
  const [first] = used;
  const last = used.at(-1);
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  // a study's days are few and far between: only those with something
  if (by !== 'day') for (let from = first; from <= last && all.length <= MOST_STEPS; from = stepAround(from, by).to) all.push(from);
  const listed = by === 'day' || all.length > MOST_STEPS ? used : all;
  return listed.map((from) => ({ ...stepAround(from, by), name: nameOf(from, by, titles) }));
}

function phases(rule: PeriodRule & { by: 'phases' }): Period[] {
  const inTime = rule.phases.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return inTime.map(({ name, from }, index) => ({ name, from, to: inTime[index + 1]?.from ?? '' })).filter(({ from, to }) => from !== to);
}

/** The periods of these dates, in time. Calendar steps run from the first date to the last, empty ones between them included. */
export function periodsOf(dates: readonly string[], rule: PeriodRule, titles: AxisTitles): Period[] {
  return rule.by === 'phases' ? phases(rule) : calendarSteps(dates, rule.by, titles);
}

/** Which of the periods holds a date whole; −1 for none: before the first, or a date vaguer than the period. */
export function periodAt(periods: readonly Period[], date: string): number {
  const span = daysOf(date);
  if (!span) return -1;
  return periods.findIndex(({ from, to }) => span.from >= from && (to === '' || span.to <= to));
}
