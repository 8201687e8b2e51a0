// Maps of categories: what stands where. Their edges are the typed links, which stand on their own.
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, ConceptMapId } from '../../shared/domain/ids.ts';
import type { MapNode } from '../../shared/domain/typed-link.ts';
import { idsWhere, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface MapInput {
  /** Null makes a new one. */
  readonly mapId: ConceptMapId | null;
  readonly name: string;
  readonly note: string;
}

/** Refuses (`conceptMap.nameTaken`) a name that another map has. */
export function saveMap(session: Session, input: MapInput): ConceptMapId {
  const known = input.mapId && requireRow(session, 'concept_map', input.mapId, 'conceptMap.unknown');
  const maps = session.project.sqlite.prepare<[], { id: string; name: string }>('SELECT id, name FROM concept_map').all();
  if (maps.some(({ id, name }) => id !== input.mapId && isSameName(name, input.name)))
    throw new Refusal('conceptMap.nameTaken', { name: input.name });
  const name = input.name.trim();
  return runCommand(session, { name: 'conceptMap.save', input, subject: { name } }, ({ writer, at }) => {
    const id = input.mapId ?? newId<ConceptMapId>();
    if (known) writer.update('concept_map', id, { name, note: input.note, updatedAt: at });
    else writer.insert('concept_map', { id, name, note: input.note, updatedAt: at });
    return id;
  });
}

/** The links drawn on it stay. */
export function removeMap(session: Session, input: { mapId: ConceptMapId }): void {
  const { id, name } = requireRow(session, 'concept_map', input.mapId, 'conceptMap.unknown');
  runCommand(session, { name: 'conceptMap.remove', input, subject: { name } }, (context) => {
    for (const node of idsWhere(context, 'concept_map_node', 'concept_map_id', id)) context.writer.remove('concept_map_node', node);
    context.writer.remove('concept_map', id);
  });
}

function nodesOf(session: Session, mapId: string): ReadonlyMap<string, string> {
  const rows = session.project.sqlite
    .prepare<[string], { id: string; categoryId: string }>('SELECT id, category_id AS categoryId FROM concept_map_node WHERE concept_map_id = ?')
    .all(mapId);
  return new Map(rows.map(({ id, categoryId }) => [categoryId, id]));
}

/** Puts categories on a map, or elsewhere on it; one gesture, one act. */
export function placeOnMap(session: Session, input: { mapId: ConceptMapId; nodes: readonly MapNode[] }): void {
  const map = requireRow(session, 'concept_map', input.mapId, 'conceptMap.unknown');
  const rows = input.nodes.map(({ categoryId }) => requireRow(session, 'category', categoryId, 'category.unknown'));
  const known = nodesOf(session, map.id);
  const subject = { name: rows[0]?.name ?? '', count: rows.length, into: map.name };
  runCommand(session, { name: 'conceptMap.place', input, subject }, ({ writer }) => {
    for (const { categoryId, x, y } of new Map(input.nodes.map((node) => [node.categoryId, node])).values()) {
      const id = known.get(categoryId);
      if (id === undefined) writer.insert('concept_map_node', { id: newId(), conceptMapId: map.id, categoryId, x, y });
      else writer.update('concept_map_node', id, { x, y });
    }
  });
}

export function takeOffMap(session: Session, input: { mapId: ConceptMapId; categoryIds: readonly CategoryId[] }): void {
  const map = requireRow(session, 'concept_map', input.mapId, 'conceptMap.unknown');
  const known = nodesOf(session, map.id);
  const [first] = input.categoryIds.map((id) => requireRow(session, 'category', id, 'category.unknown').name);
  const nodes = [...new Set(input.categoryIds)].flatMap((id) => known.get(id) ?? []);
  runCommand(session, { name: 'conceptMap.takeOff', input, subject: { name: first ?? '', count: nodes.length, into: map.name } }, ({ writer }) => {
    for (const id of nodes) writer.remove('concept_map_node', id);
  });
}
