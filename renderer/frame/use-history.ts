// Undo and redo for the whole window, and the words for what they would take back.
import { useCallback, useMemo } from 'react';
import type { CommandSubject, ProjectStatus } from '../../shared/domain/project.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { frameText } from '../../shared/i18n/frame.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useQuery } from '../ui/use-query.ts';
import { useRun } from '../ui/use-run.ts';

export interface History {
  readonly status: ProjectStatus | undefined;
  /** « appliquer « Gouvernance » »; null when there is nothing to undo. */
  readonly undoWords: string | null;
  readonly redoWords: string | null;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function useHistory(): History {
  const { language } = useLanguage();
  const text = frameText[language];
  const { data: status } = useQuery('project.status', {});
  const run = useRun();
  const notify = useNotify();

  const undo = useCallback(() => {
    void run('history.undo', {}).then((entry) => entry && notify({ text: text.undone(commandWords(language, entry)), kind: 'done' }));
  }, [run, notify, text, language]);
  const redo = useCallback(() => {
    void run('history.redo', {}).then((entry) => entry && notify({ text: text.redone(commandWords(language, entry)), kind: 'done' }));
  }, [run, notify, text, language]);

  return useMemo(() => {
    const words = (act: { command: string; subject: CommandSubject } | null | undefined) => (act ? commandWords(language, act) : null);
    return { status, undoWords: words(status?.undo), redoWords: words(status?.redo), undo, redo };
  }, [status, language, undo, redo]);
}
