// The project's title, and what can be done with the project as a whole.
import {
  ArchiveRestore,
  ChevronDown,
  FileOutput,
  FolderSearch,
  GitMerge,
  Home,
  KeyRound,
  Lock,
  PencilLine,
  ShieldCheck,
  Users,
  VenetianMask,
  X,
} from 'lucide-react';
import { useState } from 'react';
import type { Problem, ProjectInfo } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { teamText } from '../../shared/i18n/team.ts';
import { protectionText } from '../../shared/i18n/protection.ts';
import { backupsText } from '../../shared/i18n/backups.ts';
import { pseudonymText } from '../../shared/i18n/pseudonym.ts';
import { leavingText } from '../../shared/i18n/leaving.ts';
import { callDesktop, isDesktop } from '../core.ts';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import { mergeText } from '../../shared/i18n/merge.ts';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { RepairButton } from '../backups/repair-button.tsx';
import { LeavingDialog } from '../leaving/leaving-dialog.tsx';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { ConfidentialityDialog } from '../people-protected/confidentiality-dialog.tsx';
import { PasswordDialog } from '../protection/password-dialog.tsx';
import { TeamDialog } from '../team/team-dialog.tsx';
import { PrintMenuItem } from '../printing/print-menu-item.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { useActions } from './offered-actions.ts';
import { ProjectDialog } from './project-dialog.tsx';
import { useItemKeys } from './use-keymap.ts';

/** Looks for anything wrong in the project, and keeps what was found until it was read. */
function useCheck() {
  const text = useText(frameText);
  const run = useRun();
  const notify = useNotify();
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);
  const check = async () => {
    const found = await run('project.check', {});
    if (!found) return;
    if (found.length === 0) notify({ text: text.checkSound, kind: 'done' });
    else setProblems(found);
  };
  return { problems, check, forget: () => setProblems(null) };
}

type Shown = 'details' | 'password' | 'confidentiality' | 'team' | 'backups' | 'leaving' | 'merging';

/** What the menu, the command field and the keys can do with the project as a whole. */
function useRuns(project: ProjectInfo, setShown: (shown: Shown) => void, check: () => Promise<void>) {
  const run = useRun();
  const { go } = useNavigation();
  const { take } = useProject();
  const close = async () => {
    if ((await run('project.close', {})) === undefined) return;
    take(null);
    go({ screen: 'home' });
  };
  return {
    ...(project.isReadOnly
      ? {}
      : {
          projectDetails: () => setShown('details'),
          mergeCopy: () => setShown('merging'),
          workAsTeam: () => setShown('team'),
          password: () => setShown('password'),
        }),
    ...(project.isProtected ? { lockNow: () => void run('protection.lockNow', {}) } : {}),
    checkProject: () => void check(),
    backups: () => setShown('backups'),
    confidentiality: () => setShown('confidentiality'),
    exportFor: () => setShown('leaving'),
    closeProject: () => void close(),
  };
}

export function ProjectMenu({ project }: { project: ProjectInfo }) {
  const text = useText(frameText);
  const teamWords = useText(teamText);
  const { go } = useNavigation();
  const leaving = useText(leavingText);
  const merging = useText(mergeText);
  const backups = useText(backupsText);
  const protection = useText(protectionText);
  const confidentiality = useText(pseudonymText);
  const [shown, setShown] = useState<Shown | null>(null);
  const hide = () => setShown(null);
  const { problems, check, forget } = useCheck();
  const runs = useRuns(project, setShown, check);
  useActions(() => runs);
  const keys = useItemKeys();
  return (
    <>
      <MenuButton
        label={text.projectMenu}
        variant="quiet"
        className="project-title"
        content={
          <>
            <span className="project-title-words">{project.title}</span>
            <ChevronDown size={14} aria-hidden />
          </>
        }
      >
        <MenuItem
          label={text.projectDetails}
          icon={PencilLine}
          onAction={() => setShown('details')}
          isDisabled={project.isReadOnly}
          {...keys('projectDetails')}
        />
        <MenuItem label={teamWords.menu} icon={Users} onAction={() => setShown('team')} isDisabled={project.isReadOnly} {...keys('workAsTeam')} />
        <MenuItem
          label={protection.menu}
          icon={KeyRound}
          onAction={() => setShown('password')}
          isDisabled={project.isReadOnly}
          {...keys('password')}
        />
        <MenuItem label={confidentiality.open} icon={VenetianMask} onAction={() => setShown('confidentiality')} {...keys('confidentiality')} />
        <MenuItem label={text.checkProject} icon={ShieldCheck} onAction={() => void check()} {...keys('checkProject')} />
        <PrintMenuItem piece={null} />
        <MenuItem label={merging.open} icon={GitMerge} onAction={() => setShown('merging')} isDisabled={project.isReadOnly} {...keys('mergeCopy')} />
        <MenuItem label={backups.open} icon={ArchiveRestore} onAction={() => setShown('backups')} {...keys('backups')} />
        <MenuItem label={leaving.open} icon={FileOutput} onAction={() => setShown('leaving')} {...keys('exportFor')} />
        {isDesktop ? <MenuItem label={text.revealProject} icon={FolderSearch} onAction={() => void callDesktop('desktop.revealProject')} /> : null}
        <MenuSeparator />
        <MenuItem label={text.allProjects} icon={Home} onAction={() => go({ screen: 'home' })} {...keys('home')} />
        {runs.lockNow ? <MenuItem label={protection.lockNow} icon={Lock} onAction={runs.lockNow} {...keys('lockNow')} /> : null}
        <MenuItem label={text.closeProject} icon={X} onAction={runs.closeProject} {...keys('closeProject')} />
      </MenuButton>
      {shown === null ? null : <ShownWindow shown={shown} project={project} onClose={hide} />}
      {problems ? <Problems problems={problems} onClose={forget} /> : null}
    </>
  );
}

function ShownWindow({ shown, project, onClose }: { shown: Shown; project: ProjectInfo; onClose: () => void }) {
  if (shown === 'team') return <TeamDialog onClose={onClose} />;
  if (shown === 'details') return <ProjectDialog project={project} onClose={onClose} />;
  if (shown === 'password') return <PasswordDialog project={project} onClose={onClose} />;
  if (shown === 'merging') return <MergeDialog onClose={onClose} />;
  if (shown === 'confidentiality') return <ConfidentialityDialog onClose={onClose} isReadOnly={project.isReadOnly} />;
  return shown === 'backups' ? <BackupsDialog onClose={onClose} /> : <LeavingDialog onClose={onClose} />;
}

function Problems({ problems, onClose }: { problems: readonly Problem[]; onClose: () => void }) {
  const text = useText(frameText);
  return (
    <Dialog isOpen title={text.checkProblems(problems.length)} onClose={onClose} actions={<RepairButton projectRef={null} />}>
      <ul className="problems">
        {problems.map((problem) => (
          <li key={`${problem.where} ${problem.what}`}>
            <b>{problem.what}</b>
            <span className="quiet">{text.checkWhere(problem.where)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
