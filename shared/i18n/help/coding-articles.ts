// Help for reading and coding: the text, its correction, its recording, autocoding, the grids and the sorting of cards.
import type { ArticleWords } from './article.ts';

export const codingFr = {
  coding: {
    title: 'Codage',
    what: 'C’est ici qu’on lit et qu’on code : le texte au centre, le corpus et les grilles à gauche, le passage choisi à droite. [Coder](term:codage), c’est dire d’un passage de quelle catégorie il relève.',
    ways: [
      {
        title: 'Coder un passage',
        steps: [
          'Sélectionnez des mots à la souris, ou avancez d’un tour à l’autre avec {nextTurn} et {previousTurn}.',
          '{palette} ou Entrée ouvre la liste des catégories : tapez quelques lettres (les accents ne comptent pas), puis Entrée.',
          'La liste reste ouverte pour une autre catégorie ; Échap la ferme. {undo} annule, aussi demain.',
        ],
      },
      {
        title: 'Coder plus vite',
        steps: [
          '{codeTurn} code tout le tour, {codeSentence} la phrase.',
          'Fixez vos catégories courantes sous les chiffres {quick.1} à {quick.9}, ou faites glisser une catégorie sur les mots.',
          '{nextUncoded} mène au prochain tour sans codage.',
        ],
      },
      {
        title: 'Créer une catégorie avec les mots mêmes',
        steps: [
          'Sélectionnez-les, puis {inVivo} : une catégorie [in vivo](term:in-vivo) en porte le nom.',
          'Ou tapez dans la liste un nom qui n’existe pas : elle propose de le créer.',
        ],
      },
      {
        title: 'Dire plus d’un passage',
        steps: [
          '{memo} écrit un [mémo](term:memo), {star} en fait une bonne citation, {paraphrase} le dit dans vos mots.',
          '{stance} dit s’il soutient, contredit ou mentionne ; {weight} lui donne un [poids](term:poids).',
        ],
      },
      {
        title: 'Changer les bornes',
        steps: [
          '{extendWordForth} et {extendWordBack} étendent d’un mot pendant la sélection ; {endForth}, {endBack}, {startForth}, {startBack} déplacent les bornes d’un passage codé.',
        ],
      },
      {
        title: 'Lire, chercher, comparer',
        steps: [
          '{find} cherche dans le texte, {beside} ouvre une autre source à côté, {print} imprime avec les codes en marge.',
          '[Corriger une transcription](correction) et [écouter l’enregistrement](recording) se font ici aussi.',
        ],
      },
    ],
    not: ['Coder ne change jamais le texte.', 'Les codages des autres codeurs se voient, mais vos bornes ne déplacent que les vôtres.'],
  },
  correction: {
    title: 'Corriger une transcription',
    what: 'Une faute de transcription se corrige dans le texte même ; les codages restent sur leurs mots.',
    ways: [
      {
        title: 'Corriger des mots',
        steps: ['Placez le curseur dans le tour, puis {edit}. Écrivez ; Échap reprend la lecture. Tout est enregistré à mesure.'],
      },
      {
        title: 'Couper, joindre, changer de locuteur',
        steps: [
          'En correction, Entrée coupe le tour au curseur ; Retour arrière au début du tour le joint au précédent.',
          '{speaker} donne le tour à quelqu’un d’autre ; {turnMenu} montre tout ce qui se fait sur les tours.',
        ],
      },
      {
        title: 'Remplacer par un fichier corrigé',
        steps: [
          'Menu de la source, **Remplacer par un fichier corrigé**. Trame montre mot à mot ce qui changerait, et quels passages seraient touchés, avant d’écrire.',
        ],
      },
      {
        title: 'Comparer les versions',
        steps: ['Menu de la source : chaque correction est une version, qui se compare au texte d’aujourd’hui ou au texte importé.'],
      },
    ],
    not: ['Un passage dont tous les mots ont été retirés n’est pas perdu : il est gardé, hors des comptes, dans la liste de ce qui est à revoir.'],
  },
  recording: {
    title: 'Écouter l’enregistrement',
    what: 'Un son ou une vidéo peut accompagner chaque entretien ; on l’écoute en lisant, pour vérifier ou coder.',
    ways: [
      {
        title: 'Ajouter l’enregistrement',
        steps: ['Menu de la source, **Ajouter l’enregistrement…**, ou déposez le fichier sur le texte. Il est rangé à côté du projet.'],
      },
      {
        title: 'Écouter en lisant',
        steps: [
          '{mediaToggle} joue et arrête, {mediaBack} recule, {mediaForth} avance, {mediaFaster} et {mediaSlower} changent la vitesse.',
          'Un clic sur un temps, dans la marge, joue à partir de là.',
        ],
      },
      { title: 'Poser les temps', steps: ['{mediaStamp} pose le temps de l’écoute au curseur. Les temps sortent en sous-titres (SRT, WebVTT).'] },
    ],
    not: ['Trame ne transcrit pas, et ne code pas le son lui-même : ce qui est codé, ce sont les mots.'],
  },
  autocode: {
    title: 'Codage automatique',
    what: 'Une phrase dit ce qu’il faut chercher, où, et avec quelle catégorie coder ; Trame montre chaque passage avant d’en coder un seul.',
    ways: [
      {
        title: 'Coder ce qui revient',
        steps: [
          'Choisissez ce qui est cherché : des mots et leurs formes, ce que dit quelqu’un, les réponses à une question du guide, des titres.',
          'Choisissez ce qui est codé (les mots, la phrase, le tour) et la catégorie.',
          'Décochez ce qui ne convient pas, puis codez. Un seul {undo} reprend tout.',
        ],
      },
      {
        title: 'Garder une règle',
        steps: [
          '**Garder comme règle** : elle pourra être relancée sur les entretiens à venir, et dira ce qu’elle trouve de nouveau.',
          '**Écarter ces passages** : les passages décochés ne seront plus proposés par cette règle.',
        ],
      },
      {
        title: 'Coder d’après un tableau',
        steps: ['**Un tableau de codages** : un fichier csv ou Excel fait ailleurs, avec la source, la citation, la catégorie.'],
      },
    ],
    not: [
      'Trouver un mot n’est pas interpréter : relisez chaque passage proposé.',
      'Pour des passages qui ressemblent à ceux que vous avez codés, voyez [les propositions](suggestions).',
    ],
  },
  grids: {
    title: 'Grilles',
    what: 'Vos [grilles d’analyse](term:grille) : des arbres de [catégories](term:categorie), chacune avec sa fiche (définition, ce qu’elle inclut, ce qu’elle exclut, un exemple) et ses passages.',
    ways: [
      {
        title: 'Ajouter une grille',
        steps: [
          '**Ajouter une grille** : prenez une grille prête à l’emploi, écrivez la vôtre ligne par ligne, ou importez un fichier (json, Excel, qdc).',
        ],
      },
      {
        title: 'Écrire la règle d’une catégorie',
        steps: [
          'Choisissez-la dans l’arbre ; écrivez sa **Définition**, ce qu’il faut **Inclure**, **Exclure**, et un **Exemple**. Cette règle s’affiche pendant le codage.',
        ],
      },
      {
        title: 'Remanier l’arbre',
        steps: [
          'Glissez une catégorie, ou {categoryUp}, {categoryDown}, {categoryIn}, {categoryOut}. {renameCategory} renomme.',
          '**Fusionner dans…** réunit deux catégories avec leurs codages ; on peut aussi en diviser une, passage par passage.',
        ],
      },
      {
        title: 'Garder trace de l’évolution',
        steps: [
          'Enregistrez une version de la grille avec ses raisons, et comparez deux versions.',
          'La fiche d’une catégorie mène à tous ses états passés.',
        ],
      },
      {
        title: 'Montrer la grille',
        steps: [
          '**Exporter** donne le dictionnaire des thèmes en Word, Excel ou page web ; la [structure des données](term:gioia) dessine concepts, thèmes et dimensions.',
          '[Le tri de cartes](board) aide à regrouper ce qui est né de la lecture.',
        ],
      },
    ],
    not: [
      'Supprimer une catégorie retire ses codages ; {undo} les fait revenir.',
      'Une catégorie ne se place que dans une grille, mais peut se voir aussi ailleurs, sans être comptée deux fois.',
    ],
  },
  board: {
    title: 'Tri de cartes',
    what: 'Les catégories nées de la lecture ([in vivo](term:in-vivo) ou émergentes) se posent comme des cartes sur une table, pour chercher ce qui va ensemble.',
    ways: [
      {
        title: 'Rapprocher et grouper',
        steps: [
          'Déplacez les cartes ; déposez-en une sur une autre, ou choisissez-en plusieurs et {boardGroup}, pour en faire un groupe et le nommer.',
          '{boardTakeOut} sort une carte de son groupe. Le groupe devient une catégorie, ses cartes ses sous-catégories.',
        ],
      },
      {
        title: 'Travailler sans souris',
        steps: ['L’affichage **Liste** fait tout ce que fait le plan ; sur le plan, les flèches déplacent la carte choisie.'],
      },
      { title: 'Garder une image', steps: ['**Enregistrer l’image** : pour un mémo ou la thèse.'] },
    ],
    not: ['La place d’une carte n’est qu’un appui pour l’œil : seuls les groupes changent la grille.'],
  },
} satisfies Record<string, ArticleWords>;

