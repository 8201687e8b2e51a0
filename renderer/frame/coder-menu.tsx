// Who codes from now on, and the way to add someone.
import { UserPen, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import type { Coder } from '../../shared/domain/corpus.ts';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { codersText } from '../../shared/i18n/coders.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { BlindBadge, CoderFilter } from '../coders/coder-filter.tsx';
import { CodersDialog } from '../coders/coders-dialog.tsx';
import { useProject } from '../project.tsx';
import { useText } from '../ui/language.tsx';
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from '../ui/menu.tsx';
import { Swatch } from '../ui/swatch.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { useActions } from './offered-actions.ts';
import { CoderDialog } from './coder-dialog.tsx';

export function CoderMenu({ project }: { project: ProjectInfo }) {
  const text = useText(frameText);
  const run = useRun();
  const { refresh } = useProject();
  const { data: coders = [] } = useQuery('coder.list', {});
  const words = useText(codersText);
  const [edited, setEdited] = useState<Coder | 'new' | null>(null);
  const [isOpen, setOpen] = useState(false);
  const acting = coders.find((coder) => coder.id === project.coderId);

  const chooseCoder = async (coderId: Coder['id']) => {
    await run('coder.choose', { coderId });
    refresh();
  };
  useActions(() => (project.isReadOnly ? {} : { addCoder: () => setEdited('new'), openCoders: () => setOpen(true) }));
  return (
    <>
      <BlindBadge isReadOnly={project.isReadOnly} />
      <CoderFilter actingId={project.coderId} />
      <MenuButton
        label={text.coderMenu}
        variant="quiet"
        placement="bottom end"
        aria-label={acting ? text.codes(`${acting.initials} ${acting.name}`) : text.coderMenu}
        content={
          acting ? (
            <>
              <Swatch color={acting.color} />
              <b>{acting.initials}</b> <span className="coder-name">{acting.name}</span>
            </>
          ) : (
            text.coderMenu
          )
        }
      >
        <MenuSection title={text.coderMenu}>
          {coders.map((coder) => (
            <MenuItem
              key={coder.id}
              label={coder.name}
              before={<Swatch color={coder.color} />}
              isChosen={coder.id === project.coderId}
              onAction={() => void chooseCoder(coder.id)}
            />
          ))}
        </MenuSection>
        <MenuSeparator />
        <MenuItem label={text.addCoder} icon={UserPlus} onAction={() => setEdited('new')} />
        <MenuItem label={words.open} icon={Users} isDisabled={project.isReadOnly} onAction={() => setOpen(true)} />
        {acting ? <MenuItem label={text.editCoder} icon={UserPen} onAction={() => setEdited(acting)} /> : null}
      </MenuButton>
      {isOpen ? <CodersDialog actingId={project.coderId} onEdit={setEdited} onClose={() => setOpen(false)} /> : null}
      {edited ? (
        <CoderDialog coder={edited === 'new' ? null : edited} onClose={() => setEdited(null)} onAdded={(coderId) => void chooseCoder(coderId)} />
      ) : null}
    </>
  );
}
