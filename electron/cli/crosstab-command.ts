// trame crosstab
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { COUNT_UNITS, LEAST_DRAWS } from '../../shared/domain/crosstab.ts';
import type { CountUnit, Crosstab, CrosstabSetting } from '../../shared/domain/crosstab.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { AxisSpec, JoinRule } from '../../shared/domain/matrix.ts';
import type { StudyFrame } from '../../shared/domain/matrix-axis.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { crosstabText } from '../../shared/i18n/crosstab.ts';
import { reasonText } from '../../shared/i18n/undefined.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import { parseAxes } from '../exchange/axis-words.ts';
import { readCrosstab } from '../queries/crosstab.ts';
import { readStudyFrame } from '../queries/matrix-frame.ts';
import { readProject } from '../queries/project.ts';
import type { Project } from '../storage/open-project.ts';
import { codersNamed, collect } from './named.ts';
import { withProject } from './session.ts';
import { cliLanguage, printJson, printTable, warn } from './terminal.ts';

interface CrosstabOptions {
  rows: string;
  cols: string;
  unit: CountUnit;
  join: JoinRule;
  where: string[];
  coder: string[];
  draws?: number;
  seed: number;
  json?: boolean;
}

function unit(text: string): CountUnit {
  const found = COUNT_UNITS.find((each) => each === text);
  if (!found) throw new InvalidArgumentError(`one of ${COUNT_UNITS.join(', ')}`);
  return found;
}

function joinRule(text: string): JoinRule {
  if (text === 'passage' || text === 'overlap' || text === 'turn') return { kind: text };
  const near = /^near:(\d{1,6})$/.exec(text);
  if (near) return { kind: 'near', withinUtf16: Number(near[1]) };
  throw new InvalidArgumentError('passage, overlap, turn or near:N');
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,10}$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
    return value;
  };
}

/** One axis a side: what is crossed are two characters. */
function axisFrom(text: string, frame: StudyFrame): AxisSpec {
  const [axis, ...more] = parseAxes(text, frame);
  if (!axis || more.length > 0) throw new Refusal('matrix.axisInvalid', { axis: text });
  return axis;
}

function settingFrom(project: Project, options: CrosstabOptions): CrosstabSetting {
  const frame = readStudyFrame(project);
  const coderIds = codersNamed(project, options.coder);
  return {
    rows: axisFrom(options.rows, frame),
    columns: axisFrom(options.cols, frame),
    unit: options.unit,
    join: options.join,
    coderIds: coderIds.length > 0 ? coderIds : null,
    where: options.where,
    draws: options.draws ?? null,
    seed: options.seed,
  };
}

function asTable({ rows, columns, counts, totals, rowTitle, columnTitle }: Crosstab): (string | number)[][] {
  return [
    [`${rowTitle} × ${columnTitle}`, ...columns.map(({ label }) => label), 'Σ'],
    ...rows.map(({ label }, row) => [label, ...(counts[row] ?? []), totals.rows[row] ?? 0]),
    ['Σ', ...totals.columns, totals.total],
  ];
}

async function crosstab(file: string, options: CrosstabOptions): Promise<void> {
  await withProject(file, undefined, async ({ project }) => {
    const answer = readCrosstab(project, settingFrom(project, options), axisTitles[readProject(project).language]);
    const language = cliLanguage();
    if (isUndefined(answer)) {
      warn(reasonText[language][answer.because]);
      return options.json ? printJson(answer) : undefined;
    }
    const words = crosstabText[language];
    for (const warning of answer.warnings) warn(words.warnings[warning.kind](warning.count));
    if (options.json) return printJson(answer);
    await printTable(asTable(answer));
    return printTable([words.testHeads, ...words.testLines(answer)]);
  });
}

export function addCrosstabCommand(trame: Command): void {
  trame
    .command('crosstab <file>')
    .description('cross two axes and test whether they go together')
    .requiredOption('--rows <axis>', 'row axis, as of `trame matrix`')
    .requiredOption('--cols <axis>', 'column axis, such as attribute:NAME')
    .option('--unit <unit>', `what cells count: ${COUNT_UNITS.join(', ')}`, unit, 'passages')
    .option('--join <rule>', 'when row and column categories meet: passage, overlap, turn or near:N', joinRule, {
      kind: 'overlap',
    } satisfies JoinRule)
    .option('--where <expression>', 'only passages for which it holds (repeat for several)', collect, [])
    .option('--coder <name>', 'only this coder’s codings (repeat for several)', collect, [])
    .option('--draws <n>', 'draw so many tables for Fisher’s test where it cannot be exact', wholeNumber(LEAST_DRAWS, 1_000_000))
    .option('--seed <n>', 'of the draws: the same seed gives the same probability', wholeNumber(0, 2_147_483_647), 1)
    .option('--json', 'print JSON')
    .action(crosstab);
}
