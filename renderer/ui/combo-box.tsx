// A field to type in that proposes what is there already: one of the proposals, or something new.
import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react-aria-components';
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { classes } from './classes.ts';
import './combo-box.css';
import { FieldFoot, FieldLabel } from './field-parts.tsx';
import type { FieldWords } from './field-parts.tsx';
import './popover.css';
import './select.css';

export interface ComboOption {
  readonly id: string;
  readonly label: string;
  /** Tells apart what has the same name. */
  readonly detail?: string | undefined;
}

interface ComboBoxProps extends FieldWords {
  options: readonly ComboOption[];
  /** The proposal that holds; null for something new, or nothing. */
  picked: string | null;
  /** What the field says: the label of what is picked, or what was typed. */
  text: string;
  /** A proposal was chosen. */
  onPick: (id: string) => void;
  /** Something else was typed, and the field left or Enter pressed. */
  onText: (text: string) => void;
  placeholder?: string | undefined;
  maxLength?: number;
  isDisabled?: boolean;
}

export function ComboBox({
  label,
  hidesLabel,
  hint,
  error,
  className,
  options,
  picked,
  text,
  onPick,
  onText,
  placeholder,
  maxLength = 300,
  isDisabled = false,
}: ComboBoxProps) {
  const [draft, setDraft] = useState(text);
  // Until the answer is known: the list closes when its choice changes.
  const [chosen, setChosen] = useState(picked);
  useEffect(() => {
    setDraft(text);
    setChosen(picked);
  }, [text, picked]);
  const settle = () => {
    if (draft !== text) onText(draft);
  };
  // With a proposal under the arrows, Enter takes it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !(event.target as Element).hasAttribute('aria-activedescendant')) settle();
  };
  return (
    <AriaComboBox
      className={classes('field combo', className)}
      items={options.filter((option) => draft === text || option.label.toLowerCase().includes(draft.trim().toLowerCase()))}
      inputValue={draft}
      onInputChange={(typed) => {
        setDraft(typed);
        if (typed !== options.find(({ id }) => id === chosen)?.label) setChosen(null);
      }}
      onSelectionChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (!option) return;
        setChosen(option.id);
        setDraft(option.label);
        onPick(option.id);
      }}
      selectedKey={chosen}
      onBlur={settle}
      onKeyDown={onKeyDown}
      allowsCustomValue
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={label} isHidden={hidesLabel} />
      <div className="combo-field">
        <Input className="field-input" maxLength={maxLength} {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="combo-button">
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <FieldFoot hint={hint} error={error} />
      <Proposals />
    </AriaComboBox>
  );
}

function Proposals() {
  return (
    <Popover className="popover select-popover" offset={4}>
      <ListBox<ComboOption> className="list">
        {(option) => (
          <ListBoxItem id={option.id} className="list-item" textValue={option.label}>
            <span className="list-item-label">{option.label}</span>
            {option.detail ? <span className="combo-detail">{option.detail}</span> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
