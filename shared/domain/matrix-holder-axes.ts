// Axes that hold passages by where they stand: cases, sources, people, attributes, periods, questions.
import { compareValues, shownValue } from './attribute-value.ts';
import { byName } from './category.ts';
import type { Attribute, Participant } from './corpus.ts';
import { Refusal } from './failure.ts';
import type { AxisEntity, AxisSpec, PeriodRule } from './matrix.ts';
import { pickedThings } from './matrix-category-axes.ts';
import type { AxisTitles, HolderAxis, PassagePlace, StudyFrame } from './matrix-axis.ts';
import { periodAt, periodsOf } from './period.ts';
import { SOURCE_KINDS } from './source.ts';

/** Tints of the cases, by position; the figure's and the prints' as well as the window's. Told apart by colour-blind eyes (test of the palette). */
export const CASE_COLORS = ['#1f4fa0', '#a65f00', '#642c44', '#0b3800', '#585f87', '#201b46'] as const;

export function caseColor(position: number): string {
  return CASE_COLORS[position % CASE_COLORS.length] ?? CASE_COLORS[0];
}

/** Whose words are studied: everybody but interviewers, unless there is nobody else. */
export function peopleStudied(participants: readonly Participant[]): readonly Participant[] {
  const people = participants.filter(({ isInterviewer }) => !isInterviewer);
  return people.length > 0 ? people : participants;
}

export type CasePlace = Pick<PassagePlace, 'sourceId' | 'firstTurn' | 'lastTurn' | 'participantIds'>;

/** Cases that hold a passage: those of its source, of its speakers, and of the parts of its source that it touches. */
export function casesOf(frame: Pick<StudyFrame, 'sources' | 'parts' | 'participants'>): (place: CasePlace) => ReadonlySet<string> {
  const bySource = new Map(frame.sources.map((source) => [source.id as string, source.caseIds]));
  const parts = Map.groupBy(frame.parts, ({ sourceId }) => sourceId as string);
  const byParticipant = new Map(frame.participants.map((participant) => [participant.id as string, participant.caseId]));
  const known = new WeakMap<CasePlace['participantIds'], { readonly sourceId: string; readonly cases: ReadonlySet<string> }>();
  const read = (place: CasePlace): ReadonlySet<string> => {
    const cases = new Set<string>(bySource.get(place.sourceId) ?? []);
    for (const participantId of place.participantIds) {
      const caseId = byParticipant.get(participantId);
      if (caseId) cases.add(caseId);
    }
    for (const part of parts.get(place.sourceId) ?? []) if (part.first <= place.lastTurn && part.last >= place.firstTurn) cases.add(part.caseId);
    return cases;
  };
  // what one person says in a source is in the same cases, wherever it stands, unless parts of the source are cases' own
  return (place) => {
    const last = known.get(place.participantIds);
    if (last?.sourceId === place.sourceId && !parts.has(place.sourceId)) return last.cases;
    const cases = read(place);
    known.set(place.participantIds, { sourceId: place.sourceId, cases });
    return cases;
  };
}

/** What an attribute's values hang on, for a passage: its source, its cases or its speakers. */
export function targetsOf(frame: StudyFrame, scope: Attribute['scope']): (place: PassagePlace) => Iterable<string> {
  const cases = casesOf(frame);
  return (place) => (scope === 'source' ? [place.sourceId] : scope === 'case' ? cases(place) : place.participantIds);
}

interface Thing {
  /** What follows `kind:` in the entity's key. */
  readonly id: string;
  readonly name: string;
  readonly path?: readonly string[];
  readonly color?: string;
}

export function flatEntities(kind: AxisEntity['kind'], title: string, things: readonly Thing[]): AxisEntity[] {
  if (things.length === 0) throw new Refusal('matrix.axisEmpty', { axis: title });
  return things.map((thing) => ({
    kind,
    key: `${kind}:${thing.id}`,
    label: thing.name,
    path: thing.path ?? [thing.name],
    color: thing.color ?? null,
  }));
}

