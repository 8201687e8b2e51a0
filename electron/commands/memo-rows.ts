// Keeps memos and their links true while what they are on and point to goes away or becomes something else.
import { randomUUID } from 'node:crypto';
import { linksOf, parseWrittenText, relinked } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import type { MemoTarget } from '../../shared/domain/memo.ts';
import type { LinkKind, TextLink } from '../../shared/domain/text-link.ts';
import { TABLE_OF_ENTITY, TABLE_OF_TARGET, crossingStands, hasRow } from '../queries/entity-tables.ts';
import { latestEntry } from '../storage/change-log.ts';
import { keepImage } from '../storage/images.ts';
import type { StoredImage } from '../storage/images.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { TableName } from '../storage/schema.ts';
import type { Writer } from '../storage/writer.ts';

type Sqlite = Project['sqlite'];

interface Writing {
  readonly writer: Writer;
  readonly project: { readonly sqlite: Sqlite };
}

/** What a memo is on, or points to, is in the project. */
export function targetStands(sqlite: Sqlite, kind: MemoTarget | LinkKind, id: string): boolean {
  if (kind === 'project') return true;
  return kind === 'cell' ? crossingStands(sqlite, id) : hasRow(sqlite, TABLE_OF_TARGET[kind], id);
}

function linkId(sqlite: Sqlite, memoId: string, { kind, id }: TextLink): string | undefined {
  return statement<[string, string, string], { id: string }>(
    sqlite,
    'SELECT id FROM memo_link WHERE memo_id = ? AND target_kind = ? AND target_id = ?',
  ).get(memoId, kind, id)?.id;
}

/** Writes the links of a memo as its text has them now; one to something that is gone stays words only. */
export function writeLinks({ writer, project: { sqlite } }: Writing, memoId: string, document: WrittenText | null): void {
  const wanted = (document ? linksOf(document) : []).filter(({ kind, id }) => targetStands(sqlite, kind, id));
  const keys = new Set(wanted.map(({ kind, id }) => `${kind} ${id}`));
  const present = statement<[string], { id: string; kind: string; target: string }>(
    sqlite,
    'SELECT id, target_kind AS kind, target_id AS target FROM memo_link WHERE memo_id = ? ORDER BY rowid',
  ).all(memoId);
  for (const { id, kind, target } of present) if (!keys.has(`${kind} ${target}`)) writer.remove('memo_link', id);
  for (const link of wanted)
    if (!linkId(sqlite, memoId, link)) writer.insert('memo_link', { id: randomUUID(), memoId, targetKind: link.kind, targetId: link.id });
}

/** Links to one thing lead to another from now on, in the texts too: the two became one. */
export function moveLinks(writing: Writing, kind: LinkKind, from: string, into: string): void {
  const { sqlite } = writing.project;
  const memos = statement<[string, string], { id: string; document: string | null }>(
    sqlite,
    'SELECT id, document FROM memo WHERE id IN (SELECT memo_id FROM memo_link WHERE target_kind = ? AND target_id = ?) ORDER BY rowid',
  ).all(kind, from);
  for (const memo of memos) {
    const document = parseWrittenText(memo.document);
    const moved = document && relinked(document, kind, from, into);
    if (!moved) continue;
    writing.writer.update('memo', memo.id, { document: JSON.stringify(moved) });
    writeLinks(writing, memo.id, moved);
  }
  moveLinksInCells(writing, kind, from, into);
}

/** Syntheses keep no list of what they point to: it is looked for in their texts. */
function moveLinksInCells({ writer, project: { sqlite } }: Writing, kind: LinkKind, from: string, into: string): void {
  const naming = JSON.stringify(from).slice(1, -1);
  const cells = statement<[string], { id: string; document: string }>(
    sqlite,
    'SELECT id, document FROM cell WHERE instr(document, ?) > 0 ORDER BY rowid',
  ).all(naming);
  for (const { id, document } of cells) {
    const text = parseWrittenText(document);
    const moved = text && relinked(text, kind, from, into);
    if (moved) writer.update('cell', id, { document: JSON.stringify(moved) });
  }
}

/** What was written on crossings, or points to them, goes to the crossings as `moved` names them. `part` is in every key that moves. */
export function moveMemosOnCells(writing: Writing, part: string, moved: (key: string) => string): void {
  const { writer, project } = writing;
  const memos = project.sqlite
    .prepare<[string], { id: string; key: string }>("SELECT id, target_id AS key FROM memo WHERE target_kind = 'cell' AND instr(target_id, ?) > 0")
    .all(part);
  for (const { id, key } of memos) writer.update('memo', id, { targetId: moved(key) });
  const links = project.sqlite
    .prepare<[string], { key: string }>("SELECT DISTINCT target_id AS key FROM memo_link WHERE target_kind = 'cell' AND instr(target_id, ?) > 0")
    .all(part);
  for (const { key } of links) moveLinks(writing, 'cell', key, moved(key));
}

