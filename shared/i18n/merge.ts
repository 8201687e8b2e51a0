// Words of merging another copy of a project: the window's and the command line's.
import type { MergeChoice, MergeConflict, MergeMatch, MergePreview } from '../domain/merge.ts';
import type { Language } from '../domain/project.ts';
import { COLON, plural } from './text.ts';
import type { Texts } from './text.ts';
import { stanceText } from './stance.ts';

/** What rows of a table are to people, one and many. What is not here is counted under « autres ». */
const NOUNS: Readonly<Record<Language, Readonly<Record<string, readonly [string, string]>>>> = {
  fr: {
    project: ['fiche du projet', 'fiche du projet'],
    coder: ['codeur', 'codeurs'],
    study_case: ['cas', 'cas'],
    participant: ['participant', 'participants'],
    source: ['source', 'sources'],
    source_case: ['source d’un cas', 'sources de cas'],
    speaker: ['locuteur', 'locuteurs'],
    turn: ['tour de parole', 'tours de parole'],
    grid: ['grille', 'grilles'],
    category: ['catégorie', 'catégories'],
    passage: ['passage', 'passages'],
    coding: ['codage', 'codages'],
    memo: ['mémo', 'mémos'],
    attribute: ['attribut', 'attributs'],
    attribute_value: ['valeur d’attribut', 'valeurs d’attributs'],
    cell: ['cellule écrite', 'cellules écrites'],
    cell_quote: ['verbatim épinglé', 'verbatims épinglés'],
    rating_scale: ['échelle', 'échelles'],
    research_question: ['question de recherche', 'questions de recherche'],
    matrix: ['matrice', 'matrices'],
    saved_search: ['recherche enregistrée', 'recherches enregistrées'],
    saved_analysis: ['analyse enregistrée', 'analyses enregistrées'],
    link: ['lien', 'liens'],
    link_type: ['type de lien', 'types de liens'],
    concept_map: ['carte conceptuelle', 'cartes conceptuelles'],
    coding_rule: ['règle de codage', 'règles de codage'],
    grid_version: ['version de grille', 'versions de grilles'],
    case_group: ['groupe de cas', 'groupes de cas'],
    guide: ['guide d’entretien', 'guides d’entretien'],
    guide_theme: ['thème de guide', 'thèmes de guides'],
    guide_question: ['question de guide', 'questions de guides'],
    media: ['enregistrement', 'enregistrements'],
    review_comment: ['commentaire de revue', 'commentaires de revue'],
    assignment: ['double codage', 'doubles codages'],
    disagreement_decision: ['désaccord réglé', 'désaccords réglés'],
    print_settings: ['réglage d’impression', 'réglages d’impression'],
  },
  en: {
    project: ['project card', 'project card'],
    coder: ['coder', 'coders'],
    study_case: ['case', 'cases'],
    participant: ['participant', 'participants'],
    source: ['source', 'sources'],
    source_case: ['source of a case', 'sources of cases'],
    speaker: ['speaker', 'speakers'],
    turn: ['turn', 'turns'],
    grid: ['grid', 'grids'],
    category: ['category', 'categories'],
    passage: ['passage', 'passages'],
    coding: ['coding', 'codings'],
    memo: ['memo', 'memos'],
    attribute: ['attribute', 'attributes'],
    attribute_value: ['attribute value', 'attribute values'],
    cell: ['written cell', 'written cells'],
    cell_quote: ['pinned quote', 'pinned quotes'],
    rating_scale: ['scale', 'scales'],
    research_question: ['research question', 'research questions'],
    matrix: ['matrix', 'matrices'],
    saved_search: ['saved search', 'saved searches'],
    saved_analysis: ['saved analysis', 'saved analyses'],
    link: ['link', 'links'],
    link_type: ['type of link', 'types of links'],
    concept_map: ['concept map', 'concept maps'],
    coding_rule: ['coding rule', 'coding rules'],
    grid_version: ['grid version', 'grid versions'],
    case_group: ['group of cases', 'groups of cases'],
    guide: ['interview guide', 'interview guides'],
    guide_theme: ['guide theme', 'guide themes'],
    guide_question: ['guide question', 'guide questions'],
    media: ['recording', 'recordings'],
    review_comment: ['review comment', 'review comments'],
    assignment: ['double coding', 'double codings'],
    disagreement_decision: ['settled disagreement', 'settled disagreements'],
    print_settings: ['print setting', 'print settings'],
  },
};

