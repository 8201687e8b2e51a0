// What was thought about a category: its memos, written in place, and a new one.
import { useState } from 'react';
import type { Category } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { formatWhen } from '../../shared/i18n/date.ts';
import { MemoPanel } from '../memos/memo-panel.tsx';
import { MentionedIn } from '../memos/mentioned-in.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';

export function CategoryMemos({ category }: { category: Category }) {
  const words = useText(codebookText);
  const { language } = useLanguage();
  const [now] = useState(() => new Date());
  const { data: memos = [] } = useQuery('memo.list', { targetKind: 'category', targetId: category.id });
  return (
    <section className="codebook-memos">
      <SectionTitle level={2}>{words.memos}</SectionTitle>
      <MemoPanel
        key={category.id}
        memos={memos}
        place={{ targetKind: 'category', targetId: category.id, title: words.memoTitle(category.name) }}
        byLine={(memo) => formatWhen(language, memo.updatedAt, now)}
      />
      <MentionedIn kind="category" id={category.id} />
    </section>
  );
}
