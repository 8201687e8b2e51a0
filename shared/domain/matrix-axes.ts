// What an axis lists, and which of its entities a category or a passage belongs to.
import { compareValues, shownValue } from './attribute-value.ts';
import { inTreeOrder, lineage } from './category.ts';
import type { Category, Codebook } from './category.ts';
import type { Attribute, AttributeValue, Case, CaseGroup, CasePart, Coder, Participant } from './corpus.ts';
import { Refusal } from './failure.ts';
import type { CaseId, CoderId, ParticipantId, SourceId } from './ids.ts';
import type { AxisEntity, AxisSpec } from './matrix.ts';
import type { Language } from './project.ts';

/** The study's frame: all that axes are made of. Sources in corpus order. */
export interface StudyFrame {
  readonly codebook: Codebook;
  readonly cases: readonly Case[];
  readonly sources: readonly { readonly id: SourceId; readonly name: string; readonly caseIds: readonly CaseId[] }[];
  readonly groups: readonly CaseGroup[];
  readonly parts: readonly CasePart[];
  readonly participants: readonly Participant[];
  readonly coders: readonly Coder[];
  readonly attributes: readonly Attribute[];
  readonly values: readonly AttributeValue[];
}

/** Where a passage stands: what holder axes (case, group of cases, source, participant, attribute) look at. */
export interface PassagePlace {
  readonly sourceId: SourceId;
  /** Positions in the source of the first and last turn it touches. */
  readonly firstTurn: number;
  readonly lastTurn: number;
  /** Speakers of the turns it touches. */
  readonly participantIds: readonly ParticipantId[];
}

export interface CategoryAxis {
  readonly kind: 'categories';
  readonly title: string;
  readonly entities: readonly AxisEntity[];
  /** Category id → index of the entity that it is, or is folded into. */
  readonly entityOf: ReadonlyMap<string, number>;
  /** Categories of the axis' grid or subtree that no entity shows. */
  readonly uncovered: ReadonlySet<string>;
  /** True when some entity stands for more than its own category. */
  readonly folds: boolean;
}

export interface HolderAxis {
  readonly kind: 'holders';
  readonly title: string;
  readonly entities: readonly AxisEntity[];
  readonly entitiesOf: (place: PassagePlace) => readonly number[];
}

/** A coder holds codings, not passages: what a cell under a coder shows is what the matrix of this coder's codings alone would show. */
export interface CoderAxis {
  readonly kind: 'coders';
  readonly title: string;
  readonly entities: readonly AxisEntity[];
  /** Same order as `entities`. */
  readonly coderIds: readonly CoderId[];
}

export type Axis = CategoryAxis | HolderAxis | CoderAxis;

/** Names of the axes that are not the project's own words. */
export interface AxisTitles {
  /** In which values of attributes are shown. */
  readonly language: Language;
  readonly case: string;
  readonly caseGroup: string;
  readonly source: string;
  readonly participant: string;
  readonly coder: string;
}

/** Tints of the cases, by position; the figure's and the prints' as well as the window's. */
export const CASE_COLORS = ['#2f5da8', '#a85e0a', '#2f7a3f', '#8a3f8f', '#8c2f39', '#3d6b73'] as const;

export function caseColor(position: number): string {
  return CASE_COLORS[position % CASE_COLORS.length] ?? CASE_COLORS[0];
}

function categoryAxis(title: string, scope: readonly Category[], heads: readonly Category[], byId: ReadonlyMap<string, Category>): CategoryAxis {
  const entities = heads.map(
    (category): AxisEntity => ({
      kind: 'category',
      key: `category:${category.id}`,
      label: category.name,
      path: lineage(byId, category.id).map((step) => step.name),
      color: category.color,
    }),
  );
  const indexOf = new Map(heads.map((category, index) => [category.id as string, index]));
  const entityOf = new Map<string, number>();
  const uncovered = new Set<string>();
  for (const category of scope) {
    const head = lineage(byId, category.id).findLast((step) => indexOf.has(step.id));
    if (head) entityOf.set(category.id, indexOf.get(head.id) ?? 0);
    else uncovered.add(category.id);
  }
  if (entities.length === 0) throw new Refusal('matrix.axisEmpty', { axis: title });
  return { kind: 'categories', title, entities, entityOf, uncovered, folds: entityOf.size > entities.length };
}

function gridAxis(frame: StudyFrame, gridId: string, level: number | null): CategoryAxis {
  const grid = frame.codebook.find((candidate) => candidate.id === gridId);
  if (!grid) throw new Refusal('matrix.axisUnknown', { axis: 'grid' });
  const categories = inTreeOrder(grid.categories);
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const parents = new Set(categories.map((category) => category.parentId as string | null));
  const isLeaf = (category: Category): boolean => !parents.has(category.id);
  const depth = (category: Category): number => lineage(byId, category.id).length;
  // a branch that ends above the level is shown by its leaf rather than lost
  const heads = categories.filter((category) =>
    level === null ? isLeaf(category) : depth(category) === level || (depth(category) < level && isLeaf(category)),
  );
  return categoryAxis(grid.title, categories, heads, byId);
}

