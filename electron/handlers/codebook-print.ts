// Answers the calls for the codebook on paper.
import type { codebookPrintContract } from '../../shared/contract/codebook-print.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import type { Desk } from '../desk.ts';
import { printPieceAs } from '../exchange/printing/print-piece.ts';
import { usualStyle } from '../exchange/printing/print-setting.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readCodebook } from '../queries/codebook.ts';
import { fileOut } from './reply.ts';

export function codebookPrintHandlers(desk: Desk): Pick<Handlers, keyof typeof codebookPrintContract> {
  return {
    'codebook.print': async ({ format, gridIds, byCase, title }) => {
      const project = desk.project();
      const style = usualStyle(project);
      const piece = { kind: 'codebook', gridIds, byCase, withExamples: true, withCounts: true, ...(title === null ? {} : { title }) } as const;
      return fileOut(title ?? codebookFileText[style.language].codebook, format, await printPieceAs(project, piece, style, format));
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
