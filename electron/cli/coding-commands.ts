// trame code | edit
import { basename } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import type { TurnId } from '../../shared/domain/ids.ts';
import { applyCodingTable } from '../commands/codings.ts';
import { editTurn } from '../commands/turn-edits.ts';
import { planCodingTable } from '../exchange/coding-table.ts';
import { readTable } from '../exchange/reading/read-table.ts';
import { sourceByName } from '../queries/corpus.ts';
import { readOutline } from '../queries/sources.ts';
import type { TurnOutline } from '../queries/sources.ts';
import { readInput, withProject } from './session.ts';
import { cliLanguage, printJson, warn } from './terminal.ts';

interface CodeOptions {
  unit: 'utf16' | 'codepoint';
  createCategories?: boolean;
  coder?: string;
  json?: boolean;
}

async function code(file: string, table: string, options: CodeOptions): Promise<void> {
  const records = await readTable({ name: basename(table), bytes: readInput(table) });
  const result = await withProject(file, options.coder, (session) => {
    const plan = planCodingTable(session, records, {
      unit: options.unit,
      createCategories: options.createCategories ?? false,
      language: cliLanguage(),
    });
    const applied = applyCodingTable(session, plan);
    return {
      rows: plan.rows.length,
      codings: applied,
      newCategories: plan.newCategories.map((item) => item.name),
      newCoders: plan.newCoders.map((item) => item.name),
    };
  });
  if (options.json) await printJson(result);
  else
    warn(
      `${result.rows} rows, ${result.codings} codings${result.newCategories.length > 0 ? `; new categories: ${result.newCategories.join(', ')}` : ''}`,
    );
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
      'apply codings from a csv, tsv, xlsx or json table: columns source, start and end or quote, category, and optionally coder, memo, weight, stance, createdAt',
    )
    .addOption(new Option('--unit <unit>', 'what start and end count').choices(['utf16', 'codepoint']).default('utf16'))
    .option('--create-categories', 'make missing last levels of a path (in vivo categories)')
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
