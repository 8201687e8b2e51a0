// The data-protection sheet and the certificate of erasure, in words.
import type { SheetAnswers, SpecialKind } from '../domain/confidentiality.ts';
import type { ErasedCounts, ErasureScope } from '../domain/erasure.ts';
import type { SourceKind } from '../domain/source.ts';
import type { Texts } from './text.ts';

interface Words {
  readonly sheetTitle: string;
  readonly drawnUp: (date: string) => string;
  readonly toComplete: string;
  readonly headings: Readonly<
    Record<'purpose' | 'responsible' | 'people' | 'data' | 'special' | 'where' | 'protection' | 'retention' | 'rights' | 'transfers', string>
  >;
  readonly answers: Readonly<Record<keyof SheetAnswers, string>>;
  readonly noQuestion: string;
  readonly since: (date: string) => string;
  readonly participants: (n: number) => string;
  readonly coders: (names: readonly string[]) => string;
  readonly table: { readonly what: string; readonly much: string; readonly title: string };
  readonly sourceKinds: Readonly<Record<SourceKind, string>>;
  readonly rows: Readonly<Record<'recordings' | 'originals' | 'participants' | 'cases' | 'codings' | 'memos', string>>;
  readonly attributes: { readonly title: string; readonly name: string; readonly of: string; readonly values: string; readonly remark: string };
  readonly scopes: Readonly<Record<'case' | 'source' | 'participant', string>>;
  readonly specialKinds: Readonly<Record<SpecialKind, string>>;
  readonly specialLead: string;
  readonly noSpecial: string;
  readonly stored: (file: string) => string;
  readonly backups: string;
  readonly recordingsBeside: string;
  readonly isProtected: Readonly<Record<'yes' | 'no', string>>;
  readonly pseudonymised: (date: string) => string;
  readonly notPseudonymised: string;
  readonly keptUntil: (date: string) => string;
  readonly notDecided: string;
  readonly erased: (n: number) => string;
  readonly rights: readonly (readonly [right: string, how: string])[];
  readonly rightsTable: { readonly title: string; readonly right: string; readonly how: string };
  readonly team: Readonly<Record<'none' | 'joined', string>>;
  readonly noTransfers: string;
  readonly source: string;
  readonly certificateTitle: string;
  readonly certifies: (title: string, label: string, date: string, by: string) => string;
  readonly scope: Readonly<Record<ErasureScope, string>>;
  readonly removedTitle: string;
  readonly removed: Readonly<Record<keyof ErasedCounts, string>>;
  readonly history: string;
  readonly elsewhere: string;
  readonly fingerprint: (hash: string) => string;
  readonly reference: (id: string) => string;
  readonly signature: string;
  readonly namesReplaced: string;
  readonly namesShown: string;
}

