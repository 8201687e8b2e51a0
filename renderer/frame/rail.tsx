// The way between screens, at the left edge.
import { BookMarked, ChartNetwork, FolderOpen, Grid3x3, Highlighter, History, MessagesSquare, NotebookPen, Search } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { frameText } from '../../shared/i18n/frame.ts';
import { useNavigation } from '../navigation.tsx';
import { classes } from '../ui/classes.ts';
import { useText } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { RAIL_SCREENS } from './keys.ts';
import type { RailScreen } from './keys.ts';
import { shownKeys, useKeymap } from './use-keymap.ts';

const ICONS: Record<RailScreen, LucideIcon> = {
  corpus: FolderOpen,
  coding: Highlighter,
  grids: BookMarked,
  matrices: Grid3x3,
  search: Search,
  analysis: ChartNetwork,
  memos: NotebookPen,
  review: MessagesSquare,
  history: History,
};

export function Rail() {
  const text = useText(frameText);
  const { place, go } = useNavigation();
  const keymap = useKeymap();
  return (
    <nav className="rail" data-panel aria-label={text.rail}>
      {RAIL_SCREENS.map((screen) => {
        const Icon = ICONS[screen];
        const isHere = place.screen === screen;
        return (
          <Tooltip key={screen} text={text.screens[screen]} keys={shownKeys(keymap, `screen.${screen}`)} placement="right">
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
