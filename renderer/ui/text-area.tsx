// Several lines of text to type.
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { classes } from './classes.ts';
import { passingOn } from './field-keys.ts';
import { FieldFoot, FieldLabel } from './field-parts.tsx';
import type { TextFieldProps } from './text-field.tsx';

export interface TextAreaProps extends TextFieldProps {
  rows?: number;
  /** Set in the reading serif: for quotes, memos, syntheses. */
  isProse?: boolean;
}

export function TextArea({ label, hidesLabel, hint, error, placeholder, className, rows = 3, isProse, ...props }: TextAreaProps) {
  return (
    <AriaTextField {...props} {...passingOn(props.onKeyDown)} isInvalid={error !== undefined} className={classes('field', className)}>
      <FieldLabel label={label} isHidden={hidesLabel} />
      <AriaTextArea
        className={classes('field-input field-area', isProse && 'field-prose')}
        rows={rows}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  );
}
