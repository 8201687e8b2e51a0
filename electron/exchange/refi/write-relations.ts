// What ties things together: links of memos and typed links, groups of cases as sets, concept maps as graphs.
import { colorIn } from './code-words.ts';
import { derivedGuid } from './guids.ts';
import { upper } from './project-notes.ts';
import type { StudyRows } from './study-rows.ts';
import { element } from './xml-writing.ts';

export function* linkPieces(study: StudyRows): Generator<string> {
  const written = [...caseLinks(study), ...memoLinks(study), ...typedLinks(study)];
  if (written.length > 0) yield element('Links', {}, written);
}

function caseLinks({ notes }: StudyRows): string[] {
  return notes
    .linked()
    .map(({ id, targetId }) =>
      element('Link', { guid: derivedGuid('about', id), direction: 'OneWay', originGUID: upper(id), targetGUID: upper(targetId) }),
    );
}

function memoLinks(study: StudyRows): string[] {
  const links = study.all<{ id: string; memoId: string; targetId: string }>(
    `SELECT id, memo_id AS memoId, target_id AS targetId FROM memo_link l WHERE target_kind IN ('source', 'category', 'case', 'memo')
       OR target_kind = 'passage' AND EXISTS (SELECT 1 FROM passage WHERE id = l.target_id AND lost_quote IS NULL) ORDER BY rowid`,
  );
  return links.map(({ id, memoId, targetId }) =>
    element('Link', { guid: upper(id), name: 'memo', direction: 'OneWay', originGUID: upper(memoId), targetGUID: upper(targetId) }),
  );
}

const directionOf = (isDirected: number): string => (isDirected === 1 ? 'OneWay' : 'Associative');

function typedLinks(study: StudyRows): string[] {
  const links = study.all<{ id: string; name: string; color: string; isDirected: number; from: string; to: string }>(
    `SELECT l.id, t.name, t.color, t.is_directed AS isDirected, coalesce(l.from_category_id, l.from_passage_id, l.from_memo_id) AS "from",
       coalesce(l.to_category_id, l.to_passage_id, l.to_memo_id) AS "to" FROM link l JOIN link_type t ON t.id = l.link_type_id
     WHERE NOT EXISTS (SELECT 1 FROM passage p WHERE p.lost_quote IS NOT NULL AND p.id IN (l.from_passage_id, l.to_passage_id)) ORDER BY l.rowid`,
  );
  return links.map(({ id, name, color, isDirected, from, to }) =>
    element('Link', {
      guid: upper(id),
      name,
      direction: directionOf(isDirected),
      color: colorIn(color),
      originGUID: upper(from),
      targetGUID: upper(to),
    }),
  );
}

/** Groups of cases: their sources together. */
export function* setPieces(study: StudyRows): Generator<string> {
  const groups = study.all<{ id: string; name: string }>('SELECT id, name FROM case_group ORDER BY position, rowid');
  if (groups.length === 0) return;
  const members = groups.map(({ id, name }) => {
    const sources = study.all<{ sourceId: string }>(
      `SELECT DISTINCT s.source_id AS sourceId FROM case_group_member m JOIN source_case s ON s.case_id = m.case_id WHERE m.group_id = ? ORDER BY s.rowid`,
      id,
    );
    return element(
      'Set',
      { guid: upper(id), name },
      sources.map(({ sourceId }) => element('MemberSource', { targetGUID: upper(sourceId) })),
    );
  });
  yield element('Sets', {}, members);
}

/** Half the size of a category's box on a map, in px: the standard has corners, a map the middle. */
const HALF_WIDTH = 70;
const HALF_HEIGHT = 20;

interface MapNodeRow {
  readonly id: string;
  readonly categoryId: string;
  readonly name: string;
  readonly color: string;
  readonly x: number;
  readonly y: number;
}

/** Concept maps; the links between categories that stand on one are its edges. */
export function* graphPieces(study: StudyRows): Generator<string> {
  const maps = study.all<{ id: string; name: string }>('SELECT id, name FROM concept_map ORDER BY name, rowid');
  if (maps.length === 0) return;
  yield '<Graphs>\n';
  for (const { id, name } of maps) yield element('Graph', { guid: upper(id), name }, [...vertices(study, id), ...edges(study, id)]);
  yield '</Graphs>\n';
}

function vertices(study: StudyRows, mapId: string): string[] {
  const nodes = study.all<MapNodeRow>(
    `SELECT n.id, n.category_id AS categoryId, c.name, c.color, n.x, n.y FROM concept_map_node n JOIN category c ON c.id = n.category_id
     WHERE n.concept_map_id = ? ORDER BY n.rowid`,
    mapId,
  );
  return nodes.map(({ id, categoryId, name, color, x, y }) => {
    const [middleX, middleY] = [Math.round(x), Math.round(y)];
    return element('Vertex', {
      guid: upper(id),
      representedGUID: upper(categoryId),
      name,
      firstX: middleX - HALF_WIDTH,
      firstY: middleY - HALF_HEIGHT,
      secondX: middleX + HALF_WIDTH,
      secondY: middleY + HALF_HEIGHT,
      shape: 'RoundedRectangle',
      color: colorIn(color),
    });
  });
}

function edges(study: StudyRows, mapId: string): string[] {
  const links = study.all<{ id: string; name: string; color: string; isDirected: number; from: string; to: string }>(
    `SELECT l.id, t.name, t.color, t.is_directed AS isDirected, a.id AS "from", b.id AS "to" FROM link l JOIN link_type t ON t.id = l.link_type_id
     JOIN concept_map_node a ON a.category_id = l.from_category_id
     JOIN concept_map_node b ON b.category_id = l.to_category_id AND b.concept_map_id = a.concept_map_id
     WHERE a.concept_map_id = ? ORDER BY l.rowid`,
    mapId,
  );
  return links.map(({ id, name, color, isDirected, from, to }) =>
    element('Edge', {
      guid: derivedGuid('edge', mapId, id),
      representedGUID: upper(id),
      name,
      sourceVertex: upper(from),
      targetVertex: upper(to),
      color: colorIn(color),
      direction: directionOf(isDirected),
    }),
  );
}
