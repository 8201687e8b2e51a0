// Help for matrices: the table, a cell, ready-made displays, figures, the comparison of cases; and for what goes into the thesis.
import type { ArticleWords } from './article.ts';

export const matrixFr = {
  matrices: {
    title: 'Matrices',
    what: 'Une [matrice](term:matrice) croise ce que vous comparez (catégories, cas, personnes, périodes…) et montre, dans chaque cellule, les passages qui s’y trouvent et ce que vous en dites.',
    ways: [
      {
        title: 'Faire une matrice',
        steps: [
          'Prenez une [présentation prête à remplir](displays), ou lisez la phrase en haut de l’écran et ouvrez ses mots soulignés : ce qu’il faut croiser, avec quoi, dans quels cas, quand deux catégories se rencontrent.',
          'Chaque nombre mène à ses passages ; chaque passage, à sa place dans l’entretien.',
          'Donnez-lui un nom pour l’enregistrer : elle se remplira d’elle-même à mesure que vous codez.',
        ],
      },
      {
        title: 'Aller de cellule en cellule',
        steps: [
          'Les flèches déplacent, {openCell} ouvre la cellule, Entrée y écrit, Échap revient au tableau.',
          '{nextCellToWrite} mène à la prochaine cellule à écrire, {nextCellToReview} à celle dont les passages ont changé, {nextDraft} au prochain brouillon.',
        ],
      },
      {
        title: 'Ordonner le tableau',
        steps: [
          'Le menu d’un en-tête trie, fige, replie, masque ; on peut aussi tirer un en-tête, ou {moveLine} sur lui.',
          '**Échanger lignes et colonnes** la tourne ; les synthèses suivent.',
        ],
      },
      { title: 'Comparer les cas', steps: ['La vue **Comparer les cas** dit ce que les cas ont en commun, ce qu’un seul a, et ce qui contraste.'] },
      { title: 'Revenir sur un état passé', steps: ['Un **Instantané** garde la matrice du jour ; on la compare plus tard avec celle d’alors.'] },
      {
        title: 'L’exporter',
        steps: [
          '**Exporter…** montre les pages telles qu’elles seront, puis écrit en Word, LibreOffice, PDF, Excel… Voir [Exporter pour la thèse](printing).',
        ],
      },
    ],
    not: [
      'Une cellule vide dit qu’aucun passage codé ne s’y trouve, non que la chose n’existe pas.',
      'Un passage présent dans deux cellules y compte deux fois : la somme des cellules n’est pas un nombre de passages.',
    ],
  },
  cells: {
    title: 'Une cellule de matrice',
    what: 'La cellule réunit les passages d’un croisement et ce que vous en écrivez : la [synthèse](term:synthese), une cote, les verbatims choisis, une remarque. Tout cela suit le croisement dans toutes les matrices où il paraît.',
    ways: [
      {
        title: 'Écrire la synthèse',
        steps: [
          'Entrée dans la cellule, ou le panneau de droite. Sur un verbatim, {cellCite} le cite dans la synthèse, avec un lien.',
          'Dites où elle en est : brouillon, prête, relue.',
        ],
      },
      {
        title: 'Coter',
        steps: ['**Créer une échelle…** : des degrés, et pour chacun la règle qui le fait choisir. Les chiffres cotent la cellule.'],
      },
      {
        title: 'Choisir des verbatims',
        steps: ['{cellPin} choisit le verbatim ; {cellPinUp} et {cellPinDown} l’ordonnent. On en coupe des mots, remplacés par […].'],
      },
      {
        title: 'Savoir ce qui a changé',
        steps: ['Quand les passages ont changé depuis la synthèse, la cellule le dit ; **Elle tient toujours** le confirme.'],
      },
    ],
    not: ['Les nombres ne s’écrivent pas à la main : ils viennent toujours des codages.'],
  },
  displays: {
    title: 'Présentations et figures',
    what: 'Des formes de matrices éprouvées par la recherche qualitative, qui se remplissent avec votre étude ; et les figures qu’on en tire.',
    ways: [
      {
        title: 'Choisir une présentation',
        steps: [
          'La galerie dit de chacune quand l’utiliser, comment elle se lit, d’où elle vient.',
          'Faites vos choix ; ce qui manque encore à l’étude est nommé, avec le lieu où le faire.',
        ],
      },
      {
        title: 'Dessiner une matrice',
        steps: [
          'La vue **Figure** dessine la matrice : bulles, teintes, profils, coprésence. Les flèches vont d’une marque à l’autre, Entrée montre les passages.',
          'Chaque figure a sa [table](term:tableau-derriere), qu’on peut lire et exporter.',
        ],
      },
    ],
    not: ['Une présentation ne code rien : elle ordonne ce qui est codé.'],
  },
  printing: {
    title: 'Exporter pour la thèse',
    what: 'Tout ce qu’une thèse imprime : matrices, verbatims, dictionnaire des thèmes, tableau du corpus, monographies, comptages, entretiens codés, historique. L’aperçu montre les pages mêmes.',
    ways: [
      {
        title: 'Exporter une pièce',
        steps: ['Depuis un écran, **Exporter…** ; ou depuis le menu du projet. Choisissez le format : Word, LibreOffice, PDF, page web, Excel…'],
      },
      {
        title: 'Écrire le dossier entier',
        steps: [
          '**Exporter le dossier de thèse…**, cochez les pièces et leurs formats : elles sont numérotées, avec un index.',
          'Gardez les réglages par leur nom, pour refaire le même dossier plus tard.',
        ],
      },
      {
        title: 'Choisir comment les personnes sont dites',
        steps: ['Dans **Mise en forme**, les renvois peuvent taire la personne, ou la dire par un attribut : (E12, DRH, §34).'],
      },
    ],
    not: [
      'Taire le nom dans les renvois ne le retire pas des phrases citées : relisez les verbatims.',
      'Word et LibreOffice peuvent couper les pages ailleurs que l’aperçu.',
    ],
  },
} satisfies Record<string, ArticleWords>;

