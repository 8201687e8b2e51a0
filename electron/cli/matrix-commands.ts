// trame matrix | synthesis
import { basename } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { CELL_CONTENTS, MOST_COLUMN_AXES, MOST_ROW_AXES } from '../../shared/domain/matrix.ts';
import type { CellContent, JoinRule, MatrixDefinition } from '../../shared/domain/matrix.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { writeSynthesis } from '../commands/matrices.ts';
import type { Session } from '../commands/run-command.ts';
import { entityKeysOf, parseAxes } from '../exchange/axis-words.ts';
import { decodeText } from '../exchange/decode-text.ts';
import { MATRIX_FILE_FORMATS, printMatrix } from '../exchange/matrix-files.ts';
import type { MatrixFileFormat } from '../exchange/matrix-files.ts';
import { matrixToJson } from '../exchange/matrix-json.ts';
import { coderByName } from '../queries/corpus.ts';
import { computeMatrix, readStudyFrame } from '../queries/matrix.ts';
import { readProject } from '../queries/project.ts';
import { assertOutputFolder, extensionOf, readInput, withProject, writeOutput } from './session.ts';
import { print, printJson } from './terminal.ts';

interface MatrixOptions {
  rows: string;
  cols: string;
  cell: CellContent[];
  join: JoinRule;
  coder: string[];
  out: string[];
  title?: string;
  hideEmpty?: boolean;
  json?: boolean;
}

function contents(text: string): CellContent[] {
  return text.split(',').map((word) => {
    const content = CELL_CONTENTS.find((candidate) => candidate === word.trim());
    if (!content) throw new InvalidArgumentError(`one or several of ${CELL_CONTENTS.join(', ')}`);
    return content;
  });
}

function joinRule(text: string): JoinRule {
  if (text === 'passage' || text === 'overlap' || text === 'turn') return { kind: text };
  const near = /^near:(\d{1,6})$/.exec(text);
  if (near) return { kind: 'near', withinUtf16: Number(near[1]) };
  throw new InvalidArgumentError('passage, overlap, turn or near:N');
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function formatOf(path: string): MatrixFileFormat {
  const extension = extensionOf(path);
  const format = MATRIX_FILE_FORMATS.find((candidate) => candidate === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: MATRIX_FILE_FORMATS });
  return format;
}

function definitionFrom({ project }: Session, options: MatrixOptions): MatrixDefinition {
  const frame = readStudyFrame(project);
  const coderIds = options.coder.map((name) => {
    const coder = coderByName(project, name);
    if (!coder) throw new Refusal('coder.unknown', { name });
    return coder;
  });
  const [rows, columns] = [parseAxes(options.rows, frame), parseAxes(options.cols, frame)];
  if (rows.length > MOST_ROW_AXES) throw new Refusal('matrix.axisInvalid', { axis: options.rows });
  if (columns.length > MOST_COLUMN_AXES) throw new Refusal('matrix.axisInvalid', { axis: options.cols });
  return {
    rows,
    columns,
    join: options.join,
    coderIds: coderIds.length > 0 ? coderIds : null,
    contents: options.cell,
    hidesEmpty: options.hideEmpty ?? false,
  };
}

async function matrix(file: string, options: MatrixOptions): Promise<void> {
  const formats = options.out.map(formatOf);
  for (const path of options.out) assertOutputFolder(path);
  await withProject(file, undefined, async (session) => {
    const { project } = session;
    const definition = definitionFrom(session, options);
    const title = options.title ?? readProject(project).title;
    const printing = { title, figure: null, compareCaseKeys: 'all' } as const;
    if (formats.length > 0) {
      const files = await printMatrix(project, definition, { ...printing, formats });
      options.out.forEach((path, index) => writeOutput(path, files[index] ?? ''));
    }
    if (options.json) {
      return printJson(matrixToJson(computeMatrix(project, definition, axisTitles[readProject(project).language], { title, withQuotes: true })));
    }
    if (formats.length > 0) return undefined;
    const [text] = await printMatrix(project, definition, { ...printing, formats: ['md'], compareCaseKeys: null });
    return print(Buffer.from(text ?? '').toString('utf8'));
  });
}

interface SynthesisOptions {
  row: string;
  col: string;
  text?: string;
  file?: string;
  coder?: string;
}

function textIn(path: string): string {
  return decodeText(readInput(path), basename(path)).text;
}

async function synthesis(file: string, options: SynthesisOptions, command: Command): Promise<void> {
  if ((options.text === undefined) === (options.file === undefined)) return command.error("error: give either '--text' or '--file'");
  const text = options.text ?? textIn(options.file ?? '');
  return withProject(file, options.coder, (session) => {
    const frame = readStudyFrame(session.project);
    writeSynthesis(session, { entityKeys: [...entityKeysOf(options.row, frame), ...entityKeysOf(options.col, frame)], text, status: 'ready' });
  });
}

export function addMatrixCommands(trame: Command): void {
  trame
    .command('matrix <file>')
    .description(
      'cross axes: grid:ID, grid:ID@LEVEL, category:PATH, case, case-group, source, participant, coder, attribute:NAME; several column axes nest',
    )
    .requiredOption('--rows <axes>', 'row axis, or two nested with a comma')
    .requiredOption('--cols <axes>', 'column axis, or up to three nested with commas')
    .option('--cell <contents>', `what cells show: ${CELL_CONTENTS.join(', ')}`, contents, ['counts', 'categories', 'synthesis'])
    .option('--join <rule>', 'when row and column categories meet: passage, overlap, turn or near:N', joinRule, {
      kind: 'overlap',
    } satisfies JoinRule)
    .option('--coder <name>', 'only this coder’s codings (repeat for several)', collect, [])
    .option('--title <title>', 'caption; the project’s title when left out')
    .option('--hide-empty', 'leave empty rows and columns out')
    .option('--out <path>', `write a file (repeat for several): ${MATRIX_FILE_FORMATS.join(', ')}`, collect, [])
    .option('--json', 'print JSON')
    .action(matrix);
  trame
    .command('synthesis <file>')
    .description('write the synthesis of a cell; an empty one removes it')
    .requiredOption('--row <key>', 'key of the row as `matrix --json` prints it, or a name')
    .requiredOption('--col <key>', 'key of the column, or names joined with |')
    .option('--text <text>', 'the synthesis')
    .option('--file <path>', 'a file that holds it')
    .option('--coder <name>', 'who acts (made if new)')
    .action(synthesis);
}