function removeMemoRow({ writer, project: { sqlite } }: Writing, id: string): void {
  for (const link of statement<[string], { id: string }>(sqlite, 'SELECT id FROM memo_link WHERE memo_id = ? ORDER BY rowid').all(id))
    writer.remove('memo_link', link.id);
  if (hasRow(sqlite, 'memo', id)) writer.remove('memo', id);
}

const KINDS_OF_TABLE = new Map<TableName, keyof typeof TABLE_OF_TARGET>(
  Object.entries(TABLE_OF_TARGET).map(([kind, table]) => [table, kind as keyof typeof TABLE_OF_TARGET]),
);
/** Several kinds may be kept in one table: an attribute's values, and the periods of its dates. */
const ENTITIES_OF_TABLE = Map.groupBy(Object.keys(TABLE_OF_ENTITY) as (keyof typeof TABLE_OF_ENTITY)[], (kind): TableName => TABLE_OF_ENTITY[kind]);

/** Memos on a thing that is gone go with it, and so do the links to it; in the texts they stay as words. */
function followRemoval(writing: Writing, table: TableName, id: string): void {
  const kind = KINDS_OF_TABLE.get(table);
  if (kind === 'memo') removeMemoRow(writing, id);
  if (kind !== undefined) dropAll(writing, { kind, where: '= ?', value: id });
  for (const entity of ENTITIES_OF_TABLE.get(table) ?? [])
    dropAll(writing, { kind: 'cell', where: "LIKE '%' || ? || '%'", value: `${entity}:${id}` });
}

/** Names come from this program, never from a user. */
function dropAll(writing: Writing, { kind, where, value }: { kind: string; where: string; value: string }): void {
  const { sqlite } = writing.project;
  const memos = statement<[string, string], { id: string }>(
    sqlite,
    `SELECT id FROM memo WHERE target_kind = ? AND target_id ${where} ORDER BY rowid`,
  );
  for (const memo of memos.all(kind, value)) {
    removeMemoRow(writing, memo.id);
    dropAll(writing, { kind: 'memo', where: '= ?', value: memo.id });
  }
  const links = statement<[string, string], { id: string }>(
    sqlite,
    `SELECT id FROM memo_link WHERE target_kind = ? AND target_id ${where} ORDER BY rowid`,
  );
  for (const link of links.all(kind, value)) writing.writer.remove('memo_link', link.id);
}

/** After a command: what it removed takes the memos on it, and the links to it, along. Undo brings all of it back. */
export function followRemovals(writing: Writing): void {
  const { writer, project } = writing;
  const gone = writer.diffs.filter(({ op, table }) => op === 'remove' && (KINDS_OF_TABLE.has(table) || ENTITIES_OF_TABLE.has(table)));
  if (gone.length === 0 || statement(project.sqlite, 'SELECT 1 FROM memo LIMIT 1').get() === undefined) {
    for (const { table, id } of gone) if (table === 'memo') removeMemoRow(writing, id);
    return;
  }
  for (const { table, id } of gone) if (!hasRow(project.sqlite, table, id)) followRemoval(writing, table, id);
}

/** Typing that goes on after so long a rest is another act. */
export const BURST_MS = 3 * 60_000;

/** The last entry, where it is this memo's being typed a moment ago: what is typed on goes into it. `now`: milliseconds. */
export function openBurst(
  { project: { sqlite } }: Pick<Writing, 'project'>,
  memo: { id: string; updatedAt: string },
  now: number,
): string | undefined {
  if (now - Date.parse(memo.updatedAt) > BURST_MS) return undefined;
  const last = latestEntry(sqlite);
  const isThisMemo = last?.command === 'memo.write' && (last.input as { memoId?: unknown }).memoId === memo.id;
  return isThisMemo ? last.id : undefined;
}

/** Keeps a picture. It is no content: undo leaves it. */
export function keepPicture({ project: { sqlite } }: Pick<Writing, 'project'>, image: StoredImage): string {
  return keepImage(sqlite, image);
}

/** Those of these pictures that the project has not. */
export function missingPictures({ project: { sqlite } }: Pick<Writing, 'project'>, hashes: readonly string[]): string[] {
  return hashes.filter((sha256) => statement<[string]>(sqlite, 'SELECT 1 FROM image WHERE sha256 = ?').get(sha256) === undefined);
}
