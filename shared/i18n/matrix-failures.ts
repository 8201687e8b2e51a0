// Why a matrix cannot be made of these axes, in this order, or shown at this size.
import type { FailureData } from '../domain/failure.ts';
import type { Language } from '../domain/project.ts';
import { SEMICOLON, formatNumber } from './text.ts';
import type { Texts } from './text.ts';

type Code =
  | 'matrix.unknown'
  | 'matrix.axisInvalid'
  | 'matrix.axisUnknown'
  | 'matrix.axisEmpty'
  | 'matrix.gridGone'
  | 'matrix.categoryGone'
  | 'matrix.attributeGone'
  | 'matrix.pickedGone'
  | 'matrix.notDates'
  | 'matrix.axesApart'
  | 'matrix.orderInvalid'
  | 'matrix.orderGone'
  | 'matrix.orderMixed'
  | 'matrix.tooManyAxes'
  | 'matrix.tooLarge'
  | 'matrix.cellUnknown'
  | 'matrix.cellAmbiguous';

const NBSP = '\u00a0';
type Value = FailureData[string] | undefined;

const filled =
  (language: Language) =>
  (value: Value): string =>
    Array.isArray(value) ? value.join(SEMICOLON[language]) : typeof value === 'number' ? formatNumber(language, value) : String(value ?? '');

const inFrench = filled('fr');
const inEnglish = filled('en');

export const matrixFailures: Texts<Readonly<Record<Code, (data: FailureData) => string>>> = {
  fr: {
    'matrix.unknown': () => 'Cette matrice n’existe plus.',
    'matrix.axisInvalid': (d) =>
      `Cet axe n’est pas compris${NBSP}: ${inFrench(d.axis)}. Exemples${NBSP}: grid:innovation-sociale, grid:outils-de-gestion@1, category:Coordination, case, attribute:Fonction.`,
    'matrix.axisUnknown': (d) => `Cet axe désigne quelque chose qui n’existe pas ou plus${NBSP}: ${inFrench(d.axis)}. Choisissez-en un autre.`,
    'matrix.axisEmpty': (d) => `L’axe « ${inFrench(d.axis)} » ne contient rien. Complétez-le ou choisissez-en un autre.`,
    'matrix.gridGone': () => 'La grille de cet axe n’est plus dans le projet. Annulez ce qui l’a supprimée, ou choisissez un autre axe.',
    'matrix.categoryGone': () =>
      'La catégorie dont cet axe montre les enfants n’existe plus. Annulez ce qui l’a supprimée, ou choisissez un autre axe.',
    'matrix.attributeGone': () => 'L’attribut de cette matrice n’existe plus. Annulez ce qui l’a supprimé, ou choisissez-en un autre.',
    'matrix.pickedGone': (d) =>
      `La liste « ${inFrench(d.axis)} » nomme ${inFrench(d.gone)} élément(s) supprimé(s) depuis. Retirez-les de la liste, ou annulez leur suppression.`,
    'matrix.notDates': (d) =>
      `« ${inFrench(d.attribute)} » n’est pas un attribut de type date${NBSP}: il ne fait pas de périodes. Changez son type ou prenez-en un autre.`,
    'matrix.axesApart': (d) =>
      `Rien ne peut se trouver à la fois sous « ${inFrench(d.first)} » et sous « ${inFrench(d.second)} »${NBSP}: aucune source n’est dans les deux. Changez l’un des deux axes.`,
    'matrix.orderInvalid': (d) =>
      `Cet ordre n’est pas compris${NBSP}: ${inFrench(d.order)}. Exemples${NBSP}: label, count, -count, rating, attribute:Création.`,
    'matrix.orderGone': () => 'La ligne ou la colonne qui donne l’ordre de cette matrice n’existe plus. Choisissez un autre ordre.',
    'matrix.orderMixed': (d) =>
      `« ${inFrench(d.attribute)} » contient des nombres (${inFrench(d.numbers)}) et des mots (${inFrench(d.words)})${NBSP}: aucun ordre n’aurait de sens. Corrigez les valeurs ou donnez un type à l’attribut.`,
    'matrix.tooManyAxes': (d) => `${inFrench(d.axes)}${NBSP}: ${inFrench(d.most)} axes au plus s’emboîtent ici. Enlevez-en un.`,
    'matrix.tooLarge': (d) =>
      `Cette matrice aurait ${inFrench(d.cells)} cellules (${inFrench(d.most)} au plus)${NBSP}: ${inFrench(d.axes)}. Prenez un niveau plus haut de la grille, une liste choisie à la main, ou un axe de moins.`,
    'matrix.cellUnknown': (d) => `Cette cellule n’existe pas${NBSP}: ${inFrench(d.key)}.`,
    'matrix.cellAmbiguous': (d) => `Plusieurs choses s’appellent ainsi${NBSP}: ${inFrench(d.key)}. Précisez${NBSP}: ${inFrench(d.candidates)}.`,
  },
  en: {
    'matrix.unknown': () => 'This matrix no longer exists.',
    'matrix.axisInvalid': (d) =>
      `This axis is not understood: ${inEnglish(d.axis)}. Examples: grid:innovation-sociale, grid:outils-de-gestion@1, category:Coordination, case, attribute:Fonction.`,
    'matrix.axisUnknown': (d) => `This axis names something that does not exist (any more): ${inEnglish(d.axis)}. Choose another.`,
    'matrix.axisEmpty': (d) => `The axis “${inEnglish(d.axis)}” holds nothing. Fill it or choose another.`,
    'matrix.gridGone': () => 'The grid of this axis is no longer in the project. Undo what removed it, or choose another axis.',
    'matrix.categoryGone': () => 'The category whose children this axis shows no longer exists. Undo what removed it, or choose another axis.',
    'matrix.attributeGone': () => 'The attribute of this matrix no longer exists. Undo what removed it, or choose another.',
    'matrix.pickedGone': (d) =>
      `The list “${inEnglish(d.axis)}” names ${inEnglish(d.gone)} removed item(s). Take them off the list, or undo their removal.`,
    'matrix.notDates': (d) => `“${inEnglish(d.attribute)}” is no attribute of dates: it makes no periods. Change its type or take another.`,
    'matrix.axesApart': (d) =>
      `Nothing can be under both “${inEnglish(d.first)}” and “${inEnglish(d.second)}”: no source is in the two of them. Change one of these axes.`,
    'matrix.orderInvalid': (d) => `This order is not understood: ${inEnglish(d.order)}. Examples: label, count, -count, rating, attribute:Created.`,
    'matrix.orderGone': () => 'The row or column that orders this matrix no longer exists. Choose another order.',
    'matrix.orderMixed': (d) =>
      `“${inEnglish(d.attribute)}” holds numbers (${inEnglish(d.numbers)}) and words (${inEnglish(d.words)}): no order would mean anything. Correct the values or give the attribute a type.`,
    'matrix.tooManyAxes': (d) => `${inEnglish(d.axes)}: at most ${inEnglish(d.most)} axes nest here. Take one away.`,
    'matrix.tooLarge': (d) =>
      `This matrix would have ${inEnglish(d.cells)} cells (${inEnglish(d.most)} at most): ${inEnglish(d.axes)}. Take a higher level of the grid, a list picked by hand, or one axis less.`,
    'matrix.cellUnknown': (d) => `This cell does not exist: ${inEnglish(d.key)}.`,
    'matrix.cellAmbiguous': (d) => `Several things have this name: ${inEnglish(d.key)}. Say which: ${inEnglish(d.candidates)}.`,
  },
};
