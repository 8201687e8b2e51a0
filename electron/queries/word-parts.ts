// What a corpus of words is parted by: sources, cases, who speaks, an attribute's values. A turn may belong to several parts, or to none.
import type { WordParts } from '../../shared/domain/words.ts';
import type { Project } from '../storage/open-project.ts';
import type { SourceWords } from './word-store.ts';

/** Places in `labels`. */
type PartsOfTurn = readonly number[];

export interface Partition {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** For one source: the parts that a turn belongs to. */
  readonly of: (source: SourceWords) => (turn: number) => PartsOfTurn;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const NONE: PartsOfTurn = [];

function partition(named: readonly Named[], of: (places: ReadonlyMap<string, number>) => Partition['of']): Partition {
  const places = new Map(named.map(({ id }, at) => [id, at]));
  return { keys: named.map(({ id }) => id), labels: named.map(({ name }) => name), of: of(places) };
}

function rows<Row>({ sqlite }: Project, sql: string, ...parameters: string[]): Row[] {
  return sqlite.prepare<string[], Row>(sql).all(...parameters);
}

/** All turns of a source belong alike. */
function bySource(project: Project): Partition {
  const sources = rows<Named>(project, 'SELECT id, name FROM source ORDER BY position, name');
  return partition(sources, (places) => ({ id }) => {
    const at = places.get(id);
    const own = at === undefined ? NONE : [at];
    return () => own;
  });
}

interface CasePlace {
  readonly sourceId: string;
  readonly caseId: string;
  readonly first: number;
  /** Null: to the source's end. */
  readonly last: number | null;
}

/** The cases of sources and of parts of sources, each with what it stands for. */
function casesOf(project: Project, placeOf: (caseId: string) => number | undefined): Partition['of'] {
  const all = rows<CasePlace>(
    project,
    `SELECT source_id AS sourceId, case_id AS caseId, 0 AS first, NULL AS last FROM source_case
     UNION ALL SELECT x.source_id, x.case_id, a.position, b.position FROM case_part x JOIN turn a ON a.id = x.first_turn_id JOIN turn b ON b.id = x.last_turn_id`,
  );
  const own = Map.groupBy(all, ({ sourceId }) => sourceId);
  return ({ id }) => {
    const here = (own.get(id) ?? []).flatMap(({ caseId, first, last }) => {
      const at = placeOf(caseId);
      return at === undefined ? [] : [{ at, first, last: last ?? Number.POSITIVE_INFINITY }];
    });
    return (turn) => [...new Set(here.flatMap(({ at, first, last }) => (turn >= first && turn <= last ? [at] : [])))];
  };
}

function byCase(project: Project): Partition {
  const cases = rows<Named>(project, 'SELECT id, name FROM study_case ORDER BY position, name');
  return partition(cases, (places) => casesOf(project, (id) => places.get(id)));
}

function bySpeaker(project: Project): Partition {
  const people = rows<Named>(project, 'SELECT id, name FROM participant ORDER BY is_interviewer, name');
  return partition(people, (places) => ({ turnSpeakers }) => {
    const own = turnSpeakers.map((id) => {
      const at = id === null ? undefined : places.get(id);
      return at === undefined ? NONE : [at];
    });
    return (turn) => own[turn] ?? NONE;
  });
}

interface ValueRow {
  readonly scope: 'case' | 'source' | 'participant';
  readonly targetId: string;
  readonly value: string;
}

function byAttribute(project: Project, attributeId: string): Partition {
  const values = rows<ValueRow>(
    project,
    `SELECT a.scope, v.target_id AS targetId, v.value FROM attribute_value v JOIN attribute a ON a.id = v.attribute_id WHERE a.id = ? AND v.value <> ''`,
    attributeId,
  );
  const scope = values[0]?.scope ?? 'source';
  const valueOf = new Map(values.map(({ targetId, value }) => [targetId, value]));
  const distinct = [...new Set(values.map(({ value }) => value))].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
  return partition(
    distinct.map((value) => ({ id: value, name: value })),
    (places) => {
      const placeOf = (targetId: string): number | undefined => places.get(valueOf.get(targetId) ?? '');
      if (scope === 'case') return casesOf(project, placeOf);
      const own = (targetId: string | null): PartsOfTurn => {
        const at = targetId === null ? undefined : placeOf(targetId);
        return at === undefined ? NONE : [at];
      };
      if (scope === 'source')
        return ({ id }) => {
          const here = own(id);
          return () => here;
        };
      return ({ turnSpeakers }) => {
        const here = turnSpeakers.map(own);
        return (turn) => here[turn] ?? NONE;
      };
    },
  );
}

const WHOLE: PartsOfTurn = [0];

export function readPartition(project: Project, by: WordParts): Partition {
  switch (by.kind) {
    case 'none':
      return { keys: [''], labels: [''], of: () => () => WHOLE };
    case 'source':
      return bySource(project);
    case 'case':
      return byCase(project);
    case 'speaker':
      return bySpeaker(project);
    case 'attribute':
      return byAttribute(project, by.attributeId);
  }
}
