// Says that something broke, once, and shows the report to whoever wants to see it.
import { useEffect, useRef, useState } from 'react';
import { crashText } from '../../shared/i18n/crash.ts';
import { call, callDesktop, isDesktop, onCoreEvent } from '../core.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useQuery } from '../ui/use-query.ts';
import { onReport } from './crash-reports.ts';
import './crash.css';

/** The last report that was told of. */
const SEEN = 'trame.crashSeen';

export function CrashHost() {
  const text = useText(crashText);
  const notify = useNotify();
  const [shown, show] = useState<string | null>(null);
  const tell = (report: string, words: string) => {
    if (localStorage.getItem(SEEN) === report) return;
    localStorage.setItem(SEEN, report);
    notify({ text: words, kind: 'failure', action: { label: text.show, onPress: () => show(report) } });
  };
  const latest = useRef({ tell, text });
  latest.current = { tell, text };
  useEffect(() => {
    const met = (report: string) => latest.current.tell(report, latest.current.text.met);
    const stops = [onReport(met), onCoreEvent((event) => event.kind === 'crash' && met(event.report))];
    // what ended the program, or its core, could not be told then
    call('crash.latest', {}).then(
      (report) => report !== null && latest.current.tell(report, latest.current.text.lastTime),
      () => undefined,
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return shown === null ? null : <Report name={shown} onClose={() => show(null)} />;
}

function Report({ name, onClose }: { name: string; onClose: () => void }) {
  const text = useText(crashText);
  const { data: words } = useQuery('crash.read', { name });
  const save = () => saveFile({ fileName: name, mime: 'text/plain', base64: btoa(words ?? '') });
  return (
    <Dialog
      isOpen
      title={text.title}
      size="wide"
      onClose={onClose}
      actions={
        <>
          {isDesktop ? (
            <Button onPress={() => void callDesktop('desktop.revealCrash')}>{text.inFolder}</Button>
          ) : (
            <Button onPress={save}>{text.save}</Button>
          )}
          <Button variant="primary" onPress={onClose}>
            {text.close}
          </Button>
        </>
      }
    >
      <p>{text.what}</p>
      {words === '' ? <p className="quiet">{text.gone}</p> : null}
      <textarea className="crash-words" aria-label={text.words} readOnly rows={14} value={words ?? ''} />
    </Dialog>
  );
}
