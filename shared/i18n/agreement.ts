// Words of the agreement between coders: its screen, its tables, its lines on a terminal.
import type { Agreement, AgreementCoefficient, AgreementUnit } from '../domain/agreement.ts';
import type { Language } from '../domain/project.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { formatFixed, formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const coefficientsFr: Record<AgreementCoefficient, string> = {
  percent: 'accord simple (%)',
  positive: 'accord positif',
  jaccard: 'Jaccard',
  s: 'S de Bennett',
  pi: 'pi de Scott, kappa de Fleiss',
  kappa: 'kappa de Cohen',
  conger: 'kappa de Conger',
  ac1: 'AC1 de Gwet',
  alpha: 'alpha de Krippendorff',
  barU: '|u-alpha',
};
const coefficientsEn: Record<AgreementCoefficient, string> = {
  percent: 'percent agreement',
  positive: 'positive agreement',
  jaccard: 'Jaccard',
  s: 'Bennett’s S',
  pi: 'Scott’s pi, Fleiss’ kappa',
  kappa: 'Cohen’s kappa',
  conger: 'Conger’s kappa',
  ac1: 'Gwet’s AC1',
  alpha: 'Krippendorff’s alpha',
  barU: '|u-alpha',
};
const hintsFr: Record<AgreementCoefficient, string> = {
  percent: 'Part des unités jugées de même, sans correction du hasard.',
  positive: 'Sur ce que quelqu’un a codé : deux fois l’accord, rapporté à ce que chacun a codé.',
  jaccard: 'Sur ce que quelqu’un a codé : part codée par les deux.',
  s: 'Hasard : une fois sur deux.',
  pi: 'Hasard : ce que les codeurs emploient ensemble.',
  kappa: 'Hasard : ce que chacun emploie. À plus de deux, moyenne des paires (Light).',
  conger: 'Hasard : ce que chacun emploie, toutes les paires ensemble.',
  ac1: 'Tient quand une catégorie est rare ou très fréquente.',
  alpha: 'Tout nombre de codeurs ; corrigé pour les petits effectifs.',
  barU: 'Où commencent et finissent les passages, en caractères.',
};
const hintsEn: Record<AgreementCoefficient, string> = {
  percent: 'Share of units judged the same, not corrected for chance.',
  positive: 'Of what somebody coded: twice the agreement over what each coded.',
  jaccard: 'Of what somebody coded: the share that both coded.',
  s: 'Chance: one in two.',
  pi: 'Chance: what the coders use together.',
  kappa: 'Chance: what each coder uses. With more than two, the mean of pairs (Light).',
  conger: 'Chance: what each coder uses, all pairs together.',
  ac1: 'Holds where a category is rare or very frequent.',
  alpha: 'Any number of coders; corrected for small numbers.',
  barU: 'Where passages begin and end, in characters.',
};
const unitsFr: Record<AgreementUnit, string> = { character: 'caractère', sentence: 'phrase', turn: 'tour de parole', source: 'source' };
const unitsEn: Record<AgreementUnit, string> = { character: 'character', sentence: 'sentence', turn: 'turn', source: 'source' };

