// Which turns a search looks into, and which cases a turn belongs to: by its source, a part of it, or who speaks.
import type { Case } from '../../shared/domain/corpus.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { SearchFilter } from '../../shared/domain/search.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { TurnMap } from './turn-map.ts';

interface Part {
  readonly caseAt: number;
  readonly first: number;
  readonly last: number;
}

/** Cases by their place in `cases`. */
export interface CasesOfTurns {
  readonly cases: readonly Pick<Case, 'id' | 'name'>[];
  /** By source. */
  readonly whole: readonly (readonly number[])[];
  readonly parts: readonly (readonly Part[])[];
  /** By participant; null for those of no case. */
  readonly people: readonly (number | null)[];
}

export function readCasesOfTurns({ sqlite }: Project, { sources, participants }: TurnMap): CasesOfTurns {
  const cases = statement<[], { id: CaseId; name: string }>(sqlite, 'SELECT id, name FROM study_case ORDER BY position').all();
  const placeOf = new Map<string, number>(cases.map(({ id }, at) => [id, at]));
  const links = Map.groupBy(
    statement<[], { sourceId: string; caseId: string }>(sqlite, 'SELECT source_id AS sourceId, case_id AS caseId FROM source_case').all(),
    ({ sourceId }) => sourceId,
  );
  const parts = Map.groupBy(
    statement<[], { sourceId: string; caseId: string; first: number; last: number }>(
      sqlite,
      `SELECT x.source_id AS sourceId, x.case_id AS caseId, a.position AS first, b.position AS last
       FROM case_part x JOIN turn a ON a.id = x.first_turn_id JOIN turn b ON b.id = x.last_turn_id`,
    ).all(),
    ({ sourceId }) => sourceId,
  );
  const ofPerson = new Map(
    statement<[], { id: string; caseId: string }>(sqlite, 'SELECT id, case_id AS caseId FROM participant WHERE case_id IS NOT NULL')
      .all()
      .map(({ id, caseId }) => [id, placeOf.get(caseId) ?? null]),
  );
  return {
    cases,
    whole: sources.map(({ id }) => (links.get(id) ?? []).flatMap(({ caseId }) => placeOf.get(caseId) ?? [])),
    parts: sources.map(({ id }) => (parts.get(id) ?? []).map(({ caseId, first, last }) => ({ caseAt: placeOf.get(caseId) ?? 0, first, last }))),
    people: participants.map(({ id }) => ofPerson.get(id) ?? null),
  };
}

/** The cases of the turn at `place` of a source, spoken by this person; each once. */
export function casesAt({ whole, parts, people }: CasesOfTurns, source: number, place: number, person: number): readonly number[] {
  const ofSource = whole[source] ?? [];
  const ofParts = parts[source] ?? [];
  const ofPerson = people[person] ?? null;
  if (ofParts.length === 0 && (ofPerson === null || ofSource.includes(ofPerson))) return ofSource;
  const inside = ofParts.filter(({ first, last }) => place >= first && place <= last).map(({ caseAt }) => caseAt);
  return [...new Set([...ofSource, ...inside, ...(ofPerson === null ? [] : [ofPerson])])];
}

type AttributeChoice = SearchFilter['attributes'][number];

interface Holders {
  readonly scope: 'case' | 'source' | 'participant';
  readonly ids: ReadonlySet<string>;
}

function holdersOf({ sqlite }: Project, { attributeId, values }: AttributeChoice): Holders | null {
  const attribute = statement<[string], { scope: Holders['scope'] }>(sqlite, 'SELECT scope FROM attribute WHERE id = ?').get(attributeId);
  if (!attribute) return null;
  const rows = statement<[string, string], { id: string }>(
    sqlite,
    'SELECT target_id AS id FROM attribute_value WHERE attribute_id = ? AND value IN (SELECT value FROM json_each(?))',
  ).all(attributeId, JSON.stringify(values));
  return { scope: attribute.scope, ids: new Set(rows.map(({ id }) => id)) };
}

/** True for a turn of this source, place and speaker. */
type TurnTest = (source: number, place: number, person: number) => boolean;

/** Null where something that the filter names is no longer there. */
function testsOf(project: Project, map: TurnMap, cases: CasesOfTurns, filter: SearchFilter): TurnTest[] | null {
  const holders = filter.attributes.map((choice) => holdersOf(project, choice));
  const isThere = (ids: readonly string[], known: readonly { readonly id: string }[]): boolean =>
    ids.every((id) => known.some((each) => each.id === id));
  if (holders.includes(null) || !isThere(filter.sourceIds, map.sources) || !isThere(filter.caseIds, cases.cases)) return null;
  if (!isThere(filter.participantIds, map.participants)) return null;
  const isSource = (ids: ReadonlySet<string>): TurnTest => {
    const chosen = map.sources.map(({ id }) => ids.has(id));
    return (source) => chosen[source] ?? false;
  };
  const isPerson = (ids: ReadonlySet<string>): TurnTest => {
    const chosen = map.participants.map(({ id }) => ids.has(id));
    return (_source, _place, person) => chosen[person] ?? false;
  };
  const isCase = (ids: ReadonlySet<string>): TurnTest => {
    const chosen = cases.cases.map(({ id }) => ids.has(id));
    return (source, place, person) => casesAt(cases, source, place, person).some((at) => chosen[at]);
  };
  const of = { source: isSource, participant: isPerson, case: isCase };
  return [
    ...(filter.sourceIds.length > 0 ? [isSource(new Set(filter.sourceIds))] : []),
    ...(filter.participantIds.length > 0 ? [isPerson(new Set(filter.participantIds))] : []),
    ...(filter.caseIds.length > 0 ? [isCase(new Set(filter.caseIds))] : []),
    ...holders.flatMap((each) => (each ? [of[each.scope](each.ids)] : [])),
    ...(filter.withInterviewers ? [] : [(_source: number, _place: number, person: number) => map.participants[person]?.isInterviewer !== true]),
  ];
}

/** By rank: 1 for turns that are looked into; `all` where every turn is, `gone` where the filter names what is no longer there. */
export function turnsInScope(project: Project, map: TurnMap, cases: CasesOfTurns, filter: SearchFilter): Uint8Array | 'all' | 'gone' {
  const tests = testsOf(project, map, cases, filter);
  if (!tests) return 'gone';
  if (tests.length === 0) return 'all';
  const isIn = new Uint8Array(map.numberAt.length);
  for (let source = 0; source < map.sources.length; source += 1) {
    const [first, end] = [map.firstRanks[source] ?? 0, map.firstRanks[source + 1] ?? 0];
    for (let rank = first; rank < end; rank += 1) {
      const person = map.personAt[rank] ?? -1;
      if (tests.every((test) => test(source, rank - first, person))) isIn[rank] = 1;
    }
  }
  return isIn;
}
