// Queries kept by name: taken up again, kept as they are now, named otherwise, removed.
import { ChevronDown, Pencil, Save, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { SavedSearch } from '../../shared/domain/saved-search.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { readQuery } from './retrieval-session.ts';
import type { Retrieval } from './use-retrieval.ts';

/** The saved ones, which of them is on screen, and what can be done with them. */
function useSaved(retrieval: Retrieval) {
  const words = useText(retrievalText);
  const run = useRun();
  const notify = useNotify();
  const { data: saved = [] } = useQuery('savedSearch.list', { kind: 'retrieval' });
  const [savedId, setSavedId] = useState<string | null>(null);
  const keep = async (search: SavedSearch | null, name: string, setting: string) => {
    const id = await run('savedSearch.save', { searchId: search?.id ?? null, kind: 'retrieval', name, setting });
    if (id) setSavedId(id);
  };
  const open = (search: SavedSearch) => {
    const query = readQuery(search.setting);
    if (!query) return notify({ text: words.savedUnreadable, kind: 'failure' });
    setSavedId(search.id);
    return retrieval.open(query);
  };
  const remove = async (search: SavedSearch) => {
    if ((await run('savedSearch.remove', { searchId: search.id })) !== undefined) notify({ text: words.removed(search.name), kind: 'done' });
  };
  return { saved, current: saved.find(({ id }) => id === savedId) ?? null, keep, open, remove };
}

export function SavedRetrievals({ retrieval, isReadOnly }: { retrieval: Retrieval; isReadOnly: boolean }) {
  const words = useText(retrievalText);
  const trigger = useRef<HTMLDivElement>(null);
  const { saved, current, keep, open, remove } = useSaved(retrieval);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const setting = JSON.stringify(retrieval.query);
  const named = (name: string) => {
    setNaming(null);
    void (naming === 'rename' && current ? keep(current, name, current.setting) : keep(null, name, setting));
  };
  return (
    <div ref={trigger}>
      <Menu
        label={words.saved}
        placement="bottom end"
        trigger={
          <Button size="small" variant="quiet">
            {current?.name ?? words.saved}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {saved.length > 0 ? (
          <MenuSection title={words.saved}>
            {saved.map((one) => (
              <MenuItem key={one.id} label={one.name} isChosen={one.id === current?.id} onAction={() => open(one)} />
            ))}
          </MenuSection>
        ) : (
          <MenuItem label={words.savedNone} isDisabled onAction={() => undefined} />
        )}
        {isReadOnly ? null : (
          <>
            <MenuSeparator />
            {current ? (
              <>
                <MenuItem
                  icon={Save}
                  label={words.save}
                  isDisabled={current.setting === setting}
                  onAction={() => void keep(current, current.name, setting)}
                />
                <MenuItem icon={Pencil} label={words.rename} onAction={() => setNaming('rename')} />
                <MenuItem icon={Trash2} label={words.remove} isDanger onAction={() => void remove(current)} />
              </>
            ) : null}
            <MenuItem icon={Save} label={words.saveAs} onAction={() => setNaming('new')} />
          </>
        )}
      </Menu>
      <Popover label={words.saveAs} triggerRef={trigger} isOpen={naming !== null} onOpenChange={(isOpen) => !isOpen && setNaming(null)}>
        <SavedName key={naming} name={naming === 'rename' ? (current?.name ?? '') : ''} onName={named} onCancel={() => setNaming(null)} />
      </Popover>
    </div>
  );
}

function SavedName({ name, onName, onCancel }: { name: string; onName: (name: string) => void; onCancel: () => void }) {
  const words = useText(retrievalText);
  const [value, setValue] = useState(name);
  const isEmpty = value.trim() === '';
  return (
    <Form
      className="retrieval-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onName(value.trim());
      }}
    >
      <TextField label={words.name} value={value} onChange={setValue} autoFocus maxLength={300} />
      <div className="retrieval-form-acts">
        <Button onPress={onCancel}>{words.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={isEmpty}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
