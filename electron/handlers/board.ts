// Answers the calls about the board of loose categories and about a coder's keys.
import type { boardContract } from '../../shared/contract/board.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { boardText } from '../../shared/i18n/board.ts';
import { groupCards, moveCards, placeCards } from '../commands/board.ts';
import { setQuickKey } from '../commands/quick-keys.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readBoard } from '../queries/board.ts';
import { readCodebook } from '../queries/codebook.ts';
import { listQuickKeys } from '../queries/quick-keys.ts';
import { done, fileOut } from './reply.ts';

export function boardHandlers(desk: Desk): Pick<Handlers, keyof typeof boardContract> {
  return {
    'quickKey.list': () => listQuickKeys(desk.project(), desk.session().coderId),
    'quickKey.set': (input) => done(setQuickKey(desk.session(), input)),
    'board.read': ({ gridId }) => readBoard(desk.project(), gridId),
    'board.picture': async ({ gridId, format, language }) => {
      const project = desk.project();
      const grid = readCodebook(project).find(({ id }) => id === gridId);
      if (!grid) throw new Refusal('grid.unknown', { id: gridId });
      // the library behind is large
      const { boardFile } = await import('../exchange/printing/board-file.ts');
      return fileOut(`${boardText[language].title} ${grid.title}`, format, boardFile(grid, readBoard(project, gridId), format, language));
    },
    'board.place': (input) => done(placeCards(desk.session(), input)),
    'board.move': (input) => done(moveCards(desk.session(), input)),
    'board.group': (input) => groupCards(desk.session(), input),
  };
}
