// One act of the history, and the way back to it.
import { CornerDownLeft, Redo2 } from 'lucide-react';
import { REMOVES_CATEGORIES } from '../../shared/domain/history.ts';
import type { HistoryEntry } from '../../shared/domain/project.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { formatTime } from '../../shared/i18n/date.ts';
import { historyText } from '../../shared/i18n/history.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { useLanguage } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { RemovedCategories } from './removed-categories.tsx';

interface HistoryLineProps {
  entry: HistoryEntry;
  isReadOnly: boolean;
  onStep: (direction: 'undo' | 'redo', entry: HistoryEntry) => void;
}

export function HistoryLine({ entry, isReadOnly, onStep }: HistoryLineProps) {
  const { language } = useLanguage();
  const text = historyText[language];
  const words = commandWords(language, entry);
  const time = formatTime(language, entry.at);
  return (
    <li className={classes('history-line', entry.isUndone && 'history-line-undone', entry.kind !== 'do' && 'history-line-quiet')}>
      <time dateTime={entry.at}>{time}</time>
      <span className="history-who">{entry.coderName}</span>
      <span className="history-what">
        <span>{`${text.kinds[entry.kind]}${words}`}</span>
        {entry.isUndone ? <small>{text.isUndone}</small> : null}
        {REMOVES_CATEGORIES.includes(entry.command) ? <RemovedCategories number={entry.number} /> : null}
      </span>
      {isReadOnly || entry.kind !== 'do' ? null : (
        <Tooltip text={entry.isUndone ? text.bringBackTitle : text.goBackWhat} placement="left">
          <Button
            size="small"
            variant="quiet"
            className="history-step"
            aria-label={`${entry.isUndone ? text.bringBack : text.goBack} — ${time}, ${words}`}
            onPress={() => onStep(entry.isUndone ? 'redo' : 'undo', entry)}
          >
            {entry.isUndone ? <Redo2 size={13} aria-hidden /> : <CornerDownLeft size={13} aria-hidden />}
            {entry.isUndone ? text.bringBack : text.goBack}
          </Button>
        </Tooltip>
      )}
    </li>
  );
}
