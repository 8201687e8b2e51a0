// Words of the « Confidentialité » room: names that are replaced, people who are erased, retention, the sheet.
import type { SheetAnswers } from '../domain/confidentiality.ts';
import type { ErasedCounts, ErasureScope } from '../domain/erasure.ts';
import type { NameConflict, NamedKind, NameProposal } from '../domain/pseudonym.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  open: 'Confidentialité…',
  title: 'Confidentialité',
  views: 'Ce qui est réglé',
  view: { names: 'Noms', erase: 'Effacer une personne', keep: 'Conservation et fiche' },
  inTeam:
    'Ce projet est partagé en équipe : ni remplacement ni effacement ne peuvent s’y faire, car les autres copies et le serveur garderaient les noms.',

  keyWhat:
    'La liste des noms est dans une clé : un fichier à part, chiffré par un mot de passe qui lui est propre. Rien n’en est écrit dans le projet. Sans la clé, personne ne retrouve les noms.',
  keyPassword: 'Mot de passe de la clé',
  keyPasswordHint: 'Au moins huit caractères. Un mot de passe oublié ne se retrouve pas.',
  keyAgain: 'Encore une fois',
  keyDiffers: 'Les deux mots de passe diffèrent.',
  makeKey: 'Créer la clé',
  openKey: 'Ouvrir la clé',
  openOther: 'Prendre une clé rangée ailleurs…',
  closeKey: 'Fermer la clé',
  saveKey: 'Copie de la clé…',
  removeKey: 'Retirer la clé d’ici',
  removeKeyAsk: 'La clé sera supprimée à côté du projet. Gardez-en d’abord une copie ailleurs : sans elle, les noms sont perdus.',
  keyBeside: (file: string) => `Clé ouverte : « ${file} », à côté du projet. Rangez-en une copie ailleurs, puis retirez-la d’ici.`,
  keyElsewhere: 'Clé ouverte, rangée ailleurs : après un changement, enregistrez-en une copie.',
  showOriginals: 'Montrer les originaux',
  showPseudonyms: 'Revenir aux pseudonymes',
  originalsShown: 'Noms d’origine affichés, en lecture seule',
  appliedOn: (date: string) => `Noms remplacés le ${date}.`,

  entities: 'Entités',
  noEntities: 'Aucune entité encore. Les propositions ci-dessous viennent du projet ; on peut aussi en ajouter à la main.',
  addEntity: 'Ajouter une entité',
  removeEntity: (name: string) => `Retirer « ${name} »`,
  kind: 'Nature',
  kinds: { person: 'Personne', place: 'Lieu', organisation: 'Organisation', other: 'Autre' } satisfies Record<NamedKind, string>,
  forms: 'Formes',
  formsHint: 'Une par ligne. « Mme Durand = Mme Martin » donne à une forme son propre remplacement.',
  pseudonym: 'Pseudonyme',
  keepsCapitals: 'Respecter les majuscules (Rose, Pierre…)',
  counts: (texts: number, elsewhere: number) => `${plural('fr', texts, 'fois', 'fois')} dans les textes, ${elsewhere} ailleurs`,

  propose: 'Chercher des propositions',
  proposals: (n: number) => plural('fr', n, 'proposition', 'propositions'),
  noProposals: 'Plus rien à proposer.',
  accept: 'Ajouter',
  acceptAll: 'Tout ajouter',
  from: { person: 'personne', attribute: 'caractéristique', case: 'cas', words: 'mots du texte' } satisfies Record<NameProposal['from'], string>,

  preview: 'Aperçu',
  conflicts: (n: number) => plural('fr', n, 'point à vérifier', 'points à vérifier'),
  mustSettle: 'à régler',
  conflict: ({ kind, words, other, count }: NameConflict): string => {
    const said: Record<NameConflict['kind'], string> = {
      sameForm: `« ${words} » est la forme de deux entités.`,
      formInside: `« ${words} » est dans « ${other} » : la plus longue l’emporte où elle se trouve.`,
      noPseudonym: `« ${words} » n’a pas de pseudonyme.`,
      pseudonymHoldsName: `Le pseudonyme « ${words} » contient un nom réel : « ${other} ».`,
      pseudonymInText: `Le pseudonyme « ${words} » se trouve déjà dans les textes (${plural('fr', count, 'fois', 'fois')}).`,
      sameSpeaker: `« ${words} » et « ${other} » porteraient le même nom dans une source ; l’un recevrait un numéro.`,
      sameName: `« ${words} » et « ${other} » porteraient le même nom ; l’un recevrait un numéro.`,
      coderName: `« ${other} » est aussi dans le nom d’une personne qui code (« ${words} »), qui n’est pas changé.`,
      article: `« l’ » précède « ${other} » à ${plural('fr', count, 'endroit', 'endroits')} : donnez la forme avec son article (« l’INRA = le Centre »).`,
    };
    return said[kind];
  },
  place: (source: string, turn: number | null) => (turn === null ? source : `${source}, §${turn}`),

  apply: 'Remplacer les noms…',
  applyAsk: 'Remplacer les noms dans tout le projet ?',
  applyTells: (originals: number, backups: number): string[] => [
    'Textes, fiches, mémos, synthèses, caractéristiques, recherches gardées et tout l’historique sont récrits avec les pseudonymes ; les codages restent sur leurs mots. Cela ne s’annule pas.',
    `Les fichiers d’origine gardés dans le projet disparaissent (${originals}) : conservez-les ailleurs s’il le faut.`,
    `Les sauvegardes antérieures disparaissent (${backups}) ; une nouvelle est faite aussitôt.`,
  ],
  recordings: (n: number) =>
    `Les enregistrements restent (${n}) : les voix et ce qu’elles disent ne sont pas changés. Retirez-les du corpus s’il le faut.`,
  pictures: (n: number) => `Les images des mémos restent (${n}) : regardez si l’une montre un nom.`,
  copies:
    'Copies, envois et exports faits auparavant contiennent encore les noms : à supprimer à la main. Sur un disque SSD, d’anciens blocs peuvent subsister.',
  applying: 'Remplacement…',
  reading: 'Lecture des textes…',
  cancel: 'Annuler',
  done: (replaced: number, originals: number, backups: number) =>
    `${plural('fr', replaced, 'nom remplacé', 'noms remplacés')} dans les textes ; ${plural('fr', originals, 'fichier d’origine retiré', 'fichiers d’origine retirés')}, ${plural('fr', backups, 'sauvegarde retirée', 'sauvegardes retirées')}.`,
  notBackedUp: 'La nouvelle sauvegarde n’a pas pu être faite : faites-en une depuis « Sauvegardes ».',

  person: 'Personne',
  choosePerson: 'Choisir une personne',
  scope: 'Ce qui est retiré',
  scopes: {
    sources: 'Toutes les sources où elle s’exprime',
    turns: 'Ses propos seulement ; ceux des autres restent',
  } satisfies Record<ErasureScope, string>,
  eraseWhat:
    'Retire pour toujours les propos d’une personne, les codages et mémos qui portent sur elle, sa fiche, son nom partout et dans l’historique, les fichiers d’origine et les enregistrements de ses sources, et toutes les sauvegardes antérieures. Un certificat le constate.',
  otherForms: 'Autres façons dont elle est nommée',
  otherFormsHint: 'Une par ligne. Elles sont remplacées partout.',
  label: 'Mention qui la remplace',
  labelHint: 'C’est aussi elle que porte le certificat : elle ne doit pas la nommer.',
  usualLabel: 'Personne effacée',
  seeErasure: 'Voir ce qui serait retiré',
  sourcesOf: (name: string, others: readonly string[]) => (others.length === 0 ? name : `${name} (aussi : ${others.join(', ')})`),
  removed: {
    sources: (n: number) => plural('fr', n, 'source', 'sources'),
    turns: (n: number) => plural('fr', n, 'tour de parole', 'tours de parole'),
    passages: (n: number) => plural('fr', n, 'passage', 'passages'),
    codings: (n: number) => plural('fr', n, 'codage', 'codages'),
    memos: (n: number) => plural('fr', n, 'mémo', 'mémos'),
    attributeValues: (n: number) => plural('fr', n, 'caractéristique', 'caractéristiques'),
    snapshots: (n: number) => plural('fr', n, 'état gardé de matrice', 'états gardés de matrices'),
    originals: (n: number) => plural('fr', n, 'fichier d’origine', 'fichiers d’origine'),
    recordings: (n: number) => plural('fr', n, 'enregistrement', 'enregistrements'),
    backups: (n: number) => plural('fr', n, 'sauvegarde', 'sauvegardes'),
    entries: (n: number) => plural('fr', n, 'entrée de l’historique', 'entrées de l’historique'),
  } satisfies Record<keyof ErasedCounts, (n: number) => string>,
  quoted: 'Sept mots de suite repris ailleurs (mémos, synthèses, versions) deviennent « […] ».',
  typeName: (name: string) => `Pour effacer, écrivez « ${name} »`,
  erase: 'Effacer définitivement',
  erasing: 'Effacement…',
  erasedDone: 'La personne est effacée. Enregistrez le certificat.',
  erasures: 'Effacements faits',
  certificate: (format: string) => `Certificat (${format})`,

  keepUntil: 'À conserver jusqu’au',
  keepHint: 'Trame le rappelle trente jours avant, à l’accueil et dans le projet.',
  noDate: 'Sans date',
  due: (days: number, date: string) =>
    days < 0
      ? `Conservation dépassée depuis le ${date} : supprimez ou archivez ces données.`
      : `Conservation jusqu’au ${date} : ${days === 0 ? 'c’est aujourd’hui' : plural('fr', days, 'jour reste', 'jours restent')}.`,
  sheet: 'Fiche de protection des données',
  sheetWhat: 'Remplie d’après le projet pour le comité d’éthique. Ce qui suit y est repris ; ce qui est vide reste à compléter à la main.',
  answers: {
    controller: 'Responsable du traitement',
    contact: 'Contact, délégué ou déléguée à la protection des données',
    legalBasis: 'Base légale',
    consent: 'Information et consentement',
    recipients: 'Autres destinataires',
    storagePlace: 'Poste, disque ou service où se trouve le projet',
    afterwards: 'Sort des données à l’échéance',
  } satisfies Record<keyof SheetAnswers, string>,
  save: 'Enregistrer',
  saved: 'Enregistré.',
  writeSheet: (format: string) => `Fiche (${format})`,
};

