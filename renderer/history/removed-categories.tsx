// On the line of an act that removed categories: what each of them was. Nowhere else are they to be found any more.
import { useState } from 'react';
import type { RemovedCategory } from '../../shared/domain/history.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem } from '../ui/menu.tsx';
import { useQuery } from '../ui/use-query.ts';
import { CategoryStatesDialog } from './category-states-dialog.tsx';

export function RemovedCategories({ number }: { number: number }) {
  const text = useText(historyText);
  const { data: removed = [] } = useQuery('history.removedCategories', { number });
  const [read, setRead] = useState<RemovedCategory | null>(null);
  const [only] = removed;
  if (!only) return null;
  return (
    <>
      {removed.length === 1 ? (
        <Button size="small" variant="quiet" className="history-states-link" onPress={() => setRead(only)}>
          {text.categoryTitle(only.name)}
        </Button>
      ) : (
        <MenuButton label={text.removedStates(removed.length)} size="small" variant="quiet" className="history-states-link">
          {removed.map((category) => (
            <MenuItem key={category.id} label={category.name} onAction={() => setRead(category)} />
          ))}
        </MenuButton>
      )}
      {read ? <CategoryStatesDialog categoryId={read.id} name={read.name} onClose={() => setRead(null)} /> : null}
    </>
  );
}
