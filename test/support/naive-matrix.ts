// The matrix counted the slow way, from the rules of CLI.md alone: for every cell, every stretch of text, every coding. Shares
// nothing with the engine but the shapes of the study's frame.
import type { Category } from '../../shared/domain/category.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axes.ts';
import type { AxisSpec, JoinRule } from '../../shared/domain/matrix.ts';
import type { Stance } from '../../shared/domain/source.ts';

export interface NaiveCoding {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly firstTurn: number;
  readonly lastTurn: number;
  /** Participants who speak in the turns it touches. */
  readonly speakers: readonly string[];
  readonly category: string;
  readonly coder: string;
  readonly stance: Stance | null;
}

export interface NaiveCell {
  readonly codings: number;
  /** `source/start/end` of each. */
  readonly passages: readonly string[];
  readonly sources: number;
  /** Category id → number of passages. */
  readonly categories: Readonly<Record<string, number>>;
  readonly stance: Readonly<Record<Stance, number>>;
}

interface Entity {
  readonly axis: number;
  readonly key: string;
  /** Categories that the entity stands for; null for an entity that is none. */
  readonly categories: readonly string[] | null;
  readonly holds: (coding: NaiveCoding) => boolean;
  readonly coder: string | null;
}

interface Axis {
  readonly entities: readonly Entity[];
  readonly folds: boolean;
  readonly scope: readonly string[];
}

const everything = (): boolean => true;

function ancestorsAndSelf(categories: readonly Category[], id: string): string[] {
  const own = categories.find((category) => category.id === id);
  return own ? [own.id, ...(own.parentId === null ? [] : ancestorsAndSelf(categories, own.parentId))] : [];
}

function categoryAxis(axis: number, all: readonly Category[], scope: readonly Category[], heads: readonly Category[]): Axis {
  const entities = heads.map((head) => ({
    axis,
    key: `category:${head.id}`,
    categories: scope.filter((category) => ancestorsAndSelf(all, category.id).includes(head.id)).map((category) => category.id as string),
    holds: everything,
    coder: null,
  }));
  return { entities, folds: entities.some((entity) => entity.categories.length > 1), scope: scope.map((category) => category.id) };
}

/** Cases that a coding's passage belongs to: its source's, its speakers', and those of the parts where one of its turns lies. */
function casesOf(frame: StudyFrame, coding: NaiveCoding): string[] {
  const own = frame.sources.find((source) => source.id === coding.source)?.caseIds ?? [];
  const turns = Array.from({ length: coding.lastTurn - coding.firstTurn + 1 }, (_, at) => coding.firstTurn + at);
  const parts = frame.parts.filter((part) => part.sourceId === coding.source && turns.some((turn) => turn >= part.first && turn <= part.last));
  const people = frame.participants.filter((person) => coding.speakers.includes(person.id));
  return [...own, ...people.flatMap((person) => person.caseId ?? []), ...parts.map(({ caseId }) => caseId)];
}

/** Those whose words are studied: interviewers only where there is nobody else. */
function peopleOf(frame: StudyFrame): string[] {
  const isInterview = frame.participants.some((person) => !person.isInterviewer);
  return frame.participants.filter((person) => !isInterview || !person.isInterviewer).map(({ id }) => id);
}

function flatAxis(axis: number, keys: readonly string[], holds: (key: string, coding: NaiveCoding) => boolean): Axis {
  return {
    entities: keys.map((key) => ({ axis, key, categories: null, holds: (coding) => holds(key, coding), coder: null })),
    folds: false,
    scope: [],
  };
}

function attributeAxis(axis: number, frame: StudyFrame, attributeId: string): Axis {
  const scope = frame.attributes.find((attribute) => attribute.id === attributeId)?.scope;
  const people = peopleOf(frame);
  const isHeard = (targetId: string): boolean => scope !== 'participant' || people.includes(targetId);
  const values = frame.values.filter((value) => value.attributeId === attributeId && isHeard(value.targetId));
  const keys = [...new Set(values.map(({ value }) => `attribute:${attributeId}=${value}`))];
  return flatAxis(axis, keys, (key, coding) => {
    const targets = scope === 'source' ? [coding.source] : scope === 'participant' ? coding.speakers : casesOf(frame, coding);
    return values.some(({ targetId, value }) => targets.includes(targetId) && key === `attribute:${attributeId}=${value}`);
  });
}

function gridAxis(axis: number, frame: StudyFrame, gridId: string, level: number | null): Axis {
  const categories = frame.codebook.find((grid) => grid.id === gridId)?.categories ?? [];
  const isLeaf = (category: Category): boolean => !categories.some((other) => other.parentId === category.id);
  const depth = (category: Category): number => ancestorsAndSelf(categories, category.id).length;
  const isHead = (category: Category): boolean =>
    level === null ? isLeaf(category) : depth(category) === level || (isLeaf(category) && depth(category) < level);
  return categoryAxis(axis, categories, categories, categories.filter(isHead));
}

function axisOf(spec: AxisSpec, axis: number, frame: StudyFrame): Axis {
  switch (spec.kind) {
    case 'grid':
      return gridAxis(axis, frame, spec.gridId, spec.level);
    case 'category': {
      const all = frame.codebook.find((grid) => grid.categories.some((category) => category.id === spec.categoryId))?.categories ?? [];
      const scope = all.filter((category) => ancestorsAndSelf(all, category.id).includes(spec.categoryId));
      return categoryAxis(
        axis,
        all,
        scope,
        all.filter((category) => category.parentId === spec.categoryId),
      );
    }
    case 'case':
      return flatAxis(
        axis,
        frame.cases.map(({ id }) => `case:${id}`),
        (key, coding) => casesOf(frame, coding).some((id) => key === `case:${id}`),
      );
    case 'caseGroup':
      return flatAxis(
        axis,
        frame.groups.map(({ id }) => `caseGroup:${id}`),
        (key, coding) =>
          frame.groups.some((group) => key === `caseGroup:${group.id}` && casesOf(frame, coding).some((id) => group.caseIds.includes(id as never))),
      );
    case 'source':
      return flatAxis(
        axis,
        frame.sources.map(({ id }) => `source:${id}`),
        (key, coding) => key === `source:${coding.source}`,
      );
    case 'participant':
      return flatAxis(
        axis,
        peopleOf(frame).map((id) => `participant:${id}`),
        (key, coding) => coding.speakers.some((id) => key === `participant:${id}`),
      );
    case 'coder':
      return {
        entities: frame.coders.map(({ id }) => ({ axis, key: `coder:${id}`, categories: null, holds: everything, coder: id })),
        folds: false,
        scope: [],
      };
    case 'attribute':
      return attributeAxis(axis, frame, spec.attributeId);
  }
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

export function naiveMatrix(
  frame: StudyFrame,
  rows: readonly AxisSpec[],
  columns: readonly AxisSpec[],
  codings: readonly NaiveCoding[],
  join: JoinRule,
  given: GivenStances,
): NaiveMatrix {
  const axes = [...rows, ...columns].map((spec, axis) => axisOf(spec, axis, frame));
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
