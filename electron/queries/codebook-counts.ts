// How often each category is applied, in how many sources and in which cases: what a printed codebook says.
import { lineage } from '../../shared/domain/category.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { ParticipantId, SourceId } from '../../shared/domain/ids.ts';
import { caseNamesOf } from '../../shared/domain/matrix-axes.ts';
import type { Project } from '../storage/open-project.ts';
import { readStudyFrame } from './matrix-frame.ts';
import { readOutline } from './sources.ts';

/** With everything below the category. */
export interface CategoryCount {
  readonly codings: number;
  readonly sources: number;
  /** Case name → codings; a passage may belong to several cases. */
  readonly byCase: ReadonlyMap<string, number>;
}

interface Tally {
  codings: number;
  readonly sources: Set<string>;
  readonly byCase: Map<string, number>;
}

interface CodedRow {
  passage_id: string;
  category_id: string;
  source_id: string;
  start_turn_id: string;
  end_turn_id: string;
}

/** Cases of a passage, by the turns that it begins and ends in; passages of one turn are looked at once. */
function caseFinder(project: Project): { readonly cases: readonly string[]; readonly casesOf: (row: CodedRow) => readonly string[] } {
  const frame = readStudyFrame(project);
  const namesOf = caseNamesOf(frame);
  const turns = readOutline(project);
  const indexOf = new Map(turns.map((turn, index) => [turn.id as string, index]));
  const known = new Map<string, readonly string[]>();
  const casesOf = (row: CodedRow): readonly string[] => {
    const key = `${row.start_turn_id} ${row.end_turn_id}`;
    const found = known.get(key);
    if (found) return found;
    const [first, last] = [indexOf.get(row.start_turn_id) ?? 0, indexOf.get(row.end_turn_id) ?? 0];
    const people = new Set(turns.slice(first, last + 1).flatMap(({ participantId }) => participantId ?? []));
    const place = {
      sourceId: row.source_id as SourceId,
      firstTurn: turns[first]?.position ?? 0,
      lastTurn: turns[last]?.position ?? 0,
      participantIds: [...people] as ParticipantId[],
    };
    const names = namesOf(place);
    known.set(key, names);
    return names;
  };
  return { cases: frame.cases.map(({ name }) => name), casesOf };
}

/** Category id → its counts; passages whose words were corrected away are apart from them. */
export function countCategories(
  project: Project,
  codebook: Codebook,
): { readonly cases: readonly string[]; readonly counts: ReadonlyMap<string, CategoryCount> } {
  const { cases, casesOf } = caseFinder(project);
  const above = new Map<string, readonly string[]>();
  const tallies = new Map<string, Tally>();
  for (const grid of codebook) {
    const byId = new Map(grid.categories.map((category) => [category.id as string, category]));
    for (const { id } of grid.categories) {
      above.set(
        id,
        lineage(byId, id).map((step) => step.id),
      );
      tallies.set(id, { codings: 0, sources: new Set(), byCase: new Map() });
    }
  }
  const rows = project.sqlite.prepare<[], CodedRow>(
    `SELECT p.id AS passage_id, c.category_id, p.source_id, p.start_turn_id, p.end_turn_id FROM coding c JOIN passage p ON p.id = c.passage_id
     WHERE p.lost_quote IS NULL`,
  );
  for (const row of rows.iterate()) {
    const names = casesOf(row);
    for (const id of above.get(row.category_id) ?? []) {
      const tally = tallies.get(id);
      if (!tally) continue;
      tally.codings += 1;
      tally.sources.add(row.source_id);
      for (const name of names) tally.byCase.set(name, (tally.byCase.get(name) ?? 0) + 1);
    }
  }
  return { cases, counts: new Map([...tallies].map(([id, tally]) => [id, { ...tally, sources: tally.sources.size }])) };
}
