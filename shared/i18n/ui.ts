// Words of the pieces that every screen uses: questions, toasts, panels.
import type { Texts } from './text.ts';

const fr = {
  cancel: 'Annuler',
  close: 'Fermer',
  clear: 'Vider le champ',
  notifications: 'Messages',
  leftPanel: 'Panneau de gauche',
  rightPanel: 'Panneau de droite',
  mainPanel: 'Contenu',
  resizeLeft: 'Largeur du panneau de gauche',
  resizeRight: 'Largeur du panneau de droite',
  hideLeft: 'Replier le panneau de gauche',
  hideRight: 'Replier le panneau de droite',
  showLeft: 'Montrer le panneau de gauche',
  showRight: 'Montrer le panneau de droite',
  expand: 'Déplier',
  fault: (code: string) => `Trame a rencontré une erreur (${code}). Rien n’a été enregistré ; le détail est dans le journal du programme.`,
  invalid: 'Cette valeur n’est pas acceptée ; rien n’a changé.',
  lost: 'Le programme qui garde le projet ne répond plus. La liaison se rétablira d’elle-même ; votre dernière action n’a peut-être pas été enregistrée.',
};

const en: typeof fr = {
  cancel: 'Cancel',
  close: 'Close',
  clear: 'Clear the field',
  notifications: 'Messages',
  leftPanel: 'Left panel',
  rightPanel: 'Right panel',
  mainPanel: 'Content',
  resizeLeft: 'Width of the left panel',
  resizeRight: 'Width of the right panel',
  hideLeft: 'Collapse the left panel',
  hideRight: 'Collapse the right panel',
  showLeft: 'Show the left panel',
  showRight: 'Show the right panel',
  expand: 'Expand',
  fault: (code: string) => `Trame ran into an error (${code}). Nothing was saved; the details are in the program’s log.`,
  invalid: 'This value is not accepted; nothing has changed.',
  lost: 'The program that keeps the project no longer answers. The connection will come back by itself; your last action may not have been saved.',
};

export const uiText: Texts<typeof fr> = { fr, en };
