// The turns of one interview that ask, each with its question to confirm, reject or choose; all of it from the keyboard too.
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { GridList } from 'react-aria-components';
import type { AskingTurn, Guide, GuideCoverage, MatchStatus, QuestionMatch } from '../../shared/domain/guide.ts';
import type { GuideQuestionId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';
import { guideText } from '../../shared/i18n/guide.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useText } from '../ui/language.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useRun } from '../ui/use-run.ts';
import { ConfirmSurer } from './confirm-surer.tsx';
import { MatchItem } from './match-item.tsx';
import { matchRows, nextOpen, numberedQuestions } from './matches-model.ts';
import type { MatchRow } from './matches-model.ts';

interface MatchListProps {
  guide: Guide;
  source: SourceSummary;
  asking: readonly AskingTurn[];
  matches: readonly QuestionMatch[];
  waiting: GuideCoverage['waiting'];
  isReadOnly: boolean;
}

type Shown = 'matched' | 'all';

export function MatchList({ guide, source, asking, matches, waiting, isReadOnly }: MatchListProps) {
  const text = useText(guideText);
  const [shown, setShown] = useState<Shown>('matched');
  const questions = useMemo(() => new Map(numberedQuestions(guide).map((each) => [each.question.id, each])), [guide]);
  const rows = useMemo(() => matchRows(asking, matches).filter(({ match }) => shown === 'all' || match !== null), [asking, matches, shown]);
  const { list, settle, choose, onKey } = useSettling(rows, isReadOnly);
  return (
    <div className="guide-match-side">
      <header className="guide-match-head">
        <Segmented
          size="small"
          label={text.turnsShown}
          value={shown}
          onChange={(next) => next && setShown(next)}
          options={[
            { id: 'matched', label: text.onlyMatches },
            { id: 'all', label: text.allTurns },
          ]}
        />
        {isReadOnly ? null : <ConfirmSurer guide={guide} matches={matches} waiting={waiting} />}
      </header>
      {rows.length === 0 ? (
        <EmptyState
          title={asking.length === 0 ? text.noAskingTitle : text.noProposalsTitle}
          text={asking.length === 0 ? text.noAskingText : text.noProposalsText}
        />
      ) : (
        <div className="guide-match-list" ref={list} onKeyDownCapture={onKey}>
          <GridList
            aria-label={text.matchesOf(source.name)}
            items={rows.map((row) => ({ ...row, id: row.key }))}
            dependencies={[questions, text, isReadOnly]}
            onAction={(key) => {
              const row = rows.find((each) => each.key === key);
              if (row?.match && row.match.status !== 'confirmed') settle(row, 'confirmed');
            }}
          >
            {(row) => (
              <MatchItem
                row={row}
                sourceId={source.id}
                sourceName={source.name}
                questions={questions}
                guide={guide}
                isReadOnly={isReadOnly}
                onSettle={(status) => settle(row, status)}
                onChoose={(questionId) => choose(row, questionId)}
              />
            )}
          </GridList>
        </div>
      )}
      {isReadOnly || rows.length === 0 ? null : <p className="guide-foot">{text.matchKeys}</p>}
    </div>
  );
}

function useSettling(rows: readonly MatchRow[], isReadOnly: boolean) {
  const run = useRun();
  const list = useRef<HTMLDivElement>(null);
  const elementOf = (key: string): HTMLElement | null => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;

  const settle = (row: MatchRow, status: MatchStatus | null) => {
    if (!row.match || isReadOnly) return;
    void run('guide.settle', { matches: [{ questionId: row.match.questionId, turnId: row.turn.turnId, status }] });
    if (status === null) return;
    const next = nextOpen(rows, row.key);
    if (next) elementOf(next.key)?.focus();
  };
  /** Another question than the one proposed: the one confirmed, the other rejected, in one act. */
  const choose = (row: MatchRow, questionId: GuideQuestionId) => {
    const { turnId } = row.turn;
    const other = row.match && row.match.questionId !== questionId ? [{ questionId: row.match.questionId, turnId, status: 'rejected' as const }] : [];
    void run('guide.settle', { matches: [...other, { questionId, turnId, status: 'confirmed' }] });
  };
  const onKey = (event: KeyboardEvent) => {
    if (!['Delete', 'Backspace', 'x', 'X'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = rows.find((each) => each.key === key);
    if (!row?.match) return;
    event.preventDefault();
    event.stopPropagation();
    if (row.match.status !== 'rejected') settle(row, 'rejected');
  };
  return { list, settle, choose, onKey };
}
