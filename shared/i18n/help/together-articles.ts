// Help for memos and history, for working with others, and for what keeps the project safe or takes it elsewhere.
import type { ArticleWords } from './article.ts';

export const togetherFr = {
  memos: {
    title: 'Mémos',
    what: 'Un [mémo](term:memo) garde une idée, un doute, une décision, sur n’importe quel objet de l’étude : passage, catégorie, cas, cellule, projet entier.',
    ways: [
      {
        title: 'Écrire',
        steps: [
          'Ici, **Nouveau mémo** ; dans le texte, {memo} sur le passage choisi. Tout est enregistré à mesure.',
          'Un modèle (journal, note analytique…) remplit d’avance ce que le projet sait.',
        ],
      },
      {
        title: 'Lier',
        steps: ['{memoLink}, ou [[ , met un lien vers un passage, une catégorie, un cas, un autre mémo. Ce qui est lié le dit en retour.'],
      },
      { title: 'Retrouver', steps: ['À gauche : par nature, par objet, par auteur, par date.'] },
      { title: 'Emporter', steps: ['**Enregistrer sous…** : Word ou Markdown, un mémo ou tous ceux qui sont montrés.'] },
    ],
    not: ['Un mémo n’est compté dans aucune analyse.'],
  },
  history: {
    title: 'Historique',
    what: 'Tout ce qui a changé, par qui et quand, du plus récent au plus ancien. C’est la piste d’audit de votre étude.',
    ways: [
      {
        title: 'Annuler, même longtemps après',
        steps: [
          '{undo} annule le dernier acte, {redo} le rétablit, aussi après avoir fermé le programme.',
          '**Revenir ici** annule tout ce qui a suivi, ensemble ou pas du tout.',
        ],
      },
      { title: 'Chercher dans l’historique', steps: ['Filtrez par mots, codeur, objet, dates. Une fiche de catégorie mène à ses seuls états.'] },
    ],
    not: ['Un acte ne s’annule pas seul si d’autres ont changé la même chose depuis : Trame le dit et ne change rien.'],
  },
  review: {
    title: 'Revue',
    what: 'Faire relire son travail à son directeur ou sa directrice, sans rien lui faire installer, et reprendre ses commentaires comme une liste de choses à faire.',
    ways: [
      {
        title: 'Envoyer un dossier',
        steps: [
          '**Nouveau dossier de relecture** : choisissez matrices, entretiens, grilles, mémos. C’est une seule page, lisible sans connexion.',
          'Les noms des sources et des personnes peuvent y être remplacés par des renvois.',
        ],
      },
      {
        title: 'Reprendre les commentaires',
        steps: ['**Reprendre des commentaires** : déposez le petit fichier reçu. Chacun retrouve sa place, ou dit qu’elle a changé.'],
      },
      {
        title: 'Répondre et régler',
        steps: [
          'Répondez, réglez : le prochain dossier montrera vos réponses.',
          'L’onglet **Désaccords** réunit ce que [l’accord entre codeurs](agreement) a trouvé.',
        ],
      },
    ],
    not: [
      'Un dossier contient ce que vous y mettez, citations comprises : envoyez-le à la personne seule.',
      'Qui relit la page ne change rien dans votre projet.',
    ],
  },
  coders: {
    title: 'Codeurs',
    what: 'Chaque codage porte le nom de son codeur. Ici on ajoute des personnes, on choisit qui code, et de qui on montre le travail.',
    ways: [
      { title: 'Changer de codeur', steps: ['Le menu en haut à droite dit qui code ; il permet d’en ajouter un.'] },
      { title: 'Ne montrer que certains', steps: ['**Codeurs montrés** vaut pour toutes les vues : texte, comptages, matrices, exports.'] },
      {
        title: 'Coder à l’aveugle',
        steps: [
          '**Coder à l’aveugle** cache le travail des autres, partout, jusqu’à ce que les codages soient dévoilés. Voir [Double codage](assignments).',
        ],
      },
    ],
    not: ['Choisir un codeur n’est pas un mot de passe : c’est une signature, entre gens de confiance.'],
  },
  team: {
    title: 'Travailler en équipe',
    what: 'Chacun garde le projet entier et travaille aussi hors ligne ; un petit serveur de votre laboratoire transmet les actes des uns aux autres, chiffrés avant de partir.',
    ways: [
      {
        title: 'Créer l’équipe',
        steps: [
          'Menu du projet, **Travailler en équipe…** : l’adresse du serveur, puis **Créer l’équipe**.',
          '**Inviter** : un nom, un rôle (chercheur, codeur, relecteur), un lien ou un fichier à transmettre.',
        ],
      },
      {
        title: 'Travailler ensemble',
        steps: [
          'La barre du bas dit si vous êtes à jour, qui est là, ce qu’il reste à envoyer.',
          'Ce que deux personnes ont fait en même temps et qui ne peut se joindre va dans **À régler**, avec les deux versions.',
        ],
      },
    ],
    not: ['Sans équipe, rien ne passe par le réseau.', 'Une invitation permet de lire l’étude : transmettez-la comme un secret.'],
  },
  merge: {
    title: 'Fusionner une copie',
    what: 'Réunir deux copies d’un projet travaillées séparément, ou faire entrer un autre projet.',
    ways: [
      {
        title: 'Voir, puis fusionner',
        steps: [
          'Menu du projet, **Fusionner une copie…** ; choisissez le fichier. Trame montre ce qui viendrait, par nature et par codeur, et chaque conflit avec ses deux côtés.',
          'La proposition ne perd aucun codage ; vous pouvez choisir autrement. Un seul {undo} reprend tout.',
        ],
      },
      {
        title: 'Deux projets sans passé commun',
        steps: ['Ce qui semble être la même chose (un cas, une catégorie, un entretien) est proposé ; vous confirmez.'],
      },
    ],
    not: ['Rien n’est écrit dans l’autre fichier.'],
  },
  backups: {
    title: 'Sauvegardes',
    what: 'Trame enregistre chaque acte au moment où vous le faites, et garde en plus des sauvegardes vérifiées.',
    ways: [
      {
        title: 'Revenir à une sauvegarde',
        steps: [
          'Menu du projet, **Sauvegardes…** : chaque version dit sa date et ce qui a changé depuis. **Ouvrir cette version** l’ouvre comme une copie à part.',
        ],
      },
      { title: 'En faire une maintenant', steps: ['**Sauvegarder maintenant**. Pensez aussi à copier le fichier du projet sur un autre disque.'] },
      { title: 'Vérifier le fichier', steps: ['Menu du projet, **Vérifier le fichier du projet** : tout est relu.'] },
    ],
    not: [
      'Les enregistrements audio et vidéo sont à côté du projet : copiez aussi leur dossier.',
      'Une sauvegarde sur le même disque ne protège pas de la perte du disque.',
    ],
  },
  leaving: {
    title: 'Exporter pour un autre logiciel',
    what: 'Emporter l’étude ailleurs : NVivo, ATLAS.ti, MAXQDA, IRaMuTeQ, TXM, R, Gephi, Zotero, un dépôt de données.',
    ways: [
      {
        title: 'Choisir où l’on va',
        steps: [
          'Menu du projet, **Exporter pour un autre logiciel…**. Trame dit d’abord ce que ce format ne garde pas.',
          'Le projet Trame complet peut être joint, pour tout retrouver en revenant.',
        ],
      },
      {
        title: 'Garder les personnes anonymes',
        steps: ['**Personnes** : par leur nom, ou P01, P02… Seuls les noms des locuteurs sont remplacés, pas ceux qui sont dits dans les textes.'],
      },
    ],
    not: ['Aucun autre logiciel ne reprend les matrices et leurs synthèses : exportez-les aussi pour [la thèse](printing).'],
  },
  keys: {
    title: 'Clavier',
    what: 'Tout se fait au clavier, et chaque touche se change.',
    ways: [
      {
        title: 'Trouver une action',
        steps: [
          '{commands} ouvre le champ de commande : tapez ce que vous voulez faire, un entretien, une catégorie, un renvoi comme E12 §34.',
          '{keys} montre toutes les touches, à chercher, changer ou imprimer.',
        ],
      },
      {
        title: 'Aller d’un panneau à l’autre',
        steps: ['{nextPanel} passe au panneau suivant, {leftPanel} et {rightPanel} replient les côtés, {back} revient à l’écran précédent.'],
      },
      { title: 'Coder d’une main', steps: ['Le menu des réglages propose **Main gauche** ou **Pavé numérique** : l’autre main garde la souris.'] },
      { title: 'Voir plus grand', steps: ['Ctrl et + agrandit tout ; les panneaux passent l’un sur l’autre quand la place manque.'] },
    ],
    not: ['Quelques touches (Entrée, Échap, Tab, flèches seules dans les champs) restent celles du système.'],
  },
} satisfies Record<string, ArticleWords>;

