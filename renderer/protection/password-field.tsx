// A password being typed: hidden, unless who types it wants to see it.
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { MOST_PASSWORD_LETTERS } from '../../shared/domain/protection.ts';
import { protectionText } from '../../shared/i18n/protection.ts';
import { IconToggle } from '../ui/icon-toggle.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import './protection.css';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  isNew?: boolean;
  autoFocus?: boolean;
}

export function PasswordField({ label, value, onChange, hint, error, isNew = false, autoFocus = false }: PasswordFieldProps) {
  const text = useText(protectionText);
  const [isShown, setShown] = useState(false);
  return (
    <div className="password-field">
      <TextField
        label={label}
        type={isShown ? 'text' : 'password'}
        value={value}
        onChange={onChange}
        autoFocus={autoFocus}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        spellCheck="false"
        maxLength={MOST_PASSWORD_LETTERS}
        {...(hint === undefined ? {} : { hint })}
        {...(error === undefined ? {} : { error })}
      />
      <IconToggle icon={isShown ? EyeOff : Eye} label={text.show} isOn={isShown} onChange={setShown} />
    </div>
  );
}
