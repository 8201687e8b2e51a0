// A key or a chord, written as on the keyboard in the window's language: `Ctrl+Shift+Z`; with a Mac's own signs on a Mac.
import { useLanguage } from './language.tsx';
import './kbd.css';

const isMac = /mac/i.test(navigator.platform);
const MAC_SIGNS: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' };
const NAMES: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: { Shift: 'Maj', Enter: 'Entrée', Space: 'Espace', Escape: 'Échap', PageUp: 'Page ↑', PageDown: 'Page ↓' },
  en: { Escape: 'Esc', PageUp: 'Page ↑', PageDown: 'Page ↓' },
};

export function Kbd({ keys }: { keys: string }) {
  const { language } = useLanguage();
  const parts = keys.split('+').map((part) => (isMac ? MAC_SIGNS[part] : undefined) ?? NAMES[language][part] ?? part);
  return <kbd className="kbd">{parts.join(isMac ? '' : ' ')}</kbd>;
}
