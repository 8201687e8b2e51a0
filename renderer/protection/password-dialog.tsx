// The project's password: given, changed, taken away; and how long the project stays open when nobody is there.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { ProjectInfo } from '../../shared/domain/project.ts';
import { LOCK_AFTER_MINUTES } from '../../shared/domain/protection.ts';
import type { LockAfter } from '../../shared/domain/protection.ts';
import { protectionText } from '../../shared/i18n/protection.ts';
import { uiText } from '../../shared/i18n/ui.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Select } from '../ui/select.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';
import { NewPassword, isNewPassword } from './new-password.tsx';
import type { TypedTwice } from './new-password.tsx';
import { PasswordField } from './password-field.tsx';

const NOTHING_TYPED: TypedTwice = { password: '', again: '' };

function LockAfterChoice() {
  const text = useText(protectionText);
  const run = useRun();
  const { data: minutes, refresh } = useQuery('protection.lockAfter', {});
  if (minutes === undefined) return null;
  const idOf = (each: LockAfter): string => String(each);
  const choose = async (id: string) => {
    const chosen = LOCK_AFTER_MINUTES.find((each) => idOf(each) === id);
    if (chosen !== undefined) await run('protection.setLockAfter', { minutes: chosen });
    refresh();
  };
  return (
    <Select
      label={text.lockAfter}
      options={LOCK_AFTER_MINUTES.map((each) => ({ id: idOf(each), label: text.after(each) }))}
      value={idOf(minutes)}
      onChange={(id) => void choose(id)}
    />
  );
}

export function PasswordDialog({ project, onClose }: { project: ProjectInfo; onClose: () => void }) {
  const text = useText(protectionText);
  const words = useText(uiText);
  const run = useRun();
  const notify = useNotify();
  const { take } = useProject();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [working, setWorking] = useState<'protecting' | 'removing' | null>(null);
  const { isProtected } = project;
  const hasCurrent = !isProtected || current !== '';

  const finish = (changed: ProjectInfo | undefined) => {
    setWorking(null);
    if (!changed) return;
    take(changed);
    notify({ text: changed.isProtected ? text.isProtected : text.isPlain, kind: 'done' });
    onClose();
  };
  const protect = async () => {
    setWorking('protecting');
    finish(await run('protection.set', { password: typed.password, ...(isProtected ? { current } : {}) }));
  };
  const remove = async () => {
    setWorking('removing');
    finish(await run('protection.remove', { current }));
  };
  return (
    <Dialog
      isOpen
      isAlert
      title={isProtected ? text.titleProtected : text.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          {isProtected ? (
            <Button variant="danger" onPress={() => void remove()} isDisabled={current === '' || working !== null}>
              {text.remove}
            </Button>
          ) : null}
          <Button variant="primary" type="submit" form="password" isDisabled={!hasCurrent || !isNewPassword(typed) || working !== null}>
            {isProtected ? text.change : text.protect}
          </Button>
        </>
      }
    >
      <Form
        id="password"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (hasCurrent && isNewPassword(typed)) void protect();
        }}
      >
        <p className="quiet">{text.what}</p>
        {isProtected ? <PasswordField label={text.current} value={current} onChange={setCurrent} autoFocus /> : null}
        <NewPassword typed={typed} onChange={setTyped} label={isProtected ? text.newPassword : text.password} autoFocus={!isProtected} />
        {isProtected ? <LockAfterChoice /> : null}
        <ul className="protection-notes">
          {[text.forgotten, text.recordings, text.exports, isProtected ? text.removeText : text.oldPages].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        {working ? <ProgressBar label={text[working]} done={0} total={0} /> : null}
      </Form>
    </Dialog>
  );
}
