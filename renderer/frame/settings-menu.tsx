// Theme and language of the window, one-hand coding, the session counter.
import { Settings2 } from 'lucide-react';
import { LANGUAGES } from '../../shared/domain/project.ts';
import { actionsText } from '../../shared/i18n/actions.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { openAbout } from '../about/about-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx';
import { THEMES, useTheme } from '../ui/theme.tsx';
import { HANDS } from './hand-layouts.ts';
import type { OneHand } from './use-keymap.ts';
import type { Sitting } from './use-sitting.ts';

/** `work` is given while a project is open. */
export function SettingsMenu({ work }: { work?: { oneHand: OneHand; sitting: Sitting } }) {
  const { language, choose: chooseLanguage } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const text = frameText[language];
  const words = actionsText[language].actions;
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
      {work ? <WorkSettings {...work} /> : null}
      <MenuSection title="Trame">
        <MenuItem label={words.licences} onAction={() => openAbout('licences')} />
        <MenuItem label={words.update} onAction={() => openAbout('update')} />
      </MenuSection>
    </Menu>
  );
}

function WorkSettings({ oneHand, sitting }: { oneHand: OneHand; sitting: Sitting }) {
  const words = useText(actionsText);
  return (
    <>
      <MenuSection title={words.oneHand}>
        {HANDS.map((hand) => (
          <MenuItem key={hand} label={words.hands[hand]} isChosen={oneHand.hand === hand} onAction={() => oneHand.choose(hand)} />
        ))}
        {oneHand.hand !== 'none' && !oneHand.hasLegend ? <MenuItem label={words.showLegend} onAction={() => oneHand.showLegend(true)} /> : null}
      </MenuSection>
      <MenuSection title={words.sitting}>
        <MenuItem label={words.sittingCounter} isChosen={sitting.isShown} onAction={() => sitting.show(!sitting.isShown)} />
      </MenuSection>
    </>
  );
}
