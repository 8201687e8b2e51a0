// trame merge FILE OTHER…: copies that went apart, or other projects, into FILE; with --dry-run the plan, and nothing is written.
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { MATCHED_TABLES } from '../../shared/domain/merge.ts';
import type { MergeChoice, MergeMatches, MergePreview } from '../../shared/domain/merge.ts';
import { mergeText } from '../../shared/i18n/merge.ts';
import { mergeCopy, previewMerge } from '../exchange/merging/merge-copy.ts';
import type { Planner } from '../exchange/merging/merge-copy.ts';
import { openOtherCopy } from '../exchange/merging/other-copy.ts';
import { planMerge } from '../exchange/merging/plan-merge.ts';
import type { MergeSetting } from '../exchange/merging/plan-merge.ts';
import { backUp } from '../storage/backups.ts';
import { keyForOther } from '../storage/project-key.ts';
import type { ProjectPlace } from '../storage/project-key.ts';
import { passwordIn, withProject } from './session.ts';
import { cliLanguage, printJson, progressBar, warn } from './terminal.ts';

interface MergeOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly yes?: boolean;
  /** A JSON file. */
  readonly match?: string;
  readonly coder?: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{"matches": {their id: our id or null}, "choices": {conflict: "ours" | "theirs" | "both"}}`; both may be left out. */
function settingFrom(path: string | undefined): MergeSetting {
  if (path === undefined) return { choices: {}, matches: {} };
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Refusal('file.notFound', { path });
    throw new Refusal('merge.matchInvalid', { what: path });
  }
  const { matches = {}, choices = {} } = isRecord(read) ? read : {};
  const isChoice = (value: unknown): value is MergeChoice => value === 'ours' || value === 'theirs' || value === 'both';
  if (!isRecord(read) || !isRecord(matches) || !isRecord(choices)) throw new Refusal('merge.matchInvalid', { what: path });
  if (!Object.values(matches).every((value) => value === null || typeof value === 'string')) throw new Refusal('merge.matchInvalid', { what: path });
  if (!Object.values(choices).every(isChoice)) throw new Refusal('merge.matchInvalid', { what: path });
  return { matches: matches as MergeMatches, choices: choices as MergeSetting['choices'] };
}

export function tell(preview: MergePreview): void {
  const words = mergeText[cliLanguage()];
  warn(`${preview.file}: ${words.past(preview)}`);
  if (preview.isOtherLanguage) warn(words.otherLanguage);
  for (const { table, added, changed, removed } of preview.counts) warn(`  ${words.table(table)}: ${words.count(added, changed, removed)}`);
  for (const conflict of preview.conflicts) warn(`  ? ${words.conflict(conflict)}`);
  for (const table of MATCHED_TABLES)
    for (const { theirs, ours, by } of preview.matches.filter((match) => match.table === table))
      warn(`  ${words.table(table)}: ${theirs.name} → ${ours ? `${ours.name} (${words.by[by]})` : words.asNew}`);
}

async function merge(file: string, others: readonly string[], options: MergeOptions): Promise<void> {
  const setting = settingFrom(options.match);
  const bar = progressBar();
  const plan: Planner = (ours, theirs, asked) => planMerge(ours, theirs, asked, (done, total) => bar(done, total, theirs.path));
  const confirm = (preview: MergePreview): void => {
    if (!preview.isRelated && options.yes !== true && options.match === undefined) throw new Refusal('merge.unconfirmed', { file: preview.file });
    if (options.json !== true) tell(preview);
  };
  const results = await withProject(file, options.coder, async (session) => {
    // one that cannot be merged is refused before any other is
    const theirs: ProjectPlace[] = [];
    for (const path of others) {
      const key = await keyForOther(path, session.project.key, passwordIn());
      openOtherCopy(path, session.project, key).close();
      theirs.push({ path, key });
    }
    const done: object[] = [];
    for (const other of theirs) {
      if (options.dryRun === true) {
        const preview = await previewMerge(session.project, other, setting, plan);
        if (options.json !== true) tell(preview);
        done.push(preview);
      } else {
        await backUp(session.project, { before: 'merge' });
        const { preview, ...merged } = await mergeCopy(session, other, setting, plan, confirm);
        done.push({ ...preview, ...merged });
      }
    }
    return done;
  });
  if (options.json === true) await printJson(results.length === 1 ? results[0] : results);
}

export function addMergeCommand(trame: Command): void {
  trame
    .command('merge <file> <other...>')
    .description('merge other copies of the project, or other projects, into FILE; each as one act')
    .option('--dry-run', 'show what would come, and write nothing')
    .option('--yes', 'take what is proposed to be the same in projects without a past in common')
    .option('--match <file>', 'JSON: {"matches": {their id: our id or null}, "choices": {conflict id: "ours", "theirs" or "both"}}')
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print the plan as JSON')
    .action(merge);
}
