// What every kind of field has around it: a label above, and below it what is to be known or mended.
import { FieldError, Label, Text } from 'react-aria-components';
import './field.css';

/** What all fields of the kit take besides their React Aria properties. */
export interface FieldWords {
  /** Always given; `hidesLabel` keeps it for those who listen. */
  label: string;
  hidesLabel?: boolean;
  hint?: string | undefined;
  /** What is wrong with the value; undefined while nothing is. */
  error?: string | undefined;
  className?: string | undefined;
}

export function FieldLabel({ label, isHidden }: { label: string; isHidden: boolean | undefined }) {
  return <Label className={isHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>;
}

export function FieldFoot({ hint, error }: { hint: string | undefined; error: string | undefined }) {
  return (
    <>
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}
