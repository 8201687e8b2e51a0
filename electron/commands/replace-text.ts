// A transcript gives way to a corrected one: turns stay the same ones where they mostly are, codings go on on their words.
import { Refusal } from '../../shared/domain/failure.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { ReplacedText } from '../../shared/domain/revision.ts';
import type { TurnLayout } from '../../shared/domain/text-rewrite.ts';
import type { TextEdit } from '../../shared/domain/turn-edit.ts';
import type { Row } from '../storage/schema.ts';
import { keepFile, requireRow } from './rows.ts';
import { runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';
import { dropIdleSpeakers, speakersFor } from './speaker-rows.ts';
import { rewriteTurns, turnRows } from './turn-rows.ts';
import type { TurnAfter } from './turn-rows.ts';

/** A turn of the corrected text; with the id of the turn that it goes on as, or a new one. */
export interface ReplacingTurn extends Omit<TurnAfter, 'speakerId'> {
  readonly speaker: string | null;
}

export interface TextReplacement {
  readonly sourceId: SourceId;
  /** The turns that were planned for: all of the source's. */
  readonly before: readonly Row<'turn'>[];
  readonly after: readonly ReplacingTurn[];
  readonly layouts: readonly TurnLayout[];
  readonly edits: readonly TextEdit[];
  readonly originalName: string;
  readonly sha256: string;
  readonly original: Uint8Array;
}

function isSameText(planned: readonly Row<'turn'>[], present: readonly Row<'turn'>[]): boolean {
  const isSame = (one: Row<'turn'>, other: Row<'turn'> | undefined): boolean =>
    one.id === other?.id && one.text === other.text && one.bodyStartUtf16 === other.bodyStartUtf16 && one.bodyEndUtf16 === other.bodyEndUtf16;
  return planned.length === present.length && planned.every((turn, index) => isSame(turn, present[index]));
}

/** Refuses (`source.changedSince`) when the text is no longer the one that was planned for. */
export function replaceText(session: Session, replacement: TextReplacement): ReplacedText {
  const { sourceId, edits, layouts, originalName, sha256 } = replacement;
  const source = requireRow(session, 'source', sourceId, 'source.unknown');
  const before = turnRows(session, sourceId);
  if (!isSameText(replacement.before, before)) throw new Refusal('source.changedSince');
  const input = { sourceId, file: originalName, sha256 };
  return runCommand(session, { name: 'source.replaceText', input, subject: { name: source.name } }, (context) => {
    keepFile(context, sha256, replacement.original);
    context.writer.update('source', sourceId, { originalName, originalSha256: sha256 });
    const speakers = speakersFor(
      context,
      source,
      replacement.after.flatMap(({ speaker }) => speaker ?? []),
    );
    const after = replacement.after.map(({ speaker, ...turn }) => ({
      ...turn,
      speakerId: speaker === null ? null : (speakers.get(speaker) ?? null),
    }));
    const result = rewriteTurns(context, { source, before, after, edits, layouts });
    dropIdleSpeakers(context, sourceId);
    return result;
  });
}
