// trame saturation
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { SATURATION_ORDERS, USUAL_RUNS } from '../../shared/domain/saturation.ts';
import type { SaturationOrder, SaturationStudy } from '../../shared/domain/saturation.ts';
import { printSaturationText } from '../../shared/i18n/print-saturation.ts';
import { reasonText } from '../../shared/i18n/undefined.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import { studySaturation } from '../queries/saturation.ts';
import { collect, gridsNamed } from './named.ts';
import { withProject } from './session.ts';
import { cliLanguage, print, printJson, printTable, warn } from './terminal.ts';

interface SaturationOptions {
  order: SaturationOrder;
  grid: string[];
  base: number;
  run: number;
  threshold: number;
  json?: boolean;
}

function orderOf(text: string): SaturationOrder {
  const order = SATURATION_ORDERS.find((known) => known === text);
  if (!order) throw new InvalidArgumentError(SATURATION_ORDERS.join(' or '));
  return order;
}

function between(least: number, most: number, isWhole: boolean): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value))) throw new InvalidArgumentError(`${least} to ${most}`);
    return value;
  };
}

/** As CLI.md's other shapes: names where people look, shares from 0 to 1. */
function asJson({ steps, expected, runs, richness, categories, uncoded }: SaturationStudy, options: SaturationOptions): unknown {
  return {
    order: options.order,
    categories,
    uncodedSources: uncoded,
    steps: steps.map(({ name, date, codings, categories: here, added, cumulative }, at) => ({
      source: name,
      date,
      codings,
      categories: here,
      added: added.length,
      new: added.map((category) => category.name),
      cumulative,
      expected: expected[at]?.mean ?? null,
      deviation: expected[at]?.deviation ?? null,
    })),
    guestNameyChen: { baseSize: options.base, runLength: options.run, threshold: options.threshold, ...runs },
    richness: isUndefined(richness) ? richness : { chao2: richness.estimate, ...richness },
  };
}

async function saturation(file: string, options: SaturationOptions): Promise<void> {
  await withProject(file, undefined, async ({ project }) => {
    const gridIds = options.grid.length > 0 ? gridsNamed(project, options.grid) : null;
    const study = studySaturation(project, {
      gridIds,
      order: options.order,
      baseSize: options.base,
      runLength: options.run,
      threshold: options.threshold,
    });
    if (options.json) {
      await printJson(asJson(study, options));
      return;
    }
    const language = cliLanguage();
    const words = printSaturationText[language];
    if (study.steps.length === 0) await print(words.nothing);
    else {
      await printTable([
        [words.interview, words.date, words.codings, words.added, words.cumulative],
        ...study.steps.map(({ name, date, codings, added, cumulative }) => [name, date, codings, added.length, cumulative]),
      ]);
      if (isUndefined(study.richness)) warn(reasonText[language][study.richness.because]);
      await print(words.proves);
    }
  });
}

export function addSaturationCommand(trame: Command): void {
  trame
    .command('saturation <file>')
    .description('new categories interview by interview, what may be missing, and what none of it proves')
    .option('--order <order>', 'date or import', orderOf, 'date')
    .option('--grid <id>', 'a grid, by key or title; several times for several (default: all)', collect, [])
    .option('--base <n>', 'Guest, Namey & Chen: interviews of the base', between(1, 100, true), USUAL_RUNS.baseSize)
    .option('--run <n>', 'interviews of a run', between(1, 20, true), USUAL_RUNS.runLength)
    .option('--threshold <share>', 'share of the base at which a run adds little', between(0, 1, false), USUAL_RUNS.threshold)
    .option('--json', 'one JSON document on stdout')
    .action(saturation);
}
