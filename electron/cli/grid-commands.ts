// trame grids | grid add | grid import | grid export
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { addGrid } from '../commands/codebook.ts';
import { parseGridFile, shippedGridFile, shippedGrids } from '../exchange/shipped-grids.ts';
import { readCodebook, toGridFile } from '../queries/codebook.ts';
import { readProject } from '../queries/project.ts';
import { extensionOf, readInput, withProject, writeOutput } from './session.ts';
import { cliLanguage, printJson, printTable } from './terminal.ts';

async function listShipped(options: { json?: boolean }): Promise<void> {
  const grids = shippedGrids(cliLanguage()).map(({ key, ...grid }) => ({ id: key, ...grid }));
  if (options.json) return printJson(grids);
  return printTable([['id', 'title', 'categories', 'kind'], ...grids.map((grid) => [grid.id, grid.title, grid.categories.length, grid.kind])]);
}

function assertJson(path: string): void {
  const format = extensionOf(path);
  if (format !== 'json') throw new Refusal('file.formatUnknown', { format, known: ['json'] });
}

async function exportGrid(file: string, id: string, options: { out: string }): Promise<void> {
  assertJson(options.out);
  const grid = await withProject(file, undefined, ({ project }) =>
    readCodebook(project).find((candidate) => candidate.key === id || candidate.title === id),
  );
  if (!grid) throw new Refusal('grid.unknown', { grid: id });
  writeOutput(options.out, `${JSON.stringify(toGridFile(grid), null, 2)}\n`);
}

/** `trame grid FILE add ID`: the verb stands after the file, which commander's nested commands cannot express. */
async function gridVerb(file: string, verb: string, what: string, options: { out?: string; coder?: string }, command: Command): Promise<void> {
  switch (verb) {
    case 'add':
      return withProject(file, options.coder, (session) => void addGrid(session, shippedGridFile(what), readProject(session.project).language, null));
    case 'import':
      assertJson(what);
      return withProject(
        file,
        options.coder,
        (session) => void addGrid(session, parseGridFile(readInput(what)), readProject(session.project).language, null),
      );
    case 'export':
      if (options.out === undefined) return command.error("error: required option '--out <path>' not specified");
      return exportGrid(file, what, { out: options.out });
    default:
      return command.error(`error: unknown verb '${verb}' (add, import or export)`);
  }
}

export function addGridCommands(trame: Command): void {
  trame.command('grids').description('list the grids that ship with Trame').option('--json', 'print JSON').action(listShipped);
  trame
    .command('grid <file> <verb> <what>')
    .description('add ID (a shipped grid) | import PATH (json) | export ID --out PATH (json)')
    .option('--out <path>', 'file to write, for export')
    .option('--coder <name>', 'who acts (made if new)')
    .action(gridVerb);
}
