// Text changed where it stands: kept on leaving it and on Ctrl+Enter, Escape brings back what was there.
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import type { KeyboardEvent } from 'react';
import { savedFieldText } from '../../shared/i18n/saved-field.ts';
import { classes } from './classes.ts';
import { useText } from './language.tsx';
import './saved-field.css';
import { useDraft } from './use-draft.ts';
import type { DraftState } from './use-draft.ts';

interface SavedFieldProps {
  label: string;
  hidesLabel?: boolean;
  value: string;
  /** Writes it; false when it was refused: what was typed then stays. */
  onKeep: (value: string) => Promise<boolean>;
  placeholder?: string;
  /** One line, never empty: emptied, it comes back as it was. Enter keeps it. */
  isName?: boolean;
  /** In the reading serif. */
  isProse?: boolean;
  isReadOnly?: boolean;
  className?: string;
}

export function SavedField({
  label,
  hidesLabel = false,
  value,
  onKeep,
  placeholder = '',
  isName = false,
  isProse = false,
  isReadOnly = false,
  className,
}: SavedFieldProps) {
  const draft = useDraft(value, onKeep, isName ? { clean: (typed: string) => typed.trim() || value } : {});
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (isName || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      draft.keep();
    } else if (event.key === 'Escape' && draft.state === 'changed') {
      event.stopPropagation();
      draft.revert();
    }
  };
  const words = { className: 'saved-field-text', placeholder, onKeyDown } as const;
  return (
    <TextField
      className={classes('saved-field', isName && 'saved-field-name', isProse && 'saved-field-prose', className)}
      value={draft.value}
      onChange={draft.change}
      onBlur={draft.keep}
      isReadOnly={isReadOnly}
    >
      <span className={hidesLabel ? 'saved-field-corner' : 'saved-field-head'}>
        <Label className={hidesLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
        <DraftMark state={draft.state} />
      </span>
      {isName ? (
        <Input {...words} />
      ) : (
        <span className="saved-field-grow" data-text={draft.value || placeholder}>
          <TextArea {...words} rows={1} spellCheck />
        </span>
      )}
    </TextField>
  );
}

/** « ✓ enregistré », quietly. */
export function DraftMark({ state }: { state: DraftState }) {
  const text = useText(savedFieldText);
  return (
    <span className="draft-mark" role="status">
      {state === 'kept' ? text.kept : ''}
      {state === 'changed' ? <span className="draft-mark-dot" title={text.notKept} /> : null}
    </span>
  );
}
