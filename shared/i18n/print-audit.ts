// Words of the audit summary on paper: how the work went, told plainly.
import type { HistoryKind } from '../domain/history.ts';
import type { MemoKind } from '../domain/memo.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const monthFr = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthEn = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const firstDay = (month: string): Date => new Date(`${month}-01T00:00:00Z`);

const kindsFr: Record<HistoryKind, string> = {
  texts: 'Textes',
  cases: 'Cas',
  guides: 'Guides',
  grids: 'Grilles',
  codings: 'Codages',
  memos: 'Mémos',
  matrices: 'Matrices',
  analyses: 'Recherches et analyses',
  review: 'Relecture',
  project: 'Projet',
};
const kindsEn: Record<HistoryKind, string> = {
  texts: 'Texts',
  cases: 'Cases',
  guides: 'Guides',
  grids: 'Grids',
  codings: 'Codings',
  memos: 'Memos',
  matrices: 'Matrices',
  analyses: 'Searches and analyses',
  review: 'Review',
  project: 'Project',
};
const memosFr: Record<MemoKind, string> = { analytic: 'Analytiques', methodological: 'Méthodologiques', theoretical: 'Théoriques', diary: 'Journal' };
const memosEn: Record<MemoKind, string> = { analytic: 'Analytic', methodological: 'Methodological', theoretical: 'Theoretical', diary: 'Diary' };

const fr = {
  title: 'Trace du travail d’analyse',
  span: (from: string, to: string, acts: number, coders: number) =>
    `${from === to ? `Le ${from}` : `Du ${from} au ${to}`}, ${plural('fr', acts, 'acte', 'actes')} de ${plural('fr', coders, 'personne', 'personnes')}, lus dans le journal du projet.`,
  undone: (acts: number) => ` ${plural('fr', acts, 'acte annulé n’est pas compté', 'actes annulés ne sont pas comptés')}.`,
  purpose:
    'Ces tableaux disent comment le travail s’est fait, pour qui veut le suivre. Le nombre d’actes ne mesure ni l’effort ni la qualité de l’analyse.',
  month: 'Mois',
  monthWords: (month: string) => monthFr.format(firstDay(month)),
  total: 'Total',
  kinds: kindsFr,
  coder: 'Codeur',

  byMonth: 'Actes par mois et par objet',
  byMonthSheet: 'Par mois',
  byCoder: 'Actes par codeur et par objet',
  byCoderSheet: 'Par codeur',
  actsNote: 'Ce qui a été fait en une fois (un import, un codage automatique) compte pour un acte.',

  growth: 'Croissance du corpus',
  growthSheet: 'Corpus',
  sources: 'Sources ajoutées',
  words: 'Mots ajoutés',
  allSources: 'Sources, cumul',
  allWords: 'Mots, cumul',
  growthNote: 'Sources présentes aujourd’hui, au mois de leur import.',

  coders: 'Codages par codeur',
  codersSheet: 'Codages',
  codings: 'Codages',
  byRule: 'dont par règle',
  passages: 'Passages',
  codedSources: 'Sources',
  categories: 'Catégories',
  first: 'Premier',
  last: 'Dernier',
  codersNote: 'Codages présents aujourd’hui. Par règle\u00a0: posés par codage automatique.',

  versions: 'Versions gardées des grilles',
  versionsSheet: 'Versions',
  grid: 'Grille',
  version: 'Version',
  date: 'Date',
  reason: 'Raison',
  noReason: 'sans raison notée',

  memos: 'Mémos par codeur et par nature',
  memosSheet: 'Mémos',
  memoKinds: memosFr,

  decisive: 'Actes qui ont engagé la suite',
  decisiveSheet: 'Actes décisifs',
  act: 'Ce qui a été fait',
  decisiveNote:
    'Fusions, scissions, suppressions, textes remplacés, versions rétablies, codages repris ou faits en nombre\u00a0: les actes sur lesquels reposent les suivants. Ceux qui ont été annulés n’y figurent pas.',
  noDecisive: 'Aucune fusion, scission, suppression, aucun texte remplacé, aucune version rétablie.',
  source: 'Source\u00a0: journal du projet.',
};

const en: typeof fr = {
  title: 'Trail of the analysis',
  span: (from, to, acts, coders) =>
    `${from === to ? `On ${from}` : `From ${from} to ${to}`}, ${plural('en', acts, 'act', 'acts')} by ${plural('en', coders, 'person', 'people')}, read off the project’s log.`,
  undone: (acts) => ` ${plural('en', acts, 'undone act is', 'undone acts are')} not counted.`,
  purpose:
    'These tables say how the work was done, for whoever wants to follow it. The number of acts measures neither the effort nor the quality of the analysis.',
  month: 'Month',
  monthWords: (month) => monthEn.format(firstDay(month)),
  total: 'Total',
  kinds: kindsEn,
  coder: 'Coder',

  byMonth: 'Acts by month and object',
  byMonthSheet: 'By month',
  byCoder: 'Acts by coder and object',
  byCoderSheet: 'By coder',
  actsNote: 'What was done at once (an import, an autocoding) counts as one act.',

  growth: 'Growth of the corpus',
  growthSheet: 'Corpus',
  sources: 'Sources added',
  words: 'Words added',
  allSources: 'Sources, cumulative',
  allWords: 'Words, cumulative',
  growthNote: 'Sources that are there today, in the month of their import.',

  coders: 'Codings by coder',
  codersSheet: 'Codings',
  codings: 'Codings',
  byRule: 'of which by rule',
  passages: 'Passages',
  codedSources: 'Sources',
  categories: 'Categories',
  first: 'First',
  last: 'Last',
  codersNote: 'Codings that are there today. By rule: made by autocoding.',

  versions: 'Versions kept of the grids',
  versionsSheet: 'Versions',
  grid: 'Grid',
  version: 'Version',
  date: 'Date',
  reason: 'Reason',
  noReason: 'no reason noted',

  memos: 'Memos by coder and kind',
  memosSheet: 'Memos',
  memoKinds: memosEn,

  decisive: 'Acts on which others rest',
  decisiveSheet: 'Decisive acts',
  act: 'What was done',
  decisiveNote:
    'Merges, splits, removals, replaced texts, restored versions, codings taken over or made in numbers: the acts on which later ones rest. Those undone are left out.',
  noDecisive: 'No merge, split or removal, no replaced text, no restored version.',
  source: 'Source: the project’s log.',
};

export const printAuditText: Texts<typeof fr> = { fr, en };
