// trame log | undo | redo
import { Argument, InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { redoSeveral, undoSeveral } from '../commands/undo.ts';
import { readHistory, readLog } from '../queries/project.ts';
import { withProject } from './session.ts';
import { cliLanguage, printJson, printTable, warn } from './terminal.ts';

async function showLog(file: string, options: { json?: boolean }): Promise<void> {
  await withProject(file, undefined, async ({ project }) => {
    const history = readHistory(project, Number.MAX_SAFE_INTEGER).reverse();
    if (!options.json) {
      const rows = history.map((entry) => [
        entry.number,
        entry.at,
        entry.coderName,
        entry.kind,
        commandWords(cliLanguage(), entry),
        entry.isUndone ? '(undone)' : '',
      ]);
      return printTable([['#', 'at', 'coder', 'kind', 'what', ''], ...rows]);
    }
    const undone = new Map(history.map((entry) => [entry.number, entry.isUndone]));
    return printJson([...readLog(project)].map((entry) => ({ ...entry, isUndone: undone.get(entry.number) ?? false })));
  });
}

function howMany(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1');
  return count;
}

async function step(direction: 'undo' | 'redo', file: string, count: number, options: { coder?: string }): Promise<void> {
  const entries = await withProject(file, options.coder, (session) =>
    direction === 'undo' ? undoSeveral(session, count) : redoSeveral(session, count),
  );
  for (const entry of entries) warn(commandWords(cliLanguage(), entry));
}

export function addHistoryCommands(trame: Command): void {
  trame
    .command('log <file>')
    .description('every command given, oldest first')
    .option('--json', 'print JSON, with inputs and row differences')
    .action(showLog);
  const steps = [
    ['undo', 'take back the latest command, or the latest n'],
    ['redo', 'bring back the command taken back last, or the last n'],
  ] as const;
  for (const [direction, description] of steps) {
    trame
      .command(`${direction} <file>`)
      .description(description)
      .addArgument(new Argument('[n]', 'how many').argParser(howMany).default(1))
      .option('--coder <name>', 'who acts (made if new)')
      .action((file: string, count: number, options: { coder?: string }) => step(direction, file, count, options));
  }
}
