// What came from another program, what changed on the way, and what is to be looked at.
import type { RefiRead } from '../../shared/domain/refi.ts';
import { arrivalLines, arrivalText } from '../../shared/i18n/arrival.ts';
import { refiText } from '../../shared/i18n/refi.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage } from '../ui/language.tsx';

const MOST_SHOWN = 20;

export function ArrivalReport({ read, onOpen, onClose }: { read: RefiRead; onOpen: () => void; onClose: () => void }) {
  const { language } = useLanguage();
  const text = arrivalText[language];
  const { made, changes } = arrivalLines(read, language);
  const left = read.uncertain.length + read.moreUncertain - MOST_SHOWN;
  return (
    <Dialog
      isOpen
      size="wide"
      title={text.title(read.origin)}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onOpen} autoFocus>
          {text.open}
        </Button>
      }
    >
      {read.isWhole ? <p>{text.whole}</p> : null}
      <section className="leaving-losses">
        <h3>{text.came}</h3>
        <p>{made.join(' · ')}</p>
      </section>
      {read.isWhole ? null : (
        <>
          <section className="leaving-losses">
            <h3>{text.changed}</h3>
            {changes.length === 0 ? <p>{text.nothingChanged}</p> : null}
            <ul className="arrival-lines">
              {changes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          <section className="leaving-losses">
            <h3>{read.uncertain.length === 0 ? text.uncertain : text.uncertainCount(read.uncertain.length + read.moreUncertain)}</h3>
            {read.uncertain.length === 0 ? <p>{text.nothingUncertain}</p> : null}
            <ul className="arrival-lines">
              {read.uncertain.slice(0, MOST_SHOWN).map(({ source, start, quote, why }) => (
                <li key={`${source} ${start} ${quote}`}>
                  <b>{source}</b> « {quote.replace(/\s+/gu, ' ')} » <span className="quiet">{refiText[language].doubts[why]}</span>
                </li>
              ))}
            </ul>
            {left > 0 ? <p>{text.more(left)}</p> : null}
          </section>
          <p className="quiet">{text.kept}</p>
        </>
      )}
    </Dialog>
  );
}
