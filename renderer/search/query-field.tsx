// The one field of the search, with its switches and how to write in it.
import { CircleHelp, Search } from 'lucide-react';
import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { DialogTrigger, Input, SearchField, ToggleButton } from 'react-aria-components';
import type { SearchSetting } from '../../shared/domain/search.ts';
import { searchText } from '../../shared/i18n/search.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Popover } from '../ui/popover.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { SearchHelp } from './search-help.tsx';

interface QueryFieldProps {
  setting: SearchSetting;
  onChange: (setting: SearchSetting) => void;
  /** To the lines: what was typed is to be read. */
  onEnter: () => void;
  ref?: Ref<{ focus: () => void }>;
}

export function QueryField({ setting, onChange, onEnter, ref }: QueryFieldProps) {
  const text = useText(searchText);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => {
      input.current?.focus();
      input.current?.select();
    },
  }));
  return (
    <div className="search-field-row">
      <SearchField
        className="search-query"
        aria-label={text.field}
        value={setting.query}
        onChange={(query) => onChange({ ...setting, query })}
        onSubmit={onEnter}
      >
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <Input ref={input} className="search-input" placeholder={text.placeholder} maxLength={2000} spellCheck={false} autoComplete="off" />
      </SearchField>
      <Tooltip text={text.exactHint}>
        <ToggleButton className="search-switch" isSelected={setting.isExact} onChange={(isExact) => onChange({ ...setting, isExact })}>
          {text.exact}
        </ToggleButton>
      </Tooltip>
      <ToggleButton className="search-switch" isSelected={setting.isPattern} onChange={(isPattern) => onChange({ ...setting, isPattern })}>
        {text.pattern}
      </ToggleButton>
      <DialogTrigger>
        <IconButton icon={CircleHelp} label={text.help} />
        <Popover label={text.help} className="search-help">
          <SearchHelp />
        </Popover>
      </DialogTrigger>
    </div>
  );
}
