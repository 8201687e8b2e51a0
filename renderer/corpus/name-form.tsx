// One name to type and one button: adds or renames something in place.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';

interface NameFormProps {
  label: string;
  action: string;
  placeholder?: string;
  /** What it is called now. */
  value?: string;
  /** Answers undefined when it was refused: the name stays to be mended. */
  onSubmit: (name: string) => Promise<unknown>;
}

export function NameForm({ label, action, placeholder, value = '', onSubmit }: NameFormProps) {
  const [name, setName] = useState(value);
  const submit = async () => {
    if (name.trim() !== '' && (await onSubmit(name.trim())) !== undefined) setName('');
  };
  return (
    <Form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField label={label} value={name} onChange={setName} placeholder={placeholder} autoFocus maxLength={300} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {action}
      </Button>
    </Form>
  );
}
