// In the source's header: the versions of its text, its replacement, the file it came from.
import { Columns2, FileDown, FileText, History, ListOrdered, Printer, Replace } from 'lucide-react';
import { useState } from 'react';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { readingText } from '../../shared/i18n/reading.ts';
import { useNavigation } from '../navigation.tsx';
import { useReader } from '../reader/reader-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useItemKeys } from '../frame/use-keymap.ts';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { ReplaceDialog } from './replace-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

interface SourceMenuProps {
  source: SourceSummary;
  /** Opens or closes another source beside; null where there is none. */
  onBeside: (() => void) | null;
}

export function SourceMenu({ source, onBeside }: SourceMenuProps) {
  const reading = useText(readingText);
  const text = useText(correctionText);
  const { transcript, isReadOnly, text: handle } = useReader();
  const run = useRun();
  const { go } = useNavigation();
  const historyWords = useText(historyText);
  const keysOf = useItemKeys();
  const [opened, open] = useState<'versions' | 'replace' | null>(null);
  const close = () => open(null);
  const saveOriginal = async () => {
    const file = await run('source.original', { sourceId: source.id });
    if (file) saveFile(file);
  };
  const goTo = (turnId: TurnId) => {
    const turn = transcript.indexOf.get(turnId);
    if (turn !== undefined) handle.current?.reveal({ start: { turn, offset: 0 }, end: { turn, offset: 1 } }, { flash: true });
  };
  return (
    <>
      <Menu
        label={text.sourceMenu}
        placement="bottom end"
        trigger={<IconButton icon={FileText} label={text.sourceMenu} size="small" className="correction-menu" />}
      >
        <MenuItem icon={Columns2} label={reading.beside} {...keysOf('beside')} onAction={() => onBeside?.()} isDisabled={onBeside === null} />
        <MenuItem icon={Printer} label={reading.print} {...keysOf('print')} onAction={() => setTimeout(print, 0)} />
        <MenuItem icon={History} label={text.versions} onAction={() => open('versions')} />
        <MenuItem icon={ListOrdered} label={historyWords.objectLink} onAction={() => go({ screen: 'history', objectId: source.id })} />
        <MenuItem icon={Replace} label={text.replace} onAction={() => open('replace')} isDisabled={isReadOnly} />
        <MenuItem icon={FileDown} label={text.original} onAction={() => void saveOriginal()} isDisabled={!source.hasOriginal} />
      </Menu>
      {opened === 'versions' ? <VersionsDialog sourceId={source.id} onGo={goTo} onClose={close} /> : null}
      {opened === 'replace' ? <ReplaceDialog onClose={close} /> : null}
    </>
  );
}
