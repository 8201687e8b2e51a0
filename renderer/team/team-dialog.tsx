// Working together, all of it in one place: making the team, who is in it and who is here, inviting, what waits to be settled, leaving.
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { TeamOverview } from '../../shared/domain/team.ts';
import { teamText } from '../../shared/i18n/team.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf, useRun } from '../ui/use-run.ts';
import { InviteForm } from './invite-form.tsx';
import { Members } from './members.tsx';
import { SettleList } from './settle-list.tsx';
import './team.css';

export function TeamDialog({ onClose }: { onClose: () => void }) {
  const text = useText(teamText);
  const { data: team } = useQuery('team.status', {});
  return (
    <Dialog isOpen size="wide" title={text.title} onClose={onClose} className="team-dialog" actions={<Button onPress={onClose}>{text.close}</Button>}>
      {team === undefined ? null : team === null ? <Founding /> : <Team team={team} onClose={onClose} />}
    </Dialog>
  );
}

function Founding() {
  const text = useText(teamText);
  const run = useRun();
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [isCreating, setCreating] = useState(false);

  const create = async () => {
    setCreating(true);
    await run('team.create', { address: address.trim(), ...(user === '' ? {} : { user, password }) });
    setCreating(false);
  };
  return (
    <Form
      className="form team-founding"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <p>{text.intro}</p>
      <TextField label={text.address} value={address} onChange={setAddress} placeholder={text.addressExample} autoFocus maxLength={1000} />
      <div className="team-pair">
        <TextField label={text.user} hint={text.optional} value={user} onChange={setUser} maxLength={200} autoComplete="off" />
        <TextField label={text.password} value={password} onChange={setPassword} type="password" maxLength={500} autoComplete="off" />
      </div>
      <p className="quiet">{text.network}</p>
      <Button variant="primary" type="submit" isDisabled={address.trim() === ''} isPending={isCreating} className="team-go">
        {isCreating ? text.creating : text.create}
      </Button>
    </Form>
  );
}

function Team({ team, onClose }: { team: TeamOverview; onClose: () => void }) {
  const text = useText(teamText);
  const run = useRun();
  const confirm = useConfirm();

  const leave = async () => {
    const unsent = team.pending > 0 ? ` ${text.leaveUnsent(team.pending)}` : '';
    if (!(await confirm({ title: text.leaveAsk, text: `${text.leaveMeans}${unsent}`, action: text.leave, isDanger: true }))) return;
    if ((await run('team.leave', {})) !== undefined) onClose();
  };
  return (
    <div className="team">
      <p className="team-line">
        <span className={`team-dot team-dot-${team.state}`} aria-hidden />
        <b>{text.state(team.state, team.pending)}</b>
        <span className="quiet">
          {text.server} {team.address} · {text.roles[team.role]}
        </span>
      </p>
      {team.problem ? <Problem team={team} /> : null}
      {team.settlements.length > 0 ? <SettleList settlements={team.settlements} /> : null}
      <Members team={team} />
      {team.role === 'researcher' && team.state !== 'stopped' ? <InviteForm /> : null}
      <Button variant="quiet" className="team-leave" onPress={() => void leave()}>
        {text.leave}
      </Button>
    </div>
  );
}

/** Of these, taking the team's project again is the way out. */
const MENDABLE: ReadonlySet<string> = new Set(['team.diverged', 'team.streamBroken', 'team.undecipherable']);

function Problem({ team }: { team: TeamOverview }) {
  const text = useText(teamText);
  const { language } = useLanguage();
  const { take } = useProject();
  const run = useRun();
  const { problem } = team;
  if (!problem) return null;
  const mend = async () => {
    const project = await run('team.mend', {});
    if (project) take(project);
  };
  return (
    <section className="team-problem" role="alert">
      <h3>{text.problem}</h3>
      <p>{sentenceOf({ kind: 'refusal', ...problem }, language)}</p>
      {MENDABLE.has(problem.code) ? (
        <>
          <p className="quiet">{text.mendMeans}</p>
          <Button onPress={() => void mend()}>{text.mend}</Button>
        </>
      ) : null}
    </section>
  );
}
