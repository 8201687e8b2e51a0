// Help for where a study begins: the home screen, the corpus, importing, the interview guide.
import type { ArticleWords } from './article.ts';

export const corpusFr = {
  home: {
    title: 'Accueil',
    what: 'L’accueil mène à vos projets. Un projet est une étude entière dans un seul fichier, sur votre ordinateur : textes, catégories, codages, mémos, matrices, historique.',
    ways: [
      {
        title: 'Commencer une étude',
        steps: [
          'Choisissez **Nouveau projet** et donnez un titre ; la question de recherche peut attendre.',
          'Écrivez les cas que vous comparez, Entrée après chacun, si vous les connaissez déjà.',
          'Cochez une [grille](term:grille) prête à l’emploi, ou aucune : vos catégories naîtront de la lecture.',
        ],
      },
      {
        title: 'Essayer sans rien risquer',
        steps: [
          '**Ouvrir le projet d’exemple** : douze entretiens fictifs, déjà codés, avec leurs matrices.',
          'Suivez [votre première heure](firstHour) : huit pas, dans l’ordre que vous voulez.',
        ],
      },
      {
        title: 'Venir d’un autre logiciel',
        steps: [
          '**Importer un projet…** reprend un projet de NVivo, ATLAS.ti, MAXQDA, QualCoder, Taguette ou Quirkos.',
          'L’aide explique la marche à suivre pour chacun : [NVivo](from-nvivo), [MAXQDA](from-maxqda), [ATLAS.ti](from-atlas), [QualCoder](from-qualcoder), [Taguette](from-taguette), [Quirkos](from-quirkos), [f4](from-f4), [Sonal](from-sonal), [Word](from-word).',
        ],
      },
      {
        title: 'Rejoindre une équipe',
        steps: [
          '**Rejoindre une équipe…**, puis collez l’invitation reçue : le projet arrive entier sur votre ordinateur. Voir [Travailler en équipe](team).',
        ],
      },
    ],
    not: ['Trame n’envoie rien : aucun compte, aucune mesure d’usage, rien ne passe par le réseau sans une équipe que vous avez rejointe.'],
  },
  corpus: {
    title: 'Corpus',
    what: 'Le corpus rassemble ce que vous étudiez : les [sources](term:source) (entretiens, observations, documents), les [cas](term:cas) que vous comparez, les [participants](term:participant), et ce que vous savez de chacun.',
    ways: [
      {
        title: 'Faire entrer des entretiens',
        steps: [
          'Déposez des fichiers ou un dossier n’importe où dans la fenêtre, ou choisissez **Importer…**',
          'Vérifiez ce qui a été reconnu, puis importez. Voir [Importer des sources](import).',
        ],
      },
      {
        title: 'Ranger les sources par cas',
        steps: [
          'Onglet **Cas**, **Ajouter un cas**.',
          'Dans l’onglet **Sources**, colonne **Cas**, choisissez à quel cas chaque source appartient. Une source peut appartenir à plusieurs cas.',
        ],
      },
      {
        title: 'Décrire cas, sources et personnes',
        steps: [
          'Ajoutez un [attribut](term:attribut) en dernière colonne du tableau : un texte, un nombre, une date, une liste de valeurs.',
          'Remplissez comme dans un tableur : on peut coller un bloc copié ailleurs et recopier vers le bas.',
          'Un tableau de caractéristiques (csv, Excel) se reprend aussi d’un coup, par le menu des tableaux.',
        ],
      },
      {
        title: 'Réunir deux noms d’une même personne',
        steps: ['Onglet **Participants**, menu de la ligne, **Fusionner avec…** : paroles, attributs et mémos sont réunis.'],
      },
      { title: 'Lire une source', steps: ['Entrée ou un double clic sur son nom l’ouvre dans [Codage](coding).'] },
    ],
    not: [
      'Supprimer une source retire aussi ses codages ; {undo} et l’[historique](history) la font revenir telle quelle.',
      'Une parole n’appartient à quelqu’un que si les tours de parole ont été reconnus à l’import.',
    ],
  },
  import: {
    title: 'Importer des sources',
    what: 'L’import montre d’abord ce que Trame a compris de vos fichiers : tours de parole, personnes, temps. Rien n’est écrit avant votre accord.',
    ways: [
      {
        title: 'Préparer et importer',
        steps: [
          'Déposez les fichiers : Word, OpenDocument, RTF, PDF, texte, sous-titres, pages web, tableaux.',
          'À gauche, décochez ce que vous ne voulez pas ; au centre, lisez l’aperçu tour par tour.',
          '{writeImport} importe ce qui est coché. {undo} reprend tout.',
        ],
      },
      {
        title: 'Corriger la reconnaissance des tours',
        steps: [
          'Sous **Les tours se reconnaissent à**, choisissez ce qui annonce la parole dans votre fichier : nom et deux-points, nom et temps, initiales, questions numérotées…',
          'Appliquez le choix à tous les fichiers s’ils se ressemblent.',
        ],
      },
      {
        title: 'Dire qui parle',
        steps: [
          'Sous **Locuteurs**, reliez chaque nom à une personne connue, ou laissez-la entrer comme nouvelle.',
          'Marquez qui interroge comme **Enquêteur** : ses paroles restent hors des comptes et des recherches.',
        ],
      },
      {
        title: 'Reprendre les commentaires d’un fichier Word',
        steps: ['Quand un fichier en a, l’import propose d’en faire des codages ou des mémos. Voir [Venir de Word](from-word).'],
      },
      {
        title: 'Importer un questionnaire',
        steps: ['Un tableau donne une source par ligne : dites quelles colonnes sont des questions ouvertes, des attributs ou le nom du répondant.'],
      },
    ],
    not: [
      'Un PDF fait d’images n’a pas de mots : il faut d’abord une reconnaissance de caractères.',
      'Trame ne transcrit pas les enregistrements ; il les fait [écouter à côté du texte](recording).',
    ],
  },
  guide: {
    title: 'Guide d’entretien',
    what: 'Le guide relie vos questions aux catégories et montre où elles ont été posées, à qui, et ce qu’il reste à demander.',
    ways: [
      {
        title: 'Écrire le guide',
        steps: [
          'Dans [Corpus](corpus), onglet **Guide**, collez votre guide ou écrivez une question par ligne ; Tab fait d’une question un thème.',
          'Liez chaque question aux catégories qu’elle nourrit avec **Lier une catégorie**.',
        ],
      },
      {
        title: 'Repérer les questions dans les entretiens',
        steps: [
          '**Repérer les questions** propose, pour chaque tour de l’enquêteur, la question la plus proche.',
          'Entrée confirme, Suppr rejette. On peut confirmer d’un coup tout ce qui est assez sûr.',
        ],
      },
      {
        title: 'Voir ce qui a été couvert',
        steps: [
          '**Couverture** croise entretiens et questions ; chaque nombre mène aux réponses.',
          'Les réponses confirmées servent ensuite au [codage automatique](autocode) et aux [matrices](matrices).',
        ],
      },
    ],
    not: ['Une question proposée et non confirmée ne compte nulle part.'],
  },
} satisfies Record<string, ArticleWords>;

