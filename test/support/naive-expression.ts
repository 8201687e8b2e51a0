// What an expression keeps, found the slow way: for every coding, from the rules of README.md alone.
import type { Category } from '../../shared/domain/category.ts';
import type { Expression } from '../../shared/domain/expression.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { Stance } from '../../shared/domain/source.ts';

export interface NaiveCoding {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Its passage, by anybody. */
  readonly isStarred: boolean;
  readonly firstTurn: number;
  readonly lastTurn: number;
  /** Participants who speak in the turns it touches. */
  readonly speakers: readonly string[];
  readonly labels: readonly string[];
  /** Questions of the guide that its turns answer. */
  readonly answers: readonly string[];
  readonly category: string;
  readonly coder: string;
  readonly stance: Stance | null;
  readonly weight: number | null;
}

export function ancestorsAndSelf(categories: readonly Category[], id: string): string[] {
  const own = categories.find((category) => category.id === id);
  return own ? [own.id, ...(own.parentId === null ? [] : ancestorsAndSelf(categories, own.parentId))] : [];
}

/** Cases that a coding's passage belongs to: its source's, its speakers', and those of the parts where one of its turns lies. */
export function casesOf(frame: StudyFrame, coding: NaiveCoding): string[] {
  const own = frame.sources.find((source) => source.id === coding.source)?.caseIds ?? [];
  const turns = Array.from({ length: coding.lastTurn - coding.firstTurn + 1 }, (_, at) => coding.firstTurn + at);
  const parts = frame.parts.filter((part) => part.sourceId === coding.source && turns.some((turn) => turn >= part.first && turn <= part.last));
  const people = frame.participants.filter((person) => coding.speakers.includes(person.id));
  return [...own, ...people.flatMap((person) => person.caseId ?? []), ...parts.map(({ caseId }) => caseId)];
}

type Condition = Expression & { kind: 'condition' };

const ABOUT_CODINGS = ['coder', 'stance', 'weight'];

function isAboutCodings(expression: Expression): boolean {
  if (expression.kind === 'condition') return ABOUT_CODINGS.includes(expression.field);
  if (expression.kind === 'not') return isAboutCodings(expression.of);
  return (expression.kind === 'and' || expression.kind === 'or') && expression.parts.every(isAboutCodings);
}

function sizeHolds(operator: Condition['operator'], one: number | string, other: number | string): boolean {
  if (operator === '<') return one < other;
  if (operator === '<=') return one <= other;
  if (operator === '>') return one > other;
  if (operator === '>=') return one >= other;
  return one === other;
}

/** Without the signs that deny. Dates of the test are whole days, so that they compare as words do. */
function holdsAsked({ field, name, operator, values }: Condition, coding: NaiveCoding, frame: StudyFrame): boolean {
  const isNamed = (things: readonly { id: string; name: string }[], ids: readonly string[]): boolean =>
    things.some((thing) => ids.includes(thing.id) && values.includes(thing.name));
  const source = frame.sources.find(({ id }) => id === coding.source);
  switch (field) {
    case 'coder':
      return isNamed(frame.coders, [coding.coder]);
    case 'stance':
      return coding.stance !== null && values.includes(coding.stance);
    case 'weight':
      return values.some((value) => coding.weight !== null && sizeHolds(operator, coding.weight, Number(value)));
    case 'case':
      return isNamed(frame.cases, casesOf(frame, coding));
    case 'group':
      return frame.groups.some((group) => values.includes(group.name) && casesOf(frame, coding).some((id) => group.caseIds.includes(id as never)));
    case 'source':
      return isNamed(frame.sources, [coding.source]);
    case 'kind':
      return values.includes(source?.kind ?? '');
    case 'participant':
      return isNamed(frame.participants, coding.speakers);
    case 'speaker':
      return coding.labels.some((label) => values.includes(label)) || isNamed(frame.participants, coding.speakers);
    case 'date':
      return values.some((value) => typeof source?.date === 'string' && sizeHolds(operator, source.date, value));
    case 'star':
      return values.includes(coding.isStarred ? 'yes' : 'no');
    case 'attribute':
      return frame.values.some((given) => {
        const attribute = frame.attributes.find(({ id }) => id === given.attributeId);
        const targets = { case: casesOf(frame, coding), source: [coding.source], participant: coding.speakers }[attribute?.scope ?? 'case'];
        return attribute?.name === name && values.includes(given.value) && (targets as readonly string[]).includes(given.targetId);
      });
  }
}

function conditionHolds(condition: Condition, coding: NaiveCoding, frame: StudyFrame): boolean {
  const isDenied = condition.operator === '!=' || condition.operator === 'NOT IN';
  return holdsAsked(condition, coding, frame) !== isDenied;
}

const placeOf = (coding: NaiveCoding): string => `${coding.source}/${coding.start}/${coding.end}`;

function stands({ relation, withinUtf16 }: Expression & { kind: 'relation' }, a: NaiveCoding, b: NaiveCoding): boolean {
  if (a.source !== b.source) return false;
  if (relation === 'precedes') return a.end <= b.start;
  if (relation === 'within') return b.start <= a.start && a.end <= b.end;
  if (relation === 'overlaps') return a.start < b.end && b.start < a.end;
  if (relation === 'sameTurn') return a.firstTurn <= b.lastTurn && b.firstTurn <= a.lastTurn;
  if (relation === 'sameQuestion') return a.answers.some((question) => b.answers.includes(question));
  return b.start - a.end <= withinUtf16 && a.start - b.end <= withinUtf16;
}

/** Of these codings, those that the expression keeps. */
export function naiveKept(expression: Expression, codings: readonly NaiveCoding[], frame: StudyFrame): readonly NaiveCoding[] {
  const besides = (coding: NaiveCoding): NaiveCoding[] => codings.filter((other) => placeOf(other) === placeOf(coding));
  const all = frame.codebook.flatMap((grid) => grid.categories);
  switch (expression.kind) {
    case 'category': {
      const named = all.find(({ name }) => name === expression.path)?.id ?? '';
      return codings.filter((coding) => besides(coding).some(({ category }) => ancestorsAndSelf(all, category).includes(named)));
    }
    case 'condition':
      return codings.filter((coding) => conditionHolds(expression, coding, frame));
    case 'not': {
      const kept = naiveKept(expression.of, codings, frame);
      if (isAboutCodings(expression.of)) return codings.filter((coding) => !kept.includes(coding));
      return codings.filter((coding) => !besides(coding).some((other) => kept.includes(other)));
    }
    case 'or': {
      const kept = expression.parts.map((part) => naiveKept(part, codings, frame));
      return codings.filter((coding) => kept.some((part) => part.includes(coding)));
    }
    case 'and': {
      const narrowed = expression.parts.filter(isAboutCodings).reduce((left, part) => naiveKept(part, left, frame), codings);
      return expression.parts
        .filter((part) => !isAboutCodings(part))
        .map((part) => naiveKept(part, narrowed, frame))
        .reduce((left, kept) => left.filter((coding) => kept.includes(coding)), narrowed);
    }
    case 'relation': {
      const others = naiveKept(expression.second, codings, frame);
      return naiveKept(expression.first, codings, frame).filter((coding) => others.some((other) => stands(expression, coding, other)));
    }
  }
}
