// What one's own correction does to the text and the codings on screen, before the core has answered: the core's own rules,
// so that its answer brings nothing new.
import type { TurnId } from '../../shared/domain/ids.ts';
import type { SourceCoding, Turn } from '../../shared/domain/source.ts';
import type { Anchor } from '../../shared/domain/text-offset.ts';
import { applyEdit, moveEnd, moveStart, moveStretch } from '../../shared/domain/turn-edit.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import { movedMarks, movedStyles } from '../../shared/domain/turn-layout.ts';

/** Offsets of the edit count in the turn's whole text; its label and line end are not touched. */
export function editedTurn(turn: Turn, edit: TextEdit): Turn {
  return {
    ...turn,
    text: applyEdit(turn.text, edit),
    bodyEnd: turn.bodyEnd + edit.inserted.length - edit.removed,
    styles: movedStyles(turn.styles, edit),
    marks: movedMarks(turn.marks, edit),
  };
}

/** Null when all its words went: the passage waits among those « to look at ». */
function movedEnds(start: Anchor, end: Anchor, turnId: TurnId, edit: TextEdit): { start: Anchor; end: Anchor } | null {
  if (start.turnId === turnId && end.turnId === turnId) {
    const moved = moveStretch({ start: start.offsetUtf16, end: end.offsetUtf16 }, edit);
    if (moved.start === moved.end) return null;
    return { start: { turnId, offsetUtf16: moved.start }, end: { turnId, offsetUtf16: moved.end } };
  }
  if (start.turnId === turnId) return { start: { turnId, offsetUtf16: moveStart(start.offsetUtf16, edit) }, end };
  return { start, end: { turnId, offsetUtf16: moveEnd(end.offsetUtf16, edit) } };
}

/** Codings anchored in other turns stay the same objects; those whose words all went are left out. */
export function editedCodings(codings: readonly SourceCoding[], turnId: TurnId, edits: readonly TextEdit[]): readonly SourceCoding[] {
  const after: SourceCoding[] = [];
  let isSame = true;
  for (const coding of codings) {
    const isHere = coding.start.turnId === turnId || coding.end.turnId === turnId;
    let ends: { start: Anchor; end: Anchor } | null = coding;
    if (isHere) for (const edit of edits) ends = ends && movedEnds(ends.start, ends.end, turnId, edit);
    const isMoved = ends !== null && (ends.start.offsetUtf16 !== coding.start.offsetUtf16 || ends.end.offsetUtf16 !== coding.end.offsetUtf16);
    if (ends === null || isMoved) isSame = false;
    if (ends) after.push(isMoved ? { ...coding, start: ends.start, end: ends.end } : coding);
  }
  return isSame ? codings : after;
}

function sameList<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return before.length === after.length && before.every((item, index) => same(item, after[index] as T));
}

/** True when both are drawn alike. */
export function sameTurn(a: Turn, b: Turn): boolean {
  return (
    a.id === b.id &&
    a.position === b.position &&
    a.number === b.number &&
    a.text === b.text &&
    a.bodyStart === b.bodyStart &&
    a.bodyEnd === b.bodyEnd &&
    a.speakerId === b.speakerId &&
    a.startMs === b.startMs &&
    a.endMs === b.endMs &&
    sameList(a.styles, b.styles, (x, y) => x.start === y.start && x.end === y.end && x.style === y.style) &&
    sameList(a.marks, b.marks, (x, y) => x.at === y.at && x.kind === y.kind && x.value === y.value)
  );
}

/** The turns as read anew, those that did not change being the objects known already: what shows them is not drawn again. */
export function keptTurns(before: readonly Turn[], after: readonly Turn[]): readonly Turn[] {
  const known = new Map(before.map((turn) => [turn.id, turn]));
  const kept = after.map((turn) => {
    const same = known.get(turn.id);
    return same && sameTurn(same, turn) ? same : turn;
  });
  return sameList(before, kept, (a, b) => a === b) ? before : kept;
}
