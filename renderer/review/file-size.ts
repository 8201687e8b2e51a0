// How large a file is, as people of each language write it.
import type { Language } from '../../shared/domain/project.ts';

const KILOBYTE = 1024;
const UNITS: Readonly<Record<Language, readonly [string, string]>> = { fr: ['Ko', 'Mo'], en: ['KB', 'MB'] };

/** Many mailboxes refuse what is larger, once it is wrapped for the way. */
export const MOST_BY_MAIL_BYTES = 15 * KILOBYTE * KILOBYTE;

export function sizeWords(language: Language, bytes: number): string {
  const [kilo, mega] = UNITS[language];
  const isLarge = bytes >= KILOBYTE * KILOBYTE;
  const value = isLarge ? bytes / KILOBYTE / KILOBYTE : Math.ceil(bytes / KILOBYTE);
  const written = value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: isLarge ? 1 : 0 });
  return `${written}\u00a0${isLarge ? mega : kilo}`;
}
