// All figures of agreement of a double coding: per category, per source, overall, with intervals by drawing sources or units again.
import { BINARY_COEFFICIENTS, CoderSets, binaryCoefficient } from '../statistics/agreement-binary.ts';
import type { BinaryCoefficient, BinaryShares } from '../statistics/agreement-binary.ts';
import { drawSources, drawUnits, percentiles, randomNumbers } from '../statistics/agreement-bootstrap.ts';
import type { DrawnInterval } from '../statistics/agreement-bootstrap.ts';
import type { MarkedBy } from '../statistics/agreement-spans.ts';
import { addedUp, barUAlpha, unitCoincidences } from '../statistics/agreement-unitizing.ts';
import type { UnitCoincidences } from '../statistics/agreement-unitizing.ts';
import { isUndefined, undefinedFor } from '../statistics/undefined.ts';
import type { Undefined } from '../statistics/undefined.ts';
import type { AgreementCounts, AgreementFigures, AgreementSetting } from './agreement.ts';
import { apart } from './double-coding.ts';
import type { DoubleCodedSource, DoubleCoding } from './double-coding.ts';

/** How the units of a source are counted: by which sets of coders marked them. */
export type CountUnits = (source: DoubleCodedSource, marks: readonly (readonly { start: number; end: number }[])[]) => MarkedBy;

/** One category: by source, by set of coders, how many units; and its passages as units of text. */
interface CategoryGround {
  readonly sets: CoderSets;
  /** Sources × sets. */
  readonly counts: readonly Float64Array[];
  readonly units: readonly (UnitCoincidences | Undefined)[];
}

export interface AgreementGround {
  readonly categories: readonly CategoryGround[];
  readonly sources: number;
}

/** @param lengthOf whole sources, in UTF-16 units */
export function groundOf(coding: DoubleCoding, count: CountUnits, lengthOf: (source: DoubleCodedSource) => number): AgreementGround {
  const nobody = coding.coders.map(() => []);
  const categories = coding.categories.map((_, number) => {
    const found = coding.sources.map((source) => count(source, source.marks.get(number) ?? nobody));
    const sets = [...new Set(found.flatMap((marked) => [...marked.keys()]))];
    return {
      sets: new CoderSets(coding.coders.length, sets),
      counts: found.map((marked) => Float64Array.from(sets, (set) => marked.get(set) ?? 0)),
      units: coding.sources.map((source) => {
        const coders = apart(source.marks.get(number) ?? nobody).map((spans) => spans.map((span) => ({ ...span, value: 0 })));
        return unitCoincidences([{ length: lengthOf(source), coders }], 1);
      }),
    };
  });
  return { categories, sources: coding.sources.length };
}

type Times = (source: number) => number;
const once: Times = () => 1;

function added({ counts, sets }: CategoryGround, times: Times): Float64Array {
  const sum = new Float64Array(sets.sets.length);
  for (let source = 0; source < counts.length; source += 1) {
    const [own, often] = [counts[source], times(source)];
    if (!own || often === 0) continue;
    for (let at = 0; at < own.length; at += 1) sum[at] = (sum[at] ?? 0) + often * (own[at] ?? 0);
  }
  return sum;
}

/** Of several categories: the mean of the disagreement observed over the mean of the one expected, each category counting the same. */
function barU(categories: readonly CategoryGround[], times: Times): number | Undefined {
  const sums = categories.map(({ units }) => addedUp(units, times));
  const [first = undefinedFor('empty')] = sums;
  if (isUndefined(first) || sums.length === 1) return isUndefined(first) ? first : barUAlpha(first);
  return pooledBarU(sums.flatMap((sum) => (isUndefined(sum) ? [] : [sum])));
}

function pooledBarU(sums: readonly UnitCoincidences[]): number | Undefined {
  let [observed, expected] = [0, 0];
  for (const { shared, squares } of sums) {
    const [marked = 0, , apartFrom = 0, gaps = 0] = shared;
    const all = marked + 2 * apartFrom + gaps;
    const own = squares.reduce((sum, square) => sum + square, 0);
    observed += apartFrom;
    if (all ** 2 > own) expected += (all * (gaps + apartFrom) * (marked + apartFrom)) / (all ** 2 - own);
  }
  return expected > 0 ? 1 - observed / expected : undefinedFor('noVariation');
}

const sharesIn = (category: CategoryGround, times: Times): BinaryShares => category.sets.shares(added(category, times));

function figuresOf(categories: readonly CategoryGround[], times: Times): AgreementFigures {
  const shares = categories.map((category) => sharesIn(category, times));
  const binary = BINARY_COEFFICIENTS.map((coefficient) => [coefficient, binaryCoefficient(coefficient, shares)] as const);
  return { ...(Object.fromEntries(binary) as Record<BinaryCoefficient, number | Undefined>), barU: barU(categories, times) };
}

export interface MeasuredCategory {
  readonly counts: AgreementCounts;
  readonly alone: readonly [number, number] | null;
  readonly figures: AgreementFigures;
  readonly interval: DrawnInterval | Undefined;
}

