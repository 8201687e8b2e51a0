// Where coders differ: stretches that they did not give the same category, or not to the same words, in the order of the texts.
import { markedStretches } from '../statistics/agreement-spans.ts';
import type { CoderSet } from '../statistics/agreement-spans.ts';
import { union } from '../statistics/stretch.ts';
import type { Span } from '../statistics/stretch.ts';
import type { Disagreement, DisagreementScope } from './agreement.ts';
import type { DoubleCodedSource, DoubleCoding, MarkedPassage } from './double-coding.ts';

export type DisagreementPlace = Omit<Disagreement, 'text' | 'isCut'>;

type Stretches = readonly (Span & { readonly by: CoderSet })[];

/** Stretches that follow each other without a gap: one matter. */
function chains(stretches: Stretches): Stretches[] {
  const found: (Span & { readonly by: CoderSet })[][] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.at(-1)?.end === stretch.start) last.push(stretch);
    else found.push([stretch]);
  }
  return found;
}

function placesIn(
  { coders, categories }: DoubleCoding,
  { id: sourceId, name: source }: DoubleCodedSource,
  number: number,
  marks: readonly (readonly MarkedPassage[])[],
): DisagreementPlace[] {
  const everybody = 2 ** coders.length - 1;
  const category = categories[number];
  if (!category) return [];
  return chains(markedStretches(marks)).flatMap((chain): DisagreementPlace[] => {
    if (chain.every(({ by }) => by === everybody)) return [];
    const [start, end] = [chain[0]?.start ?? 0, chain.at(-1)?.end ?? 0];
    const passage = marks.flat().find((one) => one.start < end && one.end > start);
    if (!passage) return [];
    const about = chain.reduce((set, { by }) => set | by, 0) === everybody ? 'ends' : 'applied';
    const markedBy = (coder: number): Span[] =>
      union(chain.filter(({ by }) => (by >> coder) & 1).map((stretch) => ({ start: stretch.start - start, end: stretch.end - start })));
    const each = coders.map(({ name }, coder) => ({ name, marked: markedBy(coder) }));
    return [{ sourceId, source, categoryId: category.id, category: category.name, start, end, coders: each, about, passageId: passage.id }];
  });
}

export function disagreementsIn(coding: DoubleCoding, { categoryId, sourceId, about }: Omit<DisagreementScope, 'most'>): DisagreementPlace[] {
  const sources = coding.sources.filter(({ id }) => sourceId === null || id === sourceId);
  return sources.flatMap((source) =>
    [...source.marks]
      .filter(([number]) => categoryId === null || coding.categories[number]?.id === categoryId)
      .flatMap(([number, marks]) => placesIn(coding, source, number, marks))
      .filter((place) => about === 'all' || place.about === about)
      .sort((a, b) => a.start - b.start || a.end - b.end),
  );
}
