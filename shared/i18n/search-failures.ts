// Why a search kept by name could not be kept or is not there, and why what was found was not coded.
import type { FailureData } from '../domain/failure.ts';
import { formatNumber } from './text.ts';
import type { Texts } from './text.ts';

type Code =
  | 'savedSearch.unknown'
  | 'savedSearch.nameTaken'
  | 'search.nothing'
  | 'search.onlyNot'
  | 'search.gone'
  | 'search.tooMany'
  | 'search.tooManyToSort'
  | 'retrieval.tooManyToCode';

export const searchFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'savedSearch.unknown': () => 'Cette recherche enregistrée n’existe plus.',
    'savedSearch.nameTaken': (d) => `Une recherche enregistrée s’appelle déjà « ${String(d.name)} ». Choisissez un autre nom.`,
    'search.nothing': () => 'Dites d’abord ce qu’il faut chercher : un mot au moins.',
    'search.onlyNot': () => 'La recherche ne dit que ce qu’il ne faut pas trouver : ajoutez un mot à chercher.',
    'search.gone': () => 'La recherche nomme un entretien, un cas, une personne ou un attribut qui n’existe plus.',
    'search.tooMany': (d) =>
      `Cette recherche trouve plus de ${formatNumber('fr', Number(d.most))} passages, plus que l’on n’en peut lire. Resserrez-la.`,
    'search.tooManyToSort': (d) =>
      `Trop de passages à trier par leurs mots : resserrez la recherche à ${formatNumber('fr', Number(d.most))} au plus.`,
    'retrieval.tooManyToCode': (d) =>
      `${formatNumber('fr', Number(d.count))} passages sont trop pour un seul codage (${formatNumber('fr', Number(d.most))} au plus) : précisez d’abord la recherche.`,
  },
  en: {
    'savedSearch.unknown': () => 'This saved search no longer exists.',
    'savedSearch.nameTaken': (d) => `A saved search is already called “${String(d.name)}”. Choose another name.`,
    'search.nothing': () => 'Say first what to look for: one word at least.',
    'search.onlyNot': () => 'The search only says what is not to be found: add a word to look for.',
    'search.gone': () => 'The search names a source, a case, a person or an attribute that no longer exists.',
    'search.tooMany': (d) => `This search finds more than ${formatNumber('en', Number(d.most))} passages, more than can be read. Narrow it.`,
    'search.tooManyToSort': (d) => `Too many passages to sort by their words: narrow the search to ${formatNumber('en', Number(d.most))} at most.`,
    'retrieval.tooManyToCode': (d) =>
      `${formatNumber('en', Number(d.count))} passages are too many to code at once (${formatNumber('en', Number(d.most))} at most): narrow the search first.`,
  },
};
