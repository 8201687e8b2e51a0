// trame autocode FILE --find WORDS|--regex R|--speaker NAME|--rule NAME --category PATH
import { Option } from 'commander';
import type { Command } from 'commander';
import { categoryAt } from '../../shared/domain/category-path.ts';
import { RULE_EXTENTS, WORD_MODES } from '../../shared/domain/coding-rule.ts';
import type { CodingRule, RuleExtent, RuleFind, RuleHit, RuleScope, WordMode } from '../../shared/domain/coding-rule.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CodingRuleId } from '../../shared/domain/ids.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Session } from '../commands/run-command.ts';
import { carryOutRule, previewRule, readRuleHits } from '../exchange/rule-preview.ts';
import type { RuleInHand } from '../exchange/rule-preview.ts';
import { readCodebook } from '../queries/codebook.ts';
import { listRules } from '../queries/coding-rules.ts';
import { caseByName, readCorpusFrame, sourceByName } from '../queries/corpus.ts';
import { withProject } from './session.ts';
import { printJson, printTable, progressBar, warn } from './terminal.ts';

interface AutocodeOptions {
  find?: string;
  mode: WordMode;
  regex?: string;
  speaker?: string[];
  rule?: string;
  category?: string[];
  extend?: RuleExtent;
  source?: string[];
  case?: string[];
  interviewers?: boolean;
  keep?: string;
  dryRun?: boolean;
  coder?: string;
  json?: boolean;
}

function findOf({ project }: Session, options: AutocodeOptions): RuleFind {
  if (options.regex !== undefined) return { kind: 'regex', pattern: options.regex, ignoresCase: true, ignoresAccents: true };
  if (options.speaker === undefined) return { kind: 'text', words: options.find ?? '', mode: options.mode };
  const { participants } = readCorpusFrame(project);
  const participantIds = options.speaker.map((name) => {
    const person = participants.find((each) => each.name === name);
    if (!person) throw new Refusal('participant.unknown', { name });
    return person.id;
  });
  return { kind: 'speaker', participantIds };
}

function scopeOf({ project }: Session, options: AutocodeOptions): RuleScope {
  const caseIds = options.case?.map((name) => {
    const id = caseByName(project, name);
    if (id === undefined) throw new Refusal('case.unknown', { name });
    return id;
  });
  return {
    sourceIds: options.source?.map((name) => sourceByName(project, name)) ?? null,
    caseIds: caseIds ?? null,
    withInterviewers: options.interviewers ?? false,
  };
}

function keptNamed({ project }: Session, name: string): { readonly rule: CodingRule; readonly ruleId: CodingRuleId } {
  const card = listRules(project).find((each) => each.name === name);
  if (!card) throw new Refusal('autocode.ruleUnknown');
  return { rule: card.rule, ruleId: card.id };
}

function inHand(session: Session, options: AutocodeOptions): RuleInHand {
  if (options.rule !== undefined) return keptNamed(session, options.rule);
  const find = findOf(session, options);
  const codebook = readCodebook(session.project);
  const categoryIds = (options.category ?? []).map((path) => categoryAt(codebook, path).category.id);
  // what one person says is taken turn by turn unless something else is asked for
  const extend = options.extend ?? (find.kind === 'speaker' ? 'turn' : 'hit');
  return { rule: { find, extend, scope: scopeOf(session, options), categoryIds }, ruleId: null };
}

interface PrintedHit {
  readonly ref: string;
  readonly hit: RuleHit;
}

async function printedHits(session: Session, rule: RuleInHand): Promise<PrintedHit[]> {
  const { sources } = await previewRule(session, rule);
  const hits: PrintedHit[] = [];
  for (const { sourceId, name } of sources)
    for (const hit of await readRuleHits(session, { ...rule, sourceId })) hits.push({ ref: citationOf(name, hit.number), hit });
  return hits;
}

const stateOf = ({ state, isExcluded }: RuleHit): string => (isExcluded && state !== 'coded' ? 'excluded' : state);

function shown(hits: readonly PrintedHit[], json: boolean): Promise<void> {
  if (json) {
    const each = hits.map(({ ref, hit }) => ({
      ref,
      speaker: hit.speaker,
      before: hit.before,
      quote: hit.quote,
      after: hit.after,
      state: stateOf(hit),
    }));
    return printJson({ total: hits.length, hits: each });
  }
  return printTable([['ref', 'speaker', 'state', 'quote'], ...hits.map(({ ref, hit }) => [ref, hit.speaker, stateOf(hit), hit.quote])]);
}

function assertUse(options: AutocodeOptions, command: Command): void {
  const ways = [options.find, options.regex, options.speaker, options.rule].filter((way) => way !== undefined);
  if (ways.length !== 1) command.error('error: one of --find, --regex, --speaker and --rule is needed');
  if (options.rule === undefined && options.category === undefined && !options.dryRun)
    command.error("error: required option '--category <path>' not specified");
}

async function autocode(file: string, options: AutocodeOptions, command: Command): Promise<void> {
  assertUse(options, command);
  await withProject(file, options.coder, async (session) => {
    const rule = inHand(session, options);
    const watch = { onProgress: progressBar(), isCancelled: () => false };
    await previewRule(session, rule, watch);
    if (options.dryRun) return shown(await printedHits(session, rule), options.json ?? false);
    const nothingChosen = { print: null, excluded: { sourceIds: [], keys: [] }, included: [] };
    const applied = await carryOutRule(session, { ...rule, ...nothingChosen, keepAs: options.keep ?? null });
    if (options.json) return printJson(applied);
    if (applied.codings === 0)
      return warn(applied.already === 0 ? 'nothing found' : `nothing new: all ${applied.already} passages are coded so already`);
    return warn(`${applied.passages} passages, ${applied.codings} codings; ${applied.already} were there already`);
  });
}

export function addAutocodeCommand(trame: Command): void {
  trame
    .command('autocode <file>')
    .description('code all that is found, as one act: words, a regular expression, what somebody says, or a kept rule again')
    .option('--find <words>', 'words set apart by commas; accents and capitals do not count')
    .addOption(new Option('--mode <mode>', 'how the words are meant').choices(WORD_MODES).default('words'))
    .option('--regex <expression>', 'a regular expression; accents and capitals do not count')
    .option('--speaker <name...>', 'all that these participants say')
    .option('--rule <name>', 'a rule that was kept')
    .option('--category <path...>', 'what to apply')
    .addOption(new Option('--extend <extent>', 'how much is coded').choices(RULE_EXTENTS))
    .option('--source <name...>', 'only in these sources')
    .option('--case <name...>', 'only in these cases')
    .option('--interviewers', 'in what interviewers say, too')
    .option('--keep <name>', 'keep the rule under this name')
    .option('--dry-run', 'print what would be coded, change nothing')
    .option('--coder <name>', 'who codes (made if new)')
    .option('--json', 'print JSON')
    .action(autocode);
}
