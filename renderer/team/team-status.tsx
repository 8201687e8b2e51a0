// In the window's last line, for a project that is worked on together: where the exchange stands, who else is here, what waits to be settled.
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { teamText } from '../../shared/i18n/team.ts';
import { call } from '../core.ts';
import { useNavigation } from '../navigation.tsx';
import { useText } from '../ui/language.tsx';
import { useQuery } from '../ui/use-query.ts';
import { TeamDialog } from './team-dialog.tsx';
import './team.css';

export function TeamStatus() {
  const text = useText(teamText);
  const { data: team } = useQuery('team.status', {});
  const [isOpen, setOpen] = useState(false);
  usePresence(team !== undefined && team !== null);
  if (!team) return null;
  const others = team.members.filter(({ isHere, isSelf }) => isHere && !isSelf).length;
  return (
    <>
      <Button className="status-bar-button team-status" onPress={() => setOpen(true)}>
        <span className={`team-dot team-dot-${team.state}`} aria-hidden />
        {text.stateNamed(text.state(team.state, team.pending))}
        {others > 0 ? ` · ${text.others(others)}` : ''}
        {team.settlements.length > 0 ? <b> · {text.toSettleCount(team.settlements.length)}</b> : null}
      </Button>
      {isOpen ? <TeamDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The others see which screen, and which source or matrix, this window shows. */
function usePresence(isInTeam: boolean): void {
  const { place } = useNavigation();
  const id = place.sourceId ?? place.matrixId ?? null;
  useEffect(() => {
    // nobody waits for it: where it does not arrive, the others see less
    if (isInTeam) call('team.here', { screen: place.screen, id }).catch(() => undefined);
  }, [isInTeam, place.screen, id]);
}
