// trame code | edit
import { basename } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import type { TurnId } from '../../shared/domain/ids.ts';
import { TABLE_FIELDS } from '../../shared/domain/coding-table.ts';
import type { TableColumns } from '../../shared/domain/coding-table.ts';
import { codingTableText } from '../../shared/i18n/coding-table.ts';
import { applyCodingTable } from '../commands/codings.ts';
import type { CodingPlan } from '../commands/codings.ts';
import type { Session } from '../commands/run-command.ts';
import { editTurn } from '../commands/turn-edits.ts';
import { planCodingTable } from '../exchange/coding-table.ts';
import { planCodingsFile, readCodingsFile } from '../exchange/coding-table-file.ts';
import { sourceByName } from '../queries/corpus.ts';
import { readOutline } from '../queries/sources.ts';
import type { TurnOutline } from '../queries/sources.ts';
import { readInput, withProject } from './session.ts';
import { cliLanguage, printJson, warn } from './terminal.ts';

interface CodeOptions {
  unit: 'utf16' | 'codepoint';
  createCategories?: boolean;
  columns?: TableColumns;
  source?: readonly (readonly [name: string, source: string])[];
  skipRefused?: boolean;
  coder?: string;
  json?: boolean;
}

/** `field=Column` pairs set apart by commas; a column's name may hold anything else. */
function columnsGiven(text: string): TableColumns {
  const pairs = text
    .split(/,(?=\s*[A-Za-z]+=)/u)
    .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()] as const);
  for (const [field, column] of pairs)
    if (!TABLE_FIELDS.some((known) => known === field) || column === '')
      throw new InvalidArgumentError(`field=Column with fields ${TABLE_FIELDS.join(', ')}`);
  return Object.fromEntries(pairs);
}

/** `Name in the table=Source`, as often as wanted. */
function sourceGiven(text: string, before: CodeOptions['source'] = []): NonNullable<CodeOptions['source']> {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidArgumentError('NAME=SOURCE: the name in the table, and the source that it means');
  return [...before, [text.slice(0, at).trim(), text.slice(at + 1).trim()]];
}

/** A table of our own is applied whole or not at all; what comes from elsewhere may be incomplete where that is said. */
async function code(file: string, table: string, options: CodeOptions): Promise<void> {
  const read = await readCodingsFile({ name: basename(table), bytes: readInput(table) });
  const language = cliLanguage();
  const result = await withProject(file, options.coder, (session) => {
    const sources = Object.fromEntries((options.source ?? []).map(([name, source]) => [name, sourceByName(session.project, source)]));
    const isForeign = read.format === 'hypothesis' || options.columns !== undefined || options.source !== undefined;
    const checks = { unit: options.unit, createCategories: options.createCategories ?? read.format === 'hypothesis', language };
    if (!isForeign && !options.skipRefused) return applied(session, planCodingTable(session, read.records, checks), []);
    const leavesRefused = options.skipRefused ?? read.format === 'hypothesis';
    const { plan, preview } = planCodingsFile(session, read, checks, {
      ...(options.columns ? { columns: options.columns } : {}),
      sources,
      leavesRefused,
    });
    const bad = preview.rows.flatMap(({ line, problem }) => (problem === null ? [] : [`${codingTableText[language].atLine(line)} ${problem}`]));
    if (!plan) throw new Refusal('coding.tableInvalid', { rows: bad });
    return applied(session, plan, bad);
  });
  for (const problem of result.refused ?? []) warn(problem);
  if (options.json) await printJson(result);
  else
    warn(
      `${result.rows} rows, ${result.codings} codings${result.newCategories.length > 0 ? `; new categories: ${result.newCategories.join(', ')}` : ''}`,
    );
}

