// One out of a few, as radio buttons with a line of explanation each.
import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoiceProps<K extends string> {
  title: string;
  options: readonly { readonly id: K; readonly label: string; readonly hint?: string }[];
  value: K;
  onChange: (value: K) => void;
  isInRow?: boolean;
}

export function Choice<K extends string>({ title, options, value, onChange, isInRow = false }: ChoiceProps<K>) {
  return (
    <RadioGroup className={isInRow ? 'autocode-choice autocode-choice-row' : 'autocode-choice'} value={value} onChange={(id) => onChange(id as K)}>
      <Label className="autocode-choice-title">{title}</Label>
      {options.map(({ id, label, hint }) => (
        <Radio key={id} value={id} className="autocode-option">
          <span className="autocode-option-mark" />
          <span>
            {label}
            {hint === undefined ? null : <span className="autocode-picker-detail">{hint}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
