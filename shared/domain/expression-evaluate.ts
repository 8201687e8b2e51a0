// Which passages of a source an expression keeps, and which of their codings.
import type { PassageFilter } from './expression-filter.ts';
import { IntervalIndex } from './interval-index.ts';
import type { CodedPassage, PlacedCoding } from './matrix-axis.ts';

/** By passage: the codings that are kept; none: the passage is not. */
export type Kept = readonly (readonly PlacedCoding[])[];

const NONE: readonly PlacedCoding[] = [];

/** For each passage, whether some other one (or itself) that is kept stands so to it. */
function relatedTo(
  { relation, withinUtf16 }: PassageFilter & { kind: 'relation' },
  passages: readonly CodedPassage[],
  others: Kept,
): (passage: CodedPassage) => boolean {
  const standing = passages.filter((_, index) => (others[index]?.length ?? 0) > 0);
  if (relation === 'sameTurn') {
    const turns = new IntervalIndex(standing.map(({ firstTurn, lastTurn }) => ({ low: firstTurn, high: lastTurn })));
    return ({ firstTurn, lastTurn }) => turns.touching(firstTurn, lastTurn).length > 0;
  }
  if (relation === 'sameQuestion') {
    const answered = new Set(standing.flatMap(({ answers }) => answers));
    return ({ answers }) => answers.some((question) => answered.has(question));
  }
  if (relation === 'precedes') {
    const latest = standing.reduce((most, { start }) => Math.max(most, start), -1);
    return ({ end }) => end <= latest;
  }
  const index = new IntervalIndex(standing.map(({ start, end }) => ({ low: start, high: relation === 'near' ? end : end - 1 })));
  if (relation === 'near') return ({ start, end }) => index.touching(start - withinUtf16, end + withinUtf16).length > 0;
  if (relation === 'overlaps') return ({ start, end }) => index.touching(start, end - 1).length > 0;
  return ({ start, end }) => index.touching(start, end - 1).some(({ low, high }) => low <= start && high >= end - 1);
}

/**
 * What a filter keeps of these codings (`world`, by passage). A condition on codings narrows them down, and what stands beside it under
 * AND looks at those alone: « "Gouvernance" AND coder = "AB" » is what AB coded so. Anything else keeps all codings of a passage or none.
 */
function evaluate(filter: PassageFilter, passages: readonly CodedPassage[], world: Kept): Kept {
  const where = (holds: (passage: CodedPassage, codings: readonly PlacedCoding[]) => boolean): Kept =>
    passages.map((passage, index) => {
      const codings = world[index] ?? NONE;
      return codings.length > 0 && holds(passage, codings) ? codings : NONE;
    });
  switch (filter.kind) {
    case 'categories':
      return where((_, codings) => codings.some(({ categoryId }) => filter.ids.has(categoryId)));
    case 'coding':
      return world.map((codings) => codings.filter(filter.holds));
    case 'passage':
      return where(filter.holds);
    case 'not': {
      const held = evaluate(filter.of, passages, world);
      return world.map((codings, index) => (held[index]?.length ? NONE : codings));
    }
    case 'or': {
      const parts = filter.parts.map((part) => evaluate(part, passages, world));
      return world.map((codings, index) =>
        parts.some((part) => part[index] === codings) ? codings : codings.filter((coding) => parts.some((part) => part[index]?.includes(coding))),
      );
    }
    case 'and': {
      const codingParts = filter.parts.filter((part) => part.kind === 'coding');
      const narrowed =
        codingParts.length === 0 ? world : world.map((codings) => codings.filter((coding) => codingParts.every((part) => part.holds(coding))));
      const parts = filter.parts.filter((part) => part.kind !== 'coding').map((part) => evaluate(part, passages, narrowed));
      return narrowed.map((codings, index) =>
        parts.every((part) => part[index] === codings) ? codings : codings.filter((coding) => parts.every((part) => part[index]?.includes(coding))),
      );
    }
    case 'relation': {
      const first = evaluate(filter.first, passages, world);
      const isRelated = relatedTo(filter, passages, evaluate(filter.second, passages, world));
      return first.map((codings, index) => (codings.length > 0 && isRelated(passages[index] as CodedPassage) ? codings : NONE));
    }
  }
}

/** @param passages all coded passages of one source */
export function keepsOf(filter: PassageFilter, passages: readonly CodedPassage[]): Kept {
  return evaluate(
    filter,
    passages,
    passages.map(({ codings }) => codings),
  );
}
