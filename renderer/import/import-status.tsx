// The import in the window's last line, wherever one is: how far it is, and the way back to it.
import { Import } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { importText } from '../../shared/i18n/import.ts';
import { useNavigation } from '../navigation.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { IMPORT_PLACE, useImportState } from './import-context.tsx';
import { countsOf, isReading } from './import-state.ts';
import type { ImportState } from './import-state.ts';

type Words = (typeof importText)['fr'];

function wordsOf(state: ImportState, text: Words): string {
  if (state.phase === 'writing') return text.statusWriting(state.progress.done, state.progress.total);
  if (state.phase === 'reported') return text.statusDone;
  const { waiting } = countsOf(state);
  return isReading(state) ? text.statusReading(state.files.length - waiting, state.files.length) : text.statusReady(state.files.length);
}

export function ImportStatus() {
  const text = useText(importText);
  const state = useImportState();
  const { place, go } = useNavigation();
  const isShown = place.view === IMPORT_PLACE.view;
  useNoticeWhenDone(state, isShown);
  if (!state || isShown) return null;
  return (
    <Button className="status-bar-button import-status number" onPress={() => go(IMPORT_PLACE)}>
      <Import size={13} aria-hidden />
      {wordsOf(state, text)}
    </Button>
  );
}

/** Who has gone elsewhere meanwhile is told when the import is done. */
function useNoticeWhenDone(state: ImportState | null, isShown: boolean): void {
  const text = useText(importText);
  const notify = useNotify();
  const { go } = useNavigation();
  const lastPhase = useRef(state?.phase);
  const phase = state?.phase;
  const imported = state?.report?.imported.length ?? 0;
  useEffect(() => {
    const wasWriting = lastPhase.current === 'writing';
    lastPhase.current = phase;
    if (!wasWriting || isShown || phase !== 'reported') return;
    notify({ text: text.imported(imported), kind: 'done', action: { label: text.seeReport, onPress: () => go(IMPORT_PLACE) } });
  }, [phase, isShown, imported, notify, text, go]);
}
