// One turn that asks: its words, the question of the guide it is taken for, and what was said of that.
import { Check, RotateCcw, X } from 'lucide-react';
import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { Guide, MatchStatus } from '../../shared/domain/guide.ts';
import type { GuideQuestionId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useText } from '../ui/language.tsx';
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx';
import type { MatchRow, NumberedQuestion } from './matches-model.ts';
import { useOpenTurn } from './use-open-turn.ts';

interface MatchItemProps {
  row: MatchRow;
  sourceId: string;
  sourceName: string;
  questions: ReadonlyMap<GuideQuestionId, NumberedQuestion>;
  guide: Guide;
  isReadOnly: boolean;
  onSettle: (status: MatchStatus | null) => void;
  onChoose: (questionId: GuideQuestionId) => void;
}

export function MatchItem(props: MatchItemProps) {
  const { row, sourceId, sourceName, questions, isReadOnly, onSettle } = props;
  const { turn, match } = row;
  const text = useText(guideText);
  const openTurn = useOpenTurn();
  const asked = match ? questions.get(match.questionId) : undefined;
  const status = match ? (match.status ?? 'proposed') : 'none';
  const citation = citationOf(sourceName, turn.number);
  const statusText = { proposed: text.proposed, confirmed: text.confirmed, rejected: text.rejected, none: text.noMatch }[status];
  return (
    <GridListItem
      id={row.key}
      className={classes('guide-match', `guide-match-${status}`)}
      textValue={[turn.words, asked?.question.text ?? text.noMatch, statusText].join(' — ')}
    >
      <AriaButton className="guide-cite number" aria-label={text.openTurn(citation)} onPress={() => openTurn(sourceId, turn.turnId)}>
        §{turn.number}
      </AriaButton>
      <p className="guide-said">{turn.words}</p>
      <div className="guide-asked">
        {asked ? (
          <>
            <p className="guide-asked-question">
              <span className="guide-number number">{asked.number}.</span> {asked.question.text}
            </p>
            <p className="guide-asked-theme">
              {match ? <Likeness score={match.score} /> : null}
              {asked.theme.name}
            </p>
          </>
        ) : (
          <p className="guide-asked-none">{text.noMatch}</p>
        )}
      </div>
      <div className="guide-match-acts">
        <span className={classes('guide-status', `guide-status-${status}`)}>{status === 'none' ? null : statusText}</span>
        {isReadOnly ? null : (
          <>
            {match && status !== 'confirmed' ? (
              <IconButton icon={Check} size="small" label={text.confirm} className="guide-confirm" onPress={() => onSettle('confirmed')} />
            ) : null}
            {status === 'proposed' ? <IconButton icon={X} size="small" label={text.reject} onPress={() => onSettle('rejected')} /> : null}
            {match && status !== 'proposed' ? <IconButton icon={RotateCcw} size="small" label={text.reopen} onPress={() => onSettle(null)} /> : null}
            <QuestionMenu {...props} />
          </>
        )}
      </div>
    </GridListItem>
  );
}

function Likeness({ score }: { score: number }) {
  const text = useText(guideText);
  const percent = Math.round(score * 100);
  return (
    <span className="guide-likeness" title={text.scoreLabel(percent)}>
      <span className="guide-likeness-track" aria-hidden>
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      <span className="number">{text.score(percent)}</span>
    </span>
  );
}

function QuestionMenu({ row, guide, questions, onChoose }: MatchItemProps) {
  const text = useText(guideText);
  const label = row.match ? text.otherQuestion : text.chooseQuestion;
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={
        <Button size="small" variant="quiet" aria-label={label}>
          {row.match ? '…' : label}
        </Button>
      }
    >
      {guide.themes
        .filter((theme) => theme.questions.length > 0)
        .map((theme) => (
          <MenuSection key={theme.id} title={theme.name || guide.title}>
            {theme.questions.map(({ id, text: words }) => (
              <MenuItem
                key={id}
                label={`${questions.get(id)?.number ?? ''}. ${words.replace(/ (?=[?!:;»])/gu, '\u00a0')}`}
                isChosen={row.match?.questionId === id && row.match.status === 'confirmed'}
                onAction={() => onChoose(id)}
              />
            ))}
          </MenuSection>
        ))}
    </Menu>
  );
}
