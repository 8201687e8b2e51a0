// What each ready-made display is called, when it is used, how it is filled and read.
import type { DisplayId } from '../domain/display.ts';

/** `sentence` holds its choices in braces. `notes`: how the matrix is read, kept with it. */
export interface DisplayWords {
  readonly name: string;
  readonly when: string;
  readonly sentence: string;
  readonly notes: string;
}

export const frDisplays: Record<DisplayId, DisplayWords> = {
  caseComparison: {
    name: 'Comparaison des cas',
    when: 'Pour chaque dimension et chaque famille d’outils, ce que l’on trouve dans chaque cas : ce qui est commun, ce qu’un seul possède.',
    sentence: 'Croiser {dimensions} avec {tools}, pour comparer {cases}.',
    notes:
      'Lire chaque ligne de gauche à droite : les mêmes catégories trouvées dans deux cas sont communes, les autres sont propres à l’un. La vue « Comparer les cas » les sépare.',
  },
  contrastTable: {
    name: 'Tableau de contraste',
    when: 'Quelques cas exemplaires face à face : où ils s’opposent, thème par thème, avec les passages qui contredisent.',
    sentence: 'Opposer {cases} sur {themes}.',
    notes: 'Chercher les lignes où les cotes ou les postures divergent : ce sont elles qui demandent une explication.',
  },
  leversGuardrails: {
    name: 'Leviers et garde-fous par cas',
    when: 'Ce qui fait avancer la coopération et ce qu’il faut éviter, côte à côte dans chaque cas.',
    sentence: 'Mettre en regard {levers} et {guardrails}, pour {cases}.',
    notes:
      'Les leviers occupent la première partie du tableau, les garde-fous la seconde. Un levier fort dans un cas où le garde-fou qui lui répond est rempli mérite un mémo.',
  },
  frameworkChart: {
    name: 'Cadre thématique',
    when: 'Une feuille par thème : les cas en lignes, les sous-thèmes en colonnes, un condensé et ses renvois dans chaque cellule.',
    sentence: 'Résumer {theme} pour {people}.',
    notes:
      'Écrire dans chaque cellule un condensé court, relié aux verbatims ; le résumé, le verbatim et la remarque restent distincts. Une feuille par thème : les onglets mènent de l’une à l’autre.',
  },
  conceptuallyClustered: {
    name: 'Matrice par regroupement conceptuel',
    when: 'Les thèmes proches sont rangés ensemble : on voit d’un coup qui parle de quoi, et ce qui va de pair.',
    sentence: 'Pour {people}, ranger {themes} par concept.',
    notes: 'Lire d’abord une ligne entière (une personne, un cas), puis comparer les lignes à l’intérieur d’un même groupe de colonnes.',
  },
  metaMatrix: {
    name: 'Méta-matrice partiellement ordonnée',
    when: 'Tout le matériau condensé de tous les cas sur une même feuille, avant d’ordonner et de réduire.',
    sentence: 'Empiler, cas par cas, {units}, face à {themes}.',
    notes:
      'C’est la première feuille de l’analyse inter-cas : rien n’y est encore trié. Repérer les cas qui se ressemblent, puis passer à un tableau ordonné.',
  },
  checklist: {
    name: 'Liste de contrôle',
    when: 'Les composantes d’une même condition, cotées pour chaque type de répondant : est-elle présente, et selon qui ?',
    sentence: 'Vérifier {condition} auprès de {actors}.',
    notes: 'Coter chaque cellule avec la règle de l’échelle, puis épingler le verbatim qui justifie la cote.',
  },
  needsResources: {
    name: 'Besoins et ressources par acteur',
    when: 'Ce que chacun attend du partenariat et ce qu’il y apporte : les complémentarités et les manques.',
    sentence: 'Inventorier {needs} et {resources} pour {actors}.',
    notes: 'Un besoin d’un acteur que la ressource d’un autre couvre est une complémentarité ; une colonne vide est une question à poser.',
  },
  roleOrdered: {
    name: 'Matrice ordonnée par rôle',
    when: 'Les répondants rangés par rôle : ceux qui occupent la même place disent-ils la même chose ?',
    sentence: 'Ranger les participants par {roles}, face à {themes}.',
    notes: 'Comparer d’abord à l’intérieur d’un rôle, puis d’un rôle à l’autre.',
  },
  timeOrdered: {
    name: 'Matrice ordonnée dans le temps',
    when: 'Qui intervient à quelle étape, ou quand : le déroulement, ligne après ligne.',
    sentence: 'Suivre {when}, selon {actors}.',
    notes: 'Lire de haut en bas : chaque ligne suit la précédente. Les cellules vides disent qui n’était pas là.',
  },
  caseOrdered: {
    name: 'Matrice descriptive ordonnée par cas',
    when: 'Les cas rangés selon une variable ou selon leur cote moyenne : un motif apparaît-il de haut en bas ?',
    sentence: 'Ranger {cases} selon {order}, face à {themes}.',
    notes:
      'Les cas vont du plus fort au plus faible. Une colonne qui suit le même ordre accompagne la variable ; une qui le contredit est un cas à expliquer.',
  },
  predictorOutcome: {
    name: 'Prédicteurs et résultat',
    when: 'Les cas rangés selon un résultat, face à ce qui pourrait l’expliquer : quels prédicteurs montent avec lui ?',
    sentence: 'Ranger {cases} selon {outcome}, face à {predictors}.',
    notes:
      'La dernière colonne est le résultat, coté dans chaque cas ; les cas sont rangés par cette cote. Coter aussi les prédicteurs, avec la même échelle.',
  },
  variableByVariable: {
    name: 'Variable par variable',
    when: 'Deux attributs croisés : quels cas (ou sources, ou personnes) se trouvent à chaque rencontre, chacun nommé et menant à ses passages.',
    sentence: 'Croiser {first} avec {second}.',
    notes:
      'Chaque cellule nomme ceux qui ont la valeur de la ligne et celle de la colonne ; un nom mène à ses passages. Un nom sans passage codé est là par ses attributs seuls. Une cellule vide est une rencontre que le terrain n’a pas.',
  },
  brakesSteps: {
    name: 'Freins par étape',
    when: 'Quels freins à quelle étape : où l’alliance bute, et sur quoi.',
    sentence: 'Situer {brakes} dans {steps}.',
    notes: 'Un passage tombe dans une cellule quand un frein et une étape sont codés dans le même tour de parole.',
  },
  constructTable: {
    name: 'Tableau des construits',
    when: 'Pour chaque construit et chaque cas, une mesure et la preuve qui la fonde : le tableau qui accompagne une théorie tirée de cas.',
    sentence: 'Étayer {constructs} dans {cases}.',
    notes: 'Chaque cellule tient en une cote, une phrase et un verbatim épinglé.',
  },
  evidenceTable: {
    name: 'Tableau de preuves',
    when: 'Pour chaque concept, thème et dimension, les verbatims qui complètent ceux du texte : les preuves d’une structure des données.',
    sentence: 'Illustrer {themes} par des verbatims, pour {people}.',
    notes: 'Épingler deux ou trois verbatims par sous-thème ; réserver les plus forts au texte, les autres à ce tableau.',
  },
};

