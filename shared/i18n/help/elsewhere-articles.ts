// Help for who comes from another program: how to take the study out of it, and what comes along.
import type { ArticleWords } from './article.ts';

export const elsewhereFr = {
  'from-nvivo': {
    title: 'Venir de NVivo',
    what: 'NVivo (12 et suivants) écrit tout le projet dans un fichier d’échange (.qdpx) que Trame reprend.',
    ways: [
      {
        title: 'Reprendre tout le projet',
        steps: [
          'Dans NVivo : Fichier > Exporter > Exporter le projet, format REFI-QDA (.qdpx).',
          'Dans Trame, à l’[accueil](place:home), **Importer un projet…** et choisissez ce fichier.',
          'Lisez le **Rapport d’import** : ce qui est venu, ce qui a changé en venant, les passages à vérifier. Il reste dans les mémos du projet.',
        ],
      },
      {
        title: 'Reprendre seulement des codages',
        steps: [
          'Si les textes sont déjà dans Trame : dans NVivo, exportez le codage en tableau (document, passage, nœud).',
          'Dans [Corpus](corpus), menu des tableaux, **Reprendre des codages…** : dites quelle colonne contient quoi.',
        ],
      },
    ],
    not: [
      'Les matrices et les requêtes enregistrées de NVivo ne sont pas dans le fichier d’échange.',
      'Ce que NVivo appelle nœud ou code est ici une [catégorie](term:categorie) ; une classification de cas devient des [attributs](term:attribut).',
    ],
  },
  'from-maxqda': {
    title: 'Venir de MAXQDA',
    what: 'MAXQDA (2018 et suivants) écrit un projet d’échange (.qdpx) que Trame reprend.',
    ways: [
      {
        title: 'Reprendre tout le projet',
        steps: [
          'Dans MAXQDA : Accueil > Projet d’échange > Exporter le projet au format REFI-QDA.',
          'Dans Trame, à l’[accueil](place:home), **Importer un projet…**, puis lisez le **Rapport d’import**.',
        ],
      },
      {
        title: 'Reprendre seulement des segments',
        steps: [
          'Dans MAXQDA, exportez les segments codés vers Excel.',
          'Dans Trame, [Corpus](corpus), menu des tableaux, **Reprendre des codages…**',
        ],
      },
    ],
    not: [
      'Les résumés de grille et les couleurs de surlignage sans code ne viennent pas.',
      'Le fichier d’échange ne dit pas les [poids](term:poids) des segments ; un tableau exporté peut les apporter.',
    ],
  },
  'from-atlas': {
    title: 'Venir d’ATLAS.ti',
    what: 'ATLAS.ti (8 et suivants) écrit tout le projet dans un fichier d’échange (.qdpx) que Trame reprend.',
    ways: [
      {
        title: 'Reprendre tout le projet',
        steps: [
          'Dans ATLAS.ti : Fichier > Exporter > Projet QDPX.',
          'Dans Trame, à l’[accueil](place:home), **Importer un projet…**, puis lisez le **Rapport d’import**.',
        ],
      },
      {
        title: 'Retrouver ses citations',
        steps: [
          'Une citation d’ATLAS.ti est ici un [passage](term:passage) ; son commentaire devient un mémo. Un réseau devient une carte conceptuelle, ou un mémo.',
        ],
      },
    ],
    not: [
      'Les requêtes d’ATLAS.ti ne sont pas dans le fichier d’échange.',
      'Les passages d’images, de sons et de vidéos viennent comme une liste, non comme des mots.',
    ],
  },
  'from-qualcoder': {
    title: 'Venir de QualCoder',
    what: 'Trame lit directement le projet de QualCoder : c’est plus sûr que son fichier d’échange, dont les passages sont décalés.',
    ways: [
      {
        title: 'Reprendre le projet',
        steps: [
          'Fermez QualCoder. Dans Trame, à l’[accueil](place:home), **Importer un projet…**',
          'Choisissez le fichier data.qda, dans le dossier du projet (celui dont le nom finit par .qda).',
          'Lisez le **Rapport d’import**.',
        ],
      },
    ],
    not: ['Les codages d’images et de sons ne deviennent pas des passages de texte.'],
  },
  'from-taguette': {
    title: 'Venir de Taguette',
    what: 'Trame lit le fichier de projet que Taguette exporte : documents, étiquettes, passages.',
    ways: [
      {
        title: 'Reprendre le projet',
        steps: [
          'Dans Taguette : Project info > Export project (.sqlite3).',
          'Dans Trame, à l’[accueil](place:home), **Importer un projet…**, puis lisez le **Rapport d’import**.',
        ],
      },
    ],
    not: ['Les étiquettes se rangent ensuite comme on veut dans [Grilles](grids).'],
  },
  'from-quirkos': {
    title: 'Venir de Quirkos',
    what: 'Quirkos écrit un fichier d’échange (.qdpx) que Trame reprend.',
    ways: [
      {
        title: 'Reprendre le projet',
        steps: [
          'Dans Quirkos : Projet > Exporter > REFI-QDA.',
          'Dans Trame, à l’[accueil](place:home), **Importer un projet…**, puis lisez le **Rapport d’import**.',
        ],
      },
    ],
    not: ['La place des bulles ne vient pas ; le [tri de cartes](board) permet d’en disposer d’autres.'],
  },
  'from-f4': {
    title: 'Venir de f4',
    what: 'Les transcriptions de f4transkript s’importent comme des fichiers ; le codage de f4analyse vient par un fichier d’échange.',
    ways: [
      {
        title: 'Les transcriptions',
        steps: ['Enregistrez-les en RTF, Word ou texte, et déposez-les sur la fenêtre. À l’[import](import), choisissez ce qui annonce la parole.'],
      },
      { title: 'Le codage de f4analyse', steps: ['Exportez au format REFI-QDA (.qdpx), puis, à l’[accueil](place:home), **Importer un projet…**'] },
    ],
    not: ['Vérifiez les temps dans l’aperçu : s’ils sont restés dans les mots, changez la façon de reconnaître les tours.'],
  },
  'from-sonal': {
    title: 'Venir de Sonal',
    what: 'Les entretiens de Sonal s’importent avec leurs paroles et leurs temps.',
    ways: [
      { title: 'Un entretien', steps: ['Déposez le fichier .sonal sur la fenêtre : l’[import](import) y lit qui parle et quand.'] },
      {
        title: 'Un corpus de Sonal Pi, avec son codage',
        steps: [
          'Un corpus tient en plusieurs fichiers. Laissez ses entretiens à côté du fichier .crp, et passez par la ligne de commande : trame new --from corpus.crp.',
        ],
      },
    ],
    not: ['L’enregistrement lui-même s’ajoute ensuite à chaque source : voir [Écouter l’enregistrement](recording).'],
  },
  'from-word': {
    title: 'Venir de Word',
    what: 'Beaucoup codent d’abord dans Word, avec des commentaires et des surlignages. Trame peut en faire des codages.',
    ways: [
      {
        title: 'Reprendre commentaires et surlignages',
        steps: [
          'Déposez les fichiers sur la fenêtre. Quand il y a des commentaires ou des couleurs, l’[import](import) le dit sous **Commentaires et surlignages**.',
          'Dites ce que vaut un commentaire (le nom d’une catégorie, ou un mémo) et ce que vaut chaque couleur.',
          'L’auteur d’un commentaire devient le codeur. Tout s’annule d’un coup.',
        ],
      },
      {
        title: 'Reprendre un tableau Word ou Excel',
        steps: [
          'Un tableau qui dit source, citation et catégorie se reprend dans [Corpus](corpus), menu des tableaux, **Reprendre des codages…** (csv ou Excel).',
        ],
      },
    ],
    not: ['La mise en page du fichier n’est pas gardée ; le fichier d’origine l’est, dans le projet.'],
  },
} satisfies Record<string, ArticleWords>;

