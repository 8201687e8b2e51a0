// trame grids | grid add | grid import | grid export
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Grid } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { lostInQdc } from '../../shared/domain/qdc-losses.ts';
import { codebookFileText } from '../../shared/i18n/codebook-file.ts';
import { addGrid } from '../commands/codebook.ts';
import { gridFormatOf, readGridFile, writeGridFile } from '../exchange/grid-files.ts';
import { shippedGridFile, shippedGrids } from '../exchange/shipped-grids.ts';
import { isGridKeyTaken, readCodebook } from '../queries/codebook.ts';
import { readProject } from '../queries/project.ts';
import type { Project } from '../storage/open-project.ts';
import { readInput, withProject, writeOutput } from './session.ts';
import { cliLanguage, printJson, printTable, warn } from './terminal.ts';

async function listShipped(options: { json?: boolean }): Promise<void> {
  const grids = shippedGrids(cliLanguage()).map(({ key, ...grid }) => ({ id: key, ...grid }));
  if (options.json) return printJson(grids);
  return printTable([['id', 'title', 'categories', 'kind'], ...grids.map((grid) => [grid.id, grid.title, grid.categories.length, grid.kind])]);
}

function gridNamed(project: Project, id: string): Grid {
  const grid = readCodebook(project).find((candidate) => candidate.key === id || candidate.title === id);
  if (!grid) throw new Refusal('grid.unknown', { grid: id });
  return grid;
}

async function exportGrid(file: string, id: string, out: string): Promise<void> {
  const format = gridFormatOf(out);
  const { content, lost } = await withProject(file, undefined, async ({ project }) => {
    const grid = gridNamed(project, id);
    return { content: await writeGridFile(grid, format, readProject(project).language), lost: format === 'qdc' ? lostInQdc(grid) : [] };
  });
  writeOutput(out, content);
  if (lost.length > 0) warn(codebookFileText[cliLanguage()].notInQdc(lost));
}

async function importGrid(file: string, path: string, coder: string | undefined): Promise<void> {
  gridFormatOf(path);
  await withProject(file, coder, async (session) => {
    const { project } = session;
    const read = await readGridFile({ name: basename(path), bytes: readInput(path) }, (key) => isGridKeyTaken(project, key));
    addGrid(session, read, readProject(project).language, null);
  });
}

/** `trame grid FILE add ID`: the verb stands after the file, which commander's nested commands cannot express. */
async function gridVerb(file: string, verb: string, what: string, options: { out?: string; coder?: string }, command: Command): Promise<void> {
  switch (verb) {
    case 'add':
      return withProject(file, options.coder, (session) => void addGrid(session, shippedGridFile(what), readProject(session.project).language, null));
    case 'import':
      return importGrid(file, what, options.coder);
    case 'export':
      if (options.out === undefined) return command.error("error: required option '--out <path>' not specified");
      return exportGrid(file, what, options.out);
    default:
      return command.error(`error: unknown verb '${verb}' (add, import or export)`);
  }
}

export function addGridCommands(trame: Command): void {
  trame.command('grids').description('list the grids that ship with Trame').option('--json', 'print JSON').action(listShipped);
  trame
    .command('grid <file> <verb> <what>')
    .description('add ID (a shipped grid) | import PATH (json, xlsx, qdc) | export ID --out PATH (json, xlsx, qdc)')
    .option('--out <path>', 'file to write, for export')
    .option('--coder <name>', 'who acts (made if new)')
    .action(gridVerb);
}
