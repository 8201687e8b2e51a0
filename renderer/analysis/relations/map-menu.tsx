// Which concept map: opened by its name, made, named otherwise with a note, deleted.
import { ChevronDown, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { ConceptMapId } from '../../../shared/domain/ids.ts';
import type { ConceptMap } from '../../../shared/domain/typed-link.ts';
import { linksText } from '../../../shared/i18n/links.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useRun } from '../../ui/use-run.ts';

interface MapMenuProps {
  maps: readonly ConceptMap[];
  current: ConceptMap;
  onOpen: (id: ConceptMapId) => void;
  isReadOnly: boolean;
}

export function MapMenu({ maps, current, onOpen, isReadOnly }: MapMenuProps) {
  const words = useText(linksText);
  const run = useRun();
  const anchor = useRef<HTMLSpanElement>(null);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const save = async (name: string, note: string) => {
    const mapId = naming === 'rename' ? current.id : null;
    setNaming(null);
    const id = await run('conceptMap.save', { mapId, name, note });
    if (id) onOpen(id);
  };
  return (
    <span ref={anchor}>
      <Menu
        label={words.maps}
        trigger={
          <Button size="small" variant="quiet">
            {current.name}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        <MenuSection title={words.maps}>
          {maps.map(({ id, name }) => (
            <MenuItem key={id} label={name} isChosen={id === current.id} onAction={() => onOpen(id)} />
          ))}
        </MenuSection>
        {isReadOnly ? null : (
          <>
            <MenuSeparator />
            <MenuItem icon={Plus} label={words.newMap} onAction={() => setNaming('new')} />
            <MenuItem icon={Pencil} label={words.rename} onAction={() => setNaming('rename')} />
            <MenuItem icon={Trash2} label={words.removeMap} isDanger onAction={() => void run('conceptMap.remove', { mapId: current.id })} />
          </>
        )}
      </Menu>
      <Popover label={words.mapName} triggerRef={anchor} isOpen={naming !== null} onOpenChange={(isOpen) => !isOpen && setNaming(null)}>
        <NameForm
          key={naming}
          name={naming === 'rename' ? current.name : ''}
          note={naming === 'rename' ? current.note : ''}
          onSave={(name, note) => void save(name, note)}
        />
      </Popover>
    </span>
  );
}

function NameForm({ name: firstName, note: firstNote, onSave }: { name: string; note: string; onSave: (name: string, note: string) => void }) {
  const words = useText(linksText);
  const [name, setName] = useState(firstName);
  const [note, setNote] = useState(firstNote);
  return (
    <Form
      className="links-form relations-map-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim(), note.trim());
      }}
    >
      <TextField label={words.mapName} value={name} onChange={setName} autoFocus maxLength={300} />
      <TextArea label={words.note} value={note} onChange={setNote} />
      <div className="links-form-acts">
        <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
