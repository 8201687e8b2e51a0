// Writes turns of a source anew with all that hangs on them: passages stay on their words, parts of cases and found questions on
// their turns, numbers and counts right.
import type { PassageId, SpeakerId, TurnId } from '../../shared/domain/ids.ts';
import { countWords } from '../../shared/domain/source.ts';
import type { EditedText } from '../../shared/domain/source.ts';
import { RewrittenText, movedLayouts } from '../../shared/domain/text-rewrite.ts';
import type { Ends, TextRewrite, TurnLayout, TurnText } from '../../shared/domain/text-rewrite.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import { keptMarks, keptStyles, marksOf, stylesOf } from '../../shared/domain/turn-layout.ts';
import { readQuote } from '../queries/sources.ts';
import type { Row } from '../storage/schema.ts';
import { statement } from '../storage/statements.ts';
import { moveMatches, removeMatchesIn, requireRow } from './rows.ts';
import { hasExclusions, moveExclusions } from './rule-rows.ts';
import type { CommandContext, Session } from './run-command.ts';

/** A turn as it will be; one whose id none of the rewritten turns has is new. */
export interface TurnAfter extends TurnText {
  readonly speakerId: SpeakerId | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** Consecutive turns of a source, in order, what becomes of them, and the edits between their texts, each in the text that the one before left. */
export interface TurnRewrite {
  readonly source: Row<'source'>;
  readonly before: readonly Row<'turn'>[];
  readonly after: readonly TurnAfter[];
  readonly edits: readonly TextEdit[];
  /** One for each turn after, where they do not simply move with the words. */
  readonly layouts?: readonly TurnLayout[];
}

export function turnText({ id, text, bodyStartUtf16, bodyEndUtf16 }: Row<'turn'>): TurnText {
  return { id: id as TurnId, text, bodyStart: bodyStartUtf16, bodyEnd: bodyEndUtf16 };
}

/** The turn with what of it stays as it is. */
export function turnAfter(row: Row<'turn'>, changes: Partial<TurnAfter> = {}): TurnAfter {
  return { ...turnText(row), speakerId: row.speakerId as SpeakerId | null, startMs: row.startMs, endMs: row.endMs, ...changes };
}

/** Every turn of a source, in order. */
export function turnRows(session: Session, sourceId: string): Row<'turn'>[] {
  return turnsBetween(session, sourceId, 0, Number.MAX_SAFE_INTEGER);
}

/** The turns at these positions, both included, in order. */
export function turnsBetween({ project }: Session, sourceId: string, first: number, last: number): Row<'turn'>[] {
  return statement<[string, number, number], Row<'turn'>>(
    project.sqlite,
    `SELECT id, source_id AS sourceId, position, number, text, length_utf16 AS lengthUtf16, body_start_utf16 AS bodyStartUtf16,
         body_end_utf16 AS bodyEndUtf16, speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs, styles, marks
       FROM turn WHERE source_id = ? AND position BETWEEN ? AND ? ORDER BY position`,
  ).all(sourceId, first, last);
}

/** The rewrite with the turns on either side, to which an end may have to move when nothing is left of a turn. */
function inContext(session: Session, { source, before, after, edits }: TurnRewrite): TextRewrite {
  const sideAt = (position: number): TurnText[] => turnsBetween(session, source.id, position, position).map(turnText);
  const [lead] = sideAt((before[0]?.position ?? 0) - 1);
  const trail = sideAt((before.at(-1)?.position ?? 0) + 1);
  const shift = lead?.text.length ?? 0;
  return {
    before: [...(lead ? [lead] : []), ...before.map(turnText), ...trail],
    after: [...(lead ? [lead] : []), ...after, ...trail],
    edits: edits.map((edit) => ({ ...edit, at: edit.at + shift })),
  };
}

/** A passage by its anchors, and what it said where its words have gone. */
type AnchoredPassage = Pick<Row<'passage'>, 'id' | 'startTurnId' | 'startUtf16' | 'endTurnId' | 'endUtf16' | 'lostQuote'>;

/** The passages of a source that begin or end in one of the turns. */
export function passagesIn({ project }: Session, sourceId: string, turnIds: readonly string[]): AnchoredPassage[] {
  return statement<[string, string, string], AnchoredPassage>(
    project.sqlite,
    `SELECT id, start_turn_id AS startTurnId, start_utf16 AS startUtf16, end_turn_id AS endTurnId, end_utf16 AS endUtf16,
         lost_quote AS lostQuote
       FROM passage WHERE source_id = ? AND (start_turn_id IN (SELECT value FROM json_each(?)) OR end_turn_id IN (SELECT value FROM json_each(?)))
       ORDER BY rowid`,
  ).all(sourceId, JSON.stringify(turnIds), JSON.stringify(turnIds));
}

export function endsOf(passage: AnchoredPassage): Ends {
  return {
    start: { turnId: passage.startTurnId as TurnId, offsetUtf16: passage.startUtf16 },
    end: { turnId: passage.endTurnId as TurnId, offsetUtf16: passage.endUtf16 },
  };
}

/** Whether a passage says something in other turns than these. */
function saysElsewhere({ project }: Session, { start, end }: Ends, turnIds: ReadonlySet<string>): boolean {
  const turns = statement<[string, string], { id: string; text: string; from: number; to: number }>(
    project.sqlite,
    `SELECT t.id, t.text, t.body_start_utf16 AS "from", t.body_end_utf16 AS "to" FROM turn a JOIN turn b ON b.id = ?
       JOIN turn t ON t.source_id = a.source_id AND t.position BETWEEN a.position AND b.position WHERE a.id = ?`,
  ).all(end.turnId, start.turnId);
  return turns.some(({ id, text, from, to }) => {
    const first = id === start.turnId ? Math.max(from, start.offsetUtf16) : from;
    const last = id === end.turnId ? Math.min(to, end.offsetUtf16) : to;
    return !turnIds.has(id) && text.slice(first, Math.max(first, last)).trim() !== '';
  });
}

function movePassages(context: CommandContext, { source, before }: TurnRewrite, { before: around }: TextRewrite, text: RewrittenText): EditedText {
  const touched: PassageId[] = [];
  const orphaned: PassageId[] = [];
  const looked = new Set<string>(around.map(({ id }) => id));
  const turnIds = before.map(({ id }) => id);
  for (const passage of passagesIn(context, source.id, turnIds)) {
    const { ends, words } = text.move(endsOf(passage), () => saysElsewhere(context, endsOf(passage), looked));
    const isLost = words === 'none' && passage.lostQuote === null;
    const quote = isLost ? readQuote(context.project, passage.startTurnId, passage.startUtf16, passage.endTurnId, passage.endUtf16) : undefined;
    context.writer.update('passage', passage.id, {
      startTurnId: ends.start.turnId,
      startUtf16: ends.start.offsetUtf16,
      endTurnId: ends.end.turnId,
      endUtf16: ends.end.offsetUtf16,
      lostQuote: quote,
    });
    if (isLost) orphaned.push(passage.id as PassageId);
    else if (words === 'other' && passage.lostQuote === null) touched.push(passage.id as PassageId);
  }
  return { touched, orphaned };
}

/** A question found in a turn is found where its words are now; one whose words have gone was not asked. */
function moveQuestions(context: CommandContext, { before, after }: TurnRewrite, text: RewrittenText): void {
  const kept = new Set<string>(after.map(({ id }) => id));
  for (const turn of before.filter(({ id }) => !kept.has(id))) {
    const turnId = text.turnOf(turnText(turn));
    if (turnId === null) removeMatchesIn(context, turn.id);
    else moveMatches(context, turn.id, turnId);
  }
}

/** A part of a case reaches from its first turn's beginning to its last turn's end, wherever these are now; without any text it goes. */
function moveParts({ project, writer }: CommandContext, { source }: TurnRewrite, { before, after }: TextRewrite, text: RewrittenText): void {
  const known = new Map(before.map((turn) => [turn.id as string, turn]));
  const stays = new Set<string>(after.map(({ id }) => id));
  const parts = statement<[string], { id: string; first: TurnId; last: TurnId }>(
    project.sqlite,
    'SELECT id, first_turn_id AS first, last_turn_id AS last FROM case_part WHERE source_id = ? ORDER BY rowid',
  ).all(source.id);
  for (const { id, first, last } of parts) {
    const [begins, ends] = [known.get(first), known.get(last)];
    if (!begins && !ends) continue;
    const moved = text.moveTurns({ start: { turnId: first, offsetUtf16: 0 }, end: { turnId: last, offsetUtf16: ends?.text.length ?? 0 } });
    if (moved) writer.update('case_part', id, { firstTurnId: moved.first, lastTurnId: moved.last });
    else if (!stays.has(first) || !stays.has(last)) writer.remove('case_part', id);
  }
}

/** The turns in which a turn's text is afterwards; what was left out of rules in a turn is left out there. */
function moveLeftOut(context: CommandContext, { before, after }: TurnRewrite, text: RewrittenText): void {
  if (!hasExclusions(context)) return;
  const ids = after.map(({ id }) => id as string);
  const moved = before.flatMap((turn): [string, string[]][] => {
    const turnId = turn.id as TurnId;
    const now = text.moveTurns({ start: { turnId, offsetUtf16: 0 }, end: { turnId, offsetUtf16: turn.text.length } });
    const into = now ? ids.slice(ids.indexOf(now.first), ids.indexOf(now.last) + 1) : [];
    return into.length === 0 || (into.length === 1 && into[0] === turn.id) ? [] : [[turn.id, into]];
  });
  if (moved.length > 0) moveExclusions(context, new Map(moved));
}

const hasWords = ({ bodyStart, bodyEnd }: TurnText): boolean => bodyEnd > bodyStart;
const wordsIn = (turns: readonly TurnText[]): number =>
  turns.reduce((sum, { text, bodyStart, bodyEnd }) => sum + countWords(text.slice(bodyStart, bodyEnd)), 0);

/** The turns behind move by so many places and numbers. */
function shiftBehind({ project, writer }: CommandContext, sourceId: string, behind: number, places: number, numbers: number): void {
  if (places === 0 && numbers === 0) return;
  const rows = statement<[string, number], { id: string; position: number; number: number | null }>(
    project.sqlite,
    'SELECT id, position, number FROM turn WHERE source_id = ? AND position > ? ORDER BY position',
  ).all(sourceId, behind);
  for (const { id, position, number } of rows)
    writer.update('turn', id, { position: position + places, number: number === null ? null : number + numbers });
}

function writeTurns(context: CommandContext, { source, before, after }: TurnRewrite, layouts: readonly TurnLayout[]): void {
  const { project, writer } = context;
  const first = before[0]?.position ?? 0;
  let number =
    statement<[string, number], { number: number | null }>(
      project.sqlite,
      'SELECT max(number) AS number FROM turn WHERE source_id = ? AND position < ?',
    ).get(source.id, first)?.number ?? 0;
  const known = new Set(before.map(({ id }) => id));
  after.forEach((turn, index) => {
    if (hasWords(turn)) number += 1;
    const columns = {
      position: first + index,
      number: hasWords(turn) ? number : null,
      text: turn.text,
      lengthUtf16: turn.text.length,
      bodyStartUtf16: turn.bodyStart,
      bodyEndUtf16: turn.bodyEnd,
      speakerId: turn.speakerId,
      startMs: turn.startMs,
      endMs: turn.endMs,
      styles: keptStyles(layouts[index]?.styles ?? []),
      marks: keptMarks(layouts[index]?.marks ?? []),
    };
    if (known.delete(turn.id)) writer.update('turn', turn.id, columns);
    else writer.insert('turn', { id: turn.id, sourceId: source.id, ...columns });
  });
  for (const id of known) writer.remove('turn', id);
}

function layoutsAfter({ before, after, edits }: TurnRewrite): TurnLayout[] {
  return movedLayouts(
    { before: before.map(turnText), after, edits },
    before.map(({ styles, marks }) => ({ styles: stylesOf(styles), marks: marksOf(marks) })),
  );
}

/** Carries a rewrite out. Answers with the passages whose words are others now, or none. */
export function rewriteTurns(context: CommandContext, rewrite: TurnRewrite): EditedText {
  const around = inContext(context, rewrite);
  const text = new RewrittenText(around);
  const { source, before, after } = rewrite;
  const result = movePassages(context, rewrite, around, text);
  moveQuestions(context, rewrite, text);
  moveParts(context, rewrite, around, text);
  moveLeftOut(context, rewrite, text);
  const textsBefore = before.map(turnText);
  const numbered = after.filter(hasWords).length - before.filter(({ number }) => number !== null).length;
  shiftBehind(context, source.id, before.at(-1)?.position ?? 0, after.length - before.length, numbered);
  writeTurns(context, rewrite, rewrite.layouts ?? layoutsAfter(rewrite));
  // what else the command changed of the source is not in the row that it began with
  const { words, turns } = requireRow(context, 'source', source.id, 'source.unknown');
  context.writer.update('source', source.id, { words: words + wordsIn(after) - wordsIn(textsBefore), turns: turns + numbered });
  return result;
}
