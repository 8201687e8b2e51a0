// The project's title, and what can be done with the project as a whole.
import { ChevronDown, FileJson2, FolderSearch, Home, PencilLine, ShieldCheck, Table2, X } from 'lucide-react';
import { useState } from 'react';
import type { Problem, ProjectInfo } from '../../shared/domain/project.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { callDesktop, isDesktop } from '../core.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { PrintMenuItem } from '../printing/print-menu-item.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useRun } from '../ui/use-run.ts';
import { useActions } from './offered-actions.ts';
import { ProjectDialog } from './project-dialog.tsx';
import { useItemKeys } from './use-keymap.ts';

export function ProjectMenu({ project }: { project: ProjectInfo }) {
  const text = useText(frameText);
  const run = useRun();
  const notify = useNotify();
  const { go } = useNavigation();
  const { take } = useProject();
  const [isEditing, setEditing] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);

  const check = async () => {
    const found = await run('project.check', {});
    if (!found) return;
    if (found.length === 0) notify({ text: text.checkSound, kind: 'done' });
    else setProblems(found);
  };
  const exportAs = async (format: 'json' | 'csv') => {
    const file = await run('project.export', { format });
    if (file) saveFile(file);
  };
  const close = async () => {
    if ((await run('project.close', {})) === undefined) return;
    take(null);
    go({ screen: 'home' });
  };
  const runs = {
    ...(project.isReadOnly ? {} : { projectDetails: () => setEditing(true) }),
    checkProject: () => void check(),
    exportCsv: () => void exportAs('csv'),
    exportJson: () => void exportAs('json'),
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
        <MenuItem label={text.checkProject} icon={ShieldCheck} onAction={() => void check()} {...keys('checkProject')} />
        <PrintMenuItem piece={null} />
        <MenuItem label={text.exportCsv} icon={Table2} onAction={() => void exportAs('csv')} {...keys('exportCsv')} />
        <MenuItem label={text.exportJson} icon={FileJson2} onAction={() => void exportAs('json')} {...keys('exportJson')} />
        {isDesktop ? <MenuItem label={text.revealProject} icon={FolderSearch} onAction={() => void callDesktop('desktop.revealProject')} /> : null}
        <MenuSeparator />
        <MenuItem label={text.allProjects} icon={Home} onAction={() => go({ screen: 'home' })} {...keys('home')} />
        <MenuItem label={text.closeProject} icon={X} onAction={() => void close()} {...keys('closeProject')} />
      </MenuButton>
      {isEditing ? <ProjectDialog project={project} onClose={() => setEditing(false)} /> : null}
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
