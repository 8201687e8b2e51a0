// Words of the saturation table and its curve.
import { formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';

interface Outcome {
  readonly categories: number;
  readonly applied: number;
  readonly uncoded: number;
  readonly order: 'date' | 'import';
}

const fr = {
  sheet: 'Saturation',
  title: 'Catégories nouvelles, entretien par entretien',
  figureTitle: 'Catégories nouvelles et cumulées, entretien par entretien',
  interview: 'Entretien',
  date: 'Date',
  codings: 'Codages',
  categories: 'Catégories codées',
  added: 'Catégories nouvelles',
  names: 'Lesquelles',
  cumulative: 'Cumul',
  share: 'Part du total',
  and: ' ; ',
  figure: { interviews: 'Entretiens, dans l’ordre', categories: 'Catégories', added: 'nouvelles', cumulative: 'cumulées' },
  note: ({ categories, applied, uncoded, order }: Outcome) =>
    [
      `Entretiens dans l’ordre ${order === 'date' ? 'de leur date' : 'de leur import'}. Une catégorie est nouvelle dans le premier entretien où elle est appliquée, par quelque codeur que ce soit. Part du total\u00a0: part des ${plural('fr', applied, 'catégorie appliquée', 'catégories appliquées')} dans le corpus${applied < categories ? ` (sur ${formatNumber('fr', categories)} que comptent les grilles)` : ''}.`,
      uncoded > 0 ? `${plural('fr', uncoded, 'source sans codage n’y figure pas', 'sources sans codage n’y figurent pas')}.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  proves:
    'Ce que ce tableau ne prouve pas\u00a0: une courbe qui s’aplatit dit que, dans cet ordre et avec ces grilles, les derniers entretiens ont ajouté peu de catégories. Elle ne dit pas que leurs propriétés et leurs relations sont établies, ni que d’autres terrains n’en feraient pas naître\u00a0; un autre ordre donnerait une autre courbe.',
  nothing: 'Aucun codage dans ces grilles\u00a0: il n’y a pas encore de courbe à tracer.',
};

const en: typeof fr = {
  sheet: 'Saturation',
  title: 'New categories, interview by interview',
  figureTitle: 'New and cumulative categories, interview by interview',
  interview: 'Interview',
  date: 'Date',
  codings: 'Codings',
  categories: 'Categories coded',
  added: 'New categories',
  names: 'Which ones',
  cumulative: 'Cumulative',
  share: 'Share of all',
  and: '; ',
  figure: { interviews: 'Interviews, in order', categories: 'Categories', added: 'new', cumulative: 'cumulative' },
  note: ({ categories, applied, uncoded, order }) =>
    [
      `Interviews in the order of their ${order === 'date' ? 'dates' : 'import'}. A category is new in the first interview in which anybody applies it. Share of all: of the ${plural('en', applied, 'category', 'categories')} applied in the corpus${applied < categories ? ` (of ${formatNumber('en', categories)} in the grids)` : ''}.`,
      uncoded > 0 ? `${plural('en', uncoded, 'source without codings is left out', 'sources without codings are left out')}.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  proves:
    'What this table does not prove: a curve that flattens says that, in this order and with these grids, the last interviews added few categories. It does not say that their properties and relations are established, nor that other fields would bring no others; another order would give another curve.',
  nothing: 'No coding in these grids: there is no curve to draw yet.',
};

export const printSaturationText: Texts<typeof fr> = { fr, en };
