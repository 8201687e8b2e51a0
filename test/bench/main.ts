// `npm run bench -- S|M|L [--only ID,…] [--json]`: figures for people to read, never a test that fails; `--compare BEFORE.json AFTER.json` sets two
// results side by side.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { comparisonLines, readResult } from './compare.ts';
import { corpusFile, SIZES } from './corpus.ts';
import { agreementMeasures } from './agreement-measures.ts';
import { teamMeasures } from './team-measures.ts';
import { coreMeasures } from './core-measures.ts';
import { importMeasures } from './import-measures.ts';
import { matrixMeasures } from './matrix-measures.ts';
import { mergeMeasures } from './merge-measures.ts';
import { measure, notMeasured } from './measure.ts';
import { protectedMeasures } from './protected-measures.ts';
import { refiMeasures } from './refi-measures.ts';
import { relationsMeasures } from './relations-measures.ts';
import { retrievalMeasures } from './retrieval-measures.ts';
import { reviewMeasures } from './review-measures.ts';
import { searchMeasures } from './search-measures.ts';
import type { BenchRow, Measure } from './measure.ts';
import { startMeasures } from './start-measures.ts';
import { tablesMeasures } from './tables-measures.ts';
import { windowMeasures } from './window-measures.ts';
import { wordsMeasures } from './words-measures.ts';

const GB = 1024 ** 3;
/** With 200,000 codings in the project what a user waits for may take this much longer. */
const LARGE_SLACK = 1.5;
const CACHE = join(process.cwd(), '.cache', 'bench');

interface Asked {
  readonly size: keyof typeof SIZES;
  readonly only: ReadonlySet<string> | null;
  readonly json: boolean;
}

function parse(args: readonly string[]): Asked {
  const size = args.find((arg) => arg in SIZES) ?? 'S';
  const onlyAt = args.indexOf('--only');
  const only = onlyAt < 0 ? null : new Set((args[onlyAt + 1] ?? '').split(','));
  return { size: size as Asked['size'], only, json: args.includes('--json') };
}

function machine(): string {
  return `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'cpu'}, ${Math.round(totalmem() / GB)} GB, node ${process.version}`;
}

function printRows(rows: readonly BenchRow[]): void {
  const cells = rows.map((row) => [
    row.id,
    row.median === null ? '–' : `${row.median} ms`,
    row.median === null ? '' : `${row.min}–${row.max}`,
    row.budget === null ? '' : `≤ ${row.budget}`,
    row.met === null ? '' : row.met ? 'met' : 'MISSED',
    row.sqliteRatio === null ? '' : `× ${row.sqliteRatio}`,
    row.note ?? row.what,
  ]);
  const header = ['id', 'median', 'min–max', 'budget', '', 'vs SQLite', 'what'];
  const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => (column === 6 ? 0 : (row[column] ?? '').length))));
  for (const row of [header, ...cells])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** One figure that cannot be taken leaves the others standing, and says why. */
async function measured(item: Measure): Promise<BenchRow> {
  process.stderr.write(`${item.id}\n`);
  try {
    return await measure(item);
  } catch (error) {
    return notMeasured(item, `failed: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** Ends the program: nothing is measured. */
function compare([before, after]: readonly string[]): never {
  if (before === undefined || after === undefined) {
    console.error('npm run bench -- --compare BEFORE.json AFTER.json');
    process.exit(2);
  }
  try {
    for (const line of comparisonLines(readResult(before), readResult(after))) console.log(line);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  process.exit(0);
}

const compareAt = process.argv.indexOf('--compare');
if (compareAt > 0) compare(process.argv.slice(compareAt + 1));
const asked = parse(process.argv.slice(2));
const size = SIZES[asked.size];
const wanted = (id: string): boolean => asked.only === null || asked.only.has(id);
mkdirSync(CACHE, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'trame-bench-'));
process.stderr.write(`corpus ${asked.size}: ${size.sources} × ${size.words} words, ${size.codings} codings\n`);
const corpus = await corpusFile(CACHE, asked.size, size);
const rows: BenchRow[] = [];

const core = coreMeasures(corpus, folder, size);
for (const item of core.measures) if (wanted(item.id)) rows.push(await measured(item));
core.close();
if (['search.word', 'search.phrase', 'search.exact', 'search.uncoded', 'search.first', 'search.wait', 'search.regex'].some(wanted)) {
  const search = searchMeasures(corpus, folder);
  for (const item of search.measures) if (wanted(item.id)) rows.push(await measured(item));
  search.close();
}
for (const item of matrixMeasures(CACHE, folder, asked.size === 'L' ? 'L' : 'M')) if (wanted(item.id)) rows.push(await measured(item));
for (const item of retrievalMeasures(CACHE, folder, asked.size === 'L' ? 'L' : 'M')) if (wanted(item.id)) rows.push(await measured(item));
for (const item of relationsMeasures(CACHE, folder, asked.size === 'L' ? 'L' : 'M')) if (wanted(item.id)) rows.push(await measured(item));
for (const item of mergeMeasures(CACHE, folder, asked.size === 'L' ? 'L' : 'M')) if (wanted(item.id)) rows.push(await measured(item));
for (const item of protectedMeasures(corpus, folder)) if (wanted(item.id)) rows.push(await measured(item));
for (const item of refiMeasures(corpus, CACHE, folder, asked.size === 'L' ? 'L' : 'S')) if (wanted(item.id)) rows.push(await measured(item));
for (const item of agreementMeasures(CACHE)) if (wanted(item.id)) rows.push(await measured(item));
for (const item of teamMeasures(CACHE)) if (wanted(item.id)) rows.push(await measured(item));
const review = reviewMeasures(CACHE, folder);
for (const item of review.measures) if (wanted(item.id)) rows.push(await measured(item));
await review.close();
const words = wordsMeasures(corpus, folder, asked.size, size);
for (const item of words.measures) if (wanted(item.id)) rows.push(await measured(item));
words.close();
const tables = tablesMeasures(CACHE, folder, asked.size === 'L' ? 'L' : 'M');
for (const item of tables.measures) if (wanted(item.id)) rows.push(await measured(item));
tables.close();
for (const item of importMeasures(CACHE, folder, asked.size, size)) if (wanted(item.id)) rows.push(await measured(item));

const inWindow = await windowMeasures(corpus, folder, CACHE, asked.size === 'L' ? LARGE_SLACK : 1);
if ('why' in inWindow) rows.push(...inWindow.items.filter((item) => wanted(item.id)).map((item) => notMeasured(item, inWindow.why)));
else {
  for (const item of inWindow.measures) if (wanted(item.id)) rows.push(await measured(item));
  await inWindow.close();
}
if (['program.start', 'project.open.window', 'program.memory'].some(wanted)) {
  const atStart = await startMeasures(corpus, folder);
  if ('why' in atStart) rows.push(...atStart.items.filter((item) => wanted(item.id)).map((item) => notMeasured(item, atStart.why)));
  else {
    for (const item of atStart.measures) if (wanted(item.id)) rows.push(await measured(item));
    await atStart.close();
  }
}
rmSync(folder, { recursive: true, force: true });

if (asked.json) process.stdout.write(`${JSON.stringify({ size: asked.size, machine: machine(), rows }, null, 1)}\n`);
else {
  console.log(machine());
  printRows(rows);
}
