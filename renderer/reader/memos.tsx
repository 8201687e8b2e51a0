// Memos on the passage: read, written and corrected in place; kept by themselves.
import { useState } from 'react';
import type { PassageId } from '../../shared/domain/ids.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { readerText } from '../../shared/i18n/reader.ts';
import { MemoPanel } from '../memos/memo-panel.tsx';
import { MemosOn } from '../memos/memos-on.tsx';
import { MentionedIn } from '../memos/mentioned-in.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useReader } from './reader-context.tsx';

/** While no passage is in hand: what was thought of the whole text. */
export function SourceMemos() {
  const words = useText(memosText);
  const { transcript, text: handle } = useReader();
  const { sourceId } = transcript;
  return (
    <section className="reader-memos">
      <SectionTitle level={2}>{words.onSource}</SectionTitle>
      <MemosOn key={sourceId} kind="source" id={sourceId} onLeave={() => handle.current?.focus()} />
    </section>
  );
}

export function Memos({ passageId }: { passageId: PassageId }) {
  const text = useText(readerText);
  const { language } = useLanguage();
  const { coders, memoRequests, text: handle } = useReader();
  const [now] = useState(() => new Date());
  const { data } = useQuery('passage.read', { passageId });
  const memos = data?.passageId === passageId ? data.memos : [];
  return (
    <section className="reader-memos">
      <SectionTitle level={2} end={memos.length > 1 ? text.number(memos.length) : undefined}>
        {memos.length > 1 ? text.memos : text.memo}
      </SectionTitle>
      <MemoPanel
        key={passageId}
        memos={memos}
        place={{ targetKind: 'passage', targetId: passageId, title: '' }}
        focusOn={memoRequests}
        onLeave={() => handle.current?.focus()}
        byLine={(memo) =>
          `${text.memoBy(coders.get(memo.coderId)?.initials ?? '?', formatWhen(language, memo.updatedAt, now))}${memo.targetKind === 'coding' ? ` · ${text.memoOnCoding}` : ''}`
        }
      />
      <MentionedIn kind="passage" id={passageId} />
    </section>
  );
}
