// Words of the corpus screen: sources, participants and cases.
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const fr = {
  corpus: 'Corpus',
  outline: 'Cas et sources',
  noCase: 'Sans cas',
  casesAndSources: 'Plan du corpus',
  moreFor: (name: string) => `Actions sur « ${name} »`,

  tabs: { sources: 'Sources', participants: 'Participants', cases: 'Cas', guide: 'Guide' },
  filter: 'Filtrer…',
  onlyCase: (name: string) => `Cas : ${name}`,
  nothingMatches: 'Rien ne correspond au filtre.',
  pick: 'Choisir…',
  pickOrCreate: 'Choisir ou créer…',
  nothingToPick: 'Rien de tel ici.',
  /** `key` writes a key as this keyboard has it. */
  howToEdit: (key: (chord: string) => string) =>
    `${key('Enter')} : ouvrir · ${key('F2')} : modifier · ${key('Shift')} + flèches : sélectionner · ${key('Ctrl+C')}, ${key('Ctrl+V')} : copier, coller d’un tableur · ${key('Ctrl+D')} : recopier vers le bas`,
  onlyAttributes: 'Seules les colonnes d’attributs se remplissent par bloc ; les autres se modifient une à une.',
  leftOut: (n: number) =>
    n < 2
      ? 'Une cellule est restée de côté : elle tombait hors des lignes ou des colonnes d’attributs.'
      : `${formatNumber('fr', n)} cellules sont restées de côté : elles tombaient hors des lignes ou des colonnes d’attributs.`,

  columns: {
    name: 'Nom',
    cases: 'Cas',
    kind: 'Nature',
    date: 'Date',
    words: 'Mots',
    turns: 'Tours',
    coded: 'Codé',
    codings: 'Codages',
    interviewer: 'Enquêteur',
    sources: 'Sources',
    participants: 'Participants',
    actions: 'Actions',
  },
  kinds: { interview: 'entretien', observation: 'observation', document: 'document', survey: 'questionnaire' },
  percent: (n: number) => `${formatNumber('fr', n)} %`,
  yes: 'oui',
  no: 'non',
  add: 'Ajouter',
  addCase: 'Ajouter un cas',
  caseName: 'Nom du cas',

  open: 'Ouvrir',
  rename: 'Renommer',
  remove: 'Supprimer…',
  merge: 'Fusionner avec…',
  mergeTitle: (name: string) => `Fusionner « ${name} »`,
  mergeWith: 'C’est la même personne que',
  mergeChoose: 'Choisir un participant',
  mergeText: (from: string, into: string) =>
    `Les prises de parole, les attributs et les mémos de « ${from} » passent à « ${into} », qui garde son nom. Là où les deux ont une valeur, celle de « ${into} » reste.`,
  mergeAction: 'Fusionner',
  merged: (from: string, into: string) => `« ${from} » et « ${into} » ne font plus qu’un.`,
  cancel: 'Annuler',
  removeCase: 'Supprimer le cas',
  removeSourceTitle: (name: string) => `Supprimer « ${name} » ?`,
  removeSourceText: (turns: number, codings: number) => {
    const goes = codings > 0 ? `, ${plural('fr', codings, 'codage', 'codages')} et leurs mémos` : ' et ses mémos';
    return `Le texte (${plural('fr', turns, 'tour', 'tours')})${goes} quittent le projet. Ctrl+Z, ou l’historique, les fait revenir tels quels.`;
  },
  removeSource: 'Supprimer la source',
  caseRemoved: (name: string) => `Le cas « ${name} » est supprimé ; ses sources restent.`,
  sourceRemoved: (name: string) => `« ${name} » est supprimée.`,
  undo: 'Annuler',

  emptyTitle: 'Le corpus est vide',
  emptyText: (formats: string) =>
    `Déposez ici vos transcriptions, un dossier entier si vous voulez : ${formats}. Les tours de parole et les locuteurs sont reconnus à l’arrivée.`,
  noParticipants: 'Les participants apparaissent ici quand des tours de parole nomment leurs locuteurs.',
  noCases: 'Un cas est ce que l’étude compare : une organisation, un territoire, un groupe. Ajoutez le premier.',

  sources: (n: number) => plural('fr', n, 'source', 'sources'),
  codings: (n: number) => plural('fr', n, 'codage', 'codages'),
  turns: (n: number) => plural('fr', n, 'tour', 'tours'),
};

