// What several coders marked in the sources that all of them coded: the ground on which they are compared.
import { coderPairs } from '../statistics/agreement-ratings.ts';
import { withoutOverlap } from '../statistics/agreement-spans.ts';
import type { Span } from '../statistics/stretch.ts';
import { undefinedFor } from '../statistics/undefined.ts';
import type { Undefined } from '../statistics/undefined.ts';
import type { AgreementScope, LeftOutSource, OutsideCategory } from './agreement.ts';
import { inTreeOrder, lineage } from './category.ts';
import type { CategoryId, CoderId, GridId, PassageId, SourceId } from './ids.ts';
import type { CodedPassage, StudyFrame } from './matrix-axis.ts';

export interface MarkedPassage extends Span {
  readonly id: PassageId;
}

export interface ComparedCategory {
  readonly id: CategoryId;
  readonly gridId: GridId;
  readonly name: string;
  readonly path: readonly string[];
}

export interface DoubleCodedSource {
  readonly id: SourceId;
  readonly name: string;
  /** By number of the category, by coder: what each marked. Categories that nobody applied here are absent. */
  readonly marks: ReadonlyMap<number, readonly (readonly MarkedPassage[])[]>;
}

export interface DoubleCoding {
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[];
  /** Applied by somebody in the sources compared, in codebook order. */
  readonly categories: readonly ComparedCategory[];
  /** Applied by nobody compared. */
  readonly unused: number;
  readonly outside: readonly OutsideCategory[];
  readonly grids: readonly { readonly id: GridId; readonly title: string }[];
  readonly sources: readonly DoubleCodedSource[];
  readonly leftOut: readonly LeftOutSource[];
}

function categoriesOf({ codebook }: StudyFrame, gridIds: AgreementScope['gridIds']): ComparedCategory[] {
  const chosen = gridIds && new Set<string>(gridIds);
  return codebook
    .filter(({ id }) => !chosen || chosen.has(id))
    .flatMap((grid) => {
      const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
      return inTreeOrder(grid.categories).map(({ id, name }) => ({
        id,
        gridId: grid.id,
        name,
        path: [grid.title, ...lineage(byId, id).map((step) => step.name)],
      }));
    });
}

/** In each source, what each coder marked with each category, by their numbers. */
function marksIn(
  passages: readonly CodedPassage[],
  numbers: ReadonlyMap<string, number>,
  coders: ReadonlyMap<string, number>,
): Map<number, MarkedPassage[][]> {
  const marks = new Map<number, MarkedPassage[][]>();
  for (const { ids, start, end, codings } of passages) {
    const [id] = ids;
    if (!id || end <= start) continue;
    for (const { categoryId, coderId } of codings) {
      const [category, coder] = [numbers.get(categoryId), coders.get(coderId)];
      if (category === undefined || coder === undefined) continue;
      let own = marks.get(category);
      if (!own) marks.set(category, (own = Array.from({ length: coders.size }, () => [])));
      own[coder]?.push({ id, start, end });
    }
  }
  return marks;
}

function whoCoded(marks: ReadonlyMap<number, readonly (readonly MarkedPassage[])[]>, coders: number): boolean[] {
  return Array.from({ length: coders }, (_, coder) => [...marks.values()].some((own) => (own[coder]?.length ?? 0) > 0));
}

/** The two coders who coded most sources in common; whoever coded, where nobody did. */
function nearestPair(
  { sources, coders }: StudyFrame,
  passagesIn: (id: SourceId) => readonly CodedPassage[],
  numbers: ReadonlyMap<string, number>,
): readonly CoderId[] {
  const codedBy = sources.map(({ id }) => {
    const who = passagesIn(id).flatMap(({ codings }) => codings.flatMap(({ categoryId, coderId }) => (numbers.has(categoryId) ? [coderId] : [])));
    return new Set<CoderId>(who);
  });
  const active = coders.map(({ id }) => id).filter((id) => codedBy.some((who) => who.has(id)));
  const pairs = coderPairs(active.length).map(([a, b]) => [active[a], active[b]].filter((id) => id !== undefined));
  const common = (pair: readonly CoderId[]): number => codedBy.filter((who) => pair.every((id) => who.has(id))).length;
  return pairs.toSorted((one, other) => common(other) - common(one))[0] ?? active;
}

/** Sources in corpus order. Undefined with fewer than two coders, or where no source was coded by all of them. */
export function doubleCoding(
  frame: StudyFrame,
  passagesIn: (id: SourceId) => readonly CodedPassage[],
  { coderIds, gridIds }: AgreementScope,
): DoubleCoding | Undefined {
  const all = categoriesOf(frame, gridIds);
  const numbers = new Map(all.map(({ id }, number) => [id as string, number]));
  const chosen = coderIds.length > 0 ? [...new Set(coderIds)] : nearestPair(frame, passagesIn, numbers);
  const coders = chosen.flatMap((id) => frame.coders.find((coder) => coder.id === id) ?? []);
  if (coders.length < chosen.length) return undefinedFor('gone');
  if (coders.length < 2) return undefinedFor('oneCoder');
  const places = new Map(coders.map(({ id }, place) => [id as string, place]));
  const sources: DoubleCodedSource[] = [];
  const leftOut: LeftOutSource[] = [];
  const elsewhere = new Map<number, number>();
  for (const { id, name } of frame.sources) {
    const marks = marksIn(passagesIn(id), numbers, places);
    if (marks.size === 0) continue;
    const did = whoCoded(marks, coders.length);
    if (did.every(Boolean)) sources.push({ id, name, marks });
    else {
      leftOut.push({ id, name, without: coders.flatMap((coder, at) => (did[at] ? [] : [coder.name])) });
      for (const [number, own] of marks) elsewhere.set(number, (elsewhere.get(number) ?? 0) + own.flat().length);
    }
  }
  if (sources.length === 0) return undefinedFor('noCommonSource');
  return {
    ...keepUsed(all, sources, elsewhere),
    coders: coders.map(({ id, name }) => ({ id, name })),
    grids: frame.codebook.filter(({ id }) => gridIds === null || gridIds.includes(id)).map(({ id, title }) => ({ id, title })),
    leftOut,
  };
}

/** Categories are numbered anew, without those that nobody applied. `elsewhere`: codings in the sources left out, by number of the category. */
function keepUsed(
  all: readonly ComparedCategory[],
  sources: readonly DoubleCodedSource[],
  elsewhere: ReadonlyMap<number, number>,
): Pick<DoubleCoding, 'categories' | 'sources' | 'unused' | 'outside'> {
  const used = [...new Set(sources.flatMap(({ marks }) => [...marks.keys()]))].sort((a, b) => a - b);
  const again = new Map(used.map((number, at) => [number, at]));
  const outside = all.flatMap(({ id, path }, number) => {
    const codings = again.has(number) ? undefined : elsewhere.get(number);
    return codings === undefined ? [] : [{ id, path, codings, value: undefinedFor('outsideSample') }];
  });
  return {
    categories: used.flatMap((number) => all[number] ?? []),
    unused: all.length - used.length - outside.length,
    outside,
    sources: sources.map((source) => ({
      ...source,
      marks: new Map([...source.marks].map(([number, own]) => [again.get(number) ?? 0, own])),
    })),
  };
}

/** What coders marked as units that do not overlap within one coder, by their starts. */
export function apart(marks: readonly (readonly Span[])[]): Span[][] {
  return marks.map(withoutOverlap);
}
