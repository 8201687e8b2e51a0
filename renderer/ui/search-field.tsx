// A field that narrows what is shown; Escape or the cross empties it.
import { X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { uiText } from '../../shared/i18n/ui.ts';
import { classes } from './classes.ts';
import { useText } from './language.tsx';
import './field.css';

interface SearchFieldProps {
  /** Read aloud, and shown while the field is empty. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string | undefined;
  autoFocus?: boolean;
}

export function SearchField({ label, value, onChange, className, autoFocus = false }: SearchFieldProps) {
  const text = useText(uiText);
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={classes('search-field', className)} autoFocus={autoFocus}>
      <Input className="field-input" placeholder={label} />
      {value === '' ? null : (
        <Button className="search-field-clear" aria-label={text.clear}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  );
}
