// Why a figure does not exist, in a sentence that says what to do.
import type { Reason } from '../statistics/undefined.ts';
import type { Texts } from './text.ts';

export const reasonText: Texts<Record<Reason, string>> = {
  fr: {
    empty: 'Rien à compter : aucun passage ne répond à ce choix. Élargissez la sélection.',
    oneUnit: 'Une seule unité : il en faut au moins deux pour comparer.',
    oneCase: 'Un seul cas : il en faut au moins deux pour comparer.',
    oneCategory: 'Une seule catégorie : choisissez-en au moins deux.',
    oneCoder: 'Un seul codeur : l’accord en demande au moins deux.',
    noVariation: 'Tout est pareil dans cette sélection : sans variation, cette mesure n’a pas de sens.',
    expectedZero: 'Une ligne ou une colonne est vide : l’effectif attendu y serait nul. Retirez-la ou élargissez la sélection.',
    tooFewUnits: 'Trop peu d’unités pour cette mesure.',
    tooFewWords: 'Trop peu de mots pour cette mesure.',
    tooManyConditions: 'Trop de conditions : au-delà de douze, presque aucune configuration n’a de cas.',
    constantOutcome: 'Le résultat est le même dans tous les cas : il n’y a rien à expliquer.',
    membershipHalf: 'Un cas appartient à 0,5 : il faut décider s’il est plutôt dedans ou plutôt dehors.',
    noExamples: 'Aucun passage codé : il faut des exemples pour proposer.',
    gone: 'Ce que cette analyse nomme a été supprimé. Choisissez autre chose, ou annulez la suppression.',
  },
  en: {
    empty: 'Nothing to count: no passage answers this choice. Widen the selection.',
    oneUnit: 'A single unit: comparing takes at least two.',
    oneCase: 'A single case: comparing takes at least two.',
    oneCategory: 'A single category: choose at least two.',
    oneCoder: 'A single coder: agreement takes at least two.',
    noVariation: 'Everything is the same in this selection: without variation this measure means nothing.',
    expectedZero: 'A row or a column is empty: the count expected there would be nil. Take it out or widen the selection.',
    tooFewUnits: 'Too few units for this measure.',
    tooFewWords: 'Too few words for this measure.',
    tooManyConditions: 'Too many conditions: beyond twelve, hardly any configuration has a case.',
    constantOutcome: 'The outcome is the same in all cases: there is nothing to explain.',
    membershipHalf: 'A case belongs by 0.5: it must be decided whether it is rather in or rather out.',
    noExamples: 'No coded passage: proposals need examples.',
    gone: 'What this analysis names was deleted. Choose something else, or undo the deletion.',
  },
};
