// Names of the study's cases, typed one after the other or pasted as lines.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { homeText } from '../../shared/i18n/home.ts';
import { caseHue } from '../ui/case-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { withCaseNames } from './with-case-names.ts';

interface CaseNamesProps {
  names: readonly string[];
  onChange: (names: readonly string[]) => void;
}

export function CaseNames({ names, onChange }: CaseNamesProps) {
  const text = useText(homeText);
  const [typed, setTyped] = useState('');

  const add = (more: string) => {
    onChange(withCaseNames(names, more));
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    event.preventDefault();
    add(typed);
  };
  return (
    <div className="case-names">
      {names.length > 0 ? (
        <div className="case-names-list">
          {names.map((name, index) => (
            <Chip
              key={name}
              className={`chip-case chip-case-${caseHue(index)}`}
              onRemove={() => onChange(names.filter((other) => other !== name))}
              removeLabel={text.removeCase(name)}
            >
              {name}
            </Chip>
          ))}
        </div>
      ) : null}
      <div
        className="case-names-add"
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!pasted.includes('\n')) return;
          event.preventDefault();
          add(pasted);
        }}
      >
        <TextField
          label={text.caseName}
          hidesLabel
          value={typed}
          onChange={setTyped}
          onKeyDown={onKeyDown}
          placeholder={text.casePlaceholder}
          maxLength={300}
        />
        <IconButton icon={Plus} label={text.addCase} variant="plain" onPress={() => add(typed)} isDisabled={typed.trim() === ''} />
      </div>
    </div>
  );
}
