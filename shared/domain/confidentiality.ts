// What a study promises to the people in it: until when their words are kept, and what an ethics committee asks about them.
import { z } from 'zod';
import { folded } from './category.ts';
import type { ErasureRecord } from './erasure.ts';

const answer = z.string().trim().max(4000);
/** What only the researcher knows. Empty: left to fill in by hand. */
export const sheetAnswers = z.object({
  controller: answer,
  contact: answer,
  legalBasis: answer,
  consent: answer,
  recipients: answer,
  storagePlace: answer,
  afterwards: answer,
});
export type SheetAnswers = z.infer<typeof sheetAnswers>;
export const SHEET_QUESTIONS = Object.keys(sheetAnswers.shape) as (keyof SheetAnswers)[];
export const NO_ANSWERS: SheetAnswers = {
  controller: '',
  contact: '',
  legalBasis: '',
  consent: '',
  recipients: '',
  storagePlace: '',
  afterwards: '',
};

/** Categories of data that the law protects more (GDPR, article 9 and 10). */
export const SPECIAL_KINDS = ['health', 'opinion', 'union', 'religion', 'origin', 'sexuality', 'biometric', 'offence'] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

/** Beginnings of words, in French and English, folded. */
const TELLING: Readonly<Record<SpecialKind, readonly string[]>> = {
  health: [
    'sante',
    'health',
    'maladie',
    'pathologie',
    'handicap',
    'disabilit',
    'diagnos',
    'traitement medical',
    'medical',
    'depress',
    'addict',
    'grossesse',
    'pregnan',
  ],
  opinion: ['opinion', 'politi', 'vote', 'parti '],
  union: ['syndic', 'union', 'trade union'],
  religion: ['relig', 'croyance', 'belief', 'confession', 'philosoph', 'cult'],
  origin: ['origine', 'ethni', 'race', 'racial', 'nationalit', 'ancestr'],
  sexuality: ['sexu', 'orientation', 'genre vecu', 'gender identity'],
  biometric: ['biometr', 'genet', 'empreinte', 'adn', 'dna'],
  offence: ['condamn', 'infraction', 'casier', 'judiciaire', 'offence', 'crimin', 'convict', 'detention', 'prison'],
};

/** What an attribute's name makes one think of; only the researcher can tell. */
export function specialKindOf(name: string): SpecialKind | null {
  const words = ` ${folded(name)} `;
  return SPECIAL_KINDS.find((kind) => TELLING[kind].some((start) => words.includes(` ${start}`))) ?? null;
}

export const REMINDED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Days left until the day; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today.slice(0, 10)}T00:00:00Z`)) / DAY_MS);
}

export interface Retention {
  readonly keepUntil: string;
  readonly daysLeft: number;
}

/** Null as long as nobody needs to be reminded. */
export function dueRetention(keepUntil: string | null, today: string): Retention | null {
  if (keepUntil === null) return null;
  const daysLeft = daysUntil(keepUntil, today);
  return daysLeft <= REMINDED_DAYS ? { keepUntil, daysLeft } : null;
}

export interface Confidentiality {
  readonly keepUntil: string | null;
  readonly answers: SheetAnswers;
  readonly pseudonymisedAt: string | null;
  readonly erasures: readonly ErasureRecord[];
}
