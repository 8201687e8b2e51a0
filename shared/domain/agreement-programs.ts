// What NVivo, ATLAS.ti and MAXQDA would print for the same codings, by what their manuals say: to be compared with, labelled as theirs.
import { markedCharacters, matchedPassages } from '../statistics/agreement-spans.ts';
import { cohenKappa } from '../statistics/agreement-two.ts';
import { isUndefined, undefinedFor } from '../statistics/undefined.ts';
import type { Undefined } from '../statistics/undefined.ts';
import type { OtherPrograms } from './agreement.ts';
import type { DoubleCodedSource, DoubleCoding } from './double-coding.ts';

/** MAXQDA's own, unless one sets another. */
const USUAL_OVERLAP = 0.9;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** By category and source, characters; kappa is 1 where nobody applied the category, by NVivo's convention. */
function nvivo({ categories, sources }: DoubleCoding, lengthOf: (source: DoubleCodedSource) => number): OtherPrograms['nvivo'] {
  const each = categories.flatMap((_, number) =>
    sources.map((source) => {
      const length = lengthOf(source);
      const marked = markedCharacters(length, source.marks.get(number) ?? [[], []]);
      const [neither, first, second, both] = [0, 1, 2, 3].map((set) => marked.get(set) ?? 0) as [number, number, number, number];
      const kappa = cohenKappa([
        [neither, second],
        [first, both],
      ]);
      return { length, percent: (neither + both) / length, kappa: isUndefined(kappa) ? 1 : kappa.value };
    }),
  );
  const length = each.reduce((sum, one) => sum + one.length, 0);
  return {
    percent: mean(each.map(({ percent }) => percent)),
    kappa: mean(each.map(({ kappa }) => kappa)),
    weightedKappa: each.reduce((sum, one) => sum + one.kappa * one.length, 0) / length,
  };
}

/** Level 1: sources in which both or neither applied the category. Level 3: passages of either that the other matches; kappa by Brennan & Prediger. */
function maxqda({ categories, sources }: DoubleCoding): OtherPrograms['maxqda'] {
  let [same, hits, passages] = [0, 0, 0];
  for (const { marks } of sources) {
    for (const number of categories.keys()) {
      const [first = [], second = []] = marks.get(number) ?? [];
      if (first.length > 0 === second.length > 0) same += 1;
      const matched = matchedPassages(first, second, USUAL_OVERLAP);
      hits += matched.first + matched.second;
      passages += first.length + second.length;
    }
  }
  const share = passages === 0 ? undefinedFor('empty') : hits / passages;
  const chance = 1 / categories.length;
  const kappa = categories.length < 2 ? undefinedFor('oneCategory') : isUndefined(share) ? share : (share - chance) / (1 - chance);
  return { existence: same / (sources.length * categories.length), overlap: USUAL_OVERLAP, passages: share, kappa };
}

/** Null with more than two coders: these programs compare two. @param barU by category, in characters of all sources */
export function asOtherPrograms(
  coding: DoubleCoding,
  lengthOf: (source: DoubleCodedSource) => number,
  barU: readonly (number | Undefined)[],
): OtherPrograms | null {
  if (coding.coders.length !== 2 || coding.categories.length === 0) return null;
  const defined = barU.flatMap((value) => (isUndefined(value) ? [] : [value]));
  return {
    nvivo: nvivo(coding, lengthOf),
    atlas: { alpha: defined.length > 0 ? mean(defined) : undefinedFor('noVariation') },
    maxqda: maxqda(coding),
  };
}
