// Searches kept by name: taken up again, kept, removed.
import { ChevronDown, Save, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { searchSetting } from '../../shared/domain/search.ts';
import type { SavedSearch } from '../../shared/domain/saved-search.ts';
import { searchText } from '../../shared/i18n/search.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import type { SearchInHand, SearchSession } from './search-session.ts';

interface SavedSearchesProps {
  search: SearchInHand;
  change: SearchSession['change'];
  isReadOnly: boolean;
}

export function SavedSearches({ search, change, isReadOnly }: SavedSearchesProps) {
  const text = useText(searchText);
  const run = useRun();
  const notify = useNotify();
  const trigger = useRef<HTMLDivElement>(null);
  const [name, setName] = useState<string | null>(null);
  const { data: saved = [] } = useQuery('savedSearch.list', { kind: 'search' });
  const current = saved.find(({ id }) => id === search.savedId) ?? null;
  const setting = JSON.stringify(search.setting);
  const open = (one: SavedSearch) => {
    const parsed = searchSetting.safeParse(JSON.parse(one.setting));
    if (parsed.success) change({ setting: parsed.data, savedId: one.id, written: null });
    else notify({ text: text.notUnderstood, kind: 'failure' });
  };
  const keep = async (searchId: SavedSearch['id'] | null, called: string) => {
    setName(null);
    const savedId = await run('savedSearch.save', { searchId, kind: 'search', name: called, setting });
    if (savedId) change({ savedId, active: search.active });
  };
  return (
    <div ref={trigger}>
      <Menu
        label={text.saved}
        trigger={
          <Button size="small" variant="quiet">
            {current?.name ?? text.saved}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {saved.length > 0 ? (
          <MenuSection title={text.saved}>
            {saved.map((one) => (
              <MenuItem key={one.id} label={one.name} isChosen={one.id === current?.id} onAction={() => open(one)} />
            ))}
          </MenuSection>
        ) : null}
        {saved.length > 0 ? <MenuSeparator /> : null}
        {current ? (
          <>
            <MenuItem
              icon={Save}
              label={text.keep}
              isDisabled={isReadOnly || current.setting === setting}
              onAction={() => void keep(current.id, current.name)}
            />
            <MenuItem
              icon={Trash2}
              label={text.remove}
              isDanger
              isDisabled={isReadOnly}
              onAction={() => void run('savedSearch.remove', { searchId: current.id })}
            />
          </>
        ) : null}
        <MenuItem
          icon={Save}
          label={text.keepAs}
          isDisabled={isReadOnly || search.setting.query.trim() === ''}
          onAction={() => setName(search.setting.query)}
        />
      </Menu>
      <Popover label={text.keepAs} triggerRef={trigger} isOpen={name !== null} onOpenChange={(isOpen) => !isOpen && setName(null)}>
        {name === null ? null : <NameForm name={name} onName={setName} onKeep={(called) => void keep(null, called)} />}
      </Popover>
    </div>
  );
}

interface NameFormProps {
  name: string;
  /** Null: called off. */
  onName: (name: string | null) => void;
  onKeep: (name: string) => void;
}

function NameForm({ name, onName, onKeep }: NameFormProps) {
  const text = useText(searchText);
  const ui = useText(uiText);
  const called = name.trim();
  return (
    <Form
      className="search-keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (called !== '') onKeep(called);
      }}
    >
      <TextField label={text.name} value={name} onChange={onName} autoFocus maxLength={300} />
      <div className="search-keep-acts">
        <Button onPress={() => onName(null)}>{ui.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={called === ''}>
          {text.keep}
        </Button>
      </div>
    </Form>
  );
}
