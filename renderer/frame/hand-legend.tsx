// The keys of the one hand, in a line above the status bar, for as long as they are not known by heart.
import { Hand as HandIcon, X } from 'lucide-react';
import { actionsText } from '../../shared/i18n/actions.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { legendOf } from './hand-layouts.ts';
import type { OneHand } from './use-keymap.ts';

export function HandLegend({ oneHand }: { oneHand: OneHand }) {
  const text = useText(actionsText);
  const words: Readonly<Record<string, string>> = text.legendWords;
  return (
    <aside className="hand-legend" aria-label={text.legend}>
      <span className="hand-legend-title">
        <HandIcon size={13} aria-hidden />
        {text.hands[oneHand.hand]}
      </span>
      <ul>
        {legendOf(oneHand.hand).map(({ chords, action }) => (
          <li key={action}>
            <Kbd keys={chords[0] ?? ''} />
            {chords.length > 1 ? (
              <>
                {' … '}
                <Kbd keys={chords.at(-1) ?? ''} />
              </>
            ) : null}{' '}
            {words[action] ?? text.actions[action]}
          </li>
        ))}
      </ul>
      <IconButton icon={X} label={text.hideLegend} size="small" onPress={() => oneHand.showLegend(false)} />
    </aside>
  );
}
