// Corrects what turns are: cut in two, joined, said by somebody else, at another time. Passages stay on their words.
import { Refusal } from '../../shared/domain/failure.ts';
import type { SpeakerId, TurnId } from '../../shared/domain/ids.ts';
import type { EditedText } from '../../shared/domain/source.ts';
import { isInsideSurrogatePair } from '../../shared/domain/text-offset.ts';
import { movedLayouts } from '../../shared/domain/text-rewrite.ts';
import type { TurnLayout } from '../../shared/domain/text-rewrite.ts';
import { applyEdit } from '../../shared/domain/turn-edit.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import { keptMarks, marksOf, stylesOf } from '../../shared/domain/turn-layout.ts';
import { cutTurn, joinTurns, lineEndOf, markedAt, relabelling } from '../../shared/domain/turn-structure.ts';
import type { Row } from '../storage/schema.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';
import { dropIdleSpeakers, speakersFor } from './speaker-rows.ts';
import { rewriteTurns, turnAfter, turnText, turnsBetween } from './turn-rows.ts';
import type { TurnAfter } from './turn-rows.ts';

interface Found {
  readonly turn: Row<'turn'>;
  readonly source: Row<'source'>;
  /** For the sentence in the history. */
  readonly subject: { readonly name: string; readonly number?: number };
}

function find(session: Session, turnId: TurnId): Found {
  const turn = requireRow(session, 'turn', turnId, 'turn.unknown');
  const source = requireRow(session, 'source', turn.sourceId, 'source.unknown');
  return { turn, source, subject: { name: source.name, ...(turn.number === null ? {} : { number: turn.number }) } };
}

const layoutOf = ({ styles, marks }: Row<'turn'>): TurnLayout => ({ styles: stylesOf(styles), marks: marksOf(marks) });

/** When the second part begins: a time marked at its first word is its own; else the last one marked before is the nearest known. */
function timeOfSecond([first, second]: readonly TurnLayout[]): { startMs: number | null; isMarked: boolean } {
  const own = second?.marks.find(({ at, kind }) => at === 0 && kind === 'time');
  const before = first?.marks.findLast(({ kind }) => kind === 'time');
  return { startMs: own?.value ?? before?.value ?? null, isMarked: own !== undefined };
}

/** The line end of the turn before, for a turn that has none; the last one of a file may. */
function lineEndNear(session: Session, { turn, source }: Found): string {
  const [before] = turnsBetween(session, source.id, turn.position - 1, turn.position - 1);
  return lineEndOf(before?.text ?? '') ?? '\n';
}

/** A new turn of the same speaker begins at the offset; answers with it. */
export function splitTurn(session: Session, input: { turnId: TurnId; offsetUtf16: number }): TurnId {
  const found = find(session, input.turnId);
  const { turn, source, subject } = found;
  if (isInsideSurrogatePair(turn.text, input.offsetUtf16)) throw new Refusal('passage.insideSurrogatePair', { offset: input.offsetUtf16 });
  const cut = cutTurn(turnText(turn), input.offsetUtf16, lineEndNear(session, found));
  if (!cut) throw new Refusal('turn.nothingToSplit');
  return runCommand(session, { name: 'source.splitTurn', input: { sourceId: source.id, ...input }, subject }, (context) => {
    const second = turnAfter(turn, { ...cut.second, id: newId() });
    const texts = { before: [turnText(turn)], after: [turnAfter(turn, cut.first), second], edits: cut.edits };
    const layouts = movedLayouts(texts, [layoutOf(turn)]);
    const { startMs, isMarked } = timeOfSecond(layouts);
    const after = [turnAfter(turn, { ...cut.first, endMs: isMarked ? startMs : null }), { ...second, startMs }];
    const [first, rest] = layouts.map((layout, index) => (index === 1 && isMarked ? { ...layout, marks: markedAt(layout.marks, 0, null) } : layout));
    rewriteTurns(context, { source, before: [turn], after, edits: cut.edits, layouts: [first, rest].flatMap((layout) => layout ?? []) });
    return second.id;
  });
}

/** The last turn with words before this one, and the turns without any in between. */
function turnsToJoin(session: Session, { turn }: Found): Row<'turn'>[] {
  const before = turnsBetween(session, turn.sourceId, 0, turn.position - 1);
  const first = before.findLastIndex(({ number }) => number !== null);
  if (first < 0 || turn.number === null) throw new Refusal('turn.nothingToJoin');
  return before.slice(first);
}

