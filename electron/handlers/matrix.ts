// Answers the calls about matrices and their cells.
import type { Parsed } from '../../shared/contract/contract.ts';
import type { FileOut } from '../../shared/contract/fields.ts';
import type { matrixContract } from '../../shared/contract/matrix.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import * as matrices from '../commands/matrices.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { printMatrix } from '../exchange/matrix-files.ts';
import { computeMatrix, listMatrices, readCell } from '../queries/matrix.ts';
import { readProject } from '../queries/project.ts';
import { done, fileOut } from './reply.ts';

/** Axes are named in the project's language: its prints and its window say the same. */
function titles(desk: Desk): (typeof axisTitles)['fr'] {
  return axisTitles[readProject(desk.project()).language];
}

async function exportMatrix(desk: Desk, input: Parsed<'matrix.export'>): Promise<FileOut> {
  const { format, title, figure, compareCaseKeys } = input;
  const [bytes] = await printMatrix(desk.project(), input.definition, { title, formats: [format], figure, compareCaseKeys });
  return fileOut(title, format, bytes ?? '');
}

export function matrixHandlers(desk: Desk): Pick<Handlers, keyof typeof matrixContract> {
  return {
    'matrix.list': () => listMatrices(desk.project()),
    'matrix.compute': ({ definition }) => computeMatrix(desk.project(), definition, titles(desk), { title: '' }),
    'matrix.cell': ({ definition, rowKey, columnKey }) => readCell(desk.project(), definition, titles(desk), rowKey, columnKey),
    'matrix.save': (input) => matrices.saveMatrix(desk.session(), input),
    'matrix.remove': (input) => done(matrices.removeMatrix(desk.session(), input)),
    'matrix.export': (input) => exportMatrix(desk, input),
    'cell.writeSynthesis': (input) => done(matrices.writeSynthesis(desk.session(), input)),
    'cell.setStance': (input) => done(matrices.setCellStance(desk.session(), input)),
  };
}
