// Keeps typed links, and the maps they are drawn on, true while what they join goes away or becomes something else.
import type { LinkEndKind } from '../../shared/domain/typed-link.ts';
import { hasRow } from '../queries/entity-tables.ts';
import { currentColumns } from '../storage/writer.ts';
import type { Columns } from '../storage/writer.ts';
import { statement } from '../storage/statements.ts';
import { removePassageIfBare } from './passage-rows.ts';
import type { Writing } from './passage-rows.ts';

const SIDES = ['from', 'to'] as const;
const COLUMN = { category: 'CategoryId', passage: 'PassageId', memo: 'MemoId' } as const;

/** Of what `sql` finds for the thing called `@id`. */
function ids({ project: { sqlite } }: Writing, sql: string, id: string): string[] {
  return statement<[{ id: string }], { id: string }>(sqlite, sql)
    .all({ id })
    .map((row) => row.id);
}

const NAMING: Readonly<Record<LinkEndKind, string>> = {
  category: 'SELECT id FROM link WHERE from_category_id = @id OR to_category_id = @id ORDER BY rowid',
  passage: 'SELECT id FROM link WHERE from_passage_id = @id OR to_passage_id = @id ORDER BY rowid',
  memo: 'SELECT id FROM link WHERE from_memo_id = @id OR to_memo_id = @id ORDER BY rowid',
};
const EVIDENCE = 'SELECT id FROM link_evidence WHERE link_id = @id ORDER BY position, rowid';

const passageOf = (row: Columns | undefined): string => String(row?.passage_id ?? '');

/** Answers with the passages that it named or rested on. */
function dropLink(writing: Writing, id: string): string[] {
  const { writer, project } = writing;
  const row = currentColumns(project.sqlite, 'link', id);
  const evidence = ids(writing, EVIDENCE, id);
  const passages = evidence.map((each) => passageOf(currentColumns(project.sqlite, 'link_evidence', each)));
  for (const each of evidence) writer.remove('link_evidence', each);
  writer.remove('link', id);
  return [...passages, ...[row?.from_passage_id, row?.to_passage_id].flatMap((passage) => (passage ? [String(passage)] : []))];
}

function clear(writing: Writing, passageIds: readonly string[], except = ''): void {
  for (const id of new Set(passageIds)) if (id !== except && hasRow(writing.project.sqlite, 'passage', id)) removePassageIfBare(writing, id);
}

/** Removes a link with its evidence, and passages that nothing else keeps. */
export function removeLinkRow(writing: Writing, id: string): void {
  clear(writing, dropLink(writing, id));
}

/** The link's evidence as it is from now on, in this order; passages that nothing else keeps go. */
export function writeEvidence(writing: Writing, linkId: string, passageIds: readonly string[], newId: () => string): void {
  const { writer, project } = writing;
  const wanted = [...new Set(passageIds)];
  const known = new Map(ids(writing, EVIDENCE, linkId).map((id) => [passageOf(currentColumns(project.sqlite, 'link_evidence', id)), id]));
  const gone = [...known].filter(([passage]) => !wanted.includes(passage));
  for (const [, id] of gone) writer.remove('link_evidence', id);
  wanted.forEach((passageId, position) => {
    const id = known.get(passageId);
    if (id === undefined) writer.insert('link_evidence', { id: newId(), linkId, passageId, position });
    else writer.update('link_evidence', id, { position });
  });
  clear(
    writing,
    gone.map(([passage]) => passage),
  );
}

const FROM = 'coalesce(l.from_category_id, l.from_passage_id, l.from_memo_id)';
const TO = 'coalesce(l.to_category_id, l.to_passage_id, l.to_memo_id)';
const TWIN = `SELECT l.id FROM link l JOIN link_type t ON t.id = l.link_type_id
  WHERE l.link_type_id = @typeId AND l.id <> @except
    AND ((${FROM} = @fromId AND ${TO} = @toId) OR (t.is_directed = 0 AND ${FROM} = @toId AND ${TO} = @fromId)) LIMIT 1`;

/** Another link that says the same; ends by their ids, which are never those of two things. */
export function twinOf(writing: Pick<Writing, 'project'>, typeId: string, fromId: string, toId: string, except = ''): string | undefined {
  return statement<[object], { id: string }>(writing.project.sqlite, TWIN).get({ typeId, fromId, toId, except })?.id;
}

const endOf = (row: Columns, side: 'from' | 'to'): string =>
  String(row[`${side}_category_id`] ?? row[`${side}_passage_id`] ?? row[`${side}_memo_id`]);

