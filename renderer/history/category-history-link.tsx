// On a category's card: the way to its earlier states.
import { History } from 'lucide-react';
import { useState } from 'react';
import type { Category } from '../../shared/domain/category.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { CategoryStatesDialog } from './category-states-dialog.tsx';

export function CategoryHistoryLink({ category }: { category: Pick<Category, 'id' | 'name'> }) {
  const text = useText(historyText);
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => open(true)}>
        <History size={13} aria-hidden />
        {text.objectLink}
      </Button>
      {isOpen ? <CategoryStatesDialog categoryId={category.id} name={category.name} onClose={() => open(false)} /> : null}
    </>
  );
}
