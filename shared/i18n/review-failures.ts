// Refusals about packs to be reviewed and the comments that come back, in words.
import type { FailureCode, FailureData } from '../domain/failure.ts';
import type { Texts } from './text.ts';

type Code = Extract<FailureCode, `review.${string}`>;

export const reviewFailures: Texts<Record<Code, (data: FailureData) => string>> = {
  fr: {
    'review.notComments': () =>
      'Ce n’est pas un fichier de commentaires de relecture. Prenez celui que la page de relecture a enregistré (….trame-revue.json), ou le texte qu’elle donne à copier, en entier.',
    'review.newerFormat': () => 'Ces commentaires viennent d’une version plus récente de Trame. Mettez Trame à jour pour les reprendre.',
    'review.otherProject': (d) =>
      `Ces commentaires portent sur un autre projet${d.title ? ` : « ${String(d.title)} »` : ''}. Ouvrez ce projet, puis reprenez-les.`,
    'review.nothingChosen': () => 'Ce dossier serait vide : choisissez au moins une matrice, un entretien, un mémo ou les grilles.',
    'review.copyOnly': () => 'Cette copie est ouverte en relecture : on peut tout y lire et commenter, rien d’autre n’y est modifié.',
    'review.notACopy': () => 'Ce projet n’est pas une copie de relecture : ses commentaires s’y trouvent déjà.',
    'review.nameless': () => 'Indiquez votre nom : il accompagne vos commentaires.',
    'review.emptyComment': () => 'Écrivez quelque chose, ou donnez un avis.',
    'review.placeUnknown': () => 'Ce qui est commenté n’est pas dans le projet.',
    'review.commentUnknown': () => 'Ce commentaire n’existe plus.',
    'review.notYours': (d) => `Ce commentaire est de ${String(d.name)} : seule cette personne peut le modifier.`,
    'review.hasAnswers': () => 'On a répondu à ce commentaire : modifiez-le plutôt que de le supprimer.',
  },
  en: {
    'review.notComments': () =>
      'This is not a file of review comments. Take the one that the review page saved (….trame-revue.json), or the text it gives to copy, all of it.',
    'review.newerFormat': () => 'These comments come from a newer version of Trame. Update Trame to take them in.',
    'review.otherProject': (d) =>
      `These comments are about another project${d.title ? `: “${String(d.title)}”` : ''}. Open that project, then take them in.`,
    'review.nothingChosen': () => 'This pack would be empty: choose at least a matrix, an interview, a memo or the grids.',
    'review.copyOnly': () => 'This copy is open for review: everything can be read and commented, nothing else is changed in it.',
    'review.notACopy': () => 'This project is not a review copy: its comments are already in it.',
    'review.nameless': () => 'Give your name: it goes with your comments.',
    'review.emptyComment': () => 'Write something, or give a verdict.',
    'review.placeUnknown': () => 'What is commented is not in the project.',
    'review.commentUnknown': () => 'This comment no longer exists.',
    'review.notYours': (d) => `This comment is ${String(d.name)}’s: they alone can change it.`,
    'review.hasAnswers': () => 'Somebody answered this comment: change it instead of removing it.',
  },
};
