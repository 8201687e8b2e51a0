// Days and hours as people of each language write them.
import type { Language } from '../domain/project.ts';

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const;
const DAY_MS = 86_400_000;
const FORMS = {
  /** The same day in every time zone. */
  date: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const formats = new Map<string, Intl.DateTimeFormat>();
const relative = {
  fr: { at: ' à ', today: 'aujourd’hui', yesterday: 'hier' },
  en: { at: ' at ', today: 'today', yesterday: 'yesterday' },
};

/** Kept: making a format takes milliseconds, using one next to nothing. */
function formatIn(language: Language, form: keyof typeof FORMS): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], FORMS[form]);
  formats.set(key, known);
  return known;
}

/** `2019-03-14` → « 14 mars 2019 »; the day alone, whatever the time zone. */
export function formatDate(language: Language, isoDate: string): string {
  return formatIn(language, 'date').format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`));
}

/** An instant's hour where the reader is: « 14:32 ». */
export function formatTime(language: Language, isoTime: string): string {
  return formatIn(language, 'time').format(new Date(isoTime));
}

/** An instant's day where the reader is: « aujourd’hui », « hier », « mercredi 14 mars 2019 ». */
export function formatDay(language: Language, isoTime: string, now: Date = new Date()): string {
  const days = Math.round((startOfDay(now) - startOfDay(new Date(isoTime))) / DAY_MS);
  if (days === 0) return relative[language].today;
  if (days === 1) return relative[language].yesterday;
  return formatIn(language, 'weekday').format(new Date(isoTime));
}

/** « aujourd’hui à 14:32 », « 14 mars 2019 ». */
export function formatWhen(language: Language, isoTime: string, now: Date = new Date()): string {
  const day = formatDay(language, isoTime, now);
  if (day === relative[language].today || day === relative[language].yesterday)
    return `${day}${relative[language].at}${formatTime(language, isoTime)}`;
  return formatIn(language, 'day').format(new Date(isoTime));
}

/** The same for two instants of one day where the reader is; a key to group by. */
export function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