const en: typeof fr = {
  corpus: 'Corpus',
  outline: 'Cases and sources',
  noCase: 'No case',
  casesAndSources: 'Corpus outline',
  moreFor: (name: string) => `Actions on “${name}”`,

  tabs: { sources: 'Sources', participants: 'Participants', cases: 'Cases', guide: 'Guide' },
  filter: 'Filter…',
  onlyCase: (name: string) => `Case: ${name}`,
  nothingMatches: 'Nothing matches the filter.',
  pick: 'Choose…',
  pickOrCreate: 'Choose or create…',
  nothingToPick: 'Nothing like it here.',
  howToEdit: (key) =>
    `${key('Enter')}: open · ${key('F2')}: edit · ${key('Shift')} + arrows: select · ${key('Ctrl+C')}, ${key('Ctrl+V')}: copy, paste from a spreadsheet · ${key('Ctrl+D')}: fill down`,
  onlyAttributes: 'Only columns of attributes are filled as a block; the others are edited one at a time.',
  leftOut: (n: number) => `${plural('en', n, 'cell was', 'cells were')} left out: outside the rows or the columns of attributes.`,

  columns: {
    name: 'Name',
    cases: 'Case',
    kind: 'Kind',
    date: 'Date',
    words: 'Words',
    turns: 'Turns',
    coded: 'Coded',
    codings: 'Codings',
    interviewer: 'Interviewer',
    sources: 'Sources',
    participants: 'Participants',
    actions: 'Actions',
  },
  kinds: { interview: 'interview', observation: 'observation', document: 'document', survey: 'survey' },
  percent: (n: number) => `${formatNumber('en', n)}%`,
  yes: 'yes',
  no: 'no',
  add: 'Add',
  addCase: 'Add a case',
  caseName: 'Name of the case',

  open: 'Open',
  rename: 'Rename',
  remove: 'Remove…',
  merge: 'Merge with…',
  mergeTitle: (name: string) => `Merge “${name}”`,
  mergeWith: 'This is the same person as',
  mergeChoose: 'Choose a participant',
  mergeText: (from: string, into: string) =>
    `The words, attributes and memos of “${from}” go over to “${into}”, whose name stays. Where both have a value, that of “${into}” stays.`,
  mergeAction: 'Merge',
  merged: (from: string, into: string) => `“${from}” and “${into}” are one from now on.`,
  cancel: 'Cancel',
  removeCase: 'Remove the case',
  removeSourceTitle: (name: string) => `Remove “${name}”?`,
  removeSourceText: (turns: number, codings: number) => {
    const goes = codings > 0 ? `, ${plural('en', codings, 'coding', 'codings')} and their memos` : ' and its memos';
    return `Its text (${plural('en', turns, 'turn', 'turns')})${goes} leave the project. Ctrl+Z, or the history, brings them back as they were.`;
  },
  removeSource: 'Remove the source',
  caseRemoved: (name: string) => `The case “${name}” is removed; its sources stay.`,
  sourceRemoved: (name: string) => `“${name}” is removed.`,
  undo: 'Undo',

  emptyTitle: 'The corpus is empty',
  emptyText: (formats: string) => `Drop your transcripts here, a whole folder if you like: ${formats}. Turns and speakers are recognised on arrival.`,
  noParticipants: 'Participants appear here when turns name their speakers.',
  noCases: 'A case is what the study compares: an organisation, a territory, a group. Add the first one.',

  sources: (n: number) => plural('en', n, 'source', 'sources'),
  codings: (n: number) => plural('en', n, 'coding', 'codings'),
  turns: (n: number) => plural('en', n, 'turn', 'turns'),
};

export const corpusText: Texts<typeof fr> = { fr, en };
