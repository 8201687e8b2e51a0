// The other parents under which a category is seen; its own place counts it.
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Category, Grid } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useRun } from '../ui/use-run.ts';
import { CategoryPicker } from './category-picker.tsx';
import type { Choose } from './chosen.ts';
import { placeCandidates } from './merge-candidates.ts';

interface CategoryPlacesProps {
  grid: Grid;
  category: Category;
  isReadOnly: boolean;
  onChoose: Choose;
}

export function CategoryPlaces({ grid, category, isReadOnly, onChoose }: CategoryPlacesProps) {
  const work = useText(codebookWorkText);
  const run = useRun();
  const anchor = useRef<HTMLDivElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const set = (parentIds: CategoryId[]) => run('category.setPlaces', { categoryId: category.id, parentIds });
  const parents = category.alsoUnder.flatMap((id) => grid.categories.find((item) => item.id === id) ?? []);
  if (isReadOnly && parents.length === 0) return null;
  return (
    <section className="codebook-places" aria-label={work.alsoUnder} ref={anchor}>
      <span className="field-label">{work.alsoUnder}</span>
      {parents.map((parent) => (
        <span key={parent.id} className="codebook-place">
          <Swatch color={parent.color} />
          <AriaButton className="codebook-link" onPress={() => onChoose(grid.id, parent.id)}>
            {parent.name}
          </AriaButton>
          {isReadOnly ? null : (
            <IconButton
              icon={X}
              size="small"
              label={work.removePlace(parent.name)}
              onPress={() => void set(category.alsoUnder.filter((id) => id !== parent.id))}
            />
          )}
        </span>
      ))}
      {isReadOnly ? null : (
        <Button size="small" variant="quiet" onPress={() => setIsAdding(true)}>
          <Plus size={14} aria-hidden />
          {work.addPlace}
        </Button>
      )}
      <Popover
        label={work.addPlace}
        className="codebook-examples"
        triggerRef={anchor}
        isOpen={isAdding}
        onOpenChange={setIsAdding}
        placement="bottom start"
      >
        {isAdding ? (
          <>
            <CategoryPicker
              label={work.addPlace}
              candidates={placeCandidates(grid, category)}
              chosenId={null}
              onChoose={(parent) => void set([...category.alsoUnder, parent.category.id]).then((done) => done !== undefined && setIsAdding(false))}
            />
            <p className="codebook-note quiet">{work.placeHint}</p>
          </>
        ) : null}
      </Popover>
    </section>
  );
}
