// Printings kept by name: chosen, saved again, saved under another name, renamed, removed.
import type { PrintSettingsId } from '../../shared/domain/ids.ts';
import type { PrintPack, PrintSettings } from '../../shared/domain/print.ts';
import { printingText } from '../../shared/i18n/printing.ts';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { SavedMenu } from '../ui/saved-menu.tsx';
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

export function SettingsMenu({ chosenId, pack, isReadOnly, onChoose, onKept }: SettingsMenuProps) {
  const words = useText(printingText);
  const run = useRun();
  const notify = useNotify();
  const { data: kept = [] } = useQuery('printSettings.list', {});
  const chosen = kept.find(({ id }) => id === chosenId) ?? null;
  const save = async (settingsId: PrintSettingsId | null, name: string, saved: PrintPack) => {
    const id = await run('printSettings.save', { settingsId, name, pack: saved });
    if (id === undefined) return;
    onKept(id);
    notify({ text: words.settingsSaved(name), kind: 'done' });
  };
  const remove = async (settingsId: PrintSettingsId) => {
    if ((await run('printSettings.remove', { settingsId })) !== undefined) onKept(null);
  };
  return (
    <SavedMenu
      title={words.savedSettings}
      unnamed={words.noSettings}
      nameLabel={words.settingsName}
      saved={kept}
      current={chosen}
      isChanged={JSON.stringify(chosen?.pack) !== JSON.stringify(pack)}
      canKeep={pack !== null}
      isReadOnly={isReadOnly}
      onOpen={onChoose}
      onKeep={(settings, name) => pack && void save(settings?.id ?? null, name, pack)}
      onRename={(settings, name) => void save(settings.id, name, settings.pack)}
      onRemove={({ id }) => void remove(id)}
    />
  );
}
