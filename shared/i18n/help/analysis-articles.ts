// Help for the analyses.
import type { ArticleWords } from './article.ts';

export const analysisFr = {
  analysis: {
    title: 'Analyses',
    what: 'Des façons de compter et de dessiner l’étude. Chacune se lit comme une phrase, montre une figure, la table qui est derrière, et dit ce qui est compté.',
    ways: [
      {
        title: 'Choisir une analyse',
        steps: [
          'La liste est à gauche, par familles : [couverture de l’étude](coverage), [relations entre catégories](relations), [tableaux](tables), [mots](words), [aide au codage](suggestions).',
        ],
      },
      { title: 'La régler', steps: ['Ouvrez les mots soulignés de la phrase. Un réglage s’enregistre par son nom.'] },
      {
        title: 'Remonter aux passages',
        steps: [
          'Cliquez une marque ou un nombre : ses passages s’ouvrent à droite. Au clavier, flèches et Entrée.',
          'La [table](term:tableau-derriere) dit la même chose que la figure.',
        ],
      },
      { title: 'Exporter', steps: ['**Exporter** : image (SVG, PNG), PDF, tableau Excel ou CSV.'] },
    ],
    not: [
      'Un nombre qui n’existe pas n’est jamais remplacé par 0 : la raison est dite.',
      'Compter des passages ne dit pas leur importance ; voyez [ce qu’un comptage vaut](term:comptage).',
    ],
  },
  coverage: {
    title: 'Analyses : l’étude entière',
    what: 'Où en est l’étude : vue d’ensemble, portraits des sources, calendrier, [saturation](term:saturation), ce qui manque encore.',
    ways: [
      {
        title: 'Voir où l’on en est',
        steps: [
          '**Vue d’ensemble** : les nombres, les dimensions par source. **Portraits** : chaque source comme une ligne.',
          '**Calendrier** : les sources à leur date, le codage semaine par semaine.',
        ],
      },
      {
        title: 'Juger de la saturation',
        steps: [
          '**Saturation** : ce que chaque entretien ajoute de nouveau, et ce qui resterait à rencontrer. L’ordre des entretiens compte : choisissez-le.',
          '**Saturation du sens** : une grille que vous remplissez vous-même.',
        ],
      },
      {
        title: 'Chercher ce qui manque',
        steps: [
          '**Couverture** : cellules vides, catégories rares, personnes citées bien plus qu’elles ne sont codées, [cas négatifs](term:cas-negatif).',
        ],
      },
    ],
    not: ['Une courbe qui s’aplatit ne prouve pas qu’il ne reste rien à découvrir.'],
  },
  relations: {
    title: 'Analyses : relations',
    what: 'Quelles catégories vont ensemble, se suivent, se recoupent, et quels liens vous posez entre elles.',
    ways: [
      {
        title: 'Lire les cooccurrences',
        steps: [
          '**Cooccurrences** : choisissez ce qui fait une [cooccurrence](term:cooccurrence) (mêmes mots, même tour, même source…), puis lisez le tableau ou le réseau.',
        ],
      },
      {
        title: 'Voir l’ordre',
        steps: ['**Enchaînements** : quelle catégorie suit quelle autre, à la portée choisie. **Recoupements** : comment leurs passages se placent.'],
      },
      {
        title: 'Dessiner une carte conceptuelle',
        steps: ['**Carte conceptuelle** : placez les catégories, tracez des liens (cause, contredit…) avec leurs passages à l’appui.'],
      },
    ],
    not: ['Aller ensemble n’est pas causer.', 'Un indice change avec l’unité comptée : nommez-la toujours.'],
  },
  tables: {
    title: 'Analyses : tableaux',
    what: 'Croiser des catégories avec des cas ou des attributs, et décrire ce qui s’écarte de l’attendu.',
    ways: [
      {
        title: 'Tableau croisé',
        steps: [
          'Choisissez lignes, colonnes et ce qui est compté. Les [résidus](term:residu) disent où l’on s’écarte de ce que l’indépendance donnerait.',
          'Un test n’est donné que lorsqu’il a un sens : des cas comptés une fois chacun, et assez d’entre eux.',
        ],
      },
      {
        title: 'Voir sur un plan',
        steps: ['**Correspondances** place lignes et colonnes sur un même plan ; **Classification hiérarchique** les réunit en groupes.'],
      },
      {
        title: 'Comparer peu de cas',
        steps: [
          '**AQQC / QCA** : [calibrez](term:calibrage) les conditions, lisez la [table de vérité](term:table-de-verite), puis les combinaisons qui mènent au résultat.',
        ],
      },
    ],
    not: ['Douze entretiens ne sont pas un échantillon : ces tableaux décrivent votre corpus, ils ne généralisent pas.'],
  },
  words: {
    title: 'Analyses : mots',
    what: 'Ce que disent les mots eux-mêmes, avant ou à côté du codage.',
    ways: [
      {
        title: 'Compter',
        steps: ['**Fréquences et nuage** : les mots les plus dits, par partie du corpus. Les mots ignorés se choisissent ; les négations restent.'],
      },
      { title: 'Lire un mot en contexte', steps: ['**Arbre de mots** : ce qui suit ou précède un mot, phrase par phrase.'] },
      {
        title: 'Comparer des parties',
        steps: [
          '**Spécificités** : les mots propres à chaque cas ou valeur d’attribut ([Lafon](term:specificite)). **Classification** : les mondes lexicaux ([Reinert](term:reinert)).',
        ],
      },
    ],
    not: ['Une famille de mots est reconnue à ses terminaisons : quelques rapprochements sont faux, la table les montre.'],
  },
  agreement: {
    title: 'Accord entre codeurs',
    what: 'Jusqu’où plusieurs personnes codent de même, et où elles diffèrent. Le nombre sert surtout à trouver les passages dont il faut parler.',
    ways: [
      {
        title: 'Mesurer',
        steps: [
          'Choisissez codeurs, grille, unité (caractère, phrase, tour, source) et coefficient : [kappa](term:kappa), [alpha](term:alpha) et d’autres, chacun avec ce qu’il corrige.',
          'Les intervalles sont tirés au sort avec une graine gardée : on retrouve les mêmes.',
        ],
      },
      {
        title: 'Régler les désaccords',
        steps: ['Chaque désaccord s’affiche des deux côtés : adopter, réunir, retirer, maintenir, discuter. Qui a décidé, et pourquoi, est gardé.'],
      },
      { title: 'Garder des tours de mesure', steps: ['Enregistrez la mesure avant de régler : la courbe des tours va dans le chapitre de méthode.'] },
    ],
    not: [
      'Un coefficient sans unité ni nombre de codeurs ne veut rien dire.',
      'Là où rien ne varie, il n’y a pas de coefficient : Trame dit pourquoi.',
    ],
  },
  assignments: {
    title: 'Double codage',
    what: 'Confier les mêmes sources à plusieurs personnes, chacune codant sans voir les autres.',
    ways: [
      {
        title: 'Confier des sources',
        steps: [
          '**Confier des sources…** : choisissez sources, codeurs et grilles, une date si vous voulez.',
          'Avec **À l’aveugle**, chacun ne voit que ses propres codages, partout.',
        ],
      },
      {
        title: 'Suivre et dévoiler',
        steps: [
          'Le tableau dit où en est chacun. **Dévoiler les codages** les montre à tous ; la date est gardée. Lisez ensuite l’[accord](agreement).',
        ],
      },
    ],
    not: ['Dévoiler avant que tous aient fini peut influencer la fin du codage : Trame le rappelle.'],
  },
} satisfies Record<string, ArticleWords>;

