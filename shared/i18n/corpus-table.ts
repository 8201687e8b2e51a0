// Words of the corpus table: its headings and note wherever it goes, and the window's choice of columns.
import type { CorpusColumn } from '../domain/corpus-table.ts';
import type { Language } from '../domain/project.ts';
import type { SourceKind } from '../domain/source.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const MINUTE_MS = 60_000;
const DAYS = {
  fr: new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** `2019-03-14` → « 14/03/2019 », “14 Mar 2019”: short, for a column. */
export function shortDate(language: Language, isoDate: string): string {
  return DAYS[language].format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)).replaceAll(' ', '\u00a0');
}

/** Whole minutes, one at least: « 45 min », « 1 h 05 ». */
export function formatDuration(language: Language, durationMs: number): string {
  const minutes = Math.max(1, Math.round(durationMs / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes}\u00a0min`;
  return `${formatNumber(language, hours)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

interface CorpusTotals {
  readonly sources: number;
  readonly participants: number;
  /** Null where the table does not show them. */
  readonly words: number | null;
  /** Of the sources whose turns have times; null where the table shows none. */
  readonly durationMs: number | null;
}

const frColumns: Record<CorpusColumn, string> = {
  code: 'Code',
  name: 'Source',
  kind: 'Nature',
  participants: 'Participants',
  case: 'Cas',
  groups: 'Groupes de cas',
  date: 'Date',
  duration: 'Durée',
  words: 'Mots',
  ownWords: 'Mots (hors enquêteurs)',
  turns: 'Tours de parole',
  codings: 'Codages',
};
const enColumns: Record<CorpusColumn, string> = {
  code: 'Code',
  name: 'Source',
  kind: 'Kind',
  participants: 'Participants',
  case: 'Case',
  groups: 'Groups of cases',
  date: 'Date',
  duration: 'Duration',
  words: 'Words',
  ownWords: 'Words (without interviewers)',
  turns: 'Turns',
  codings: 'Codings',
};
const frKinds: Record<SourceKind, string> = { interview: 'entretien', observation: 'observation', document: 'document', survey: 'questionnaire' };
const enKinds: Record<SourceKind, string> = { interview: 'interview', observation: 'observation', document: 'document', survey: 'survey' };

const fr = {
  corpusTable: 'Tableau du corpus…',
  dialogTitle: 'Tableau du corpus',
  explanation: 'Une ligne par source, pour le chapitre de méthode. Les enquêteurs n’y figurent pas.',
  title: 'Titre du tableau',
  defaultTitle: 'Composition du corpus',
  columnsToShow: 'Colonnes',
  nothingIn: 'rien pour l’instant',
  formats: { docx: 'Word', xlsx: 'Excel', csv: 'CSV' },
  format: 'Format',
  cancel: 'Annuler',
  save: 'Enregistrer le tableau',
  saving: 'Préparation…',

  columns: frColumns,
  kinds: frKinds,
  sheet: 'Corpus',
  minutes: (label: string) => `${label} (min)`,
  note: ({ sources, participants, words, durationMs }: CorpusTotals) => {
    const parts = [
      plural('fr', sources, 'source', 'sources'),
      `${plural('fr', participants, 'participant', 'participants')} (hors enquêteurs)`,
      ...(words === null ? [] : [plural('fr', words, 'mot', 'mots')]),
      ...(durationMs === null ? [] : [`${formatDuration('fr', durationMs)} d’enregistrement`]),
    ];
    const counted = words === null ? '' : ' Les mots sont ceux de toute la transcription, questions comprises.';
    const times = durationMs === null ? '' : ' Les durées sont celles des enregistrements ou, à défaut, vont du premier au dernier temps noté.';
    return `Note\u00a0: ${parts.join(', ')}.${counted}${times}`;
  },
  source: 'Source\u00a0: élaboration personnelle.',
};

const en: typeof fr = {
  corpusTable: 'Corpus table…',
  dialogTitle: 'Corpus table',
  explanation: 'One row per source, for the methods chapter. Interviewers are left out.',
  title: 'Title of the table',
  defaultTitle: 'Composition of the corpus',
  columnsToShow: 'Columns',
  nothingIn: 'nothing yet',
  formats: { docx: 'Word', xlsx: 'Excel', csv: 'CSV' },
  format: 'Format',
  cancel: 'Cancel',
  save: 'Save the table',
  saving: 'Preparing…',

  columns: enColumns,
  kinds: enKinds,
  sheet: 'Corpus',
  minutes: (label: string) => `${label} (min)`,
  note: ({ sources, participants, words, durationMs }: CorpusTotals) => {
    const parts = [
      plural('en', sources, 'source', 'sources'),
      `${plural('en', participants, 'participant', 'participants')} (without interviewers)`,
      ...(words === null ? [] : [plural('en', words, 'word', 'words')]),
      ...(durationMs === null ? [] : [`${formatDuration('en', durationMs)} of recording`]),
    ];
    const counted = words === null ? '' : ' Words are those of the whole transcript, questions included.';
    const times = durationMs === null ? '' : ' Durations are those of the recordings or, failing that, run from the first to the last time noted.';
    return `Note: ${parts.join(', ')}.${counted}${times}`;
  },
  source: 'Source: own elaboration.',
};

export const corpusTableText: Texts<typeof fr> = { fr, en };
