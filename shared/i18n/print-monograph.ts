// Words of a case's monograph on paper.
import type { SourceKind } from '../domain/source.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const kindsFr: Record<SourceKind, string> = { interview: 'entretien', observation: 'observation', document: 'document', survey: 'enquête' };
const kindsEn: Record<SourceKind, string> = { interview: 'interview', observation: 'observation', document: 'document', survey: 'survey' };

const fr = {
  title: (cases: readonly string[]) => (cases.length === 1 ? `Analyse intra-cas\u00a0: ${cases[0]}` : 'Analyses intra-cas'),
  sheet: 'Fiche du cas',
  fact: 'Caractéristique',
  value: 'Valeur',
  groups: 'Groupes de cas',
  sources: 'Sources du cas',
  code: 'Code',
  kind: 'Nature',
  date: 'Date',
  words: 'Mots',
  who: 'Qui parle',
  people: 'Personnes',
  person: (number: number) => `P${number}`,
  name: 'Personne',
  kinds: kindsFr,
  number: (value: number) => formatNumber('fr', value),
  part: (first: number | null, last: number | null) => (first === null || last === null ? 'en partie' : `§${first} à §${last}`),
  questions: 'Questions de recherche',
  rating: (label: string, scale: string) => `Cote\u00a0: ${label}${scale === '' ? '' : ` (échelle «\u00a0${scale}\u00a0»)`}`,
  draft: 'à l’état d’ébauche',
  remark: 'Observation',
  unwritten: (names: readonly string[]) =>
    `${plural('fr', names.length, 'thème codé dans ce cas n’a', 'thèmes codés dans ce cas n’ont')} pas encore de synthèse\u00a0: ${names.join(' ; ')}.`,
  nothing: 'Rien n’est encore écrit de ce cas.',
  noCase: 'Aucun cas.',
};

const en: typeof fr = {
  title: (cases) => (cases.length === 1 ? `Within-case analysis: ${cases[0]}` : 'Within-case analyses'),
  sheet: 'Case sheet',
  fact: 'Characteristic',
  value: 'Value',
  groups: 'Groups of cases',
  sources: 'Sources of the case',
  code: 'Code',
  kind: 'Kind',
  date: 'Date',
  words: 'Words',
  who: 'Who speaks',
  people: 'People',
  person: (number) => `P${number}`,
  name: 'Person',
  kinds: kindsEn,
  number: (value) => formatNumber('en', value),
  part: (first, last) => (first === null || last === null ? 'in part' : `§${first} to §${last}`),
  questions: 'Research questions',
  rating: (label, scale) => `Rating: ${label}${scale === '' ? '' : ` (scale “${scale}”)`}`,
  draft: 'draft',
  remark: 'Remark',
  unwritten: (names) =>
    `${plural('en', names.length, 'theme coded in this case has', 'themes coded in this case have')} no synthesis yet: ${names.join('; ')}.`,
  nothing: 'Nothing is written of this case yet.',
  noCase: 'No case.',
};

export const printMonographText: Texts<typeof fr> = { fr, en };
