// All that memos say of one thing: those on it, written in place, and those that speak of it.
import type { MemoTarget } from '../../shared/domain/memo.ts';
import { LINK_KINDS } from '../../shared/domain/text-link.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNow } from '../ui/use-now.ts';
import { useQuery } from '../ui/use-query.ts';
import { MemoPanel } from './memo-panel.tsx';
import { MentionedIn } from './mentioned-in.tsx';

interface MemosOnProps {
  kind: MemoTarget;
  id: string;
  onLeave?: () => void;
}

/** To be keyed by the thing. */
export function MemosOn({ kind, id, onLeave }: MemosOnProps) {
  const { language } = useLanguage();
  const now = useNow();
  const { data: memos = [] } = useQuery('memo.list', { targetKind: kind, targetId: id });
  const linkKind = LINK_KINDS.find((each) => each === kind);
  return (
    <>
      <MemoPanel
        memos={memos}
        place={{ targetKind: kind, targetId: id, title: '' }}
        byLine={(memo) => formatWhen(language, memo.updatedAt, now)}
        {...(onLeave ? { onLeave } : {})}
      />
      {linkKind ? <MentionedIn kind={linkKind} id={id} /> : null}
    </>
  );
}
