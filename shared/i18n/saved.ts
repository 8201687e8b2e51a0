// Words of what is kept by name, whatever it is: a matrix, a search, how a printing is set.
import type { Texts } from './text.ts';

const fr = {
  keep: 'Enregistrer',
  keepNew: 'Enregistrer…',
  keepAs: 'Enregistrer sous…',
  rename: 'Renommer…',
  remove: 'Supprimer',
  name: 'Nom',
};

const en: typeof fr = {
  keep: 'Save',
  keepNew: 'Save…',
  keepAs: 'Save as…',
  rename: 'Rename…',
  remove: 'Remove',
  name: 'Name',
};

export const savedText: Texts<typeof fr> = { fr, en };
