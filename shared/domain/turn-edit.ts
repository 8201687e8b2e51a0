// What a correction of the text does to the passages anchored in it: codings stay on their words.
// Rules: words inserted at either end of a passage stay outside, strictly inside they belong; a replacement that touches a passage
// belongs to it; a passage whose words all went collapses and is kept apart. Offsets are UTF-16 units.

/** One change of a text: `removed` units go from `at` on, `inserted` comes in their place. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** A stretch of the text that is edited: `start` < `end`, or equal when its words have all gone. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.at) + edit.inserted + text.slice(edit.at + edit.removed);
}

/** Where the stretch is after the edit. One that has collapsed never grows again. */
export function moveStretch({ start, end }: Stretch, { at, removed, inserted }: TextEdit): Stretch {
  const cut = at + removed;
  const shift = inserted.length - removed;
  if (start === end) {
    const place = start <= at ? start : start >= cut ? start + shift : at;
    return { start: place, end: place };
  }
  if (removed === 0) return { start: start >= at ? start + shift : start, end: end > at ? end + shift : end };
  const touches = start < cut && end > at;
  if (!touches) return start >= cut ? { start: start + shift, end: end + shift } : { start, end };
  return { start: Math.min(start, at), end: end >= cut ? end + shift : at + inserted.length };
}

/** The same for a stretch that begins (or ends) in another text: only the end that lies here moves. */
export function moveStart(start: number, edit: TextEdit): number {
  return moveStretch({ start, end: Number.POSITIVE_INFINITY }, edit).start;
}

export function moveEnd(end: number, edit: TextEdit): number {
  return moveStretch({ start: Number.NEGATIVE_INFINITY, end }, edit).end;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * The one edit that leads from `before` to `after`. `caret` is where the caret stands in `after` (the end of what was typed):
 * among equal readings of a change ("aa" → "aaa") it tells which letter came.
 */
export function editBetween(before: string, after: string, caret: number = after.length): TextEdit {
  const most = Math.min(before.length, after.length);
  // everything after the caret is old
  const oldTail = Math.min(after.length - Math.min(Math.max(caret, 0), after.length), most);
  let tail = 0;
  while (tail < oldTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head += 1;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  // an edit never cuts a character in two
  if (head > 0 && (isLowSurrogate(before.charCodeAt(head)) || isLowSurrogate(after.charCodeAt(head)))) head -= 1;
  if (tail > 0 && (isLowSurrogate(before.charCodeAt(before.length - tail)) || isLowSurrogate(after.charCodeAt(after.length - tail)))) tail -= 1;
  return { at: head, removed: before.length - head - tail, inserted: after.slice(head, after.length - tail) };
}