/** What came of a table; with the rows that were left out, where some were. */
function applied(session: Session, plan: CodingPlan, refused: readonly string[]) {
  const codings = applyCodingTable(session, plan);
  const newCategories = plan.newCategories.map((item) => item.name);
  return {
    rows: plan.rows.length,
    codings,
    newCategories,
    newCoders: plan.newCoders.map((item) => item.name),
    ...(refused.length > 0 ? { refused } : {}),
  };
}

interface Replacement {
  /** Whole-document UTF-16 offsets. */
  start: number;
  end: number;
  text: string;
}

interface EditOptions {
  replace: Replacement;
  coder?: string;
  json?: boolean;
}

const WORDS_OF_EDIT = ['--replace', '--coder', '--json', '--help', '-h'];

/** `--replace START END TEXT` with its three values as one: commander knows no such option, and would take a text that begins with a dash for another. */
export function withOneReplacement(args: readonly string[]): string[] {
  const at = args.indexOf('--replace');
  if (args[0] !== 'edit' || at < 0) return [...args];
  const values = args.slice(at + 1, at + 4);
  // a value that was forgotten is not the next option
  const given = values.findIndex((value) => WORDS_OF_EDIT.includes(value));
  const count = given < 0 ? values.length : given;
  return [...args.slice(0, at + 1), JSON.stringify(values.slice(0, count)), ...args.slice(at + 1 + count)];
}

function replacement(json: string): Replacement {
  const [start = '', end = '', text] = JSON.parse(json) as string[];
  if (!/^-?\d+$/.test(start) || !/^-?\d+$/.test(end) || text === undefined)
    throw new InvalidArgumentError('START END TEXT: two whole numbers and what comes there');
  return { start: Number(start), end: Number(end), text };
}

/** The turn that holds the whole range, and the range counted in its text. */
function placeIn(turns: readonly TurnOutline[], start: number, end: number): { turnId: TurnId; at: number } {
  const turn = turns.find((candidate) => start >= candidate.start && end <= candidate.start + candidate.lengthUtf16);
  if (!turn) throw new Refusal('turn.outsideWords');
  return { turnId: turn.id, at: start - turn.start };
}

async function edit(file: string, source: string, options: EditOptions): Promise<void> {
  const { start, end, text } = options.replace;
  const result = await withProject(file, options.coder, (session) => {
    const sourceId = sourceByName(session.project, source);
    const turns = readOutline(session.project, sourceId);
    const length = turns.reduce((sum, turn) => sum + turn.lengthUtf16, 0);
    if (start < 0 || end > length || start > end) throw new Refusal('passage.outOfRange', { start, end, length });
    const { turnId, at } = placeIn(turns, start, end);
    return editTurn(session, { turnId, edits: [{ at, removed: end - start, inserted: text }] });
  });
  if (options.json) return printJson(result);
  return warn(`${result.touched.length} passages touched, ${result.orphaned.length} without words`);
}

export function addCodingCommands(trame: Command): void {
  trame
    .command('code <file> <table>')
    .description(
      'apply codings from a csv, tsv, xlsx or json table (columns source, start and end or quote, category, and optionally coder, memo, weight, stance, createdAt), or from an export of Hypothes.is',
    )
    .addOption(new Option('--unit <unit>', 'what start and end count').choices(['utf16', 'codepoint']).default('utf16'))
    .option('--create-categories', 'make missing last levels of a path (in vivo categories)')
    .option('--columns <pairs>', 'of a table made elsewhere: source=Document,quote=Segment,category=Code …', columnsGiven)
    .option('--source <name=source>', 'a name in the table and the source that it means; may be repeated', sourceGiven)
    .option('--skip-refused', 'apply the good rows, and name the others')
    .option('--coder <name>', 'who coded the rows that do not say it (made if new)')
    .option('--json', 'print JSON')
    .action(code);
  trame
    .command('edit <file> <source>')
    .description('correct the words of one turn of a transcript; codings stay on their words')
    .requiredOption('--replace <START END TEXT>', 'whole-document UTF-16 offsets of `trame text`, and what comes there', replacement)
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(edit);
}
