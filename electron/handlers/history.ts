// Answers the calls about what was done and going back in it.
import type { historyContract } from '../../shared/contract/history.ts';
import { folded } from '../../shared/domain/category.ts';
import type { HistorySteps } from '../../shared/domain/history.ts';
import type { Language } from '../../shared/domain/project.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { redo, redoTo, undo, undoTo } from '../commands/undo.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readCategoryHistory, readRemovedCategories } from '../queries/category-history.ts';
import { passagesSince, readHistoryPage, readSteps } from '../queries/history.ts';
import { shownEntry } from '../queries/project.ts';
import type { EntrySummary } from '../storage/change-log.ts';

/** Every word typed occurs in the sentence that the history shows. */
function sentenceHolds(words: string, language: Language): (entry: EntrySummary) => boolean {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  return (entry) => {
    const sentence = wanted.length === 0 ? '' : folded(commandWords(language, entry));
    return wanted.every((word) => sentence.includes(word));
  };
}

export function historyHandlers(desk: Desk): Pick<Handlers, keyof typeof historyContract> {
  /** Undone or redone: what they are now. */
  const stepsTaken = (entries: readonly Omit<EntrySummary, 'isUndone'>[], isUndone: boolean): HistorySteps => ({
    entries: entries.map((entry) => shownEntry({ ...entry, isUndone })),
  });
  return {
    'history.list': ({ words = '', language = 'fr', ...query }) => readHistoryPage(desk.project(), query, sentenceHolds(words, language)),
    'history.undo': () => shownEntry({ ...undo(desk.session()), isUndone: true }),
    'history.redo': () => shownEntry({ ...redo(desk.session()), isUndone: false }),
    'history.steps': ({ direction, number }) => readSteps(desk.whole(), direction, number, desk.isBlindfolded() ? desk.session().coderId : null),
    'history.undoTo': ({ number }) => stepsTaken(undoTo(desk.session(), number), true),
    'history.redoTo': ({ number }) => stepsTaken(redoTo(desk.session(), number), false),
    'history.removedCategories': ({ number }) => readRemovedCategories(desk.project(), number),
    'category.history': ({ categoryId }) => readCategoryHistory(desk.project(), categoryId),
    'coding.sitting': ({ since }) => {
      const { project, coderId } = desk.session();
      return { passages: passagesSince(project, coderId, since) };
    },
  };
}
