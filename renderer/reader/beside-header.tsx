// Above the second pane: which source is read there.
import { X } from 'lucide-react';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { readingText } from '../../shared/i18n/reading.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useKeysOf } from '../frame/use-keymap.ts';
import { useText } from '../ui/language.tsx';
import { Select } from '../ui/select.tsx';

interface BesideHeaderProps {
  /** All but the one that is read in the first pane. */
  sources: readonly SourceSummary[];
  sourceId: SourceId;
  onChoose: (sourceId: SourceId) => void;
  onClose: () => void;
}

export function BesideHeader({ sources, sourceId, onChoose, onClose }: BesideHeaderProps) {
  const keys = useKeysOf('beside');
  const text = useText(readingText);
  return (
    <header className="reader-header reader-beside-header">
      <Select
        label={text.besideSource}
        hidesLabel
        isQuiet
        options={sources.map(({ id, name }) => ({ id, label: name }))}
        value={sourceId}
        onChange={onChoose}
      />
      <IconButton icon={X} size="small" label={text.closeBeside} keys={keys} onPress={onClose} />
    </header>
  );
}
