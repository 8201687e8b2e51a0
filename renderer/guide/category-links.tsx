// The categories that a question is meant to feed: chips, and a list of the whole codebook to choose from.
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, DialogTrigger, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components';
import { folded } from '../../shared/domain/category.ts';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import type { CategoryIndex } from '../reader/category-index.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Swatch } from '../ui/swatch.tsx';

interface CategoryLinksProps {
  question: string;
  chosen: readonly CategoryId[];
  codebook: Codebook;
  index: CategoryIndex;
  isReadOnly: boolean;
  onChange: (chosen: readonly CategoryId[]) => void;
}

export function CategoryLinks({ question, chosen, codebook, index, isReadOnly, onChange }: CategoryLinksProps) {
  const text = useText(guideText);
  const label = text.linkTo(question);
  return (
    <span className="guide-links">
      {chosen.map((id) => {
        const entry = index.get(id);
        if (!entry) return null;
        const removal = isReadOnly
          ? {}
          : { onRemove: () => onChange(chosen.filter((each) => each !== id)), removeLabel: text.unlink(entry.category.name) };
        return (
          <Chip key={id} color={entry.category.color} title={[entry.grid.title, ...entry.path].join(' › ')} {...removal}>
            {entry.category.name}
          </Chip>
        );
      })}
      {isReadOnly ? null : (
        <DialogTrigger>
          <Button size="small" variant="quiet" className="guide-link-add" aria-label={label}>
            <Plus size={13} aria-hidden />
            {chosen.length === 0 ? text.link : null}
          </Button>
          <Popover label={label} className="guide-link-popover" placement="bottom start">
            <CategoryPicker chosen={chosen} codebook={codebook} index={index} onChange={onChange} />
          </Popover>
        </DialogTrigger>
      )}
    </span>
  );
}

function CategoryPicker({ chosen, codebook, index, onChange }: Pick<CategoryLinksProps, 'chosen' | 'codebook' | 'index' | 'onChange'>) {
  const text = useText(guideText);
  const [query, setQuery] = useState('');
  if (codebook.every(({ categories }) => categories.length === 0)) return <p className="guide-note">{text.noCodebook}</p>;
  const terms = folded(query).split(/\s+/u).filter(Boolean);
  const found = (id: CategoryId): boolean => {
    const path = index.get(id)?.foldedPath ?? '';
    return terms.every((term) => path.includes(term));
  };
  const grids = codebook
    .map((grid) => ({ ...grid, categories: grid.categories.filter(({ id }) => found(id)) }))
    .filter(({ categories }) => categories.length > 0);
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label={text.findCategory} autoFocus className="search-field">
        <Input className="field-input" placeholder={text.findCategory} />
      </SearchField>
      <ListBox
        aria-label={text.link}
        className="guide-link-list"
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          if (keys !== 'all') onChange([...keys] as CategoryId[]);
        }}
        renderEmptyState={() => <p className="guide-note">{text.noCategory}</p>}
      >
        {grids.map((grid) => (
          <ListBoxSection key={grid.id}>
            <Header className="list-header">{grid.title}</Header>
            {grid.categories.map((category) => (
              <ListBoxItem key={category.id} id={category.id} className="list-item" textValue={category.name}>
                {({ isSelected }) => (
                  <>
                    <span style={{ inlineSize: `${(index.get(category.id)?.path.length ?? 0) * 12}px`, flex: 'none' }} />
                    <Swatch color={category.color} />
                    <span className="list-item-label">{category.name}</span>
                    {isSelected ? <Check size={14} className="list-item-check" aria-hidden /> : null}
                  </>
                )}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}
