// How often at least two categories must go together to be shown, or proposed.
import { Input, Label, NumberField } from 'react-aria-components';

interface MinimumFieldProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** A whole number, one at least. */
export function MinimumField({ label, value, onChange }: MinimumFieldProps) {
  return (
    <NumberField
      className="relations-number"
      value={value}
      minValue={1}
      onChange={(next) => Number.isFinite(next) && onChange(Math.max(1, Math.round(next)))}
    >
      <Label>{label}</Label>
      <Input className="field-input" />
    </NumberField>
  );
}
