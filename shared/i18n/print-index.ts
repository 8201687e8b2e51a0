// The page that a thesis pack begins with: what each file is, out of which project, by what settings.
import { formatNumber } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  fileName: 'Sommaire',
  title: (pack: string) => `Sommaire de «\u00a0${pack}\u00a0»`,
  from: (project: string, day: string) => `Tiré du projet «\u00a0${project}\u00a0» le ${day}.`,
  by: (author: string) => `Auteur\u00a0: ${author}.`,
  noAuthor: 'Sans nom d’auteur.',
  reference: {
    label: 'Renvois aux textes par le nom donné à la personne dans l’entretien.',
    nobody: 'Renvois aux textes sans nom de personne.',
    attribute: (name: string) => `Renvois aux textes par «\u00a0${name}\u00a0» à la place des noms.`,
  },
  links: 'Les renvois ramènent au passage dans Trame.',
  noLinks: 'Les renvois n’ont pas de lien.',
  contents: (files: number) => `${formatNumber('fr', files)} ${files < 2 ? 'fichier' : 'fichiers'}`,
  number: 'N°',
  what: 'Ce que c’est',
  settings: 'Comment',
  files: 'Fichiers',
};

const en: typeof fr = {
  fileName: 'Contents',
  title: (pack) => `Contents of “${pack}”`,
  from: (project, day) => `Taken from the project “${project}” on ${day}.`,
  by: (author) => `Author: ${author}.`,
  noAuthor: 'Without an author’s name.',
  reference: {
    label: 'References to the texts by the name given to the person in the interview.',
    nobody: 'References to the texts without names of persons.',
    attribute: (name) => `References to the texts by “${name}” instead of names.`,
  },
  links: 'References lead back to the passage in Trame.',
  noLinks: 'References have no link.',
  contents: (files) => `${formatNumber('en', files)} ${files === 1 ? 'file' : 'files'}`,
  number: 'No.',
  what: 'What it is',
  settings: 'How',
  files: 'Files',
};

export const printIndexText: Texts<typeof fr> = { fr, en };
