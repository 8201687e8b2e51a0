// Words around the data structure of a grid on paper.
import type { Texts } from './text.ts';

const fr = {
  seconds: 'En tirets\u00a0: une seconde place dans la grille.',
  nothing: 'Cette grille n’a pas de catégories.',
  source: 'Source\u00a0: élaboration personnelle.',
};

const en: typeof fr = {
  seconds: 'Dashed: a second place in the grid.',
  nothing: 'This grid has no categories.',
  source: 'Source: own elaboration.',
};

export const printDataStructureText: Texts<typeof fr> = { fr, en };
