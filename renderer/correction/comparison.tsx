// Two states of a text turn by turn: those that differ, with what came and what went.
import { useState } from 'react';
import type { TurnId } from '../../shared/domain/ids.ts';
import type { ChangedTurn, RevisionComparison } from '../../shared/domain/revision.ts';
import { correctionText } from '../../shared/i18n/correction.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/language.tsx';
import { DiffWords } from './words-diff.tsx';

/** Drawn at first, and with each further press. */
const AT_A_TIME = 40;

interface ComparisonProps {
  comparison: RevisionComparison;
  /** Undefined where there is nowhere to go. */
  onGo?: (turnId: TurnId) => void;
}

export function Comparison({ comparison, onGo }: ComparisonProps) {
  const text = useText(correctionText);
  const [shown, setShown] = useState(AT_A_TIME);
  const { turns, added, removed } = comparison;
  if (turns.length === 0) return <p className="quiet">{text.identical}</p>;
  return (
    <div className="correction-comparison">
      <p className="quiet">{text.comparison(turns.length, added, removed)}</p>
      <ol>
        {turns.slice(0, shown).map((turn, index) => (
          <ChangedLine key={turn.turnId ?? index} turn={turn} onGo={onGo} />
        ))}
      </ol>
      {turns.length > shown ? (
        <Button size="small" onPress={() => setShown(shown + AT_A_TIME)}>
          {text.moreTurns(Math.min(AT_A_TIME, turns.length - shown))}
        </Button>
      ) : null}
    </div>
  );
}

function ChangedLine({ turn, onGo }: { turn: ChangedTurn; onGo: ComparisonProps['onGo'] }) {
  const text = useText(correctionText);
  const { turnId, number, speaker, pieces } = turn;
  const title = [number === null ? null : `§${number}`, speaker].filter((part) => part !== null).join(' · ');
  const isEverywhere = (kind: string) => pieces.length > 0 && pieces.every((piece) => piece.kind === kind);
  return (
    <li>
      <div className="correction-turn-head">
        <b>{title}</b>
        {turnId === null || isEverywhere('removed') ? <span className="quiet">{text.gone}</span> : null}
        {turnId !== null && onGo ? (
          <Button variant="quiet" size="small" aria-label={`${text.goToTurn} ${title}`} onPress={() => onGo(turnId)}>
            {text.goToTurn}
          </Button>
        ) : null}
      </div>
      <DiffWords pieces={pieces} />
    </li>
  );
}
