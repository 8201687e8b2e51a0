// Rows of what is written at crossings, as several commands write them. A cell's row stands as long as something is written in it.
import { crossingKey, entityKeysIn } from '../../shared/domain/matrix.ts';
import { parseWrittenText, writtenTextOf, writtenTextOfWords } from '../../shared/domain/written-text.ts';
import { latestEntry } from '../storage/change-log.ts';
import { rowById } from '../storage/open-project.ts';
import type { Row } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';
import { BURST_MS, moveMemosOnCells } from './memo-rows.ts';
import { moveCommentsOnCells } from './review-rows.ts';
import { newId } from './run-command.ts';
import type { CommandContext } from './run-command.ts';

type CellRow = Row<'cell'>;
type CellContent = Pick<CellRow, 'synthesis' | 'document' | 'status' | 'evidence' | 'scaleId' | 'rating' | 'remark'>;

const BLANK: CellContent = { synthesis: '', document: null, status: 'draft', evidence: null, scaleId: null, rating: null, remark: '' };

export function cellAt({ project }: Pick<CommandContext, 'project'>, key: string): CellRow | undefined {
  const found = statement<[string], { id: string }>(project.sqlite, 'SELECT id FROM cell WHERE key = ?').get(key);
  return found && rowById(project, 'cell', found.id);
}

/** The last entry, where it is this cell's synthesis being typed a moment ago: what is typed on goes into it. `now`: milliseconds. */
export function openSynthesis(
  { project }: Pick<CommandContext, 'project'>,
  cell: Pick<CellRow, 'key' | 'updatedAt'>,
  now: number,
): string | undefined {
  if (now - Date.parse(cell.updatedAt) > BURST_MS) return undefined;
  const last = latestEntry(project.sqlite);
  if (last?.command !== 'cell.writeSynthesis') return undefined;
  const { entityKeys } = last.input as { entityKeys?: readonly string[] };
  return entityKeys && crossingKey(entityKeys) === cell.key ? last.id : undefined;
}

const saysNothing = ({ synthesis, rating, remark }: CellContent): boolean => synthesis === '' && rating === null && remark === '';

/** Writes what is given of a cell and leaves the rest; a cell in which nothing is left goes. Who wrote it is known only where something changed. */
export function writeCell(context: CommandContext, key: string, given: Partial<CellContent>): void {
  const { writer, at, coderId } = context;
  const known = cellAt(context, key);
  const before: CellContent = known ?? BLANK;
  const content = { ...before, ...given };
  if (content.synthesis === '') Object.assign(content, { document: null, evidence: null, status: 'draft' });
  if (saysNothing(content)) {
    if (known) writer.remove('cell', known.id);
    return;
  }
  if (!known) writer.insert('cell', { id: newId(), key, ...pick(content), coderId, updatedAt: at });
  else if (COLUMNS.some((name) => content[name] !== known[name])) writer.update('cell', known.id, { ...pick(content), coderId, updatedAt: at });
}

const COLUMNS = Object.keys(BLANK) as (keyof CellContent)[];
const pick = (content: CellContent): CellContent => Object.fromEntries(COLUMNS.map((name) => [name, content[name]])) as unknown as CellContent;

/** Two syntheses in one, one under the other; the form is kept where either has one. */
function joinedSyntheses(a: CellContent, b: CellContent): Pick<CellContent, 'synthesis' | 'document'> {
  if (a.synthesis === '' || a.synthesis === b.synthesis) return b;
  if (b.synthesis === '') return a;
  const synthesis = `${a.synthesis}\n${b.synthesis}`;
  if (a.document === null && b.document === null) return { synthesis, document: null };
  const blocks = [a, b].flatMap((cell) => (parseWrittenText(cell.document) ?? writtenTextOfWords(cell.synthesis)).root.children);
  return { synthesis, document: JSON.stringify(writtenTextOf(blocks)) };
}

