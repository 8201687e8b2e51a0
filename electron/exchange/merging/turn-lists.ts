// The turns of one text, as two copies corrected them: turn by turn where both have them, word by word where both corrected one, and one
// copy's whole where both cut or joined the same turns. Nothing depends on which copy is ours.
import { joinedEdits } from '../../../shared/domain/merge-edits.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import type { TurnText } from '../../../shared/domain/text-rewrite.ts';
import type { TextEdit } from '../../../shared/domain/turn-edit.ts';
import { applyEdit } from '../../../shared/domain/turn-edit.ts';
import { alignTexts } from '../../queries/text-diff.ts';
import type { Columns } from '../../storage/writer.ts';
import { editsBetween } from './three-way.ts';
import type { SideName } from './two-copies.ts';
import { otherSide } from './two-copies.ts';

export interface TurnVersions {
  readonly base: readonly Columns[];
  readonly ours: readonly Columns[];
  readonly theirs: readonly Columns[];
}

/** Decides where both wrote the same turns anew: whose hold. Asked with the turns concerned. */
export type ChooseTurns = (versions: TurnVersions) => SideName;
/** Who wrote these turns last. */
export type LaterTurns = (versions: TurnVersions) => SideName;

export function turnTextOf({ id, text, body_start_utf16: start, body_end_utf16: end }: Columns): TurnText {
  return { id: String(id) as TurnId, text: String(text), bodyStart: Number(start), bodyEnd: Number(end) };
}

const idsOf = (turns: readonly Columns[]): string => turns.map(({ id }) => id).join(' ');
const TEXT = ['text', 'body_start_utf16', 'body_end_utf16'] as const;

export function areSameTurns(one: readonly Columns[], other: readonly Columns[]): boolean {
  return (
    one.length === other.length &&
    one.every((turn, index) => turn.id === other[index]?.id && TEXT.every((name) => turn[name] === other[index]?.[name]))
  );
}

interface Cut {
  readonly versions: TurnVersions;
}

/** The turns that all three have, each by itself, and what lies between them. */
function* cuts({ base, ours, theirs }: TurnVersions): Generator<Cut> {
  const lists = [base, ours, theirs];
  const known = lists.map((turns) => new Set(turns.map(({ id }) => id)));
  const stable = lists.map((turns) => turns.filter(({ id }) => known.every((ids) => ids.has(id ?? null))));
  const isOrdered = stable.every((turns) => idsOf(turns) === idsOf(stable[0] ?? []));
  const at = [0, 0, 0];
  const take = (upTo: readonly number[]): Cut => {
    const [b, o, t] = lists.map((turns, index) => turns.slice(at[index], upTo[index]));
    upTo.forEach((end, index) => (at[index] = end));
    return { versions: { base: b ?? [], ours: o ?? [], theirs: t ?? [] } };
  };
  for (const { id } of isOrdered ? (stable[0] ?? []) : []) {
    const places = lists.map((turns) => turns.findIndex((turn) => turn.id === id));
    yield take(places);
    yield take(places.map((place) => place + 1));
  }
  yield take(lists.map((turns) => turns.length));
}

/** Edits of the words of turns that are the same ones, in the text of all of them. */
function editsOfSame(before: readonly Columns[], after: readonly Columns[]): TextEdit[] {
  let start = 0;
  return before.flatMap((turn, index) => {
    const edits = editsBetween(String(turn.text), String(after[index]?.text)).map((edit) => ({ ...edit, at: edit.at + start }));
    start += String(turn.text).length;
    return edits;
  });
}

function withEdit(turn: Columns, edit: TextEdit): Columns | null {
  const { bodyStart, bodyEnd, text } = turnTextOf(turn);
  const [from, to] = [edit.at, edit.at + edit.removed];
  const grows = edit.inserted.length - edit.removed;
  const changed = applyEdit(text, edit);
  const body = (start: number, end: number): Columns => ({
    ...turn,
    text: changed,
    length_utf16: changed.length,
    body_start_utf16: start,
    body_end_utf16: end,
  });
  if (from >= bodyStart && to <= bodyEnd) return body(bodyStart, bodyEnd + grows);
  if (to <= bodyStart) return body(bodyStart + grows, bodyEnd + grows);
  return from >= bodyEnd ? body(bodyStart, bodyEnd) : null;
}

/** One copy's turns with the words that the other one corrected in the turns as they were; null where both meet. */
function overlaid(base: readonly Columns[], kept: readonly Columns[], corrected: readonly Columns[]): Columns[] | null {
  const isSameCut = idsOf(base) === idsOf(kept);
  const first = isSameCut ? editsOfSame(base, kept) : [...alignTexts(base.map(turnTextOf), kept.map(turnTextOf)).edits];
  const second = editsOfSame(base, corrected);
  const all = joinedEdits(first, second);
  if (all === null) return null;
  const known = new Set(first.map((edit) => JSON.stringify(edit)));
  // who typed on has written what is there already
  if (first.some((edit) => !all.includes(edit))) return null;
  const result = [...kept];
  for (const edit of all.filter((each) => !known.has(JSON.stringify(each))).toReversed()) {
    const shift = first.reduce((sum, { at, removed, inserted }) => (at + removed <= edit.at ? sum + inserted.length - removed : sum), 0);
    let start = 0;
    const at = edit.at + shift;
    const index = kept.findIndex((turn) => {
      const end = start + String(turn.text).length;
      const holds = at >= start && at + edit.removed <= end;
      if (!holds) start = end;
      return holds;
    });
    const turn = result[index];
    const written = turn && withEdit(turn, { ...edit, at: at - start });
    if (!written) return null;
    result[index] = written;
  }
  return result;
}

function mergeCut(versions: TurnVersions, later: LaterTurns, choose: ChooseTurns): readonly Columns[] {
  const { base, ours, theirs } = versions;
  if (areSameTurns(ours, theirs) || areSameTurns(theirs, base)) return ours;
  if (areSameTurns(ours, base)) return theirs;
  const kept = later(versions);
  const other = otherSide(kept);
  const isOnlyCorrected = (turns: readonly Columns[]): boolean => idsOf(turns) === idsOf(base);
  const joined = isOnlyCorrected(versions[other])
    ? overlaid(base, versions[kept], versions[other])
    : isOnlyCorrected(versions[kept])
      ? overlaid(base, versions[other], versions[kept])
      : null;
  return joined ?? versions[choose(versions)];
}

/** The text as both made it, in order. */
export function mergeTurnLists(versions: TurnVersions, later: LaterTurns, choose: ChooseTurns): Columns[] {
  if (areSameTurns(versions.ours, versions.theirs) || areSameTurns(versions.theirs, versions.base)) return [...versions.ours];
  if (areSameTurns(versions.ours, versions.base)) return [...versions.theirs];
  return [...cuts(versions)].flatMap((cut) => mergeCut(cut.versions, later, choose));
}
