// In the source's header: the versions of its text, its replacement, the file it came from.
import { FileDown, FileText, History, Replace } from 'lucide-react';
import { useState } from 'react';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { useReader } from '../reader/reader-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { ReplaceDialog } from './replace-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

export function SourceMenu({ source }: { source: SourceSummary }) {
  const text = useText(correctionText);
  const { transcript, isReadOnly, text: handle } = useReader();
  const run = useRun();
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
        <MenuItem icon={History} label={text.versions} onAction={() => open('versions')} />
        <MenuItem icon={Replace} label={text.replace} onAction={() => open('replace')} isDisabled={isReadOnly} />
        <MenuItem icon={FileDown} label={text.original} onAction={() => void saveOriginal()} isDisabled={!source.hasOriginal} />
      </Menu>
      {opened === 'versions' ? <VersionsDialog sourceId={source.id} onGo={goTo} onClose={close} /> : null}
      {opened === 'replace' ? <ReplaceDialog onClose={close} /> : null}
    </>
  );
}