export const elsewhereEn: Record<keyof typeof elsewhereFr, ArticleWords> = {
  'from-nvivo': {
    title: 'Coming from NVivo',
    what: 'NVivo (12 and later) writes the whole project into an exchange file (.qdpx) that Trame takes.',
    ways: [
      {
        title: 'Take the whole project',
        steps: [
          'In NVivo: File > Export > Export Project, format REFI-QDA (.qdpx).',
          'In Trame, on the [home screen](place:home), **Import a project…** and choose that file.',
          'Read the **Import report**: what came, what changed on the way, passages to check. It stays among the project’s memos.',
        ],
      },
      {
        title: 'Take codings only',
        steps: [
          'Where the texts are in Trame already: in NVivo, export the coding as a table (document, passage, node).',
          'In [Corpus](corpus), the menu of tables, **Take over codings…**: say which column holds what.',
        ],
      },
    ],
    not: [
      'Matrices and saved queries of NVivo are not in the exchange file.',
      'What NVivo calls a node or a code is a [category](term:categorie) here; a case classification becomes [attributes](term:attribut).',
    ],
  },
  'from-maxqda': {
    title: 'Coming from MAXQDA',
    what: 'MAXQDA (2018 and later) writes an exchange project (.qdpx) that Trame takes.',
    ways: [
      {
        title: 'Take the whole project',
        steps: [
          'In MAXQDA: Home > Exchange project > Export project as REFI-QDA.',
          'In Trame, on the [home screen](place:home), **Import a project…**, then read the **Import report**.',
        ],
      },
      {
        title: 'Take segments only',
        steps: ['In MAXQDA, export the coded segments to Excel.', 'In Trame, [Corpus](corpus), the menu of tables, **Take over codings…**'],
      },
    ],
    not: [
      'Summary grids and highlight colours without a code do not come.',
      'The exchange file does not say the [weights](term:poids) of segments; an exported table can bring them.',
    ],
  },
  'from-atlas': {
    title: 'Coming from ATLAS.ti',
    what: 'ATLAS.ti (8 and later) writes the whole project into an exchange file (.qdpx) that Trame takes.',
    ways: [
      {
        title: 'Take the whole project',
        steps: [
          'In ATLAS.ti: File > Export > QDPX Project.',
          'In Trame, on the [home screen](place:home), **Import a project…**, then read the **Import report**.',
        ],
      },
      {
        title: 'Find your quotations again',
        steps: ['A quotation of ATLAS.ti is a [passage](term:passage) here; its comment becomes a memo. A network becomes a concept map, or a memo.'],
      },
    ],
    not: ['Queries of ATLAS.ti are not in the exchange file.', 'Passages of pictures, sounds and videos come as a list, not as words.'],
  },
  'from-qualcoder': {
    title: 'Coming from QualCoder',
    what: 'Trame reads QualCoder’s project itself: that is safer than its exchange file, whose passages are shifted.',
    ways: [
      {
        title: 'Take the project',
        steps: [
          'Close QualCoder. In Trame, on the [home screen](place:home), **Import a project…**',
          'Choose the file data.qda in the project’s folder (the one whose name ends in .qda).',
          'Read the **Import report**.',
        ],
      },
    ],
    not: ['Codings of pictures and sounds do not become passages of text.'],
  },
  'from-taguette': {
    title: 'Coming from Taguette',
    what: 'Trame reads the project file that Taguette exports: documents, tags, highlights.',
    ways: [
      {
        title: 'Take the project',
        steps: [
          'In Taguette: Project info > Export project (.sqlite3).',
          'In Trame, on the [home screen](place:home), **Import a project…**, then read the **Import report**.',
        ],
      },
    ],
    not: ['Tags are arranged afterwards as you like in [Grids](grids).'],
  },
  'from-quirkos': {
    title: 'Coming from Quirkos',
    what: 'Quirkos writes an exchange file (.qdpx) that Trame takes.',
    ways: [
      {
        title: 'Take the project',
        steps: [
          'In Quirkos: Project > Export > REFI-QDA.',
          'In Trame, on the [home screen](place:home), **Import a project…**, then read the **Import report**.',
        ],
      },
    ],
    not: ['The bubbles’ places do not come; [card sorting](board) lets you lay out others.'],
  },
  'from-f4': {
    title: 'Coming from f4',
    what: 'Transcripts of f4transkript are imported as files; the coding of f4analyse comes through an exchange file.',
    ways: [
      {
        title: 'Transcripts',
        steps: ['Save them as RTF, Word or text, and drop them on the window. When [importing](import), choose what announces speech.'],
      },
      { title: 'The coding of f4analyse', steps: ['Export as REFI-QDA (.qdpx), then, on the [home screen](place:home), **Import a project…**'] },
    ],
    not: ['Check the times in the preview: if they stayed among the words, change how turns are recognised.'],
  },
  'from-sonal': {
    title: 'Coming from Sonal',
    what: 'Interviews of Sonal are imported with their speech and times.',
    ways: [
      { title: 'One interview', steps: ['Drop the .sonal file on the window: [importing](import) reads who speaks and when.'] },
      {
        title: 'A corpus of Sonal Pi, with its coding',
        steps: ['A corpus is several files. Leave its interviews beside the .crp file, and use the command line: trame new --from corpus.crp.'],
      },
    ],
    not: ['The recording itself is added to each source afterwards: see [Listening to the recording](recording).'],
  },
  'from-word': {
    title: 'Coming from Word',
    what: 'Many begin coding in Word, with comments and highlights. Trame can make codings of them.',
    ways: [
      {
        title: 'Take comments and highlights',
        steps: [
          'Drop the files on the window. Where there are comments or colours, [importing](import) says so under **Comments and highlights**.',
          'Say what a comment is worth (a category’s name, or a memo) and what each colour is worth.',
          'A comment’s author becomes the coder. All of it is taken back at once.',
        ],
      },
      {
        title: 'Take a Word or Excel table',
        steps: [
          'A table that says source, quote and category is taken in [Corpus](corpus), the menu of tables, **Take over codings…** (csv or Excel).',
        ],
      },
    ],
    not: ['The file’s layout is not kept; the original file is, inside the project.'],
  },
};
