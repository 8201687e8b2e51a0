// Writes and removes memos, and takes in the pictures they show.
import { Refusal } from '../../shared/domain/failure.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import { LARGEST_IMAGE_BYTES, imageMime } from '../../shared/domain/image-kind.ts';
import type { ImageMime } from '../../shared/domain/image-kind.ts';
import { crossingKey, entityKeysIn } from '../../shared/domain/matrix.ts';
import { leavesOf, wordsOf } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import type { MemoKind, MemoTarget } from '../../shared/domain/memo.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import type { Row } from '../storage/schema.ts';
import { keepPicture, missingPictures, openBurst, targetStands, writeLinks } from './memo-rows.ts';
import { removePassageIfBare } from './passage-rows.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

export interface MemoInput {
  readonly memoId: MemoId | null;
  readonly targetKind: MemoTarget;
  /** For a cell the key of its crossing, its things in any order. */
  readonly targetId: string;
  /** Absent: as it was; analytic for a new memo. */
  readonly kind?: MemoKind | undefined;
  readonly title: string;
  /** Plain words; they are the memo where no form is given. */
  readonly text: string;
  /** With its form: the plain words then are the document's. */
  readonly document?: WrittenText | null | undefined;
}

const SUBJECT_LENGTH = 40;
const BYTES_PER_MB = 1024 * 1024;

function targetIdOf({ targetKind, targetId }: MemoInput): string {
  if (targetKind === 'project') return '';
  return targetKind === 'cell' ? crossingKey(entityKeysIn(targetId)) : targetId;
}

function assertPictures(session: Session, document: WrittenText): void {
  const shown = leavesOf(document).flatMap((node) => (node.type === 'memo-image' ? [node.sha256] : []));
  const [missing] = missingPictures(session, shown);
  if (missing !== undefined) throw new Refusal('image.unknown', { id: missing });
}

/** What of a memo is written anew; what is absent stays. */
export interface MemoChange {
  readonly memoId: MemoId;
  readonly kind?: MemoKind | undefined;
  readonly title?: string | undefined;
  readonly document?: WrittenText | undefined;
}

type Written = Pick<Row<'memo'>, 'kind' | 'title' | 'text' | 'document'>;

function formOf(session: Session, document: WrittenText | null, text: string): Pick<Row<'memo'>, 'text' | 'document'> {
  if (!document) return { text, document: null };
  assertPictures(session, document);
  return { text: wordsOf(document), document: JSON.stringify(document) };
}

const subjectOf = ({ title, text }: Pick<Written, 'title' | 'text'>): CommandSubject => ({ name: title || text.slice(0, SUBJECT_LENGTH) });

/** Typing that goes on in the same memo is one entry of the log. */
function rewrite(session: Session, known: Row<'memo'>, written: Written, document: WrittenText | null): void {
  const burst = openBurst(session, known, Date.now());
  const header = {
    name: 'memo.write',
    // the words are in the differences
    input: { memoId: known.id, title: written.title },
    subject: subjectOf(written),
    ...(burst === undefined ? {} : { continues: { entryId: burst, join: (earlier: unknown) => earlier } }),
  };
  const isChanged = (['kind', 'title', 'text', 'document'] as const).some((column) => known[column] !== written[column]);
  if (!isChanged) return;
  runCommand(session, header, (context) => {
    context.writer.update('memo', known.id, { ...written, updatedAt: context.at });
    if (written.document !== known.document) writeLinks(context, known.id, document);
  });
}

/** `memoId` null writes a new memo on the target; otherwise the memo's own target stays what it was. */
export function writeMemo(session: Session, input: MemoInput): MemoId {
  const known = input.memoId === null ? null : requireRow(session, 'memo', input.memoId, 'memo.unknown');
  const document = input.document ?? null;
  const form = formOf(session, document, input.text);
  if (known) {
    // plain words over the same words leave the form alone
    const kept = input.document === undefined && known.text === form.text ? { text: known.text, document: known.document } : form;
    rewrite(session, known, { kind: input.kind ?? known.kind, title: input.title, ...kept }, document);
    return known.id as MemoId;
  }
  const targetId = targetIdOf(input);
  if (!targetStands(session.project.sqlite, input.targetKind, targetId)) throw new Refusal('memo.targetUnknown', { id: targetId });
  const written: Written = { kind: input.kind ?? 'analytic', title: input.title, ...form };
  const id = newId<MemoId>();
  const header = { name: 'memo.write', input: { targetKind: input.targetKind, targetId, title: input.title }, subject: subjectOf(written) };
  runCommand(session, header, (context) => {
    const { writer, at, coderId } = context;
    writer.insert('memo', { id, targetKind: input.targetKind, targetId, ...written, coderId, createdAt: at, updatedAt: at });
    writeLinks(context, id, document);
  });
  return id;
}

/** Writes a part of a memo anew: its title and its text are typed apart, and neither takes the other back. */
export function updateMemo(session: Session, { memoId, kind, title, document }: MemoChange): void {
  const known = requireRow(session, 'memo', memoId, 'memo.unknown');
  const form = document ? formOf(session, document, '') : { text: known.text, document: known.document };
  rewrite(session, known, { kind: kind ?? known.kind, title: title ?? known.title, ...form }, document ?? null);
}

/** Links to it in other memos stay as words. */
export function removeMemo(session: Session, input: { memoId: MemoId }): void {
  const row = requireRow(session, 'memo', input.memoId, 'memo.unknown');
  runCommand(session, { name: 'memo.remove', input, subject: { name: row.title || row.text.slice(0, SUBJECT_LENGTH) } }, (context) => {
    context.writer.remove('memo', row.id);
    if (row.targetKind === 'passage') removePassageIfBare(context, row.targetId);
  });
}

/** Takes in a picture: by what its bytes are, not by what it is called. Nothing for the history: it is seen where a memo shows it. */
export function addImage(session: Session, { name, bytes }: { name: string; bytes: Uint8Array }): { sha256: string; mime: ImageMime } {
  const { project } = session;
  if (project.isReadOnly) throw new Refusal('project.readOnly', { path: project.path });
  if (bytes.length > LARGEST_IMAGE_BYTES) throw new Refusal('image.tooLarge', { file: name, most: LARGEST_IMAGE_BYTES / BYTES_PER_MB });
  const mime = imageMime(bytes);
  if (!mime) throw new Refusal('image.formatUnknown', { file: name });
  return { sha256: keepPicture(session, { mime, bytes }), mime };
}
