// Words about crash reports: that something broke, what was written, and what to do with it.
import type { Texts } from './text.ts';

const fr = {
  met: 'Trame a rencontré une erreur. Rien de ce qui était enregistré n’est perdu ; un rapport est gardé sur cet ordinateur, et n’est envoyé à personne.',
  lastTime: 'La dernière fois, Trame s’est arrêté sur une erreur. Un rapport en est gardé sur cet ordinateur.',
  show: 'Montrer le rapport',
  title: 'Rapport d’erreur',
  what: 'Il dit où le programme s’est trompé, non ce que contient votre étude. Vous pouvez le joindre à un courriel pour signaler l’erreur.',
  words: 'Texte du rapport',
  inFolder: 'Montrer le fichier',
  save: 'Enregistrer le fichier',
  close: 'Fermer',
  gone: 'Ce rapport n’est plus là.',
};

const en: typeof fr = {
  met: 'Trame ran into an error. Nothing that was saved is lost; a report is kept on this computer, and sent to nobody.',
  lastTime: 'Last time Trame stopped on an error. A report of it is kept on this computer.',
  show: 'Show the report',
  title: 'Error report',
  what: 'It says where the program went wrong, not what your study holds. You may attach it to an e-mail to report the error.',
  words: 'The report’s text',
  inFolder: 'Show the file',
  save: 'Save the file',
  close: 'Close',
  gone: 'This report is no longer there.',
};

export const crashText: Texts<typeof fr> = { fr, en };
