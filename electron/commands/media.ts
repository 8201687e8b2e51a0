// Gives a source its recording, and takes it away; the file itself lies beside the project and stays there, for undo.
import type { SourceId } from '../../shared/domain/ids.ts';
import { idsWhere, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface AddedMedia {
  readonly sourceId: SourceId;
  readonly sha256: string;
  readonly originalName: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly durationMs: number | null;
}

/** Replaces the recording that the source has. The file must be there already. */
export function addMedia(session: Session, input: AddedMedia): void {
  const { name } = requireRow(session, 'source', input.sourceId, 'source.unknown');
  runCommand(session, { name: 'media.add', input, subject: { name } }, (context) => {
    const [present] = idsWhere(context, 'media', 'source_id', input.sourceId);
    if (present === undefined) context.writer.insert('media', { id: newId(), ...input });
    else context.writer.update('media', present, input);
  });
}

export function removeMedia(session: Session, sourceId: SourceId): void {
  const { name } = requireRow(session, 'source', sourceId, 'source.unknown');
  runCommand(session, { name: 'media.remove', input: { sourceId }, subject: { name } }, (context) => {
    for (const id of idsWhere(context, 'media', 'source_id', sourceId)) context.writer.remove('media', id);
  });
}
