// Working together, all of it in one place: making the team, who is in it and who is here, inviting, what waits to be settled, leaving.
import type { TeamOverview } from '../../shared/domain/team.ts';
import { teamText } from '../../shared/i18n/team.ts';
import { useProject } from '../project.tsx';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { sentenceOf, useRun } from '../ui/use-run.ts';
import { Founding } from './founding.tsx';
import { InviteForm } from './invite-form.tsx';
import { Members } from './members.tsx';
import { ServerLines } from './server-lines.tsx';
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
      {team.role === 'researcher' ? <ServerOfTeam /> : null}
      <p className="quiet team-note">{text.recordings}</p>
      <Button variant="quiet" className="team-leave" onPress={() => void leave()}>
        {text.leave}
      </Button>
    </div>
  );
}

/** Nothing where the server lets everybody in. */
function ServerOfTeam() {
  const text = useText(teamText);
  const { data: server } = useQuery('team.server', {});
  return server?.lines ? <ServerLines label={text.serverLines} hint={text.serverLinesMean} lines={server.lines} /> : null;
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
