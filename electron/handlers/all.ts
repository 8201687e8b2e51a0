// Binds every channel of the contract to the commands and queries that answer it.
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { analysisHandlers } from './analysis.ts';
import { autocodeHandlers } from './autocode.ts';
import { boardHandlers } from './board.ts';
import { cellHandlers, matrixSnapshotHandlers } from './cell.ts';
import { codebookHandlers } from './codebook.ts';
import { codebookPrintHandlers } from './codebook-print.ts';
import { codingHandlers } from './coding.ts';
import { corpusHandlers } from './corpus.ts';
import { gridVersionsHandlers } from './grid-versions.ts';
import { guideHandlers } from './guide.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './import.ts';
import { linkHandlers } from './link.ts';
import { matrixHandlers } from './matrix.ts';
import { mediaHandlers } from './media.ts';
import { memoHandlers } from './memo.ts';
import { printHandlers } from './print.ts';
import { projectHandlers } from './project.ts';
import { savedSearchHandlers } from './saved-search.ts';
import { relationHandlers } from './relation.ts';
import { settingsHandlers } from './settings.ts';
import { textHandlers } from './text.ts';
import { typedLinkHandlers } from './typed-link.ts';

export function handlersFor(desk: Desk): Handlers {
  return {
    ...projectHandlers(desk),
    ...historyHandlers(desk),
    ...settingsHandlers(),
    ...corpusHandlers(desk),
    ...importHandlers(desk),
    ...textHandlers(desk),
    ...mediaHandlers(desk),
    ...guideHandlers(desk),
    ...codebookHandlers(desk),
    ...codebookPrintHandlers(desk),
    ...gridVersionsHandlers(desk),
    ...codingHandlers(desk),
    ...boardHandlers(desk),
    ...autocodeHandlers(desk),
    ...matrixHandlers(desk),
    ...matrixSnapshotHandlers(desk),
    ...cellHandlers(desk),
    ...memoHandlers(desk),
    ...printHandlers(desk),
    ...linkHandlers(desk),
    ...savedSearchHandlers(desk),
    ...analysisHandlers(desk),
    ...relationHandlers(desk),
    ...typedLinkHandlers(desk),
  };
}
