// The project's audit trail as people read it: who did what, when, day by day.
import { History as HistoryIcon, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { HistoryEntry } from '../../shared/domain/project.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { formatDay, formatTime } from '../../shared/i18n/date.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { useHistory } from '../frame/use-history.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { useQuery } from '../ui/use-query.ts';
import { byDay } from './by-day.ts';
import './history.css';

const FIRST = 200;
/** The most that one call answers with. */
const MOST = 1000;

export function HistoryScreen() {
  const { language } = useLanguage();
  const text = historyText[language];
  const [limit, setLimit] = useState(FIRST);
  const { data: entries } = useQuery('history.list', { limit });
  const { undo, redo, undoWords, redoWords } = useHistory();
  if (!entries) return null;

  return (
    <section className="history" data-panel aria-label={text.title}>
      <header className="history-head">
        <div>
          <h1>{text.title}</h1>
          <p className="quiet">{text.what}</p>
        </div>
        <Tooltip text={undoWords === null ? text.undo : text.undoes(undoWords)} keys="Ctrl+Z">
          <Button onPress={undo} isDisabled={undoWords === null}>
            <Undo2 size={15} aria-hidden />
            {text.undo}
          </Button>
        </Tooltip>
        <Tooltip text={redoWords === null ? text.redo : text.redoes(redoWords)} keys="Ctrl+Shift+Z">
          <Button onPress={redo} isDisabled={redoWords === null}>
            <Redo2 size={15} aria-hidden />
            {text.redo}
          </Button>
        </Tooltip>
      </header>
      {entries.length === 0 ? <EmptyState icon={HistoryIcon} title={text.empty} text={text.emptyText} /> : null}
      {byDay(entries).map((day) => (
        <section key={day.at} className="history-day">
          <h2>
            <span>{formatDay(language, day.at)}</span>
            <small>{text.changes(day.entries.length)}</small>
          </h2>
          <ol>
            {day.entries.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {entries.length >= limit && limit < MOST ? <Button onPress={() => setLimit(MOST)}>{text.more}</Button> : null}
    </section>
  );
}

function Line({ entry }: { entry: HistoryEntry }) {
  const { language } = useLanguage();
  const text = historyText[language];
  return (
    <li className={classes('history-line', entry.isUndone && 'history-line-undone', entry.kind !== 'do' && 'history-line-quiet')}>
      <time dateTime={entry.at}>{formatTime(language, entry.at)}</time>
      <span className="history-who">{entry.coderName}</span>
      <span className="history-what">
        <span>{`${text.kinds[entry.kind]}${commandWords(language, entry)}`}</span>
        {entry.isUndone ? <small>{text.isUndone}</small> : null}
      </span>
    </li>
  );
}
