// One line of text to type.
import { TextField as AriaTextField, Input } from 'react-aria-components';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components';
import { classes } from './classes.ts';
import { passingOn } from './field-keys.ts';
import { FieldFoot, FieldLabel } from './field-parts.tsx';
import type { FieldWords } from './field-parts.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'>, FieldWords {
  placeholder?: string | undefined;
}

export function TextField({ label, hidesLabel, hint, error, placeholder, className, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} {...passingOn(props.onKeyDown)} isInvalid={error !== undefined} className={classes('field', className)}>
      <FieldLabel label={label} isHidden={hidesLabel} />
      <Input className="field-input" {...(placeholder === undefined ? {} : { placeholder })} />
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  );
}
