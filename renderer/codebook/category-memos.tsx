// What was thought about a category: its memos, and a new one.
import { NotebookPen } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Category } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { useNavigation } from '../navigation.tsx';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

export function CategoryMemos({ category }: { category: Category }) {
  const words = useText(codebookText);
  const { go } = useNavigation();
  const run = useRun();
  const { data: memos = [] } = useQuery('memo.list', { targetKind: 'category', targetId: category.id });
  const write = async () => {
    const memoId = await run('memo.write', {
      memoId: null,
      targetKind: 'category',
      targetId: category.id,
      title: words.memoTitle(category.name),
      text: '',
    });
    if (memoId !== undefined) go({ screen: 'memos', memoId });
  };
  return (
    <section className="codebook-memos">
      <SectionTitle
        end={
          <Button size="small" variant="quiet" onPress={() => void write()}>
            <NotebookPen size={14} aria-hidden />
            {words.writeMemo}
          </Button>
        }
      >
        {words.memos}
      </SectionTitle>
      <ul>
        {memos.map((memo) => (
          <li key={memo.id}>
            <AriaButton className="codebook-memo" onPress={() => go({ screen: 'memos', memoId: memo.id })}>
              <span className="codebook-memo-title">{memo.title || words.untitled}</span>
              <span className="codebook-memo-text quiet">{memo.text}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
