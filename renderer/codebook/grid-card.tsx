// The card of a grid: its title, where it comes from, what it is for, and its main categories.
import { Group, Plus, Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Input } from '../../shared/contract/contract.ts';
import type { Grid } from '../../shared/domain/category.ts';
import { boardText } from '../../shared/i18n/board.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { SectionTitle } from '../ui/section-title.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useRun } from '../ui/use-run.ts';
import { nextActKey } from './act-popover.tsx';
import type { Act } from './act-popover.tsx';
import type { Choose, View } from './chosen.ts';
import { GridFilesMenu } from './grid-files-menu.tsx';
import { codingCounts, codingsOfGrid, subtreeOf } from './tree-view.ts';

interface GridCardProps {
  grid: Grid;
  onChoose: Choose;
  onAct: (act: Act) => void;
  onView: (view: View) => void;
}

export function GridCard({ grid, onChoose, onAct, onView }: GridCardProps) {
  const words = useText(codebookText);
  const board = useText(boardText);
  const { go } = useNavigation();
  const run = useRun();
  const { project } = useProject();
  const isReadOnly = project?.isReadOnly === true;
  const update = async (change: Omit<Input<'grid.update'>, 'gridId'>) => (await run('grid.update', { gridId: grid.id, ...change })) !== undefined;
  return (
    <article className="codebook-card" aria-label={grid.title}>
      <header className="codebook-card-head">
        <SavedField
          className="codebook-card-name"
          label={words.gridTitle}
          hidesLabel
          isName
          isReadOnly={isReadOnly}
          value={grid.title}
          onKeep={(title) => update({ title })}
        />
      </header>
      <div className="codebook-card-facts">
        <span className="quiet">{words.gridCounts(grid.categories.length, codingsOfGrid(grid.categories))}</span>
        <div className="codebook-card-acts">
          {isReadOnly ? null : (
            <Button size="small" onPress={(event) => onAct({ key: nextActKey(), kind: 'create', anchor: event.target, grid, parent: null })}>
              <Plus size={14} aria-hidden />
              {words.newTop}
            </Button>
          )}
          <Button size="small" onPress={() => go({ screen: 'grids', view: 'board', gridId: grid.id })}>
            <Group size={14} aria-hidden />
            {board.open}
          </Button>
          <GridFilesMenu grid={grid} onView={onView} />
          {isReadOnly ? null : (
            <Button size="small" variant="danger" onPress={(event) => onAct({ key: nextActKey(), kind: 'removeGrid', anchor: event.target, grid })}>
              <Trash2 size={14} aria-hidden />
              {words.removeGrid}
            </Button>
          )}
        </div>
      </div>
      <div className="codebook-rule">
        <SavedField
          label={words.gridDescription}
          value={grid.description}
          placeholder={words.gridDescriptionPlaceholder}
          isReadOnly={isReadOnly}
          onKeep={(description) => update({ description })}
        />
        <SavedField
          label={words.gridSource}
          value={grid.source}
          placeholder={words.gridSourcePlaceholder}
          isReadOnly={isReadOnly}
          onKeep={(source) => update({ source })}
        />
      </div>
      {grid.categories.length > 0 ? <Tops grid={grid} onChoose={onChoose} /> : null}
    </article>
  );
}

function Tops({ grid, onChoose }: Pick<GridCardProps, 'grid' | 'onChoose'>) {
  const words = useText(codebookText);
  const { language } = useLanguage();
  const counts = codingCounts(grid.categories);
  return (
    <section>
      <SectionTitle>{words.tops}</SectionTitle>
      <ul className="codebook-tops">
        {grid.categories
          .filter(({ parentId }) => parentId === null)
          .map((category) => {
            const below = subtreeOf(grid.categories, category.id).length - 1;
            const total = counts.get(category.id)?.total ?? 0;
            return (
              <li key={category.id}>
                <AriaButton className="codebook-top" onPress={() => onChoose(grid.id, category.id)}>
                  <Swatch color={category.color} />
                  <span className="codebook-top-name">{category.name}</span>
                  <span className="codebook-top-definition quiet">{category.definition}</span>
                  <span className="quiet">{below > 0 ? words.subcategories(below) : ''}</span>
                  <span className="number" title={words.codings(total)}>
                    {formatNumber(language, total)}
                  </span>
                </AriaButton>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
