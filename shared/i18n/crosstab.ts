// Words of cross tables, in the window and on the command line.
import type { Language } from '../domain/project.ts';
import type { ChiSquare, OddsRatio } from '../statistics/contingency-table.ts';
import type { Undefined } from '../statistics/undefined.ts';
import type { CountUnit, Crosstab, CrosstabWarning } from '../domain/crosstab.ts';
import { formatFixed, formatNumber, plural } from './text.ts';
import type { Texts } from './text.ts';
import { reasonText } from './undefined.ts';

type WarningWords = Readonly<Record<CrosstabWarning['kind'], (n: number) => string>>;

/** Three digits behind the point, and as many as it takes for what is very small. */
export function probability(p: number, language: Language): string {
  return p < 0.001 ? `< ${formatFixed(language, 0.001, 3)}` : formatFixed(language, p, 3);
}

interface TestNames {
  readonly chiSquare: string;
  readonly yates: string;
  readonly fisher: string;
  readonly drawn: (draws: number, seed: number) => string;
  readonly cramerV: string;
  readonly oddsRatio: string;
  readonly df: (n: number) => string;
}

const isMissing = (value: object | number): value is Undefined => typeof value === 'object' && 'kind' in value;

/** A line per measure: its name, its value, its probability, what else there is to say. */
function testLines(language: Language, names: TestNames): (table: Crosstab) => string[][] {
  const number = (value: number, digits: number): string => formatFixed(language, value, digits);
  const because = (value: Undefined): string[] => ['–', '–', reasonText[language][value.because]];
  const tested = (value: ChiSquare): string[] => [number(value.value, 3), probability(value.p, language), names.df(value.df)];
  const fisherLine = (fisher: Crosstab['fisher']): string[] =>
    isMissing(fisher)
      ? because(fisher)
      : ['–', probability(fisher.p, language), fisher.how === 'drawn' ? names.drawn(fisher.draws, fisher.seed) : ''];
  const oddsLine = ({ sample, interval }: OddsRatio): string[] => [
    sample === null ? '∞' : number(sample, 2),
    '–',
    interval ? `95\u00a0%${language === 'fr' ? '\u00a0' : ''}: ${number(interval[0], 2)} – ${number(interval[1], 2)}` : '',
  ];
  return ({ chiSquare, yates, fisher, cramerV, oddsRatio }) => [
    [names.chiSquare, ...(isMissing(chiSquare) ? because(chiSquare) : tested(chiSquare))],
    ...(yates ? [[names.yates, ...tested(yates)]] : []),
    [names.fisher, ...fisherLine(fisher)],
    [names.cramerV, ...(isMissing(cramerV) ? because(cramerV) : [number(cramerV, 3), '–', ''])],
    ...(oddsRatio ? [[names.oddsRatio, ...oddsLine(oddsRatio)]] : []),
  ];
}

const unitsFr: Readonly<Record<CountUnit, string>> = { passages: 'passages', sources: 'sources', cases: 'cas' };
const unitsEn: Readonly<Record<CountUnit, string>> = { passages: 'passages', sources: 'sources', cases: 'cases' };

const warningsFr: WarningWords = {
  notIndependent: () =>
    'Les passages d’une même source ne sont pas indépendants : les écarts et V décrivent ce corpus, mais khi-deux et Fisher n’en prouvent rien. Comptez des cas ou des sources pour tester.',
  severalCells: (n) =>
    `Certaines unités sont dans plusieurs cellules : ${formatNumber('fr', n)} unités distinctes, comptées chacune partout où elles sont. Les tests supposent le contraire.`,
  smallExpected: (n) => `Moins de 5 attendus dans ${n} % des cellules : le khi-deux n’est pas fiable, préférez le test exact de Fisher.`,
  emptyRows: (n) => `${plural('fr', n, 'ligne vide laissée', 'lignes vides laissées')} hors des calculs.`,
  emptyColumns: (n) => `${plural('fr', n, 'colonne vide laissée', 'colonnes vides laissées')} hors des calculs.`,
};
const warningsEn: WarningWords = {
  notIndependent: () =>
    'Passages of one source are not independent: residuals and V describe this corpus, but chi-square and Fisher prove nothing about it. Count cases or sources to test.',
  severalCells: (n) =>
    `Some units are in several cells: ${formatNumber('en', n)} distinct units, each counted wherever it is. The tests assume otherwise.`,
  smallExpected: (n) => `Fewer than 5 expected in ${n}% of the cells: chi-square is not reliable, prefer Fisher’s exact test.`,
  emptyRows: (n) => `${plural('en', n, 'empty row', 'empty rows')} left out of the figures.`,
  emptyColumns: (n) => `${plural('en', n, 'empty column', 'empty columns')} left out of the figures.`,
};

const fr = {
  units: unitsFr,
  warnings: warningsFr,
  testHeads: ['Mesure', 'Valeur', 'p', 'Précisions'],
  testLines: testLines('fr', {
    chiSquare: 'Khi-deux',
    yates: 'Khi-deux, correction de Yates',
    fisher: 'Test exact de Fisher',
    drawn: (draws, seed) => `${formatNumber('fr', draws)} tirages, graine ${seed}`,
    cramerV: 'V de Cramér',
    oddsRatio: 'Rapport des cotes',
    df: (n) => `${n} ddl`,
  }),
};

const en: typeof fr = {
  units: unitsEn,
  warnings: warningsEn,
  testHeads: ['Measure', 'Value', 'p', 'Details'],
  testLines: testLines('en', {
    chiSquare: 'Chi-square',
    yates: 'Chi-square, Yates’ correction',
    fisher: 'Fisher’s exact test',
    drawn: (draws, seed) => `${formatNumber('en', draws)} draws, seed ${seed}`,
    cramerV: 'Cramér’s V',
    oddsRatio: 'Odds ratio',
    df: (n) => `${n} df`,
  }),
};

export const crosstabText: Texts<typeof fr> = { fr, en };
