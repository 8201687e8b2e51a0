// The picture of agreement and the table behind it.
import type { Agreement, AgreementFigures } from '../../../shared/domain/agreement.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { agreementFigure } from '../../../shared/figure/agreement-figure.ts';
import type { FigureTable, FigureValue } from '../../../shared/figure/figure-table.ts';
import { paletteOf } from '../../../shared/figure/palette.ts';
import type { FigureTheme } from '../../../shared/figure/palette.ts';
import type { Scene } from '../../../shared/figure/scene.ts';
import type { agreementText } from '../../../shared/i18n/agreement.ts';
import { formatFixed } from '../../../shared/i18n/text.ts';
import { isUndefined } from '../../../shared/statistics/undefined.ts';
import type { Undefined } from '../../../shared/statistics/undefined.ts';

type Words = (typeof agreementText)['fr'];

const DIGITS = 2;
const HUNDREDTHS = 100;
const TABLE_DIGITS = 1000;

interface Look {
  readonly words: Words;
  readonly language: Language;
  readonly theme: FigureTheme;
}

export function agreementScene({ categories, overall, coefficient }: Agreement, { words, language, theme }: Look): Scene {
  // what rounds to nothing is not below nothing
  const number = (value: number): string => formatFixed(language, Math.round(value * HUNDREDTHS) / HUNDREDTHS + 0, DIGITS);
  const lineOf = (key: string, label: string, figures: AgreementFigures, interval: Agreement['overall']['interval'], isOverall: boolean) => {
    const value = figures[coefficient];
    const range = isUndefined(interval) ? '' : ` (${words.low.toLowerCase()} ${number(interval.low)} ${words.high} ${number(interval.high)})`;
    return { key, label, value, interval, isOverall, says: `${label} : ${isUndefined(value) ? words.undefined : number(value)}${range}` };
  };
  const lines = [
    ...categories.map(({ id, name, figures, interval }) => lineOf(id, name, figures, interval, false)),
    lineOf('overall', words.overall, overall.figures, overall.interval, true),
  ];
  const title = `${words.chart} (${words.coefficients[coefficient]})`;
  return agreementFigure(lines, { palette: paletteOf(theme), title, number, none: words.undefined });
}

/** Categories first, then all together, then source by source. */
export function agreementTable(found: Agreement, words: Words): FigureTable {
  const { coefficient, coders, categories, outside, overall, sources } = found;
  const shown = (value: number | Undefined): FigureValue => (isUndefined(value) ? words.undefined : Math.round(value * TABLE_DIGITS) / TABLE_DIGITS);
  const isPair = coders.length === 2;
  const some = isPair ? coders.map(({ name }) => words.onlyBy(name)) : [words.some];
  const ends = (interval: Agreement['overall']['interval'] | null): FigureValue[] =>
    interval === null ? ['', ''] : isUndefined(interval) ? [words.undefined, words.undefined] : [shown(interval.low), shown(interval.high)];
  const figures = (own: AgreementFigures, interval: Agreement['overall']['interval'] | null): FigureValue[] => [
    shown(own[coefficient]),
    ...ends(interval),
    shown(own.percent),
    shown(own.positive),
    shown(own.ac1),
  ];
  const none = ['', ...some.map(() => ''), ''];
  return {
    columns: [
      words.category,
      words.coefficients[coefficient],
      words.low,
      words.high,
      words.observed,
      words.positive,
      words.ac1,
      words.all,
      ...some,
      words.none,
    ],
    rows: [
      ...categories.map(({ path, figures: own, interval, counts, alone }) => [
        path.join(' › '),
        ...figures(own, interval),
        counts.all,
        ...(alone ?? [counts.some]),
        counts.none,
      ]),
      ...outside.map(({ path }) => [path.join(' › '), words.undefined, words.outside, ...Array.from({ length: 4 }, () => ''), ...none]),
      [words.overall, ...figures(overall.figures, overall.interval), ...none],
      ...sources.map(({ name, figures: own }) => [`${words.source} ${name}`, ...figures(own, null), ...none]),
    ],
  };
}
