// Words of spreadsheets that no table brings with it.
import type { Texts } from './text.ts';

const fr = {
  /** Heads the column that says of which table a row is, and the one that says of which group. */
  table: 'Tableau',
  group: 'Groupe',
  sheet: 'Feuille',
};

const en: typeof fr = {
  table: 'Table',
  group: 'Group',
  sheet: 'Sheet',
};

export const sheetText: Texts<typeof fr> = { fr, en };
