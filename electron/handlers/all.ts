// Binds every channel of the contract to the commands and queries that answer it.
import type { Desk } from '../desk.ts';
import { ChosenModel } from '../exchange/embedding/chosen-model.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { agreementHandlers } from './agreement.ts';
import { analysisHandlers } from './analysis.ts';
import { autocodeHandlers } from './autocode.ts';
import { backupHandlers } from './backup.ts';
import { boardHandlers } from './board.ts';
import { cellHandlers, matrixSnapshotHandlers } from './cell.ts';
import { codebookHandlers } from './codebook.ts';
import { codebookPrintHandlers } from './codebook-print.ts';
import { coderHandlers } from './coder.ts';
import { codingHandlers } from './coding.ts';
import { corpusHandlers } from './corpus.ts';
import { crashHandlers } from './crash.ts';
import { coverageHandlers } from './coverage.ts';
import { gridVersionsHandlers } from './grid-versions.ts';
import { guideHandlers } from './guide.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './import.ts';
import { leavingHandlers } from './leaving.ts';
import { linkHandlers } from './link.ts';
import { matrixHandlers } from './matrix.ts';
import { mergeHandlers } from './merge.ts';
import { mediaHandlers } from './media.ts';
import { memoHandlers } from './memo.ts';
import { pseudonymHandlers } from './pseudonym.ts';
import { printHandlers } from './print.ts';
import { protectionHandlers } from './protection.ts';
import { programHandlers } from './program.ts';
import { projectHandlers } from './project.ts';
import { retrievalHandlers } from './retrieval.ts';
import { reviewHandlers } from './review.ts';
import { safetyHandlers } from './safety.ts';
import { savedSearchHandlers } from './saved-search.ts';
import { searchHandlers } from './search.ts';
import { relationHandlers } from './relation.ts';
import { settingsHandlers } from './settings.ts';
import { suggestionHandlers } from './suggestion.ts';
import { tablesHandlers } from './tables.ts';
import { textHandlers } from './text.ts';
import { teamHandlers } from './team.ts';
import { typedLinkHandlers } from './typed-link.ts';
import { wordsHandlers } from './words.ts';

export function handlersFor(desk: Desk): Handlers {
  const chosenModel = new ChosenModel();
  return {
    ...projectHandlers(desk),
    ...protectionHandlers(desk),
    ...historyHandlers(desk),
    ...settingsHandlers(chosenModel),
    ...crashHandlers(),
    ...programHandlers(),
    ...corpusHandlers(desk),
    ...importHandlers(desk),
    ...textHandlers(desk),
    ...mediaHandlers(desk),
    ...guideHandlers(desk),
    ...codebookHandlers(desk),
    ...codebookPrintHandlers(desk),
    ...gridVersionsHandlers(desk),
    ...coderHandlers(desk),
    ...codingHandlers(desk),
    ...boardHandlers(desk),
    ...backupHandlers(desk),
    ...safetyHandlers(desk),
    ...autocodeHandlers(desk),
    ...matrixHandlers(desk),
    ...matrixSnapshotHandlers(desk),
    ...cellHandlers(desk),
    ...memoHandlers(desk),
    ...printHandlers(desk),
    ...pseudonymHandlers(desk),
    ...leavingHandlers(desk),
    ...mergeHandlers(desk),
    ...linkHandlers(desk),
    ...wordsHandlers(desk),
    ...suggestionHandlers(desk, chosenModel),
    ...savedSearchHandlers(desk),
    ...searchHandlers(desk),
    ...retrievalHandlers(desk),
    ...analysisHandlers(desk),
    ...coverageHandlers(desk),
    ...agreementHandlers(desk),
    ...relationHandlers(desk),
    ...tablesHandlers(desk),
    ...typedLinkHandlers(desk),
    ...teamHandlers(desk),
    ...reviewHandlers(desk),
  };
}
