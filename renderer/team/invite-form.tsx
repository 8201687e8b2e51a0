// An invitation for one person: a link to copy, or the same as a file to pass on.
import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { TEAM_ROLES } from '../../shared/domain/team-role.ts';
import type { TeamRole } from '../../shared/domain/team-role.ts';
import { teamText } from '../../shared/i18n/team.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { base64Of, saveFile } from '../ui/save-file.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useRun } from '../ui/use-run.ts';

interface Invitation {
  readonly name: string;
  readonly link: string;
  readonly fileName: string;
}

export function InviteForm() {
  const text = useText(teamText);
  const run = useRun();
  const [name, setName] = useState('');
  const [role, setRole] = useState<TeamRole>('coder');
  const [made, setMade] = useState<Invitation | null>(null);

  const invite = async () => {
    const invitation = await run('team.invite', { name, role });
    if (!invitation) return;
    setMade({ name, ...invitation });
    setName('');
  };
  return (
    <section>
      <h3 className="team-heading">{text.invite}</h3>
      <Form
        className="team-invite"
        onSubmit={(event) => {
          event.preventDefault();
          void invite();
        }}
      >
        <TextField label={text.inviteName} value={name} onChange={setName} maxLength={200} />
        <Select
          label={text.role}
          hint={text.roleMeans[role]}
          options={TEAM_ROLES.map((id) => ({ id, label: text.roles[id] }))}
          value={role}
          onChange={setRole}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {text.invite}
        </Button>
      </Form>
      {made ? <Made invitation={made} /> : null}
    </section>
  );
}

function Made({ invitation: { name, link, fileName } }: { invitation: Invitation }) {
  const text = useText(teamText);
  const notify = useNotify();
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    notify({ text: text.copied, kind: 'done' });
  };
  return (
    <div className="team-invitation">
      <b>{text.invitationFor(name)}</b>
      <code className="team-link">{link}</code>
      <span className="team-buttons">
        <Button size="small" onPress={() => void copy()}>
          <Copy size={13} aria-hidden />
          {text.copyLink}
        </Button>
        <Button size="small" onPress={() => saveFile({ fileName, mime: 'text/plain', base64: base64Of(`${link}\n`) })}>
          <Download size={13} aria-hidden />
          {text.saveInvitation}
        </Button>
      </span>
      <span className="quiet">{text.invitationSecret}</span>
    </div>
  );
}
