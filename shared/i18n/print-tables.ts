// Words that pieces of a thesis print: the source line, the table of verbatims, the quote book, counts with their warning.
import type { SourceKind } from '../domain/source.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

/** What the corpus is made of, for a source line. */
interface CorpusFacts {
  readonly author: string | null;
  /** In the order in which they are first found. */
  readonly kinds: readonly SourceKind[];
  /** Of the sources' dates; null where none has one. */
  readonly years: { readonly first: string; readonly last: string } | null;
}

const kindsFr: Record<SourceKind, string> = { interview: 'entretiens', observation: 'observations', document: 'documents', survey: 'questionnaires' };
const kindsEn: Record<SourceKind, string> = { interview: 'interviews', observation: 'observations', document: 'documents', survey: 'surveys' };

const listFr = new Intl.ListFormat('fr-FR', { type: 'conjunction' });
const listEn = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const yearsOf = (years: CorpusFacts['years']): string =>
  years === null ? '' : ` ${years.first === years.last ? years.first : `${years.first}–${years.last}`}`;

const fr = {
  corpusLine: ({ author, kinds, years }: CorpusFacts) => {
    const corpus = kinds.length === 0 ? '' : `, ${listFr.format(kinds.map((kind) => kindsFr[kind]))}${yearsOf(years)}`;
    return `Source : ${author ?? 'élaboration personnelle'}${corpus}`;
  },

  verbatimsTitle: 'Tableau de verbatims',
  verbatimsOf: (grid: string) => `Verbatims par thème : ${grid}`,
  theme: 'Thème',
  subTheme: 'Sous-thème',
  verbatim: 'Verbatim',
  source: 'Source',
  case: 'Cas',
  interview: 'Entretien',
  respondent: 'Répondant',
  categories: 'Catégories',
  path: (names: readonly string[]) => names.join(' › '),
  itself: '(thème lui-même)',
  chosen: (most: number) =>
    `Note : ${plural('fr', most, 'verbatim', 'verbatims')} au plus par sous-thème ; d’abord ceux qui ont été épinglés, puis les bonnes citations, puis les autres, répartis entre les cas et les répondants. […] : coupure.`,
  allChosen: 'Note : tous les passages codés, dans l’ordre du corpus. […] : coupure.',
  shown: (shown: number, of: number) => `${formatNumber('fr', shown)} sur ${formatNumber('fr', of)}`,
  noVerbatim: 'Aucun verbatim : aucun passage codé ne répond à ce choix. Élargissez les grilles, les catégories ou les filtres choisis.',

  bookByCategory: 'Recueil de citations par thème',
  bookByRespondent: 'Recueil de citations par répondant',
  grid: 'Grille',
  quotes: (count: number) => plural('fr', count, 'citation', 'citations'),
  nobody: 'Locuteur non précisé',
  noCase: 'Hors cas',

  countsTitle: {
    presence: (rows: string, columns: string) => `Présence des thèmes : ${rows} × ${columns}`,
    passages: (rows: string, columns: string) => `Nombre de passages : ${rows} × ${columns}`,
    words: (rows: string, columns: string) => `Nombre de mots : ${rows} × ${columns}`,
  },
  countsDocument: (rows: string, columns: string) => `Dénombrement : ${rows} × ${columns}`,
  measures: { presence: 'Présence', passages: 'Passages', words: 'Mots' },
  total: 'Total',
  cases: 'Cas',
  sources: 'Sources',
  references: 'Références',
  words: 'Mots',
  number: (value: number) => formatNumber('fr', value),
  countsNote: {
    presence: 'Note : 1 = au moins un passage codé ; 0 = aucun. La ligne « Total » compte les lignes présentes.',
    passages:
      'Note : passages distincts (même source, mêmes bornes). Les totaux comptent chaque passage une fois, même s’il est dans plusieurs cellules.',
    words:
      'Note : mots des passages, sans ceux des enquêteurs. Un mot que plusieurs passages couvrent compte une fois, dans la cellule comme dans les totaux.',
  },
  warning:
    'Ces effectifs décrivent le corpus codé ; ils ne mesurent ni l’importance d’un thème ni sa diffusion hors du corpus. Ils dépendent de la longueur des entretiens, des questions posées et du découpage des passages, et un thème absent d’un cas n’y a peut-être pas été abordé. Le nombre de cas et le nombre de références sont donnés ensemble pour que chaque effectif soit relu dans les textes.',
};

const en: typeof fr = {
  corpusLine: ({ author, kinds, years }) => {
    const corpus = kinds.length === 0 ? '' : `, ${listEn.format(kinds.map((kind) => kindsEn[kind]))}${yearsOf(years)}`;
    return `Source: ${author ?? 'own elaboration'}${corpus}`;
  },

  verbatimsTitle: 'Table of quotes',
  verbatimsOf: (grid) => `Quotes by theme: ${grid}`,
  theme: 'Theme',
  subTheme: 'Sub-theme',
  verbatim: 'Quote',
  source: 'Source',
  case: 'Case',
  interview: 'Interview',
  respondent: 'Respondent',
  categories: 'Categories',
  path: (names) => names.join(' › '),
  itself: '(the theme itself)',
  chosen: (most) =>
    `Note: at most ${plural('en', most, 'quote', 'quotes')} per sub-theme; first those that were pinned, then the good quotes, then the others, spread over cases and respondents. […]: cut.`,
  allChosen: 'Note: all coded passages, in corpus order. […]: cut.',
  shown: (shown, of) => `${formatNumber('en', shown)} of ${formatNumber('en', of)}`,
  noVerbatim: 'No quote: no coded passage answers this choice. Widen the grids, the categories or the filters chosen.',

  bookByCategory: 'Quote book by theme',
  bookByRespondent: 'Quote book by respondent',
  grid: 'Grid',
  quotes: (count) => plural('en', count, 'quote', 'quotes'),
  nobody: 'Speaker not given',
  noCase: 'Outside the cases',

  countsTitle: {
    presence: (rows, columns) => `Presence of the themes: ${rows} × ${columns}`,
    passages: (rows, columns) => `Number of passages: ${rows} × ${columns}`,
    words: (rows, columns) => `Number of words: ${rows} × ${columns}`,
  },
  countsDocument: (rows, columns) => `Counts: ${rows} × ${columns}`,
  measures: { presence: 'Presence', passages: 'Passages', words: 'Words' },
  total: 'Total',
  cases: 'Cases',
  sources: 'Sources',
  references: 'References',
  words: 'Words',
  number: (value) => formatNumber('en', value),
  countsNote: {
    presence: 'Note: 1 = at least one coded passage; 0 = none. The row “Total” counts the rows that are present.',
    passages: 'Note: distinct passages (same source, same ends). Totals count each passage once, even where it stands in several cells.',
    words:
      'Note: words of the passages, without those of the interviewers. A word that several passages cover counts once, in the cell as in the totals.',
  },
  warning:
    'These counts describe the coded corpus; they measure neither the importance of a theme nor how widespread it is beyond the corpus. They depend on the length of the interviews, the questions asked and how passages were cut, and a theme absent from a case may simply not have come up there. Cases and references are given together so that every count is read again in the texts.',
};

export const printTablesText: Texts<typeof fr> = { fr, en };
