// All keys on one sheet.
import { Fragment } from 'react';
import { frameText } from '../../shared/i18n/frame.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';

export function KeySheet({ onClose }: { onClose: () => void }) {
  const text = useText(frameText);
  return (
    <Dialog isOpen title={text.keySheet} onClose={onClose} size="wide">
      <div className="key-sheet">
        {text.keyGroups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([keys = '', what]) => (
                <Fragment key={keys}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{what}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** `Ctrl+1 … Ctrl+6`, `↑ · ↓`: several chords, and what stands between them. */
function Keys({ keys }: { keys: string }) {
  return keys.split(/( … | · )/).map((part) => (/^ . $/.test(part) ? part : <Kbd key={part} keys={part} />));
}