const fr = {
  name: 'Accord entre codeurs',
  coefficients: coefficientsFr,
  hints: hintsFr,
  units: unitsFr,
  counted: {
    character: (n: number) => plural('fr', n, 'caractère', 'caractères'),
    sentence: (n: number) => plural('fr', n, 'phrase', 'phrases'),
    turn: (n: number) => plural('fr', n, 'tour de parole', 'tours de parole'),
    source: (n: number) => plural('fr', n, 'source', 'sources'),
  } satisfies Record<AgreementUnit, (n: number) => string>,
  compare: 'Comparer',
  onGrids: 'sur',
  byUnit: ', unité par unité :',
  with: ', avec',
  coders: 'Codeurs',
  unit: 'Unité',
  coefficient: 'Coefficient',
  twoNearest: 'les deux codeurs qui ont le plus de sources en commun',
  caption: (coders: readonly string[], sources: number, units: string, categories: number) =>
    `${coders.join(', ')} : ${plural('fr', sources, 'source codée', 'sources codées')} par tous, ${units}, ${plural('fr', categories, 'catégorie appliquée', 'catégories appliquées')}. Le texte compte en entier, y compris ce que personne n’a codé.`,
  leftOut: (coders: string, sources: readonly string[]) =>
    `${plural('fr', sources.length, 'source laissée', 'sources laissées')} de côté, sans codage de ${coders} : ${sources.join(', ')}.`,
  gridWithout: (coders: string, grid: string) =>
    `${coders} : rien de la grille « ${grid} » dans ces sources. Retirez-la de la comparaison si ce n’était pas sa tâche.`,
  unused: (n: number) =>
    `${plural('fr', n, 'catégorie que personne n’a appliquée ne compte pas', 'catégories que personne n’a appliquées ne comptent pas')}.`,
  outsideNote: (names: readonly string[], codings: number) =>
    `${names.join(', ')} : ${plural('fr', codings, 'codage', 'codages')} seulement dans des sources que tous ces codeurs n’ont pas codées. Sans valeur ici.`,
  intervals: (drawn: 'sources' | 'units', draws: number, seed: number) =>
    `Intervalles à 95 % : ${drawn === 'sources' ? 'sources tirées' : 'unités tirées'} à nouveau ${formatNumber('fr', draws)} fois (graine ${seed}).`,
  dependent: 'Des caractères voisins ne sont pas indépendants : seules les sources sont tirées à nouveau.',
  fewSources: 'Moins de dix sources : l’intervalle dit peu.',
  category: 'Catégorie',
  source: 'Source',
  observed: 'Accord simple',
  ac1: 'AC1',
  low: 'De',
  high: 'à',
  positive: 'Accord positif',
  all: 'Par tous',
  some: 'Par certains',
  onlyBy: (name: string) => `${name} seulement`,
  none: 'Par personne',
  overall: 'Ensemble',
  bySource: 'Par source',
  grids: 'Grilles dont les catégories s’excluent',
  gridColumns: ['Grille', 'u-alpha', '|u-alpha', 'cu-alpha', 'Part du texte (cu)'] as readonly string[],
  programs: 'Ce qu’afficheraient d’autres logiciels',
  nvivo: (percent: string, kappa: string, weighted: string) =>
    `NVivo (comparaison de codage, par caractère) : accord ${percent}, kappa moyen ${kappa}, pondéré par la longueur ${weighted}. NVivo compte 1 là où personne n’a codé.`,
  atlas: (alpha: string) => `ATLAS.ti (alpha binaire, moyenne des catégories) : ${alpha}.`,
  maxqda: (existence: string, overlap: string, passages: string, kappa: string) =>
    `MAXQDA : présence dans les sources ${existence} ; passages recouverts à ${overlap} : ${passages}, kappa ${kappa}.`,
  disagreements: 'Désaccords',
  chart: 'L’accord par catégorie, avec son intervalle',
  percent: (share: string) => `${share} %`,
  gamma: 'Gamma (Mathet, Widlöcher et Métivier)',
  gammaHint:
    'Où sont les passages et lesquels se répondent, catégories comprises ; des passages d’un même codeur peuvent se recouvrir. Chaque grille à part.',
  gammaAsk: 'Calculer Gamma',
  gammaWorking: 'Tirages au hasard',
  working: 'Calcul de l’accord',
  again: 'Calculer l’accord',
  outside: 'seulement hors des sources comparées',
  gammaOfPairs: 'moyenne des paires de codeurs',
  gammaColumns: ['Grille', 'Gamma', 'Écart observé', 'Écart attendu', 'Tirages'] as readonly string[],
  stop: 'Arrêter',
  rounds: 'Tours de mesure',
  roundsHint: 'Un tour garde l’accord d’un jour : on code, on mesure, on règle les désaccords, on précise la grille, on recode.',
  round: 'Nom du tour',
  roundName: (n: number) => `Tour ${n}`,
  keepRound: 'Enregistrer ce tour',
  roundsChart: 'L’accord d’ensemble au fil des tours, avec son intervalle à 95 %',
  roundColumns: ['Tour', 'Date', 'Codeurs', 'Mesure', 'Valeur', 'Intervalle à 95 %', 'Désaccords', ''] as readonly string[],
  removeRound: (name: string) => `Supprimer ${name}`,
  report: 'Rapport pour le chapitre de méthode…',
  toAssignments: 'Confier des sources à plusieurs codeurs',
  undefined: 'non défini',
};