function holderAxis(
  kind: AxisEntity['kind'],
  title: string,
  things: readonly Thing[],
  idsOf: (place: PassagePlace) => Iterable<string>,
  membersOf?: { readonly spec: AxisSpec; readonly of: (thing: Thing) => readonly string[] },
): HolderAxis {
  const index = new Map(things.map((thing, position) => [thing.id, position]));
  return {
    kind: 'holders',
    title,
    entities: flatEntities(kind, title, things),
    entitiesOf: (place) => [...new Set(idsOf(place))].flatMap((id) => index.get(id) ?? []),
    members: membersOf ? { spec: membersOf.spec, keys: things.map((thing) => membersOf.of(thing)) } : null,
  };
}

/** What belongs to the entities of an attribute or of periods: the cases, sources or participants of each. */
function targetMembers(scope: Attribute['scope'], thingOf: ReadonlyMap<string, string>): { spec: AxisSpec; of: (thing: Thing) => string[] } {
  const byThing = Map.groupBy(thingOf, ([, thing]) => thing);
  return { spec: { kind: scope }, of: ({ id }) => (byThing.get(id) ?? []).map(([target]) => `${scope}:${target}`) };
}

type Picked = (AxisSpec & { kind: 'picked' })['of'];
type PickedHolder = Exclude<Picked, { kind: 'category' | 'coder' }>;

const all = <T>(things: readonly T[]): readonly T[] => things;

/** Everything of a kind, or (`of`) what was picked of it. */
export function thingsAxis(
  kind: PickedHolder['kind'],
  frame: StudyFrame,
  titles: AxisTitles,
  picked?: { ids: readonly string[]; name: string },
): HolderAxis {
  const title = picked?.name || titles[kind];
  const chosen = <T extends { readonly id: string }>(things: readonly T[], usual: (all: readonly T[]) => readonly T[] = all): readonly T[] =>
    picked ? pickedThings(things, picked.ids, title) : usual(things);
  const cases = casesOf(frame);
  switch (kind) {
    case 'case': {
      const tinted = frame.cases.map((item) => ({ ...item, color: caseColor(item.position) }));
      return holderAxis(kind, title, chosen(tinted), cases);
    }
    case 'caseGroup': {
      const groups = chosen(frame.groups);
      const caseKeys = new Map(groups.map(({ id, caseIds }) => [id as string, caseIds.map((caseId) => `case:${caseId}`)]));
      const members = { spec: { kind: 'case' } as const, of: ({ id }: Thing) => caseKeys.get(id) ?? [] };
      return holderAxis(
        kind,
        title,
        groups,
        (place) => {
          const held = cases(place);
          return groups.filter(({ caseIds }) => caseIds.some((id) => held.has(id))).map(({ id }) => id);
        },
        members,
      );
    }
    case 'source':
      return holderAxis(kind, title, chosen(frame.sources), (place) => [place.sourceId]);
    case 'participant':
      return holderAxis(kind, title, chosen(frame.participants, peopleStudied), (place) => place.participantIds);
    case 'question':
      return holderAxis(kind, title, chosen(questionThings(frame)), (place) => place.answers);
  }
}

/** Questions of all guides, under their theme; under their guide too where there are several. */
function questionThings(frame: StudyFrame): Thing[] {
  const several = frame.guides.length > 1;
  return frame.guides.flatMap((guide) =>
    guide.themes.flatMap((theme) =>
      theme.questions.map(({ id, text }) => ({
        id,
        name: text,
        path: [...(several ? [guide.title] : []), ...(theme.name ? [theme.name] : []), text],
      })),
    ),
  );
}

export function themeAxis(frame: StudyFrame, titles: AxisTitles): HolderAxis {
  const several = frame.guides.length > 1;
  const things = frame.guides.flatMap((guide) =>
    guide.themes.map(({ id, name }) => ({
      id,
      name: name || guide.title,
      path: several ? [guide.title, name || guide.title] : [name || guide.title],
    })),
  );
  const themeOf = new Map(
    frame.guides.flatMap((guide) => guide.themes.flatMap((theme) => theme.questions.map((question) => [question.id as string, theme.id as string]))),
  );
  const byTheme = Map.groupBy(themeOf, ([, theme]) => theme);
  const members = {
    spec: { kind: 'guide', level: 'question' } as const,
    of: ({ id }: Thing) => (byTheme.get(id) ?? []).map(([question]) => `question:${question}`),
  };
  return holderAxis('theme', titles.theme, things, (place) => place.answers.flatMap((id) => themeOf.get(id) ?? []), members);
}

