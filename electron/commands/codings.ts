// Applies categories to passages, takes them off, moves a passage's ends.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, CoderId, CodingId, GridId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { Origin } from '../../shared/domain/category.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { assertRange, isInsideSurrogatePair } from '../../shared/domain/text-offset.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import type { Row } from '../storage/schema.ts';
import { insertCategory } from './category-rows.ts';
import { insertCoder, removeCoding, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

export interface Range {
  readonly sourceId: SourceId;
  readonly start: Anchor;
  readonly end: Anchor;
}

export interface Applied {
  readonly passageId: PassageId;
  readonly codingIds: readonly CodingId[];
  readonly categoryIds: readonly CategoryId[];
}

function turnOf(session: Session, anchor: Anchor, sourceId: string): Row<'turn'> {
  const turn = requireRow(session, 'turn', anchor.turnId, 'turn.unknown');
  if (turn.sourceId !== sourceId) throw new Refusal('turn.unknown', { id: anchor.turnId });
  return turn;
}

/** Refuses anchors outside their turns, inside a character, or that enclose nothing. */
function assertAnchors(session: Session, range: Range): void {
  const first = turnOf(session, range.start, range.sourceId);
  const last = turnOf(session, range.end, range.sourceId);
  const { offsetUtf16: start } = range.start;
  const { offsetUtf16: end } = range.end;
  if (first.id === last.id) return assertRange(first.text, start, end);
  if (first.position > last.position) throw new Refusal('passage.empty', { start, end });
  for (const [turn, offset] of [[first, start], [last, end]] as const) {
    if (offset > turn.text.length) throw new Refusal('passage.outOfRange', { start: offset, end: offset, length: turn.text.length });
    if (isInsideSurrogatePair(turn.text, offset)) throw new Refusal('passage.insideSurrogatePair', { offset });
  }
}

function findPassage(context: Session, range: Range): PassageId | undefined {
  const row = context.project.sqlite
    .prepare<[string, string, number, string, number], { id: string }>(
      'SELECT id FROM passage WHERE source_id = ? AND start_turn_id = ? AND start_utf16 = ? AND end_turn_id = ? AND end_utf16 = ?',
    )
    .get(range.sourceId, range.start.turnId, range.start.offsetUtf16, range.end.turnId, range.end.offsetUtf16);
  return row?.id as PassageId | undefined;
}

/** The passage with exactly these ends, made when there is none. */
function passageAt(context: CommandContext, range: Range): PassageId {
  const known = findPassage(context, range);
  if (known) return known;
  const id = newId<PassageId>();
  context.writer.insert('passage', {
    id,
    sourceId: range.sourceId,
    startTurnId: range.start.turnId,
    startUtf16: range.start.offsetUtf16,
    endTurnId: range.end.turnId,
    endUtf16: range.end.offsetUtf16,
  });
  return id;
}

interface CodingValues {
  readonly weight?: number | null;
  readonly stance?: Stance | null;
  readonly createdAt?: string;
}

/** The coding made, or undefined where this coder had applied this category to this passage already. */
function insertCoding(context: CommandContext, passageId: PassageId, categoryId: string, coderId: CoderId, values: CodingValues = {}): CodingId | undefined {
  const known = context.project.sqlite.prepare('SELECT 1 FROM coding WHERE passage_id = ? AND category_id = ? AND coder_id = ?').get(passageId, categoryId, coderId);
  if (known) return undefined;
  const id = newId<CodingId>();
  context.writer.insert('coding', {
    id,
    passageId,
    categoryId,
    coderId,
    weight: values.weight ?? null,
    stance: values.stance ?? null,
    createdAt: values.createdAt ?? context.at,
  });
  return id;
}

function apply(context: CommandContext, range: Range, categoryIds: readonly CategoryId[]): Applied {
  const passageId = passageAt(context, range);
  const codingIds = categoryIds.flatMap((categoryId) => insertCoding(context, passageId, categoryId, context.coderId) ?? []);
  return { passageId, codingIds, categoryIds };
}

export function applyCategories(session: Session, input: Range & { readonly categoryIds: readonly CategoryId[] }): Applied {
  requireRow(session, 'source', input.sourceId, 'source.unknown');
  const names = input.categoryIds.map((id) => requireRow(session, 'category', id, 'category.unknown').name);
  assertAnchors(session, input);
  const subject = { name: names.join(', '), count: names.length };
  return runCommand(session, { name: 'coding.apply', input, subject }, (context) => apply(context, input, input.categoryIds));
}

export interface NewCategoryOnText extends Range {
  readonly gridId: GridId;
  readonly parentId: CategoryId | null;
  readonly name: string;
  readonly origin: Origin;
}

/** Makes a category and applies it, as one act. */
export function applyNewCategory(session: Session, input: NewCategoryOnText): Applied {
  assertAnchors(session, input);
  return runCommand(session, { name: 'coding.applyNew', input, subject: { name: input.name.trim() } }, (context) => {
    const categoryId = insertCategory(context, input);
    return apply(context, input, [categoryId]);
  });
}

function codingWithName(session: Session, codingId: string): { coding: Row<'coding'>; name: string } {
  const coding = requireRow(session, 'coding', codingId, 'coding.unknown');
  return { coding, name: requireRow(session, 'category', coding.categoryId, 'category.unknown').name };
}

export function removeOneCoding(session: Session, input: { codingId: CodingId }): void {
  const { coding, name } = codingWithName(session, input.codingId);
  runCommand(session, { name: 'coding.remove', input, subject: { name } }, (context) => removeCoding(context, coding.id, coding.passageId));
}

export function updateCoding(session: Session, input: { codingId: CodingId; stance?: Stance | null | undefined; weight?: number | null | undefined }): void {
  const { coding, name } = codingWithName(session, input.codingId);
  runCommand(session, { name: 'coding.update', input, subject: { name } }, ({ writer }) => {
    writer.update('coding', coding.id, {
      ...(input.stance === undefined ? {} : { stance: input.stance }),
      ...(input.weight === undefined ? {} : { weight: input.weight }),
    });
  });
}

/** Takes the acting coder's codings from one passage to another; those already there are not doubled. */
function moveOwnCodings(context: CommandContext, fromId: string, intoId: PassageId): void {
  const own = context.project.sqlite
    .prepare<[string, string], { id: string; category_id: string }>('SELECT id, category_id FROM coding WHERE passage_id = ? AND coder_id = ?')
    .all(fromId, context.coderId);
  for (const coding of own) {
    const twin = context.project.sqlite
      .prepare('SELECT 1 FROM coding WHERE passage_id = ? AND category_id = ? AND coder_id = ?')
      .get(intoId, coding.category_id, context.coderId);
    if (twin) removeCoding(context, coding.id, fromId);
    else context.writer.update('coding', coding.id, { passageId: intoId });
  }
}

/** Memos on the passage and the stances it was given in cells follow it. */
function moveMemosAndStances(context: CommandContext, fromId: string, intoId: PassageId): void {
  const { sqlite } = context.project;
  for (const memo of sqlite.prepare<[string], { id: string }>(`SELECT id FROM memo WHERE target_kind = 'passage' AND target_id = ?`).all(fromId)) {
    context.writer.update('memo', memo.id, { targetId: intoId });
  }
  for (const row of sqlite.prepare<[string], { id: string; cell_key: string }>('SELECT id, cell_key FROM cell_stance WHERE passage_id = ?').all(fromId)) {
    const twin = sqlite.prepare('SELECT 1 FROM cell_stance WHERE cell_key = ? AND passage_id = ?').get(row.cell_key, intoId);
    if (twin) context.writer.remove('cell_stance', row.id);
    else context.writer.update('cell_stance', row.id, { passageId: intoId });
  }
}

/**
 * Moves a passage's ends for the acting coder. Where other coders coded it too, theirs stays and the acting coder's codings
 * go to a passage of their own. Answers with the passage that holds them now.
 */
export function resizePassage(session: Session, input: { passageId: PassageId; start: Anchor; end: Anchor }): PassageId {
  const passage = requireRow(session, 'passage', input.passageId, 'passage.unknown');
  const range = { sourceId: passage.sourceId as SourceId, start: input.start, end: input.end };
  assertAnchors(session, range);
  const others = session.project.sqlite.prepare('SELECT 1 FROM coding WHERE passage_id = ? AND coder_id <> ?').get(passage.id, session.coderId);
  return runCommand(session, { name: 'passage.resize', input, subject: {} }, (context) => {
    const twin = findPassage(context, range);
    if (twin === input.passageId) return twin;
    if (!others && !twin) {
      const { start, end } = range;
      context.writer.update('passage', passage.id, { startTurnId: start.turnId, startUtf16: start.offsetUtf16, endTurnId: end.turnId, endUtf16: end.offsetUtf16 });
      return input.passageId;
    }
    const target = twin ?? passageAt(context, range);
    if (!others) moveMemosAndStances(context, passage.id, target);
    moveOwnCodings(context, passage.id, target);
    if (!others) context.writer.remove('passage', passage.id);
    return target;
  });
}

/** One line of a table of codings, checked and resolved. */
export interface ResolvedCoding extends Range, CodingValues {
  /** Ids of categories, or keys of `newCategories`. */
  readonly categories: readonly string[];
  readonly coderId: CoderId;
  readonly memo?: string;
}

/** A category to make first: under an existing one, or under another new one named by its key. */
export interface PlannedCategory {
  readonly key: string;
  readonly gridId: GridId;
  readonly parent: string | null;
  readonly name: string;
}

/** A checked table of codings: the coders and categories that it brings along, and its lines. */
export interface CodingPlan {
  readonly rows: readonly ResolvedCoding[];
  readonly newCategories: readonly PlannedCategory[];
  readonly newCoders: readonly { readonly id: CoderId; readonly name: string }[];
}

/** Applies a whole table as one act: coders and categories that must be made, codings, their memos. Answers with how many codings were made. */
export function applyCodingTable(session: Session, { rows, newCategories, newCoders }: CodingPlan): number {
  for (const row of rows) assertAnchors(session, row);
  const input = { rows: rows.length, newCategories: newCategories.map((item) => item.name), newCoders: newCoders.map((item) => item.name) };
  return runCommand(session, { name: 'coding.applyTable', input, subject: { count: rows.length } }, (context) => {
    for (const coder of newCoders) insertCoder(context, coder);
    const made = new Map<string, CategoryId>();
    for (const item of newCategories) {
      const parentId = item.parent === null ? null : (made.get(item.parent) ?? (item.parent as CategoryId));
      made.set(item.key, insertCategory(context, { gridId: item.gridId, parentId, name: item.name, origin: 'in-vivo' }));
    }
    let count = 0;
    for (const row of rows) count += applyRow(context, row, made);
    return count;
  });
}

function applyRow(context: CommandContext, row: ResolvedCoding, made: ReadonlyMap<string, CategoryId>): number {
  const passageId = passageAt(context, row);
  let count = 0;
  for (const category of row.categories) {
    const codingId = insertCoding(context, passageId, made.get(category) ?? category, row.coderId, row);
    if (!codingId) continue;
    count += 1;
    if (row.memo && count === 1) {
      const memo = { targetKind: 'coding', targetId: codingId, title: '', text: row.memo, coderId: row.coderId, createdAt: context.at, updatedAt: context.at } as const;
      context.writer.insert('memo', { id: newId(), ...memo });
    }
  }
  return count;
}
