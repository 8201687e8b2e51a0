// What an axis lists, and which of its entities a category or a passage belongs to; what axes make together: headers, and a table one can read.
import { compileFilter } from './expression-filter.ts';
import { keepsOf } from './expression-evaluate.ts';
import { Refusal } from './failure.ts';
import type { AxisSpec, MatrixHeader } from './matrix.ts';
import type { Axis, AxisTitles, CoderAxis, HolderAxis, StudyFrame } from './matrix-axis.ts';
import { childrenAxis, gridAxis, pickedCategoriesAxis, pickedThings } from './matrix-category-axes.ts';
import { attributeAxis, casesOf, flatEntities, periodAxis, sourceKindAxis, speakerAxis, themeAxis, thingsAxis } from './matrix-holder-axes.ts';
import type { CasePlace } from './matrix-holder-axes.ts';

function coderAxis(title: string, coders: StudyFrame['coders']): CoderAxis {
  return { kind: 'coders', title, entities: flatEntities('coder', title, coders), coderIds: coders.map(({ id }) => id) };
}

/** Questions with an expression hold what it finds; under the others stands only what is pinned by hand, which is no business of codings. */
function researchQuestionAxis(frame: StudyFrame, titles: AxisTitles): HolderAxis {
  const questions = frame.researchQuestions;
  const things = questions.map(({ id, text }) => ({ id, name: text }));
  const filters = questions.map(({ expression }) => (expression === null ? null : compileFilter([expression], frame)));
  return {
    kind: 'holders',
    title: titles.researchQuestion,
    entities: flatEntities('researchQuestion', titles.researchQuestion, things),
    entitiesOf: () => [],
    members: null,
    entitiesIn: (passages) => {
      const kept = filters.map((filter) => filter && keepsOf(filter, passages));
      return (index) => kept.flatMap((codings, question) => ((codings?.[index]?.length ?? 0) > 0 ? [question] : []));
    },
  };
}

/** The axis that a spec names, in this study. Refuses one that names something gone, or that would list nothing. */
export function resolveAxis(spec: AxisSpec, frame: StudyFrame, titles: AxisTitles): Axis {
  switch (spec.kind) {
    case 'grid':
      return gridAxis(frame, spec.gridId, spec.level);
    case 'category':
      return childrenAxis(frame, spec.categoryId);
    case 'case':
    case 'caseGroup':
    case 'source':
    case 'participant':
      return thingsAxis(spec.kind, frame, titles);
    case 'coder':
      return coderAxis(titles.coder, frame.coders);
    case 'attribute':
      return attributeAxis(frame, spec.attributeId, titles);
    case 'sourceKind':
      return sourceKindAxis(frame, titles);
    case 'period':
      return periodAxis(frame, spec.attributeId, spec.rule, titles);
    case 'speaker':
      return speakerAxis(frame, titles);
    case 'guide':
      return spec.level === 'theme' ? themeAxis(frame, titles) : thingsAxis('question', frame, titles);
    case 'researchQuestion':
      return researchQuestionAxis(frame, titles);
    case 'picked':
      return pickedAxis(spec, frame, titles);
  }
}

function pickedAxis({ name, of }: AxisSpec & { kind: 'picked' }, frame: StudyFrame, titles: AxisTitles): Axis {
  if (of.kind === 'category') return pickedCategoriesAxis(frame, of.ids, name, titles);
  if (of.kind === 'coder') return coderAxis(name || titles.coder, pickedThings(frame.coders, of.ids, name || titles.coder));
  return thingsAxis(of.kind, frame, titles, { ids: of.ids, name });
}

/** Case names of a passage, in the cases' order: for citations. */
export function caseNamesOf(frame: Pick<StudyFrame, 'cases' | 'sources' | 'parts' | 'participants'>): (place: CasePlace) => string[] {
  const cases = casesOf(frame);
  const known = new Map(frame.cases.map((item, order) => [item.id as string, { name: item.name, order }]));
  return (place) =>
    [...cases(place)]
      .flatMap((id) => known.get(id) ?? [])
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name);
}

/**
 * Axes that can never meet (cases picked here, sources of other cases picked there) would make a table that stays blank whatever is coded:
 * refused. Sources are looked at as wholes, with all who speak in them.
 */
export function assertCanMeet(axes: readonly Axis[], frame: StudyFrame): void {
  const holders = axes.filter((axis): axis is HolderAxis => axis.kind === 'holders' && axis.entitiesIn === undefined && !isOfGuide(axis));
  if (holders.length < 2) return;
  const spoken = Map.groupBy(frame.speakers, ({ sourceId }) => sourceId);
  const wholes = frame.sources.map(({ id }) => {
    const speakers = spoken.get(id) ?? [];
    const people = { participantIds: [...new Set(speakers.map(({ participantId }) => participantId))], labels: speakers.map(({ label }) => label) };
    return { sourceId: id, firstTurn: 0, lastTurn: Number.MAX_SAFE_INTEGER, ...people, answers: [] };
  });
  const held = holders.map((axis) => wholes.map((place) => axis.entitiesOf(place).length > 0));
  const meet = (one: number, other: number): boolean => wholes.some((_, source) => held[one]?.[source] && held[other]?.[source]);
  const isUsed = (axis: number): boolean => held[axis]?.includes(true) ?? false;
  holders.forEach((first, one) =>
    holders.forEach((second, other) => {
      if (one < other && isUsed(one) && isUsed(other) && !meet(one, other))
        throw new Refusal('matrix.axesApart', { first: first.title, second: second.title });
    }),
  );
}

/** Which answers a text has is no matter of the frame. */
function isOfGuide(axis: HolderAxis): boolean {
  return axis.entities[0]?.kind === 'theme' || axis.entities[0]?.kind === 'question';
}

/** More than anybody reads, and than a window holds. */
const MOST_CELLS = 250_000;

/** Refuses a matrix that nobody could read, with what its axes bring to it. */
export function assertReadable(axes: readonly Axis[]): void {
  const cells = axes.reduce((product, axis) => product * axis.entities.length, 1);
  if (cells <= MOST_CELLS) return;
  throw new Refusal('matrix.tooLarge', { cells, most: MOST_CELLS, axes: axes.map(({ title, entities }) => `${title} (${entities.length})`) });
}

/** Nested axes: every combination of their entities, outermost axis slowest. */
export function headersOf(axes: readonly Pick<Axis, 'entities'>[]): MatrixHeader[] {
  let combinations: MatrixHeader['entities'][] = [[]];
  for (const axis of axes) combinations = combinations.flatMap((above) => axis.entities.map((entity) => [...above, entity]));
  return combinations.map((entities) => ({
    key: entities.map((entity) => entity.key).join('|'),
    label: entities.at(-1)?.label ?? '',
    path: entities.length === 1 ? (entities[0]?.path ?? []) : entities.map((entity) => entity.label),
    entities,
  }));
}
