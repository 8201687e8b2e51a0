// Gives a matrix its name, in place.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { matricesText } from '../../shared/i18n/matrices.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';

interface NameFormProps {
  /** Chosen at once, so that typing replaces it. */
  name: string;
  onName: (name: string) => void;
  onCancel: () => void;
}

export function NameForm({ name, onName, onCancel }: NameFormProps) {
  const words = useText(matricesText);
  const [value, setValue] = useState(name);
  const isEmpty = value.trim() === '';
  return (
    <Form
      className="matrices-name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onName(value.trim());
      }}
    >
      <TextField
        label={words.nameLabel}
        value={value}
        onChange={setValue}
        autoFocus
        onFocus={(event) => (event.target as HTMLInputElement).select()}
        maxLength={300}
      />
      <div className="matrices-form-acts">
        <Button onPress={onCancel}>{words.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={isEmpty}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
