// Edits that two people made in the same words: both hold where they touch different words.
import { applyEdit } from './turn-edit.ts';
import type { TextEdit } from './turn-edit.ts';

/** Edits that all count in the text before; in order. */
function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((one, other) => one.at - other.at || one.removed - other.removed);
}

const isSame = (one: TextEdit, other: TextEdit): boolean => one.at === other.at && one.removed === other.removed && one.inserted === other.inserted;

/** Two edits that meet or touch say nothing clear about what stands between them. */
const meets = (one: TextEdit, other: TextEdit): boolean => one.at <= other.at + other.removed && other.at <= one.at + one.removed;

/**
 * The edits of both, each once, in order; all count in the text that both began with. Null where two of them meet and differ. Who typed on
 * where the other had stopped has the longer words.
 */
export function joinedEdits(ours: readonly TextEdit[], theirs: readonly TextEdit[]): TextEdit[] | null {
  const joined = [...ours];
  for (const edit of theirs) {
    const met = joined.filter((other) => meets(other, edit));
    const [only] = met;
    if (only === undefined) joined.push(edit);
    else if (met.length > 1) return null;
    else if (isSame(only, edit)) continue;
    else if (only.at !== edit.at || only.removed !== edit.removed) return null;
    else if (edit.inserted.startsWith(only.inserted)) joined[joined.indexOf(only)] = edit;
    else if (!only.inserted.startsWith(edit.inserted)) return null;
  }
  return inOrder(joined);
}

/** Applies edits that all count in the text before. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  return inOrder(edits).toReversed().reduce(applyEdit, text);
}
