// The u-alphas of a whole grid: its categories as the values of one variable, where no coder gave two of them to the same words.
import type { Span } from '../statistics/stretch.ts';
import { withoutOverlap } from '../statistics/agreement-spans.ts';
import { barUAlpha, cuAlpha, kuAlpha, uAlpha, unitCoincidences } from '../statistics/agreement-unitizing.ts';
import type { Continuum, ValuedSpan } from '../statistics/agreement-unitizing.ts';
import { isUndefined, undefinedFor } from '../statistics/undefined.ts';
import type { Undefined } from '../statistics/undefined.ts';
import type { GridAgreement } from './agreement.ts';
import type { DoubleCodedSource, DoubleCoding } from './double-coding.ts';

/** What each coder marked with any of the categories; null where somebody gave two to the same words. */
function continuumOf({ marks }: DoubleCodedSource, numbers: readonly number[], coders: number, length: number): Continuum | null {
  const units = Array.from({ length: coders }, (_, coder) =>
    numbers
      .flatMap((number, value): ValuedSpan[] => withoutOverlap(marks.get(number)?.[coder] ?? []).map((span: Span) => ({ ...span, value })))
      .sort((a, b) => a.start - b.start),
  );
  const overlaps = units.some((own) => own.some(({ start }, at) => at > 0 && start < (own[at - 1]?.end ?? 0)));
  return overlaps ? null : { length, coders: units };
}

function noFigures(reason: Undefined, grid: Pick<GridAgreement, 'id' | 'title' | 'without'>, categories: DoubleCoding['categories']): GridAgreement {
  const each = categories.map(({ id }) => ({ id, alpha: reason, coverage: 0 }));
  return { ...grid, u: reason, barU: reason, cu: reason, coverage: 0, categories: each };
}

/** Grids without an applied category are left out. */
export function agreementOfGrids(coding: DoubleCoding, lengthOf: (source: DoubleCodedSource) => number): GridAgreement[] {
  return coding.grids.flatMap((grid) => {
    const numbers = coding.categories.flatMap(({ gridId }, number) => (gridId === grid.id ? [number] : []));
    const categories = numbers.flatMap((number) => coding.categories[number] ?? []);
    if (categories.length === 0) return [];
    const isUsedBy = (coder: number): boolean =>
      coding.sources.some(({ marks }) => numbers.some((number) => (marks.get(number)?.[coder]?.length ?? 0) > 0));
    const named = { ...grid, without: coding.coders.flatMap(({ name }, coder) => (isUsedBy(coder) ? [] : [name])) };
    const continua: Continuum[] = [];
    for (const source of coding.sources) {
      const continuum = continuumOf(source, numbers, coding.coders.length, lengthOf(source));
      if (!continuum) return [noFigures(undefinedFor('overlappingUnits'), named, categories)];
      continua.push(continuum);
    }
    const sums = unitCoincidences(continua, categories.length);
    if (isUndefined(sums)) return [noFigures(sums, named, categories)];
    const { alpha, coverage } = cuAlpha(sums);
    const each = categories.map(({ id }, value) => ({ id, ...kuAlpha(sums, value) }));
    return [{ ...named, u: uAlpha(sums), barU: barUAlpha(sums), cu: alpha, coverage, categories: each }];
  });
}
