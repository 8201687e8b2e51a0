// What stands in the window while a project waits for its password: the file's name, and nothing of what is in it.
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { LockedProject } from '../../shared/domain/protection.ts';
import { protectionText } from '../../shared/i18n/protection.ts';
import { CoreFailure, call } from '../core.ts';
import { useNavigation } from '../navigation.tsx';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { rememberFor } from '../ui/project-memory.ts';
import { sentenceOf, useRun } from '../ui/use-run.ts';
import { putBack } from './kept-place.ts';
import type { KeptDraft } from './kept-place.ts';
import { PasswordField } from './password-field.tsx';

interface UnlockScreenProps {
  locked: LockedProject;
  onDrafts: (drafts: readonly KeptDraft[]) => void;
}

export function UnlockScreen({ locked, onDrafts }: UnlockScreenProps) {
  const { language } = useLanguage();
  const text = protectionText[language];
  const run = useRun();
  const { adjust } = useNavigation();
  const { take } = useProject();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [isOpening, setOpening] = useState(false);

  const unlock = async () => {
    if (password === '' || isOpening) return;
    setOpening(true);
    try {
      const { project, place } = await call('protection.unlock', { password });
      rememberFor(project);
      const before = putBack(place);
      adjust(before && before.place.screen !== 'home' ? before.place : { screen: 'corpus' });
      onDrafts(before?.drafts ?? []);
      take(project);
    } catch (failed) {
      setError(failed instanceof CoreFailure ? sentenceOf(failed.failure, language) : String(failed));
      setPassword('');
    }
    setOpening(false);
  };
  return (
    <main className="unlock">
      <Form
        className="unlock-card"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <Lock size={28} strokeWidth={1.5} aria-hidden className="unlock-icon" />
        <h1>{text.locked(locked.fileName)}</h1>
        <p className="quiet">{text.lockedText}</p>
        <PasswordField
          label={text.password}
          value={password}
          onChange={(value) => {
            setPassword(value);
            if (value !== '') setError(undefined);
          }}
          error={error}
          autoFocus
        />
        <div className="unlock-actions">
          <Button onPress={() => void run('protection.leave', {})}>{text.otherProject}</Button>
          <Button variant="primary" type="submit" isDisabled={password === ''} isPending={isOpening}>
            {isOpening ? text.unlocking : text.unlock}
          </Button>
        </div>
      </Form>
    </main>
  );
}