/** Both cells in one. It is a draft again, and nobody has yet compared it with all its passages. */
function joinedCells(into: CellContent, from: CellContent): CellContent {
  const rated = into.rating === null ? from : into;
  const remark =
    into.remark === '' || into.remark === from.remark ? from.remark : from.remark === '' ? into.remark : `${into.remark}\n${from.remark}`;
  return { ...joinedSyntheses(into, from), status: 'draft', evidence: null, scaleId: rated.scaleId, rating: rated.rating, remark };
}

export function pinsAt({ project }: Pick<CommandContext, 'project'>, key: string): Pick<Row<'cell_quote'>, 'id' | 'passageId' | 'position'>[] {
  return statement<[string], Pick<Row<'cell_quote'>, 'id' | 'passageId' | 'position'>>(
    project.sqlite,
    'SELECT id, passage_id AS passageId, position FROM cell_quote WHERE cell_key = ? ORDER BY position, rowid',
  ).all(key);
}

/** Gives pins the places 0, 1, 2 … in this order. */
export function orderPins({ writer }: CommandContext, ids: readonly string[]): void {
  ids.forEach((id, position) => writer.update('cell_quote', id, { position }));
}

/** Names come from this program, never from a user. */
function rowsNaming<T>({ project }: CommandContext, table: 'cell' | 'cell_stance' | 'cell_quote', columns: string, part: string): T[] {
  const key = table === 'cell' ? 'key' : 'cell_key';
  return statement<[string], T>(project.sqlite, `SELECT ${columns} FROM ${table} WHERE instr(${key}, ?) > 0 ORDER BY rowid`).all(part);
}

type OnPassage = Pick<Row<'cell_stance'>, 'id' | 'cellKey' | 'passageId'>;
const ON_PASSAGE = 'id, cell_key AS cellKey, passage_id AS passageId';

function hasTwin({ project }: CommandContext, table: 'cell_stance' | 'cell_quote', { cellKey, passageId }: Omit<OnPassage, 'id'>): boolean {
  return statement(project.sqlite, `SELECT 1 FROM ${table} WHERE cell_key = ? AND passage_id = ?`).get(cellKey, passageId) !== undefined;
}

/** What was written at crossings with one thing goes to the same crossings with another; keys as axes name them, `category:<uuid>`. */
export function moveCells(context: CommandContext, from: string, into: string): void {
  const { writer } = context;
  const moved = (key: string): string => crossingKey(entityKeysIn(key).map((part) => (part === from ? into : part)));
  for (const { id, key } of rowsNaming<{ id: string; key: string }>(context, 'cell', 'id, key', from)) {
    const cell = cellAt(context, key);
    const twin = cellAt(context, moved(key));
    if (cell && twin) {
      writer.remove('cell', id);
      writeCell(context, moved(key), joinedCells(twin, cell));
    } else if (cell) writer.update('cell', id, { key: moved(key), evidence: cell.evidence?.replaceAll(from, into) ?? null });
  }
  for (const table of ['cell_stance', 'cell_quote'] as const) {
    for (const row of rowsNaming<OnPassage>(context, table, ON_PASSAGE, from)) {
      const cellKey = moved(row.cellKey);
      if (hasTwin(context, table, { cellKey, passageId: row.passageId })) writer.remove(table, row.id);
      else if (table === 'cell_stance') writer.update(table, row.id, { cellKey });
      else writer.update(table, row.id, { cellKey, position: pinsAt(context, cellKey).length });
    }
  }
  moveMemosOnCells(context, from, moved);
  moveCommentsOnCells(context, from, moved);
}

/** A passage becomes part of another one: where it was pinned, or given a stance, the other one is. */
export function moveOnPassage(context: CommandContext, fromId: string, intoId: string): void {
  for (const table of ['cell_stance', 'cell_quote'] as const) {
    const rows = statement<[string], OnPassage>(context.project.sqlite, `SELECT ${ON_PASSAGE} FROM ${table} WHERE passage_id = ? ORDER BY rowid`);
    for (const { id, cellKey } of rows.all(fromId)) {
      if (hasTwin(context, table, { cellKey, passageId: intoId })) context.writer.remove(table, id);
      else context.writer.update(table, id, { passageId: intoId });
    }
  }
}
