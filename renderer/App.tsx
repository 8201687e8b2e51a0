// The whole window: what every screen relies on, then the home screen or the workbench of the open project.
import { useEffect } from 'react';
import { HomeScreen } from './home/home-screen.tsx';
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
                <Window />
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
  const { place, adjust } = useNavigation();
  const title = project?.title;

  useEffect(() => {
    document.title = title === undefined ? 'Trame' : `${title} – Trame`;
  }, [title]);
  // A place inside a project means nothing once the project is closed.
  useEffect(() => {
    if (project === null && place.screen !== 'home') adjust({ screen: 'home' });
  }, [project, place.screen, adjust]);

  if (project === undefined) return null;
  return project === null || place.screen === 'home' ? <HomeScreen /> : <Workbench project={project} />;
}
