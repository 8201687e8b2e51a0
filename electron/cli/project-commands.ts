// trame new | check | serve | demo
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { BlockList, isIP } from 'node:net';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { LANGUAGES } from '../../shared/domain/project.ts';
import type { Language } from '../../shared/domain/project.ts';
import { repairText } from '../../shared/i18n/repair.ts';
import { serveText } from '../../shared/i18n/serve.ts';
import { addGrid } from '../commands/codebook.ts';
import { createProject } from '../commands/create-project.ts';
import type { Session } from '../commands/run-command.ts';
import { repairInto } from '../exchange/repairing/repair-project.ts';
import { shippedGridFile } from '../exchange/shipped-grids.ts';
import { checkProject } from '../queries/check.ts';
import { copyVerified } from '../storage/backups.ts';
import { assertProjectFile } from '../storage/project-file.ts';
import { wipe } from '../storage/project-key.ts';
import { installationOrigin } from '../storage/settings.ts';
import { collect } from './named.ts';
import { buildDemo } from './demo.ts';
import { newFromQdpx } from './refi-command.ts';
import { assertOutputFolder, givenKey, keyOfNew, passwordIn, withProject } from './session.ts';
import { cliLanguage, print, printJson, printTable, warn } from './terminal.ts';

interface NewOptions {
  title?: string;
  from?: string;
  sideFile?: boolean;
  json?: boolean;
  lang: Language;
  grid: string[];
  coder?: string;
}

async function newProject(file: string, options: NewOptions, command: Command): Promise<void> {
  const { from, title } = options;
  if (from !== undefined) return newFromQdpx(file, { ...options, from });
  if (title === undefined) return command.error("error: required option '--title <title>' not specified");
  const grids = options.grid.map(shippedGridFile);
  const key = await keyOfNew();
  const addGrids = (session: Session): void => {
    for (const grid of grids) addGrid(session, grid, options.lang, null);
  };
  createProject(file, { title, question: '', language: options.lang, coderName: options.coder ?? '' }, installationOrigin(), addGrids, key);
  wipe(key);
}

async function check(file: string, options: { json?: boolean; repair?: string }): Promise<void> {
  if (options.repair !== undefined) return repair(file, options.repair, options.json === true);
  const problems = await withProject(file, undefined, ({ project }) => checkProject(project));
  if (options.json) await printJson({ sound: problems.length === 0, problems });
  else if (problems.length > 0) await printTable([['what', 'where'], ...problems.map((problem) => [problem.what, problem.where])]);
  if (problems.length > 0) throw new Error(`${problems.length} problem(s)`);
  if (!options.json) await print('ok\n');
}

/** Into a new file, whatever state the old one is in; exit 1 where something could not be repaired. */
async function repair(file: string, to: string, isJson: boolean): Promise<void> {
  const repaired = repairInto(resolve(file), resolve(to));
  if (isJson) await printJson(repaired);
  else for (const line of repairText[cliLanguage()].report(repaired)) await print(`${line}\n`);
  if (repaired.problems.length > 0) throw new Error(`${repaired.problems.length} problem(s)`);
}

async function backup(file: string, { out }: { out: string }): Promise<void> {
  assertProjectFile(file);
  assertOutputFolder(out);
  if (existsSync(out)) throw new Refusal('project.exists', { path: out });
  await copyVerified({ from: file, to: out, depth: 'full', key: await givenKey(file) });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('a port is a number from 0 to 65535');
  return port;
}

/** One address, not all of them at once: the workbench answers to the address it was told, and to no other name. */
function oneAddress(text: string): string {
  if (isIP(text) === 0 || /^[0:.]+$/u.test(text)) throw new InvalidArgumentError('one IP address of this machine, 192.168.1.20 for instance');
  return text;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

async function serveProject(file: string | undefined, options: { port: number; host?: string; json?: boolean }): Promise<void> {
  const { serve } = await import('../serve-workbench.ts');
  const language = cliLanguage();
  const { host } = options;
  const key = file === undefined || passwordIn() === undefined ? null : await givenKey(file);
  const serving = await serve({ port: options.port, project: file ?? null, key, language, ...(host === undefined ? {} : { address: host }) });
  if (host !== undefined && !loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4')) warn(serveText[language].beyond(host));
  if (options.json) await print(`${JSON.stringify({ url: serving.url })}\n`);
  else await print(`${serveText[language].open(serving.url)}\n${serveText[language].stop}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await serving.stop();
}

export function addProjectCommands(trame: Command): void {
  trame
    .command('new <file>')
    .description('make a project file')
    .option('--title <title>', 'title of the study; with --from, its own when left out')
    .option(
      '--from <package>',
      'from another program’s project: qdpx (REFI-QDA), QualCoder (.qda), Taguette (.sqlite3), RQDA (.rqda), Sonal Pi (.crp)',
    )
    .option('--no-side-file', 'with --from: leave Trame’s own file in the package aside')
    .option('--json', 'with --from: print as JSON what came, what changed, what is uncertain')
    .addOption(new Option('--lang <language>', 'language of the shipped grids and of prints').choices([...LANGUAGES]).default('fr'))
    .option('--grid <id>', 'add a shipped grid (repeat for several)', collect, [])
    .option('--coder <name>', 'name of the first coder')
    .action(newProject);
  trame
    .command('check <file>')
    .description('look for anything wrong in a project; exit 1 if there is')
    .option('--repair <path>', 'repair it into a new file there')
    .option('--json', 'print JSON')
    .action(check);
  trame
    .command('backup <file>')
    .description('make a verified copy of a project, also while it is open')
    .requiredOption('--out <path>', 'file to write')
    .action(backup);
  trame
    .command('serve [file]')
    .description('serve the workbench to a browser on this machine')
    .option('--port <n>', 'port on 127.0.0.1; 0 lets the system choose', portNumber, 0)
    .option('--host <address>', 'listen at another address than 127.0.0.1: other machines can reach it, unenciphered', oneAddress)
    .option('--json', 'print the address as JSON')
    .action(serveProject);
  trame
    .command('demo <dir>')
    .description('build the fictional sample project there and write its pôle 1 / pôle 2 matrix in every format')
    .option('--json', 'print what was written as JSON')
    .action(async (dir: string, options: { json?: boolean }) => {
      const built = await buildDemo(dir, cliLanguage());
      if (options.json) await printJson(built);
      else await print(`${[built.project, ...built.files].join('\n')}\n`);
      warn(`${built.seconds.toFixed(1)} s`);
    });
}