export interface Measured {
  readonly units: number;
  readonly categories: readonly MeasuredCategory[];
  readonly sources: readonly { readonly units: number; readonly figures: AgreementFigures }[];
  readonly overall: { readonly figures: AgreementFigures; readonly interval: DrawnInterval | Undefined };
  readonly drawn: 'sources' | 'units';
}

function countsOf(category: CategoryGround): Pick<MeasuredCategory, 'counts' | 'alone'> {
  const { sets, coders } = category.sets;
  const everybody = 2 ** coders - 1;
  const sum = added(category, once);
  const of = (is: (set: number) => boolean): number => sets.reduce((total, set, at) => total + (is(set) ? (sum[at] ?? 0) : 0), 0);
  return {
    counts: { all: of((set) => set === everybody), some: of((set) => set !== 0 && set !== everybody), none: of((set) => set === 0) },
    alone: coders === 2 ? [of((set) => set === 1), of((set) => set === 2)] : null,
  };
}

/** With more sources than this they are drawn again themselves; characters are never drawn, since neighbours are not independent. */
const SOURCES_TO_DRAW = 10;

interface Draw {
  readonly each: readonly (number | Undefined)[];
  readonly overall: number | Undefined;
}

type Drawing<T> = Generator<{ done: number; total: number }, T>;

/** So many draws between two looks at whether the figures are still wanted. */
const DRAWS_AT_ONCE = 50;

function* oneByOne<T>(items: readonly T[], draw: (item: T) => Draw): Drawing<Draw[]> {
  const found: Draw[] = [];
  for (const item of items) {
    found.push(draw(item));
    if (found.length % DRAWS_AT_ONCE === 0) yield { done: found.length, total: items.length };
  }
  return found;
}

function* drawsOf({ categories, sources }: AgreementGround, drawn: Measured['drawn'], setting: AgreementSetting): Drawing<Draw[]> {
  const { coefficient, draws, seed } = setting;
  const often =
    (times: Uint16Array): Times =>
    (source) =>
      times[source] ?? 0;
  if (coefficient === 'barU')
    return yield* oneByOne(drawSources(sources, setting), (times) => ({
      each: categories.map((category) => barU([category], often(times))),
      overall: barU(categories, often(times)),
    }));
  const ofShares = (shares: readonly BinaryShares[]): Draw => ({
    each: shares.map((one) => binaryCoefficient(coefficient, [one])),
    overall: binaryCoefficient(coefficient, shares),
  });
  if (drawn === 'sources')
    return yield* oneByOne(drawSources(sources, setting), (times) => ofShares(categories.map((category) => sharesIn(category, often(times)))));
  const random = randomNumbers(seed);
  const sums = categories.map((category) => [...added(category, once)]);
  const all = Array.from({ length: draws }, (_, draw) => draw);
  return yield* oneByOne(all, () => ofShares(categories.map(({ sets }, at) => sets.shares(drawUnits(sums[at] ?? [], random)))));
}

/** Drawing sources again then tells nothing of it. */
function isInOneSource({ sets, counts }: CategoryGround): boolean {
  return counts.filter((own) => own.some((count, at) => count > 0 && sets.sets[at] !== 0)).length < 2;
}

interface Intervals {
  readonly each: readonly (DrawnInterval | Undefined)[];
  readonly overall: DrawnInterval | Undefined;
}

function* intervals(ground: AgreementGround, drawn: Measured['drawn'], setting: AgreementSetting): Drawing<Intervals> {
  if (drawn === 'sources' && ground.sources < 2) {
    const none = undefinedFor('tooFewUnits');
    return { each: ground.categories.map(() => none), overall: none };
  }
  const draws = yield* drawsOf(ground, drawn, setting);
  return {
    each: ground.categories.map((category, at) =>
      drawn === 'sources' && isInOneSource(category)
        ? undefinedFor('tooFewUnits')
        : percentiles(
            draws.map(({ each }) => each[at] ?? undefinedFor('empty')),
            setting,
          ),
    ),
    overall: percentiles(
      draws.map(({ overall }) => overall),
      setting,
    ),
  };
}

/** Step by step, as it draws. */
export function* measureAgreement(ground: AgreementGround, setting: AgreementSetting): Drawing<Measured> {
  const { categories, sources } = ground;
  const bySources = sources > SOURCES_TO_DRAW || setting.unit === 'character' || setting.unit === 'source' || setting.coefficient === 'barU';
  const drawn = bySources ? 'sources' : 'units';
  const { each, overall } = yield* intervals(ground, drawn, setting);
  const unitsOf = (counts: Float64Array | undefined): number => counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  const [first] = categories;
  const measured = Array.from({ length: sources }, (_, source) => ({
    units: unitsOf(first?.counts[source]),
    figures: figuresOf(categories, (at) => Number(at === source)),
  }));
  return {
    units: measured.reduce((sum, { units }) => sum + units, 0),
    categories: categories.map((category, at) => ({
      ...countsOf(category),
      figures: figuresOf([category], once),
      interval: each[at] ?? undefinedFor('empty'),
    })),
    sources: measured,
    overall: { figures: figuresOf(categories, once), interval: overall },
    drawn,
  };
}
