// Answers the calls about grids and categories.
import type { codebookContract } from '../../shared/contract/codebook.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import * as codebook from '../commands/codebook.ts';
import type { Desk } from '../desk.ts';
import { parseGridFile, shippedGridFile, shippedGrids } from '../exchange/shipped-grids.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readCodebook, toGridFile } from '../queries/codebook.ts';
import { readProject } from '../queries/project.ts';
import { bytesIn, done, fileOut } from './reply.ts';

export function codebookHandlers(desk: Desk): Pick<Handlers, keyof typeof codebookContract> {
  return {
    'codebook.read': () => readCodebook(desk.project()),
    'grid.shipped': ({ language }) => shippedGrids(language),
    'grid.add': ({ key, onlyTop }) => codebook.addGrid(desk.session(), shippedGridFile(key), readProject(desk.project()).language, onlyTop),
    'grid.create': (input) => codebook.createGrid(desk.session(), input),
    'grid.update': (input) => done(codebook.updateGrid(desk.session(), input)),
    'grid.remove': (input) => done(codebook.removeGrid(desk.session(), input)),
    'grid.import': ({ file }) => codebook.addGrid(desk.session(), parseGridFile(bytesIn(file.base64)), readProject(desk.project()).language, null),
    'grid.export': ({ gridId }) => {
      const grid = readCodebook(desk.project()).find((candidate) => candidate.id === gridId);
      if (!grid) throw new Refusal('grid.unknown', { id: gridId });
      return fileOut(grid.key, 'json', `${JSON.stringify(toGridFile(grid), null, 2)}\n`);
    },
    'category.create': (input) => codebook.createCategory(desk.session(), input),
    'category.update': (input) => done(codebook.updateCategory(desk.session(), input)),
    'category.move': (input) => done(codebook.moveCategory(desk.session(), input)),
    'category.merge': (input) => done(codebook.mergeCategories(desk.session(), input)),
    'category.remove': (input) => done(codebook.removeCategory(desk.session(), input)),
  };
}
