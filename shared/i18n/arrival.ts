// Words of what came from another program.
import type { Language } from '../domain/project.ts';
import type { RefiRead } from '../domain/refi.ts';
import { refiText } from './refi.ts';
import { COLON, formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

/** `ATLAS.ti 8.4.0` of all that a program says of itself. */
function titled(words: string, origin: string): string {
  const program = /^[^,(\d]*(?:\d+(?:\.\d+)*)?/u.exec(origin)?.[0].trim() ?? '';
  return program === '' ? words : `${words} (${program})`;
}

const fr = {
  card: 'Vous venez d’un autre logiciel ?',
  cardText: 'NVivo, ATLAS.ti, MAXQDA, QualCoder, Quirkos, Taguette, RQDA : vos textes, codes et codages, à leur place.',
  choose: 'Importer un projet…',
  reading: 'Lecture du projet…',
  title: (origin: string) => titled('Rapport d’import', origin),
  whole: 'Tout est revenu, historique compris : le fichier contenait le projet Trame.',
  came: 'Ce qui est venu',
  changed: 'Ce qui a changé en venant',
  nothingChanged: 'Rien n’a dû être changé.',
  uncertain: 'À vérifier',
  nothingUncertain: 'Chaque passage est sur ses mots.',
  uncertainCount: (n: number) => plural('fr', n, 'passage à vérifier', 'passages à vérifier'),
  more: (n: number) => `et ${plural('fr', n, 'autre passage', 'autres passages')}`,
  kept: 'Ce rapport est gardé dans les mémos du projet, avec un lien vers chaque passage.',
  open: 'Ouvrir le projet',
  tooLarge: 'Ce fichier dépasse 100 Mo : passez par la ligne de commande (trame new --from).',
  how: 'Comment exporter depuis votre logiciel',
  steps: {
    'NVivo (12 +)': 'Fichier > Exporter > Exporter le projet > format REFI-QDA (.qdpx).',
    'ATLAS.ti (8 +)': 'Fichier > Exporter > Projet QDPX.',
    'MAXQDA (2018 +)': 'Accueil > Projet d’échange > Exporter le projet au format REFI-QDA.',
    QualCoder: 'Choisissez le fichier data.qda, dans le dossier « .qda » du projet. Mieux que son export REFI-QDA, qui décale les passages.',
    Quirkos: 'Projet > Exporter > REFI-QDA.',
    Taguette: 'Project info > Export project (.sqlite3).',
    RQDA: 'Choisissez le fichier .rqda lui-même.',
    'Sonal Pi':
      'Un corpus tient en plusieurs fichiers : passez par la ligne de commande (trame new --from corpus.crp), ses entretiens .sonal à côté.',
    'f4analyse, Dedoose, Transana…': 'Exportez au format REFI-QDA (.qdpx).',
  },
  made: {
    coders: 'codeurs',
    categories: 'catégories',
    cases: 'cas',
    attributes: 'attributs',
    sources: 'sources',
    passages: 'passages',
    codings: 'codages',
    memos: 'mémos',
    links: 'liens',
  } satisfies Record<keyof RefiRead['made'], string>,
};

const en: typeof fr = {
  card: 'Coming from another program?',
  cardText: 'NVivo, ATLAS.ti, MAXQDA, QualCoder, Quirkos, Taguette, RQDA: your texts, codes and codings, in their place.',
  choose: 'Import a project…',
  reading: 'Reading the project…',
  title: (origin) => titled('Import report', origin),
  whole: 'Everything came back, history included: the file held the Trame project.',
  came: 'What came',
  changed: 'What changed on the way',
  nothingChanged: 'Nothing had to be changed.',
  uncertain: 'To be checked',
  nothingUncertain: 'Every passage is on its words.',
  uncertainCount: (n) => plural('en', n, 'passage to check', 'passages to check'),
  more: (n) => `and ${plural('en', n, 'more passage', 'more passages')}`,
  kept: 'This report is kept in the project’s memos, with a link to each passage.',
  open: 'Open the project',
  tooLarge: 'This file is larger than 100 MB: use the command line (trame new --from).',
  how: 'How to export from your program',
  steps: {
    'NVivo (12 +)': 'File > Export > Export Project > REFI-QDA format (.qdpx).',
    'ATLAS.ti (8 +)': 'File > Export > QDPX Project.',
    'MAXQDA (2018 +)': 'Home > Exchange project > Export project in REFI-QDA format.',
    QualCoder: 'Choose the file data.qda in the project’s “.qda” folder. It is better than its REFI-QDA export, which shifts passages.',
    Quirkos: 'Project > Export > REFI-QDA.',
    Taguette: 'Project info > Export project (.sqlite3).',
    RQDA: 'Choose the .rqda file itself.',
    'Sonal Pi': 'A corpus is several files: use the command line (trame new --from corpus.crp), its .sonal interviews beside it.',
    'f4analyse, Dedoose, Transana…': 'Export in REFI-QDA format (.qdpx).',
  },
  made: {
    coders: 'coders',
    categories: 'categories',
    cases: 'cases',
    attributes: 'attributes',
    sources: 'sources',
    passages: 'passages',
    codings: 'codings',
    memos: 'memos',
    links: 'links',
  },
};

export const arrivalText: Texts<typeof fr> = { fr, en };

/** « codages : 1 204 », « 3 textes en Windows-1252 ». */
export function arrivalLines(read: Pick<RefiRead, 'made' | 'changes'>, language: Language): { readonly made: string[]; readonly changes: string[] } {
  const { made } = arrivalText[language];
  return {
    made: (Object.keys(made) as (keyof typeof made)[])
      .filter((what) => read.made[what] > 0)
      .map((what) => `${made[what]}${COLON[language]}${formatNumber(language, read.made[what])}`),
    changes: read.changes.map(({ what, count }) => `${formatNumber(language, count)} ${refiText[language].changes[what]}`),
  };
}
