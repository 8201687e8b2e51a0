// One category out of the whole codebook: a field that filters, and the list with what tells names apart.
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { useText } from '../ui/language.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Candidate } from './merge-candidates.ts';
import { candidatesSaying } from './merge-candidates.ts';
import './codebook.css';
import './gallery.css';
import './work.css';

/** Longer lists are narrowed by typing. */
const MOST_SHOWN = 200;

interface CategoryPickerProps {
  label: string;
  candidates: readonly Candidate[];
  chosenId: string | null;
  onChoose: (candidate: Candidate) => void;
}

export function CategoryPicker({ label, candidates, chosenId, onChoose }: CategoryPickerProps) {
  const words = useText(codebookText);
  const [query, setQuery] = useState('');
  const shown = candidatesSaying(candidates, query).slice(0, MOST_SHOWN);
  return (
    <div className="codebook-picker">
      <TextField label={words.mergeFilter} hidesLabel placeholder={words.mergeFilter} value={query} onChange={setQuery} autoFocus />
      <ListBox
        className="codebook-candidates"
        aria-label={label}
        selectionMode="single"
        selectedKeys={chosenId === null ? [] : [chosenId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          const candidate = candidates.find(({ category }) => category.id === key);
          if (candidate) onChoose(candidate);
        }}
        items={shown.map((candidate) => ({ ...candidate, id: candidate.category.id }))}
        renderEmptyState={() => <p className="codebook-note quiet">{words.noOther}</p>}
      >
        {({ category, path }) => (
          <ListBoxItem id={category.id} className="list-item codebook-candidate" textValue={category.name}>
            <Swatch color={category.color} />
            <span>{category.name}</span>
            <span className="quiet">{path}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