export const enDisplays: Record<DisplayId, DisplayWords> = {
  caseComparison: {
    name: 'Comparison of cases',
    when: 'For every dimension and every family of tools, what is found in each case: what they share, what only one has.',
    sentence: 'Cross {dimensions} with {tools}, to compare {cases}.',
    notes:
      'Read each row from left to right: categories found in two cases are common, the others belong to one. The view “Compare cases” sets them apart.',
  },
  contrastTable: {
    name: 'Contrast table',
    when: 'A few exemplary cases face to face: where they differ, theme by theme, with the passages that contradict.',
    sentence: 'Contrast {cases} on {themes}.',
    notes: 'Look for rows whose ratings or stances diverge: those are the ones to explain.',
  },
  leversGuardrails: {
    name: 'Levers and guard-rails per case',
    when: 'What moves the cooperation forward and what to avoid, side by side in each case.',
    sentence: 'Set {levers} against {guardrails}, for {cases}.',
    notes:
      'Levers fill the first part of the table, guard-rails the second. A strong lever in a case whose matching guard-rail is filled deserves a memo.',
  },
  frameworkChart: {
    name: 'Framework chart',
    when: 'One sheet per theme: cases in rows, subthemes in columns, a summary with its references in each cell.',
    sentence: 'Summarise {theme} for {people}.',
    notes:
      'Write a short summary in each cell, linked to its quotes; summary, quote and remark stay distinct. One sheet per theme: the tabs lead from one to the next.',
  },
  conceptuallyClustered: {
    name: 'Conceptually clustered matrix',
    when: 'Themes that belong together stand together: who speaks of what, and what goes with what, at a glance.',
    sentence: 'For {people}, cluster {themes} by concept.',
    notes: 'Read a whole row first (a person, a case), then compare rows inside one group of columns.',
  },
  metaMatrix: {
    name: 'Partially ordered meta-matrix',
    when: 'All the condensed material of all cases on one sheet, before it is ordered and reduced.',
    sentence: 'Stack, case by case, {units}, against {themes}.',
    notes: 'The first sheet of a cross-case analysis: nothing is sorted yet. Find the cases that look alike, then move on to an ordered display.',
  },
  checklist: {
    name: 'Checklist matrix',
    when: 'The components of one condition, rated for each kind of respondent: is it there, and according to whom?',
    sentence: 'Check {condition} with {actors}.',
    notes: 'Rate each cell by the scale’s rule, then pin the quote that justifies the rating.',
  },
  needsResources: {
    name: 'Needs and resources per actor',
    when: 'What each expects of the partnership and what each brings: complementarities and gaps.',
    sentence: 'List {needs} and {resources} for {actors}.',
    notes: 'One actor’s need met by another’s resource is a complementarity; an empty column is a question to ask.',
  },
  roleOrdered: {
    name: 'Role-ordered matrix',
    when: 'Respondents sorted by role: do those in the same position say the same?',
    sentence: 'Sort participants by {roles}, against {themes}.',
    notes: 'Compare inside a role first, then from role to role.',
  },
  timeOrdered: {
    name: 'Time-ordered matrix',
    when: 'Who acts at which step, or when: the course of things, row after row.',
    sentence: 'Follow {when}, by {actors}.',
    notes: 'Read downwards: each row follows the one above. Empty cells tell who was not there.',
  },
  caseOrdered: {
    name: 'Case-ordered descriptive matrix',
    when: 'Cases sorted by a variable or by their mean rating: does a pattern show from top to bottom?',
    sentence: 'Sort {cases} by {order}, against {themes}.',
    notes: 'Cases go from the highest to the lowest. A column in the same order goes with the variable; one against it is a case to explain.',
  },
  predictorOutcome: {
    name: 'Predictors and outcome',
    when: 'Cases sorted by an outcome, against what might explain it: which predictors rise with it?',
    sentence: 'Sort {cases} by {outcome}, against {predictors}.',
    notes: 'The last column is the outcome, rated in each case; cases are sorted by that rating. Rate the predictors too, on the same scale.',
  },
  variableByVariable: {
    name: 'Variable by variable',
    when: 'Two attributes crossed: which cases (or sources, or people) stand at each meeting, each named and leading to its passages.',
    sentence: 'Cross {first} with {second}.',
    notes:
      'Each cell names those that have the row’s value and the column’s; a name leads to its passages. A name without a coded passage is there by its attributes alone. An empty cell is a meeting that the field does not have.',
  },
  brakesSteps: {
    name: 'Obstacles by step',
    when: 'Which obstacles at which step: where the alliance stumbles, and on what.',
    sentence: 'Place {brakes} in {steps}.',
    notes: 'A passage falls into a cell when an obstacle and a step are coded in the same speaker turn.',
  },
  constructTable: {
    name: 'Construct table',
    when: 'For every construct and case, a measure and the evidence behind it: the table that goes with theory built from cases.',
    sentence: 'Ground {constructs} in {cases}.',
    notes: 'Each cell holds a rating, a sentence and a pinned quote.',
  },
  evidenceTable: {
    name: 'Evidence table',
    when: 'For every concept, theme and dimension, the quotes that back up those in the text: the proof of a data structure.',
    sentence: 'Illustrate {themes} with quotes, for {people}.',
    notes: 'Pin two or three quotes per subtheme; keep the strongest for the text, the others for this table.',
  },
};
