// Memos on the open cell: what was thought about this crossing, beside what is claimed of it.
import { useState } from 'react';
import { formatWhen } from '../../shared/i18n/date.ts';
import { memosText } from '../../shared/i18n/memos.ts';
import { MemoPanel } from '../memos/memo-panel.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';

/** To be keyed by the cell. */
export function CellMemos({ cellKey, onLeave }: { cellKey: string; onLeave: () => void }) {
  const words = useText(memosText);
  const { language } = useLanguage();
  const [now] = useState(() => new Date());
  const { data: memos = [] } = useQuery('memo.list', { targetKind: 'cell', targetId: cellKey });
  return (
    <section className="matrices-panel-memos">
      <SectionTitle>{memos.length > 1 ? words.memos : words.memo}</SectionTitle>
      <MemoPanel
        memos={memos}
        place={{ targetKind: 'cell', targetId: cellKey, title: '' }}
        onLeave={onLeave}
        byLine={(memo) => formatWhen(language, memo.updatedAt, now)}
      />
    </section>
  );
}
