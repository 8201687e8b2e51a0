// What came from another program, as a memo that stays: what is otherwise than it was, and each place to look at, with a link to it.
import type { MemoId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { RefiRead, RefiUncertain } from '../../../shared/domain/refi.ts';
import { headingOf, paragraphOf, runOf, writtenTextOf } from '../../../shared/domain/written-text.ts';
import type { BlockNode, LeafNode } from '../../../shared/domain/written-text.ts';
import { arrivalLines, arrivalText } from '../../../shared/i18n/arrival.ts';
import { refiText } from '../../../shared/i18n/refi.ts';
import { writeMemo } from '../../commands/memos.ts';
import type { Session } from '../../commands/run-command.ts';

function place({ passageId, quote, source, why }: RefiUncertain, language: Language): BlockNode {
  const words = `« ${quote.replace(/\s+/gu, ' ').trim()} »`;
  const shown: LeafNode = passageId === null ? runOf(words) : { type: 'memo-link', version: 1, kind: 'passage', id: passageId, label: words };
  return paragraphOf([shown, runOf(` ${source} : ${refiText[language].doubts[why]}`)]);
}

/** On the project itself. Nothing where Trame's own file brought everything back. */
export function writeArrivalMemo(session: Session, read: RefiRead, language: Language): MemoId | null {
  if (read.isWhole) return null;
  const text = arrivalText[language];
  const { made, changes } = arrivalLines(read, language);
  const section = (title: string, blocks: readonly BlockNode[]): BlockNode[] => (blocks.length === 0 ? [] : [headingOf('h2', title), ...blocks]);
  const line = (words: string): BlockNode => paragraphOf([runOf(words)]);
  const more = read.moreUncertain > 0 ? [line(text.more(read.moreUncertain))] : [];
  const blocks = [
    ...section(text.came, made.map(line)),
    ...section(text.changed, changes.map(line)),
    ...section(text.uncertain, [...read.uncertain.map((each) => place(each, language)), ...more]),
  ];
  return writeMemo(session, {
    memoId: null,
    targetKind: 'project',
    targetId: '',
    title: text.title(read.origin),
    text: '',
    document: writtenTextOf(blocks),
  });
}
