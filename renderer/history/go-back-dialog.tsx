// Several steps at once: what would be taken back or brought back is read before it is.
import type { HistoryEntry } from '../../shared/domain/project.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { formatDay, formatTime } from '../../shared/i18n/date.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

export interface Going {
  readonly direction: 'undo' | 'redo';
  readonly entry: HistoryEntry;
}

const SHOWN = 60;

export function GoBackDialog({ going: { direction, entry }, onClose }: { going: Going; onClose: () => void }) {
  const { language } = useLanguage();
  const text = historyText[language];
  const run = useRun();
  const notify = useNotify();
  const { number } = entry;
  const { data } = useQuery('history.steps', { direction, number });
  const isBack = direction === 'undo';

  const act = async () => {
    onClose();
    const done = await run(isBack ? 'history.undoTo' : 'history.redoTo', { number });
    if (!done) return;
    // what went together comes back together
    const redo = isBack ? { label: text.redo, onPress: () => void run('history.redoTo', { number: done.entries[0]?.number ?? number }) } : null;
    const count = done.entries.length;
    notify({ text: isBack ? text.wentBack(count) : text.broughtBack(count), kind: 'done', ...(redo ? { action: redo } : {}) });
  };
  // the button that acts takes the focus: it must be there
  if (data === undefined) return null;
  const steps = data.entries;
  const none = isBack ? text.nothingBack : text.nothingForth;
  return (
    <Dialog
      isOpen
      title={isBack ? text.goBackTitle : text.bringBackTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.leave}</Button>
          <Button variant="primary" isDisabled={steps.length === 0} onPress={() => void act()} autoFocus>
            {isBack ? text.goBackDo(steps.length) : text.bringBackDo(steps.length)}
          </Button>
        </>
      }
    >
      <p>
        <b>{commandWords(language, entry)}</b>, {formatDay(language, entry.at)} {formatTime(language, entry.at)}
      </p>
      <p>{steps.length === 0 ? none : isBack ? text.goBackQuestion(steps.length) : text.bringBackQuestion(steps.length)}</p>
      <ul className="history-steps">
        {steps.slice(0, SHOWN).map((step) => (
          <li key={step.id}>
            <time dateTime={step.at}>{formatTime(language, step.at)}</time>
            <span>{commandWords(language, step)}</span>
            <span className="quiet">{step.coderName}</span>
          </li>
        ))}
      </ul>
      {steps.length > SHOWN ? <p className="quiet">{text.andMore(steps.length - SHOWN)}</p> : null}
    </Dialog>
  );
}
