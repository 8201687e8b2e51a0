// The project's title, and what can be done with the project as a whole.
import { ArchiveRestore, ChevronDown, FileOutput, FolderSearch, GitMerge, Home, PencilLine, ShieldCheck, Users, X } from 'lucide-react';
import { useState } from 'react';
import type { Problem, ProjectInfo } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { teamText } from '../../shared/i18n/team.ts';
import { backupsText } from '../../shared/i18n/backups.ts';
import { leavingText } from '../../shared/i18n/leaving.ts';
import { callDesktop, isDesktop } from '../core.ts';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import { mergeText } from '../../shared/i18n/merge.ts';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { LeavingDialog } from '../leaving/leaving-dialog.tsx';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
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

export function ProjectMenu({ project }: { project: ProjectInfo }) {
  const text = useText(frameText);
  const teamWords = useText(teamText);
  const run = useRun();
  const notify = useNotify();
  const { go } = useNavigation();
  const { take } = useProject();
  const leaving = useText(leavingText);
  const merging = useText(mergeText);
  const [isEditing, setEditing] = useState(false);
  const [isTeaming, setTeaming] = useState(false);
  const backups = useText(backupsText);
  const [isBackingUp, setBackingUp] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);

  const check = async () => {
    const found = await run('project.check', {});
    if (!found) return;
    if (found.length === 0) notify({ text: text.checkSound, kind: 'done' });
    else setProblems(found);
  };
  const close = async () => {
    if ((await run('project.close', {})) === undefined) return;
    take(null);
    go({ screen: 'home' });
  };
  const runs = {
    ...(project.isReadOnly ? {} : { projectDetails: () => setEditing(true), mergeCopy: () => setMerging(true), workAsTeam: () => setTeaming(true) }),
    checkProject: () => void check(),
    backups: () => setBackingUp(true),
    exportFor: () => setLeaving(true),
    closeProject: () => void close(),
  };
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
          onAction={() => setEditing(true)}
          isDisabled={project.isReadOnly}
          {...keys('projectDetails')}
        />
        <MenuItem label={teamWords.menu} icon={Users} onAction={() => setTeaming(true)} isDisabled={project.isReadOnly} {...keys('workAsTeam')} />
        <MenuItem label={text.checkProject} icon={ShieldCheck} onAction={() => void check()} {...keys('checkProject')} />
        <PrintMenuItem piece={null} />
        <MenuItem label={merging.open} icon={GitMerge} onAction={() => setMerging(true)} isDisabled={project.isReadOnly} {...keys('mergeCopy')} />
        <MenuItem label={backups.open} icon={ArchiveRestore} onAction={() => setBackingUp(true)} {...keys('backups')} />
        <MenuItem label={leaving.open} icon={FileOutput} onAction={() => setLeaving(true)} {...keys('exportFor')} />
        {isDesktop ? <MenuItem label={text.revealProject} icon={FolderSearch} onAction={() => void callDesktop('desktop.revealProject')} /> : null}
        <MenuSeparator />
        <MenuItem label={text.allProjects} icon={Home} onAction={() => go({ screen: 'home' })} {...keys('home')} />
        <MenuItem label={text.closeProject} icon={X} onAction={() => void close()} {...keys('closeProject')} />
      </MenuButton>
      {isTeaming ? <TeamDialog onClose={() => setTeaming(false)} /> : null}
      {isEditing ? <ProjectDialog project={project} onClose={() => setEditing(false)} /> : null}
      {isMerging ? <MergeDialog onClose={() => setMerging(false)} /> : null}
      {isBackingUp ? <BackupsDialog onClose={() => setBackingUp(false)} /> : null}
      {isLeaving ? <LeavingDialog onClose={() => setLeaving(false)} /> : null}
      {problems ? <Problems problems={problems} onClose={() => setProblems(null)} /> : null}
    </>
  );
}

function Problems({ problems, onClose }: { problems: readonly Problem[]; onClose: () => void }) {
  const text = useText(frameText);
  return (
    <Dialog isOpen title={text.checkProblems(problems.length)} onClose={onClose}>
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
