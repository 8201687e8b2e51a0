// How a turn was set and what pages and times begin inside it: short lists kept beside its text, that move with the words.
import { MARK_KINDS, TEXT_STYLES } from './style-run.ts';
import type { PositionMark, StyleRun } from './style-run.ts';
import { moveStart, moveStretch } from './turn-edit.ts';
import type { TextEdit } from './turn-edit.ts';

const NO_STYLES: readonly StyleRun[] = [];
const NO_MARKS: readonly PositionMark[] = [];

/** As the file keeps them: `[[start, end, style], …]`; null for none. Names that this version does not know are left out. */
export function stylesOf(kept: string | null): readonly StyleRun[] {
  if (kept === null) return NO_STYLES;
  return (JSON.parse(kept) as [number, number, string][]).flatMap(([start, end, name]) => {
    const style = TEXT_STYLES.find((known) => known === name);
    return style ? [{ start, end, style }] : [];
  });
}

export function keptStyles(styles: readonly StyleRun[]): string | null {
  return styles.length === 0 ? null : JSON.stringify(styles.map(({ start, end, style }) => [start, end, style]));
}

/** As the file keeps them: `[[at, kind, value], …]`; null for none. */
export function marksOf(kept: string | null): readonly PositionMark[] {
  if (kept === null) return NO_MARKS;
  return (JSON.parse(kept) as [number, string, number][]).flatMap(([at, name, value]) => {
    const kind = MARK_KINDS.find((known) => known === name);
    return kind ? [{ at, kind, value }] : [];
  });
}

export function keptMarks(marks: readonly PositionMark[]): string | null {
  return marks.length === 0 ? null : JSON.stringify(marks.map(({ at, kind, value }) => [at, kind, value]));
}

/** A run whose words all went goes with them. */
export function movedStyles(styles: readonly StyleRun[], edit: TextEdit): readonly StyleRun[] {
  return styles.map((run) => ({ ...run, ...moveStretch(run, edit) })).filter(({ start, end }) => start < end);
}

/** A mark stays before the word that it stood before, or where that word was. */
export function movedMarks(marks: readonly PositionMark[], edit: TextEdit): readonly PositionMark[] {
  return marks.map((mark) => ({ ...mark, at: moveStart(mark.at, edit) }));
}

/** The part of the runs that lies in `text.slice(start, end)`, counted from there. */
export function stylesBetween(styles: readonly StyleRun[], start: number, end: number): StyleRun[] {
  return styles.flatMap((run) => {
    const cut = { ...run, start: Math.max(run.start, start) - start, end: Math.min(run.end, end) - start };
    return cut.start < cut.end ? [cut] : [];
  });
}

/** The marks at `start` or after it and before `end`, counted from `start`. */
export function marksBetween(marks: readonly PositionMark[], start: number, end: number): PositionMark[] {
  return marks.filter(({ at }) => at >= start && at < end).map((mark) => ({ ...mark, at: mark.at - start }));
}
