// Printings kept by name: chosen, saved again, saved under another name, renamed, removed.
import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import type { PrintSettingsId } from '../../shared/domain/ids.ts';
import type { PrintPack, PrintSettings } from '../../shared/domain/print.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

interface SettingsMenuProps {
  chosenId: PrintSettingsId | null;
  /** Null while there is nothing that could be kept. */
  pack: PrintPack | null;
  isReadOnly: boolean;
  onChoose: (settings: PrintSettings) => void;
  onKept: (id: PrintSettingsId | null) => void;
}

/** A name is being given: to settings that are new, or to the chosen ones. */
type Naming = 'new' | 'again' | null;

export function SettingsMenu({ chosenId, pack, isReadOnly, onChoose, onKept }: SettingsMenuProps) {
  const words = useText(printingText);
  const run = useRun();
  const notify = useNotify();
  const { data: kept = [] } = useQuery('printSettings.list', {});
  const [naming, setNaming] = useState<Naming>(null);
  const chosen = kept.find(({ id }) => id === chosenId);
  const save = async (settingsId: PrintSettingsId | null, name: string, saved: PrintPack) => {
    const id = await run('printSettings.save', { settingsId, name, pack: saved });
    if (id === undefined) return;
    setNaming(null);
    onKept(id);
    notify({ text: words.settingsSaved(name), kind: 'done' });
  };
  const remove = async (settingsId: PrintSettingsId) => {
    if ((await run('printSettings.remove', { settingsId })) !== undefined) onKept(null);
  };
  const place = useRef<HTMLSpanElement>(null);
  const wasNaming = useRef(false);
  // the field goes with the name: the focus goes back to the menu that led to it
  useEffect(() => {
    if (wasNaming.current && naming === null) place.current?.querySelector('button')?.focus();
    wasNaming.current = naming !== null;
  }, [naming]);
  if (naming !== null) {
    const renamed = naming === 'again' ? chosen : undefined;
    return (
      <NameForm
        first={renamed?.name ?? ''}
        onCancel={() => setNaming(null)}
        onName={(name) => {
          // renaming leaves what was kept as it was
          const saved = renamed?.pack ?? pack;
          if (saved) void save(renamed?.id ?? null, name, saved);
        }}
      />
    );
  }
  return (
    <span ref={place}>
      <MenuButton
        label={words.savedSettings}
        size="small"
        content={
          <>
            {chosen?.name ?? words.noSettings}
            <ChevronDown size={13} aria-hidden />
          </>
        }
      >
        {kept.length > 0 ? (
          <MenuSection title={words.savedSettings}>
            {kept.map((settings) => (
              <MenuItem key={settings.id} label={settings.name} isChosen={settings.id === chosenId} onAction={() => onChoose(settings)} />
            ))}
          </MenuSection>
        ) : null}
        {kept.length > 0 ? <MenuSeparator /> : null}
        {chosen ? (
          <MenuItem
            label={words.saveSettings}
            isDisabled={pack === null || isReadOnly}
            onAction={() => pack && void save(chosen.id, chosen.name, pack)}
          />
        ) : null}
        <MenuItem label={words.saveSettingsAs} isDisabled={pack === null || isReadOnly} onAction={() => setNaming('new')} />
        {chosen ? <MenuItem label={words.renameSettings} isDisabled={isReadOnly} onAction={() => setNaming('again')} /> : null}
        {chosen ? <MenuItem label={words.removeSettings} isDanger isDisabled={isReadOnly} onAction={() => void remove(chosen.id)} /> : null}
      </MenuButton>
    </span>
  );
}

function NameForm({ first, onName, onCancel }: { first: string; onName: (name: string) => void; onCancel: () => void }) {
  const words = useText(printingText);
  const [name, setName] = useState(first);
  return (
    <Form
      className="printing-naming"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
      }}
    >
      <TextField label={words.settingsName} hidesLabel placeholder={words.settingsName} value={name} maxLength={300} autoFocus onChange={setName} />
      <Button type="submit" size="small" isDisabled={name.trim() === ''}>
        {words.save}
      </Button>
      <Button size="small" variant="quiet" onPress={onCancel}>
        {words.cancel}
      </Button>
    </Form>
  );
}
