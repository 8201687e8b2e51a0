// trame password FILE: protects a project, changes its password, or takes it away. The password itself is never an argument: those are seen.
import type { Command } from 'commander';
import { protectionText } from '../../shared/i18n/protection.ts';
import { wipe } from '../storage/project-key.ts';
import { protectProject } from '../storage/protect-project.ts';
import { keyOfNew, passwordIn, withProject } from './session.ts';
import { cliLanguage, warn } from './terminal.ts';

interface PasswordOptions {
  readonly newPasswordFile?: string;
  readonly remove?: boolean;
}

async function password(file: string, { newPasswordFile, remove }: PasswordOptions, command: Command): Promise<void> {
  if ((newPasswordFile === undefined) === (remove !== true)) return command.error('error: either --new-password-file or --remove');
  const next = newPasswordFile === undefined ? null : await keyOfNew(passwordIn(newPasswordFile));
  try {
    await withProject(file, undefined, ({ project }) => protectProject(project, next));
  } finally {
    wipe(next);
  }
  const words = protectionText[cliLanguage()];
  warn(next === null ? words.isPlain : `${words.isProtected} ${words.oldPages}`);
}

export function addPasswordCommand(trame: Command): void {
  trame
    .command('password <file>')
    .description('protect a project with a password, change it, or take it away')
    .option('--new-password-file <path>', 'a file whose first line is the new password; the present one, if there is one, is in --password-file')
    .option('--remove', 'the project is protected no longer')
    .action(password);
}
