// Reads typed links with their ends in words, their types, and the maps they are drawn on.
import type { CoderId, ConceptMapId, LinkId, LinkTypeId, PassageId } from '../../shared/domain/ids.ts';
import type { ConceptMap, LinkEnd, LinkEndWords, LinkType, MapNode, TypedLink } from '../../shared/domain/typed-link.ts';
import { rowById } from '../storage/open-project.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { TargetNames } from './memo-targets.ts';

/** Undefined for what is gone. */
function named(project: Project, names: TargetNames, end: LinkEnd): LinkEndWords | undefined {
  const words = names.words(end.kind, end.id);
  if (!words) return undefined;
  if (end.kind !== 'category') return { ...end, label: words.label, place: words.ref, sourceId: words.sourceId, color: null };
  const category = rowById(project, 'category', end.id);
  return { ...end, label: category?.name ?? '', place: words.label, sourceId: null, color: category?.color ?? null };
}

/** An end in words; undefined for what is gone. */
export function endWords(project: Project, end: LinkEnd): LinkEndWords | undefined {
  return named(project, new TargetNames(project), end);
}

interface LinkRow {
  readonly id: string;
  readonly typeId: string;
  readonly fromKind: LinkEnd['kind'];
  readonly fromId: string;
  readonly toKind: LinkEnd['kind'];
  readonly toId: string;
  readonly note: string;
  readonly coderId: string;
  readonly createdAt: string;
}

const kindOf = (side: 'from' | 'to'): string =>
  `CASE WHEN l.${side}_category_id IS NOT NULL THEN 'category' WHEN l.${side}_passage_id IS NOT NULL THEN 'passage' ELSE 'memo' END`;
const idOf = (side: 'from' | 'to'): string => `coalesce(l.${side}_category_id, l.${side}_passage_id, l.${side}_memo_id)`;

const LINKS = `SELECT * FROM (SELECT l.id, l.link_type_id AS typeId, ${kindOf('from')} AS fromKind, ${idOf('from')} AS fromId, ${kindOf('to')} AS toKind,
    ${idOf('to')} AS toId, l.note, l.coder_id AS coderId, l.created_at AS createdAt, t.position, l.rowid AS number
  FROM link l JOIN link_type t ON t.id = l.link_type_id)
  WHERE @id IS NULL OR fromId = @id OR toId = @id ORDER BY position, number`;
const EVIDENCE = 'SELECT link_id AS linkId, passage_id AS passageId FROM link_evidence ORDER BY link_id, position, rowid';

/** All, or those of one thing; by type, in the order in which they were made. */
export function listLinks(project: Project, end: LinkEnd | null): TypedLink[] {
  const { sqlite } = project;
  const rows = statement<[{ id: string | null }], LinkRow>(sqlite, LINKS).all({ id: end?.id ?? null });
  if (rows.length === 0) return [];
  const evidence = Map.groupBy(statement<[], { linkId: string; passageId: PassageId }>(sqlite, EVIDENCE).all(), ({ linkId }) => linkId);
  const names = new TargetNames(project);
  const known = new Map<string, LinkEndWords | undefined>();
  const words = (kind: LinkEnd['kind'], id: string): LinkEndWords | undefined => {
    if (!known.has(id)) known.set(id, named(project, names, { kind, id } as LinkEnd));
    return known.get(id);
  };
  return rows.flatMap((row): TypedLink[] => {
    const [from, to] = [words(row.fromKind, row.fromId), words(row.toKind, row.toId)];
    if (!from || !to) return [];
    const { note, createdAt } = row;
    const passages = (evidence.get(row.id) ?? []).map(({ passageId }) => passageId);
    const ids = { id: row.id as LinkId, typeId: row.typeId as LinkTypeId, coderId: row.coderId as CoderId };
    return [{ ...ids, from, to, note, evidence: passages, createdAt }];
  });
}

export function listLinkTypes({ sqlite }: Project): LinkType[] {
  return statement<[], { id: LinkTypeId; name: string; color: string; isDirected: 0 | 1; links: number }>(
    sqlite,
    `SELECT t.id, t.name, t.color, t.is_directed AS isDirected, (SELECT count(*) FROM link l WHERE l.link_type_id = t.id) AS links
     FROM link_type t ORDER BY t.position, t.rowid`,
  )
    .all()
    .map((type) => ({ ...type, isDirected: type.isDirected === 1 }));
}

export function listMaps({ sqlite }: Project): ConceptMap[] {
  const nodes = Map.groupBy(
    statement<[], MapNode & { mapId: string }>(
      sqlite,
      'SELECT concept_map_id AS mapId, category_id AS categoryId, x, y FROM concept_map_node ORDER BY rowid',
    ).all(),
    ({ mapId }) => mapId,
  );
  return statement<[], { id: ConceptMapId; name: string; note: string }>(sqlite, 'SELECT id, name, note FROM concept_map ORDER BY name, rowid')
    .all()
    .map((map) => ({ ...map, nodes: (nodes.get(map.id) ?? []).map(({ categoryId, x, y }) => ({ categoryId, x, y })) }));
}