export const togetherEn: Record<keyof typeof togetherFr, ArticleWords> = {
  memos: {
    title: 'Memos',
    what: 'A [memo](term:memo) keeps an idea, a doubt, a decision, on any object of the study: passage, category, case, cell, the whole project.',
    ways: [
      {
        title: 'Write',
        steps: [
          'Here, **New memo**; in the text, {memo} on the chosen passage. All of it is saved as you go.',
          'A template (diary, analytic note…) fills in what the project knows.',
        ],
      },
      { title: 'Link', steps: ['{memoLink}, or [[ , sets a link to a passage, a category, a case, another memo. What is linked says so in return.'] },
      { title: 'Find again', steps: ['On the left: by kind, by object, by author, by date.'] },
      { title: 'Take along', steps: ['**Save as…**: Word or Markdown, one memo or all that are shown.'] },
    ],
    not: ['A memo is counted in no analysis.'],
  },
  history: {
    title: 'History',
    what: 'All that changed, by whom and when, the latest first. It is your study’s audit trail.',
    ways: [
      {
        title: 'Take back, even long after',
        steps: [
          '{undo} takes back the last act, {redo} brings it again, also after closing the program.',
          '**Go back here** takes back all that followed, together or not at all.',
        ],
      },
      { title: 'Search the history', steps: ['Filter by words, coder, object, dates. A category’s card leads to its own states.'] },
    ],
    not: ['An act is not taken back alone where others changed the same thing since: Trame says so and changes nothing.'],
  },
  review: {
    title: 'Review',
    what: 'Have your work read by your supervisor, who installs nothing, and take their comments back as a to-do list.',
    ways: [
      {
        title: 'Send a pack',
        steps: [
          '**New review pack**: choose matrices, interviews, grids, memos. It is one page, read without a connection.',
          'Names of sources and people can be replaced by references in it.',
        ],
      },
      {
        title: 'Take comments back',
        steps: ['**Take in comments**: drop the small file you received. Each finds its place again, or says that it changed.'],
      },
      {
        title: 'Answer and settle',
        steps: [
          'Answer, settle: the next pack will show your answers.',
          'The tab **Disagreements** gathers what the [agreement between coders](agreement) found.',
        ],
      },
    ],
    not: ['A pack holds what you put into it, quotes included: send it to that person alone.', 'Who reads the page changes nothing in your project.'],
  },
  coders: {
    title: 'Coders',
    what: 'Each coding carries the name of its coder. Here people are added, who codes is chosen, and whose work is shown.',
    ways: [
      { title: 'Change coder', steps: ['The menu at the top right says who codes; one can be added there.'] },
      { title: 'Show some only', steps: ['**Coders shown** holds for all views: text, counts, matrices, exports.'] },
      {
        title: 'Code blind',
        steps: ['**Code blind** hides the others’ work, everywhere, until the codings are revealed. See [Double coding](assignments).'],
      },
    ],
    not: ['To choose a coder is no password: it is a signature, among people who trust each other.'],
  },
  team: {
    title: 'Working as a team',
    what: 'Everybody keeps the whole project and works offline too; a small server of your lab passes on what each does, enciphered before it leaves.',
    ways: [
      {
        title: 'Create the team',
        steps: [
          'The project’s menu, **Work as a team…**: the server’s address, then **Create the team**.',
          '**Invite**: a name, a role (researcher, coder, reviewer), a link or a file to pass on.',
        ],
      },
      {
        title: 'Work together',
        steps: [
          'The bar at the bottom says whether you are up to date, who is there, what is left to send.',
          'What two people did at once and cannot be joined goes to **To settle**, with both versions.',
        ],
      },
    ],
    not: ['Without a team nothing goes over the network.', 'Whoever has an invitation can read the study: pass it on as a secret.'],
  },
  merge: {
    title: 'Merging a copy',
    what: 'Join two copies of a project that were worked on apart, or bring another project in.',
    ways: [
      {
        title: 'Look, then merge',
        steps: [
          'The project’s menu, **Merge a copy…**; choose the file. Trame shows what would come, by kind and by coder, and each conflict with both sides.',
          'What is proposed loses no coding; you may choose otherwise. One {undo} takes all of it back.',
        ],
      },
      {
        title: 'Two projects without a common past',
        steps: ['What seems to be the same thing (a case, a category, an interview) is proposed; you confirm.'],
      },
    ],
    not: ['Nothing is written into the other file.'],
  },
  backups: {
    title: 'Backups',
    what: 'Trame saves each act as you do it, and keeps verified backups besides.',
    ways: [
      {
        title: 'Go back to a backup',
        steps: [
          'The project’s menu, **Backups…**: each version says its date and what changed since. **Open this version** opens it as a copy apart.',
        ],
      },
      { title: 'Make one now', steps: ['**Back up now**. Remember to copy the project’s file to another disk, too.'] },
      { title: 'Check the file', steps: ['The project’s menu, **Check the project file**: all of it is read.'] },
    ],
    not: [
      'Sound and video recordings lie beside the project: copy their folder, too.',
      'A backup on the same disk does not protect from losing the disk.',
    ],
  },
  leaving: {
    title: 'Exporting for another program',
    what: 'Take the study elsewhere: NVivo, ATLAS.ti, MAXQDA, IRaMuTeQ, TXM, R, Gephi, Zotero, a data repository.',
    ways: [
      {
        title: 'Choose where you go',
        steps: [
          'The project’s menu, **Export for another program…**. Trame first says what that format does not keep.',
          'The whole Trame project can go along, to find everything again on coming back.',
        ],
      },
      {
        title: 'Keep people anonymous',
        steps: ['**People**: by name, or P01, P02… Only the speakers’ names are replaced, not those said in the texts.'],
      },
    ],
    not: ['No other program takes matrices and their syntheses: export them for [the thesis](printing) as well.'],
  },
  keys: {
    title: 'Keyboard',
    what: 'Everything can be done from the keyboard, and every key can be changed.',
    ways: [
      {
        title: 'Find an action',
        steps: [
          '{commands} opens the command field: type what you want to do, an interview, a category, a reference such as E12 §34.',
          '{keys} shows all keys, to search, change or print.',
        ],
      },
      {
        title: 'Go from panel to panel',
        steps: ['{nextPanel} goes to the next panel, {leftPanel} and {rightPanel} fold the sides, {back} returns to the screen before.'],
      },
      { title: 'Code with one hand', steps: ['The settings’ menu offers **Left hand** or **Numeric pad**: the other hand keeps the mouse.'] },
      { title: 'See larger', steps: ['Ctrl and + enlarges everything; panels lie over each other where room is short.'] },
    ],
    not: ['A few keys (Enter, Escape, Tab, arrows alone in fields) remain the system’s.'],
  },
};
