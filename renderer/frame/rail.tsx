// The way between screens, at the left edge.
import { BookMarked, FolderOpen, Grid3x3, Highlighter, History, NotebookPen } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { frameText } from '../../shared/i18n/frame.ts';
import { isDesktop } from '../core.ts';
import { useNavigation } from '../navigation.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { RAIL_SCREENS } from './keys.ts';
import type { RailScreen } from './keys.ts';

const ICONS: Record<RailScreen, LucideIcon> = {
  corpus: FolderOpen,
  coding: Highlighter,
  grids: BookMarked,
  matrices: Grid3x3,
  memos: NotebookPen,
  history: History,
};

/** `Ctrl+1`; in a browser, which keeps that for its tabs, `Alt+1`. */
export function screenKeys(screen: RailScreen): string {
  return `${isDesktop ? 'Ctrl' : 'Alt'}+${RAIL_SCREENS.indexOf(screen) + 1}`;
}

export function Rail() {
  const text = useText(frameText);
  const { place, go } = useNavigation();
  return (
    <nav className="rail" data-panel aria-label={text.rail}>
      {RAIL_SCREENS.map((screen) => {
        const Icon = ICONS[screen];
        const isHere = place.screen === screen;
        return (
          <Tooltip key={screen} text={text.screens[screen]} keys={screenKeys(screen)} placement="right">
            <Button
              className={classes('rail-button', isHere && 'rail-button-here')}
              onPress={() => go({ screen })}
              aria-current={isHere ? 'page' : 'false'}
            >
              <Icon size={18} strokeWidth={1.6} aria-hidden />
              {text.screens[screen]}
            </Button>
          </Tooltip>
        );
      })}
    </nav>
  );
}
