// What a turn and its codings were at each step of a correction. Undo inside the correction puts words back; whether the passages that
// lost them come back too is not in the words: it is known from the step that had them.
import type { TurnId } from '../../shared/domain/ids.ts';
import type { SourceCoding, Turn } from '../../shared/domain/source.ts';
import { applyEdit } from '../../shared/domain/turn-edit.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import { editedCodings } from './edited-text.ts';

interface Step {
  readonly text: string;
  /** Those anchored in the turn. */
  readonly codings: readonly SourceCoding[];
  /** What led here, and in which burst; the first step has none. */
  readonly made: { readonly edit: TextEdit; readonly burst: number } | null;
}

function sameAnchors(a: readonly SourceCoding[], b: readonly SourceCoding[]): boolean {
  const print = (codings: readonly SourceCoding[]) => codings.map(({ id, start, end }) => `${id} ${start.offsetUtf16} ${end.offsetUtf16}`).sort();
  return JSON.stringify(print(a)) === JSON.stringify(print(b));
}

export class TypedSteps {
  readonly turnId: TurnId;
  readonly #steps: Step[];

  constructor(turn: Turn, codings: readonly SourceCoding[]) {
    this.turnId = turn.id;
    const here = codings.filter(({ start, end }) => start.turnId === turn.id || end.turnId === turn.id);
    this.#steps = [{ text: turn.text, codings: here, made: null }];
  }

  add(edit: TextEdit, burst: number): void {
    const last = this.#steps.at(-1);
    if (last)
      this.#steps.push({ text: applyEdit(last.text, edit), codings: editedCodings(last.codings, this.turnId, [edit]), made: { edit, burst } });
  }

  /**
   * For an edit that takes back what this burst did: the burst's edits to make again after all of it was taken back, where the
   * edit alone would leave passages without the words they had. Null where the edit alone is right, or no step had those words.
   */
  replayFor(edit: TextEdit, burst: number): readonly TextEdit[] | null {
    const last = this.#steps.at(-1);
    if (!last) return null;
    const text = applyEdit(last.text, edit);
    const from = this.#steps.findIndex(({ made }) => made?.burst === burst) - 1;
    const to = from < 0 ? -1 : this.#steps.findLastIndex((step, index) => index >= from && index < this.#steps.length - 1 && step.text === text);
    const had = this.#steps[to];
    if (!had || sameAnchors(had.codings, editedCodings(last.codings, this.turnId, [edit]))) return null;
    return this.#steps.slice(from + 1, to + 1).flatMap(({ made }) => (made ? [made.edit] : []));
  }
}
