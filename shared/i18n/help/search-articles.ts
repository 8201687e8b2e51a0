// Help for searching words and codings, and for what Trame proposes to code.
import type { ArticleWords } from './article.ts';

export const searchFr = {
  search: {
    title: 'Recherche de mots',
    what: 'Un champ cherche dans tout le projet : entretiens, mémos, synthèses, grilles. Accents, majuscules et terminaisons ne comptent pas.',
    ways: [
      {
        title: 'Chercher',
        steps: [
          'Tapez un mot : toutes ses formes sont trouvées. "tout le monde" cherche ces mots à la suite, innov* ce qui commence ainsi, règle NEAR/5 commune deux mots proches.',
          '**Comment chercher** montre toutes les façons. {searchAll} cherche de partout les mots sélectionnés.',
        ],
      },
      {
        title: 'Resserrer',
        steps: [
          'La phrase sous le champ dit où et chez qui chercher : ouvrez ses mots soulignés.',
          'À gauche, les résultats se comptent par entretien et par cas.',
        ],
      },
      {
        title: 'En faire quelque chose',
        steps: [
          'Chaque ligne se lit dans l’entretien. **Tout coder…** passe au [codage automatique](autocode), avec son aperçu.',
          'Une recherche s’enregistre par son nom.',
        ],
      },
    ],
    not: ['Ce que dit l’enquêteur est laissé de côté si la phrase le dit.', 'Pour chercher parmi ce qui est codé, prenez [Codages](retrieval).'],
  },
  retrieval: {
    title: 'Recherche de codages',
    what: 'Retrouve les passages codés qui remplissent une condition : une catégorie et pas une autre, deux catégories proches, dites par telles personnes, dans tels cas.',
    ways: [
      {
        title: 'Dire ce que l’on cherche',
        steps: ['Dans Recherche, choisissez **Codages**, puis composez la phrase par clics, ou écrivez-la : "Gouvernance" AND NOT "Vote".'],
      },
      {
        title: 'Lire et ranger les résultats',
        steps: [
          'Les passages se trient et se comptent ; chacun mène à sa place.',
          'Le résultat peut devenir un mémo, une matrice, un fichier, ou recevoir une autre catégorie.',
        ],
      },
    ],
    not: ['Une catégorie vaut aussi pour celles qui sont en dessous d’elle.', 'Plusieurs codages sur les mêmes mots sont un seul passage.'],
  },
  suggestions: {
    title: 'Aide au codage',
    what: 'Trame apprend de vos codages et propose des passages à coder, ou montre ce qui ressemble à un passage. Tout se calcule sur votre ordinateur.',
    ways: [
      {
        title: 'Lire des propositions',
        steps: [
          '**Propositions** : choisissez une catégorie ; pour chaque passage, les mots qui ont décidé sont montrés. Acceptez ou refusez, un par un.',
          'L’essai sur vos entretiens déjà codés dit combien de propositions seraient justes.',
        ],
      },
      {
        title: 'Chercher ce qui ressemble',
        steps: [
          '**Passages semblables** : par les mots communs, ou par le sens si vous avez placé un modèle de langue dans un dossier de cet ordinateur.',
        ],
      },
    ],
    not: ['Rien n’est codé sans que vous l’acceptiez.', 'Rien n’est téléchargé ni envoyé.'],
  },
} satisfies Record<string, ArticleWords>;

export const searchEn: Record<keyof typeof searchFr, ArticleWords> = {
  search: {
    title: 'Searching words',
    what: 'One field searches the whole project: interviews, memos, syntheses, grids. Accents, capitals and endings do not matter.',
    ways: [
      {
        title: 'Search',
        steps: [
          'Type a word: all its forms are found. "tout le monde" finds these words in a row, innov* what begins so, règle NEAR/5 commune two words near each other.',
          '**How to search** shows every way. {searchAll} searches the selected words from anywhere.',
        ],
      },
      {
        title: 'Narrow',
        steps: [
          'The sentence below the field says where and of whom to search: open its underlined words.',
          'On the left, results are counted by interview and by case.',
        ],
      },
      {
        title: 'Make something of it',
        steps: [
          'Each line can be read in its interview. **Code all…** goes to [autocoding](autocode), with its preview.',
          'A search is kept by name.',
        ],
      },
    ],
    not: ['What the interviewer says is left out where the sentence says so.', 'To search among what is coded, take [Codings](retrieval).'],
  },
  retrieval: {
    title: 'Searching codings',
    what: 'Finds the coded passages that meet a condition: one category and not another, two categories near each other, said by these people, in these cases.',
    ways: [
      {
        title: 'Say what you look for',
        steps: ['In Search choose **Codings**, then build the sentence by clicks, or write it: "Gouvernance" AND NOT "Vote".'],
      },
      {
        title: 'Read and arrange results',
        steps: [
          'Passages are sorted and counted; each leads to its place.',
          'The result may become a memo, a matrix, a file, or be given another category.',
        ],
      },
    ],
    not: ['A category stands for those below it too.', 'Several codings on the same words are one passage.'],
  },
  suggestions: {
    title: 'Help with coding',
    what: 'Trame learns from your codings and proposes passages to code, or shows what is like a passage. All of it is computed on your computer.',
    ways: [
      {
        title: 'Read proposals',
        steps: [
          '**Proposals**: choose a category; for each passage the words that decided are shown. Accept or refuse, one by one.',
          'The trial on interviews that you coded says how many proposals would be right.',
        ],
      },
      {
        title: 'Look for what is alike',
        steps: ['**Similar passages**: by the words in common, or by meaning if you put a model of language into a folder of this computer.'],
      },
    ],
    not: ['Nothing is coded unless you accept it.', 'Nothing is downloaded or sent.'],
  },
};
