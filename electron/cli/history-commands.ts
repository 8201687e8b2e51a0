// trame log | undo | redo
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { commandText } from '../../shared/i18n/commands.ts';
import type { CommandSubject } from '../../shared/domain/project.ts';
import { redo, undo } from '../commands/undo.ts';
import type { Session } from '../commands/run-command.ts';
import { readHistory, readLog } from '../queries/project.ts';
import { withProject } from './session.ts';
import { cliLanguage, printJson, printTable, warn } from './terminal.ts';

function inWords(entry: { command: string; subject: CommandSubject }): string {
  const sentences: Readonly<Record<string, (subject: CommandSubject) => string>> = commandText[cliLanguage()];
  return sentences[entry.command]?.(entry.subject) ?? entry.command;
}

async function showLog(file: string, options: { json?: boolean }): Promise<void> {
  await withProject(file, undefined, async ({ project }) => {
    const history = readHistory(project, Number.MAX_SAFE_INTEGER).reverse();
    if (!options.json) {
      const rows = history.map((entry) => [entry.number, entry.at, entry.coderName, entry.kind, inWords(entry), entry.isUndone ? '(undone)' : '']);
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

/** How many steps each way there are to go, so that asking for more changes nothing. */
function available(session: Session): { undo: number; redo: number } {
  const history = readHistory(session.project, Number.MAX_SAFE_INTEGER);
  const sinceLastCommand = history.slice(0, history.findIndex((entry) => entry.kind === 'do'));
  const count = (kind: 'undo' | 'redo'): number => sinceLastCommand.filter((entry) => entry.kind === kind).length;
  return {
    undo: history.filter((entry) => entry.kind === 'do' && !entry.isUndone && entry.command !== 'project.create').length,
    redo: count('undo') - count('redo'),
  };
}

async function step(direction: 'undo' | 'redo', file: string, n: string | undefined, options: { coder?: string }): Promise<void> {
  const count = howMany(n ?? '1');
  await withProject(file, options.coder, (session) => {
    if (available(session)[direction] < count) throw new Refusal(`${direction}.nothing`);
    for (let done = 0; done < count; done += 1) warn(inWords(direction === 'undo' ? undo(session) : redo(session)));
  });
}

export function addHistoryCommands(trame: Command): void {
  trame.command('log <file>').description('every command given, oldest first').option('--json', 'print JSON, with inputs and row differences').action(showLog);
  const steps = [
    ['undo', 'take back the latest command, or the latest n'],
    ['redo', 'bring back the command taken back last, or the last n'],
  ] as const;
  for (const [direction, description] of steps) {
    trame
      .command(`${direction} <file> [n]`)
      .description(description)
      .option('--coder <name>', 'who acts (made if new)')
      .action((file: string, n: string | undefined, options: { coder?: string }) => step(direction, file, n, options));
  }
}