export const analysisEn: Record<keyof typeof analysisFr, ArticleWords> = {
  analysis: {
    title: 'Analyses',
    what: 'Ways of counting and drawing the study. Each reads as a sentence, shows a figure, the table behind it, and says what is counted.',
    ways: [
      {
        title: 'Choose an analysis',
        steps: [
          'The list is on the left, by families: [coverage of the study](coverage), [relations between categories](relations), [tables](tables), [words](words), [help with coding](suggestions).',
        ],
      },
      { title: 'Set it', steps: ['Open the sentence’s underlined words. A setting is kept by name.'] },
      {
        title: 'Go back to the passages',
        steps: [
          'Click a mark or a number: its passages open on the right. By keyboard, arrows and Enter.',
          'The [table](term:tableau-derriere) says the same as the figure.',
        ],
      },
      { title: 'Export', steps: ['**Export**: picture (SVG, PNG), PDF, Excel or CSV table.'] },
    ],
    not: [
      'A number that does not exist is never replaced by 0: the reason is said.',
      'Counting passages does not say how much they matter; see [what a count is worth](term:comptage).',
    ],
  },
  coverage: {
    title: 'Analyses: the whole study',
    what: 'How far the study is: overview, portraits of sources, calendar, [saturation](term:saturation), what is still missing.',
    ways: [
      {
        title: 'See how far you are',
        steps: [
          '**Overview**: the numbers, dimensions by source. **Portraits**: each source as a line.',
          '**Calendar**: sources at their dates, coding week by week.',
        ],
      },
      {
        title: 'Judge saturation',
        steps: [
          '**Saturation**: what each interview adds, and what might remain to be met. The order of interviews matters: choose it.',
          '**Meaning saturation**: a grid that you fill in yourself.',
        ],
      },
      {
        title: 'Look for what is missing',
        steps: ['**Coverage**: empty cells, rare categories, people quoted far more than they are coded, [negative cases](term:cas-negatif).'],
      },
    ],
    not: ['A curve that flattens does not prove that nothing is left to discover.'],
  },
  relations: {
    title: 'Analyses: relations',
    what: 'Which categories go together, follow each other, overlap, and which links you set between them.',
    ways: [
      {
        title: 'Read co-occurrences',
        steps: [
          '**Co-occurrence**: choose what makes a [co-occurrence](term:cooccurrence) (same words, same turn, same source…), then read the table or the network.',
        ],
      },
      {
        title: 'See the order',
        steps: ['**Sequences**: which category follows which, within the reach you choose. **Overlaps**: how their passages lie.'],
      },
      {
        title: 'Draw a concept map',
        steps: ['**Concept map**: place categories, draw links (causes, contradicts…) with their passages as evidence.'],
      },
    ],
    not: ['To go together is not to cause.', 'A figure changes with the unit counted: always name it.'],
  },
  tables: {
    title: 'Analyses: tables',
    what: 'Cross categories with cases or attributes, and describe what departs from what is expected.',
    ways: [
      {
        title: 'Cross table',
        steps: [
          'Choose rows, columns and what is counted. [Residuals](term:residu) say where one departs from what independence would give.',
          'A test is given only where it makes sense: cases counted once each, and enough of them.',
        ],
      },
      {
        title: 'See on a map',
        steps: ['**Correspondence** places rows and columns on one map; **Hierarchical clustering** joins them into groups.'],
      },
      {
        title: 'Compare few cases',
        steps: [
          '**QCA**: [calibrate](term:calibrage) the conditions, read the [truth table](term:table-de-verite), then the combinations that lead to the outcome.',
        ],
      },
    ],
    not: ['Twelve interviews are no sample: these tables describe your corpus, they do not generalise.'],
  },
  words: {
    title: 'Analyses: words',
    what: 'What the words themselves say, before coding or beside it.',
    ways: [
      {
        title: 'Count',
        steps: ['**Frequencies and cloud**: the words said most, by part of the corpus. Ignored words are yours to choose; negations stay.'],
      },
      { title: 'Read a word in context', steps: ['**Word tree**: what follows or precedes a word, sentence by sentence.'] },
      {
        title: 'Compare parts',
        steps: [
          '**Specificities**: the words particular to each case or attribute value ([Lafon](term:specificite)). **Classification**: lexical worlds ([Reinert](term:reinert)).',
        ],
      },
    ],
    not: ['A family of words is known by its endings: some are brought together wrongly, and the table shows them.'],
  },
  agreement: {
    title: 'Agreement between coders',
    what: 'How far several people code alike, and where they differ. The number serves above all to find the passages that need talking about.',
    ways: [
      {
        title: 'Measure',
        steps: [
          'Choose coders, grid, unit (character, sentence, turn, source) and coefficient: [kappa](term:kappa), [alpha](term:alpha) and others, each with what it corrects for.',
          'Intervals are drawn with a seed that is kept: the same ones come again.',
        ],
      },
      {
        title: 'Settle disagreements',
        steps: ['Each disagreement shows both sides: adopt, join, withdraw, keep, discuss. Who decided, and why, is kept.'],
      },
      { title: 'Keep rounds of measurement', steps: ['Save the measure before you settle: the curve of rounds goes into the chapter on methods.'] },
    ],
    not: ['A coefficient without its unit and number of coders means nothing.', 'Where nothing varies there is no coefficient: Trame says why.'],
  },
  assignments: {
    title: 'Double coding',
    what: 'Give the same sources to several people, each coding without seeing the others.',
    ways: [
      {
        title: 'Give sources',
        steps: [
          '**Give sources…**: choose sources, coders and grids, a date if you like.',
          'With **Blind**, everybody sees their own codings only, everywhere.',
        ],
      },
      {
        title: 'Follow and reveal',
        steps: [
          'The table says how far each one is. **Reveal the codings** shows them to all; the date is kept. Then read the [agreement](agreement).',
        ],
      },
    ],
    not: ['To reveal before all are done may influence the end of coding: Trame reminds you.'],
  },
};
