// An analysis's settings kept by name: taken up again, kept, named otherwise with a note, removed.
import { ChevronDown, Pencil, Save, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { analysesText } from '../../shared/i18n/analyses.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import type { SavedSetting } from './saved-setting.ts';

export function SavedSettings<T extends object>({ saved: kept }: { saved: SavedSetting<T> }) {
  const words = useText(analysesText);
  const run = useRun();
  const trigger = useRef<HTMLDivElement>(null);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const current = kept.saved.find(({ id }) => id === kept.savedId) ?? null;
  const setting = JSON.stringify(kept.setting);
  const save = async (name: string, note: string) => {
    const isNew = naming === 'new' || current === null;
    setNaming(null);
    const input = { analysisId: isNew ? null : current.id, kind: kept.kind, name, note, setting: isNew ? setting : current.setting };
    const id = await run('analysis.save', input);
    if (id) kept.setSavedId(id);
  };
  return (
    <div ref={trigger} className="analysis-saved">
      <Menu
        label={words.savedSettings}
        trigger={
          <Button size="small" variant="quiet">
            {current?.name ?? words.savedSettings}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {kept.saved.length > 0 ? (
          <MenuSection title={words.savedSettings}>
            {kept.saved.map((one) => (
              <MenuItem key={one.id} label={one.name} isChosen={one.id === current?.id} onAction={() => kept.open(one)} />
            ))}
          </MenuSection>
        ) : null}
        {kept.saved.length > 0 ? <MenuSeparator /> : null}
        {current ? (
          <>
            <MenuItem
              icon={Save}
              label={words.keep}
              isDisabled={current.setting === setting}
              onAction={() => void run('analysis.save', { ...current, analysisId: current.id, setting })}
            />
            <MenuItem icon={Pencil} label={words.rename} onAction={() => setNaming('rename')} />
            <MenuItem icon={Trash2} label={words.remove} isDanger onAction={() => void run('analysis.remove', { analysisId: current.id })} />
          </>
        ) : null}
        <MenuItem icon={Save} label={words.keepAs} onAction={() => setNaming('new')} />
      </Menu>
      {current && current.note !== '' ? <span className="analysis-note">{current.note}</span> : null}
      <Popover label={words.keepAs} triggerRef={trigger} isOpen={naming !== null} onOpenChange={(isOpen) => !isOpen && setNaming(null)}>
        <SettingForm
          key={naming}
          name={naming === 'rename' ? (current?.name ?? '') : ''}
          note={naming === 'rename' ? (current?.note ?? '') : ''}
          onSave={(name, note) => void save(name, note)}
          onCancel={() => setNaming(null)}
        />
      </Popover>
    </div>
  );
}

interface SettingFormProps {
  name: string;
  note: string;
  onSave: (name: string, note: string) => void;
  onCancel: () => void;
}

function SettingForm({ name: firstName, note: firstNote, onSave, onCancel }: SettingFormProps) {
  const words = useText(analysesText);
  const ui = useText(uiText);
  const [name, setName] = useState(firstName);
  const [note, setNote] = useState(firstNote);
  const isEmpty = name.trim() === '';
  return (
    <Form
      className="analysis-saved-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) onSave(name.trim(), note.trim());
      }}
    >
      <TextField label={words.name} value={name} onChange={setName} autoFocus maxLength={300} />
      <TextArea label={words.note} value={note} onChange={setNote} />
      <div className="analysis-form-acts">
        <Button onPress={onCancel}>{ui.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={isEmpty}>
          {words.keep}
        </Button>
      </div>
    </Form>
  );
}