function childrenAxis(frame: StudyFrame, categoryId: string): CategoryAxis {
  const grid = frame.codebook.find((candidate) => candidate.categories.some((category) => category.id === categoryId));
  if (!grid) throw new Refusal('matrix.axisUnknown', { axis: 'category' });
  const categories = inTreeOrder(grid.categories);
  const byId = new Map(categories.map((category) => [category.id as string, category]));
  const own = categories.filter((category) => category.parentId === categoryId);
  // those seen here too come after the ones that belong here; with them, what stands below them
  const guests = categories.filter((category) => category.alsoUnder.some((parentId) => parentId === categoryId));
  const heads = [...own, ...guests];
  const roots = new Set<string>([categoryId, ...guests.map(({ id }) => id)]);
  const scope = categories.filter((category) => lineage(byId, category.id).some((step) => roots.has(step.id)));
  return categoryAxis(byId.get(categoryId)?.name ?? '', scope, heads, byId);
}

/** Cases that hold a passage: those of its source, of its speakers, and of the parts of its source that it touches. */
function casesOf(frame: StudyFrame): (place: PassagePlace) => ReadonlySet<string> {
  const bySource = new Map(frame.sources.map((source) => [source.id as string, source.caseIds]));
  const parts = Map.groupBy(frame.parts, ({ sourceId }) => sourceId as string);
  const byParticipant = new Map(frame.participants.map((participant) => [participant.id as string, participant.caseId]));
  return (place) => {
    const cases = new Set<string>(bySource.get(place.sourceId) ?? []);
    for (const participantId of place.participantIds) {
      const caseId = byParticipant.get(participantId);
      if (caseId) cases.add(caseId);
    }
    for (const part of parts.get(place.sourceId) ?? []) if (part.first <= place.lastTurn && part.last >= place.firstTurn) cases.add(part.caseId);
    return cases;
  };
}

/** Whose words are studied: everybody but interviewers, unless there is nobody else. */
export function peopleStudied(participants: readonly Participant[]): readonly Participant[] {
  const people = participants.filter(({ isInterviewer }) => !isInterviewer);
  return people.length > 0 ? people : participants;
}

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly color?: string;
}

function flatEntities(kind: AxisEntity['kind'], title: string, things: readonly Thing[]): AxisEntity[] {
  if (things.length === 0) throw new Refusal('matrix.axisEmpty', { axis: title });
  return things.map((thing) => ({ kind, key: `${kind}:${thing.id}`, label: thing.name, path: [thing.name], color: thing.color ?? null }));
}

function holderAxis(kind: AxisEntity['kind'], title: string, things: readonly Thing[], idsOf: (place: PassagePlace) => Iterable<string>): HolderAxis {
  const index = new Map(things.map((thing, position) => [thing.id, position]));
  return {
    kind: 'holders',
    title,
    entities: flatEntities(kind, title, things),
    entitiesOf: (place) => [...new Set(idsOf(place))].flatMap((id) => index.get(id) ?? []),
  };
}

function groupAxis(frame: StudyFrame, title: string): HolderAxis {
  const cases = casesOf(frame);
  return holderAxis('caseGroup', title, frame.groups, (place) => {
    const held = cases(place);
    return frame.groups.filter(({ caseIds }) => caseIds.some((id) => held.has(id))).map(({ id }) => id);
  });
}

function attributeAxis(frame: StudyFrame, attributeId: string, language: Language): HolderAxis {
  const attribute = frame.attributes.find((candidate) => candidate.id === attributeId);
  if (!attribute) throw new Refusal('matrix.axisUnknown', { axis: 'attribute' });
  const studied = attribute.scope === 'participant' ? new Set<string>(peopleStudied(frame.participants).map(({ id }) => id)) : null;
  const given = frame.values.filter((value) => value.attributeId === attributeId && (studied?.has(value.targetId) ?? true));
  const values = new Map(given.map(({ targetId, value }) => [targetId, value]));
  const distinct = [...new Set(values.values())].sort(compareValues(attribute));
  const cases = casesOf(frame);
  const targets = (place: PassagePlace): Iterable<string> =>
    attribute.scope === 'source' ? [place.sourceId] : attribute.scope === 'case' ? cases(place) : place.participantIds;
  const things = distinct.map((value) => ({ id: `${attributeId}=${value}`, name: shownValue(value, attribute.type, language) }));
  return holderAxis('attribute', attribute.name, things, (place) =>
    [...targets(place)].flatMap((id) => (values.has(id) ? [`${attributeId}=${values.get(id)}`] : [])),
  );
}

/** The axis that a spec names, in this study. Refuses one that names something gone, or that would list nothing. */
export function resolveAxis(spec: AxisSpec, frame: StudyFrame, titles: AxisTitles): Axis {
  switch (spec.kind) {
    case 'grid':
      return gridAxis(frame, spec.gridId, spec.level);
    case 'category':
      return childrenAxis(frame, spec.categoryId);
    case 'case':
      return holderAxis(
        'case',
        titles.case,
        frame.cases.map((item) => ({ ...item, color: caseColor(item.position) })),
        casesOf(frame),
      );
    case 'caseGroup':
      return groupAxis(frame, titles.caseGroup);
    case 'source':
      return holderAxis('source', titles.source, frame.sources, (place) => [place.sourceId]);
    case 'participant':
      return holderAxis('participant', titles.participant, peopleStudied(frame.participants), (place) => place.participantIds);
    case 'coder':
      return {
        kind: 'coders',
        title: titles.coder,
        entities: flatEntities('coder', titles.coder, frame.coders),
        coderIds: frame.coders.map(({ id }) => id),
      };
    case 'attribute':
      return attributeAxis(frame, spec.attributeId, titles.language);
  }
}

/** Case names of a passage, in the cases' order: for citations. */
export function caseNamesOf(frame: StudyFrame): (place: PassagePlace) => string[] {
  const cases = casesOf(frame);
  return (place) => {
    const ids = cases(place);
    return frame.cases.filter((item) => ids.has(item.id)).map((item) => item.name);
  };
}
