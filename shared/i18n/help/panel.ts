// Words of the help panel itself, and of the first hour.
import { plural } from '../text.ts';
import type { Texts } from '../text.ts';

const fr = {
  help: 'Aide',
  helpHere: 'Aide de cet écran',
  close: 'Fermer l’aide',
  back: 'Page précédente',
  contents: 'Toute l’aide',
  find: 'Chercher dans l’aide',
  nothing: (query: string) => `Rien sur « ${query} ». Essayez un autre mot, ou le glossaire.`,
  found: (n: number) => plural('fr', n, 'réponse', 'réponses'),
  screens: 'Écran par écran',
  elsewhere: 'Venir d’un autre logiciel',
  glossary: 'Glossaire',
  glossaryWhat: 'Les mots de la méthode, tels que Trame les entend.',
  findTerm: 'Chercher un mot',
  noTerm: 'Ce mot n’y est pas.',
  keySheet: 'Toutes les touches',
  keysOf: 'Touches utiles ici',
  notHere: 'Bon à savoir',

  firstHour: 'Votre première heure',
  firstHourWhat:
    'Huit pas sur le projet d’exemple. Faites-les dans l’ordre que vous voulez, arrêtez et reprenez quand vous voulez : chaque pas se coche de lui-même.',
  progress: (done: number, all: number) => `${plural('fr', done, 'pas fait', 'pas faits')} sur ${all}`,
  done: 'fait',
  stepDone: (step: string) => `Fait : ${step}`,
  takeMe: 'M’y conduire',
  next: 'À faire maintenant',
  stop: 'Quitter le guide',
  begin: 'Commencer',
  resume: 'Reprendre',
  restart: 'Recommencer',
  allDone: 'Vous avez fait le tour : coder, annuler, noter, croiser, écrire, exporter. À vous.',
  needsSample: 'Ouvrez d’abord le projet d’exemple.',
  steps: {
    sample: { title: 'Ouvrir le projet d’exemple', how: 'À l’accueil, **Ouvrir le projet d’exemple**. Tout y est fictif : on peut tout y essayer.' },
    read: {
      title: 'Lire un entretien',
      how: 'Dans [Codage](coding), choisissez un entretien à gauche et parcourez-le. Les couleurs disent ce qui est codé.',
    },
    code: {
      title: 'Coder un passage au clavier',
      how: 'Sélectionnez une phrase, {palette}, quelques lettres d’une catégorie, puis Entrée. Ou {codeTurn} pour tout le tour.',
    },
    undo: { title: 'L’annuler', how: '{undo} : la barre du bas dit ce qui est annulé. {redo} le rétablit. Rien n’est jamais perdu par un essai.' },
    memo: { title: 'Écrire un mémo', how: 'Sur un passage choisi, {memo} ; ou dans [Mémos](memos), **Nouveau mémo**. Écrivez-y une phrase.' },
    matrix: {
      title: 'Ouvrir une matrice',
      how: 'Dans [Matrices](matrices), choisissez une matrice enregistrée. Cliquez un nombre : ce sont ses passages.',
    },
    synthesis: { title: 'Écrire une synthèse', how: 'Choisissez une cellule, Entrée, et dites en une phrase ce que disent ses passages.' },
    word: { title: 'Exporter un tableau Word', how: 'Dans la matrice, **Exporter…**, choisissez Word, puis **Exporter**.' },
  },
};

const en: typeof fr = {
  help: 'Help',
  helpHere: 'Help for this screen',
  close: 'Close the help',
  back: 'Previous page',
  contents: 'All of the help',
  find: 'Search the help',
  nothing: (query: string) => `Nothing about “${query}”. Try another word, or the glossary.`,
  found: (n: number) => plural('en', n, 'answer', 'answers'),
  screens: 'Screen by screen',
  elsewhere: 'Coming from another program',
  glossary: 'Glossary',
  glossaryWhat: 'The words of the method, as Trame means them.',
  findTerm: 'Search a word',
  noTerm: 'That word is not there.',
  keySheet: 'All keys',
  keysOf: 'Keys useful here',
  notHere: 'Good to know',

  firstHour: 'Your first hour',
  firstHourWhat: 'Eight steps on the sample project. Do them in the order you like, stop and resume when you like: each step ticks itself.',
  progress: (done: number, all: number) => `${done} of ${all} steps done`,
  done: 'done',
  stepDone: (step: string) => `Done: ${step}`,
  takeMe: 'Take me there',
  next: 'To do now',
  stop: 'Leave the guide',
  begin: 'Begin',
  resume: 'Resume',
  restart: 'Start again',
  allDone: 'You have been all the way round: code, take back, note, cross, write, export. Over to you.',
  needsSample: 'Open the sample project first.',
  steps: {
    sample: { title: 'Open the sample project', how: 'On the home screen, **Open the sample project**. All of it is fictional: try anything.' },
    read: { title: 'Read an interview', how: 'In [Coding](coding), choose an interview on the left and go through it. Colours say what is coded.' },
    code: {
      title: 'Code a passage from the keyboard',
      how: 'Select a sentence, {palette}, a few letters of a category, then Enter. Or {codeTurn} for the whole turn.',
    },
    undo: {
      title: 'Take it back',
      how: '{undo}: the bar at the bottom says what is taken back. {redo} brings it again. Nothing is ever lost by trying.',
    },
    memo: { title: 'Write a memo', how: 'On a chosen passage, {memo}; or in [Memos](memos), **New memo**. Write a sentence in it.' },
    matrix: { title: 'Open a matrix', how: 'In [Matrices](matrices), choose a saved matrix. Click a number: these are its passages.' },
    synthesis: { title: 'Write a synthesis', how: 'Choose a cell, Enter, and say in one sentence what its passages say.' },
    word: { title: 'Export a Word table', how: 'In the matrix, **Export…**, choose Word, then **Export**.' },
  },
};

export type StepId = keyof typeof fr.steps;
export const helpText: Texts<typeof fr> = { fr, en };
