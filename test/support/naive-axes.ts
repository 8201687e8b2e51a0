// What axes list, the slow way: for every entity a question that is asked of every coding.
import type { Category } from '../../shared/domain/category.ts';
import { parseExpression } from '../../shared/domain/expression-parse.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { AxisSpec } from '../../shared/domain/matrix.ts';
import { ancestorsAndSelf, casesOf, naiveKept } from './naive-expression.ts';
import type { NaiveCoding } from './naive-expression.ts';

export interface NaiveEntity {
  readonly axis: number;
  readonly key: string;
  /** Categories that the entity stands for; null for an entity that is none. */
  readonly categories: readonly string[] | null;
  readonly holds: (coding: NaiveCoding) => boolean;
  readonly coder: string | null;
}

export interface NaiveAxis {
  readonly entities: readonly NaiveEntity[];
  readonly folds: boolean;
  readonly scope: readonly string[];
}

const everything = (): boolean => true;

function categoryAxis(axis: number, all: readonly Category[], scope: readonly Category[], heads: readonly Category[]): NaiveAxis {
  const entities = heads.map((head) => ({
    axis,
    key: `category:${head.id}`,
    categories: scope.filter((category) => ancestorsAndSelf(all, category.id).includes(head.id)).map((category) => category.id as string),
    holds: everything,
    coder: null,
  }));
  return { entities, folds: entities.some((entity) => entity.categories.length > 1), scope: scope.map((category) => category.id) };
}

/** Those whose words are studied: interviewers only where there is nobody else. */
function peopleOf(frame: StudyFrame): string[] {
  const isInterview = frame.participants.some((person) => !person.isInterviewer);
  return frame.participants.filter((person) => !isInterview || !person.isInterviewer).map(({ id }) => id);
}

function flatAxis(axis: number, keys: readonly string[], holds: (key: string, coding: NaiveCoding) => boolean): NaiveAxis {
  return {
    entities: keys.map((key) => ({ axis, key, categories: null, holds: (coding) => holds(key, coding), coder: null })),
    folds: false,
    scope: [],
  };
}

function attributeAxis(axis: number, frame: StudyFrame, attributeId: string): NaiveAxis {
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

function gridAxis(axis: number, frame: StudyFrame, gridId: string, level: number | null): NaiveAxis {
  const categories = frame.codebook.find((grid) => grid.id === gridId)?.categories ?? [];
  const isLeaf = (category: Category): boolean => !categories.some((other) => other.parentId === category.id);
  const depth = (category: Category): number => ancestorsAndSelf(categories, category.id).length;
  const isHead = (category: Category): boolean =>
    level === null ? isLeaf(category) : depth(category) === level || (isLeaf(category) && depth(category) < level);
  return categoryAxis(axis, categories, categories, categories.filter(isHead));
}

/** @param codings those that count: what a research question finds is found among them */
export function naiveAxis(spec: AxisSpec, axis: number, frame: StudyFrame, codings: readonly NaiveCoding[]): NaiveAxis {
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
    case 'sourceKind':
      return flatAxis(
        axis,
        [...new Set(frame.sources.map(({ kind }) => `sourceKind:=${kind}`))],
        (key, coding) => key === `sourceKind:=${frame.sources.find(({ id }) => id === coding.source)?.kind}`,
      );
    case 'speaker':
      return flatAxis(axis, [...new Set(frame.speakers.map(({ label }) => `speaker:=${label}`))], (key, coding) =>
        coding.labels.some((label) => key === `speaker:=${label}`),
      );
    case 'guide':
      return guideAxis(axis, frame, spec.level);
    case 'period':
      return periodAxis(axis, frame, spec);
    case 'researchQuestion':
      return flatAxis(
        axis,
        frame.researchQuestions.map(({ id }) => `researchQuestion:${id}`),
        (key, coding) => {
          const asked = frame.researchQuestions.find(({ id }) => key === `researchQuestion:${id}`)?.expression ?? null;
          if (asked === null) return false;
          const kept = naiveKept(parseExpression(asked), codings, frame);
          return kept.some(({ source, start, end }) => source === coding.source && start === coding.start && end === coding.end);
        },
      );
    case 'picked':
      return pickedAxis(axis, frame, spec, codings);
  }
}

