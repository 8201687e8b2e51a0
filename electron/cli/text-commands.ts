// trame revisions | replace
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { AffectedPassage, ReplacementPlan, Revision } from '../../shared/domain/revision.ts';
import { commandWords } from '../../shared/i18n/command-words.ts';
import { replaceText } from '../commands/replace-text.ts';
import { planReplacement } from '../exchange/plan-replacement.ts';
import { sourceByName } from '../queries/corpus.ts';
import { readRevisions } from '../queries/revisions.ts';
import { readInput, withProject } from './session.ts';
import { cliLanguage, print, printJson, printTable, warn } from './terminal.ts';

async function revisions(file: string, source: string, options: { json?: boolean }): Promise<void> {
  const found = await withProject(file, undefined, ({ project }) => readRevisions(project, sourceByName(project, source)));
  if (options.json) return printJson(found);
  const what = ({ command }: Revision): string => commandWords(cliLanguage(), { command, subject: { name: source } });
  const rows = found.map((revision) => [
    revision.number,
    revision.at,
    revision.coderName,
    revision.kind,
    what(revision),
    `+${revision.added} -${revision.removed}`,
  ]);
  return printTable([['#', 'at', 'coder', 'kind', 'what', 'words'], ...rows]);
}

interface ReplaceOptions {
  dryRun?: boolean;
  coder?: string;
  json?: boolean;
}

const quoted = (text: string): string => `« ${text.replace(/\s+/gu, ' ').trim()} »`;

function affectedLine(mark: string, { before, after, categories }: AffectedPassage): string {
  return `${mark} ${quoted(before)}${after === '' ? '' : ` → ${quoted(after)}`} (${categories.join(', ')})`;
}

/** What would change, one line a passage. */
function planLines({ comparison, kept, touched, orphaned, newSpeakers }: ReplacementPlan): string[] {
  return [
    `${comparison.turns.length} turns change, ${comparison.unchanged} stay; +${comparison.added} -${comparison.removed} words`,
    `${kept} passages keep their words, ${touched.length} get other ones, ${orphaned.length} have none left`,
    ...touched.map((passage) => affectedLine('~', passage)),
    ...orphaned.map((passage) => affectedLine('-', passage)),
    ...(newSpeakers.length > 0 ? [`new speakers: ${newSpeakers.join(', ')}`] : []),
  ];
}

async function replace(file: string, source: string, path: string, options: ReplaceOptions): Promise<void> {
  const shown = await withProject(file, options.coder, async (session) => {
    const sourceId = sourceByName(session.project, source);
    const planned = await planReplacement(session, { sourceId, file: { name: basename(path), bytes: readInput(path) } });
    if (!options.dryRun) replaceText(session, planned.replacement);
    return planned.shown;
  });
  const { plan: _plan, ...effect } = shown;
  if (options.json) return printJson({ ...effect, written: !options.dryRun });
  await print(`${planLines(shown).join('\n')}\n`);
  return warn(options.dryRun ? 'nothing was written' : 'replaced');
}

export function addTextCommands(trame: Command): void {
  trame
    .command('revisions <file> <source>')
    .description('every correction of a source’s text, newest first')
    .option('--json', 'print JSON')
    .action(revisions);
  trame
    .command('replace <file> <source> <path>')
    .description('replace a transcript by a corrected file; codings stay on their words, those that cannot are listed')
    .option('--dry-run', 'only say what would change')
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(replace);
}
