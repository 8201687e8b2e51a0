// Answers the calls about matrices and their cells.
import type { Parsed } from '../../shared/contract/contract.ts';
import type { FileOut } from '../../shared/contract/fields.ts';
import type { matrixContract } from '../../shared/contract/matrix.ts';
import * as matrices from '../commands/matrices.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { printMatrix } from '../exchange/printing/matrix-files.ts';
import { readCellCard } from '../queries/cell-card.ts';
import { answerMatrix } from '../queries/matrix-answers.ts';
import { PREVIEWED_QUOTES, computeMatrix, readPreviews } from '../queries/matrix.ts';
import { listMatrices } from '../queries/saved-matrices.ts';
import { axisTitlesOf } from './axis-titles.ts';
import { done, fileOut } from './reply.ts';

async function exportMatrix(desk: Desk, { definition, title }: Parsed<'matrix.export'>): Promise<FileOut> {
  const [bytes] = await printMatrix(desk.project(), definition, { title, formats: ['json'], figure: null, compareCaseKeys: null });
  return fileOut(title, 'json', bytes ?? '');
}

export function matrixHandlers(desk: Desk): Pick<Handlers, keyof typeof matrixContract> {
  return {
    'matrix.list': () => listMatrices(desk.project()),
    'matrix.compute': ({ definition }) => computeMatrix(desk.project(), definition, axisTitlesOf(desk), { title: '', mostQuotes: PREVIEWED_QUOTES }),
    'matrix.read': ({ definition, since }) => answerMatrix(desk.project(), definition, axisTitlesOf(desk), since),
    'matrix.previews': ({ definition, ...lines }) => readPreviews(desk.project(), definition, axisTitlesOf(desk), lines),
    'matrix.cell': ({ definition, rowKey, columnKey }) => readCellCard(desk.project(), definition, axisTitlesOf(desk), { rowKey, columnKey }),
    'matrix.save': (input) => matrices.saveMatrix(desk.session(), input),
    'matrix.remove': (input) => done(matrices.removeMatrix(desk.session(), input)),
    'matrix.export': (input) => exportMatrix(desk, input),
  };
}