export const matrixEn: Record<keyof typeof matrixFr, ArticleWords> = {
  matrices: {
    title: 'Matrices',
    what: 'A [matrix](term:matrice) crosses what you compare (categories, cases, people, periods…) and shows in each cell the passages that fall there and what you say of them.',
    ways: [
      {
        title: 'Make a matrix',
        steps: [
          'Take a [display ready to fill](displays), or read the sentence at the top and open its underlined words: what to cross, with what, in which cases, when two categories meet.',
          'Each number leads to its passages; each passage to its place in the interview.',
          'Give it a name to save it: it will fill itself as you code.',
        ],
      },
      {
        title: 'Go from cell to cell',
        steps: [
          'Arrows move, {openCell} opens the cell, Enter writes in it, Escape goes back to the table.',
          '{nextCellToWrite} leads to the next cell to write, {nextCellToReview} to one whose passages changed, {nextDraft} to the next draft.',
        ],
      },
      {
        title: 'Order the table',
        steps: [
          'A head’s menu sorts, freezes, folds, hides; a head can be dragged too, or {moveLine} on it.',
          '**Swap rows and columns** turns it; syntheses follow.',
        ],
      },
      { title: 'Compare cases', steps: ['The view **Compare cases** says what cases have in common, what one alone has, and what contrasts.'] },
      { title: 'Go back to a past state', steps: ['A **Snapshot** keeps today’s matrix; later you compare it with what it was.'] },
      {
        title: 'Export it',
        steps: ['**Export…** shows the pages as they will be, then writes Word, LibreOffice, PDF, Excel… See [Exporting for the thesis](printing).'],
      },
    ],
    not: [
      'An empty cell says that no coded passage falls there, not that there is no such thing.',
      'A passage in two cells counts in both: the sum of cells is not a number of passages.',
    ],
  },
  cells: {
    title: 'A cell of a matrix',
    what: 'A cell gathers the passages of a crossing and what you write of them: the [synthesis](term:synthese), a rating, chosen verbatims, a remark. All of it follows the crossing into every matrix that shows it.',
    ways: [
      {
        title: 'Write the synthesis',
        steps: [
          'Enter in the cell, or the panel on the right. On a verbatim {cellCite} cites it in the synthesis, with a link.',
          'Say how far it is: draft, ready, reviewed.',
        ],
      },
      { title: 'Rate', steps: ['**Make a scale…**: its steps, and for each the rule by which it is chosen. Digits rate the cell.'] },
      {
        title: 'Choose verbatims',
        steps: ['{cellPin} chooses the verbatim; {cellPinUp} and {cellPinDown} order them. Words can be cut, and […] stands in their place.'],
      },
      { title: 'Know what changed', steps: ['Where passages changed since the synthesis, the cell says so; **It still holds** confirms it.'] },
    ],
    not: ['Numbers are not written by hand: they always come from the codings.'],
  },
  displays: {
    title: 'Displays and figures',
    what: 'Forms of matrices that qualitative research has proved, which fill themselves with your study; and the figures drawn from them.',
    ways: [
      {
        title: 'Choose a display',
        steps: [
          'The gallery says of each when to use it, how it is read, where it comes from.',
          'Make your choices; what the study still lacks is named, with the place where it is made.',
        ],
      },
      {
        title: 'Draw a matrix',
        steps: [
          'The view **Figure** draws the matrix: bubbles, shades, profiles, co-presence. Arrows go from mark to mark, Enter shows the passages.',
          'Each figure has its [table](term:tableau-derriere), to read and to export.',
        ],
      },
    ],
    not: ['A display codes nothing: it orders what is coded.'],
  },
  printing: {
    title: 'Exporting for the thesis',
    what: 'All that a thesis prints: matrices, verbatims, codebook, table of the corpus, monographs, counts, coded interviews, history. The preview shows the very pages.',
    ways: [
      {
        title: 'Export one piece',
        steps: ['From a screen, **Export…**; or from the project’s menu. Choose the format: Word, LibreOffice, PDF, web page, Excel…'],
      },
      {
        title: 'Write the whole pack',
        steps: [
          '**Export the thesis pack…**, tick the pieces and their formats: they are numbered, with an index.',
          'Keep the settings by name, to make the same pack again later.',
        ],
      },
      {
        title: 'Choose how people are named',
        steps: ['Under **Setting**, references may leave the person out, or say them by an attribute: (E12, HR manager, §34).'],
      },
    ],
    not: [
      'Leaving names out of references does not take them out of the sentences quoted: read the verbatims.',
      'Word and LibreOffice may break pages elsewhere than the preview.',
    ],
  },
};
