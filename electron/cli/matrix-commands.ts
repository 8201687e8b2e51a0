// trame matrix | synthesis
import { basename } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { CELL_CONTENTS, MOST_COLUMN_AXES, MOST_ROW_AXES } from '../../shared/domain/matrix.ts';
import type { CellContent, JoinRule, MatrixDefinition } from '../../shared/domain/matrix.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { writeSynthesis } from '../commands/cells.ts';
import type { Session } from '../commands/run-command.ts';
import { entityKeysOf, parseAxes, parseOrder } from '../exchange/axis-words.ts';
import { decodeText } from '../exchange/reading/decode-text.ts';
import { MATRIX_FILE_FORMATS, printMatrix } from '../exchange/printing/matrix-files.ts';
import type { MatrixFileFormat } from '../exchange/printing/matrix-files.ts';
import { matrixToJson } from '../exchange/printing/matrix-json.ts';
import { readStudyFrame } from '../queries/matrix-frame.ts';
import { computeMatrix } from '../queries/matrix.ts';
import { readProject } from '../queries/project.ts';
import { codersNamed, collect } from './named.ts';
import { assertOutputFolder, extensionOf, readInput, withProject, writeOutput } from './session.ts';
import { print, printJson } from './terminal.ts';

interface MatrixOptions {
  rows: string;
  cols: string;
  cell: CellContent[];
  join: JoinRule;
  where: string[];
  rowOrder?: string;
  colOrder?: string;
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

function formatOf(path: string): MatrixFileFormat {
  const extension = extensionOf(path);
  const format = MATRIX_FILE_FORMATS.find((candidate) => candidate === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: MATRIX_FILE_FORMATS });
  return format;
}

function definitionFrom({ project }: Session, options: MatrixOptions): MatrixDefinition {
  const frame = readStudyFrame(project);
  const coderIds = codersNamed(project, options.coder);
  const [rows, columns] = [parseAxes(options.rows, frame), parseAxes(options.cols, frame)];
  if (rows.length > MOST_ROW_AXES) throw new Refusal('matrix.tooManyAxes', { axes: options.rows, most: MOST_ROW_AXES });
  if (columns.length > MOST_COLUMN_AXES) throw new Refusal('matrix.tooManyAxes', { axes: options.cols, most: MOST_COLUMN_AXES });
  return {
    rows,
    columns,
    join: options.join,
    coderIds: coderIds.length > 0 ? coderIds : null,
    contents: options.cell,
    hidesEmpty: options.hideEmpty ?? false,
    where: options.where,
    ...(options.rowOrder === undefined ? {} : { rowOrder: parseOrder(options.rowOrder, frame) }),
    ...(options.colOrder === undefined ? {} : { columnOrder: parseOrder(options.colOrder, frame) }),
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
    const entityKeys = [...entityKeysOf(options.row, frame), ...entityKeysOf(options.col, frame)];
    writeSynthesis(session, { entityKeys, text, status: 'ready' });
  });
}

const AXES_AND_EXPRESSIONS = `
Axes:
  grid:ID               its leaf categories                grid:ID@1             a level, what is below folded into it
  category:PATH         its children                       list:PATH|PATH        these categories, in this order
  case  case-group  source  sourceKind  participant  speaker  coder
  cases:A|B  case-groups:A|B  sources:A|B  participants:A|B  coders:A|B          these, in this order
  attribute:NAME        its values; attribute:case/NAME where several have the name
  period:month          dates of the sources, by day, month, quarter or year; period:NAME:year by an attribute of dates
  "period:2019-01-01 Before|2020-03-17 After"              the study's own phases
  guide  guide:theme    questions, or themes, of the interview guide: what is said in answer
  question              questions of the study

Expressions (--where):
  "Category"  "Grid > Category"      passages that carry it, or a category below it
  AND  OR  NOT  ( )
  A NEAR/200 B  A OVERLAPS B  A WITHIN B  A PRECEDES B  A SAME TURN B  A SAME QUESTION B     in the same source
  case = "X"  group = "X"  source != "X"  kind = "interview"  participant IN ("X", "Y")  speaker != "X"
  attribute "Name" = "x"  attribute "Age" >= "30"  date >= 2019-01-01  star = yes
  coder = "AB"  stance = "contrasts"  weight >= 2          which codings count; joined by AND, one coding must meet them all,
                                                           and categories beside them are looked for among those codings
`;

export function addMatrixCommands(trame: Command): void {
  trame
    .command('matrix <file>')
    .description('cross axes; several row or column axes nest')
    .requiredOption('--rows <axes>', 'row axis, or two nested with a comma')
    .requiredOption('--cols <axes>', 'column axis, or up to three nested with commas')
    .option('--cell <contents>', `what cells show: ${CELL_CONTENTS.join(', ')}`, contents, ['counts', 'categories', 'synthesis'])
    .option('--join <rule>', 'when row and column categories meet: passage, overlap, turn or near:N', joinRule, {
      kind: 'overlap',
    } satisfies JoinRule)
    .option('--coder <name>', 'only this coder’s codings (repeat for several)', collect, [])
    .option('--where <expression>', 'only passages for which it holds (repeat for several)', collect, [])
    .option('--row-order <order>', 'sort rows: label, count, rating or attribute:NAME; -count and so on turn it round')
    .option('--col-order <order>', 'sort columns, likewise')
    .option('--title <title>', 'caption; the project’s title when left out')
    .option('--hide-empty', 'leave empty rows and columns out')
    .option('--out <path>', `write a file (repeat for several): ${MATRIX_FILE_FORMATS.join(', ')}`, collect, [])
    .option('--json', 'print JSON')
    .addHelpText('after', AXES_AND_EXPRESSIONS)
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