/** The turn's words go to the end of those before it; what stood between them goes, its time stays as a mark. */
export function joinTurn(session: Session, input: { turnId: TurnId }): EditedText {
  const found = find(session, input.turnId);
  const { turn, source, subject } = found;
  const [into, ...between] = turnsToJoin(session, found);
  if (!into) throw new Refusal('turn.nothingToJoin');
  const joined = joinTurns(turnText(into), between.map(turnText), turnText(turn));
  const { text, bodyStart, bodyEnd, edits } = joined;
  const after = turnAfter(into, { text, bodyStart, bodyEnd, endMs: turn.endMs });
  const before = [into, ...between, turn];
  return runCommand(session, { name: 'source.joinTurn', input: { sourceId: source.id, ...input }, subject }, (context) => {
    const [moved] = movedLayouts({ before: before.map(turnText), after: [after], edits }, before.map(layoutOf));
    const marks = turn.startMs === null ? moved?.marks : markedAt(moved?.marks ?? [], joined.joint, turn.startMs);
    const layouts = [{ styles: moved?.styles ?? [], marks: marks ?? [] }];
    const result = rewriteTurns(context, { source, before, after: [after], edits, layouts });
    dropIdleSpeakers(context, source.id);
    return result;
  });
}

/** The turn as somebody else says it: where its head shows who, it shows the other one. */
function saidBy(turn: Row<'turn'>, edit: TextEdit | null, speakerId: SpeakerId | null): TurnAfter {
  if (!edit) return turnAfter(turn, { speakerId });
  const shift = edit.inserted.length - edit.removed;
  const { text, bodyStartUtf16, bodyEndUtf16 } = turn;
  return turnAfter(turn, { text: applyEdit(text, edit), bodyStart: bodyStartUtf16 + shift, bodyEnd: bodyEndUtf16 + shift, speakerId });
}

function labelsBySpeaker({ project }: CommandContext, sourceId: string): Map<string | null, string> {
  const rows = project.sqlite.prepare<[string], { id: string; label: string }>('SELECT id, label FROM speaker WHERE source_id = ?').all(sourceId);
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** These turns are somebody else's, or (null) nobody's. All of one source. */
export function setSpeaker(session: Session, input: { turnIds: readonly TurnId[]; label: string | null }): void {
  const turns = input.turnIds.map((turnId) => requireRow(session, 'turn', turnId, 'turn.unknown'));
  const positions = turns.map(({ position }) => position);
  const sourceId = turns[0]?.sourceId ?? '';
  const stranger = turns.find((turn) => turn.sourceId !== sourceId);
  if (stranger) throw new Refusal('turn.unknown', { id: stranger.id });
  const source = requireRow(session, 'source', sourceId, 'source.unknown');
  const { label } = input;
  const header = { name: 'source.setSpeaker', input: { sourceId, ...input }, subject: { name: source.name, ...(label === null ? {} : { label }) } };
  runCommand(session, header, (context) => {
    const labels = labelsBySpeaker(context, sourceId);
    const speakerId = label === null ? null : (speakersFor(context, source, [label]).get(label) ?? null);
    // the source's own spelling of a label that it has
    const shown = speakerId === null ? null : (labels.get(speakerId) ?? label);
    const before = turnsBetween(context, sourceId, Math.min(...positions), Math.max(...positions));
    const chosen = new Set<string>(input.turnIds);
    const edits: TextEdit[] = [];
    let start = 0;
    const after = before.map((turn) => {
      const edit = chosen.has(turn.id) ? relabelling(turnText(turn), labels.get(turn.speakerId) ?? null, shown) : null;
      if (edit) edits.push({ ...edit, at: edit.at + start });
      start += turn.text.length;
      return chosen.has(turn.id) ? saidBy(turn, edit, speakerId) : turnAfter(turn);
    });
    // from the last one back, so that the offsets of those before still count
    rewriteTurns(context, { source, before, after, edits: edits.reverse() });
    dropIdleSpeakers(context, sourceId);
  });
}

/** What is said from the offset on, is said at this time; null: nobody knows. At the words' beginning it is the turn's own time. */
export function setTime(session: Session, input: { turnId: TurnId; offsetUtf16: number; timeMs: number | null }): void {
  const { turn, source, subject } = find(session, input.turnId);
  const { offsetUtf16: at, timeMs } = input;
  if (at < turn.bodyStartUtf16 || at > turn.bodyEndUtf16) throw new Refusal('turn.outsideWords');
  if (isInsideSurrogatePair(turn.text, at)) throw new Refusal('passage.insideSurrogatePair', { offset: at });
  runCommand(session, { name: 'source.setTime', input: { sourceId: source.id, ...input }, subject }, ({ writer }) => {
    const endsBefore = turn.endMs !== null && timeMs !== null && turn.endMs < timeMs;
    if (at === turn.bodyStartUtf16) writer.update('turn', turn.id, { startMs: timeMs, endMs: endsBefore ? null : turn.endMs });
    else writer.update('turn', turn.id, { marks: keptMarks(markedAt(marksOf(turn.marks), at, timeMs)) });
  });
}
