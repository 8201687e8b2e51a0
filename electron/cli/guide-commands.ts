// trame guide FILE list | import PATH | coverage
import { basename } from 'node:path';
import type { Command } from 'commander';
import { CORPUS_TABLE_FORMATS } from '../../shared/domain/corpus-table.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { Guide, GuideTableKind } from '../../shared/domain/guide.ts';
import { writeGuide } from '../commands/guide.ts';
import type { Session } from '../commands/run-command.ts';
import { readGuideFile } from '../exchange/guide-file.ts';
import { buildGuideTable, printGuideTable } from '../exchange/printing/guide-table.ts';
import { listGuides, readCoverage } from '../queries/guide.ts';
import { extensionOf, readInput, withProject, writeOutput } from './session.ts';
import { printJson, printTable } from './terminal.ts';

interface GuideOptions {
  guide?: string;
  out?: string;
  coder?: string;
  json?: boolean;
}

/** The guide of this title; without one, the first. */
function guideNamed(project: Session['project'], title: string | undefined): Guide {
  const guides = listGuides(project);
  const guide = title === undefined ? guides[0] : guides.find((one) => one.title === title);
  if (!guide) throw new Refusal('guide.unknown', { name: title ?? '' });
  return guide;
}

function formatOf(out: string): (typeof CORPUS_TABLE_FORMATS)[number] {
  const extension = extensionOf(out);
  const format = CORPUS_TABLE_FORMATS.find((known) => known === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: CORPUS_TABLE_FORMATS });
  return format;
}

async function show(file: string, what: GuideTableKind, options: GuideOptions): Promise<void> {
  const format = options.out === undefined ? null : formatOf(options.out);
  await withProject(file, undefined, async ({ project }) => {
    if (options.json) {
      const all = what === 'links' && options.guide === undefined ? listGuides(project) : guideNamed(project, options.guide);
      return printJson(what === 'coverage' && 'id' in all ? readCoverage(project, all.id) : all);
    }
    if (what === 'links' && format === null && listGuides(project).length === 0) return undefined;
    const { id: guideId } = guideNamed(project, options.guide);
    if (options.out !== undefined && format !== null)
      return writeOutput(options.out, (await printGuideTable(project, { guideId, what, format })).content);
    const { columns, rows } = buildGuideTable(project, guideId, what);
    return printTable([columns.map(({ label }) => label), ...rows]);
  });
}

async function importGuide(file: string, path: string, options: GuideOptions): Promise<void> {
  // read before the project is touched: what cannot be read changes nothing
  const guide = await readGuideFile({ name: basename(path), bytes: readInput(path) });
  const guideId = await withProject(file, options.coder, (session) => writeGuide(session, { guideId: null, guide }));
  const questions = guide.themes.reduce((sum, theme) => sum + theme.questions.length, 0);
  if (options.json) return printJson({ id: guideId, title: guide.title, themes: guide.themes.length, questions });
  return printTable([
    ['guide', 'themes', 'questions'],
    [guide.title, guide.themes.length, questions],
  ]);
}

/** `trame guide FILE import PATH`: the verb stands after the file, which commander's nested commands cannot express. */
async function guideVerb(file: string, verb: string, path: string | undefined, options: GuideOptions, command: Command): Promise<void> {
  switch (verb) {
    case 'list':
      return show(file, 'links', options);
    case 'coverage':
      return show(file, 'coverage', options);
    case 'import':
      if (path === undefined) return command.error("error: missing required argument 'path'");
      return importGuide(file, path, options);
    default:
      return command.error(`error: unknown verb '${verb}' (list, import or coverage)`);
  }
}

export function addGuideCommands(trame: Command): void {
  trame
    .command('guide <file> <verb> [path]')
    .description(
      'list (questions and the categories they feed) | import PATH (themes and questions, any readable format) | coverage (who answered what)',
    )
    .option('--guide <title>', 'which guide (the first without)')
    .option('--out <path>', 'write the table: docx, xlsx or csv, by its extension')
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(guideVerb);
}
