// The left panel: the grids of the project, one tree each, with a filter over all of them.
import { FileUp, LibraryBig, ListPlus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
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
  const shown = isFiltering ? codebook.filter((grid) => (keptByFilter(grid.categories, query)?.shown.size ?? 0) > 0) : codebook;
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
          {isFiltering ? <IconButton icon={X} label={words.clearFilter} size="small" onPress={() => setQuery('')} /> : null}
        </div>
      </div>
      <div className="codebook-trees">
        {shown.map((grid) => (
          <GridSection
            key={grid.id}
            grid={grid}
            query={query}
            chosen={chosen?.grid.id === grid.id ? chosen : null}
            onChoose={onChoose}
            onAct={onAct}
          />
        ))}
        {isFiltering && shown.length === 0 ? <p className="codebook-note quiet">{words.noneFound(query)}</p> : null}
      </div>
      <p className="codebook-keys">{words.treeKeys}</p>
    </div>
  );
}

function AddMenu({ codebook, onChoose, onView }: Pick<GridsPanelProps, 'codebook' | 'onChoose' | 'onView'>) {
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
}
