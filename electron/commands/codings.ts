// Applies categories to passages, takes them off, moves a passage's ends.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CategoryId, CoderId, CodingId, GridId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { keyForTitle } from '../../shared/domain/category.ts';
import type { Origin } from '../../shared/domain/category.ts';
import type { Stance } from '../../shared/domain/source.ts';
import { anchorAt, assertRange, isInsideSurrogatePair, turnStarts } from '../../shared/domain/text-offset.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import { isOnScale, parseScale } from '../../shared/domain/weight-scale.ts';
import type { Row } from '../storage/schema.ts';
import { isGridKeyTaken } from '../queries/codebook.ts';
import { readOutline } from '../queries/sources.ts';
import { insertCategory, insertGrid, joinedText } from './category-rows.ts';
import { moveExamples } from './example-rows.ts';
import { moveDecidedPlaces } from './coder-rows.ts';
import { moveLinkEnds } from './link-rows.ts';
import { moveComments } from './review-rows.ts';
import { moveLinks } from './memo-rows.ts';
import { moveOnPassage } from './cell-rows.ts';
import { foldCoding, idsWhere, removeCoding, requireRow } from './rows.ts';
import { insertCoder, newId, runCommand } from './run-command.ts';
import type { CommandContext, CommandHeader, Session } from './run-command.ts';

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

/**
 * The range with its ends where `anchorAt` would put them, so that equal stretches have equal ends. Refuses ends outside their
 * turns, inside a character, or that enclose nothing.
 */
function checkedRange<R extends Range>(session: Session, range: R): R {
  const first = turnOf(session, range.start, range.sourceId);
  const last = turnOf(session, range.end, range.sourceId);
  const { offsetUtf16: start } = range.start;
  const { offsetUtf16: end } = range.end;
  if (first.id === last.id) {
    assertRange(first.text, start, end);
    return range;
  }
  for (const [turn, offset] of [
    [first, start],
    [last, end],
  ] as const) {
    if (offset > turn.text.length) throw new Refusal('passage.outOfRange', { start: offset, end: offset, length: turn.text.length });
    if (isInsideSurrogatePair(turn.text, offset)) throw new Refusal('passage.insideSurrogatePair', { offset });
  }
  if (first.position > last.position) throw new Refusal('passage.empty', { start, end });
  return start < first.text.length && end > 0 ? range : { ...range, ...withoutLooseEnds(session, range, first.position, last.position) };
}

