// The whole window: what every screen relies on, then the home screen or the workbench of the open project.
import { useEffect, useRef } from 'react';
import { useReferences } from './frame/references.ts';
import { HomeScreen } from './home/home-screen.tsx';
import { ImportProvider } from './import/import-context.tsx';
import { NavigationProvider, useNavigation } from './navigation.tsx';
import { ProjectProvider, useProject } from './project.tsx';
import { ConfirmProvider } from './ui/confirm.tsx';
import { LanguageProvider } from './ui/language.tsx';
import { NotifyProvider } from './ui/notify.tsx';
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
                  <Window />
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
  const { place } = useNavigation();
  const title = project?.title;

  useEffect(() => {
    document.title = title === undefined ? 'Trame' : `${title} – Trame`;
  }, [title]);
  usePlaceOfProject();
  // after it: a reference into another project leads further than that project's first screen
  useReferences();

  if (project === undefined) return null;
  return project === null || place.screen === 'home' ? <HomeScreen /> : <Workbench project={project} />;
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
