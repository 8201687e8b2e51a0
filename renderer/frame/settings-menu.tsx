// Theme and language of the window.
import { Settings2 } from 'lucide-react';
import { LANGUAGES } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx';
import { THEMES, useTheme } from '../ui/theme.tsx';

export function SettingsMenu() {
  const { language, choose: chooseLanguage } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const text = frameText[language];
  return (
    <Menu trigger={<IconButton icon={Settings2} label={text.settings} />} label={text.settings} placement="bottom end">
      <MenuSection title={text.theme}>
        {THEMES.map((name) => (
          <MenuItem key={name} label={text.themes[name]} isChosen={theme === name} onAction={() => chooseTheme(name)} />
        ))}
      </MenuSection>
      <MenuSection title={text.language}>
        {LANGUAGES.map((name) => (
          <MenuItem key={name} label={text.languages[name]} isChosen={language === name} onAction={() => chooseLanguage(name)} />
        ))}
      </MenuSection>
    </Menu>
  );
}
