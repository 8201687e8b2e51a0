// A button that says what it does in words.
import { Button as AriaButton } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classes } from './classes.ts';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  /** `primary` for the one thing a view is for; `quiet` has no border; `danger` for what removes. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  className?: string | undefined;
}

export function Button({ variant = 'plain', size = 'normal', className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={classes('button', `button-${variant}`, size === 'small' && 'button-small', className)} />;
}
