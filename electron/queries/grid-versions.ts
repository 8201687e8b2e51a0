// Reads the kept states of a grid, the present one in the same form, and what differs between two.
import { Refusal } from '../../shared/domain/failure.ts';
import { compareStates } from '../../shared/domain/grid-version.ts';
import type { GridComparison, GridState, GridVersion, KeptCategory, RestorePlan } from '../../shared/domain/grid-version.ts';
import { inTreeOrder } from '../../shared/domain/category.ts';
import type { GridId, GridVersionId } from '../../shared/domain/ids.ts';
import { entityKeysIn } from '../../shared/domain/matrix.ts';
import type { Project } from '../storage/open-project.ts';
import { exampleWords } from './example-passages.ts';
import { textPieces } from './text-diff.ts';

interface VersionRow {
  id: GridVersionId;
  grid_id: GridId;
  number: number;
  reason: string;
  coder_name: string;
  created_at: string;
  content: string;
}

const VERSIONS = 'SELECT v.*, k.name AS coder_name FROM grid_version v JOIN coder k ON k.id = v.coder_id';

const stateIn = ({ content }: Pick<VersionRow, 'content'>): GridState => JSON.parse(content) as GridState;

function toVersion(row: VersionRow): GridVersion {
  const { id, number, reason } = row;
  return { id, number, reason, coderName: row.coder_name, createdAt: row.created_at, categories: stateIn(row).categories.length };
}

/** The latest first. */
export function listVersions(project: Project, gridId: string): GridVersion[] {
  return project.sqlite.prepare<[string], VersionRow>(`${VERSIONS} WHERE v.grid_id = ? ORDER BY v.number DESC`).all(gridId).map(toVersion);
}

export interface KeptVersion {
  readonly gridId: GridId;
  readonly version: GridVersion;
  readonly state: GridState;
}

export function readVersion(project: Project, versionId: string): KeptVersion {
  const row = project.sqlite.prepare<[string], VersionRow>(`${VERSIONS} WHERE v.id = ?`).get(versionId);
  if (!row) throw new Refusal('grid.versionUnknown');
  return { gridId: row.grid_id, version: toVersion(row), state: stateIn(row) };
}

/** The grid as it stands, its examples in the words that their passages have now. */
export function presentState(project: Project, gridId: string): GridState {
  const { sqlite } = project;
  const grid = sqlite.prepare<[string], GridState['grid']>('SELECT title, source, description FROM grid WHERE id = ?').get(gridId);
  if (!grid) throw new Refusal('grid.unknown', { id: gridId });
  const categories = sqlite
    .prepare<[string], KeptCategory>(
      `SELECT id, parent_id AS parentId, position, name, definition, inclusion, exclusion, example, example_passage_id AS examplePassageId,
         color, origin, stage, status, scale, created_at AS createdAt FROM category WHERE grid_id = ?`,
    )
    .all(gridId)
    .map((item) => (item.examplePassageId === null ? item : { ...item, example: exampleWords(project, item.examplePassageId).words }));
  const places = sqlite
    .prepare<[string], { categoryId: string; parentId: string }>(
      `SELECT p.category_id AS categoryId, p.parent_id AS parentId FROM category_place p JOIN category c ON c.id = p.category_id
       WHERE c.grid_id = ? ORDER BY p.rowid`,
    )
    .all(gridId);
  return { grid, categories: inTreeOrder(categories), places: places.map(({ categoryId, parentId }) => [categoryId, parentId] as const) };
}

/** Null stands for the grid as it is now. */
export function compareVersions(project: Project, gridId: string, before: string | null, after: string | null): GridComparison {
  const stateOf = (id: string | null): GridState => {
    if (id === null) return presentState(project, gridId);
    const kept = readVersion(project, id);
    if (kept.gridId !== gridId) throw new Refusal('grid.versionUnknown');
    return kept.state;
  };
  return compareStates(stateOf(before), stateOf(after), textPieces);
}

const NAMED = [
  'SELECT 1 FROM coding WHERE category_id = @id',
  "SELECT 1 FROM memo WHERE target_kind = 'category' AND target_id = @id",
  "SELECT 1 FROM memo_link WHERE target_kind = 'category' AND target_id = @id",
  'SELECT 1 FROM question_category WHERE category_id = @id',
  'SELECT 1 FROM matrix WHERE instr(definition, @id) > 0',
  'SELECT 1 FROM coding_rule WHERE instr(definition, @id) > 0',
  'SELECT 1 FROM board_place WHERE category_id = @id',
  'SELECT 1 FROM quick_key WHERE category_id = @id',
  'SELECT 1 FROM link WHERE from_category_id = @id OR to_category_id = @id',
  'SELECT 1 FROM concept_map_node WHERE category_id = @id',
  'SELECT 1 FROM meaning_mark WHERE category_id = @id',
  'SELECT 1 FROM suggestion_decision WHERE category_id = @id',
];

/** Categories on which something hangs: codings, memos, what was written at crossings, questions, matrices, rules, keys, links, maps, judgements. */
function inUse(project: Project, categoryIds: readonly string[]): Set<string> {
  const { sqlite } = project;
  const written = sqlite
    .prepare<[], { key: string }>('SELECT key FROM cell UNION SELECT cell_key FROM cell_stance')
    .all()
    .flatMap(({ key }) => entityKeysIn(key));
  const crossed = new Set(written);
  const isNamed = sqlite.prepare<[{ id: string }], unknown>(NAMED.join(' UNION ALL '));
  return new Set(categoryIds.filter((id) => crossed.has(`category:${id}`) || isNamed.get({ id }) !== undefined));
}

/** The categories made since the version, depth first: those that would go, those that would be set aside with what leads to them. */
export function madeSince(project: Project, now: GridState, then: GridState): { readonly going: KeptCategory[]; readonly setAside: KeptCategory[] } {
  const known = new Set(then.categories.map(({ id }) => id));
  const made = now.categories.filter(({ id }) => !known.has(id));
  const used = inUse(
    project,
    made.map(({ id }) => id),
  );
  return { going: made.filter(({ id }) => !used.has(id)), setAside: made.filter(({ id }) => used.has(id)) };
}

export function planRestore(project: Project, versionId: string): RestorePlan {
  const { gridId, version, state } = readVersion(project, versionId);
  const now = presentState(project, gridId);
  const { going, setAside } = madeSince(project, now, state);
  const names = (items: readonly KeptCategory[]): string[] => items.map(({ name }) => name);
  return { version, comparison: compareStates(now, state, textPieces), going: names(going), setAside: names(setAside) };
}
