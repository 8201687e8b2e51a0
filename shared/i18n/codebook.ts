// Words of the grids' screen: the trees, a category's card with its passages, the gallery, a new grid, a merge.
import type { Origin } from '../domain/category.ts';
import { plural } from './text.ts';
import type { Texts } from './text.ts';

const originsFr: Record<Origin, string> = { 'a-priori': 'A priori', 'in-vivo': 'In vivo', emergent: 'Émergente' };
const originsEn: Record<Origin, string> = { 'a-priori': 'A priori', 'in-vivo': 'In vivo', emergent: 'Emergent' };

const fr = {
  grids: 'Grilles',
  addGrid: 'Ajouter une grille',
  shippedGrids: 'Grilles prêtes à l’emploi',
  newGrid: 'Nouvelle grille',
  importGrid: 'Importer une grille (json, xlsx, qdc)…',
  exportGrid: 'Exporter',
  imported: (file: string) => `« ${file} » est dans le projet.`,
  filter: 'Filtrer les catégories',
  filterPlaceholder: 'Filtrer…',
  clearFilter: 'Effacer le filtre',
  noneFound: (query: string) => `Aucune catégorie ne correspond à « ${query} ».`,
  fold: (title: string) => `Replier « ${title} »`,
  unfold: (title: string) => `Déplier « ${title} »`,
  showGrid: (title: string) => `Voir la fiche de la grille « ${title} »`,
  treeOf: (title: string) => `Catégories de « ${title} »`,
  emptyGrid: 'Pas encore de catégorie.',
  codings: (n: number) => plural('fr', n, 'codage', 'codages'),
  passages: (n: number) => plural('fr', n, 'passage', 'passages'),
  categories: (n: number) => plural('fr', n, 'catégorie', 'catégories'),
  subcategories: (n: number) => plural('fr', n, 'sous-catégorie', 'sous-catégories'),
  ownAndTotal: (own: number, total: number) =>
    `${plural('fr', own, 'codage', 'codages')} sur la catégorie même, ${plural('fr', total, 'codage', 'codages')} avec ses sous-catégories`,
  treeKeys: { renameCategory: 'renommer', removeCategory: 'supprimer', moves: 'déplacer' },

  rename: 'Nouveau nom',
  newChild: 'Nouvelle sous-catégorie',
  newSibling: 'Nouvelle catégorie au même niveau',
  newTop: 'Nouvelle catégorie',
  categoryName: 'Nom de la catégorie',
  under: (parent: string) => `Sous « ${parent} »`,
  create: 'Créer',
  createHint: 'Entrée crée et en attend une autre ; Échap termine.',
  created: (name: string) => `« ${name} » créée`,

  remove: 'Supprimer',
  removeCategory: 'Supprimer la catégorie…',
  cancel: 'Annuler',
  removeQuestion: (name: string) => `Supprimer « ${name} » ?`,
  removeText: (below: number, codings: number) => {
    const goes =
      below === 0
        ? ''
        : below === 1
          ? 'Sa sous-catégorie disparaît aussi. '
          : `Ses ${plural('fr', below, '', 'sous-catégories')} disparaissent aussi. `;
    const lost = codings > 0 ? `${plural('fr', codings, 'codage sera retiré', 'codages seront retirés')}.` : 'Aucun codage n’est perdu.';
    return `${goes}${lost}`;
  },
  removeGrid: 'Supprimer la grille…',
  removeGridText: (below: number, codings: number) => {
    const goes =
      below === 0
        ? ''
        : below === 1
          ? 'Sa catégorie disparaît avec elle. '
          : `Ses ${plural('fr', below, '', 'catégories')} disparaissent avec elle. `;
    const lost = codings > 0 ? `${plural('fr', codings, 'codage sera retiré', 'codages seront retirés')}.` : 'Aucun codage n’est perdu.';
    return `${goes}${lost}`;
  },
  canBeUndone: 'Annulable avec Ctrl+Z.',
  removed: (name: string) => `« ${name} » est supprimée. Ctrl+Z la fait revenir.`,

  path: 'Place dans la grille',
  name: 'Nom',
  color: 'Couleur',
  chooseColor: 'Choisir la couleur',
  ownColor: 'Autre couleur',
  origin: 'Origine',
  origins: originsFr,
  definition: 'Définition',
  inclusion: 'Inclure',
  exclusion: 'Exclure',
  example: 'Exemple',
  definitionPlaceholder: 'Ce que la catégorie désigne, en une ou deux phrases.',
  inclusionPlaceholder: 'Ce qui doit y être codé.',
  exclusionPlaceholder: 'Ce qui lui ressemble mais se code ailleurs, et où.',
  examplePlaceholder: 'Un passage qui la montre bien.',
  moreActs: 'Autres actions',
  memos: 'Mémos',
  memoTitle: (name: string) => `À propos de « ${name} »`,
  untitled: 'Sans titre',

  passagesTitle: 'Passages',
  source: 'Source',
  allSources: 'Toutes les sources',
  passagesIn: (source: string, n: number) => `${plural('fr', n, 'passage', 'passages')} dans ${source}`,
  noPassages: 'Aucun passage ne porte encore cette catégorie.',
  noPassagesText: 'Dans l’écran Codage, sélectionnez des mots puis appuyez sur Entrée pour l’appliquer.',
  goCoding: 'Aller au codage',
  openInReader: (ref: string) => `Ouvrir ${ref} dans l’entretien`,
  more: (n: number) => `Afficher ${plural('fr', n, 'passage de plus', 'passages de plus')}`,
  codedBy: (names: readonly string[]) => `Codé par ${names.join(', ')}`,

  gridTitle: 'Titre',
  gridSource: 'Source',
  gridSourcePlaceholder: 'D’où vient la grille : auteurs, année, titre.',
  gridDescription: 'Description',
  gridDescriptionPlaceholder: 'Ce qu’elle décrit et quand l’utiliser.',
  gridCounts: (categories: number, codings: number) =>
    `${plural('fr', categories, 'catégorie', 'catégories')}, ${plural('fr', codings, 'codage', 'codages')}`,
  tops: 'Catégories principales',

  noGridTitle: 'Ce projet n’a pas encore de grille',
  noGridText: 'Une grille est un arbre de catégories. Prenez-en une ci-dessous, écrivez la vôtre, ou laissez les catégories naître de la lecture.',
  galleryTitle: 'Grilles prêtes à l’emploi',
  galleryText: 'Chacune s’ajoute entière ou en partie, puis se modifie librement dans le projet.',
  close: 'Fermer',
  inProject: 'Dans ce projet',
  seeInProject: 'Voir dans le projet',
  seeCategories: (n: number) => `Lire ses ${plural('fr', n, 'catégorie', 'catégories')}`,
  hideCategories: 'Refermer',
  keepOnly: 'Cochez ce que vous voulez reprendre.',
  addWhole: 'Ajouter la grille',
  addSome: (n: number, of: number) => `Ajouter ${n} des ${of} catégories principales`,
  noneKept: 'Rien n’est coché',
  added: (title: string) => `La grille « ${title} » est dans le projet.`,
  gridFrom: 'Source :',
  stanceTitle: 'À part : la posture de preuve',
  stanceText:
    'C’est une propriété d’un passage dans une cellule, pas une grille à ajouter : dans une matrice, chaque passage peut soutenir, contredire ou seulement mentionner ce qu’affirme la synthèse de la cellule. Elle est toujours à disposition, dans le panneau d’une cellule et dans celui d’un passage.',

  newGridTitle: 'Nouvelle grille',
  newGridName: 'Titre de la grille',
  newGridNamePlaceholder: 'Formes de l’engagement',
  newGridLines: 'Catégories',
  newGridHint:
    'Une par ligne. Entrée : suivante · Tab : un niveau plus bas · Maj+Tab : un niveau plus haut. Une liste collée est reprise avec ses retraits.',
  newGridLine: (n: number, level: number) => `Catégorie ${n}, niveau ${level}`,
  newGridFirst: 'Première catégorie',
  newGridNext: 'Catégorie suivante',
  doubled: 'Ce nom est déjà pris à cet endroit.',
  createGrid: 'Créer la grille',

  merge: 'Fusionner dans…',
  mergeTitle: (name: string) => `Fusionner « ${name} » dans…`,
  mergeChoose: 'Fusionner dans quelle catégorie ?',
  mergeFilter: 'Chercher une catégorie',
  rule: 'Règle',
  mergeFrom: 'Disparaît',
  mergeInto: 'Reste',
  mergeNone: 'Choisissez une catégorie : sa règle s’affichera ici, en regard de l’autre.',
  mergeText: (from: string, into: string, codings: number, children: number) => {
    const goes = [
      codings > 0 ? plural('fr', codings, 'codage', 'codages') : '',
      children > 0 ? plural('fr', children, 'sous-catégorie', 'sous-catégories') : '',
    ].filter(Boolean);
    const what =
      goes.length > 0 ? `${goes.join(' et ')} ${codings + children > 1 ? 'passent' : 'passe'} à « ${into} »` : `« ${from} » n’a pas de codage`;
    return `${what} ; les textes de sa règle s’ajoutent à la suite, ses mémos et ses synthèses suivent. « ${from} » disparaît. Annulable avec Ctrl+Z.`;
  },
  mergeOnlyGrid: 'Elle a des sous-catégories : elle peut rejoindre une autre catégorie de sa grille, mais pas l’une d’elles.',
  mergeAction: 'Fusionner',
  merged: (from: string, into: string) => `« ${from} » est fusionnée dans « ${into} ». Ctrl+Z les sépare.`,
  noText: 'Rien d’écrit',
  noOther: 'Aucune catégorie trouvée qui puisse l’accueillir.',
};

