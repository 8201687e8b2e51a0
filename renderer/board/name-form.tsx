// The name of a group that is being made, where its cards are.
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { boardText } from '../../shared/i18n/board.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';

export function NameForm({ onName, onCancel }: { onName: (name: string) => void; onCancel: () => void }) {
  const text = useText(boardText);
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    // the keys of its fields stay within it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="board-name-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextField value={name} onChange={setName} autoFocus>
        <Label className="field-label">{text.groupName}</Label>
        <Input className="field-input" autoComplete="off" />
      </TextField>
      <div className="board-name-acts">
        <Button size="small" variant="primary" type="submit" isDisabled={name.trim() === ''}>
          {text.make}
        </Button>
        <Button size="small" variant="quiet" onPress={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
