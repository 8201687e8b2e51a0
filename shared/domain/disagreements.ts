// Where coders differ: stretches that they did not give the same category, or not to the same words, in the order of the texts.
import { markedStretches } from '../statistics/agreement-spans.ts';
import type { CoderSet } from '../statistics/agreement-spans.ts';
import { union } from '../statistics/stretch.ts';
import type { Span } from '../statistics/stretch.ts';
import type { Disagreement, DisagreementScope } from './agreement.ts';
import type { DoubleCodedSource, DoubleCoding, MarkedPassage } from './double-coding.ts';

/** Without its words, and without what became of it. */
export type DisagreementPlace = Omit<Disagreement, 'text' | 'isCut' | 'before' | 'after' | 'decision'>;

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
  insteadIn: (place: Span, coder: number) => readonly string[],
): DisagreementPlace[] {
  const everybody = 2 ** coders.length - 1;
  const category = categories[number];
  if (!category) return [];
  return chains(markedStretches(marks)).flatMap((chain): DisagreementPlace[] => {
    if (chain.every(({ by }) => by === everybody)) return [];
    const [start, end] = [chain[0]?.start ?? 0, chain.at(-1)?.end ?? 0];
    const passage = marks.flat().find((one) => one.start < end && one.end > start);
    if (!passage) return [];
    const markedBy = (coder: number): Span[] =>
      union(chain.filter(({ by }) => (by >> coder) & 1).map((stretch) => ({ start: stretch.start - start, end: stretch.end - start })));
    const each = coders.map(({ id, name }, coder) => ({ id, name, marked: markedBy(coder), instead: insteadIn({ start, end }, coder) }));
    const without = each.filter(({ marked }) => marked.length === 0);
    const about = without.length === 0 ? 'ends' : without.some(({ instead }) => instead.length > 0) ? 'other' : 'applied';
    return [{ sourceId, source, categoryId: category.id, category: category.name, start, end, coders: each, about, passageId: passage.id }];
  });
}

/** Other categories of the same grid that a coder gave words of a place. */
function insteadOf({ categories }: DoubleCoding, { marks }: DoubleCodedSource, number: number): (place: Span, coder: number) => string[] {
  const others = [...marks].filter(([other]) => other !== number && categories[other]?.gridId === categories[number]?.gridId);
  return ({ start, end }, coder) =>
    others.flatMap(([other, own]) => (own[coder]?.some((one) => one.start < end && one.end > start) ? [categories[other]?.name ?? ''] : []));
}

/** In this place somebody had what this coder had not, or not all of it; or the other way round. */
const concerns = ({ coders }: DisagreementPlace, coderId: string): boolean => coders.some(({ id, marked }) => id === coderId && marked.length === 0);

type Narrowing = Pick<DisagreementScope, 'categoryId' | 'sourceId' | 'about' | 'coderId'>;

export function disagreementsIn(coding: DoubleCoding, { categoryId, sourceId, about, coderId }: Narrowing): DisagreementPlace[] {
  const sources = coding.sources.filter(({ id }) => sourceId === null || id === sourceId);
  return sources.flatMap((source) =>
    [...source.marks]
      .filter(([number]) => categoryId === null || coding.categories[number]?.id === categoryId)
      .flatMap(([number, marks]) => placesIn(coding, source, number, marks, insteadOf(coding, source, number)))
      .filter((place) => (about === 'all' || place.about === about) && (coderId === null || concerns(place, coderId)))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  );
}
