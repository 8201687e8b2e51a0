// The members: what they may do, who is here now, and where.
import { UserMinus } from 'lucide-react';
import type { TeamMemberCard, TeamOverview } from '../../shared/domain/team.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { teamText } from '../../shared/i18n/team.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';

export function Members({ team }: { team: TeamOverview }) {
  const { language } = useLanguage();
  const text = teamText[language];
  const run = useRun();
  const confirm = useConfirm();

  const remove = async ({ id, name }: TeamMemberCard) => {
    if (await confirm({ title: text.removeAsk(name), text: text.removeMeans, action: text.remove, isDanger: true }))
      await run('team.remove', { memberId: id });
  };
  const whereabouts = ({ leftAt, joinedAt, isSelf, isHere, placeName }: TeamMemberCard): string => {
    if (leftAt !== null) return text.left(formatDate(language, leftAt));
    if (isSelf) return text.you;
    if (!isHere) return text.joined(formatDate(language, joinedAt));
    return placeName === null ? text.here : `${text.here}, ${text.lookingAt(placeName)}`;
  };
  return (
    <section>
      <h3 className="team-heading">{text.members}</h3>
      <ul className="team-members">
        {team.members.map((member) => (
          <li key={member.id} className={member.leftAt === null ? 'team-member' : 'team-member team-member-left'}>
            <span className={member.isHere ? 'team-dot team-dot-upToDate' : 'team-dot'} aria-hidden />
            <b>{member.name}</b>
            <span title={text.roleMeans[member.role]}>{text.roles[member.role]}</span>
            <span className="quiet team-where">{whereabouts(member)}</span>
            {team.role === 'researcher' && !member.isSelf && member.leftAt === null ? (
              <IconButton icon={UserMinus} label={text.removeAsk(member.name)} onPress={() => void remove(member)} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
