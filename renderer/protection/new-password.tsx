// A new password, typed twice so that a slip of the finger shuts nobody out.
import { LEAST_PASSWORD_LETTERS } from '../../shared/domain/protection.ts';
import { protectionText } from '../../shared/i18n/protection.ts';
import { useText } from '../ui/language.tsx';
import { PasswordField } from './password-field.tsx';

export interface TypedTwice {
  readonly password: string;
  readonly again: string;
}

export function isNewPassword({ password, again }: TypedTwice): boolean {
  return [...password].length >= LEAST_PASSWORD_LETTERS && password === again;
}

interface NewPasswordProps {
  typed: TypedTwice;
  onChange: (typed: TypedTwice) => void;
  label: string;
  autoFocus?: boolean;
}

export function NewPassword({ typed, onChange, label, autoFocus = false }: NewPasswordProps) {
  const text = useText(protectionText);
  const { password, again } = typed;
  const differs = again !== '' && !password.startsWith(again);
  return (
    <>
      <PasswordField
        label={label}
        value={password}
        onChange={(next) => onChange({ ...typed, password: next })}
        hint={text.hint(LEAST_PASSWORD_LETTERS)}
        isNew
        autoFocus={autoFocus}
      />
      <PasswordField
        label={text.again}
        value={again}
        onChange={(next) => onChange({ ...typed, again: next })}
        isNew
        error={differs ? text.different : undefined}
      />
    </>
  );
}
