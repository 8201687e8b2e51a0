// The matrix counted the slow way, from the rules of CLI.md alone: for every cell, every stretch of text, every coding. Shares
// nothing with the engine but the shapes of the study's frame.
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { AxisSpec, JoinRule } from '../../shared/domain/matrix.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { naiveAxis } from './naive-axes.ts';
import type { NaiveEntity as Entity } from './naive-axes.ts';
import { naiveKept } from './naive-expression.ts';
import type { NaiveCoding } from './naive-expression.ts';

export interface NaiveCell {
  readonly codings: number;
  /** `source/start/end` of each. */
  readonly passages: readonly string[];
  readonly sources: number;
  /** Category id → number of passages. */
  readonly categories: Readonly<Record<string, number>>;
  readonly stance: Readonly<Record<Stance, number>>;
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((before, list) => before.flatMap((chosen) => list.map((item) => [...chosen, item])), [[]]);
}

const placeOf = (coding: NaiveCoding): string => `${coding.source}/${coding.start}/${coding.end}`;

function meets(a: NaiveCoding, b: NaiveCoding, join: JoinRule): boolean {
  if (a.source !== b.source) return false;
  if (join.kind === 'passage') return a.start === b.start && a.end === b.end;
  if (join.kind === 'overlap') return a.start < b.end && b.start < a.end;
  if (join.kind === 'turn') return a.firstTurn <= b.lastTurn && b.firstTurn <= a.lastTurn;
  return b.start - a.end <= join.withinUtf16 && a.start - b.end <= join.withinUtf16;
}

export interface NaiveMatrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly NaiveCell[])[];
  readonly totals: { readonly codings: number; readonly passages: number; readonly sources: number };
  readonly omittedCodings: number;
  /** An axis that lists nothing. */
  readonly hasEmptyAxis: boolean;
}

/** (cell key, place) → stance given in the cell. */
export type GivenStances = ReadonlyMap<string, ReadonlyMap<string, Stance>>;

/** A meeting of a passage with one category per category axis, and the codings that make it. */
interface Meeting {
  readonly place: string;
  readonly categories: readonly string[];
  readonly entities: readonly Entity[];
  readonly evidence: readonly NaiveCoding[];
}

export interface NaiveRules {
  readonly join: JoinRule;
  readonly coderIds: readonly string[] | null;
  readonly where: readonly string[];
}

/** All of them at once, as one expression whose parts AND joins. */
function keptByAll(where: readonly string[], codings: readonly NaiveCoding[], frame: StudyFrame): readonly NaiveCoding[] {
  const parts = where.map(parseExpression);
  return naiveKept({ kind: 'and', parts }, codings, frame);
}

export function naiveMatrix(
  frame: StudyFrame,
  rows: readonly AxisSpec[],
  columns: readonly AxisSpec[],
  every: readonly NaiveCoding[],
  { join, coderIds, where }: NaiveRules,
  given: GivenStances,
): NaiveMatrix {
  const chosen = every.filter(({ coder }) => coderIds === null || coderIds.includes(coder));
  const codings = keptByAll(where, chosen, frame);
  const axes = [...rows, ...columns].map((spec, axis) => naiveAxis(spec, axis, frame, codings));
  const rowEntities = product(axes.slice(0, rows.length).map((axis) => axis.entities));
  const columnEntities = product(axes.slice(rows.length).map((axis) => axis.entities));
  const columnsFold = axes.slice(rows.length).some((axis) => axis.folds);
  const lists = (entity: Entity): boolean => axes[entity.axis]?.folds === true && (columnsFold ? entity.axis >= rows.length : true);
  const allMeetings: Meeting[] = [];
  const cells = rowEntities.map((row) =>
    columnEntities.map((column) => {
      const meetings = meetingsOf([...row, ...column], codings, join);
      allMeetings.push(...meetings);
      const key = [...new Set([...row, ...column].map((entity) => entity.key))].sort().join('|');
      return cellOf(meetings, lists, given.get(key) ?? new Map());
    }),
  );
  const crossed = axes.flatMap((axis) => axis.scope);
  const covered = axes.flatMap((axis) => axis.entities.flatMap((entity) => entity.categories ?? []));
  return {
    rows: rowEntities.map((entities) => entities.map(({ key }) => key).join('|')),
    columns: columnEntities.map((entities) => entities.map(({ key }) => key).join('|')),
    cells,
    totals: {
      codings: new Set(allMeetings.map(({ place, categories }) => `${place} ${categories.join('+')}`)).size,
      passages: new Set(allMeetings.map(({ place }) => place)).size,
      sources: new Set(allMeetings.map(({ place }) => place.split('/')[0])).size,
    },
    omittedCodings: codings.filter(({ category }) => crossed.includes(category) && !covered.includes(category)).length,
    hasEmptyAxis: axes.some((axis) => axis.entities.length === 0),
  };
}

