// One choice out of a short list that is always the same; for long lists use a filter, for acts a menu.
import { Check, ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldFoot, FieldLabel } from './field-parts.tsx';
import type { FieldWords } from './field-parts.tsx';
import './popover.css';
import './select.css';

export interface Option<K extends string> {
  readonly id: K;
  readonly label: string;
  /** A swatch or a chip before the label. */
  readonly before?: ReactNode;
}

export interface SelectProps<K extends string> extends FieldWords {
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K) => void;
  placeholder?: string;
  isDisabled?: boolean;
  /** Without border until hovered: for cells of a table. */
  isQuiet?: boolean;
}

export function Select<K extends string>({
  label,
  hidesLabel,
  hint,
  error,
  className,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  isQuiet,
}: SelectProps<K>) {
  return (
    <AriaSelect
      className={classes('field select', isQuiet && 'select-quiet', className)}
      value={value}
      onChange={(key) => key !== null && onChange(key as K)}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldLabel label={label} isHidden={hidesLabel} />
      <Button className="field-input select-button">
        <SelectValue className="select-value" />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <FieldFoot hint={hint} error={error} />
      <Popover className="popover select-popover" offset={4}>
        <ListBox className="list" items={options.map((option) => ({ ...option, name: option.label }))}>
          {(option) => (
            <ListBoxItem id={option.id} className="list-item" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  {option.before}
                  <span className="list-item-label">{option.label}</span>
                  {isSelected ? <Check size={14} className="list-item-check" aria-hidden /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
