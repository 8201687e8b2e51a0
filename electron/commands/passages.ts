// What is said of a passage as a whole: that it is a good quote, and what it says in the researcher's words.
import type { PassageId } from '../../shared/domain/ids.ts';
import { paraphraseUnderWay } from './hand-rows.ts';
import { requireRow } from './rows.ts';
import { runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

const SUBJECT_UTF16 = 40;

export function starPassage(session: Session, input: { passageId: PassageId; isStarred: boolean }): void {
  const passage = requireRow(session, 'passage', input.passageId, 'passage.unknown');
  if ((passage.starredAt !== null) === input.isStarred) return;
  runCommand(session, { name: 'passage.star', input, subject: { count: input.isStarred ? 1 : 0 } }, ({ writer, at }) =>
    writer.update('passage', passage.id, { starredAt: input.isStarred ? at : null }),
  );
}

/** Empty: the passage has no paraphrase. Typing that goes on is one entry of the log. */
export function paraphrasePassage(session: Session, { passageId, text }: { passageId: PassageId; text: string }): void {
  const passage = requireRow(session, 'passage', passageId, 'passage.unknown');
  const words = text.trim() === '' ? null : text;
  const burst = paraphraseUnderWay(session, passageId);
  const header = {
    name: 'passage.paraphrase',
    // the words are in the differences
    input: { passageId },
    subject: { name: (words ?? '').trim().slice(0, SUBJECT_UTF16) },
    ...(burst === undefined ? {} : { continues: { entryId: burst, join: (earlier: unknown) => earlier } }),
  };
  runCommand(session, header, ({ writer }) => writer.update('passage', passage.id, { paraphrase: words }));
}