/** Columns that people know by another word than the table's own. */
const COLUMNS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    name: 'nom',
    title: 'titre',
    text: 'texte',
    definition: 'définition',
    inclusion: 'inclure',
    exclusion: 'exclure',
    example: 'exemple',
    grid_id: 'place dans la grille',
    parent_id: 'place dans la grille',
    synthesis: 'synthèse',
    remark: 'remarque',
    rating: 'cotation',
    scale_id: 'cotation',
    weight: 'poids',
    stance: 'position',
    value: 'valeur',
    note: 'note',
    notes: 'notes',
    question: 'question de recherche',
    paraphrase: 'paraphrase',
    start_turn_id: 'limites du passage',
    kind: 'type',
    date: 'date',
    speaker_id: 'locuteur',
    participant_id: 'participant',
    case_id: 'cas',
    language: 'langue',
    status: 'état',
    stage: 'étape',
    category_id: 'catégorie',
    coder_id: 'codeur',
    description: 'description',
    source: 'provenance',
  },
  en: {
    name: 'name',
    title: 'title',
    text: 'text',
    definition: 'definition',
    inclusion: 'include',
    exclusion: 'exclude',
    example: 'example',
    grid_id: 'place in the grid',
    parent_id: 'place in the grid',
    synthesis: 'synthesis',
    remark: 'remark',
    rating: 'rating',
    scale_id: 'rating',
    weight: 'weight',
    stance: 'stance',
    value: 'value',
    note: 'note',
    notes: 'notes',
    question: 'research question',
    paraphrase: 'paraphrase',
    start_turn_id: 'ends of the passage',
    kind: 'kind',
    date: 'date',
    speaker_id: 'speaker',
    participant_id: 'participant',
    case_id: 'case',
    language: 'language',
    status: 'status',
    stage: 'stage',
    category_id: 'category',
    coder_id: 'coder',
    description: 'description',
    source: 'origin',
  },
};

/** Values that are kept as short signs. */
const VALUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    ...stanceText.fr,
    draft: 'brouillon',
    ready: 'prêt',
    reviewed: 'relu',
    stable: 'stable',
    retired: 'abandonnée',
    open: 'ouvert',
    axial: 'axial',
    selective: 'sélectif',
    interview: 'entretien',
    observation: 'observation',
    document: 'document',
    survey: 'questionnaire',
    fr: 'français',
    en: 'anglais',
  },
  en: { ...stanceText.en, retired: 'given up', fr: 'French', en: 'English' },
};

const tableWords = (language: Language, table: string): string =>
  NOUNS[language][table]?.[1] ?? (language === 'fr' ? 'autres réglages' : 'other settings');
const thing = (language: Language, { where }: MergeConflict): string => {
  const noun = NOUNS[language][where.table]?.[0] ?? (language === 'fr' ? 'réglage' : 'setting');
  const name = where.name.replace(/\s+/gu, ' ').trim();
  const quoted = name === '' ? noun : language === 'fr' ? `${noun} «\u00a0${name}\u00a0»` : `${noun} “${name}”`;
  const column = where.column === null ? undefined : COLUMNS[language][where.column];
  return column === undefined ? quoted : `${quoted}, ${column}`;
};