const en: typeof fr = {
  grids: 'Grids',
  addGrid: 'Add a grid',
  shippedGrids: 'Ready-made grids',
  newGrid: 'New grid',
  importGrid: 'Import a grid (json, xlsx, qdc)…',
  exportGrid: 'Export',
  imported: (file: string) => `“${file}” is in the project.`,
  filter: 'Filter the categories',
  filterPlaceholder: 'Filter…',
  clearFilter: 'Clear the filter',
  noneFound: (query: string) => `No category matches “${query}”.`,
  fold: (title: string) => `Fold “${title}”`,
  unfold: (title: string) => `Unfold “${title}”`,
  showGrid: (title: string) => `Show the card of the grid “${title}”`,
  treeOf: (title: string) => `Categories of “${title}”`,
  emptyGrid: 'No category yet.',
  codings: (n: number) => plural('en', n, 'coding', 'codings'),
  passages: (n: number) => plural('en', n, 'passage', 'passages'),
  categories: (n: number) => plural('en', n, 'category', 'categories'),
  subcategories: (n: number) => plural('en', n, 'subcategory', 'subcategories'),
  ownAndTotal: (own: number, total: number) =>
    `${plural('en', own, 'coding', 'codings')} on the category itself, ${plural('en', total, 'coding', 'codings')} with its subcategories`,
  treeKeys: { renameCategory: 'rename', removeCategory: 'remove', moves: 'move' },

  rename: 'New name',
  newChild: 'New subcategory',
  newSibling: 'New category on the same level',
  newTop: 'New category',
  categoryName: 'Name of the category',
  under: (parent: string) => `Under “${parent}”`,
  create: 'Create',
  createHint: 'Enter creates it and waits for the next; Esc ends.',
  created: (name: string) => `“${name}” created`,

  remove: 'Remove',
  removeCategory: 'Remove the category…',
  cancel: 'Cancel',
  removeQuestion: (name: string) => `Remove “${name}”?`,
  removeText: (below: number, codings: number) => {
    const goes = below === 0 ? '' : below === 1 ? 'Its subcategory goes too. ' : `Its ${plural('en', below, '', 'subcategories')} go too. `;
    const lost = codings > 0 ? `${plural('en', codings, 'coding will be removed', 'codings will be removed')}.` : 'No coding is lost.';
    return `${goes}${lost}`;
  },
  removeGrid: 'Remove the grid…',
  removeGridText: (below: number, codings: number) => {
    const goes = below === 0 ? '' : below === 1 ? 'Its category goes with it. ' : `Its ${plural('en', below, '', 'categories')} go with it. `;
    const lost = codings > 0 ? `${plural('en', codings, 'coding will be removed', 'codings will be removed')}.` : 'No coding is lost.';
    return `${goes}${lost}`;
  },
  canBeUndone: 'Ctrl+Z undoes it.',
  removed: (name: string) => `“${name}” is removed. Ctrl+Z brings it back.`,

  path: 'Place in the grid',
  name: 'Name',
  color: 'Colour',
  chooseColor: 'Choose the colour',
  ownColor: 'Another colour',
  origin: 'Origin',
  origins: originsEn,
  definition: 'Definition',
  inclusion: 'Include',
  exclusion: 'Exclude',
  example: 'Example',
  definitionPlaceholder: 'What the category stands for, in one or two sentences.',
  inclusionPlaceholder: 'What must be coded with it.',
  exclusionPlaceholder: 'What looks like it but is coded elsewhere, and where.',
  examplePlaceholder: 'A passage that shows it well.',
  moreActs: 'More actions',
  memos: 'Memos',
  memoTitle: (name: string) => `About “${name}”`,
  untitled: 'Untitled',

  passagesTitle: 'Passages',
  source: 'Source',
  allSources: 'All sources',
  passagesIn: (source: string, n: number) => `${plural('en', n, 'passage', 'passages')} in ${source}`,
  noPassages: 'No passage carries this category yet.',
  noPassagesText: 'On the Coding screen, select words and press Enter to apply it.',
  goCoding: 'Go to coding',
  openInReader: (ref: string) => `Open ${ref} in the interview`,
  more: (n: number) => `Show ${plural('en', n, 'more passage', 'more passages')}`,
  codedBy: (names: readonly string[]) => `Coded by ${names.join(', ')}`,

  gridTitle: 'Title',
  gridSource: 'Source',
  gridSourcePlaceholder: 'Where the grid comes from: authors, year, title.',
  gridDescription: 'Description',
  gridDescriptionPlaceholder: 'What it describes and when to use it.',
  gridCounts: (categories: number, codings: number) =>
    `${plural('en', categories, 'category', 'categories')}, ${plural('en', codings, 'coding', 'codings')}`,
  tops: 'Main categories',

  noGridTitle: 'This project has no grid yet',
  noGridText: 'A grid is a tree of categories. Take one below, write your own, or let the categories grow from the reading.',
  galleryTitle: 'Ready-made grids',
  galleryText: 'Each can be added whole or in part, then changed freely in the project.',
  close: 'Close',
  inProject: 'In this project',
  seeInProject: 'See it in the project',
  seeCategories: (n: number) => `Read its ${plural('en', n, 'category', 'categories')}`,
  hideCategories: 'Fold',
  keepOnly: 'Tick what you want to take.',
  addWhole: 'Add the grid',
  addSome: (n: number, of: number) => `Add ${n} of the ${of} main categories`,
  noneKept: 'Nothing is ticked',
  added: (title: string) => `The grid “${title}” is in the project.`,
  gridFrom: 'Source:',
  stanceTitle: 'Apart: the evidence stance',
  stanceText:
    'It is a property of a passage in a cell, not a grid to add: in a matrix, each passage may support, contradict or merely mention what the cell’s synthesis claims. It is always at hand, in the panel of a cell and in that of a passage.',

  newGridTitle: 'New grid',
  newGridName: 'Title of the grid',
  newGridNamePlaceholder: 'Forms of commitment',
  newGridLines: 'Categories',
  newGridHint: 'One per line. Enter: next · Tab: one level down · Shift+Tab: one level up. A pasted list is taken with its indents.',
  newGridLine: (n: number, level: number) => `Category ${n}, level ${level}`,
  newGridFirst: 'First category',
  newGridNext: 'Next category',
  doubled: 'This name is already taken here.',
  createGrid: 'Create the grid',

  merge: 'Merge into…',
  mergeTitle: (name: string) => `Merge “${name}” into…`,
  mergeChoose: 'Merge into which category?',
  mergeFilter: 'Find a category',
  rule: 'Rule',
  mergeFrom: 'Disappears',
  mergeInto: 'Stays',
  mergeNone: 'Choose a category: its rule will show here, beside the other one.',
  mergeText: (from: string, into: string, codings: number, children: number) => {
    const goes = [
      codings > 0 ? plural('en', codings, 'coding', 'codings') : '',
      children > 0 ? plural('en', children, 'subcategory', 'subcategories') : '',
    ].filter(Boolean);
    const what = goes.length > 0 ? `${goes.join(' and ')} ${codings + children > 1 ? 'go' : 'goes'} to “${into}”` : `“${from}” has no coding`;
    return `${what}; the texts of its rule are added below, its memos and syntheses follow. “${from}” disappears. Ctrl+Z undoes it.`;
  },
  mergeOnlyGrid: 'It has subcategories: it can join another category of its grid, but not one of them.',
  mergeAction: 'Merge',
  merged: (from: string, into: string) => `“${from}” is merged into “${into}”. Ctrl+Z separates them.`,
  noText: 'Nothing written',
  noOther: 'No category found that can take it in.',
};

export type CodebookWords = typeof fr;
export const codebookText: Texts<typeof fr> = { fr, en };
