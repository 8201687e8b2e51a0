// trame export | quotes | codebook | corpus-table | pack: what a thesis prints, and the project's data.
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import { BULKY, PACK_ORDER, firstFormats, newPiece } from '../../shared/domain/first-pack.ts';
import { isSameName } from '../../shared/domain/category-path.ts';
import type { GridId } from '../../shared/domain/ids.ts';
import { FIGURE_KINDS, FORMATS_OF, PRINT_FORMATS } from '../../shared/domain/print.ts';
import type { FigureKind, PieceKind, PrintFormat, PrintPack, PrintPiece, PrintStyle } from '../../shared/domain/print.ts';
import { OUTWARD_FORMATS, PEOPLE_SHOWN, TEXT_UNITS } from '../../shared/domain/outward.ts';
import { LANGUAGES } from '../../shared/domain/project.ts';
import type { Language } from '../../shared/domain/project.ts';
import type { Session } from '../commands/run-command.ts';
import { parseAxes } from '../exchange/axis-words.ts';
import { writePack } from '../exchange/printing/print-pack.ts';
import { printPieceAs } from '../exchange/printing/print-piece.ts';
import { PROJECT_FORMATS, exportProject } from '../exchange/project-data.ts';
import { readCodebook } from '../queries/codebook.ts';
import { caseByName, listCoders, listSources, readStudyParts, sourceByName } from '../queries/corpus.ts';
import { listGuides } from '../queries/guide.ts';
import { readStudyFrame } from '../queries/matrix-frame.ts';
import { listPrintSettings } from '../queries/print-settings.ts';
import { readProject } from '../queries/project.ts';
import { listMatrices } from '../queries/saved-matrices.ts';
import { collect, gridsNamed } from './named.ts';
import { exportOutward } from './outward-command.ts';
import type { OutwardOptions } from './outward-command.ts';
import { exportQdpx } from './refi-command.ts';
import { assertOutputFolder, extensionOf, withProject, writeOutput } from './session.ts';
import { printJson, progressBar } from './terminal.ts';

type Project = Session['project'];

export interface StyleOptions {
  readonly lang?: Language;
  readonly author?: string;
  readonly sourceLine?: string;
  readonly names: string;
  readonly links: boolean;
}

interface PieceOptions extends StyleOptions {
  readonly grid: readonly string[];
  readonly case: readonly string[];
  readonly source: readonly string[];
  readonly coder: readonly string[];
  readonly where: readonly string[];
  readonly matrix?: string;
  readonly rows?: string;
  readonly cols?: string;
  readonly figure?: FigureKind;
  readonly most?: number;
  readonly by?: 'category' | 'respondent';
}

interface ExportOptions extends PieceOptions, OutwardOptions {
  readonly out: string;
  readonly format?: string;
  readonly piece?: PieceKind;
  readonly title?: string;
  readonly for?: 'nvivo';
  readonly report?: boolean;
  readonly sideFile?: boolean;
  readonly recordings?: boolean;
  readonly json?: boolean;
}

export function styleFrom(project: Project, { lang, author, sourceLine, names, links }: StyleOptions): PrintStyle {
  const language = lang ?? readProject(project).language;
  const style = { language, author: author ?? null, sourceLine: sourceLine ?? null, links };
  if (names === 'label' || names === 'nobody') return { ...style, reference: { who: names } };
  const attribute = readStudyParts(project).attributes.find(({ name }) => isSameName(name, names));
  if (!attribute) throw new Refusal('attribute.unknown', { name: names });
  return { ...style, reference: { who: 'attribute', attributeId: attribute.id } };
}

function gridIds(project: Project, named: readonly string[]): GridId[] | null {
  return named.length === 0 ? null : gridsNamed(project, named);
}

function found<T>(ids: readonly string[], find: (name: string) => T): T[] | null {
  return ids.length === 0 ? null : ids.map(find);
}

function studyOf(project: Project) {
  const { cases } = readStudyParts(project);
  return {
    codebook: readCodebook(project),
    cases,
    sources: listSources(project),
    guides: listGuides(project),
    coders: listCoders(project),
    matrices: listMatrices(project),
  };
}

