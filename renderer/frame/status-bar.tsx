// The window's last line: saved, how much is coded, what undo would undo, totals.
import { Redo2, Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Language, ProjectStatus } from '../../shared/domain/project.ts';
import { formatDate, formatTime, startOfDay } from '../../shared/i18n/date.ts';
import { actionsText } from '../../shared/i18n/actions.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { FirstHourStatus } from '../help/first-hour-status.tsx';
import { SharingStatus } from '../backups/sharing-status.tsx';
import { ImportStatus } from '../import/import-status.tsx';
import { useNavigation } from '../navigation.tsx';
import { TeamStatus } from '../team/team-status.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { percentOf } from '../ui/percent.ts';
import type { History } from './use-history.ts';
import { useKeysOf } from './use-keymap.ts';
import type { Sitting } from './use-sitting.ts';

function savedWords(status: ProjectStatus, language: Language): string {
  const text = frameText[language];
  if (status.savedAt === null) return text.nothingSaved;
  const isToday = startOfDay(new Date(status.savedAt)) === startOfDay(new Date());
  return isToday ? text.saved(formatTime(language, status.savedAt)) : text.savedOn(formatDate(language, status.savedAt));
}

export function StatusBar({ history, sitting }: { history: History; sitting: Sitting }) {
  const { language } = useLanguage();
  const { go } = useNavigation();
  const text = frameText[language];
  const { status, undoWords, redoWords } = history;
  const undoKeys = useKeysOf('undo');
  const redoKeys = useKeysOf('redo');
  return (
    <footer className="status-bar" data-panel aria-label={text.statusBar}>
      {status ? (
        <>
          <span className="status-bar-saved">{savedWords(status, language)}</span>
          {status.turns > 0 ? <span className="number">{text.coded(percentOf(status.codedTurns, status.turns))}</span> : null}
          <Tooltip text={undoWords === null ? text.nothingToUndo : text.undo(undoWords)} keys={undoKeys}>
            <Button className="status-bar-button status-bar-undo" onPress={history.undo} isDisabled={undoWords === null}>
              <Undo2 size={13} aria-hidden />
              <span className="status-bar-words">{undoWords === null ? text.nothingToUndo : text.undo(undoWords)}</span>
            </Button>
          </Tooltip>
          {redoWords === null ? null : (
            <Tooltip text={text.redoes(redoWords)} keys={redoKeys}>
              <Button className="status-bar-button" onPress={history.redo}>
                <Redo2 size={13} aria-hidden />
                {text.redo}
              </Button>
            </Tooltip>
          )}
          <FirstHourStatus />
          <ImportStatus />
          <TeamStatus />
          <SharingStatus />
          <span className="status-bar-end number">
            {sitting.isShown ? <SittingCounter sitting={sitting} /> : null}
            <Button className="status-bar-button" onPress={() => go({ screen: 'corpus' })}>
              {text.sources(status.sources)}
            </Button>
            ·
            <Button className="status-bar-button" onPress={() => go({ screen: 'grids' })}>
              {text.codings(status.codings)}
            </Button>
          </span>
        </>
      ) : null}
    </footer>
  );
}

function SittingCounter({ sitting }: { sitting: Sitting }) {
  const { language } = useLanguage();
  const text = actionsText[language];
  return (
    <>
      <span className="status-bar-sitting" title={text.sittingWhat} role="group" aria-label={text.sitting}>
        {text.sittingPassages(sitting.passages)}, {text.sittingMinutes(sitting.minutes)}
      </span>
      <span aria-hidden>·</span>
    </>
  );
}
