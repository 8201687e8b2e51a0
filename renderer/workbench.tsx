// The frame of an open project: title bar, rail, the present screen, status bar, and the keys that work everywhere.
import { Suspense, lazy, useState } from 'react';
import type { ComponentType } from 'react';
import type { ProjectInfo } from '../shared/domain/project.ts';
import { SafetyBanner } from './backups/safety-banner.tsx';
import { CorpusScreen } from './corpus/corpus-screen.tsx';
import { CommandPalette } from './frame/command-palette.tsx';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import './frame/frame.css';
import { KeySheet } from './frame/key-sheet.tsx';
import { Rail } from './frame/rail.tsx';
import { StatusBar } from './frame/status-bar.tsx';
import { TitleBar } from './frame/title-bar.tsx';
import { HandLegend } from './frame/hand-legend.tsx';
import { useHistory } from './frame/use-history.ts';
import { useOneHand, useStoredKeys } from './frame/use-keymap.ts';
import { useSitting } from './frame/use-sitting.ts';
import { useWindowActions } from './frame/use-window-actions.ts';
import { HistoryScreen } from './history/history-screen.tsx';
import { DropTarget } from './import/drop-target.tsx';
import { useNavigation } from './navigation.tsx';
import type { Screen } from './navigation.tsx';
import { ConfidentialityNotice } from './people-protected/confidentiality-notice.tsx';
import { PrintingHost } from './printing/printing-host.tsx';

const screens: Record<Exclude<Screen, 'home'>, ComponentType> = {
  corpus: CorpusScreen,
  coding: lazy(async () => ({ default: (await import('./reader/reader-screen.tsx')).ReaderScreen })),
  grids: lazy(async () => ({ default: (await import('./codebook/codebook-screen.tsx')).CodebookScreen })),
  matrices: lazy(async () => ({ default: (await import('./matrices/matrices-screen.tsx')).MatricesScreen })),
  search: lazy(async () => ({ default: (await import('./search/search-screen.tsx')).SearchScreen })),
  analysis: lazy(async () => ({ default: (await import('./analysis/analysis-screen.tsx')).AnalysisScreen })),
  memos: lazy(async () => ({ default: (await import('./memos/memos-screen.tsx')).MemosScreen })),
  review: lazy(async () => ({ default: (await import('./review/review-screen.tsx')).ReviewScreen })),
  history: HistoryScreen,
  autocode: lazy(async () => ({ default: (await import('./autocode/autocode-screen.tsx')).AutocodeScreen })),
};

type Overlay = 'commands' | 'keys' | null;

export function Workbench({ project }: { project: ProjectInfo }) {
  const { place } = useNavigation();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const history = useHistory();
  const oneHand = useOneHand();
  const sitting = useSitting(project);
  useStoredKeys();
  useWindowActions({
    history,
    openCommands: () => setOverlay('commands'),
    openKeys: () => setOverlay('keys'),
    oneHand,
    sitting,
    isReadOnly: project.isReadOnly,
  });

  const Screen = place.screen === 'home' ? CorpusScreen : screens[place.screen];
  const close = () => setOverlay(null);
  return (
    <div className="frame">
      <TitleBar project={project} oneHand={oneHand} sitting={sitting} onCommands={() => setOverlay('commands')} />
      <Rail />
      <main className="frame-screen">
        <SafetyBanner />
        <ConfidentialityNotice />
        <ErrorBoundary key={place.screen}>
          <Suspense fallback={null}>
            <Screen />
          </Suspense>
        </ErrorBoundary>
      </main>
      {place.screen === 'coding' && oneHand.hand !== 'none' && oneHand.hasLegend ? <HandLegend oneHand={oneHand} /> : null}
      <StatusBar history={history} sitting={sitting} />
      {project.isReadOnly ? null : <DropTarget />}
      <PrintingHost />
      {overlay === 'commands' ? <CommandPalette history={history} onClose={close} /> : null}
      {overlay === 'keys' ? <KeySheet onClose={close} /> : null}
    </div>
  );
}