/** The piece as it is unless options say otherwise. */
function pieceFrom(project: Project, kind: PieceKind, options: PieceOptions & { readonly title?: string }): PrintPiece {
  const first = newPiece(kind, studyOf(project));
  if (!first) throw new Refusal('source.nothingImported');
  const grids = gridIds(project, options.grid);
  const piece: PrintPiece = 'gridIds' in first ? { ...first, gridIds: grids } : first;
  const where = [...options.where];
  switch (piece.kind) {
    case 'matrix':
    case 'figure': {
      const saved = options.matrix === undefined ? undefined : listMatrices(project).find(({ name }) => isSameName(name, options.matrix ?? ''));
      if (options.matrix !== undefined && !saved) throw new Refusal('matrix.unknown', { name: options.matrix });
      const definition = crossed(project, saved?.definition ?? piece.definition, options);
      const title = options.title ?? saved?.name ?? piece.title;
      const next = { ...piece, definition, title };
      return next.kind === 'figure' ? { ...next, figure: options.figure ?? next.figure } : next;
    }
    case 'counts': {
      const { rows, columns } = crossed(project, { rows: [piece.rows], columns: [piece.columns] }, options);
      return { ...piece, rows: rows[0] ?? piece.rows, columns: columns[0] ?? piece.columns };
    }
    case 'verbatims':
      return { ...piece, where, most: options.most ?? null };
    case 'quoteBook':
      return { ...piece, where, by: options.by ?? 'category' };
    case 'monograph':
      return { ...piece, caseIds: found(options.case, (name) => required(caseByName(project, name), 'case.unknown', name)) };
    case 'transcript': {
      const coders = listCoders(project);
      const coderNamed = (name: string) => required(coders.find((coder) => coder.name === name)?.id, 'coder.unknown', name);
      return { ...piece, sourceIds: found(options.source, (name) => sourceByName(project, name)), coderIds: found(options.coder, coderNamed) };
    }
    case 'dataStructure':
      return { ...piece, gridId: grids?.[0] ?? piece.gridId };
    case 'codebook':
    case 'corpusTable':
      return options.title === undefined ? piece : { ...piece, title: options.title };
    default:
      return piece;
  }
}

function required<T>(value: T | undefined, code: 'case.unknown' | 'coder.unknown', name: string): T {
  if (value === undefined) throw new Refusal(code, { name, id: name });
  return value;
}

/** The axes that were asked for, in place of the ones that are there. */
function crossed<T extends { rows: readonly unknown[]; columns: readonly unknown[] }>(project: Project, given: T, { rows, cols }: PieceOptions) {
  const frame = readStudyFrame(project);
  const axes = (text: string | undefined) => (text === undefined ? undefined : parseAxes(text, frame));
  return { ...given, rows: axes(rows) ?? given.rows, columns: axes(cols) ?? given.columns } as T & {
    rows: ReturnType<typeof parseAxes>;
    columns: ReturnType<typeof parseAxes>;
  };
}

function formatFor(kind: PieceKind, wanted: string): PrintFormat {
  const known = FORMATS_OF[kind];
  const format = known.find((candidate) => candidate === wanted);
  if (!format) throw new Refusal('file.formatUnknown', { format: wanted, known });
  return format;
}

async function exportTo(file: string, options: ExportOptions): Promise<void> {
  const { piece: kind, out } = options;
  const wanted = options.format ?? extensionOf(out);
  if (kind === undefined && wanted === 'qdpx') return exportQdpx(file, options);
  if (kind !== undefined) return writePiece(file, kind, formatFor(kind, wanted), options);
  const outward = wanted === 'gexf' ? 'gephi' : OUTWARD_FORMATS.find((candidate) => candidate === wanted);
  if (outward !== undefined) return exportOutward(file, outward, options);
  const format = PROJECT_FORMATS.find((candidate) => candidate === wanted);
  if (!format) throw new Refusal('file.formatUnknown', { format: wanted, known: ['qdpx', ...PROJECT_FORMATS, ...OUTWARD_FORMATS] });
  return writeOutput(out, await withProject(file, undefined, ({ project }) => exportProject(project, format)));
}

