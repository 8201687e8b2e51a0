// The grids' screen: the trees on the left, the card of what is chosen in the middle, its passages on the right.
import { useCallback, useEffect, useState } from 'react';
import type { Codebook } from '../../shared/domain/category.ts';
import type { CategoryId, GridId } from '../../shared/domain/ids.ts';
import { codebookText } from '../../shared/i18n/codebook.ts';
import { codebookVersionsText } from '../../shared/i18n/codebook-versions.ts';
import { codebookWorkText } from '../../shared/i18n/codebook-work.ts';
import { BoardScreen } from '../board/board-screen.tsx';
import { useNavigation } from '../navigation.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { Workspace } from '../ui/workspace.tsx';
import { ActPopover } from './act-popover.tsx';
import type { Act } from './act-popover.tsx';
import { CategoryCard } from './category-card.tsx';
import { chosenIn } from './chosen.ts';
import type { Choose, Chosen, View } from './chosen.ts';
import './cards.css';
import './codebook.css';
import './gallery.css';
import './passages.css';
import { Gallery } from './gallery.tsx';
import { GridCard } from './grid-card.tsx';
import { GridsPanel } from './grids-panel.tsx';
import { MergeView } from './merge-view.tsx';
import { NewGrid } from './new-grid.tsx';
import { PassagesPanel } from './passages-panel.tsx';
import { SplitView } from './split-view.tsx';
import { StructureView } from './structure-view.tsx';
import { VersionsView } from './versions-view.tsx';
import './work.css';
import { useGridFiles } from './use-grid-files.ts';

export function CodebookScreen() {
  const words = useText(codebookText);
  const work = useText(codebookWorkText);
  const versionWords = useText(codebookVersionsText);
  const { data: codebook } = useQuery('codebook.read', {});
  const { place, adjust } = useNavigation();
  const [view, setView] = useState<View>('card');
  const [act, setAct] = useState<Act | null>(null);

  const choose = useCallback(
    (gridId: GridId, categoryId?: CategoryId) => {
      setView('card');
      adjust({ screen: 'grids', gridId, ...(categoryId === undefined ? {} : { categoryId }) });
    },
    [adjust],
  );
  // Coming here from elsewhere (the command field, a memo) shows what was asked for.
  useEffect(() => setView('card'), [place.gridId, place.categoryId]);

  if (!codebook) return null;
  if (place.view === 'board') return <BoardScreen codebook={codebook} />;
  const chosen = chosenIn(codebook, place);
  const shown = chosen === null && view !== 'newGrid' ? 'gallery' : view;
  const title = chosen?.category?.name ?? chosen?.grid.title ?? words.grids;
  const labels: Record<View, string> = {
    card: title,
    merge: words.mergeTitle(title),
    split: work.splitTitle(title),
    versions: versionWords.versionsOf(title),
    structure: work.structureOf(title),
    gallery: words.galleryTitle,
    newGrid: words.newGridTitle,
  };
  const category = shown === 'card' ? (chosen?.category ?? null) : null;
  return (
    <>
      <Workspace
        name="codebook"
        leftLabel={words.grids}
        contentLabel={labels[shown]}
        rightLabel={words.passagesTitle}
        defaults={{ leftWidth: 304, rightWidth: 380 }}
        left={
          codebook.length === 0 ? undefined : (
            <GridsPanel
              codebook={codebook}
              chosen={shown === 'gallery' || shown === 'newGrid' ? null : chosen}
              onChoose={choose}
              onAct={setAct}
              onView={setView}
            />
          )
        }
        right={category ? <PassagesPanel key={category.id} codebook={codebook} grid={chosen?.grid} category={category} /> : undefined}
      >
        <div className="codebook-middle">
          <h1 className="visually-hidden">{words.grids}</h1>
          <Middle codebook={codebook} chosen={chosen} view={shown} onChoose={choose} onAct={setAct} onView={setView} />
        </div>
      </Workspace>
      {act ? <ActPopover key={act.key} act={act} onChoose={choose} onClose={() => setAct(null)} /> : null}
    </>
  );
}

interface MiddleProps {
  codebook: Codebook;
  chosen: Chosen | null;
  view: View;
  onChoose: Choose;
  onAct: (act: Act) => void;
  onView: (view: View) => void;
}

function Middle({ codebook, chosen, view, onChoose, onAct, onView }: MiddleProps) {
  const files = useGridFiles(codebook, onChoose);
  const back = () => onView('card');
  if (view === 'gallery')
    return (
      <Gallery
        codebook={codebook}
        onChoose={onChoose}
        onNewGrid={() => onView('newGrid')}
        onImport={files.importGrid}
        onClose={codebook.length > 0 ? back : null}
      />
    );
  if (view === 'newGrid') return <NewGrid onCreate={files.createGrid} onClose={back} />;
  if (chosen === null) return null;
  const { grid, category } = chosen;
  if (view === 'versions') return <VersionsView key={grid.id} grid={grid} onClose={back} />;
  if (view === 'structure') return <StructureView key={grid.id} grid={grid} onChoose={onChoose} onClose={back} />;
  if (category === null) return <GridCard key={grid.id} grid={grid} onChoose={onChoose} onAct={onAct} onView={onView} />;
  if (view === 'merge') return <MergeView key={category.id} codebook={codebook} grid={grid} category={category} onChoose={onChoose} onClose={back} />;
  if (view === 'split') return <SplitView key={category.id} grid={grid} category={category} onChoose={onChoose} onClose={back} />;
  return (
    <CategoryCard
      key={category.id}
      grid={grid}
      category={category}
      onChoose={onChoose}
      onAct={onAct}
      onMerge={() => onView('merge')}
      onSplit={() => onView('split')}
    />
  );
}
