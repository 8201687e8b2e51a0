// Words of the figures of a matrix in the window: the gallery, how they are set, the table behind them, their files.
import type { FigureOrder, FigureTone, ProfileMeasure, ProfileShape } from '../domain/figure-options.ts';
import type { FigureKind } from '../domain/print.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

type Kinds = Record<FigureKind, { name: string; when: string }>;

const frKinds: Kinds = {
  toolsByCase: {
    name: 'Commun et propre à un cas',
    when: 'Pour montrer, croisement par croisement, ce que les cas ont en commun et ce qu’un seul possède.',
  },
  bubble: { name: 'Bulles', when: 'Pour voir où le matériau est dense : l’aire de chaque disque suit le nombre de passages.' },
  heat: { name: 'Carte de chaleur', when: 'Pour une grande matrice : la teinte fait ressortir les lignes fortes et les vides.' },
  ratings: { name: 'Carte des cotes', when: 'Quand les cellules sont cotées : qui est fort, moyen ou faible, et sur quoi.' },
  coPresence: { name: 'Co-présence des cas', when: 'Pour trois cas ou plus : quels cas partagent quoi, du commun à tous au propre à un seul.' },
  caseProfiles: { name: 'Profils de cas', when: 'Pour comparer de quoi parle chaque cas : un panneau par cas, une même échelle.' },
  dataStructure: { name: 'Structure des données', when: 'Pour le chapitre de méthode (Gioia) : concepts, thèmes, dimensions de la grille croisée.' },
};
const enKinds: Kinds = {
  toolsByCase: { name: 'Shared and case-specific', when: 'To show, crossing by crossing, what the cases share and what only one of them has.' },
  bubble: { name: 'Bubbles', when: 'To see where the material is dense: the area of each disc follows the number of passages.' },
  heat: { name: 'Heat map', when: 'For a large matrix: the shade brings out strong rows and the empty ones.' },
  ratings: { name: 'Map of ratings', when: 'Once cells are rated: who is strong, middling or weak, and on what.' },
  coPresence: { name: 'Co-presence of cases', when: 'For three cases or more: which cases share what, from common to all to found in one.' },
  caseProfiles: { name: 'Case profiles', when: 'To compare what each case speaks of: one panel per case, one scale.' },
  dataStructure: { name: 'Data structure', when: 'For the chapter on method (Gioia): concepts, themes, dimensions of the crossed grid.' },
};

const fr = {
  gallery: 'Figures',
  kinds: frKinds,
  label: (name: string) => `Figure : ${name}`,
  settings: 'Réglages de la figure',
  width: 'Largeur imprimée',
  widths: { '16': '16 cm', '25': '25 cm' },
  tone: 'Teintes',
  tones: { color: 'Couleurs', grey: 'Gris', pattern: 'Hachures' } satisfies Record<FigureTone, string>,
  order: 'Ordre',
  orders: { given: 'Celui de la matrice', most: 'Les plus fournis d’abord', alphabet: 'Alphabétique' } satisfies Record<FigureOrder, string>,
  legend: 'Légende',
  labels: 'Nombres et noms',
  profile: 'Tracé',
  profiles: { bars: 'Barres', radar: 'Radar' } satisfies Record<ProfileShape, string>,
  radarWarning: 'Les barres se lisent mieux : sur un radar, la surface exagère les écarts et l’ordre des thèmes change la forme.',
  measure: 'Mesure',
  measures: { passages: 'Passages', share: 'Part du cas' } satisfies Record<ProfileMeasure, string>,
  asTable: 'Tableau',
  tableLabel: (name: string) => `Données de la figure « ${name} »`,
  tableEmpty: 'Aucune donnée.',
  copy: 'Copier le tableau',
  copied: 'Tableau copié.',
  csv: 'Exporter en CSV',
  download: 'Exporter la figure',
  formats: { svg: 'Vectoriel, modifiable (.svg)', png: 'Image à 300 points par pouce (.png)', pdf: 'Page vectorielle (.pdf)' },
  saved: (file: string) => `« ${file} » enregistré.`,
  size: (width: number, height: number) =>
    `Imprimée : ${formatNumber('fr', Math.round(width * 10) / 10)} × ${formatNumber('fr', Math.round(height * 10) / 10)} cm`,
  tooSmall: (points: number) =>
    `À cette largeur, les plus petits mots feraient ${formatNumber('fr', Math.round(points * 10) / 10)} points. Choisissez 25 cm, échangez lignes et colonnes, ou retirez un axe.`,
  tooTall: 'Plus haute qu’une page : filtrez, masquez les lignes vides, ou tracez la figure thème par thème.',
  addCases: 'Ajouter les cas en colonnes',
  backToBars: 'Revenir aux barres',
  cellsBehind: (count: number) => `Derrière cette marque : ${plural('fr', count, 'cellule', 'cellules')}`,
  passages: (count: number) => plural('fr', count, 'passage', 'passages'),
  keys: 'Flèches : d’une marque à l’autre · Entrée : ses passages',
};

const en: typeof fr = {
  gallery: 'Figures',
  kinds: enKinds,
  label: (name) => `Figure: ${name}`,
  settings: 'How the figure is set',
  width: 'Printed width',
  widths: { '16': '16 cm', '25': '25 cm' },
  tone: 'Tones',
  tones: { color: 'Colours', grey: 'Grey', pattern: 'Hatching' },
  order: 'Order',
  orders: { given: 'As in the matrix', most: 'Fullest first', alphabet: 'Alphabetical' },
  legend: 'Legend',
  labels: 'Numbers and names',
  profile: 'Drawn as',
  profiles: { bars: 'Bars', radar: 'Radar' },
  radarWarning: 'Bars read better: on a radar the area exaggerates differences, and the order of the themes changes the shape.',
  measure: 'Measure',
  measures: { passages: 'Passages', share: 'Share of the case' },
  asTable: 'Table',
  tableLabel: (name) => `Data of the figure “${name}”`,
  tableEmpty: 'No data.',
  copy: 'Copy the table',
  copied: 'Table copied.',
  csv: 'Export as CSV',
  download: 'Export the figure',
  formats: { svg: 'Vector, can be edited (.svg)', png: 'Image at 300 dots per inch (.png)', pdf: 'Vector page (.pdf)' },
  saved: (file) => `“${file}” saved.`,
  size: (width, height) => `Printed: ${formatNumber('en', Math.round(width * 10) / 10)} × ${formatNumber('en', Math.round(height * 10) / 10)} cm`,
  tooSmall: (points) =>
    `At this width the smallest words would be ${formatNumber('en', Math.round(points * 10) / 10)} points. Choose 25 cm, swap rows and columns, or remove an axis.`,
  tooTall: 'Taller than a page: filter, hide empty rows, or draw the figure theme by theme.',
  addCases: 'Add cases to the columns',
  backToBars: 'Back to bars',
  cellsBehind: (count) => `Behind this mark: ${plural('en', count, 'cell', 'cells')}`,
  passages: (count) => plural('en', count, 'passage', 'passages'),
  keys: 'Arrows: from mark to mark · Enter: its passages',
};

export const figuresText: Texts<typeof fr> = { fr, en };
