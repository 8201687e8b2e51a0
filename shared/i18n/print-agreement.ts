// Words of the report on the agreement between coders, for the chapter on methods.
import type { Decision } from '../domain/disagreement-decision.ts';
import { plural } from './text.ts';
import { disagreementsText } from './disagreements.ts';
import type { Texts } from './text.ts';

interface Method {
  readonly coders: readonly string[];
  readonly sources: number;
  readonly allSources: number;
  readonly grids: readonly string[];
  readonly categories: number;
  /** Typeset days. */
  readonly from: string;
  readonly until: string;
  readonly blind: readonly { readonly from: string; readonly until: string | null }[];
  readonly units: string;
}

interface Result {
  readonly coefficient: string;
  readonly value: string;
  readonly interval: string | null;
  readonly percent: string;
  readonly positive: string;
  readonly ac1: string;
  readonly lowest: string | null;
  readonly highest: string | null;
}

const fr = {
  title: 'Accord entre codeurs',
  paragraph: 'Pour le chapitre de méthode',
  method: ({ coders, sources, allSources, grids, categories, from, until, blind, units }: Method) =>
    [
      `${plural('fr', sources, 'source', 'sources')} sur ${allSources} ${sources === 1 ? 'a été codée' : 'ont été codées'} séparément par ${coders.join(' et ')}, du ${from} au ${until}, avec ${grids.length === 1 ? 'la grille' : 'les grilles'} ${grids.map((grid) => `« ${grid} »`).join(', ')} (${plural('fr', categories, 'catégorie appliquée', 'catégories appliquées')}).`,
      ...blind.map((period) =>
        period.until === null
          ? `Depuis le ${period.from}, chaque codeur ne voit que ses propres codages.`
          : `Du ${period.from} au ${period.until}, chaque codeur ne voyait que ses propres codages.`,
      ),
      `Les codeurs sont comparés sur ${units}, le texte comptant en entier, y compris ce que personne n’a codé.`,
    ].join(' '),
  result: ({ coefficient, value, interval, percent, positive, ac1, lowest, highest }: Result) =>
    [
      `Toutes catégories ensemble, ${coefficient} vaut ${value}${interval === null ? '' : ` (intervalle à 95 % : ${interval})`} ; accord simple ${percent}, accord positif ${positive}, AC1 de Gwet ${ac1}.`,
      lowest === null || highest === null ? '' : `Par catégorie, de ${lowest} à ${highest}.`,
    ]
      .filter(Boolean)
      .join(' '),
  settled: (places: number, settled: number, kept: number, open: number) =>
    [
      `${plural('fr', places, 'désaccord subsiste', 'désaccords subsistent')} dans le texte.`,
      settled + kept + open === 0
        ? ''
        : `${plural('fr', settled, 'désaccord a été réglé', 'désaccords ont été réglés')} par les codeurs, ${plural('fr', kept, 'maintenu', 'maintenus')}, ${plural('fr', open, 'est en discussion', 'sont en discussion')}. Régler un désaccord change les codages : l’accord qui précède est celui d’aujourd’hui, celui d’avant est dans les tours enregistrés.`,
    ]
      .filter(Boolean)
      .join(' '),
  byCategory: 'Accord par catégorie',
  byCategorySheet: 'Par catégorie',
  bySource: 'Accord par source',
  bySourceSheet: 'Par source',
  byGrid: 'Grilles entières : bornes et catégories ensemble',
  byGridSheet: 'Par grille',
  grid: 'Grille',
  gamma: 'Gamma',
  gammaNote: (samples: number, seed: number) =>
    `Gamma (Mathet, Widlöcher et Métivier, 2015) : ${samples} continuums tirés au sort (graine ${seed}) ; il accepte que des passages d’un même codeur se recouvrent.`,
  gammaPairs: 'À plus de deux codeurs et beaucoup de passages, c’est la moyenne des paires de codeurs.',
  gammaLeft: 'Gamma n’est pas calculé ici : trop de passages. Il se lit dans Analyses › Accord entre codeurs.',
  rounds: 'Tours de mesure',
  roundsSheet: 'Tours',
  round: 'Tour',
  date: 'Date',
  coders: 'Codeurs',
  sources: 'Sources',
  unit: 'Unité',
  coefficient: 'Coefficient',
  value: 'Valeur',
  disagreements: 'Désaccords',
  list: (shown: number, total: number) => (shown < total ? `Désaccords (les ${shown} premiers de ${total})` : 'Désaccords'),
  listSheet: 'Désaccords',
  decisions: 'Désaccords décidés',
  decisionsSheet: 'Décisions',
  place: 'Passage',
  category: 'Catégorie',
  difference: 'Différence',
  words: 'Texte',
  decision: 'Décision',
  why: 'Pourquoi',
  by: 'Par',
  kind: { applied: 'appliquée par certains', other: 'autre catégorie', ends: 'autres bornes' },
  none: (name: string) => `${name} : –`,
  decided: { ...disagreementsText.fr.decided, kept: 'désaccord maintenu' } satisfies Record<Decision, string>,
  source: 'Source : codages du projet.',
  nothing: (reason: string) => `L’accord ne se calcule pas : ${reason}`,
};

