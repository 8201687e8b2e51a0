// Why a figure of a matrix cannot be drawn, and what to do.
import type { FailureCode, FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type Code = Extract<FailureCode, `figure.${string}`>;

export const figureFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'figure.needsCases': () => 'Cette figure demande au moins deux cas parmi les axes. Ajoutez-les en colonnes, ou choisissez une autre figure.',
    'figure.needsFindings': () => 'Rien n’est encore trouvé dans ces cas : la figure se remplira avec les codages.',
    'figure.needsRatings': () => 'Aucune cellule n’est encore cotée. Cotez-en depuis le panneau d’une cellule, puis revenez ici.',
    'figure.needsCategories': () => 'Cette figure demande une grille ou une catégorie parmi les axes.',
    'figure.tooLarge': (d) =>
      `Avec ${String(d.rows)} lignes et ${String(d.columns)} colonnes, cette figure serait illisible (au plus ${String(d.most)} croisements). Filtrez, masquez les lignes et colonnes vides, ou passez au niveau supérieur de la grille.`,
    'figure.radarThemes': (d) =>
      `Un radar se lit avec 3 à ${String(d.most)} thèmes ; la matrice en a ${String(d.themes)}. Les barres, elles, se lisent toujours.`,
    'figure.tooManyCases': (d) =>
      `${String(d.cases)} cas sont trop nombreux pour cette figure (au plus ${String(d.most)}) : choisissez-en, ou regroupez-les.`,
  },
  en: {
    'figure.needsCases': () => 'This figure needs at least two cases among the axes. Add them to the columns, or choose another figure.',
    'figure.needsFindings': () => 'Nothing has been found in these cases yet: the figure will fill with the codings.',
    'figure.needsRatings': () => 'No cell is rated yet. Rate some in a cell’s panel, then come back here.',
    'figure.needsCategories': () => 'This figure needs a grid or a category among the axes.',
    'figure.tooLarge': (d) =>
      `With ${String(d.rows)} rows and ${String(d.columns)} columns this figure could not be read (at most ${String(d.most)} crossings). Filter, hide empty rows and columns, or go up one level of the grid.`,
    'figure.radarThemes': (d) => `A radar reads with 3 to ${String(d.most)} themes; the matrix has ${String(d.themes)}. Bars can always be read.`,
    'figure.tooManyCases': (d) => `${String(d.cases)} cases are too many for this figure (at most ${String(d.most)}): choose some, or group them.`,
  },
};
