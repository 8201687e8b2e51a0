// trame agreement
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { AGREEMENT_COEFFICIENTS } from '../../shared/domain/agreement.ts';
import type { Agreement, AgreementCoefficient, AgreementFigures, AgreementSetting, AgreementUnit } from '../../shared/domain/agreement.ts';
import { agreementNotes, agreementText } from '../../shared/i18n/agreement.ts';
import { reasonText } from '../../shared/i18n/undefined.ts';
import { USUAL_DRAWING } from '../../shared/statistics/agreement-bootstrap.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { PrintFormat } from '../../shared/domain/print.ts';
import { usualStyle } from '../exchange/printing/print-setting.ts';
import { readAgreement } from '../queries/agreement.ts';
import type { Project } from '../storage/open-project.ts';
import { codersNamed, gridsNamed } from './named.ts';
import { assertOutputFolder, extensionOf, withProject, writeOutput } from './session.ts';
import { cliLanguage, print, printJson, printTable, warn } from './terminal.ts';

interface AgreementOptions {
  coders: string[];
  coefficient: AgreementCoefficient;
  unit: AgreementUnit;
  grid: string[];
  draws: number;
  seed: number;
  json?: boolean;
  out?: string;
}

/** As CLI.md writes them. */
const UNIT_WORDS: Readonly<Record<string, AgreementUnit>> = { char: 'character', turn: 'turn', sentence: 'sentence', source: 'source' };

/** Names that researchers know coefficients by. */
const COEFFICIENT_WORDS: Readonly<Record<string, AgreementCoefficient>> = {
  ...Object.fromEntries(AGREEMENT_COEFFICIENTS.map((name) => [name.toLowerCase(), name])),
  cohen: 'kappa',
  light: 'kappa',
  scott: 'pi',
  fleiss: 'pi',
  bennett: 's',
  gwet: 'ac1',
  krippendorff: 'alpha',
  '|u': 'barU',
  'u-alpha': 'barU',
};

function oneOf<T>(words: Readonly<Record<string, T>>): (text: string) => T {
  return (text) => {
    const found = words[text.toLowerCase()];
    if (found === undefined) throw new InvalidArgumentError(`one of ${Object.keys(words).join(', ')}`);
    return found;
  };
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,10}$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
    return value;
  };
}

function settingFrom(project: Project, { coders, coefficient, unit, grid, draws, seed }: AgreementOptions): AgreementSetting {
  const coderIds = codersNamed(project, coders);
  const gridIds = gridsNamed(project, grid);
  return { coderIds, gridIds: gridIds.length > 0 ? gridIds : null, unit, coefficient, draws, seed };
}

type Figure = number | Undefined;

/** Null where a figure has no value; why stands beside it. */
function plain(figures: AgreementFigures): Record<string, number | null> {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, isUndefined(figure) ? null : figure]));
}

function whys(figures: AgreementFigures): Record<string, string> {
  return Object.fromEntries(Object.entries(figures).flatMap(([name, figure]) => (isUndefined(figure) ? [[name, figure.because]] : [])));
}

const both = (figures: AgreementFigures) => ({ figures: plain(figures), undefined: whys(figures) });

function asJson(found: Agreement): unknown {
  const wordOf = Object.keys(UNIT_WORDS).find((word) => UNIT_WORDS[word] === found.unit);
  return {
    unit: wordOf,
    coefficient: found.coefficient,
    coders: found.coders.map(({ name }) => name),
    units: found.units,
    intervals: { over: found.drawn, draws: found.draws, seed: found.seed },
    unusedCategories: found.unused,
    leftOut: found.leftOut.map(({ name, without }) => ({ source: name, notCodedBy: without })),
    overall: { value: plain(found.overall.figures)[found.coefficient], ...both(found.overall.figures), interval: found.overall.interval },
    categories: found.categories.map(({ path, counts, alone, figures, interval }) => ({
      category: path.join(' > '),
      value: plain(figures)[found.coefficient],
      counts: alone ? { both: counts.all, onlyFirst: alone[0], onlySecond: alone[1], neither: counts.none } : counts,
      ...both(figures),
      interval,
    })),
    sources: found.sources.map(({ name, units, figures }) => ({ source: name, units, value: plain(figures)[found.coefficient], ...both(figures) })),
    grids: found.grids.map(({ title, without, u, barU, cu, coverage, categories }) => ({
      grid: title,
      notAppliedBy: without,
      u,
      barU,
      cu,
      coverage,
      ku: categories.map(({ id, alpha, coverage: own }) => ({
        category: found.categories.find((category) => category.id === id)?.path.join(' > '),
        alpha,
        coverage: own,
      })),
    })),
    asOtherPrograms: found.programs,
  };
}