const en: typeof fr = {
  title: 'Agreement between coders',
  paragraph: 'For the chapter on methods',
  method: ({ coders, sources, allSources, grids, categories, from, until, blind, units }) =>
    [
      `${plural('en', sources, 'source', 'sources')} of ${allSources} ${sources === 1 ? 'was' : 'were'} coded separately by ${coders.join(' and ')}, from ${from} to ${until}, with the ${grids.length === 1 ? 'grid' : 'grids'} ${grids.map((grid) => `“${grid}”`).join(', ')} (${plural('en', categories, 'category', 'categories')} applied).`,
      ...blind.map((period) =>
        period.until === null
          ? `Since ${period.from} each coder sees their own codings only.`
          : `From ${period.from} to ${period.until} each coder saw their own codings only.`,
      ),
      `Coders are compared on ${units}; the whole text counts, what nobody coded included.`,
    ].join(' '),
  result: ({ coefficient, value, interval, percent, positive, ac1, lowest, highest }) =>
    [
      `Over all categories, ${coefficient} is ${value}${interval === null ? '' : ` (95% interval: ${interval})`}; percent agreement ${percent}, positive agreement ${positive}, Gwet’s AC1 ${ac1}.`,
      lowest === null || highest === null ? '' : `By category, from ${lowest} to ${highest}.`,
    ]
      .filter(Boolean)
      .join(' '),
  settled: (places, settled, kept, open) =>
    [
      `${plural('en', places, 'disagreement remains', 'disagreements remain')} in the text.`,
      settled + kept + open === 0
        ? ''
        : `${plural('en', settled, 'disagreement was settled', 'disagreements were settled')} by the coders, ${plural('en', kept, 'kept', 'kept')}, ${plural('en', open, 'is being discussed', 'are being discussed')}. Settling a disagreement changes codings: the agreement above is today’s, the one before stands in the rounds that were kept.`,
    ]
      .filter(Boolean)
      .join(' '),
  byCategory: 'Agreement by category',
  byCategorySheet: 'By category',
  bySource: 'Agreement by source',
  bySourceSheet: 'By source',
  byGrid: 'Whole grids: ends and categories together',
  byGridSheet: 'By grid',
  grid: 'Grid',
  gamma: 'Gamma',
  gammaNote: (samples, seed) =>
    `Gamma (Mathet, Widlöcher and Métivier, 2015): ${samples} continua drawn by chance (seed ${seed}); passages of one coder may overlap.`,
  gammaPairs: 'With more than two coders and many passages it is the mean of the pairs of coders.',
  gammaLeft: 'Gamma is not computed here: too many passages. It is read in Analyses › Agreement between coders.',
  rounds: 'Rounds of measuring',
  roundsSheet: 'Rounds',
  round: 'Round',
  date: 'Date',
  coders: 'Coders',
  sources: 'Sources',
  unit: 'Unit',
  coefficient: 'Coefficient',
  value: 'Value',
  disagreements: 'Disagreements',
  list: (shown, total) => (shown < total ? `Disagreements (the first ${shown} of ${total})` : 'Disagreements'),
  listSheet: 'Disagreements',
  decisions: 'Disagreements decided',
  decisionsSheet: 'Decisions',
  place: 'Passage',
  category: 'Category',
  difference: 'Difference',
  words: 'Text',
  decision: 'Decision',
  why: 'Why',
  by: 'By',
  kind: { applied: 'applied by some', other: 'other category', ends: 'other ends' },
  none: (name) => `${name}: –`,
  decided: { ...disagreementsText.en.decided, kept: 'disagreement kept' },
  source: 'Source: the project’s codings.',
  nothing: (reason) => `Agreement cannot be computed: ${reason}`,
};

export const printAgreementText: Texts<typeof fr> = { fr, en };
