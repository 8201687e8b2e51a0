// The import's first line: what it holds so far, more files, and the way back to the corpus, which leaves it open.
import { ArrowLeft } from 'lucide-react';
import { importText } from '../../shared/i18n/import.ts';
import { useNavigation } from '../navigation.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { FilePickers } from './file-pickers.tsx';
import { useAddFiles } from './import-context.tsx';
import { countsOf } from './import-state.ts';
import type { ImportState } from './import-state.ts';

export function ImportHead({ state }: { state: ImportState | null }) {
  const text = useText(importText);
  const { go } = useNavigation();
  const add = useAddFiles();
  return (
    <header className="import-head">
      <IconButton icon={ArrowLeft} label={text.leave} onPress={() => go({ screen: 'corpus' })} />
      <h1 className="import-title">{text.title}</h1>
      {state ? <Counts state={state} /> : null}
      {state?.phase === 'preview' ? (
        <span className="import-head-end">
          <FilePickers onChosen={add} isQuiet />
        </span>
      ) : null}
    </header>
  );
}

function Counts({ state }: { state: ImportState }) {
  const text = useText(importText);
  const counts = countsOf(state);
  const all = state.files.length;
  const parts = [
    text.filesRead(all - counts.waiting, all),
    ...(counts.words > 0 ? [text.words(counts.words)] : []),
    ...(counts.left > 0 ? [text.leftCount(counts.left)] : []),
  ];
  return (
    <span className="import-counts number">
      {parts.join(' · ')}
      {counts.refused > 0 ? <span className="import-counts-refused"> · {text.refusedCount(counts.refused)}</span> : null}
    </span>
  );
}