/** One link goes into another that says the same: its note and its evidence join the other's. */
export function foldLink(writing: Writing, fromId: string, intoId: string): void {
  const { writer, project } = writing;
  const [from, into] = [fromId, intoId].map((id) => String(currentColumns(project.sqlite, 'link', id)?.note ?? ''));
  const note = [into, from].filter((text, at, both) => text !== '' && both.indexOf(text) === at).join('\n');
  writer.update('link', intoId, { note });
  const there = new Map(ids(writing, EVIDENCE, intoId).map((id) => [passageOf(currentColumns(project.sqlite, 'link_evidence', id)), id]));
  let position = there.size;
  for (const id of ids(writing, EVIDENCE, fromId)) {
    if (there.has(passageOf(currentColumns(project.sqlite, 'link_evidence', id)))) writer.remove('link_evidence', id);
    else writer.update('link_evidence', id, { linkId: intoId, position: position++ });
  }
  ids(writing, EVIDENCE, intoId).forEach((id, at) => writer.update('link_evidence', id, { position: at }));
  writer.remove('link', fromId);
}

/** A thing becomes part of another: links lead to that one from now on. Those between the two go, those that say the same become one. */
export function moveLinkEnds(writing: Writing, kind: 'category' | 'passage', fromId: string, intoId: string): void {
  const { writer, project } = writing;
  for (const id of ids(writing, NAMING[kind], fromId)) {
    const row = currentColumns(project.sqlite, 'link', id) as Columns;
    const [from, to] = SIDES.map((side) => (endOf(row, side) === fromId ? intoId : endOf(row, side))) as [string, string];
    const twin = twinOf(writing, String(row.link_type_id), from, to, id);
    if (from === to) clear(writing, dropLink(writing, id), fromId);
    else if (twin !== undefined) foldLink(writing, id, twin);
    else for (const side of SIDES) if (endOf(row, side) === fromId) writer.update('link', id, { [`${side}${COLUMN[kind]}`]: intoId });
  }
  if (kind === 'category') moveNodes(writing, fromId, intoId);
  else moveEvidence(writing, fromId, intoId);
}

function moveEvidence(writing: Writing, fromId: string, intoId: string): void {
  const twin = statement<[string, string], { id: string }>(
    writing.project.sqlite,
    'SELECT id FROM link_evidence WHERE link_id = ? AND passage_id = ?',
  );
  for (const id of ids(writing, 'SELECT id FROM link_evidence WHERE passage_id = @id ORDER BY rowid', fromId)) {
    const linkId = String(currentColumns(writing.project.sqlite, 'link_evidence', id)?.link_id);
    if (twin.get(linkId, intoId)) writing.writer.remove('link_evidence', id);
    else writing.writer.update('link_evidence', id, { passageId: intoId });
  }
}

const NODES = 'SELECT id FROM concept_map_node WHERE category_id = @id ORDER BY rowid';

/** On a map that shows both, the other one's place stays. */
function moveNodes(writing: Writing, fromId: string, intoId: string): void {
  const there = statement<[string, string], { id: string }>(
    writing.project.sqlite,
    'SELECT id FROM concept_map_node WHERE concept_map_id = ? AND category_id = ?',
  );
  for (const id of ids(writing, NODES, fromId)) {
    const mapId = String(currentColumns(writing.project.sqlite, 'concept_map_node', id)?.concept_map_id);
    if (there.get(mapId, intoId)) writing.writer.remove('concept_map_node', id);
    else writing.writer.update('concept_map_node', id, { categoryId: intoId });
  }
}

const isEnd = (table: string): table is LinkEndKind => table in NAMING;

function followRemovedEnd(writing: Writing, kind: LinkEndKind, id: string): void {
  for (const linkId of ids(writing, NAMING[kind], id)) if (hasRow(writing.project.sqlite, 'link', linkId)) removeLinkRow(writing, linkId);
  if (kind === 'category') for (const node of ids(writing, NODES, id)) writing.writer.remove('concept_map_node', node);
  if (kind !== 'passage') return;
  for (const each of ids(writing, 'SELECT id FROM link_evidence WHERE passage_id = @id ORDER BY rowid', id))
    writing.writer.remove('link_evidence', each);
}

/** After a command: links to what it removed go with it, and what only they kept. Answers whether anything went. Undo brings all of it back. */
export function followRemovedEnds(writing: Writing): boolean {
  const { diffs } = writing.writer;
  const before = diffs.length;
  for (const { op, table, id } of diffs)
    if (op === 'remove' && isEnd(table) && !hasRow(writing.project.sqlite, table, id)) followRemovedEnd(writing, table, id);
  return diffs.length > before;
}
