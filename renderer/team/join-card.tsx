// On the home screen: the way into a team's project, with the link or the file that somebody passed on.
import { Users } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger, Form } from 'react-aria-components';
import { teamText } from '../../shared/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useText } from '../ui/language.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';
import './team.css';

export function JoinCard({ onEnter }: { onEnter: () => void }) {
  const text = useText(teamText);
  const [isJoining, setJoining] = useState(false);
  return (
    <div className="home-card">
      <Button onPress={() => setJoining(true)}>
        <Users size={15} aria-hidden />
        {text.join}
      </Button>
      {isJoining ? <JoinDialog onClose={() => setJoining(false)} onEnter={onEnter} /> : null}
    </div>
  );
}

function JoinDialog({ onClose, onEnter }: { onClose: () => void; onEnter: () => void }) {
  const text = useText(teamText);
  const run = useRun();
  const [invitation, setInvitation] = useState('');
  const [name, setName] = useState('');
  const [isComing, setComing] = useState(false);

  const join = async () => {
    setComing(true);
    const project = await run('team.join', { invitation, ...(name.trim() === '' ? {} : { name: name.trim() }) });
    setComing(false);
    if (!project) return;
    onClose();
    onEnter();
  };
  return (
    <Dialog
      isOpen
      title={text.joinTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.cancel}</Button>
          <Button variant="primary" type="submit" form="join" isDisabled={invitation.trim() === ''} isPending={isComing}>
            {isComing ? text.joining : text.joinGo}
          </Button>
        </>
      }
    >
      <Form
        id="join"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <p>{text.joinIntro}</p>
        <TextArea label={text.joinLink} value={invitation} onChange={setInvitation} rows={4} autoFocus maxLength={50_000} />
        <FileTrigger onSelect={(files) => void files?.item(0)?.text().then(setInvitation)}>
          <Button className="team-go">{text.joinFile}</Button>
        </FileTrigger>
        <TextField label={text.joinName} hint={text.joinNameHint} value={name} onChange={setName} maxLength={200} />
      </Form>
    </Dialog>
  );
}
