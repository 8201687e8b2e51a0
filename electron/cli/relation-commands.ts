// trame cooccurrence
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CategoryChoice, CoOccurrences, RelationScope } from '../../shared/domain/relation.ts';
import { categoryAt } from '../../shared/domain/category-path.ts';
import { reasonText } from '../../shared/i18n/undefined.ts';
import type { CoUnit } from '../../shared/statistics/co-occurrence.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import { readCodebook } from '../queries/codebook.ts';
import { readCoOccurrences } from '../queries/co-occurrence.ts';
import type { Project } from '../storage/open-project.ts';
import { codersNamed, collect, gridsNamed } from './named.ts';
import { withProject } from './session.ts';
import { cliLanguage, printJson, printTable, warn } from './terminal.ts';

interface CoOccurrenceOptions {
  grid: string[];
  category: string[];
  level?: number;
  join: CoUnit;
  where: string[];
  coder: string[];
  min: number;
  json?: boolean;
}

function unit(text: string): CoUnit {
  if (text === 'characters') return { kind: 'character' };
  if (text === 'passage' || text === 'overlap' || text === 'turn' || text === 'source' || text === 'case') return { kind: text };
  const near = /^near:(\d{1,6})$/.exec(text);
  if (near) return { kind: 'near', withinUtf16: Number(near[1]) };
  throw new InvalidArgumentError('passage, overlap, turn, near:N, source, case or characters');
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number');
  return Number(text);
}

function choiceFrom(project: Project, { grid, category, level }: CoOccurrenceOptions): CategoryChoice {
  if (category.length > 0) {
    const codebook = readCodebook(project);
    return { kind: 'picked', categoryIds: category.map((path): CategoryId => categoryAt(codebook, path).category.id) };
  }
  return { kind: 'grids', gridIds: gridsNamed(project, grid), level: level ?? null };
}

function scopeFrom(project: Project, options: CoOccurrenceOptions): RelationScope {
  const coderIds = codersNamed(project, options.coder);
  return { categories: choiceFrom(project, options), coderIds: coderIds.length > 0 ? coderIds : null, where: options.where };
}

/** The answer with the categories' ids in its pairs, so that each line can be read by itself. */
function asJson({ unit: counted, categories, pairs, total, ground }: CoOccurrences): object {
  return {
    unit: counted,
    categories: categories.map(({ id, path, count: found }) => ({ id, path: path.join(' > '), count: found })),
    pairs: pairs.map(({ a, b, ...numbers }) => ({ a: categories[a]?.id, b: categories[b]?.id, ...numbers })),
    total,
    scope: ground,
  };
}

const shown = (value: number | Undefined): string => (isUndefined(value) ? '–' : value.toFixed(3));

function asTable({ categories, pairs }: CoOccurrences): (string | number)[][] {
  const name = (number: number): string => categories[number]?.path.slice(1).join(' > ') ?? '';
  const rows = pairs
    .toSorted((one, other) => other.count - one.count)
    .map(({ a, b, count: found, jaccard, npmi }) => [name(a), name(b), found, shown(jaccard), shown(npmi)]);
  return [['a', 'b', 'count', 'jaccard', 'npmi'], ...rows];
}

async function coOccurrence(file: string, options: CoOccurrenceOptions): Promise<void> {
  await withProject(file, undefined, async ({ project }) => {
    const answer = readCoOccurrences(project, { scope: scopeFrom(project, options), unit: options.join });
    if (isUndefined(answer)) {
      warn(reasonText[cliLanguage()][answer.because]);
      return options.json ? printJson(answer) : undefined;
    }
    const kept = { ...answer, pairs: answer.pairs.filter((pair) => pair.count >= options.min) };
    return options.json ? printJson(asJson(kept)) : printTable(asTable(kept));
  });
}

export function addRelationCommands(trame: Command): void {
  trame
    .command('cooccurrence <file>')
    .description('count how often categories are found together')
    .option('--grid <id>', 'categories of this grid, by its id or title (repeat for several; all grids when left out)', collect, [])
    .option('--level <n>', 'categories of this level, with what is below them; each by itself when left out', count)
    .option('--category <path>', 'only these categories, with what is below them (repeat for each)', collect, [])
    .option('--join <unit>', 'what is counted: pairs of passages (overlap, near:N), or passage, turn, source, case, characters', unit, {
      kind: 'overlap',
    } satisfies CoUnit)
    .option('--where <expression>', 'only passages for which it holds (repeat for several)', collect, [])
    .option('--coder <name>', 'only this coder’s codings (repeat for several)', collect, [])
    .option('--min <n>', 'leave out pairs found less often', count, 1)
    .option('--json', 'print JSON')
    .action(coOccurrence);
}