const fr: Words = {
  sheetTitle: 'Fiche de protection des données',
  drawnUp: (date) => `Établie le ${date} à partir du projet ; les rubriques « à compléter » sont à remplir par le chercheur ou la chercheuse.`,
  toComplete: 'À compléter : …………………………………………………………',
  headings: {
    purpose: 'Finalité',
    responsible: 'Responsable et base légale',
    people: 'Personnes concernées et personnes qui ont accès',
    data: 'Données traitées',
    special: 'Données sensibles',
    where: 'Lieu de conservation',
    protection: 'Mesures de protection',
    retention: 'Durée de conservation',
    rights: 'Droits des personnes',
    transfers: 'Destinataires et transferts',
  },
  answers: {
    controller: 'Responsable du traitement',
    contact: 'Contact, délégué ou déléguée à la protection des données',
    legalBasis: 'Base légale',
    consent: 'Information et consentement',
    recipients: 'Autres destinataires',
    storagePlace: 'Poste, disque ou service où se trouve le projet',
    afterwards: 'Sort des données à l’échéance',
  },
  noQuestion: 'Question de recherche à compléter : …………………………………………………………',
  since: (date) => `Projet ouvert le ${date}.`,
  participants: (n) => `Personnes participantes dans le projet : ${n}.`,
  coders: (names) => `Personnes qui codent : ${names.join(', ')}.`,
  table: { what: 'Données', much: 'Nombre', title: 'Données que contient le projet' },
  sourceKinds: {
    interview: 'Entretiens (transcriptions)',
    observation: 'Notes d’observation',
    document: 'Documents',
    survey: 'Réponses à un questionnaire',
  },
  rows: {
    recordings: 'Enregistrements (voix, image)',
    originals: 'Fichiers d’origine gardés',
    participants: 'Fiches de personnes participantes',
    cases: 'Fiches de cas',
    codings: 'Codages',
    memos: 'Mémos',
  },
  attributes: { title: 'Caractéristiques notées', name: 'Caractéristique', of: 'De qui', values: 'Valeurs', remark: 'À vérifier' },
  scopes: { case: 'Cas', source: 'Sources', participant: 'Personnes' },
  specialKinds: {
    health: 'santé ?',
    opinion: 'opinions politiques ?',
    union: 'appartenance syndicale ?',
    religion: 'convictions religieuses ou philosophiques ?',
    origin: 'origine raciale ou ethnique ?',
    sexuality: 'vie ou orientation sexuelle ?',
    biometric: 'données génétiques ou biométriques ?',
    offence: 'infractions, condamnations ?',
  },
  specialLead:
    'D’après leur nom, ces caractéristiques relèvent peut-être des catégories particulières (RGPD, articles 9 et 10). À confirmer ou à écarter :',
  noSpecial:
    'Aucun nom de caractéristique n’évoque une catégorie particulière (RGPD, articles 9 et 10). Les propos eux-mêmes peuvent en contenir : à vérifier et à compléter.',
  stored: (file) =>
    `Le projet est un seul fichier (« ${file} »), sur le poste de la personne qui mène la recherche. Trame n’envoie rien sur le réseau hors d’une équipe.`,
  backups: 'Les sauvegardes sont dans le dossier de réglages de Trame, sur le même poste.',
  recordingsBeside: 'Les enregistrements sont dans un dossier à côté du projet ; le mot de passe du projet ne les chiffre pas nécessairement.',
  isProtected: { yes: 'Le fichier est chiffré par un mot de passe, ses sauvegardes aussi.', no: 'Le fichier n’est pas protégé par un mot de passe.' },
  pseudonymised: (date) =>
    `Les noms ont été remplacés par des pseudonymes le ${date}, historique et sauvegardes compris. La table de correspondance est dans un fichier distinct, chiffré par un mot de passe qui lui est propre.`,
  notPseudonymised: 'Les noms n’ont pas été remplacés par des pseudonymes.',
  keptUntil: (date) => `Les données sont conservées jusqu’au ${date} ; Trame le rappelle trente jours avant.`,
  notDecided: 'Date de fin à compléter : …………………………………………………………',
  erased: (n) => `Effacements déjà faits à la demande de personnes : ${n}.`,
  rightsTable: { title: 'Exercice des droits', right: 'Droit', how: 'Dans Trame' },
  rights: [
    ['Accès', 'Corpus : la fiche de la personne ; impression de ses entretiens et de ce qui en a été codé.'],
    ['Rectification', 'Correction du texte dans la lecture, de la fiche et des caractéristiques dans le corpus.'],
    ['Effacement', 'Confidentialité, « Effacer une personne » : propos, codages, mémos, fiche et historique disparaissent, avec un certificat.'],
    ['Limitation', 'Copie du projet mise de côté sous mot de passe.'],
    ['Portabilité', 'Export des entretiens dans des formats ouverts (texte, docx, REFI-QDA).'],
    ['Retrait du consentement', 'Comme l’effacement ; sans effet sur ce qui est déjà publié.'],
  ],
  team: {
    none: 'Le projet n’est partagé dans aucune équipe : aucun serveur n’en a de copie.',
    joined: 'Le projet est partagé en équipe, par un serveur qui n’en voit que du texte chiffré. Serveur et pays : à compléter.',
  },
  noTransfers: 'Aucun transfert hors de ce poste n’est fait par Trame.',
  source: 'Source : le projet, tel qu’il est à la date indiquée.',
  certificateTitle: 'Certificat d’effacement',
  certifies: (title, label, date, by) =>
    `Les données de la personne désignée ci-après par « ${label} » ont été effacées définitivement du projet « ${title} » le ${date}, par ${by}.`,
  scope: {
    sources: 'Toutes les sources où cette personne s’exprime ont été retirées.',
    turns: 'Ses propos ont été retirés des sources où elle s’exprime ; ceux des autres personnes y restent.',
  },
  removedTitle: 'Ce qui a été retiré',
  removed: {
    sources: 'Sources',
    turns: 'Tours de parole',
    passages: 'Passages',
    codings: 'Codages',
    memos: 'Mémos',
    attributeValues: 'Caractéristiques notées',
    snapshots: 'États gardés de matrices',
    originals: 'Fichiers d’origine',
    recordings: 'Enregistrements',
    backups: 'Sauvegardes antérieures',
    entries: 'Entrées de l’historique récrites',
  },
  history:
    'L’historique du projet a été récrit : il ne contient plus ni les propos, ni le nom de la personne. Les pages libérées du fichier ont été effacées.',
  elsewhere:
    'Ce certificat porte sur le fichier du projet et ses sauvegardes sur ce poste. Les copies faites hors de Trame (envois, clés, impressions, exports, services de synchronisation) sont à supprimer par leurs détenteurs.',
  fingerprint: (hash) => `Empreinte du projet après l’effacement (SHA-256) : ${hash}`,
  reference: (id) => `Référence : ${id}`,
  signature: 'Date, nom et signature : …………………………………………………………',
  namesReplaced: 'noms remplacés par des pseudonymes',
  namesShown: 'noms d’origine',
};