function writePiece(file: string, kind: PieceKind, format: PrintFormat, options: ExportOptions): Promise<void> {
  return writeAs(file, format, options, (project) => pieceFrom(project, kind, options));
}

async function writeAs(
  file: string,
  format: PrintFormat,
  options: StyleOptions & { readonly out: string },
  pieceIn: (project: Project) => PrintPiece,
): Promise<void> {
  assertOutputFolder(options.out);
  const content = await withProject(file, undefined, ({ project }) => printPieceAs(project, pieceIn(project), styleFrom(project, options), format));
  writeOutput(options.out, content);
}

function quotes(file: string, options: ExportOptions): Promise<void> {
  const kind = options.by === undefined ? 'verbatims' : 'quoteBook';
  return writePiece(file, kind, formatFor(kind, extensionOf(options.out)), options);
}

interface CodebookOptions extends StyleOptions {
  readonly out: string;
  readonly grid?: readonly string[];
  readonly byCase?: boolean;
  readonly title?: string;
}

function codebook(file: string, options: CodebookOptions): Promise<void> {
  const { out, grid = [], byCase = false, title } = options;
  return writeAs(file, formatFor('codebook', extensionOf(out)), options, (project) => {
    const piece = { kind: 'codebook', gridIds: gridIds(project, grid), withExamples: true, withCounts: true, byCase } as const;
    return title === undefined ? piece : { ...piece, title };
  });
}

function corpusTable(file: string, options: StyleOptions & { readonly out: string; readonly title?: string }): Promise<void> {
  const { out, title } = options;
  return writeAs(file, formatFor('corpusTable', extensionOf(out)), options, () => ({
    kind: 'corpusTable',
    ...(title === undefined ? {} : { title }),
  }));
}

interface PackOptions extends StyleOptions {
  readonly out: string;
  readonly settings?: string;
  readonly formats?: readonly PrintFormat[];
  readonly all?: boolean;
  readonly json?: boolean;
}

function packFrom(project: Project, options: PackOptions): PrintPack {
  if (options.settings !== undefined) {
    const kept = listPrintSettings(project).find(({ name }) => isSameName(name, options.settings ?? ''));
    if (!kept) throw new Refusal('printSettings.unknown', { name: options.settings });
    return kept.pack;
  }
  const study = studyOf(project);
  const orders = PACK_ORDER.filter((kind) => options.all === true || !BULKY.has(kind)).flatMap((kind) => {
    const piece = newPiece(kind, study);
    const asked = FORMATS_OF[kind].filter((format) => options.formats?.includes(format) ?? false);
    return piece ? [{ piece, formats: asked.length > 0 ? asked : firstFormats(kind) }] : [];
  });
  return { style: styleFrom(project, options), orders };
}

async function pack(file: string, options: PackOptions): Promise<void> {
  const path = resolve(options.out);
  assertOutputFolder(path);
  if (existsSync(path)) throw new Refusal('file.unwritable', { path });
  const bar = progressBar();
  const written = await withProject(file, undefined, ({ project }) =>
    writePack(
      project,
      packFrom(project, options),
      { name: basename(path), folder: dirname(path), path },
      { onProgress: bar, isCancelled: () => false },
    ),
  );
  if (options.json) await printJson(written);
}

function wholeNumber(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100) throw new InvalidArgumentError('a whole number from 1 to 100');
  return count;
}

function formatList(text: string): PrintFormat[] {
  return text.split(',').map((word) => {
    const format = PRINT_FORMATS.find((candidate) => candidate === word.trim());
    if (!format) throw new InvalidArgumentError(`one or several of ${PRINT_FORMATS.join(', ')}`);
    return format;
  });
}

export function withStyle(command: Command): Command {
  return command
    .addOption(new Option('--lang <language>', 'of the document; the project’s when left out').choices([...LANGUAGES]))
    .option('--author <name>', 'for the source line; nobody is named when left out')
    .option('--source-line <text>', 'instead of the source line that is made')
    .option('--names <how>', 'who spoke, in references: label, nobody, or the name of an attribute', 'label')
    .option('--no-links', 'references do not lead back to their passage');
}

