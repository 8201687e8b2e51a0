// Corrects the words of a turn; every passage anchored in it stays on its words.
import { Refusal } from '../../shared/domain/failure.ts';
import type { EntryId, TurnId } from '../../shared/domain/ids.ts';
import type { EditedTurn } from '../../shared/domain/source.ts';
import { isInsideSurrogatePair } from '../../shared/domain/text-offset.ts';
import { applyEdit } from '../../shared/domain/turn-edit.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import { requireRow } from './rows.ts';
import { runLogged } from './run-command.ts';
import type { Session } from './run-command.ts';
import { rewriteTurns, turnAfter } from './turn-rows.ts';

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
    ...(continues && isAbout(session, continues, turnId)
      ? { continues: { entryId: continues, join: (earlier: unknown) => joined(earlier, input) } }
      : {}),
  };
  const { result, entryId } = runLogged(session, header, (context) =>
    rewriteTurns(context, { source, before: [turn], after: [turnAfter(turn, { text: after.text, bodyEnd: after.end })], edits }),
  );
  return { ...result, entryId: entryId as EntryId | null };
}

/** Typing goes on in the same turn; in another one it is another correction. */
function isAbout({ project }: Session, entryId: EntryId, turnId: TurnId): boolean {
  const about = project.sqlite
    .prepare<[string], { turnId: string | null }>(`SELECT json_extract(input, '$.turnId') AS turnId FROM change_log WHERE id = ?`)
    .get(entryId);
  return about?.turnId === turnId;
}

/** What a burst of typing was asked for as a whole. */
function joined(earlier: unknown, now: { readonly turnId: string; readonly edits: readonly TextEdit[] }): unknown {
  const before = earlier as typeof now;
  return { ...now, edits: [...before.edits, ...now.edits] };
}
