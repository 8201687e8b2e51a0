// One grid in the left panel: its title, which opens its card, and its tree, which folds away.
import { ChevronRight, Plus } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Grid } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { nextActKey } from './act-popover.tsx';
import type { Act } from './act-popover.tsx';
import type { Choose, Chosen } from './chosen.ts';
import { GridTree } from './grid-tree.tsx';
import { codingsOfGrid } from './tree-view.ts';
import type { Kept } from './tree-view.ts';

interface GridSectionProps {
  grid: Grid;
  /** What the filter leaves; null while nothing is filtered. */
  kept: Kept | null;
  /** Given where this grid or one of its categories is chosen. */
  chosen: Chosen | null;
  onChoose: Choose;
  onAct: (act: Act) => void;
}

export function GridSection({ grid, kept, chosen, onChoose, onAct }: GridSectionProps) {
  const words = useText(codebookText);
  const [isOpen, setIsOpen] = useState(true);
  const chosenId = chosen?.category?.id;
  useEffect(() => {
    if (chosenId !== undefined) setIsOpen(true);
  }, [chosenId]);
  const section = useRef<HTMLDivElement>(null);
  const isCardShown = chosen !== null && chosen.category === null;
  useEffect(() => {
    if (isCardShown) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isCardShown]);
  const fold = useCallback(() => setIsOpen((before) => !before), []);

  const isShown = isOpen || kept !== null;
  return (
    <div ref={section} className="codebook-grid">
      <GridHead grid={grid} isShown={isShown} isCardShown={isCardShown} onFold={fold} onChoose={onChoose} onAct={onAct} />
      {isShown && grid.categories.length > 0 ? <GridTree grid={grid} kept={kept} chosenId={chosenId} onChoose={onChoose} onAct={onAct} /> : null}
      {isShown && grid.categories.length === 0 ? <p className="codebook-note quiet">{words.emptyGrid}</p> : null}
    </div>
  );
}

interface GridHeadProps extends Pick<GridSectionProps, 'grid' | 'onChoose' | 'onAct'> {
  isShown: boolean;
  isCardShown: boolean;
  onFold: () => void;
}

/** Stays as it is while letters are typed into the filter. */
const GridHead = memo(function GridHead({ grid, isShown, isCardShown, onFold, onChoose, onAct }: GridHeadProps) {
  const words = useText(codebookText);
  const { language } = useLanguage();
  const codings = codingsOfGrid(grid.categories);
  return (
    <div className={classes('codebook-grid-head', isCardShown && 'codebook-grid-chosen')}>
      <Button
        className="codebook-grid-fold"
        aria-expanded={isShown}
        aria-label={isShown ? words.fold(grid.title) : words.unfold(grid.title)}
        onPress={onFold}
      >
        <ChevronRight size={14} aria-hidden />
      </Button>
      <Button className="codebook-grid-title" aria-label={words.showGrid(grid.title)} onPress={() => onChoose(grid.id)}>
        <span title={grid.title}>{grid.title}</span>
      </Button>
      <IconButton
        icon={Plus}
        size="small"
        className="codebook-grid-add"
        label={words.newTop}
        onPress={(event) => onAct({ key: nextActKey(), kind: 'create', anchor: event.target, grid, parent: null })}
      />
      <span className="codebook-total number" title={words.codings(codings)}>
        {formatNumber(language, codings)}
      </span>
    </div>
  );
});