/** Every way in which a passage and categories of these entities meet. */
function meetingsOf(entities: readonly Entity[], codings: readonly NaiveCoding[], join: JoinRule): Meeting[] {
  const coders = entities.flatMap(({ coder }) => coder ?? []);
  const byAll = (place: string, category: string): boolean =>
    coders.every((coder) => codings.some((coding) => placeOf(coding) === place && coding.category === category && coding.coder === coder));
  const counts = (coding: NaiveCoding): boolean => coders.length === 0 || (coders.includes(coding.coder) && byAll(placeOf(coding), coding.category));
  const categoryEntities = entities.filter(({ categories }) => categories !== null);
  const meetings: Meeting[] = [];
  for (const place of new Set(codings.map(placeOf))) {
    const own = codings.filter((coding) => placeOf(coding) === place);
    const [sample] = own;
    if (!sample || !entities.every((entity) => entity.holds(sample))) continue;
    if (categoryEntities.length === 0) {
      for (const category of new Set(own.filter(counts).map((coding) => coding.category))) {
        meetings.push({
          place,
          categories: [category],
          entities: [],
          evidence: own.filter((coding) => coding.category === category && counts(coding)),
        });
      }
      continue;
    }
    const choices = categoryEntities.map((entity, index) => {
      const within = index === 0 ? own : codings.filter((coding) => meets(sample, coding, join));
      return [...new Set(within.filter(counts).map((coding) => coding.category))].filter((category) => entity.categories?.includes(category));
    });
    for (const categories of product(choices)) {
      const evidence = categories.flatMap((category, index) => {
        const here = own.filter((coding) => coding.category === category && counts(coding));
        return index === 0 || here.length > 0
          ? here
          : codings.filter((coding) => coding.category === category && counts(coding) && meets(sample, coding, join));
      });
      meetings.push({ place, categories, entities: categoryEntities, evidence });
    }
  }
  return meetings;
}

function cellOf(meetings: readonly Meeting[], lists: (entity: Entity) => boolean, given: ReadonlyMap<string, Stance>): NaiveCell {
  const places = [...new Set(meetings.map(({ place }) => place))];
  const found: Record<string, Set<string>> = {};
  for (const { place, categories, entities } of meetings) {
    entities.forEach((entity, index) => {
      const category = categories[index] ?? '';
      if (!lists(entity) || entity.key === `category:${category}`) return;
      found[category] ??= new Set();
      found[category].add(place);
    });
  }
  const stance = { supports: 0, contrasts: 0, mentions: 0 };
  for (const place of places) {
    const stances = meetings.filter((meeting) => meeting.place === place).flatMap(({ evidence }) => evidence.map((coding) => coding.stance));
    const one = given.get(place) ?? (['contrasts', 'supports', 'mentions'] as const).find((candidate) => stances.includes(candidate));
    if (one) stance[one] += 1;
  }
  return {
    codings: new Set(meetings.map(({ place, categories }) => `${place} ${categories.join('+')}`)).size,
    passages: places.sort(),
    sources: new Set(places.map((place) => place.split('/')[0])).size,
    categories: Object.fromEntries(Object.entries(found).map(([category, carriers]) => [category, carriers.size])),
    stance,
  };
}
