// The window's theme: the system's until another one is chosen; written on <html> so that tokens.css alone knows colours.
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'trame.theme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

function shown(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return systemIsDark.matches ? 'dark' : 'light';
}

/** To call before the first paint, so that a dark window never flashes white. */
export function paintTheme(theme: Theme = storedTheme()): void {
  document.documentElement.dataset['theme'] = shown(theme);
}

interface ThemeChoice {
  readonly theme: Theme;
  /** What the choice comes to on this system, now. */
  readonly shown: 'light' | 'dark';
  readonly choose: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeChoice>({ theme: 'system', shown: 'light', choose: () => undefined });

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const [visible, setVisible] = useState(() => shown(theme));

  useEffect(() => {
    const apply = () => {
      paintTheme(theme);
      setVisible(shown(theme));
    };
    apply();
    systemIsDark.addEventListener('change', apply);
    return () => systemIsDark.removeEventListener('change', apply);
  }, [theme]);

  const choose = useCallback((next: Theme) => {
    localStorage.setItem(STORED, next);
    setTheme(next);
  }, []);
  const value = useMemo(() => ({ theme, shown: visible, choose }), [theme, visible, choose]);
  return <ThemeContext.Provider value={value}>{children}</ThemeContext.Provider>;
}

export function useTheme(): ThemeChoice {
  return useContext(ThemeContext);
}
