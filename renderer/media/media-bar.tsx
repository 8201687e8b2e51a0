// Below the text of a source that has a recording: the player, or what keeps it from playing.
import { AudioLines, TriangleAlert, X } from 'lucide-react';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { mediaText } from '../../shared/i18n/media.ts';
import { useReader } from '../reader/reader-context.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useQuery } from '../ui/use-query.ts';
import { PlayerBar } from './player-bar.tsx';
import { useRecordingActs } from './recording-acts.tsx';
import { cancelUpload, useUpload } from './uploads.ts';
import { useDropRecording } from './use-drop-recording.ts';
import { useRootMark } from './use-root-mark.ts';
import './media.css';

export function MediaBar({ media }: { media: MediaInfo | null }) {
  const text = useText(mediaText);
  const notify = useNotify();
  const { transcript, isReadOnly } = useReader();
  const { sourceId } = transcript;
  const acts = useRecordingActs(sourceId, media);
  const upload = useUpload(sourceId);
  const { data: team } = useQuery('team.status', {});
  useRootMark('data-docked', media !== null || upload !== null);
  const onDrop = ([file, ...others]: readonly File[]) => {
    if (others.length > 0) notify({ text: text.oneFile, kind: 'failure' });
    else if (file) void acts.add(file);
  };
  const isOver = useDropRecording(isReadOnly ? null : onDrop);
  return (
    <>
      {isOver ? (
        <div className="media-drop">
          <AudioLines size={28} strokeWidth={1.5} aria-hidden />
          {text.drop(transcript.sourceName)}
        </div>
      ) : null}
      {upload ? (
        <div className="media-bar media-bar-adding">
          <ProgressBar label={text.adding(upload.name)} done={upload.doneBytes} total={upload.totalBytes} />
          <IconButton icon={X} label={text.cancelAdding} size="small" onPress={() => cancelUpload(sourceId)} />
        </div>
      ) : null}
      {media?.isMissing && !upload ? (
        <div className="media-bar media-bar-missing">
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
          <span>{team ? text.stayed(media.originalName) : text.missing(media.originalName)}</span>
          {isReadOnly ? null : (
            <Button size="small" onPress={() => void acts.find()}>
              {text.find}
            </Button>
          )}
        </div>
      ) : null}
      {media && !media.isMissing ? <PlayerBar key={media.url} media={media} /> : null}
    </>
  );
}
