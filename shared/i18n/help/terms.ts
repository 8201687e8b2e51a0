// The glossary of method: the field's words, as this program means them.
import type { Texts } from '../text.ts';
import type { TermWords } from './article.ts';

const fr = {
  alpha: {
    term: 'Alpha de Krippendorff',
    meaning:
      'Mesure d’[accord](term:accord) pour tout nombre de codeurs, même si tous n’ont pas jugé chaque unité : 1 pour un accord parfait, 0 pour ce que donnerait le hasard. Krippendorff demande au moins 0,800, et tient 0,667 à 0,800 pour provisoire. Sans variation, il n’existe pas.',
  },
  'u-alpha': {
    term: 'u-alpha',
    meaning:
      'Famille d’alphas pour des passages que chacun délimite lui-même : |u dit si l’on marque les mêmes endroits, cu si l’on y met les mêmes catégories, u les deux ensemble (Krippendorff et coll., 2016).',
  },
  gamma: {
    term: 'Gamma',
    meaning:
      'Mesure d’accord qui aligne d’abord les passages des codeurs, puis compare leurs bornes et leurs catégories (Mathet, Widlöcher et Métivier, 2015). Elle peut être négative.',
  },
  ac1: {
    term: 'AC1 de Gwet',
    meaning:
      'Mesure d’[accord](term:accord) qui tient mieux que le [kappa](term:kappa) quand une catégorie est très rare ou très fréquente. Lisez-les ensemble, avec l’accord simple.',
  },
  accord: {
    term: 'Accord entre codeurs',
    meaning:
      'Jusqu’où plusieurs personnes, codant les mêmes textes séparément, codent de même. Il dépend de l’unité comptée : nommez-la toujours. Voir [Accord entre codeurs](agreement).',
  },
  'a-priori': {
    term: 'A priori',
    meaning:
      'Se dit d’une catégorie posée avant la lecture, d’après la théorie ou la question. Contraires : [in vivo](term:in-vivo), [émergente](term:emergente).',
  },
  aqqc: {
    term: 'AQQC (QCA)',
    meaning:
      'Analyse quali-quantitative comparée (Ragin) : cherche quelles combinaisons de conditions mènent à un résultat, dans un petit nombre de cas. Elle passe par le [calibrage](term:calibrage) et la [table de vérité](term:table-de-verite).',
  },
  attribut: {
    term: 'Attribut',
    meaning: 'Ce que l’on sait d’un cas, d’une source ou d’un participant en dehors de ses paroles : fonction, année, taille, territoire.',
  },
  aveugle: {
    term: 'Codage à l’aveugle',
    meaning:
      'Chacun code sans voir le travail des autres, jusqu’à ce que les codages soient dévoilés. Sans cela, un accord mesuré ne veut rien dire. Voir [Double codage](assignments).',
  },
  axial: {
    term: 'Codage axial',
    meaning:
      'Dans la théorie ancrée, étape où l’on relie les catégories entre elles. Vient après le [codage ouvert](term:ouvert), avant le [codage sélectif](term:selectif).',
  },
  calibrage: {
    term: 'Calibrage',
    meaning:
      'Dire, de 0 à 1, jusqu’où chaque cas appartient à une condition ou à un résultat, d’après une règle écrite : c’est là que se joue une [AQQC](term:aqqc).',
  },
  cas: {
    term: 'Cas',
    meaning:
      'Ce que l’étude compare : une organisation, un territoire, une personne. Un cas n’est pas une [source](term:source) : plusieurs entretiens peuvent parler d’un cas, un entretien de plusieurs.',
  },
  'cas-negatif': {
    term: 'Cas négatif',
    meaning: 'Un passage ou un cas qui contredit ce que les autres soutiennent. Le chercher, et le dire, donne sa force à une interprétation.',
  },
  categorie: {
    term: 'Catégorie',
    meaning:
      'Une idée sous laquelle on range des passages, avec une définition et une règle : ce qu’elle inclut, ce qu’elle exclut, un exemple. On dit aussi « code », « nœud », « étiquette » ailleurs.',
  },
  chao: {
    term: 'Chao2',
    meaning:
      'Estimation du nombre de catégories qui resteraient à rencontrer, d’après celles qui n’ont été vues qu’une ou deux fois. Une aide à juger, non une preuve : les catégories sont l’œuvre de qui code.',
  },
  codage: {
    term: 'Codage',
    meaning: 'Une catégorie appliquée à un passage par une personne. Coder, c’est aussi l’acte : lire, choisir des mots, dire de quoi ils relèvent.',
  },
  comptage: {
    term: 'Comptage',
    meaning:
      'Compter des passages dit combien de fois une chose a été codée, non combien elle compte. Le nombre dépend de qui parle le plus, de la longueur des passages et du soin du codage. Dites toujours l’unité.',
  },
  cooccurrence: {
    term: 'Cooccurrence',
    meaning:
      'Deux catégories trouvées ensemble, dans une unité que l’on nomme : mêmes mots, même tour, même source, même cas. Le coefficient de Jaccard rapporte les unités qui ont les deux à celles qui ont l’une ou l’autre.',
  },
  corpus: { term: 'Corpus', meaning: 'L’ensemble des textes étudiés, et ce que l’on sait d’eux.' },
  correspondances: {
    term: 'Analyse des correspondances',
    meaning:
      'Place lignes et colonnes d’un tableau sur un même plan : des points proches ont des profils semblables (Benzécri, Greenacre). Les axes se lisent avec leur part d’inertie.',
  },
  'dictionnaire-des-themes': {
    term: 'Dictionnaire des thèmes',
    meaning: 'Toutes les grilles d’un projet, avec la règle de chaque catégorie ; il va souvent en annexe de la thèse.',
  },
  dimension: { term: 'Dimension', meaning: 'Catégorie du premier niveau d’une grille, sous laquelle les autres se rangent.' },
  'double-codage': { term: 'Double codage', meaning: 'Les mêmes sources codées séparément par plusieurs personnes, pour comparer leurs lectures.' },
  emergente: {
    term: 'Catégorie émergente',
    meaning:
      'Née de la lecture et nommée par qui analyse, non par les mots mêmes (voir [in vivo](term:in-vivo)) ni par la théorie (voir [a priori](term:a-priori)).',
  },
  gioia: {
    term: 'Structure des données (Gioia)',
    meaning:
      'Figure à trois colonnes : concepts de premier ordre (proches des mots des personnes), thèmes de second ordre, dimensions agrégées (Gioia, Corley et Hamilton, 2013).',
  },
  grille: {
    term: 'Grille d’analyse',
    meaning: 'Un arbre de catégories, avec sa provenance. Un projet peut en avoir plusieurs, que les matrices croisent.',
  },
  'in-vivo': { term: 'In vivo', meaning: 'Se dit d’une catégorie qui reprend les mots mêmes d’une personne.' },
  indefini: {
    term: 'Indéfini',
    meaning:
      'Un nombre qui n’existe pas : un seul cas, rien qui varie, une division par rien. Trame en dit la raison et n’écrit jamais 0 à la place.',
  },
  kappa: {
    term: 'Kappa de Cohen',
    meaning:
      'Mesure d’[accord](term:accord) entre deux codeurs, corrigée de ce que donnerait le hasard. Il baisse quand une catégorie est rare ou très fréquente, même si les codeurs s’accordent : regardez aussi l’accord simple et l’[AC1](term:ac1).',
  },
  matrice: {
    term: 'Matrice',
    meaning:
      'Tableau qui croise ce que l’on compare ; chaque cellule réunit les passages du croisement et la [synthèse](term:synthese) qu’on en fait (Miles, Huberman et Saldaña).',
  },
  memo: {
    term: 'Mémo',
    meaning:
      'Texte de qui analyse, attaché à un objet de l’étude : une idée, un doute, une décision de méthode. La théorie se fait souvent dans les mémos.',
  },
  ouvert: { term: 'Codage ouvert', meaning: 'Première étape de la théorie ancrée : lire ligne à ligne et nommer ce qui se présente, sans grille.' },
  participant: { term: 'Participant', meaning: 'Une personne qui parle dans une ou plusieurs sources.' },
  passage: {
    term: 'Passage',
    meaning: 'Une suite de mots d’une source, entre deux bornes, choisie pour être codée ; imprimée, c’est un [verbatim](term:verbatim).',
  },
  poids: { term: 'Poids', meaning: 'Ce que vaut un codage sur l’échelle de sa catégorie, si elle en a une : l’intensité, par exemple.' },
  posture: { term: 'Posture de preuve', meaning: 'Ce qu’un passage fait à une idée : il la soutient, la contredit, ou la mentionne.' },
  reinert: {
    term: 'Classification de Reinert',
    meaning:
      'Partage le corpus en classes d’extraits qui emploient les mêmes mots : les « mondes lexicaux » (Alceste, IRaMuTeQ). Elle classe des mots, l’interprétation reste à faire.',
  },
  residu: {
    term: 'Résidu ajusté',
    meaning:
      'De combien une cellule d’un tableau croisé s’écarte de ce que l’indépendance donnerait ; au-delà de ±1,96, le hasard seul l’explique mal, à condition que les unités soient indépendantes.',
  },
  saturation: {
    term: 'Saturation',
    meaning:
      'Moment où de nouveaux entretiens n’ajoutent plus guère de catégories. Elle dépend de la grille, de l’ordre et de qui code ; certaines traditions (Braun et Clarke) la refusent. Voir [l’étude entière](coverage).',
  },
  'saturation-du-sens': {
    term: 'Saturation du sens',
    meaning:
      'Moment où de nouveaux entretiens n’ajoutent plus de nuance à ce qu’une catégorie veut dire ; elle vient plus tard que la saturation des catégories (Hennink, Kaiser et Marconi, 2017). Elle se juge, elle ne se calcule pas.',
  },
  selectif: { term: 'Codage sélectif', meaning: 'Dans la théorie ancrée, dernière étape : tout relier à une catégorie centrale.' },
  source: { term: 'Source', meaning: 'Un document du corpus : entretien, observation, document, questionnaire.' },
  specificite: {
    term: 'Spécificité',
    meaning:
      'Mesure de la surprise qu’une partie du corpus emploie un mot aussi souvent, ou aussi peu (Lafon, 1980). Au-delà de ±2, le hasard l’explique mal.',
  },
  synthese: {
    term: 'Synthèse',
    meaning: 'Ce que disent ensemble les passages d’une cellule, en une ou deux phrases de qui analyse, avec des citations qui y mènent.',
  },
  'tableau-derriere': {
    term: 'Table derrière une figure',
    meaning: 'Chaque figure a la table de ses nombres : on la lit à la place de la figure, au clavier ou à voix haute, et on l’exporte.',
  },
  'table-de-verite': {
    term: 'Table de vérité',
    meaning: 'Dans une [AQQC](term:aqqc), liste des combinaisons de conditions, des cas qui les ont et de ce qui en résulte.',
  },
  'theorie-ancree': {
    term: 'Théorie ancrée',
    meaning: 'Démarche qui construit la théorie à partir des données, par codages successifs et comparaison constante (Glaser et Strauss).',
  },
  'analyse-thematique': {
    term: 'Analyse thématique',
    meaning: 'Démarche qui dégage des thèmes d’un corpus, par lectures et codages répétés (Braun et Clarke ; Paillé et Mucchielli).',
  },
  'methode-du-cadre': {
    term: 'Méthode du cadre',
    meaning: 'Analyse par une grille commune à tous les cas, résumée cas par cas dans une matrice (framework, Ritchie et Spencer, 1994).',
  },
  triangulation: { term: 'Triangulation', meaning: 'Croiser plusieurs sources, méthodes ou chercheurs pour éprouver une interprétation.' },
  'tour-de-parole': {
    term: 'Tour de parole',
    meaning: 'Ce qu’une personne dit sans qu’une autre l’interrompe. Les renvois le nomment : (E12, §34).',
  },
  verbatim: { term: 'Verbatim', meaning: 'Les mots mêmes d’une personne, cités avec leur renvoi.' },
} satisfies Record<string, TermWords>;