function withChoice(command: Command): Command {
  return command
    .option('--grid <id>', 'only this grid (repeat for several)', collect, [])
    .option('--where <expression>', 'only passages for which it holds (repeat for several)', collect, [])
    .option('--most <n>', 'at most so many quotes per category', wholeNumber)
    .addOption(new Option('--by <what>', 'a quote book, by category or by respondent').choices(['category', 'respondent']));
}

export function addPrintCommands(trame: Command): void {
  const kinds = Object.keys(FORMATS_OF);
  const exporting = trame
    .command('export <file>')
    .description(
      'write the project’s data (qdpx: for other programs; json: everything but the history; csv: the codings; iramuteq, txm, r, gephi, references, archive), or one piece of a thesis',
    )
    .requiredOption('--out <path>', 'file to write')
    .option('--format <format>', 'by the extension of --out when left out')
    .addOption(new Option('--piece <kind>', 'what to print').choices(kinds))
    .addOption(new Option('--for <program>', 'a qdpx as this program counts positions').choices(['nvivo']))
    .option('--report', 'of a qdpx: say what it would lose, write nothing')
    .option('--no-recordings', 'of a qdpx: without the recordings of the sources')
    .option('--no-side-file', 'of a qdpx: without Trame’s own file (history included), which brings everything back')
    .option('--json', 'of a qdpx: print JSON')
    .addOption(new Option('--people <shown>', 'for other programs: people by name, or as P01, P02…').choices(PEOPLE_SHOWN))
    .addOption(new Option('--text-unit <unit>', 'of iramuteq and txm: what one text is').choices(TEXT_UNITS))
    .option('--interviewers', 'of iramuteq and txm: with the interviewers’ words')
    .option('--title <title>', 'caption of a matrix or a figure')
    .option('--case <name>', 'only this case, for monographs (repeat for several)', collect, [])
    .option('--source <name>', 'only this source, for transcripts (repeat for several)', collect, [])
    .option('--coder <name>', 'only this coder’s codings, for transcripts (repeat for several)', collect, [])
    .option('--matrix <name>', 'a saved matrix, for matrix and figure; the first one when left out')
    .option('--rows <axes>', 'row axis, for matrix, figure and counts')
    .option('--cols <axes>', 'column axis, likewise')
    .addOption(new Option('--figure <kind>', 'which figure').choices([...FIGURE_KINDS]));
  withStyle(withChoice(exporting)).action(exportTo);
  const quoting = trame
    .command('quotes <file>')
    .description('the table of quotes by category; with --by, a quote book')
    .requiredOption('--out <path>', `file to write: ${FORMATS_OF.verbatims.join(', ')}`);
  withStyle(withChoice(quoting)).action((file: string, options: ExportOptions) => quotes(file, { ...options, case: [], source: [], coder: [] }));
  const dictionary = trame
    .command('codebook <file>')
    .description('the codebook: definitions, examples with their place, counts')
    .requiredOption('--out <path>', `file to write: ${FORMATS_OF.codebook.join(', ')}`)
    .option('--grid <id...>', 'only these grids')
    .option('--by-case', 'count codings in each case too')
    .option('--title <title>', 'its title');
  withStyle(dictionary).action(codebook);
  const corpus = trame
    .command('corpus-table <file>')
    .description('the table of the corpus: one row per source, with who speaks in it')
    .requiredOption('--out <path>', `file to write: ${FORMATS_OF.corpusTable.join(', ')}`)
    .option('--title <title>', 'the caption');
  withStyle(corpus).action(corpusTable);
  const packing = trame
    .command('pack <file>')
    .description('the thesis pack: every piece, numbered, with an index, in a new folder')
    .requiredOption('--out <dir>', 'the folder to make')
    .option('--settings <name>', 'print settings kept in the project; they say everything else')
    .option('--formats <formats>', 'of each piece that comes in them, with commas; docx when left out', formatList)
    .option('--all', 'transcripts, memos, quote book and figures too')
    .option('--json', 'print JSON');
  withStyle(packing).action(pack);
}
