// What others overtook and no rule could join: both sides, and the choice.
import { commandWords } from '../../shared/i18n/command-words.ts';
import { formatDate, formatTime } from '../../shared/i18n/date.ts';
import { teamText } from '../../shared/i18n/team.ts';
import type { SettlementCard, SettlementSide } from '../../shared/domain/team.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useRun } from '../ui/use-run.ts';

const LONGEST_SHOWN = 300;

export function SettleList({ settlements }: { settlements: readonly SettlementCard[] }) {
  const text = teamText[useLanguage().language];
  const run = useRun();
  return (
    <section className="team-settling">
      <h3 className="team-heading">{text.toSettleCount(settlements.length)}</h3>
      <p className="quiet">{text.toSettleIntro}</p>
      <ul>
        {settlements.map(({ id, reason, mine, theirs }) => (
          <li key={id} className="team-settlement">
            <p className="team-reason">{text.reasons[reason]}</p>
            <div className="team-sides">
              <div>
                {mine.map((side, index) => (
                  <Side key={`${index} ${side.at}`} side={side} who={text.mine} />
                ))}
                <Button size="small" onPress={() => void run('team.settle', { settlementId: id, choice: 'mine' })}>
                  {text.keepMine}
                </Button>
              </div>
              <div>
                {theirs.map((side, index) => (
                  <Side key={`${index} ${side.at}`} side={side} who={text.theirs(side.coderName || text.nobody)} />
                ))}
                <Button size="small" onPress={() => void run('team.settle', { settlementId: id, choice: 'theirs' })}>
                  {theirs.length > 0 ? text.keepTheirs : text.dropMine}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({ side: { command, subject, kind, at, value }, who }: { side: SettlementSide; who: string }) {
  const { language } = useLanguage();
  const text = teamText[language];
  const act = commandWords(language, { command, subject });
  return (
    <div className="team-side">
      <span>
        <b>{who}</b>{' '}
        <span className="quiet">
          {formatDate(language, at)} {formatTime(language, at)}
        </span>
      </span>
      <span>{kind === 'undo' ? text.undid(act) : kind === 'redo' ? text.redid(act) : act}</span>
      {value === null || act.includes(value) ? null : (
        <blockquote>{value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value}</blockquote>
      )}
    </div>
  );
}
