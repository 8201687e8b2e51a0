// Ticks things in a list that can be searched: what an axis lists, what a filter compares with.
import { Check } from 'lucide-react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { folded } from '../../shared/domain/category.ts';
import type { Pickable } from './frame.ts';
import { ScrolledByKeys } from './scrolled-by-keys.tsx';

interface ChecklistProps {
  label: string;
  placeholder: string;
  /** Said where nothing answers the search. */
  nothing: string;
  items: readonly Pickable[];
  /** In the order in which they were ticked. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function Checklist({ label, placeholder, nothing, items, chosen, onChange }: ChecklistProps) {
  const isChosen = new Set(chosen);
  const choose = (next: ReadonlySet<string>) =>
    onChange([...chosen.filter((id) => next.has(id)), ...items.filter(({ id }) => next.has(id) && !isChosen.has(id)).map(({ id }) => id)]);
  return (
    <Autocomplete filter={(text, typed) => folded(text).includes(folded(typed))}>
      <SearchField aria-label={placeholder} className="matrices-picker-search">
        <Input className="field-input" placeholder={placeholder} />
      </SearchField>
      <ScrolledByKeys label={label}>
        <ListBox
          aria-label={label}
          className="list matrices-checklist"
          items={items}
          selectionMode="multiple"
          // Escape closes what the list stands in; it unticks nothing
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={(keys) => choose(new Set(keys === 'all' ? items.map(({ id }) => id) : [...keys].map(String)))}
          renderEmptyState={() => <p className="matrices-picker-empty">{nothing}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} className="list-item" textValue={`${item.name} ${item.hint}`}>
              {({ isSelected }) => (
                <>
                  <span className="list-item-label">
                    {item.name}
                    {item.hint === '' ? null : <span className="matrices-picker-hint">{item.hint}</span>}
                  </span>
                  {isSelected ? <Check size={14} className="list-item-check" aria-hidden /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </ScrolledByKeys>
    </Autocomplete>
  );
}