const DIGITS = 1000;
const shown = (figure: Figure, none: string): string | number => (isUndefined(figure) ? none : Math.round(figure * DIGITS) / DIGITS);

async function printAgreement(found: Agreement): Promise<void> {
  const words = agreementText[cliLanguage()];
  const none = words.undefined;
  const line = (name: string, figures: AgreementFigures, interval: Agreement['overall']['interval'] | null): (string | number)[] => [
    name,
    shown(figures[found.coefficient], none),
    interval === null ? '' : isUndefined(interval) ? none : `${shown(interval.low, none)} – ${shown(interval.high, none)}`,
    shown(figures.percent, none),
    shown(figures.ac1, none),
  ];
  await printTable([
    [words.category, words.coefficients[found.coefficient], '95 %', words.observed, words.ac1],
    ...found.categories.map(({ path, figures, interval }) => line(path.join(' > '), figures, interval)),
    ...found.sources.map(({ name, figures }) => line(`${words.source} ${name}`, figures, null)),
    line(words.overall, found.overall.figures, found.overall.interval),
  ]);
  const names = found.coders.map(({ name }) => name);
  await print(`${words.caption(names, found.sources.length, words.counted[found.unit](found.units), found.categories.length)}\n`);
  await print(`${words.intervals(found.drawn, found.draws, found.seed)}\n`);
}

/** The report, in the format of its file. */
async function writeReport(project: Project, setting: AgreementSetting, path: string): Promise<void> {
  const { printPieceAs } = await import('../exchange/printing/print-piece.ts');
  assertOutputFolder(path);
  writeOutput(path, await printPieceAs(project, { kind: 'agreement', ...setting }, usualStyle(project), extensionOf(path) as PrintFormat));
}

async function agreement(file: string, options: AgreementOptions): Promise<void> {
  await withProject(file, undefined, async ({ project }) => {
    const language = cliLanguage();
    const words = agreementText[language];
    const setting = settingFrom(project, options);
    const found = readAgreement(project, setting);
    if (isUndefined(found)) {
      if (options.json) await printJson(found);
      warn(reasonText[language][found.because]);
      return;
    }
    for (const note of agreementNotes(found, words)) warn(note);
    if (options.out !== undefined) await writeReport(project, setting, options.out);
    if (options.json) await printJson(asJson(found));
    else await printAgreement(found);
  });
}

const MOST_DRAWS = 10_000;
const LEAST_DRAWS = 100;

export function addAgreementCommand(trame: Command): void {
  trame
    .command('agreement <file>')
    .description('how far coders agree: per category, per source, overall, with intervals')
    .requiredOption('--coders <names>', 'two coders or more, separated by commas', (text: string) => text.split(',').map((name) => name.trim()))
    .option('--coefficient <name>', AGREEMENT_COEFFICIENTS.join(', '), oneOf(COEFFICIENT_WORDS), 'alpha')
    .addOption(new Option('--unit <unit>', Object.keys(UNIT_WORDS).join(', ')).argParser(oneOf(UNIT_WORDS)).default('character', 'char'))
    .option(
      '--grid <id>',
      'a grid, by key or title; several times for several (default: all)',
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option('--draws <n>', 'samples drawn for intervals', wholeNumber(LEAST_DRAWS, MOST_DRAWS), USUAL_DRAWING.draws)
    .option('--seed <n>', 'of what is drawn', wholeNumber(0, 2 ** 31 - 1), USUAL_DRAWING.seed)
    .option('--out <path>', 'writes the report too: docx, odt, pdf, html, md, tex, xlsx or csv')
    .option('--json', 'one JSON document on stdout')
    .action(agreement);
}
