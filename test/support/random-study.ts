// Studies that no one would think of, small enough to count by hand in every cell: passages that touch, lie in one another and meet at
// their ends, people of several cases, axes of every kind, filters of every form.
import fc from 'fast-check';
import type { Category, Grid } from '../../shared/domain/category.ts';
import { ATTRIBUTE_SCOPES } from '../../shared/domain/corpus.ts';
import type { AttributeValue } from '../../shared/domain/corpus.ts';
import { printExpression } from '../../shared/domain/expression.ts';
import type {
  AttributeId,
  CaseGroupId,
  CaseId,
  CasePartId,
  CategoryId,
  CoderId,
  GridId,
  GuideId,
  GuideQuestionId,
  GuideThemeId,
  ParticipantId,
  ResearchQuestionId,
  SourceId,
  TurnId,
} from '../../shared/domain/ids.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { AxisSpec, JoinRule } from '../../shared/domain/matrix.ts';
import { SOURCE_KINDS, STANCES } from '../../shared/domain/source.ts';
import type { Stance } from '../../shared/domain/source.ts';
import type { NaiveCoding } from './naive-expression.ts';
import { expressionOf, randomExpression } from './random-expression.ts';
import type { DrawnExpression } from './random-expression.ts';

export interface RandomStudy {
  readonly frame: StudyFrame;
  readonly codings: readonly NaiveCoding[];
  readonly specs: readonly AxisSpec[];
  readonly join: JoinRule;
  readonly coderIds: readonly CoderId[] | null;
  readonly where: readonly string[];
  readonly rowAxes: number;
  /** A cell's key stands for a stance given there, by numbers that choose which. */
  readonly given: readonly (readonly [number, number, Stance])[];
}

const stanceOrNone = fc.constantFrom<(Stance | null)[]>(null, null, ...STANCES);

function grids(parents: readonly number[]): Grid[] {
  const categories = parents.map((choice, index): Category => {
    const gridId = `g${index % 2}` as GridId;
    // every second category belongs to the second grid; a parent is an earlier one of the same grid
    const earlier = index >> 1;
    const parent = earlier === 0 || choice % 3 === 0 ? null : (choice % earlier) * 2 + (index % 2);
    return {
      id: `k${index}` as CategoryId,
      gridId,
      parentId: parent === null ? null : (`k${parent}` as CategoryId),
      position: index,
      name: `Catégorie ${index}`,
      color: '#000000',
      origin: 'a-priori',
      stage: null,
      status: null,
      scale: null,
      examplePassageId: null,
      alsoUnder: [],
      codings: 0,
      definition: '',
      inclusion: '',
      exclusion: '',
      example: '',
    };
  });
  return ['g0', 'g1'].map((id) => ({
    id: id as GridId,
    key: id,
    title: id,
    source: '',
    description: '',
    version: 1,
    categories: categories.filter((category) => category.gridId === id),
  }));
}

const date = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('05', '11', '20'), fc.constantFrom(2019, 2019, 2020))
  .map(([month, day, year]) => `${year}-0${month}-${day}`);

// so short that passages touch, meet at their ends and lie within one another all the time
const TURN_LENGTH = 3;
const TURNS = 3;

