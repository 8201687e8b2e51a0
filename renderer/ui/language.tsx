// The window's language: the system's at first, then the one chosen; screens take their words through it.
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Language } from '../../shared/domain/project.ts';
import type { Texts } from '../../shared/i18n/text.ts';

const STORED = 'trame.language';

function initialLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'fr' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'fr', choose: () => undefined });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(initialLanguage);
  const choose = useCallback((next: Language) => {
    localStorage.setItem(STORED, next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ language, choose }), [language, choose]);
  return (
    <LanguageContext.Provider value={value}>
      <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>{children}</I18nProvider>
    </LanguageContext.Provider>
  );
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The words of one screen in the window's language. */
export function useText<T>(texts: Texts<T>): T {
  return texts[useLanguage().language];
}