const fr = {
  open: 'Fusionner une copie…',
  title: 'Fusionner une copie',
  intro:
    'Choisissez une autre copie de ce projet, ou un autre projet. Rien n’y est écrit, et rien ne change ici avant que vous ayez vu ce qui viendrait.',
  choose: 'Choisir un fichier…',
  chooseOther: 'Choisir un autre fichier…',
  path: 'Fichier à fusionner',
  look: 'Voir ce qui viendrait',
  working: 'Comparaison des deux copies…',
  stop: 'Interrompre',
  merge: 'Fusionner',
  cancel: 'Fermer',
  steps: (done: number, total: number) => `Étape ${done} sur ${total}`,
  past: ({ isRelated, newEntries }: MergePreview) =>
    isRelated
      ? `copie de ce projet, avec ${plural('fr', newEntries, 'action nouvelle', 'actions nouvelles')}`
      : 'projet sans passé commun avec celui-ci',
  sameFiles: (names: readonly string[]) =>
    `${plural('fr', names.length, 'fichier importé', 'fichiers importés')} dans les deux copies, réunis avec les codages des deux : ${names.join(', ')}.`,
  nothing: 'Cette copie n’apporte rien de nouveau.',
  otherLanguage: 'Ce projet est dans une autre langue\u00a0: les noms sont pris tels quels.',
  comes: 'Ce qui vient',
  byCoder: 'Codages, par codeur',
  what: 'Quoi',
  added: 'ajoutés',
  changed: 'modifiés',
  removed: 'retirés',
  count: (added: number, changed: number, removed: number) =>
    [
      added > 0 ? `+\u00a0${added}` : '',
      changed > 0 ? plural('fr', changed, 'changement', 'changements') : '',
      removed > 0 ? `−\u00a0${removed}` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  table: (table: string) => tableWords('fr', table),
  conflicts: (count: number) => plural('fr', count, 'conflit', 'conflits'),
  moreConflicts: (count: number) => `Montrer la suite (${count})`,
  noConflicts: 'Aucun conflit\u00a0: les deux copies ont changé des choses différentes.',
  conflictsIntro:
    'Les deux copies ont changé la même chose. Ce qui est coché ne perd aucun codage\u00a0; vous pouvez choisir autrement. Les deux versions restent dans le journal du projet.',
  thing: (conflict: MergeConflict) => thing('fr', conflict),
  conflict: (conflict: MergeConflict): string => `${fr.kinds[conflict.kind]}${COLON.fr}${thing('fr', conflict)}`,
  kinds: {
    changed: 'Changé des deux côtés',
    removed: 'Retiré d’un côté, utilisé de l’autre',
    merged: 'Réuni à un autre d’un côté, changé de l’autre',
    sameName: 'Même nom des deux côtés',
    text: 'Mêmes mots corrigés des deux côtés',
    circle: 'Chacun a placé l’un sous l’autre',
  },
  ours: 'Ici',
  theirs: 'Dans la copie',
  value: (words: string) => VALUES.fr[words] ?? words,
  gone: 'retiré',
  empty: 'vide',
  keep: ({ kind, ours }: MergeConflict, choice: MergeChoice): string => {
    if (kind === 'sameName') return choice === 'both' ? 'Garder les deux, sous deux noms' : 'C’est la même chose';
    if (kind === 'merged') return 'Garder la réunion';
    if (kind === 'circle') return 'Défaire l’un des deux déplacements';
    if (kind === 'removed') return (choice === 'ours') === (ours !== null) ? 'Garder' : 'Retirer';
    return { ours: 'Garder ce qui est ici', theirs: 'Prendre ce qui est dans la copie', both: 'Garder les deux, l’un sous l’autre' }[choice];
  },
  matches: 'Correspondances',
  matchesIntro:
    'Ces deux projets n’ont pas de passé commun. Voici ce qui semble être la même chose\u00a0; corrigez ce qui ne l’est pas, le reste vient comme nouveau.',
  asNew: 'comme nouveau',
  by: { id: 'même identité', name: 'même nom', path: 'même place', text: 'même texte', none: '' } satisfies Record<MergeMatch['by'], string>,
  likeness: (share: number) => `${Math.round(share * 100)}\u00a0% de mots communs`,
  matched: (sure: number, all: number) => `${sure} sur ${all} retrouvés`,
  matchOf: (name: string) => `Correspondance de «\u00a0${name}\u00a0»`,
  again: 'Refaire l’aperçu',
  again_why: 'Vous avez changé des correspondances\u00a0: l’aperçu ci-dessous n’en tient pas encore compte.',
  merged: (codings: number) =>
    `Copie fusionnée\u00a0: ${plural('fr', codings, 'codage nouveau', 'codages nouveaux')}. «\u00a0Annuler\u00a0» reprend tout.`,
  mergedNothing: 'Il n’y avait rien de nouveau à fusionner.',
};

const en: typeof fr = {
  open: 'Merge a copy…',
  title: 'Merge a copy',
  intro:
    'Choose another copy of this project, or another project. Nothing is written to it, and nothing changes here before you have seen what would come.',
  choose: 'Choose a file…',
  chooseOther: 'Choose another file…',
  path: 'File to merge',
  look: 'See what would come',
  working: 'Comparing the two copies…',
  stop: 'Stop',
  merge: 'Merge',
  cancel: 'Close',
  steps: (done, total) => `Step ${done} of ${total}`,
  past: ({ isRelated, newEntries }) =>
    isRelated
      ? `copy of this project, with ${plural('en', newEntries, 'new action', 'new actions')}`
      : 'project without a past in common with this one',
  sameFiles: (names) =>
    `${plural('en', names.length, 'file', 'files')} imported in both copies, made one with the codings of both: ${names.join(', ')}.`,
  nothing: 'This copy brings nothing new.',
  otherLanguage: 'This project is in another language: names are taken as they are.',
  comes: 'What comes',
  byCoder: 'Codings, by coder',
  what: 'What',
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  count: (added, changed, removed) =>
    [added > 0 ? `+${added}` : '', changed > 0 ? plural('en', changed, 'change', 'changes') : '', removed > 0 ? `−${removed}` : '']
      .filter((part) => part !== '')
      .join(', '),
  table: (table) => tableWords('en', table),
  conflicts: (count) => plural('en', count, 'conflict', 'conflicts'),
  moreConflicts: (count) => `Show more (${count})`,
  noConflicts: 'No conflicts: the two copies changed different things.',
  conflictsIntro:
    'Both copies changed the same thing. What is ticked loses no coding; you may choose otherwise. Both versions stay in the project’s log.',
  thing: (conflict) => thing('en', conflict),
  conflict: (conflict) => `${en.kinds[conflict.kind]}${COLON.en}${thing('en', conflict)}`,
  kinds: {
    changed: 'Changed on both sides',
    removed: 'Removed on one side, used on the other',
    merged: 'Merged into another on one side, changed on the other',
    sameName: 'Same name on both sides',
    text: 'Same words corrected on both sides',
    circle: 'Each put one under the other',
  },
  ours: 'Here',
  theirs: 'In the copy',
  value: (words) => VALUES.en[words] ?? words,
  gone: 'removed',
  empty: 'empty',
  keep: ({ kind, ours }, choice) => {
    if (kind === 'sameName') return choice === 'both' ? 'Keep both, under two names' : 'They are the same';
    if (kind === 'merged') return 'Keep the merge';
    if (kind === 'circle') return 'Undo one of the two moves';
    if (kind === 'removed') return (choice === 'ours') === (ours !== null) ? 'Keep' : 'Remove';
    return { ours: 'Keep what is here', theirs: 'Take what is in the copy', both: 'Keep both, one under the other' }[choice];
  },
  matches: 'Matches',
  matchesIntro: 'These two projects have no past in common. This is what seems to be the same; correct what is not, the rest comes as new.',
  asNew: 'as something new',
  by: { id: 'same identity', name: 'same name', path: 'same place', text: 'same text', none: '' },
  likeness: (share) => `${Math.round(share * 100)}% of words in common`,
  matched: (sure, all) => `${sure} of ${all} found`,
  matchOf: (name) => `Match of “${name}”`,
  again: 'Make the preview again',
  again_why: 'You have changed matches: the preview below does not yet take them into account.',
  merged: (codings) => `Copy merged: ${plural('en', codings, 'new coding', 'new codings')}. “Undo” takes all of it back.`,
  mergedNothing: 'There was nothing new to merge.',
};

export const mergeText: Texts<typeof fr> = { fr, en };