export const codingEn: Record<keyof typeof codingFr, ArticleWords> = {
  coding: {
    title: 'Coding',
    what: 'This is where one reads and codes: the text in the middle, corpus and grids on the left, the chosen passage on the right. [Coding](term:codage) a passage is to say which category it belongs to.',
    ways: [
      {
        title: 'Code a passage',
        steps: [
          'Select words with the mouse, or go from turn to turn with {nextTurn} and {previousTurn}.',
          '{palette} or Enter opens the list of categories: type a few letters (accents do not matter), then Enter.',
          'The list stays open for another category; Escape closes it. {undo} takes back, also tomorrow.',
        ],
      },
      {
        title: 'Code faster',
        steps: [
          '{codeTurn} codes the whole turn, {codeSentence} the sentence.',
          'Put your usual categories under the digits {quick.1} to {quick.9}, or drag a category onto the words.',
          '{nextUncoded} leads to the next turn without coding.',
        ],
      },
      {
        title: 'Make a category of the words themselves',
        steps: [
          'Select them, then {inVivo}: an [in vivo](term:in-vivo) category takes their name.',
          'Or type a name that does not exist in the list: it offers to create it.',
        ],
      },
      {
        title: 'Say more of a passage',
        steps: [
          '{memo} writes a [memo](term:memo), {star} makes it a good quote, {paraphrase} says it in your words.',
          '{stance} says whether it supports, contradicts or mentions; {weight} gives it a [weight](term:poids).',
        ],
      },
      {
        title: 'Change its ends',
        steps: [
          '{extendWordForth} and {extendWordBack} extend a selection by a word; {endForth}, {endBack}, {startForth}, {startBack} move the ends of a coded passage.',
        ],
      },
      {
        title: 'Read, find, compare',
        steps: [
          '{find} finds in the text, {beside} opens another source beside, {print} prints with the codes in the margin.',
          '[Correcting a transcript](correction) and [listening to the recording](recording) happen here, too.',
        ],
      },
    ],
    not: ['Coding never changes the text.', 'Other coders’ codings are seen, but moving ends moves your own only.'],
  },
  correction: {
    title: 'Correcting a transcript',
    what: 'A slip of the transcript is corrected in the text itself; codings stay on their words.',
    ways: [
      {
        title: 'Correct words',
        steps: ['Put the caret in the turn, then {edit}. Write; Escape goes back to reading. All of it is saved as you go.'],
      },
      {
        title: 'Cut, join, change the speaker',
        steps: [
          'While correcting, Enter cuts the turn at the caret; Backspace at the turn’s start joins it to the one before.',
          '{speaker} gives the turn to somebody else; {turnMenu} shows all that is done with turns.',
        ],
      },
      {
        title: 'Replace by a corrected file',
        steps: [
          'The source’s menu, **Replace with a corrected file**. Trame shows word by word what would change, and which passages would be touched, before it writes.',
        ],
      },
      {
        title: 'Compare versions',
        steps: ['The source’s menu: each correction is a version, to be compared with today’s text or with the one imported.'],
      },
    ],
    not: ['A passage whose words all went is not lost: it is kept, apart from the counts, on the list of what is to be looked at.'],
  },
  recording: {
    title: 'Listening to the recording',
    what: 'A sound or a video may go with each interview; one listens while reading, to check or to code.',
    ways: [
      {
        title: 'Add the recording',
        steps: ['The source’s menu, **Add the recording…**, or drop the file on the text. It is kept beside the project.'],
      },
      {
        title: 'Listen while reading',
        steps: [
          '{mediaToggle} plays and pauses, {mediaBack} goes back, {mediaForth} forward, {mediaFaster} and {mediaSlower} change the speed.',
          'A click on a time, in the margin, plays from there.',
        ],
      },
      { title: 'Set times', steps: ['{mediaStamp} sets the time of listening at the caret. Times go out as subtitles (SRT, WebVTT).'] },
    ],
    not: ['Trame does not transcribe, and does not code the sound itself: what is coded are words.'],
  },
  autocode: {
    title: 'Autocoding',
    what: 'A sentence says what to look for, where, and which category to code with; Trame shows each passage before it codes a single one.',
    ways: [
      {
        title: 'Code what recurs',
        steps: [
          'Choose what is looked for: words and their forms, what somebody says, the answers to a question of the guide, headings.',
          'Choose what is coded (the words, the sentence, the turn) and the category.',
          'Untick what does not fit, then code. One {undo} takes all of it back.',
        ],
      },
      {
        title: 'Keep a rule',
        steps: [
          '**Keep as a rule**: it can be run again on the interviews to come, and will say what it finds anew.',
          '**Leave these passages out**: unticked passages will not be proposed by this rule again.',
        ],
      },
      { title: 'Code from a table', steps: ['**A table of codings**: a csv or Excel file made elsewhere, with source, quote and category.'] },
    ],
    not: [
      'To find a word is not to interpret it: read each passage that is proposed.',
      'For passages that resemble those you coded, see [proposals](suggestions).',
    ],
  },
  grids: {
    title: 'Grids',
    what: 'Your [analysis grids](term:grille): trees of [categories](term:categorie), each with its card (definition, what it includes, what it excludes, an example) and its passages.',
    ways: [
      { title: 'Add a grid', steps: ['**Add a grid**: take a ready-made one, write your own line by line, or import a file (json, Excel, qdc).'] },
      {
        title: 'Write a category’s rule',
        steps: [
          'Choose it in the tree; write its **Definition**, what to **Include**, to **Exclude**, and an **Example**. The rule shows while coding.',
        ],
      },
      {
        title: 'Rework the tree',
        steps: [
          'Drag a category, or {categoryUp}, {categoryDown}, {categoryIn}, {categoryOut}. {renameCategory} renames.',
          '**Merge into…** joins two categories with their codings; one can also be split, passage by passage.',
        ],
      },
      {
        title: 'Keep track of how it evolved',
        steps: ['Save a version of the grid with its reasons, and compare two versions.', 'A category’s card leads to all its past states.'],
      },
      {
        title: 'Show the grid',
        steps: [
          '**Export** gives the codebook as Word, Excel or a web page; the [data structure](term:gioia) draws concepts, themes and dimensions.',
          '[Card sorting](board) helps to group what grew out of the reading.',
        ],
      },
    ],
    not: [
      'Removing a category removes its codings; {undo} brings them back.',
      'A category has its place in one grid, but may be seen elsewhere too, without being counted twice.',
    ],
  },
  board: {
    title: 'Card sorting',
    what: 'Categories that grew out of the reading ([in vivo](term:in-vivo) or emergent) are laid out like cards on a table, to look for what goes together.',
    ways: [
      {
        title: 'Bring together and group',
        steps: [
          'Move the cards; drop one onto another, or choose several and {boardGroup}, to make a group and name it.',
          '{boardTakeOut} takes a card out of its group. The group becomes a category, its cards subcategories.',
        ],
      },
      { title: 'Work without a mouse', steps: ['The view **List** does all that the plane does; on the plane, arrows move the chosen card.'] },
      { title: 'Keep a picture', steps: ['**Save the picture**: for a memo or the thesis.'] },
    ],
    not: ['A card’s place is a help for the eye only: groups alone change the grid.'],
  },
};
