// Which group of cases is shown, and what can be done with it.
import { MoreHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Corpus } from '../../shared/contract/corpus.ts';
import type { CaseGroup } from '../../shared/domain/corpus.ts';
import { corpusLinksText } from '../../shared/i18n/corpus-links.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useNotify } from '../ui/notify.tsx';
import { Popover } from '../ui/popover.tsx';
import { Select } from '../ui/select.tsx';
import { useRun } from '../ui/use-run.ts';
import type { Scope } from './corpus-model.ts';
import { NameForm } from './name-form.tsx';

const ALL = 'all';

interface GroupFilterProps {
  corpus: Corpus;
  isReadOnly: boolean;
  scope: (Scope & { readonly kind: 'group' }) | null;
  onScope: (scope: Scope | null) => void;
}

export function GroupFilter({ corpus, isReadOnly, scope, onScope }: GroupFilterProps) {
  const text = useText(corpusLinksText);
  if (corpus.groups.length === 0) return null;
  const group = corpus.groups.find(({ id }) => id === scope?.id);
  return (
    <div className="corpus-groups">
      <Select
        label={text.groupOf}
        hidesLabel
        value={group?.id ?? ALL}
        onChange={(id: string) => {
          const next = corpus.groups.find((one) => one.id === id);
          onScope(next ? { kind: 'group', id: next.id } : null);
        }}
        options={[
          { id: ALL as string, label: text.groupShown(text.allCases, corpus.cases.length) },
          ...corpus.groups.map(({ id, name, caseIds }) => ({ id: id as string, label: text.groupShown(name, caseIds.length) })),
        ]}
      />
      {group && !isReadOnly ? <GroupMenu group={group} onGone={() => onScope(null)} /> : null}
    </div>
  );
}

function GroupMenu({ group, onGone }: { group: CaseGroup; onGone: () => void }) {
  const text = useText(corpusLinksText);
  const run = useRun();
  const notify = useNotify();
  const [isRenaming, setRenaming] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const remove = async () => {
    if ((await run('caseGroup.remove', { groupId: group.id })) === undefined) return;
    onGone();
    notify({ text: text.groupRemoved(group.name), kind: 'done', action: { label: text.undo, onPress: () => void run('history.undo', {}) } });
  };
  return (
    <span ref={anchor}>
      <Menu
        trigger={<IconButton icon={MoreHorizontal} label={text.groupActions(group.name)} size="small" />}
        label={text.groupActions(group.name)}
        placement="bottom end"
      >
        <MenuItem label={text.renameGroup} onAction={() => setRenaming(true)} />
        <MenuItem label={text.removeGroup} onAction={() => void remove()} isDanger />
      </Menu>
      <Popover label={text.renameGroup} triggerRef={anchor} isOpen={isRenaming} onOpenChange={setRenaming}>
        <NameForm
          label={text.groupName}
          action={text.keep}
          value={group.name}
          onSubmit={async (name) => {
            const done = await run('caseGroup.rename', { groupId: group.id, name });
            if (done !== undefined) setRenaming(false);
            return done;
          }}
        />
      </Popover>
    </span>
  );
}
