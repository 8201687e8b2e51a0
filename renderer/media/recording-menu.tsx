// In the source's header: its recording and its times.
import { AudioLines, FileDown, FileUp, Trash2 } from 'lucide-react';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { SUBTITLE_FORMATS } from '../../shared/domain/subtitles-out.ts';
import { mediaText } from '../../shared/i18n/media.ts';
import { useReader } from '../reader/reader-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx';
import { useRecordingActs } from './recording-acts.tsx';
import './media.css';

export function RecordingMenu({ media }: { media: MediaInfo | null }) {
  const text = useText(mediaText);
  const { transcript, isReadOnly } = useReader();
  const acts = useRecordingActs(transcript.sourceId, media);
  const hasTimes = transcript.turns.some(({ startMs, marks }) => startMs !== null || marks.some(({ kind }) => kind === 'time'));
  return (
    <Menu trigger={<IconButton icon={AudioLines} label={text.menu} size="small" className="media-menu" />} label={text.menu} placement="bottom end">
      <MenuSection title={text.recordingSection}>
        <MenuItem icon={FileUp} label={media === null ? text.add : text.replace} onAction={() => void acts.choose()} isDisabled={isReadOnly} />
        {media === null ? null : <MenuItem icon={Trash2} label={text.remove} onAction={() => void acts.remove()} isDisabled={isReadOnly} />}
      </MenuSection>
      <MenuSection title={text.timesSection}>
        {SUBTITLE_FORMATS.map((format) => (
          <MenuItem
            key={format}
            icon={FileDown}
            label={text.exportTimes[format]}
            onAction={() => void acts.exportTimes(format)}
            isDisabled={!hasTimes}
          />
        ))}
      </MenuSection>
    </Menu>
  );
}
