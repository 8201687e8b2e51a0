// Words of the keyboard sheet, where keys are looked for, changed and printed.
import { plural } from './text.ts';

export const frKeySheet = {
  find: 'Chercher une action ou une touche',
  printKeys: 'Imprimer',
  none: 'Aucune action ne correspond.',
  sheetHint: 'Une touche se change en l’ouvrant : appuyez ensuite sur la nouvelle.',
  noKey: 'aucune touche',
  /** In a sentence, where the key would stand. */
  named: (action: string) => `« ${action} »`,
  change: (action: string) => `Changer la touche : ${action}`,
  pressNow: 'Appuyez sur la nouvelle touche…',
  stopChanging: 'Échap pour renoncer',
  withoutKey: 'Sans touche',
  ownKey: 'Touche d’origine',
  allOwnKeys: 'Remettre toutes les touches d’origine',
  changedKeys: (n: number) => plural('fr', n, 'touche changée', 'touches changées'),
  taken: (chord: string, action: string) => `${chord} sert déjà à : ${action}.`,
  takeIt: 'La prendre quand même',
  reserved: (chord: string) => `${chord} sert aux champs, aux listes ou à la fenêtre et ne se change pas.`,
  letter: (chord: string) => `${chord} s’écrirait aussi dans les champs : ajoutez Ctrl ou Alt.`,
};

export const enKeySheet: typeof frKeySheet = {
  find: 'Find an action or a key',
  printKeys: 'Print',
  none: 'No action matches.',
  sheetHint: 'To change a key, open it and press the new one.',
  noKey: 'no key',
  named: (action: string) => `“${action}”`,
  change: (action: string) => `Change the key: ${action}`,
  pressNow: 'Press the new key…',
  stopChanging: 'Esc to leave it as it is',
  withoutKey: 'No key',
  ownKey: 'Default key',
  allOwnKeys: 'Back to all default keys',
  changedKeys: (n: number) => plural('en', n, 'key changed', 'keys changed'),
  taken: (chord: string, action: string) => `${chord} is already used for: ${action}.`,
  takeIt: 'Take it anyway',
  reserved: (chord: string) => `${chord} is needed for fields, lists or the window and cannot be changed.`,
  letter: (chord: string) => `${chord} would also be typed into fields: add Ctrl or Alt.`,
};