export function sourceKindAxis(frame: StudyFrame, titles: AxisTitles): HolderAxis {
  const kindOf = new Map(frame.sources.map((source) => [source.id as string, source.kind]));
  const used = new Set(kindOf.values());
  const things = SOURCE_KINDS.filter((kind) => used.has(kind)).map((kind) => ({ id: `=${kind}`, name: titles.kinds[kind] }));
  return holderAxis(
    'sourceKind',
    titles.sourceKind,
    things,
    ({ sourceId }) => {
      const kind = kindOf.get(sourceId);
      return kind ? [`=${kind}`] : [];
    },
    targetMembers('source', new Map([...kindOf].map(([id, kind]) => [id, `=${kind}`]))),
  );
}

export function speakerAxis(frame: StudyFrame, titles: AxisTitles): HolderAxis {
  const labels = [...new Set(frame.speakers.map(({ label }) => label))].sort(byName.compare);
  const things = labels.map((label) => ({ id: `=${label}`, name: label }));
  return holderAxis('speaker', titles.speaker, things, (place) => place.labels.map((label) => `=${label}`));
}

/** Target id → its value, of those whose words are studied. */
function valuesOf(frame: StudyFrame, attribute: Attribute): Map<string, string> {
  const studied = attribute.scope === 'participant' ? new Set<string>(peopleStudied(frame.participants).map(({ id }) => id)) : null;
  const given = frame.values.filter((value) => value.attributeId === attribute.id && (studied?.has(value.targetId) ?? true));
  return new Map(given.map(({ targetId, value }) => [targetId, value]));
}

function attributeNamed(frame: StudyFrame, attributeId: string): Attribute {
  const attribute = frame.attributes.find((candidate) => candidate.id === attributeId);
  if (!attribute) throw new Refusal('matrix.attributeGone');
  return attribute;
}

export function attributeAxis(frame: StudyFrame, attributeId: string, titles: AxisTitles): HolderAxis {
  const attribute = attributeNamed(frame, attributeId);
  const values = valuesOf(frame, attribute);
  const distinct = [...new Set(values.values())].sort(compareValues(attribute));
  const targets = targetsOf(frame, attribute.scope);
  const thingOf = new Map([...values].map(([id, value]) => [id, `${attributeId}=${value}`]));
  const things = distinct.map((value) => ({ id: `${attributeId}=${value}`, name: shownValue(value, attribute.type, titles.language) }));
  return holderAxis(
    'attribute',
    attribute.name,
    things,
    (place) => [...targets(place)].flatMap((id) => thingOf.get(id) ?? []),
    targetMembers(attribute.scope, thingOf),
  );
}

/** Target id → its date; of the sources themselves, or of an attribute's targets. A missing date is empty. */
function datesOf(frame: StudyFrame, attribute: Attribute | null): Map<string, string> {
  if (!attribute) return new Map(frame.sources.map(({ id, date }) => [id, date ?? '']));
  const values = valuesOf(frame, attribute);
  const targets = { case: frame.cases, source: frame.sources, participant: peopleStudied(frame.participants) }[attribute.scope];
  return new Map(targets.map(({ id }) => [id, values.get(id) ?? '']));
}

/** The title tells how many things have no place on the axis, so that no table loses them silently. */
export function periodAxis(frame: StudyFrame, attributeId: string | null, rule: PeriodRule, titles: AxisTitles): HolderAxis {
  const attribute = attributeId === null ? null : attributeNamed(frame, attributeId);
  const name = attribute?.name ?? titles.date;
  if (attribute && attribute.type !== 'date') throw new Refusal('matrix.notDates', { attribute: name });
  const dates = datesOf(frame, attribute);
  const periods = periodsOf([...dates.values()], rule, titles);
  const things = periods.map((period) => ({ id: `${attributeId ?? ''}=${period.from}..${period.to}`, name: period.name }));
  const placed = new Map(
    [...dates].flatMap(([id, date]) => {
      const thing = things[periodAt(periods, date)];
      return thing ? [[id, thing.id] as const] : [];
    }),
  );
  const outside = dates.size - placed.size;
  const title = [name, titles.by[rule.by], ...(outside > 0 ? [`(${titles.inNoPeriod(outside)})`] : [])].join(' ');
  const scope = attribute?.scope ?? 'source';
  const targets = targetsOf(frame, scope);
  return holderAxis('period', title, things, (place) => [...targets(place)].flatMap((id) => placed.get(id) ?? []), targetMembers(scope, placed));
}