/** A start at the end of a turn goes to the next one, an end at the start of a turn to the one before. */
function withoutLooseEnds(session: Session, range: Range, first: number, last: number): Pick<Range, 'start' | 'end'> {
  const turns = readOutline(session.project, range.sourceId);
  const starts = turnStarts(turns);
  const start = (starts[first] ?? 0) + range.start.offsetUtf16;
  const end = (starts[last] ?? 0) + range.end.offsetUtf16;
  if (start >= end) throw new Refusal('passage.empty', { start, end });
  return { start: anchorAt(turns, starts, start, 'start'), end: anchorAt(turns, starts, end, 'end') };
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

/** Refuses a weight that the category's scale has not; without a scale any number may be. */
function assertWeight(session: Session, categoryId: string, weight: number | null | undefined): void {
  if (weight === null || weight === undefined) return;
  const category = requireRow(session, 'category', categoryId, 'category.unknown');
  const scale = parseScale(category.scale);
  if (scale && !isOnScale(scale, weight)) throw new Refusal('coding.weightOutside', { name: category.name, weight, ...scale });
}

interface CodingValues {
  readonly weight?: number | null;
  readonly stance?: Stance | null;
  readonly createdAt?: string;
}

/** The coding made, or undefined where this coder had applied this category to this passage already. */
function insertCoding(
  context: CommandContext,
  passageId: PassageId,
  categoryId: string,
  coderId: CoderId,
  values: CodingValues = {},
): CodingId | undefined {
  const known = context.project.sqlite
    .prepare('SELECT 1 FROM coding WHERE passage_id = ? AND category_id = ? AND coder_id = ?')
    .get(passageId, categoryId, coderId);
  if (known) return undefined;
  assertWeight(context, categoryId, values.weight);
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
  const range = checkedRange(session, input);
  const subject = { name: names.join(', '), count: names.length };
  return runCommand(session, { name: 'coding.apply', input, subject }, (context) => apply(context, range, input.categoryIds));
}

export interface NewCategoryOnText extends Range {
  readonly gridId: GridId;
  readonly parentId: CategoryId | null;
  readonly name: string;
  readonly origin: Origin;
}

/** Makes a category and applies it, as one act. */
export function applyNewCategory(session: Session, input: NewCategoryOnText): Applied {
  const range = checkedRange(session, input);
  return runCommand(session, { name: 'coding.applyNew', input, subject: { name: input.name.trim() } }, (context) => {
    const categoryId = insertCategory(context, input);
    return apply(context, range, [categoryId]);
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

export function updateCoding(
  session: Session,
  input: { codingId: CodingId; stance?: Stance | null | undefined; weight?: number | null | undefined },
): void {
  const { coding, name } = codingWithName(session, input.codingId);
  assertWeight(session, coding.categoryId, input.weight);
  assertWeight(session, coding.categoryId, input.weight);
  runCommand(session, { name: 'coding.update', input, subject: { name } }, ({ writer }) => {
    writer.update('coding', coding.id, { stance: input.stance, weight: input.weight });
  });
}

type OwnCoding = Pick<Row<'coding'>, 'id' | 'categoryId'>;

function ownCodings(session: Session, passageId: string): OwnCoding[] {
  return session.project.sqlite
    .prepare<[string, string], OwnCoding>('SELECT id, category_id AS categoryId FROM coding WHERE passage_id = ? AND coder_id = ?')
    .all(passageId, session.coderId);
}

/** Takes the acting coder's codings from one passage to another; those already there are not doubled. */
function moveOwnCodings(context: CommandContext, fromId: string, intoId: PassageId): void {
  const there = new Map(ownCodings(context, intoId).map((coding) => [coding.categoryId, coding.id]));
  for (const { id, categoryId } of ownCodings(context, fromId)) {
    const twin = there.get(categoryId);
    if (twin) foldCoding(context, id, twin);
    else context.writer.update('coding', id, { passageId: intoId });
  }
}

/** Memos on the passage, typed links, and what cells say of it, follow it. */
function moveMemosAndStances(context: CommandContext, fromId: string, intoId: PassageId): void {
  for (const memo of idsWhere(context, 'memo', 'target_id', fromId)) context.writer.update('memo', memo, { targetId: intoId });
  moveLinks(context, 'passage', fromId, intoId);
  moveOnPassage(context, fromId, intoId);
  moveLinkEnds(context, 'passage', fromId, intoId);
  moveComments(context, 'passage', fromId, intoId);
  moveDecidedPlaces(context, 'passage', fromId, intoId);
}

/** A passage becomes part of another one: a star on either counts for both, what was written of either stays. */
function joinNotes(context: CommandContext, fromId: string, intoId: PassageId): void {
  const from = requireRow(context, 'passage', fromId, 'passage.unknown');
  const into = requireRow(context, 'passage', intoId, 'passage.unknown');
  const paraphrase = joinedText(into.paraphrase ?? '', from.paraphrase ?? '');
  context.writer.update('passage', intoId, { starredAt: into.starredAt ?? from.starredAt, paraphrase: paraphrase === '' ? null : paraphrase });
}

/**
 * Moves a passage's ends for the acting coder. Where other coders coded it too, theirs stays and the acting coder's codings
 * go to a passage of their own; refused where only others coded it. Answers with the passage that holds them now.
 */
export function resizePassage(session: Session, input: { passageId: PassageId; start: Anchor; end: Anchor }): PassageId {
  const passage = requireRow(session, 'passage', input.passageId, 'passage.unknown');
  const range = checkedRange(session, { sourceId: passage.sourceId as SourceId, start: input.start, end: input.end });
  const others =
    session.project.sqlite.prepare('SELECT 1 FROM coding WHERE passage_id = ? AND coder_id <> ?').get(passage.id, session.coderId) !== undefined;
  if (others && ownCodings(session, passage.id).length === 0) throw new Refusal('coding.unknown');
  return runCommand(session, { name: 'passage.resize', input, subject: {} }, (context) => {
    const twin = findPassage(context, range);
    if (twin === input.passageId) return twin;
    if (!others && !twin) {
      const { start, end } = range;
      const ends = { startTurnId: start.turnId, startUtf16: start.offsetUtf16, endTurnId: end.turnId, endUtf16: end.offsetUtf16 };
      // a passage whose words were corrected away gets words again
      context.writer.update('passage', passage.id, { ...ends, lostQuote: null });
      return input.passageId;
    }
    const target = twin ?? passageAt(context, range);
    if (!others) moveMemosAndStances(context, passage.id, target);
    moveOwnCodings(context, passage.id, target);
    if (!others) {
      moveExamples(context, passage.id, target);
      joinNotes(context, passage.id, target);
    }
    if (!others) context.writer.remove('passage', passage.id);
    return target;
  });
}

/** One line of a table of codings, checked and resolved. */
export interface ResolvedCoding extends Range, CodingValues {
  /** Ids of categories, or keys of `newCategories`; without any, the memo is on the passage itself. */
  readonly categories: readonly string[];
  readonly coderId: CoderId;
  readonly memo?: string;
}

/** A category to make first: under an existing one, or under another new one named by its key. */
export interface PlannedCategory {
  readonly key: string;
  /** Of an existing grid, or of one to make. */
  readonly gridId: GridId;
  readonly parent: string | null;
  readonly name: string;
  readonly color?: string;
}

/** A checked table of codings: the coders and categories that it brings along, and its lines. */
export interface CodingPlan {
  readonly rows: readonly ResolvedCoding[];
  readonly newGrids?: readonly { readonly id: GridId; readonly title: string }[];
  readonly newCategories: readonly PlannedCategory[];
  readonly newCoders: readonly { readonly id: CoderId; readonly name: string }[];
}

/**
 * Applies a whole table as one act: coders, grids and categories that must be made, codings, their memos. As a part of another act it is told as
 * that one. Answers with how many codings were made.
 */
export function applyCodingTable(session: Session, plan: CodingPlan, partOf?: Pick<CommandHeader, 'name' | 'subject' | 'act'>): number {
  const { rows, newCategories, newCoders, newGrids = [] } = plan;
  const checked = rows.map((row) => checkedRange(session, row));
  const input = { rows: rows.length, newCategories: newCategories.map((item) => item.name), newCoders: newCoders.map((item) => item.name) };
  const header = partOf ?? { name: 'coding.applyTable', subject: { count: rows.length } };
  return runCommand(session, { ...header, input }, (context) => {
    for (const coder of newCoders) insertCoder(context, coder);
    for (const { id, title } of newGrids) {
      const key = keyForTitle(title, (taken) => isGridKeyTaken(context.project, taken));
      insertGrid(context, { key, title, source: '', description: '', version: 1 }, id);
    }
    const made = new Map<string, CategoryId>();
    for (const { key, gridId, parent, name, color } of newCategories) {
      const parentId = parent === null ? null : (made.get(parent) ?? (parent as CategoryId));
      made.set(key, insertCategory(context, { gridId, parentId, name, color, origin: 'in-vivo' }));
    }
    assertKnown(context, checked, made);
    let count = 0;
    for (const row of checked) count += applyRow(context, row, made);
    return count;
  });
}

/** A newcomer at work is written with what they do, behind it. */
function assertKnown(context: CommandContext, rows: readonly ResolvedCoding[], made: ReadonlyMap<string, CategoryId>): void {
  const categories = new Set(rows.flatMap((row) => row.categories).filter((key) => !made.has(key)));
  for (const id of categories) requireRow(context, 'category', id, 'category.unknown');
  for (const id of new Set<string>(rows.map(({ coderId }) => coderId)))
    if (id !== context.coderId || context.newcomer === undefined) requireRow(context, 'coder', id, 'coder.unknown');
}

function applyRow(context: CommandContext, row: ResolvedCoding, made: ReadonlyMap<string, CategoryId>): number {
  const passageId = passageAt(context, row);
  if (row.categories.length === 0) insertMemo(context, 'passage', passageId, row);
  let count = 0;
  for (const category of row.categories) {
    const codingId = insertCoding(context, passageId, made.get(category) ?? category, row.coderId, row);
    if (!codingId) continue;
    count += 1;
    if (count === 1) insertMemo(context, 'coding', codingId, row);
  }
  return count;
}

/** What the row says of it, unless its coder has said so already. */
function insertMemo(context: CommandContext, targetKind: 'passage' | 'coding', targetId: string, { memo, coderId, createdAt }: ResolvedCoding): void {
  if (!memo) return;
  const known = context.project.sqlite
    .prepare('SELECT 1 FROM memo WHERE target_kind = ? AND target_id = ? AND coder_id = ? AND text = ?')
    .get(targetKind, targetId, coderId, memo);
  if (known) return;
  context.writer.insert('memo', {
    id: newId(),
    targetKind,
    targetId,
    kind: 'analytic',
    document: null,
    title: '',
    text: memo,
    coderId,
    createdAt: createdAt ?? context.at,
    updatedAt: context.at,
  });
}
