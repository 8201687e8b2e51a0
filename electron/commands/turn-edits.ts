// Corrects the words of a turn; every passage anchored in it stays on its words.
import { Refusal } from '../../shared/domain/failure.ts';
import type { EntryId, PassageId, TurnId } from '../../shared/domain/ids.ts';
import { countWords } from '../../shared/domain/source.ts';
import type { EditedText, EditedTurn } from '../../shared/domain/source.ts';
import { isInsideSurrogatePair } from '../../shared/domain/text-offset.ts';
import { applyEdit, moveEnd, moveStart, moveStretch } from '../../shared/domain/turn-edit.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import { keptMarks, keptStyles, marksOf, movedMarks, movedStyles, stylesOf } from '../../shared/domain/turn-layout.ts';
import type { Row } from '../storage/schema.ts';
import { requireRow } from './rows.ts';
import { runLogged } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

interface Body {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function assertEdit({ text, start, end }: Body, edit: TextEdit): void {
  const last = edit.at + edit.removed;
  if (edit.at < start || last > end) throw new Refusal('turn.outsideWords');
  if (/[\r\n\u2028\u2029]/.test(edit.inserted)) throw new Refusal('turn.lineBreak');
  for (const offset of [edit.at, last]) if (isInsideSurrogatePair(text, offset)) throw new Refusal('passage.insideSurrogatePair', { offset });
}

/** The turn's text after every edit in turn; each counts in the text that the one before left. */
function edited(body: Body, edits: readonly TextEdit[]): Body {
  return edits.reduce((current, edit) => {
    assertEdit(current, edit);
    return { text: applyEdit(current.text, edit), start: current.start, end: current.end + edit.inserted.length - edit.removed };
  }, body);
}

type Ends = Pick<Row<'passage'>, 'startUtf16' | 'endUtf16'>;

/** Where a passage's ends are after the edits; only those that lie in this turn move. */
function movedEnds(passage: Row<'passage'>, turnId: string, edits: readonly TextEdit[]): Ends {
  const startsHere = passage.startTurnId === turnId;
  const endsHere = passage.endTurnId === turnId;
  let { startUtf16, endUtf16 } = passage;
  for (const edit of edits) {
    if (startsHere && endsHere) {
      const moved = moveStretch({ start: startUtf16, end: endUtf16 }, edit);
      startUtf16 = moved.start;
      endUtf16 = moved.end;
    } else if (startsHere) startUtf16 = moveStart(startUtf16, edit);
    else endUtf16 = moveEnd(endUtf16, edit);
  }
  return { startUtf16, endUtf16 };
}

function passagesIn(context: CommandContext, turnId: string): Row<'passage'>[] {
  const ids = context.project.sqlite
    .prepare<[string, string], { id: string }>('SELECT id FROM passage WHERE start_turn_id = ? OR end_turn_id = ?')
    .all(turnId, turnId);
  return ids.map(({ id }) => requireRow(context, 'passage', id, 'passage.unknown'));
}

function moveAnchors(context: CommandContext, turn: Row<'turn'>, after: string, edits: readonly TextEdit[]): EditedText {
  const touched: PassageId[] = [];
  const orphaned: PassageId[] = [];
  for (const passage of passagesIn(context, turn.id)) {
    const ends = movedEnds(passage, turn.id, edits);
    const isWithin = passage.startTurnId === passage.endTurnId;
    const before = isWithin ? turn.text.slice(passage.startUtf16, passage.endUtf16) : '';
    const isLost = isWithin && passage.lostQuote === null && ends.startUtf16 === ends.endUtf16;
    context.writer.update('passage', passage.id, { ...ends, ...(isLost ? { lostQuote: before } : {}) });
    if (isLost) orphaned.push(passage.id as PassageId);
    else if (isWithin && passage.lostQuote === null && after.slice(ends.startUtf16, ends.endUtf16) !== before) touched.push(passage.id as PassageId);
  }
  return { touched, orphaned };
}

export interface TurnCorrection {
  readonly turnId: TurnId;
  readonly edits: readonly TextEdit[];
  /** The entry of the same burst of typing. */
  readonly continues?: EntryId | null | undefined;
}

/** Applies edits, one after the other, to the words of a turn. Offsets count in the turn's whole text. Its label and line end stay as they are. */
export function editTurn(session: Session, { turnId, edits, continues }: TurnCorrection): EditedTurn {
  const turn = requireRow(session, 'turn', turnId, 'turn.unknown');
  const source = requireRow(session, 'source', turn.sourceId, 'source.unknown');
  const before = { text: turn.text, start: turn.bodyStartUtf16, end: turn.bodyEndUtf16 };
  const after = edited(before, edits);
  const input = { sourceId: source.id, turnId, edits };
  const header = {
    name: 'source.editTurn',
    input,
    subject: { name: source.name, ...(turn.number === null ? {} : { number: turn.number }) },
    ...(continues ? { continues: { entryId: continues, join: (earlier: unknown) => joined(earlier, input) } } : {}),
  };
  const { result, entryId } = runLogged(session, header, (context) => {
    const wordsOf = (body: Body): number => countWords(body.text.slice(body.start, body.end));
    const styles = edits.reduce((runs, edit) => movedStyles(runs, edit), stylesOf(turn.styles));
    const marks = edits.reduce((places, edit) => movedMarks(places, edit), marksOf(turn.marks));
    context.writer.update('turn', turn.id, {
      text: after.text,
      lengthUtf16: after.text.length,
      bodyEndUtf16: after.end,
      styles: keptStyles(styles),
      marks: keptMarks(marks),
    });
    context.writer.update('source', source.id, { words: source.words + wordsOf(after) - wordsOf(before) });
    return moveAnchors(context, turn, after.text, edits);
  });
  return { ...result, entryId: entryId as EntryId | null };
}

/** What a burst of typing was asked for as a whole, as long as it stays in one turn. */
function joined(earlier: unknown, now: { readonly turnId: string; readonly edits: readonly TextEdit[] }): unknown {
  const before = earlier as typeof now;
  return { ...now, edits: [...before.edits, ...now.edits] };
}
