// Binds every channel of the contract to the commands and queries that answer it.
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { autocodeHandlers } from './autocode.ts';
import { codebookHandlers } from './codebook.ts';
import { codingHandlers } from './coding.ts';
import { corpusHandlers } from './corpus.ts';
import { guideHandlers } from './guide.ts';
import { importHandlers } from './import.ts';
import { matrixHandlers } from './matrix.ts';
import { mediaHandlers } from './media.ts';
import { projectHandlers } from './project.ts';
import { textHandlers } from './text.ts';

export function handlersFor(desk: Desk): Handlers {
  return {
    ...projectHandlers(desk),
    ...corpusHandlers(desk),
    ...importHandlers(desk),
    ...textHandlers(desk),
    ...mediaHandlers(desk),
    ...guideHandlers(desk),
    ...codebookHandlers(desk),
    ...codingHandlers(desk),
    ...autocodeHandlers(desk),
    ...matrixHandlers(desk),
  };
}
