// A key or a chord, written as on the keyboard in the window's language: `Ctrl+Shift+Z`; with a Mac's own signs on a Mac.
import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from './language.tsx';
import './kbd.css';

const isMac = /mac/i.test(navigator.platform);
const MAC_SIGNS: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' };
const SIGNS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Backspace: '⌫' };
const NAMES: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: {
    Shift: 'Maj',
    Enter: 'Entrée',
    Space: 'Espace',
    Escape: 'Échap',
    PageUp: 'Page ↑',
    PageDown: 'Page ↓',
    Delete: 'Suppr',
    Home: 'Début',
    End: 'Fin',
    Insert: 'Inser',
    ContextMenu: 'Menu',
  },
  en: { Escape: 'Esc', PageUp: 'Page ↑', PageDown: 'Page ↓', Delete: 'Del', ContextMenu: 'Menu' },
};
const PAD: Readonly<Record<'fr' | 'en', string>> = { fr: 'Pavé', en: 'Pad' };
const PAD_SIGNS: Readonly<Record<string, string>> = { Add: '+', Subtract: '−', Multiply: '×', Divide: '÷', Decimal: ',', Enter: '↵' };

/** What the present layout writes with a key's place, where the browser tells: `KeyQ` is A in France. */
let letters: ReadonlyMap<string, string> = new Map();

function useLetters(keys: string): ReadonlyMap<string, string> {
  const [known, setKnown] = useState(letters);
  const isAsked = /(?:Key|Digit)[A-Z0-9]$/.test(keys) && known.size === 0;
  useEffect(() => {
    const keyboard = (navigator as { keyboard?: { getLayoutMap?: () => Promise<ReadonlyMap<string, string>> } }).keyboard;
    if (!isAsked || !keyboard?.getLayoutMap) return;
    keyboard.getLayoutMap().then(
      (map) => {
        letters = map;
        setKnown(map);
      },
      () => undefined,
    );
  }, [isAsked]);
  return known;
}

function partName(part: string, language: 'fr' | 'en', map: ReadonlyMap<string, string>): string {
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(part)?.[1];
  if (place) return (part.startsWith('Digit') ? place : (map.get(part) ?? place)).toUpperCase();
  const pad = /^Num(\d|[A-Z][a-z]+)$/.exec(part)?.[1];
  if (pad && pad !== 'Lock') return `${PAD[language]} ${PAD_SIGNS[pad] ?? pad}`;
  return (isMac ? MAC_SIGNS[part] : undefined) ?? SIGNS[part] ?? NAMES[language][part] ?? part;
}

/** `Ctrl++`: the sign that stands between keys may be one. */
function partsOf(keys: string): string[] {
  return keys.match(/[^+]+|\+$/g) ?? [];
}

/** A chord as it is said: « Ctrl Maj Z »; in a sentence `between` its keys stands a +. */
export function useKeyWords(between: ' ' | '+' = ' '): (keys: string) => string {
  const { language } = useLanguage();
  return useCallback(
    (keys) =>
      partsOf(keys)
        .map((part) => partName(part, language, letters))
        .join(isMac ? '' : between),
    [language, between],
  );
}

export function Kbd({ keys }: { keys: string }) {
  const { language } = useLanguage();
  const map = useLetters(keys);
  return (
    <kbd className="kbd">
      {partsOf(keys)
        .map((part) => partName(part, language, map))
        .join(isMac ? '' : ' ')}
    </kbd>
  );
}