export type TermId = keyof typeof fr;

const en: Record<TermId, TermWords> = {
  alpha: {
    term: 'Krippendorff’s alpha',
    meaning:
      'A measure of [agreement](term:accord) for any number of coders, even where not all judged every unit: 1 for perfect agreement, 0 for what chance would give. Krippendorff asks for 0.800 at least, and takes 0.667 to 0.800 as tentative. Without variation it does not exist.',
  },
  'u-alpha': {
    term: 'u-alpha',
    meaning:
      'A family of alphas for passages that each coder delimits: |u says whether the same places are marked, cu whether they get the same categories, u both together (Krippendorff et al., 2016).',
  },
  gamma: {
    term: 'Gamma',
    meaning:
      'A measure of agreement that first aligns the coders’ passages, then compares their ends and categories (Mathet, Widlöcher & Métivier, 2015). It can be negative.',
  },
  ac1: {
    term: 'Gwet’s AC1',
    meaning:
      'A measure of [agreement](term:accord) that holds better than [kappa](term:kappa) where a category is very rare or very frequent. Read them together, with percent agreement.',
  },
  accord: {
    term: 'Agreement between coders',
    meaning:
      'How far several people, coding the same texts apart, code alike. It depends on the unit counted: always name it. See [Agreement between coders](agreement).',
  },
  'a-priori': {
    term: 'A priori',
    meaning: 'Said of a category set before reading, from theory or the question. Opposites: [in vivo](term:in-vivo), [emergent](term:emergente).',
  },
  aqqc: {
    term: 'QCA',
    meaning:
      'Qualitative comparative analysis (Ragin): looks for the combinations of conditions that lead to an outcome, in a small number of cases. It goes through [calibration](term:calibrage) and the [truth table](term:table-de-verite).',
  },
  attribut: {
    term: 'Attribute',
    meaning: 'What is known of a case, a source or a participant apart from what they say: position, year, size, territory.',
  },
  aveugle: {
    term: 'Blind coding',
    meaning:
      'Everybody codes without seeing the others’ work, until the codings are revealed. Without it a measured agreement means nothing. See [Double coding](assignments).',
  },
  axial: {
    term: 'Axial coding',
    meaning:
      'In grounded theory, the stage where categories are related to each other. It follows [open coding](term:ouvert) and comes before [selective coding](term:selectif).',
  },
  calibrage: {
    term: 'Calibration',
    meaning:
      'To say, from 0 to 1, how far each case belongs to a condition or an outcome, by a written rule: this is where a [QCA](term:aqqc) is decided.',
  },
  cas: {
    term: 'Case',
    meaning:
      'What the study compares: an organisation, a territory, a person. A case is not a [source](term:source): several interviews may speak of one case, one interview of several.',
  },
  'cas-negatif': {
    term: 'Negative case',
    meaning: 'A passage or a case that contradicts what the others support. To look for it, and to say so, gives an interpretation its strength.',
  },
  categorie: {
    term: 'Category',
    meaning:
      'An idea under which passages are gathered, with a definition and a rule: what it includes, what it excludes, an example. Elsewhere one says “code”, “node”, “tag”.',
  },
  chao: {
    term: 'Chao2',
    meaning:
      'An estimate of how many categories remain to be met, from those seen once or twice only. A help to judge by, no proof: categories are the work of whoever codes.',
  },
  codage: {
    term: 'Coding',
    meaning: 'A category applied to a passage by one person. Coding is also the act: to read, choose words, say what they belong to.',
  },
  comptage: {
    term: 'Counting',
    meaning:
      'To count passages says how often a thing was coded, not how much it matters. The number depends on who talks most, on the passages’ length, on the care of coding. Always say the unit.',
  },
  cooccurrence: {
    term: 'Co-occurrence',
    meaning:
      'Two categories found together, in a unit that is named: same words, same turn, same source, same case. Jaccard’s coefficient puts the units that have both over those that have either.',
  },
  corpus: { term: 'Corpus', meaning: 'All the texts that are studied, and what is known of them.' },
  correspondances: {
    term: 'Correspondence analysis',
    meaning:
      'Places rows and columns of a table on one map: points near each other have similar profiles (Benzécri, Greenacre). Axes are read with their share of inertia.',
  },
  'dictionnaire-des-themes': { term: 'Codebook', meaning: 'All grids of a project with each category’s rule; often an appendix of the thesis.' },
  dimension: { term: 'Dimension', meaning: 'A category of a grid’s first level, under which the others stand.' },
  'double-codage': { term: 'Double coding', meaning: 'The same sources coded apart by several people, to compare their readings.' },
  emergente: {
    term: 'Emergent category',
    meaning:
      'Grown out of the reading and named by whoever analyses, not by the words themselves (see [in vivo](term:in-vivo)) nor by theory (see [a priori](term:a-priori)).',
  },
  gioia: {
    term: 'Data structure (Gioia)',
    meaning:
      'A figure of three columns: first-order concepts (near people’s own words), second-order themes, aggregate dimensions (Gioia, Corley & Hamilton, 2013).',
  },
  grille: { term: 'Analysis grid', meaning: 'A tree of categories with its origin. A project may have several, which matrices cross.' },
  'in-vivo': { term: 'In vivo', meaning: 'Said of a category that takes a person’s very words.' },
  indefini: {
    term: 'Undefined',
    meaning: 'A number that does not exist: one case only, nothing that varies, a division by nothing. Trame says why and never writes 0 instead.',
  },
  kappa: {
    term: 'Cohen’s kappa',
    meaning:
      'A measure of [agreement](term:accord) between two coders, corrected for what chance would give. It falls where a category is rare or very frequent, even if the coders agree: look at percent agreement and [AC1](term:ac1), too.',
  },
  matrice: {
    term: 'Matrix',
    meaning:
      'A table that crosses what is compared; each cell gathers the passages of its crossing and the [synthesis](term:synthese) made of them (Miles, Huberman & Saldaña).',
  },
  memo: {
    term: 'Memo',
    meaning: 'A text of whoever analyses, on an object of the study: an idea, a doubt, a decision of method. Theory is often made in memos.',
  },
  ouvert: { term: 'Open coding', meaning: 'The first stage of grounded theory: to read line by line and name what comes up, without a grid.' },
  participant: { term: 'Participant', meaning: 'A person who speaks in one or several sources.' },
  passage: { term: 'Passage', meaning: 'A run of words of a source between two ends, chosen to be coded; in print it is a [quote](term:verbatim).' },
  poids: { term: 'Weight', meaning: 'What a coding is worth on its category’s scale, if it has one: intensity, for instance.' },
  posture: { term: 'Evidence stance', meaning: 'What a passage does to an idea: it supports, contradicts, or mentions it.' },
  reinert: {
    term: 'Reinert’s classification',
    meaning:
      'Parts the corpus into classes of extracts that use the same words: “lexical worlds” (Alceste, IRaMuTeQ). It classifies words; interpretation is still to be done.',
  },
  residu: {
    term: 'Adjusted residual',
    meaning:
      'How far a cell of a cross table departs from what independence would give; beyond ±1.96 chance alone explains it badly, provided that the units are independent.',
  },
  saturation: {
    term: 'Saturation',
    meaning:
      'When new interviews hardly add categories any more. It depends on the grid, the order and who codes; some traditions (Braun & Clarke) refuse it. See [the whole study](coverage).',
  },
  'saturation-du-sens': {
    term: 'Meaning saturation',
    meaning:
      'When new interviews add no nuance to what a category means; it comes later than saturation of categories (Hennink, Kaiser & Marconi, 2017). It is judged, not computed.',
  },
  selectif: { term: 'Selective coding', meaning: 'In grounded theory, the last stage: to relate everything to one core category.' },
  source: { term: 'Source', meaning: 'One document of the corpus: interview, observation, document, survey.' },
  specificite: {
    term: 'Specificity',
    meaning: 'How surprising it is that a part of the corpus uses a word so often, or so seldom (Lafon, 1980). Beyond ±2 chance explains it badly.',
  },
  synthese: {
    term: 'Synthesis',
    meaning: 'What the passages of a cell say together, in a sentence or two by whoever analyses, with quotes that lead there.',
  },
  'tableau-derriere': {
    term: 'Table behind a figure',
    meaning: 'Each figure has the table of its numbers: it can be read instead of the figure, by keyboard or aloud, and exported.',
  },
  'table-de-verite': {
    term: 'Truth table',
    meaning: 'In a [QCA](term:aqqc), the list of combinations of conditions, of the cases that have them and of what comes of them.',
  },
  'theorie-ancree': {
    term: 'Grounded theory',
    meaning: 'An approach that builds theory from the data, by successive codings and constant comparison (Glaser & Strauss).',
  },
  'analyse-thematique': {
    term: 'Thematic analysis',
    meaning: 'An approach that draws themes out of a corpus by repeated reading and coding (Braun & Clarke; Paillé & Mucchielli).',
  },
  'methode-du-cadre': {
    term: 'Framework method',
    meaning: 'Analysis by one grid for all cases, summarised case by case in a matrix (Ritchie & Spencer, 1994).',
  },
  triangulation: { term: 'Triangulation', meaning: 'To set several sources, methods or researchers against each other to test an interpretation.' },
  'tour-de-parole': { term: 'Turn', meaning: 'What one person says without another interrupting. References name it: (E12, §34).' },
  verbatim: { term: 'Verbatim, quote', meaning: 'A person’s very words, cited with their reference.' },
};

export const termsText: Texts<Record<TermId, TermWords>> = { fr, en };
export const TERM_IDS = Object.keys(fr) as TermId[];