const en: typeof fr = {
  name: 'Agreement between coders',
  coefficients: coefficientsEn,
  hints: hintsEn,
  units: unitsEn,
  counted: {
    character: (n) => plural('en', n, 'character', 'characters'),
    sentence: (n) => plural('en', n, 'sentence', 'sentences'),
    turn: (n) => plural('en', n, 'turn', 'turns'),
    source: (n) => plural('en', n, 'source', 'sources'),
  },
  compare: 'Compare',
  onGrids: 'on',
  byUnit: ', unit by unit:',
  with: ', with',
  coders: 'Coders',
  unit: 'Unit',
  coefficient: 'Coefficient',
  twoNearest: 'the two coders with most sources in common',
  caption: (coders, sources, units, categories) =>
    `${coders.join(', ')}: ${plural('en', sources, 'source', 'sources')} coded by all, ${units}, ${plural('en', categories, 'category', 'categories')} applied. The whole text counts, what nobody coded included.`,
  leftOut: (coders, sources) =>
    `${plural('en', sources.length, 'source', 'sources')} left out, without a coding of ${coders}: ${sources.join(', ')}.`,
  gridWithout: (coders, grid) =>
    `${coders}: nothing of the grid “${grid}” in these sources. Take it out of the comparison if that was not their task.`,
  unused: (n) => `${plural('en', n, 'category that nobody applied does not count', 'categories that nobody applied do not count')}.`,
  outsideNote: (names, codings) =>
    `${names.join(', ')}: ${plural('en', codings, 'coding', 'codings')} only in sources that not all of these coders coded. No value here.`,
  intervals: (drawn, draws, seed) =>
    `95% intervals: ${drawn === 'sources' ? 'sources' : 'units'} drawn again ${formatNumber('en', draws)} times (seed ${seed}).`,
  dependent: 'Neighbouring characters are not independent: sources alone are drawn again.',
  fewSources: 'Fewer than ten sources: the interval says little.',
  category: 'Category',
  source: 'Source',
  observed: 'Percent agreement',
  ac1: 'AC1',
  low: 'From',
  high: 'to',
  positive: 'Positive agreement',
  all: 'By all',
  some: 'By some',
  onlyBy: (name) => `${name} only`,
  none: 'By nobody',
  overall: 'Overall',
  bySource: 'By source',
  grids: 'Grids whose categories exclude each other',
  gridColumns: ['Grid', 'u-alpha', '|u-alpha', 'cu-alpha', 'Share of the text (cu)'],
  programs: 'What other programs would show',
  nvivo: (percent, kappa, weighted) =>
    `NVivo (coding comparison, by character): agreement ${percent}, mean kappa ${kappa}, weighted by length ${weighted}. NVivo counts 1 where nobody coded.`,
  atlas: (alpha) => `ATLAS.ti (binary alpha, mean of categories): ${alpha}.`,
  maxqda: (existence, overlap, passages, kappa) =>
    `MAXQDA: existence in sources ${existence}; passages overlapping by ${overlap}: ${passages}, kappa ${kappa}.`,
  disagreements: 'Disagreements',
  chart: 'Agreement by category, with its interval',
  percent: (share) => `${share}%`,
  gamma: 'Gamma (Mathet, Widlöcher and Métivier)',
  gammaHint: 'Where passages lie and which answer each other, categories included; passages of one coder may overlap. Each grid by itself.',
  gammaAsk: 'Compute Gamma',
  gammaWorking: 'Drawing by chance',
  working: 'Working out the agreement',
  again: 'Work out the agreement',
  outside: 'only outside the sources compared',
  gammaOfPairs: 'mean of the pairs of coders',
  gammaColumns: ['Grid', 'Gamma', 'Observed', 'Expected', 'Samples'],
  stop: 'Stop',
  rounds: 'Rounds of measuring',
  roundsHint: 'A round keeps the agreement of a day: code, measure, settle the disagreements, sharpen the grid, code again.',
  round: 'Name of the round',
  roundName: (n) => `Round ${n}`,
  keepRound: 'Keep this round',
  roundsChart: 'Overall agreement over rounds, with its 95% interval',
  roundColumns: ['Round', 'Date', 'Coders', 'Measure', 'Value', '95% interval', 'Disagreements', ''],
  removeRound: (name) => `Delete ${name}`,
  report: 'Report for the chapter on methods…',
  toAssignments: 'Give sources to several coders',
  undefined: 'undefined',
};

export const agreementText: Texts<typeof fr> = { fr, en };

/** With fewer sources drawn again, an interval is a rough one. */
const FEW_SOURCES = 10;

/** What readers of these figures must know. */
export function agreementNotes({ leftOut, grids, unused, outside, unit, drawn, sources }: Agreement, words: typeof fr): string[] {
  const byCoders = Map.groupBy(leftOut, ({ without }) => without.join(', '));
  return [
    ...[...byCoders].map(([coders, own]) =>
      words.leftOut(
        coders,
        own.map(({ name }) => name),
      ),
    ),
    ...grids.flatMap(({ title, without }) => (without.length > 0 ? [words.gridWithout(without.join(', '), title)] : [])),
    ...(outside.length > 0
      ? [
          words.outsideNote(
            outside.map(({ path }) => path.at(-1) ?? ''),
            outside.reduce((sum, { codings }) => sum + codings, 0),
          ),
        ]
      : []),
    ...(unused > 0 ? [words.unused(unused)] : []),
    ...(drawn === 'sources' && unit === 'character' ? [words.dependent] : []),
    ...(drawn === 'sources' && sources.length < FEW_SOURCES ? [words.fewSources] : []),
  ];
}

const PERCENT = 100;

/** What other programs would print for the same codings of two coders, each labelled; none for more. */
export function programLines({ programs }: Agreement, language: Language): string[] {
  if (!programs) return [];
  const words = agreementText[language];
  const figure = (value: number | Undefined): string => (typeof value === 'number' ? formatFixed(language, value, 2) : words.undefined);
  const share = (value: number | Undefined): string =>
    typeof value === 'number' ? words.percent(formatFixed(language, value * PERCENT, 0)) : words.undefined;
  const { nvivo, atlas, maxqda } = programs;
  return [
    words.nvivo(share(nvivo.percent), figure(nvivo.kappa), figure(nvivo.weightedKappa)),
    words.atlas(figure(atlas.alpha)),
    words.maxqda(share(maxqda.existence), share(maxqda.overlap), share(maxqda.passages), figure(maxqda.kappa)),
  ];
}
