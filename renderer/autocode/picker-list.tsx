// Several out of a list narrowed by typing: people, questions, cases, sources, categories. Of a long list only the first are shown.
import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { folded } from '../../shared/domain/category.ts';
import { autocodeText } from '../../shared/i18n/autocode.ts';
import { useText } from '../ui/language.tsx';
import './autocode.css';

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly before?: ReactNode;
}

interface PickerListProps {
  label: string;
  options: readonly PickerOption[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

const MOST_SHOWN = 80;

export function PickerList({ label, options, chosen, onChange }: PickerListProps) {
  const text = useText(autocodeText);
  const [query, setQuery] = useState('');
  const matching = useMemo(() => {
    const terms = folded(query).split(/\s+/u).filter(Boolean);
    return options.filter(({ label: name, detail = '' }) => terms.every((term) => folded(`${name} ${detail}`).includes(term)));
  }, [options, query]);
  // what is chosen stays in sight; it is sorted once, when the list opens, so that nothing moves under the hand
  const [first] = useState(() => new Set(chosen));
  const shown = [...matching.filter(({ id }) => first.has(id)), ...matching.filter(({ id }) => !first.has(id))].slice(0, MOST_SHOWN);
  const inSight = new Set(shown.map(({ id }) => id));
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField autoFocus aria-label={label} className="autocode-picker-search">
        <Input className="field-input" placeholder={text.filter} />
      </SearchField>
      <ListBox
        aria-label={label}
        className="list autocode-picker-list"
        items={shown}
        escapeKeyBehavior="none"
        selectionMode="multiple"
        selectedKeys={chosen.filter((id) => inSight.has(id))}
        onSelectionChange={(keys) => onChange([...chosen.filter((id) => !inSight.has(id)), ...(keys === 'all' ? inSight : [...keys].map(String))])}
        renderEmptyState={() => <p className="autocode-picker-note">{text.nothingThere}</p>}
      >
        {(option) => (
          <ListBoxItem id={option.id} className="list-item" textValue={option.label}>
            {({ isSelected }) => (
              <>
                {option.before}
                <span className="list-item-label">
                  {option.label}
                  {option.detail ? <span className="autocode-picker-detail">{option.detail}</span> : null}
                </span>
                {isSelected ? <Check size={14} className="list-item-check" aria-hidden /> : null}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      {matching.length > shown.length ? <p className="autocode-picker-note">{text.more(matching.length - shown.length)}</p> : null}
    </Autocomplete>
  );
}
