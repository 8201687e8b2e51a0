// trame code | edit
import { basename } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import type { TurnId } from '../../shared/domain/ids.ts';
import { applyCodingTable } from '../commands/codings.ts';
import { editTurn } from '../commands/turn-edits.ts';
import { planCodingTable } from '../exchange/coding-table.ts';
import { readTable } from '../exchange/read-table.ts';
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
    const plan = planCodingTable(session, records, { unit: options.unit, createCategories: options.createCategories ?? false, language: cliLanguage() });
    const applied = applyCodingTable(session, plan);
    return { rows: plan.rows.length, codings: applied, newCategories: plan.newCategories.map((item) => item.name), newCoders: plan.newCoders.map((item) => item.name) };
  });
  if (options.json) await printJson(result);
  else warn(`${result.rows} rows, ${result.codings} codings${result.newCategories.length > 0 ? `; new categories: ${result.newCategories.join(', ')}` : ''}`);
}

interface EditOptions {
  replace: [string, string, string];
  coder?: string;
  json?: boolean;
}

/** The turn that holds the whole range, and the range counted in its text. */
function placeIn(turns: readonly TurnOutline[], start: number, end: number): { turnId: TurnId; at: number } {
  const turn = turns.find((candidate) => start >= candidate.start && end <= candidate.start + candidate.lengthUtf16);
  if (!turn) throw new Refusal('turn.outsideWords');
  return { turnId: turn.id, at: start - turn.start };
}

async function edit(file: string, source: string, options: EditOptions, command: Command): Promise<void> {
  const [from, to, text] = options.replace;
  const [start, end] = [Number(from), Number(to)];
  if (!Number.isInteger(start) || !Number.isInteger(end) || text === undefined) return command.error("error: '--replace' takes START END TEXT");
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
    .description('apply codings from a csv, tsv, xlsx or json table: columns source, start and end or quote, category, and optionally coder, memo, weight, stance, createdAt')
    .addOption(new Option('--unit <unit>', 'what start and end count').choices(['utf16', 'codepoint']).default('utf16'))
    .option('--create-categories', 'make missing last levels of a path (in vivo categories)')
    .option('--coder <name>', 'who coded the rows that do not say it (made if new)')
    .option('--json', 'print JSON')
    .action(code);
  trame
    .command('edit <file> <source>')
    .description('correct the words of one turn of a transcript; codings stay on their words')
    .requiredOption('--replace <values...>', 'START END TEXT: whole-document UTF-16 offsets of `trame text`, and what comes there')
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(edit);
}
