// Something that is so or is not.
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { classes } from './classes.ts';
import './checkbox.css';

interface CheckboxProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  /** Words beside the box. */
  children?: ReactNode;
  /** Read aloud where there are no words beside it. */
  label?: string;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
  className?: string | undefined;
}

export function Checkbox({ isSelected, onChange, children, label, isIndeterminate = false, isDisabled = false, className }: CheckboxProps) {
  const Mark = isIndeterminate ? Minus : Check;
  return (
    <AriaCheckbox
      className={classes('checkbox', className)}
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="checkbox-box">
        <Mark size={12} strokeWidth={3} aria-hidden />
      </span>
      {children}
    </AriaCheckbox>
  );
}
