// The memos' screen: all that was noted along the way on the left, the one being read or written in the middle.
import { NotebookPen } from 'lucide-react';
import { useRef } from 'react';
import { memosText } from '../../shared/i18n/memos.ts';
import { linkInPlace, useNavigation } from '../navigation.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Workspace } from '../ui/workspace.tsx';
import { MemoEditor } from './memo-editor.tsx';
import { MemoList } from './memo-list.tsx';
import './memos.css';
import { NewMemo } from './new-memo.tsx';

export function MemosScreen() {
  const words = useText(memosText);
  const { data: memos } = useQuery('memo.list', {});
  const { data: coders } = useQuery('coder.list', {});
  const { place, adjust } = useNavigation();
  const lastAt = useRef(0);
  if (!memos || !coders) return null;
  if (memos.length === 0) {
    return (
      <div className="memos-empty">
        <EmptyState icon={NotebookPen} title={words.emptyTitle} text={words.emptyText} actions={<NewMemo isPrimary />} />
      </div>
    );
  }
  // when the memo shown goes away, the one that took its place in the list is shown
  const at = memos.findIndex(({ id }) => id === place.memoId);
  if (at >= 0) lastAt.current = at;
  const memo = memos[Math.min(lastAt.current, memos.length - 1)];
  return (
    <Workspace
      name="memos"
      leftLabel={words.memos}
      contentLabel={words.memo}
      defaults={{ leftWidth: 340 }}
      left={
        <MemoList
          memos={memos}
          coders={coders}
          chosenId={memo?.id ?? null}
          onChoose={(memoId) => adjust({ screen: 'memos', memoId })}
          newMemo={<NewMemo />}
        />
      }
    >
      <div className="memos-middle">
        <h1 className="visually-hidden">{words.memos}</h1>
        {memo ? <MemoEditor key={memo.id} memo={memo} coders={coders} showLink={memo.id === place.memoId ? linkInPlace(place) : undefined} /> : null}
      </div>
    </Workspace>
  );
}
