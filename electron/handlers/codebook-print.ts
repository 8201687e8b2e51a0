// Answers the calls for the codebook on paper.
import type { codebookPrintContract } from '../../shared/contract/codebook-print.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import type { Desk } from '../desk.ts';
import { printCodebook } from '../exchange/printing/codebook-print.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readCodebook } from '../queries/codebook.ts';
import { readProject } from '../queries/project.ts';
import { fileOut } from './reply.ts';

export function codebookPrintHandlers(desk: Desk): Pick<Handlers, keyof typeof codebookPrintContract> {
  return {
    'codebook.print': async ({ format, ...request }) => {
      const project = desk.project();
      const name = request.title ?? codebookFileText[readProject(project).language].codebook;
      return fileOut(name, format, await printCodebook(project, format, request));
    },
    'grid.structure': async ({ gridId, levels, format, language }) => {
      const grid = readCodebook(desk.project()).find(({ id }) => id === gridId);
      if (!grid) throw new Refusal('grid.unknown', { id: gridId });
      // the libraries behind are large
      const { structureFile } = await import('../exchange/printing/structure-files.ts');
      return fileOut(`${codebookFileText[language].structure} ${grid.title}`, format, await structureFile(grid, format, levels, language));
    },
  };
}
