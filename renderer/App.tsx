// The whole window: what every screen relies on, then the home screen or the workbench of the open project.
import { useEffect, useRef, useState } from 'react';
import { AboutHost } from './about/about-host.tsx';
import { CrashHost } from './crash/crash-host.tsx';
import { useReferences } from './frame/references.ts';
import { useGlobalKeys } from './frame/use-global-keys.ts';
import { HelpProvider } from './help/help-provider.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { ImportProvider } from './import/import-context.tsx';
import { NavigationProvider, useNavigation } from './navigation.tsx';
import { ProjectProvider, useProject } from './project.tsx';
import { DraftsDialog } from './protection/drafts-dialog.tsx';
import type { KeptDraft } from './protection/kept-place.ts';
import { UnlockScreen } from './protection/unlock-screen.tsx';
import { useLock } from './protection/use-lock.ts';
import { ConfirmProvider } from './ui/confirm.tsx';
import { LanguageProvider } from './ui/language.tsx';
import { NotifyProvider } from './ui/notify.tsx';
import { rememberFor } from './ui/project-memory.ts';
import { ThemeProvider } from './ui/theme.tsx';
import { Workbench } from './workbench.tsx';

export function App() {
  return (
    <ThemeProvider>
      <LanguageProvider>
        <NavigationProvider>
          <NotifyProvider>
            <ConfirmProvider>
              <ProjectProvider>
                <ImportProvider>
                  <CrashHost />
                  <HelpProvider>
                    <Window />
                    <AboutHost />
                  </HelpProvider>
                </ImportProvider>
              </ProjectProvider>
            </ConfirmProvider>
          </NotifyProvider>
        </NavigationProvider>
      </LanguageProvider>
    </ThemeProvider>
  );
}

function Window() {
  const { project } = useProject();
  const { locked, isLocking } = useLock();
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>([]);
  const { place } = useNavigation();
  const title = project?.title;

  useEffect(() => {
    document.title = title === undefined ? 'Trame' : `${title} – Trame`;
  }, [title]);
  usePlaceOfProject();
  useGlobalKeys();
  // after it: a reference into another project leads further than that project's first screen
  useReferences();

  rememberFor(project);
  if (project === undefined || isLocking || (project === null && locked === undefined)) return null;
  if (project === null && locked) return <UnlockScreen locked={locked} onDrafts={setDrafts} />;
  if (project === null || place.screen === 'home') return <HomeScreen />;
  return (
    <>
      <Workbench project={project} />
      {drafts.length > 0 ? <DraftsDialog drafts={drafts} onClose={() => setDrafts([])} /> : null}
    </>
  );
}

/** A place belongs to its project: none is left when the project closes, and another project (also one opened from the desktop's menu) begins at its corpus. */
function usePlaceOfProject(): void {
  const { project } = useProject();
  const { place, adjust } = useNavigation();
  const lastId = useRef<string | null | undefined>(undefined);
  const id = project === undefined ? undefined : (project?.id ?? null);

  useEffect(() => {
    if (id === undefined) return;
    const before = lastId.current;
    lastId.current = id;
    if (id === null && place.screen !== 'home') adjust({ screen: 'home' });
    // The first answer after a reload leaves a place as it is, but not the home screen in front of an open project.
    else if (id !== null && id !== before && (place.screen === 'home' || (before !== undefined && before !== null))) adjust({ screen: 'corpus' });
  }, [id, place.screen, adjust]);
}
