// The frame of an open project: title bar, rail, the present screen, status bar, and the keys that work everywhere.
import { Suspense, lazy, useState } from 'react';
import type { ComponentType } from 'react';
import type { ProjectInfo } from '../shared/domain/project.ts';
import { CorpusScreen } from './corpus/corpus-screen.tsx';
import { CommandPalette } from './frame/command-palette.tsx';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import './frame/frame.css';
import { KeySheet } from './frame/key-sheet.tsx';
import { Rail } from './frame/rail.tsx';
import { StatusBar } from './frame/status-bar.tsx';
import { TitleBar } from './frame/title-bar.tsx';
import { useGlobalKeys } from './frame/use-global-keys.ts';
import { useHistory } from './frame/use-history.ts';
import { HistoryScreen } from './history/history-screen.tsx';
import { DropTarget } from './import/drop-target.tsx';
import { useNavigation } from './navigation.tsx';
import type { Screen } from './navigation.tsx';

const screens: Record<Exclude<Screen, 'home'>, ComponentType> = {
  corpus: CorpusScreen,
  coding: lazy(async () => ({ default: (await import('./reader/reader-screen.tsx')).ReaderScreen })),
  grids: lazy(async () => ({ default: (await import('./codebook/codebook-screen.tsx')).CodebookScreen })),
  matrices: lazy(async () => ({ default: (await import('./matrices/matrices-screen.tsx')).MatricesScreen })),
  memos: lazy(async () => ({ default: (await import('./memos/memos-screen.tsx')).MemosScreen })),
  history: HistoryScreen,
};

type Overlay = 'commands' | 'keys' | null;

export function Workbench({ project }: { project: ProjectInfo }) {
  const { place } = useNavigation();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const history = useHistory();
  useGlobalKeys({
    undo: history.undo,
    redo: history.redo,
    openCommands: () => setOverlay('commands'),
    openKeys: () => setOverlay('keys'),
  });

  const Screen = place.screen === 'home' ? CorpusScreen : screens[place.screen];
  const close = () => setOverlay(null);
  return (
    <div className="frame">
      <TitleBar project={project} onCommands={() => setOverlay('commands')} />
      <Rail />
      <main className="frame-screen">
        <ErrorBoundary key={place.screen}>
          <Suspense fallback={null}>
            <Screen />
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar history={history} />
      {project.isReadOnly ? null : <DropTarget />}
      {overlay === 'commands' ? <CommandPalette history={history} onKeys={() => setOverlay('keys')} onClose={close} /> : null}
      {overlay === 'keys' ? <KeySheet onClose={close} /> : null}
    </div>
  );
}
