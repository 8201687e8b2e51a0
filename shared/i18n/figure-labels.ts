// The words that figures of a matrix print: legends, notes, names of marks.
import type { FigureLabels } from '../figure/figure-labels.ts';
import { listed } from './matrix-choices.ts';
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

const percent = { fr: new Intl.NumberFormat('fr-FR', { style: 'percent' }), en: new Intl.NumberFormat('en-GB', { style: 'percent' }) };

const fr: FigureLabels = {
  passages: (count) => plural('fr', count, 'passage', 'passages'),
  number: (value) => formatNumber('fr', value),
  share: (share) => percent.fr.format(share),
  nothing: '–',
  bubbleLegend: 'L’aire d’un disque est proportionnelle au nombre de passages distincts.',
  heatLegend: 'Nombre de passages',
  heatNote: 'Nombre de passages distincts à chaque croisement ; il dit combien de fois on en a parlé, non l’importance de ce qui a été dit.',
  common: (cases) => (cases === 2 ? 'Commun aux deux cas' : `Commun aux ${formatNumber('fr', cases)} cas`),
  only: (caseName) => `Seulement ${caseName}`,
  partly: 'Dans plusieurs cas, mais pas tous',
  chipNote: 'Après chaque élément : nombre de passages distincts où il a été relevé.',
  ratings: {
    scale: (name) => (name === null ? 'Échelle' : `Échelle « ${name} »`),
    note: 'Cotes données cellule par cellule ; la teinte va du premier au dernier degré de l’échelle. – : sans cote.',
  },
  coPresence: {
    found: (things) => plural('fr', things, 'élément', 'éléments'),
    cases: (names) => (names.length === 1 ? `Seulement ${names[0] ?? ''}` : `Commun à ${listed('fr', names)}, et à eux seuls`),
    total: 'éléments par cas',
    size: 'Nombre de cas',
    note: 'Une ligne par combinaison de cas : ce que tous ces cas ont et qu’aucun autre n’a.',
    rest: (combinations, things) =>
      `${plural('fr', combinations, 'autre combinaison', 'autres combinaisons')} (${plural('fr', things, 'élément', 'éléments')}) ${combinations < 2 ? 'n’est pas dessinée' : 'ne sont pas dessinées'} : le tableau les donne toutes.`,
    more: (names) => `et ${plural('fr', names, 'autre', 'autres')}`,
  },
  profiles: {
    note: (measure) =>
      measure === 'passages'
        ? 'Nombre de passages distincts par thème, même échelle pour tous les cas.'
        : 'Part des passages du cas consacrée à chaque thème, même échelle pour tous les cas.',
    radarNote: (outer) =>
      `Ligne extérieure : ${outer}. Un radar se lit avec prudence : sa surface grandit comme le carré des valeurs et dépend de l’ordre des thèmes.`,
  },
  structure: { concepts: 'Concepts de premier ordre', themes: 'Thèmes de second ordre', dimensions: 'Dimensions agrégées' },
  table: { row: 'Ligne', column: 'Colonne', passages: 'Passages', element: 'Élément', cases: 'Cas', theme: 'Thème' },
};

const en: FigureLabels = {
  passages: (count) => plural('en', count, 'passage', 'passages'),
  number: (value) => formatNumber('en', value),
  share: (share) => percent.en.format(share),
  nothing: '–',
  bubbleLegend: 'The area of a disc is proportional to the number of distinct passages.',
  heatLegend: 'Number of passages',
  heatNote: 'Number of distinct passages at each crossing; it says how often something was spoken of, not how much it matters.',
  common: (cases) => (cases === 2 ? 'Common to both cases' : `Common to all ${formatNumber('en', cases)} cases`),
  only: (caseName) => `Only ${caseName}`,
  partly: 'In several cases, but not all',
  chipNote: 'After each item: number of distinct passages in which it was found.',
  ratings: {
    scale: (name) => (name === null ? 'Scale' : `Scale “${name}”`),
    note: 'Ratings given cell by cell; the shade goes from the first step of the scale to the last. –: not rated.',
  },
  coPresence: {
    found: (things) => plural('en', things, 'item', 'items'),
    cases: (names) => (names.length === 1 ? `Only ${names[0] ?? ''}` : `Common to ${listed('en', names)}, and to no other`),
    total: 'items per case',
    size: 'Number of cases',
    note: 'One line per combination of cases: what all of these cases have and no other has.',
    rest: (combinations, things) =>
      `${plural('en', combinations, 'other combination', 'other combinations')} (${plural('en', things, 'item', 'items')}) ${combinations === 1 ? 'is' : 'are'} not drawn: the table gives them all.`,
    more: (names) => `and ${plural('en', names, 'other', 'others')}`,
  },
  profiles: {
    note: (measure) =>
      measure === 'passages'
        ? 'Number of distinct passages per theme, on the same scale for all cases.'
        : 'Share of the case’s passages given to each theme, on the same scale for all cases.',
    radarNote: (outer) =>
      `Outer line: ${outer}. Read a radar with care: its area grows with the square of the values and depends on the order of the themes.`,
  },
  structure: { concepts: 'First-order concepts', themes: 'Second-order themes', dimensions: 'Aggregate dimensions' },
  table: { row: 'Row', column: 'Column', passages: 'Passages', element: 'Item', cases: 'Cases', theme: 'Theme' },
};

export const figureLabels: Texts<FigureLabels> = { fr, en };
