// The left panel: the grids of the project, one tree each, with a filter over all of them.
import { FileUp, LibraryBig, ListPlus, Plus, X } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { useActionKeys } from '../frame/use-keymap.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Act } from './act-popover.tsx';
import type { Choose, Chosen, View } from './chosen.ts';
import { GridSection } from './grid-section.tsx';
import { keptByFilter } from './tree-view.ts';
import { useGridFiles } from './use-grid-files.ts';
import { useJsonPicker } from './use-json-picker.tsx';

interface GridsPanelProps {
  codebook: Codebook;
  chosen: Chosen | null;
  onChoose: Choose;
  onAct: (act: Act) => void;
  onView: (view: View) => void;
}

export function GridsPanel({ codebook, chosen, onChoose, onAct, onView }: GridsPanelProps) {
  const words = useText(codebookText);
  const [query, setQuery] = useState('');
  const isFiltering = query.trim() !== '';
  const filtered = useMemo(() => codebook.map((grid) => ({ grid, kept: keptByFilter(grid.categories, query) })), [codebook, query]);
  const shown = filtered.filter(({ kept }) => kept === null || kept.shown.size > 0);
  return (
    <div className="codebook-panel">
      <div className="codebook-panel-head">
        <SectionTitle level={2} end={<AddMenu codebook={codebook} onChoose={onChoose} onView={onView} />}>
          {words.grids}
        </SectionTitle>
        <div className="codebook-filter">
          <TextField
            label={words.filter}
            hidesLabel
            placeholder={words.filterPlaceholder}
            value={query}
            onChange={setQuery}
            onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
          />
          {/* there from the beginning: the first letter has enough to draw */}
          <IconButton
            icon={X}
            label={words.clearFilter}
            size="small"
            className={query === '' ? 'codebook-filter-idle' : ''}
            isDisabled={query === ''}
            onPress={() => setQuery('')}
          />
        </div>
      </div>
      <div className="codebook-trees" data-scrolls>
        <div>
          {shown.map(({ grid, kept }) => (
            <GridSection
              key={grid.id}
              grid={grid}
              kept={kept}
              chosen={chosen?.grid.id === grid.id ? chosen : null}
              onChoose={onChoose}
              onAct={onAct}
            />
          ))}
          {isFiltering && shown.length === 0 ? <p className="codebook-note quiet">{words.noneFound(query)}</p> : null}
        </div>
      </div>
      <TreeKeys />
    </div>
  );
}

const MOVES = ['categoryUp', 'categoryDown', 'categoryIn', 'categoryOut'] as const;

/** The keys as they are now; one that was taken away is not named. */
const TreeKeys = memo(function TreeKeys() {
  const { treeKeys } = useText(codebookText);
  const keysOf = useActionKeys();
  const moves = MOVES.flatMap((id) => keysOf(id) ?? []);
  const hint = (chords: readonly (string | undefined)[], what: string) =>
    chords.some((chord) => chord !== undefined) ? (
      <span className="codebook-key">
        {chords.map((chord) => (chord === undefined ? null : <Kbd key={chord} keys={chord} />))} {what}
      </span>
    ) : null;
  return (
    <p className="codebook-keys">
      {hint([keysOf('renameCategory')], treeKeys.renameCategory)}
      {hint([keysOf('removeCategory')], treeKeys.removeCategory)}
      {hint(
        moves.length === MOVES.length && moves.every((chord) => chord.startsWith('Alt+Shift+Arrow')) ? ['Alt+Shift+↑↓←→'] : moves,
        treeKeys.moves,
      )}
    </p>
  );
});

const AddMenu = memo(function AddMenu({ codebook, onChoose, onView }: Pick<GridsPanelProps, 'codebook' | 'onChoose' | 'onView'>) {
  const words = useText(codebookText);
  const { importGrid } = useGridFiles(codebook, onChoose);
  const { field, open } = useJsonPicker(importGrid);
  return (
    <>
      <Menu
        label={words.addGrid}
        placement="bottom end"
        trigger={
          <Button size="small" variant="quiet">
            <Plus size={14} aria-hidden />
            {words.addGrid}
          </Button>
        }
      >
        <MenuItem icon={LibraryBig} label={words.shippedGrids} onAction={() => onView('gallery')} />
        <MenuItem icon={ListPlus} label={words.newGrid} onAction={() => onView('newGrid')} />
        <MenuItem icon={FileUp} label={words.importGrid} onAction={open} />
      </Menu>
      {field}
    </>
  );
});
