// Answers the calls about grids and categories.
import type { codebookContract } from '../../shared/contract/codebook.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { moveCodingsOfPassages } from '../commands/category-codings.ts';
import { setPlaces } from '../commands/category-places.ts';
import * as codebook from '../commands/codebook.ts';
import { splitCategory } from '../commands/split-category.ts';
import type { Desk } from '../desk.ts';
import { readGridFile, writeGridFile } from '../exchange/grid-files.ts';
import { shippedGridFile, shippedGrids } from '../exchange/shipped-grids.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readCategoryPassages } from '../queries/category-passages.ts';
import { isGridKeyTaken, readCodebook } from '../queries/codebook.ts';
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
    'grid.import': async ({ file }) => {
      const project = desk.project();
      const read = await readGridFile({ name: file.name, bytes: bytesIn(file.base64) }, (key) => isGridKeyTaken(project, key));
      return codebook.addGrid(desk.session(), read, readProject(project).language, null);
    },
    'grid.export': async ({ gridId, format }) => {
      const project = desk.project();
      const grid = readCodebook(project).find((candidate) => candidate.id === gridId);
      if (!grid) throw new Refusal('grid.unknown', { id: gridId });
      return fileOut(grid.key, format, await writeGridFile(grid, format, readProject(project).language));
    },
    'category.create': (input) => codebook.createCategory(desk.session(), input),
    'category.update': (input) => done(codebook.updateCategory(desk.session(), input)),
    'category.move': (input) => done(codebook.moveCategory(desk.session(), input)),
    'category.merge': (input) => done(codebook.mergeCategories(desk.session(), input)),
    'category.split': (input) => splitCategory(desk.session(), input),
    'category.setPlaces': (input) => done(setPlaces(desk.session(), input)),
    'category.passages': ({ categoryId }) => readCategoryPassages(desk.project(), categoryId),
    'coding.moveMany': (input) => moveCodingsOfPassages(desk.session(), input),
    'category.remove': (input) => done(codebook.removeCategory(desk.session(), input)),
  };
}