function guideAxis(axis: number, frame: StudyFrame, level: 'theme' | 'question'): NaiveAxis {
  const themes = frame.guides.flatMap((guide) => guide.themes);
  if (level === 'question')
    return flatAxis(
      axis,
      themes.flatMap((theme) => theme.questions.map(({ id }) => `question:${id}`)),
      (key, coding) => coding.answers.some((id) => key === `question:${id}`),
    );
  return flatAxis(
    axis,
    themes.map(({ id }) => `theme:${id}`),
    (key, coding) => themes.some((theme) => key === `theme:${theme.id}` && theme.questions.some(({ id }) => coding.answers.includes(id))),
  );
}

/** The axis of everything, of which only what was picked is left. */
function pickedAxis(axis: number, frame: StudyFrame, { of }: AxisSpec & { kind: 'picked' }, codings: readonly NaiveCoding[]): NaiveAxis {
  if (of.kind === 'category') {
    const all = frame.codebook.flatMap((grid) => grid.categories);
    const heads = of.ids.flatMap((id) => all.find((category) => category.id === id) ?? []);
    const scope = all.filter((category) => ancestorsAndSelf(all, category.id).some((id) => heads.some((head) => head.id === id)));
    const entities = heads.map((head) => ({
      axis,
      key: `category:${head.id}`,
      // one below two of those picked is counted under the nearer
      categories: scope
        .filter(({ id }) => ancestorsAndSelf(all, id).find((step) => heads.some((other) => other.id === step)) === head.id)
        .map(({ id }) => id as string),
      holds: everything,
      coder: null,
    }));
    return { entities, folds: entities.some((entity) => entity.categories.length > 1), scope: scope.map(({ id }) => id) };
  }
  const whole =
    of.kind === 'question'
      ? guideAxis(axis, frame, 'question')
      : of.kind === 'participant'
        ? flatAxis(
            axis,
            frame.participants.map(({ id }) => `participant:${id}`),
            (key, coding) => coding.speakers.some((id) => key === `participant:${id}`),
          )
        : naiveAxis({ kind: of.kind }, axis, frame, codings);
  return { ...whole, entities: of.ids.flatMap((id) => whole.entities.find(({ key }) => key === `${of.kind}:${id}`) ?? []) };
}

const pad = (number: number): string => String(number).padStart(2, '0');
/** Months since the year 0, as the first day of theirs. */
const firstDay = (months: number): string => `${Math.floor(months / 12)}-${pad((months % 12) + 1)}-01`;

/** Dates of the test are whole days before the 28th. */
function periodAxis(axis: number, frame: StudyFrame, { attributeId, rule }: AxisSpec & { kind: 'period' }): NaiveAxis {
  const scope = frame.attributes.find(({ id }) => id === attributeId)?.scope ?? 'source';
  const people = peopleOf(frame);
  const dated =
    attributeId === null
      ? frame.sources.flatMap(({ id, date }) => (date === null ? [] : [{ id: id as string, date }]))
      : frame.values
          .filter((value) => value.attributeId === attributeId && (scope !== 'participant' || people.includes(value.targetId)))
          .map(({ targetId, value }) => ({ id: targetId, date: value }));
  const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const name = `period:${attributeId ?? ''}=`;
  const spans: [string, string][] = [];
  if (rule.by === 'phases') {
    const starts = rule.phases.map(({ from }) => from).sort();
    starts.forEach((from, at) => from !== starts[at + 1] && spans.push([from, starts[at + 1] ?? '']));
  } else if (rule.by === 'day') {
    for (const date of new Set(dated.map((item) => item.date))) spans.push([date, `${date.slice(0, 8)}${pad(Number(date.slice(8)) + 1)}`]);
  } else if (dated.length > 0) {
    const size = { month: 1, quarter: 3, year: 12 }[rule.by];
    const months = dated.map(({ date }) => monthOf(date));
    for (let from = Math.floor(Math.min(...months) / size) * size; from <= Math.max(...months); from += size)
      spans.push([firstDay(from), firstDay(from + size)]);
  }
  return flatAxis(
    axis,
    spans.map(([from, to]) => `${name}${from}..${to}`),
    (key, coding) => {
      const targets: readonly string[] = { source: [coding.source], participant: coding.speakers, case: casesOf(frame, coding) }[scope];
      return dated.some(({ id, date }) => {
        const span = spans.find(([from, to]) => date >= from && (to === '' || date < to));
        return targets.includes(id) && span !== undefined && key === `${name}${span[0]}..${span[1]}`;
      });
    },
  );
}