export const randomStudy: fc.Arbitrary<RandomStudy> = fc
  .record({
    parents: fc.array(fc.nat(11), { minLength: 2, maxLength: 12, size: 'max' }),
    cases: fc.integer({ min: 1, max: 3 }),
    sourceCases: fc.array(fc.array(fc.nat(2), { maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    participantCases: fc.array(fc.tuple(fc.option(fc.nat(2)), fc.nat(3)), { minLength: 1, maxLength: 4 }),
    groups: fc.array(fc.array(fc.nat(2), { maxLength: 3 }), { maxLength: 2 }),
    parts: fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.nat(TURNS - 1), fc.nat(TURNS - 1)), { maxLength: 3 }),
    speakers: fc.array(fc.option(fc.nat(3)), { minLength: 3 * TURNS, maxLength: 3 * TURNS }),
    answers: fc.array(fc.array(fc.nat(2), { maxLength: 2 }), { minLength: 3 * TURNS, maxLength: 3 * TURNS }),
    dates: fc.array(fc.option(date), { minLength: 2, maxLength: 2 }),
    kinds: fc.array(fc.constantFrom(...SOURCE_KINDS), { minLength: 2, maxLength: 2 }),
    dateScope: fc.constantFrom(...ATTRIBUTE_SCOPES),
    dateValues: fc.array(fc.tuple(fc.nat(3), date), { maxLength: 4 }),
    asked: fc.array(fc.option(randomExpression, { freq: 3 }), { maxLength: 2 }),
    where: fc.oneof(
      { weight: 2, arbitrary: fc.constant<DrawnExpression[]>([]) },
      { weight: 1, arbitrary: fc.array(randomExpression, { minLength: 1, maxLength: 2 }) },
    ),
    chosenCoders: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.array(fc.nat(2), { minLength: 1, maxLength: 2 }) },
    ),
    values: fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(1)), { maxLength: 9 }),
    stars: fc.array(fc.tuple(fc.nat(1), fc.nat(TURNS * TURN_LENGTH - 1)), { maxLength: 8 }),
    codings: fc.array(
      fc.record({
        source: fc.nat(1),
        start: fc.nat(TURNS * TURN_LENGTH - 1),
        length: fc.integer({ min: 1, max: 5 }),
        category: fc.nat(11),
        coder: fc.nat(2),
        stance: stanceOrNone,
        weight: fc.option(fc.integer({ min: -2, max: 2 })),
      }),
      {
        minLength: 5,
        maxLength: 20,
        size: 'max',
      },
    ),
    axes: fc.array(
      fc.tuple(
        fc.constantFrom<AxisSpec['kind'][]>(
          'grid',
          'grid',
          'grid',
          'grid',
          'category',
          'category',
          'case',
          'caseGroup',
          'source',
          'participant',
          'coder',
          'attribute',
          'sourceKind',
          'period',
          'speaker',
          'guide',
          'researchQuestion',
          'picked',
          'picked',
        ),
        fc.nat(11),
        fc.nat(3),
      ),
      {
        minLength: 2,
        maxLength: 4,
      },
    ),
    join: fc.oneof(
      fc.constantFrom<JoinRule[]>({ kind: 'passage' }, { kind: 'overlap' }, { kind: 'turn' }),
      fc.record({ kind: fc.constant('near' as const), withinUtf16: fc.nat(6) }),
    ),
    given: fc.array(fc.tuple(fc.nat(200), fc.nat(20), fc.constantFrom(...STANCES)), { maxLength: 4 }),
    nested: fc.boolean(),
  })
  .map((drawn) => {
    const codebook = grids(drawn.parents);
    const caseIds = Array.from({ length: drawn.cases }, (_, index) => `c${index}` as CaseId);
    const coders = [0, 1, 2].map((index) => ({ id: `w${index}` as CoderId, name: `Codeur ${index}`, initials: 'C', color: '#000000', codings: 0 }));
    const participants = drawn.participantCases.map(([home, asks], index) => ({
      id: `p${index}` as ParticipantId,
      name: `Personne ${index}`,
      caseId: home === null ? null : (caseIds[home] ?? null),
      isInterviewer: asks === 0,
      sourceIds: [],
    }));
    const sources = drawn.sourceCases.map((own, index) => ({
      id: `s${index}` as SourceId,
      name: `E${index}`,
      kind: drawn.kinds[index] ?? 'interview',
      date: drawn.dates[index] ?? null,
      caseIds: [...new Set(own.flatMap((home) => caseIds[home] ?? []))],
    }));
    const scopes = ['case', 'source', 'participant'] as const;
    const texts = scopes.map((scope, position) => ({
      scope,
      name: `Attribut ${scope}`,
      position,
      type: 'text' as const,
      choices: [],
      id: `a${position}` as AttributeId,
    }));
    const attributes = [...texts, { scope: drawn.dateScope, name: 'Le', position: 3, type: 'date' as const, choices: [], id: 'a3' as AttributeId }];
    const targets = [caseIds, sources.map(({ id }) => id), participants.map(({ id }) => id)];
    const values = new Map<string, AttributeValue>(
      drawn.values.flatMap(([attribute, target, value]) => {
        const list: readonly string[] = targets[attribute] ?? [];
        const targetId = list[target % list.length] ?? '';
        return [
          [
            `${attribute} ${targetId}`,
            { attributeId: `a${attribute}` as AttributeId, targetId, value: value === 0 ? 'oui' : 'non|peut-être' },
          ] as const,
        ];
      }),
    );
    const dated = targets[scopes.indexOf(drawn.dateScope)] ?? [];
    for (const [target, value] of drawn.dateValues) {
      const targetId: string = dated[target % dated.length] ?? '';
      values.set(`3 ${targetId}`, { attributeId: 'a3' as AttributeId, targetId, value });
    }
    const questions = [0, 1, 2].map((index) => ({ id: `q${index}` as GuideQuestionId, text: `Question ${index}`, categoryIds: [] }));
    const themes = [questions.slice(0, 2), questions.slice(2)].map((own, index) => ({
      id: `t${index}` as GuideThemeId,
      name: `Thème ${index}`,
      questions: own,
    }));
    const labels = participants.map((_, index) => `Voix ${index % 2}`);
    const turnsOf = (source: number): (number | null)[] =>
      drawn.speakers
        .slice(source * TURNS)
        .slice(0, TURNS)
        .map((speaker) => (speaker !== null && participants[speaker] ? speaker : null));
    const bare = {
      codebook,
      cases: caseIds.map((id, position) => ({ id, name: `Pôle ${position + 1}`, position })),
      groups: drawn.groups.map((members, position) => ({
        id: `h${position}` as CaseGroupId,
        name: `Groupe ${position}`,
        position,
        caseIds: [...new Set(members.flatMap((member) => caseIds[member] ?? []))],
      })),
      parts: drawn.parts.flatMap(([source, home, from, to], index) => {
        const caseId = caseIds[home];
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const ends = { firstTurnId: `t${first}` as TurnId, lastTurnId: `t${last}` as TurnId, firstNumber: first + 1, lastNumber: last + 1 };
        const sourceId = sources[source % sources.length]?.id;
        return caseId && sourceId ? [{ id: `m${index}` as CasePartId, sourceId, caseId, first, last, ...ends }] : [];
      }),
      sources,
      participants,
      coders,
      attributes,
      values: [...values.values()],
      guides: [{ id: 'guide' as GuideId, title: 'Guide', themes }],
      speakers: sources.flatMap(({ id }, index) =>
        [...new Set(turnsOf(index))].flatMap((speaker) =>
          speaker === null ? [] : [{ sourceId: id, label: labels[speaker] ?? '', participantId: participants[speaker]?.id as ParticipantId }],
        ),
      ),
    };
    const written = (asked: DrawnExpression): string => printExpression(expressionOf(asked, bare));
    const frame: StudyFrame = {
      ...bare,
      researchQuestions: drawn.asked.map((asked, position) => ({
        id: `r${position}` as ResearchQuestionId,
        text: `Question ${position}`,
        position,
        expression: asked && written(asked),
      })),
    };
    const categories = codebook.flatMap((grid) => grid.categories);
    const codings = new Map<string, NaiveCoding>();
    for (const item of drawn.codings) {
      const source = sources[item.source % sources.length]?.id ?? '';
      const end = Math.min(item.start + item.length, TURNS * TURN_LENGTH);
      const firstTurn = Math.floor(item.start / TURN_LENGTH);
      const lastTurn = Math.floor((end - 1) / TURN_LENGTH);
      const at = item.source % sources.length;
      const heard = turnsOf(at)
        .slice(firstTurn, lastTurn + 1)
        .flatMap((speaker) => speaker ?? []);
      const answers = drawn.answers
        .slice(at * TURNS)
        .slice(firstTurn, lastTurn + 1)
        .flat();
      const category = categories[item.category % categories.length]?.id ?? '';
      const coder = coders[item.coder]?.id ?? '';
      codings.set(`${source} ${item.start} ${end} ${category} ${coder}`, {
        source,
        start: item.start,
        end,
        // any passage that begins there
        isStarred: drawn.stars.some(([source, start]) => source === at && start === item.start),
        firstTurn,
        lastTurn,
        speakers: [...new Set(heard.map((speaker) => participants[speaker]?.id as string))],
        labels: [...new Set(heard.map((speaker) => labels[speaker] as string))],
        answers: [...new Set(answers.map((question) => `q${question}`))],
        category,
        coder,
        stance: item.stance,
        weight: item.weight,
      });
    }
    const specs = drawn.axes.map((axis) => axisSpecOf(axis, frame));
    return {
      frame,
      codings: [...codings.values()],
      specs,
      join: drawn.join,
      coderIds: drawn.chosenCoders && drawn.chosenCoders.map((index) => `w${index}` as CoderId),
      where: drawn.where.map(written),
      rowAxes: drawn.nested && specs.length > 2 ? 2 : 1,
      given: drawn.given,
    };
  });