const en: Words = {
  sheetTitle: 'Data-protection sheet',
  drawnUp: (date) => `Drawn up on ${date} from the project; what is “to complete” is for the researcher to fill in.`,
  toComplete: 'To complete: …………………………………………………………',
  headings: {
    purpose: 'Purpose',
    responsible: 'Controller and legal basis',
    people: 'People concerned and people with access',
    data: 'Data processed',
    special: 'Special categories of data',
    where: 'Where data are kept',
    protection: 'Protection',
    retention: 'Retention',
    rights: 'Rights of the people concerned',
    transfers: 'Recipients and transfers',
  },
  answers: {
    controller: 'Controller',
    contact: 'Contact, data-protection officer',
    legalBasis: 'Legal basis',
    consent: 'Information and consent',
    recipients: 'Other recipients',
    storagePlace: 'Computer, disk or service where the project lies',
    afterwards: 'What becomes of the data afterwards',
  },
  noQuestion: 'Research question, to complete: …………………………………………………………',
  since: (date) => `Project begun on ${date}.`,
  participants: (n) => `Participants in the project: ${n}.`,
  coders: (names) => `People who code: ${names.join(', ')}.`,
  table: { what: 'Data', much: 'Number', title: 'Data that the project holds' },
  sourceKinds: {
    interview: 'Interviews (transcripts)',
    observation: 'Observation notes',
    document: 'Documents',
    survey: 'Answers to a questionnaire',
  },
  rows: {
    recordings: 'Recordings (voice, image)',
    originals: 'Original files kept',
    participants: 'Cards of participants',
    cases: 'Cards of cases',
    codings: 'Codings',
    memos: 'Memos',
  },
  attributes: { title: 'Attributes recorded', name: 'Attribute', of: 'Of whom', values: 'Values', remark: 'To check' },
  scopes: { case: 'Cases', source: 'Sources', participant: 'People' },
  specialKinds: {
    health: 'health?',
    opinion: 'political opinions?',
    union: 'trade-union membership?',
    religion: 'religious or philosophical beliefs?',
    origin: 'racial or ethnic origin?',
    sexuality: 'sex life or orientation?',
    biometric: 'genetic or biometric data?',
    offence: 'offences, convictions?',
  },
  specialLead: 'By their names, these attributes may belong to the special categories (GDPR, articles 9 and 10). To confirm or rule out:',
  noSpecial: 'No attribute’s name suggests a special category (GDPR, articles 9 and 10). What people say may hold some: to check and complete.',
  stored: (file) =>
    `The project is one file (“${file}”), on the computer of whoever does the research. Trame sends nothing over the network outside a team.`,
  backups: 'Backups lie in Trame’s settings folder, on the same computer.',
  recordingsBeside: 'Recordings lie in a folder beside the project; the project’s password does not necessarily encipher them.',
  isProtected: { yes: 'The file is encrypted with a password, and so are its backups.', no: 'The file is not protected by a password.' },
  pseudonymised: (date) =>
    `Names were replaced by pseudonyms on ${date}, history and backups included. What leads back to them is in a separate file, encrypted with a password of its own.`,
  notPseudonymised: 'Names have not been replaced by pseudonyms.',
  keptUntil: (date) => `The data are kept until ${date}; Trame reminds of it thirty days before.`,
  notDecided: 'End date, to complete: …………………………………………………………',
  erased: (n) => `Erasures already done on people’s request: ${n}.`,
  rightsTable: { title: 'How rights are exercised', right: 'Right', how: 'In Trame' },
  rights: [
    ['Access', 'Corpus: the person’s card; printing of their interviews and of what was coded in them.'],
    ['Rectification', 'The text is corrected in the reader, cards and attributes in the corpus.'],
    ['Erasure', 'Confidentiality, “Erase a person”: words, codings, memos, card and history go, with a certificate.'],
    ['Restriction', 'A copy of the project put aside under a password.'],
    ['Portability', 'Interviews exported in open formats (text, docx, REFI-QDA).'],
    ['Withdrawal of consent', 'As for erasure; without effect on what is already published.'],
  ],
  team: {
    none: 'The project is shared in no team: no server has a copy of it.',
    joined: 'The project is shared in a team, through a server that sees nothing but enciphered text. Server and country: to complete.',
  },
  noTransfers: 'Trame transfers nothing away from this computer.',
  source: 'Source: the project as it is on the date given.',
  certificateTitle: 'Certificate of erasure',
  certifies: (title, label, date, by) =>
    `The data of the person called “${label}” below were erased for good from the project “${title}” on ${date}, by ${by}.`,
  scope: {
    sources: 'All sources in which this person speaks were removed.',
    turns: 'Their words were removed from the sources in which they speak; those of other people stay there.',
  },
  removedTitle: 'What was removed',
  removed: {
    sources: 'Sources',
    turns: 'Turns',
    passages: 'Passages',
    codings: 'Codings',
    memos: 'Memos',
    attributeValues: 'Values of attributes',
    snapshots: 'Kept states of matrices',
    originals: 'Original files',
    recordings: 'Recordings',
    backups: 'Earlier backups',
    entries: 'Entries of the history written anew',
  },
  history: 'The project’s history was written anew: it holds neither the person’s words nor their name. Freed pages of the file were overwritten.',
  elsewhere:
    'This certificate is about the project’s file and its backups on this computer. Copies made outside Trame (mails, sticks, prints, exports, synchronisation services) are to be deleted by those who hold them.',
  fingerprint: (hash) => `Fingerprint of the project after the erasure (SHA-256): ${hash}`,
  reference: (id) => `Reference: ${id}`,
  signature: 'Date, name and signature: …………………………………………………………',
  namesReplaced: 'names replaced by pseudonyms',
  namesShown: 'real names',
};

export const printConfidentialityText: Texts<Words> = { fr, en };
