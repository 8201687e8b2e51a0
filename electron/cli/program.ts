// The command line's frame: which commands there are, and how each way of ending becomes an exit code.
import { Command, CommanderError } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { addAgreementCommand } from './agreement-command.ts';
import { addAttributeCommands } from './attribute-commands.ts';
import { addAutocodeCommand } from './autocode-command.ts';
import { addCodingCommands, withOneReplacement } from './coding-commands.ts';
import { addCorpusCommands } from './corpus-commands.ts';
import { addCrosstabCommand } from './crosstab-command.ts';
import { addGridCommands } from './grid-commands.ts';
import { addGuideCommands } from './guide-commands.ts';
import { addHistoryCommands } from './history-commands.ts';
import { addMatrixCommands } from './matrix-commands.ts';
import { addMediaCommands } from './media-commands.ts';
import { addMergeCommand } from './merge-command.ts';
import { addMemoCommands } from './memo-commands.ts';
import { addConfidentialityCommands } from './confidentiality-commands.ts';
import { addPasswordCommand } from './password-command.ts';
import { addPrintCommands } from './print-commands.ts';
import { addProjectCommands } from './project-commands.ts';
import { addSearchCommand } from './search-command.ts';
import { addRetrieveCommand } from './retrieve-command.ts';
import { addRelationCommands } from './relation-commands.ts';
import { addReviewCommand } from './review-command.ts';
import { addSaturationCommand } from './saturation-command.ts';
import { usePasswordFile } from './session.ts';
import { cliLanguage, warn } from './terminal.ts';
import { addTeamCommand } from './team-command.ts';
import { addTextCommands } from './text-commands.ts';

const EXIT_REFUSED = 1;
const EXIT_USAGE = 2;

function program(): Command {
  const trame = new Command('trame')
    .description('Trame: code interviews against analysis grids and build cross-case matrices.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  addProjectCommands(trame);
  addPasswordCommand(trame);
  addConfidentialityCommands(trame);
  addGridCommands(trame);
  addCorpusCommands(trame);
  addAttributeCommands(trame);
  addMediaCommands(trame);
  addCodingCommands(trame);
  addAutocodeCommand(trame);
  addSearchCommand(trame);
  addTextCommands(trame);
  addGuideCommands(trame);
  addMatrixCommands(trame);
  addRetrieveCommand(trame);
  addRelationCommands(trame);
  addCrosstabCommand(trame);
  addSaturationCommand(trame);
  addAgreementCommand(trame);
  addMemoCommands(trame);
  addMergeCommand(trame);
  addPrintCommands(trame);
  addReviewCommand(trame);
  addTeamCommand(trame);
  addHistoryCommands(trame);
  // subcommands do not inherit it
  for (const command of trame.commands.flatMap((each) => [each, ...each.commands])) {
    command.exitOverride();
    if (command.commands.length === 0) command.option('--password-file <path>', 'a file whose first line is the project’s password');
  }
  trame.hook('preAction', (_, command) => usePasswordFile(command.opts<{ passwordFile?: string }>().passwordFile));
  return trame;
}

/** Runs one command. Answers with the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(withOneReplacement(args), { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 || error.code === 'commander.helpDisplayed' ? 0 : EXIT_USAGE;
    if (error instanceof Refusal) warn(oneLine(failureText[cliLanguage()][error.code](error.data)));
    else if (process.env.TRAME_DEBUG && error instanceof Error) warn(error.stack ?? error.message);
    else warn(oneLine(error instanceof Error ? error.message : String(error)));
    return EXIT_REFUSED;
  }
}

/** A quote in a refusal may hold line ends. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/gu, ' ');
}
