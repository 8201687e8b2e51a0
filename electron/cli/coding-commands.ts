// trame code
import { basename } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { applyCodingTable } from '../commands/codings.ts';
import { planCodingTable } from '../exchange/coding-table.ts';
import { readTable } from '../exchange/read-table.ts';
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

export function addCodingCommands(trame: Command): void {
  trame
    .command('code <file> <table>')
    .description('apply codings from a csv, tsv, xlsx or json table: columns source, start and end or quote, category, and optionally coder, memo, weight, stance, createdAt')
    .addOption(new Option('--unit <unit>', 'what start and end count').choices(['utf16', 'codepoint']).default('utf16'))
    .option('--create-categories', 'make missing last levels of a path (in vivo categories)')
    .option('--coder <name>', 'who coded the rows that do not say it (made if new)')
    .option('--json', 'print JSON')
    .action(code);
}