export const corpusEn: Record<keyof typeof corpusFr, ArticleWords> = {
  home: {
    title: 'Home',
    what: 'Home leads to your projects. A project is a whole study in one file on your own computer: texts, categories, codings, memos, matrices, history.',
    ways: [
      {
        title: 'Begin a study',
        steps: [
          'Choose **New project** and give it a title; the research question can wait.',
          'Write the cases that you compare, Enter after each, if you know them already.',
          'Tick a ready-made [grid](term:grille), or none: your categories will grow out of the reading.',
        ],
      },
      {
        title: 'Try without risk',
        steps: [
          '**Open the sample project**: twelve fictional interviews, already coded, with their matrices.',
          'Follow [your first hour](firstHour): eight steps, in the order you like.',
        ],
      },
      {
        title: 'Come from another program',
        steps: [
          '**Import a project…** takes a project of NVivo, ATLAS.ti, MAXQDA, QualCoder, Taguette or Quirkos.',
          'The help says how for each: [NVivo](from-nvivo), [MAXQDA](from-maxqda), [ATLAS.ti](from-atlas), [QualCoder](from-qualcoder), [Taguette](from-taguette), [Quirkos](from-quirkos), [f4](from-f4), [Sonal](from-sonal), [Word](from-word).',
        ],
      },
      {
        title: 'Join a team',
        steps: ['**Join a team…**, then paste the invitation you received: the whole project comes to your computer. See [Working as a team](team).'],
      },
    ],
    not: ['Trame sends nothing: no account, no usage figures, nothing goes over the network without a team that you joined.'],
  },
  corpus: {
    title: 'Corpus',
    what: 'The corpus holds what you study: [sources](term:source) (interviews, observations, documents), the [cases](term:cas) you compare, the [participants](term:participant), and what you know of each.',
    ways: [
      {
        title: 'Bring interviews in',
        steps: [
          'Drop files or a folder anywhere on the window, or choose **Import…**',
          'Check what was recognised, then import. See [Importing sources](import).',
        ],
      },
      {
        title: 'Arrange sources by case',
        steps: [
          'Tab **Cases**, **Add a case**.',
          'In the tab **Sources**, column **Cases**, choose which case each source belongs to. A source may belong to several.',
        ],
      },
      {
        title: 'Describe cases, sources and people',
        steps: [
          'Add an [attribute](term:attribut) as the table’s last column: a text, a number, a date, a list of values.',
          'Fill it in as in a spreadsheet: a block copied elsewhere can be pasted, a value filled down.',
          'A whole table of characteristics (csv, Excel) can be brought in at once from the menu of tables.',
        ],
      },
      {
        title: 'Join two names of one person',
        steps: ['Tab **Participants**, the row’s menu, **Merge with…**: speech, attributes and memos are joined.'],
      },
      { title: 'Read a source', steps: ['Enter or a double click on its name opens it in [Coding](coding).'] },
    ],
    not: [
      'Removing a source removes its codings; {undo} and the [history](history) bring it back as it was.',
      'Speech belongs to somebody only where turns were recognised when importing.',
    ],
  },
  import: {
    title: 'Importing sources',
    what: 'Importing first shows what Trame made of your files: turns, people, times. Nothing is written before you agree.',
    ways: [
      {
        title: 'Prepare and import',
        steps: [
          'Drop the files: Word, OpenDocument, RTF, PDF, text, subtitles, web pages, tables.',
          'On the left untick what you do not want; in the middle read the preview turn by turn.',
          '{writeImport} imports what is ticked. {undo} takes all of it back.',
        ],
      },
      {
        title: 'Correct how turns are recognised',
        steps: [
          'Under **Turns are recognised by**, choose what announces speech in your file: name and colon, name and time, initials, numbered questions…',
          'Apply the choice to all files if they are alike.',
        ],
      },
      {
        title: 'Say who speaks',
        steps: [
          'Under **Speakers**, tie each name to a person who is known, or let it come in as a new one.',
          'Mark who asks as **Interviewer**: what they say stays out of counts and searches.',
        ],
      },
      {
        title: 'Take a Word file’s comments',
        steps: ['Where a file has some, importing offers to make codings or memos of them. See [Coming from Word](from-word).'],
      },
      {
        title: 'Import a survey',
        steps: ['A table gives one source per row: say which columns are open questions, attributes, or the respondent’s name.'],
      },
    ],
    not: [
      'A PDF made of pictures has no words: it needs text recognition first.',
      'Trame does not transcribe recordings; it lets you [listen beside the text](recording).',
    ],
  },
  guide: {
    title: 'Interview guide',
    what: 'The guide ties your questions to categories and shows where they were asked, of whom, and what is still to be asked.',
    ways: [
      {
        title: 'Write the guide',
        steps: [
          'In [Corpus](corpus), tab **Guide**, paste your guide or write one question per line; Tab makes a question a theme.',
          'Tie each question to the categories it feeds with **Link a category**.',
        ],
      },
      {
        title: 'Find the questions in the interviews',
        steps: [
          '**Find the questions** proposes, for each of the interviewer’s turns, the nearest question.',
          'Enter confirms, Delete rejects. All that is sure enough can be confirmed at once.',
        ],
      },
      {
        title: 'See what was covered',
        steps: [
          '**Coverage** crosses interviews and questions; each number leads to the answers.',
          'Confirmed answers then serve [autocoding](autocode) and [matrices](matrices).',
        ],
      },
    ],
    not: ['A question that was proposed and not confirmed counts nowhere.'],
  },
};