function axisSpecOf([kind, which, level]: readonly [AxisSpec['kind'], number, number], frame: StudyFrame): AxisSpec {
  const categories = frame.codebook.flatMap((grid) => grid.categories);
  switch (kind) {
    case 'grid':
      return { kind, gridId: `g${which % 2}` as GridId, level: level === 0 ? null : level };
    case 'category':
      return { kind, categoryId: categories[which % categories.length]?.id as CategoryId };
    case 'attribute':
      return { kind, attributeId: `a${which % 3}` as AttributeId };
    case 'guide':
      return { kind, level: which % 2 === 0 ? 'theme' : 'question' };
    case 'period': {
      const by = (['day', 'month', 'quarter', 'year'] as const)[level] ?? 'year';
      const phases = [0, which % 5, 7].map((months, index) => ({ name: `Phase ${index}`, from: `2019-0${1 + months}-10` }));
      return { kind, attributeId: which % 3 === 0 ? ('a3' as AttributeId) : null, rule: which % 4 === 1 ? { by: 'phases', phases } : { by } };
    }
    case 'picked':
      return { kind, name: '', of: pickedOf(which, level, frame) };
    default:
      return { kind };
  }
}

/** Two or three of a kind, not in their order. */
function pickedOf(which: number, step: number, frame: StudyFrame): (AxisSpec & { kind: 'picked' })['of'] {
  const some = (things: readonly { readonly id: string }[]): (string | undefined)[] => [
    ...new Set([which + 2, which, which + step].map((index) => things[index % things.length]?.id)),
  ];
  const kinds = ['category', 'case', 'source', 'participant', 'coder', 'question', 'caseGroup'] as const;
  const kind = kinds[which % (frame.groups.length > 0 ? 7 : 6)] ?? 'category';
  const things = {
    category: frame.codebook.flatMap((grid) => grid.categories),
    case: frame.cases,
    source: frame.sources,
    participant: frame.participants,
    coder: frame.coders,
    question: frame.guides.flatMap((guide) => guide.themes.flatMap((theme) => theme.questions)),
    caseGroup: frame.groups,
  };
  return { kind, ids: some(things[kind]) } as (AxisSpec & { kind: 'picked' })['of'];
}