const en: typeof fr = {
  open: 'Confidentiality…',
  title: 'Confidentiality',
  views: 'What is set',
  view: { names: 'Names', erase: 'Erase a person', keep: 'Retention and sheet' },
  inTeam: 'This project is shared in a team: nothing can be replaced or erased here, since the other copies and the server would keep the names.',

  keyWhat:
    'The list of names is in a key: a file apart, encrypted with a password of its own. Nothing of it is written in the project. Without the key, nobody finds the names again.',
  keyPassword: 'The key’s password',
  keyPasswordHint: 'At least eight characters. A forgotten password cannot be found again.',
  keyAgain: 'Once more',
  keyDiffers: 'The two passwords differ.',
  makeKey: 'Make the key',
  openKey: 'Open the key',
  openOther: 'Take a key that lies elsewhere…',
  closeKey: 'Close the key',
  saveKey: 'Copy of the key…',
  removeKey: 'Take the key away from here',
  removeKeyAsk: 'The key beside the project will be deleted. First keep a copy of it elsewhere: without it, the names are lost.',
  keyBeside: (file) => `Key open: “${file}”, beside the project. Put a copy elsewhere, then take it away from here.`,
  keyElsewhere: 'Key open, kept elsewhere: after a change, save a copy of it.',
  showOriginals: 'Show the originals',
  showPseudonyms: 'Back to the pseudonyms',
  originalsShown: 'Real names shown, to be read only',
  appliedOn: (date) => `Names replaced on ${date}.`,

  entities: 'Entities',
  noEntities: 'No entity yet. The proposals below come from the project; others can be added by hand.',
  addEntity: 'Add an entity',
  removeEntity: (name) => `Remove “${name}”`,
  kind: 'Kind',
  kinds: { person: 'Person', place: 'Place', organisation: 'Organisation', other: 'Other' },
  forms: 'Forms',
  formsHint: 'One a line. “Mrs Durand = Mrs Martin” gives a form a replacement of its own.',
  pseudonym: 'Pseudonym',
  keepsCapitals: 'Keep to the capitals (Rose, Mark…)',
  counts: (texts, elsewhere) => `${plural('en', texts, 'time', 'times')} in texts, ${elsewhere} elsewhere`,

  propose: 'Look for proposals',
  proposals: (n) => plural('en', n, 'proposal', 'proposals'),
  noProposals: 'Nothing more to propose.',
  accept: 'Add',
  acceptAll: 'Add all',
  from: { person: 'person', attribute: 'attribute', case: 'case', words: 'words of the text' },

  preview: 'Preview',
  conflicts: (n) => plural('en', n, 'point to check', 'points to check'),
  mustSettle: 'to be settled',
  conflict: ({ kind, words, other, count }) => {
    const said: Record<NameConflict['kind'], string> = {
      sameForm: `“${words}” is a form of two entities.`,
      formInside: `“${words}” is inside “${other}”: the longer one wins where it stands.`,
      noPseudonym: `“${words}” has no pseudonym.`,
      pseudonymHoldsName: `The pseudonym “${words}” holds a real name: “${other}”.`,
      pseudonymInText: `The pseudonym “${words}” already stands in the texts (${plural('en', count, 'time', 'times')}).`,
      sameSpeaker: `“${words}” and “${other}” would bear the same name in one source; one would get a number.`,
      sameName: `“${words}” and “${other}” would bear the same name; one would get a number.`,
      coderName: `“${other}” is also in the name of a coder (“${words}”), which is not changed.`,
      article: `“l’” stands before “${other}” in ${plural('en', count, 'place', 'places')}: give the form with its article (“l’INRA = le Centre”).`,
    };
    return said[kind];
  },
  place: (source, turn) => (turn === null ? source : `${source}, §${turn}`),

  apply: 'Replace the names…',
  applyAsk: 'Replace the names in the whole project?',
  applyTells: (originals, backups) => [
    'Texts, cards, memos, syntheses, attributes, kept searches and the whole history are written anew with the pseudonyms; codings stay on their words. This cannot be undone.',
    `The original files kept in the project go (${originals}): keep them elsewhere if need be.`,
    `Earlier backups go (${backups}); a new one is made at once.`,
  ],
  recordings: (n) => `Recordings stay (${n}): voices and what they say are not changed. Remove them from the corpus if need be.`,
  pictures: (n) => `Pictures in memos stay (${n}): see whether one shows a name.`,
  copies: 'Copies, mails and exports made before still hold the names: to be deleted by hand. On an SSD, old blocks may remain.',
  applying: 'Replacing…',
  reading: 'Reading the texts…',
  cancel: 'Cancel',
  done: (replaced, originals, backups) =>
    `${plural('en', replaced, 'name replaced', 'names replaced')} in the texts; ${plural('en', originals, 'original file removed', 'original files removed')}, ${plural('en', backups, 'backup removed', 'backups removed')}.`,
  notBackedUp: 'The new backup could not be made: make one from “Backups”.',

  person: 'Person',
  choosePerson: 'Choose a person',
  scope: 'What is removed',
  scopes: { sources: 'All sources in which they speak', turns: 'Their words only; those of others stay' },
  eraseWhat:
    'Removes for ever what a person said, the codings and memos about them, their card, their name everywhere and in the history, the original files and recordings of their sources, and all earlier backups. A certificate states it.',
  otherForms: 'How else they are called',
  otherFormsHint: 'One a line. They are replaced everywhere.',
  label: 'Wording that replaces them',
  labelHint: 'The certificate bears it, too: it must not name them.',
  usualLabel: 'Erased person',
  seeErasure: 'See what would be removed',
  sourcesOf: (name, others) => (others.length === 0 ? name : `${name} (also: ${others.join(', ')})`),
  removed: {
    sources: (n: number) => plural('en', n, 'source', 'sources'),
    turns: (n: number) => plural('en', n, 'turn', 'turns'),
    passages: (n: number) => plural('en', n, 'passage', 'passages'),
    codings: (n: number) => plural('en', n, 'coding', 'codings'),
    memos: (n: number) => plural('en', n, 'memo', 'memos'),
    attributeValues: (n: number) => plural('en', n, 'value of attributes', 'values of attributes'),
    snapshots: (n: number) => plural('en', n, 'kept state of a matrix', 'kept states of matrices'),
    originals: (n: number) => plural('en', n, 'original file', 'original files'),
    recordings: (n: number) => plural('en', n, 'recording', 'recordings'),
    backups: (n: number) => plural('en', n, 'backup', 'backups'),
    entries: (n: number) => plural('en', n, 'entry of the history', 'entries of the history'),
  },
  quoted: 'Seven words in a row copied elsewhere (memos, syntheses, versions) become “[…]”.',
  typeName: (name) => `To erase, type “${name}”`,
  erase: 'Erase for good',
  erasing: 'Erasing…',
  erasedDone: 'The person is erased. Save the certificate.',
  erasures: 'Erasures done',
  certificate: (format) => `Certificate (${format})`,

  keepUntil: 'Keep until',
  keepHint: 'Trame reminds of it thirty days before, on the home screen and in the project.',
  noDate: 'No date',
  due: (days, date) =>
    days < 0
      ? `Kept beyond ${date}: delete or archive these data.`
      : `Kept until ${date}: ${days === 0 ? 'that is today' : plural('en', days, 'day left', 'days left')}.`,
  sheet: 'Data-protection sheet',
  sheetWhat: 'Filled from the project for the ethics committee. What follows stands in it; what is empty is left to complete by hand.',
  answers: {
    controller: 'Controller',
    contact: 'Contact, data-protection officer',
    legalBasis: 'Legal basis',
    consent: 'Information and consent',
    recipients: 'Other recipients',
    storagePlace: 'Computer, disk or service where the project lies',
    afterwards: 'What becomes of the data afterwards',
  },
  save: 'Save',
  saved: 'Saved.',
  writeSheet: (format) => `Sheet (${format})`,
};

export const pseudonymText: Texts<typeof fr> = { fr, en };
