// One or several out of a list that is narrowed by typing; what is not in it can be made, where that makes sense.
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import type { Key, Selection } from 'react-aria-components';
import { folded } from '../../shared/domain/category.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useText } from '../ui/language.tsx';
import type { SheetOption } from './sheet-model.ts';
import './pick-list.css';

interface PickListProps {
  label: string;
  options: readonly SheetOption[];
  chosen: readonly string[];
  isMultiple?: boolean;
  /** What the field begins with. */
  typed?: string;
  onChoose: (ids: string[]) => void;
  /** Called once one is chosen; several stay open. */
  onClose: () => void;
  create?: { readonly label: (typed: string) => string; readonly run: (typed: string) => void };
}

const CREATE = ' create';

export function PickList({ label, options, chosen, isMultiple = false, typed = '', onChoose, onClose, create }: PickListProps) {
  const text = useText(corpusText);
  const [query, setQuery] = useState(typed);
  // several are shown chosen at once, before the core has answered
  const [several, setSeveral] = useState(chosen);
  const name = query.trim();
  const isKnown = options.some((option) => folded(option.label) === folded(name));
  const items = create && name !== '' && !isKnown ? [...options, { id: CREATE, label: create.label(name) }] : options;

  const make = () => {
    create?.run(name);
    onClose();
  };
  const choose = (keys: Selection) => {
    const ids = keys === 'all' ? options.map(({ id }) => id) : [...keys].map(String);
    if (ids.includes(CREATE)) make();
    else if (isMultiple) {
      setSeveral(ids);
      onChoose(ids);
    } else {
      onClose();
      // choosing the one that is there already only closes
      if (ids[0] !== undefined) onChoose(ids);
    }
  };
  return (
    <div className="pick-list">
      <Autocomplete
        inputValue={query}
        onInputChange={setQuery}
        filter={(words, typedNow) => words.startsWith(CREATE) || folded(words).includes(folded(typedNow.trim()))}
      >
        <SearchField autoFocus aria-label={label} className="pick-list-field">
          <Input className="field-input" placeholder={create ? text.pickOrCreate : text.pick} />
        </SearchField>
        <ListBox
          className="list pick-list-options"
          aria-label={label}
          items={items}
          escapeKeyBehavior="none"
          selectionMode={isMultiple ? 'multiple' : 'single'}
          selectedKeys={isMultiple ? several : (chosen as Iterable<Key>)}
          onSelectionChange={choose}
          renderEmptyState={() => <p className="pick-list-none">{text.nothingToPick}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.id} className="list-item" textValue={option.id === CREATE ? CREATE + option.label : option.label}>
              {({ isSelected }) => (
                <>
                  {option.id === CREATE ? <Plus size={14} aria-hidden /> : null}
                  <span className="list-item-label">{option.label}</span>
                  {isSelected ? <Check size={14} className="list-item-check" aria-hidden /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
