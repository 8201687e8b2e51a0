// What Trame opens with: the projects at hand, a new one, the sample.
import { FilePlus2, FolderOpen, Footprints, Sparkles } from 'lucide-react';
import { useState } from 'react';
import type { ProjectListing } from '../../shared/domain/project.ts';
import { homeText } from '../../shared/i18n/home.ts';
import { CoreFailure, call, callDesktop, isDesktop } from '../core.ts';
import { HeldDialog, heldOf } from '../backups/held-dialog.tsx';
import type { Held } from '../backups/held-dialog.tsx';
import { SettingsMenu } from '../frame/settings-menu.tsx';
import { HelpButton } from '../help/help-button.tsx';
import { useHelp } from '../help/help-context.tsx';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf, useRun } from '../ui/use-run.ts';
import './home.css';
import { FirstRun } from './first-run.tsx';
import { NewProject } from './new-project.tsx';
import { ArrivalCard } from '../leaving/arrival-card.tsx';
import { JoinCard } from '../team/join-card.tsx';
import { ProjectList } from './project-list.tsx';

/** Ways into a project; each leads to its corpus. */
function useEntrances() {
  const { language } = useLanguage();
  const { go } = useNavigation();
  const { take } = useProject();
  const run = useRun();
  const notify = useNotify();
  const [isBuildingSample, setBuilding] = useState(false);
  const [held, setHeld] = useState<Held | null>(null);

  const enter = async () => {
    const project = await run('project.current', {});
    if (!project) return;
    take(project);
    go({ screen: 'corpus' });
  };
  const open = async (listing: ProjectListing) => {
    try {
      await call('project.open', { ref: listing.ref });
      await enter();
    } catch (error) {
      tell(error);
    }
  };
  /** A project that somebody else has open is asked about, any other failure is said. */
  const tell = (error: unknown) => {
    if (!(error instanceof CoreFailure)) throw error;
    // what waits for its password is asked for it in this screen's place
    if (error.failure.code === 'project.encrypted') return;
    const someone = heldOf(error.failure);
    if (someone) setHeld(someone);
    else notify({ text: sentenceOf(error.failure, language), kind: 'failure' });
  };
  const openSample = async () => {
    setBuilding(true);
    const project = await run('project.createSample', { language });
    setBuilding(false);
    if (project) await enter();
  };
  const openOther = async () => {
    try {
      if (await callDesktop('desktop.chooseProject')) await enter();
    } catch (error) {
      tell(error);
    }
  };
  const heldDialog = held ? (
    <HeldDialog
      held={held}
      onClose={() => setHeld(null)}
      onOpened={() => {
        setHeld(null);
        void enter();
      }}
    />
  ) : null;
  return { enter, open, openSample, openOther, isBuildingSample, heldDialog };
}

export function HomeScreen() {
  const { language } = useLanguage();
  const text = homeText[language];
  const { data: projects } = useQuery('project.list', {});
  const [isCreating, setCreating] = useState(false);
  const entrances = useEntrances();

  if (isCreating) {
    return (
      <main className="home">
        <NewProject onBack={() => setCreating(false)} onCreated={() => void entrances.enter()} />
      </main>
    );
  }
  const isFirstTime = projects?.length === 0;
  const folder = sharedFolder(projects ?? []);
  return (
    <main className="home">
      <header className="home-head">
        <div>
          <h1 className="home-name">Trame</h1>
          <p className="home-what">{text.what}</p>
        </div>
        <span className="home-tools">
          <HelpButton />
          <SettingsMenu />
        </span>
      </header>
      {projects === undefined ? null : (
        <div className={isFirstTime ? 'home-body home-body-first' : 'home-body'}>
          <section className="home-projects">
            <h2>{isFirstTime ? text.firstTime : text.projects}</h2>
            {isFirstTime ? <FirstRun /> : null}
            {isFirstTime ? <SampleCard isProminent entrances={entrances} /> : null}
            {entrances.heldDialog}
            {projects.length > 0 ? <ProjectList projects={projects} onOpen={(listing) => void entrances.open(listing)} /> : null}
          </section>
          <aside className="home-ways">
            <div className="home-card">
              <p className="quiet">{text.newProjectText}</p>
              <Button variant={isFirstTime ? 'plain' : 'primary'} onPress={() => setCreating(true)}>
                <FilePlus2 size={15} aria-hidden />
                {text.newProject}
              </Button>
            </div>
            {isFirstTime ? null : <SampleCard entrances={entrances} />}
            <ArrivalCard onEnter={() => void entrances.enter()} />
            <JoinCard onEnter={() => void entrances.enter()} />
            <div className="home-card">
              {isDesktop ? (
                <Button onPress={() => void entrances.openOther()}>
                  <FolderOpen size={15} aria-hidden />
                  {text.openOther}
                </Button>
              ) : (
                <p className="quiet">{text.openOtherBrowser(folder === null ? text.usualFolder : text.folderNamed(folder))}</p>
              )}
            </div>
          </aside>
        </div>
      )}
    </main>
  );
}

function SampleCard({ entrances, isProminent = false }: { entrances: ReturnType<typeof useEntrances>; isProminent?: boolean }) {
  const text = homeText[useLanguage().language];
  const { beginFirstHour } = useHelp();
  return (
    <div className={isProminent ? 'home-card home-card-prominent' : 'home-card'}>
      <h3>{text.sample}</h3>
      <p className="quiet">{text.sampleText}</p>
      <Button variant={isProminent ? 'primary' : 'plain'} onPress={() => void entrances.openSample()} isPending={entrances.isBuildingSample}>
        <Sparkles size={15} aria-hidden />
        {entrances.isBuildingSample ? text.buildingSample : text.openSample}
      </Button>
      <Button variant="quiet" onPress={beginFirstHour}>
        <Footprints size={15} aria-hidden />
        {text.firstHour}
      </Button>
    </div>
  );
}

/** The folder in which all listed projects lie; null when they come from several. */
function sharedFolder(projects: readonly ProjectListing[]): string | null {
  const folders = new Set(projects.map(({ folder }) => folder));
  return folders.size === 1 ? ([...folders][0] ?? null) : null;
}
