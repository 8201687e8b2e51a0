// Merging another copy: choose the file, see what would come, settle what both changed, then one act that « Annuler » takes back.
import { FileInput } from 'lucide-react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { mergeText } from '../../shared/i18n/merge.ts';
import { isDesktop } from '../core.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { MergeConflicts } from './merge-conflicts.tsx';
import { MergeCounts } from './merge-counts.tsx';
import { MergeMatches } from './merge-matches.tsx';
import { useMerge } from './use-merge.ts';
import type { MergeState } from './use-merge.ts';
import './merge.css';

export function MergeDialog({ onClose }: { onClose: () => void }) {
  const text = useText(mergeText);
  const notify = useNotify();
  const merge = useMerge();
  const { preview, working, isStale } = merge;
  const brings = preview !== null && preview.counts.length > 0;
  const apply = async () => {
    const done = await merge.apply();
    if (!done) return;
    notify({ text: done.isChanged ? text.merged(done.codings) : text.mergedNothing, kind: 'done' });
    onClose();
  };
  return (
    <Dialog
      isOpen
      size="wide"
      isAlert={preview !== null || working !== null}
      title={text.title}
      onClose={onClose}
      className="merge-dialog"
      actions={
        <>
          {working ? <Button onPress={merge.stop}>{text.stop}</Button> : <Button onPress={onClose}>{text.cancel}</Button>}
          {isStale ? (
            <Button variant="primary" onPress={() => void merge.again()} isDisabled={working !== null}>
              {text.again}
            </Button>
          ) : brings ? (
            <Button variant="primary" onPress={() => void apply()} isDisabled={working !== null}>
              {text.merge}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="merge">
        {preview ? null : <p>{text.intro}</p>}
        <FileChoice merge={merge} />
        {working ? <ProgressBar label={text.working} done={working.done} total={working.total} /> : null}
        {preview && !working ? <Preview merge={merge} /> : null}
      </div>
    </Dialog>
  );
}

function FileChoice({ merge }: { merge: MergeState }) {
  const text = useText(mergeText);
  const { preview, working } = merge;
  const label = preview ? text.chooseOther : text.choose;
  const button = (onPress?: () => void) => (
    <Button variant={preview ? 'plain' : 'primary'} isDisabled={working !== null} {...(onPress ? { onPress } : {})}>
      <FileInput size={15} aria-hidden />
      {label}
    </Button>
  );
  return (
    <DropZone
      className="merge-file"
      aria-label={text.path}
      onDrop={({ items }) => {
        const file = items.find((item) => item.kind === 'file');
        if (file && working === null) void file.getFile().then(merge.give);
      }}
    >
      {preview ? (
        <span className="merge-file-words">
          <b>{preview.title}</b> <span className="quiet">({preview.file})</span>
          <span>{text.past(preview)}</span>
        </span>
      ) : null}
      {isDesktop ? (
        button(() => void merge.choosePath())
      ) : (
        <FileTrigger
          acceptedFileTypes={['.trame', '.qdpx', '.qda', '.rqda', '.sqlite3']}
          onSelect={(files) => files?.[0] && void merge.give(files[0])}
        >
          {button()}
        </FileTrigger>
      )}
    </DropZone>
  );
}

function Preview({ merge }: { merge: MergeState }) {
  const text = useText(mergeText);
  const { preview, isStale } = merge;
  if (!preview) return null;
  return (
    <>
      {preview.isOtherLanguage ? <p>{text.otherLanguage}</p> : null}
      {preview.isRelated && preview.matches.length > 0 ? <p>{text.sameFiles(preview.matches.map(({ theirs }) => theirs.name))}</p> : null}
      {preview.isRelated ? null : <MergeMatches preview={preview} matches={merge.matches} onMatch={merge.match} />}
      {isStale ? (
        <p className="merge-stale" role="status">
          {text.again_why}
        </p>
      ) : null}
      {preview.counts.length === 0 ? <p>{text.nothing}</p> : <MergeCounts preview={preview} />}
      {preview.counts.length > 0 || preview.conflicts.length > 0 ? (
        <MergeConflicts conflicts={preview.conflicts} choices={merge.choices} onChoose={merge.choose} />
      ) : null}
    </>
  );
}
