// trame import | list | text | corpus-table
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import { CORPUS_TABLE_FORMATS } from '../../shared/domain/corpus-table.ts';
import { fullPath } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { SOURCE_KINDS } from '../../shared/domain/source.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { applyAttributes, createCase } from '../commands/corpus.ts';
import { runTogether } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { importSources } from '../commands/sources.ts';
import { matchAttributeRows } from '../exchange/attribute-table.ts';
import { printCorpusTable } from '../exchange/corpus-table.ts';
import { readFiles } from '../exchange/import-files.ts';
import type { FileToRead, RefusedFile } from '../exchange/import-files.ts';
import { readTable } from '../exchange/read-table.ts';
import type { TableRecord } from '../exchange/read-table.ts';
import { readCodebook } from '../queries/codebook.ts';
import { caseByName, listCoders, listSources, readCorpusFrame, sourceByName } from '../queries/corpus.ts';
import { listMatrices } from '../queries/matrix.ts';
import { listMemos } from '../queries/memos.ts';
import { listCodings } from '../queries/passages.ts';
import { readText } from '../queries/sources.ts';
import { extensionOf, readInput, withProject, writeOutput } from './session.ts';
import { cliLanguage, print, printJson, printTable, progressBar, warn } from './terminal.ts';

interface ImportOptions {
  case?: string;
  kind: SourceKind;
  cases?: string;
  participants?: string;
  coder?: string;
  json?: boolean;
}

/** A file is itself; a folder is every file below it whose name does not begin with a dot. */
function filesAt(path: string): FileToRead[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [{ name: path, bytes: () => readInput(path) }];
  if (stats.isDirectory()) {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => filesAt(join(path, name)));
  }
  return [{ name: path, size: stats.size, bytes: () => readFileSync(path) }];
}

async function tableAt(path: string | undefined): Promise<TableRecord[] | null> {
  return path === undefined ? null : readTable({ name: basename(path), bytes: readInput(path) });
}

/** Applies an attribute table; answers with the names in it that nobody in the corpus has. */
function applyTable(session: Session, scope: 'case' | 'participant', records: readonly TableRecord[] | null): readonly string[] {
  if (records === null) return [];
  const { rows, unmatched } = matchAttributeRows(session.project, scope, records);
  applyAttributes(session, scope, rows);
  return unmatched.map(({ name }) => name);
}

/** The case of this name, made when there is none. */
function caseNamed(session: Session, name: string): CaseId {
  return caseByName(session.project, name) ?? createCase(session, { name });
}

function reasonOf(refused: RefusedFile): string {
  return failureText[cliLanguage()][refused.code]({ ...refused.data, file: refused.file });
}

async function importPaths(file: string, paths: readonly string[], options: ImportOptions): Promise<void> {
  // read before the project is touched: what cannot be read changes nothing
  const caseTable = await tableAt(options.cases);
  const participantTable = await tableAt(options.participants);
  const batch = await readFiles(paths.flatMap(filesAt), { onProgress: progressBar() });
  const reasons = batch.refused.map(reasonOf);
  if (batch.read.length === 0 && !caseTable && !participantTable)
    throw new Error([failureText[cliLanguage()]['source.nothingImported']({}), ...reasons].join(' '));
  const named = batch.read.map((item) => ({ ...item, originalName: basename(item.originalName) }));
  const { imported, unmatched } = await withProject(file, options.coder, (session) =>
    runTogether(session, () => {
      const caseId = options.case === undefined ? null : caseNamed(session, options.case.trim());
      return {
        imported: named.length > 0 ? importSources(session, named, { caseId, kind: options.kind }) : [],
        unmatched: [...applyTable(session, 'case', caseTable), ...applyTable(session, 'participant', participantTable)],
      };
    }),
  );
  for (const reason of reasons) warn(reason);
  for (const name of unmatched) warn(failureText[cliLanguage()]['attribute.targetUnknown']({ name }));
  if (options.json) await printJson({ imported, refused: batch.refused, unmatched });
  else await printTable([['source', 'words', 'speakers'], ...imported.map((source) => [source.name, source.words, source.speakers.join(', ')])]);
}

const LISTS = ['sources', 'cases', 'participants', 'grids', 'categories', 'codings', 'memos', 'matrices', 'coders', 'attributes'] as const;
type ListName = (typeof LISTS)[number];
type Listed = Readonly<Record<string, unknown>>;

function attributesOf(project: Session['project'], scope: 'case' | 'source' | 'participant'): (id: string) => Record<string, string> {
  const { attributes, values } = readCorpusFrame(project);
  const names = new Map(attributes.filter((attribute) => attribute.scope === scope).map((attribute) => [attribute.id as string, attribute.name]));
  return (id) =>
    Object.fromEntries(
      values.filter((value) => value.targetId === id && names.has(value.attributeId)).map((value) => [names.get(value.attributeId), value.value]),
    );
}

function listItems(project: Session['project'], what: ListName): readonly Listed[] {
  const frame = readCorpusFrame(project);
  const caseNames = new Map(frame.cases.map((item) => [item.id as string, item.name]));
  switch (what) {
    case 'sources': {
      const attributes = attributesOf(project, 'source');
      return listSources(project).map(({ caseIds, ...source }) => ({
        ...source,
        cases: caseIds.map((id) => caseNames.get(id)),
        attributes: attributes(source.id),
      }));
    }
    case 'cases': {
      const attributes = attributesOf(project, 'case');
      return frame.cases.map((item) => ({ ...item, attributes: attributes(item.id) }));
    }
    case 'participants': {
      const attributes = attributesOf(project, 'participant');
      const sources = new Map(listSources(project).map((source) => [source.id as string, source.name]));
      return frame.participants.map(({ caseId, sourceIds, ...person }) => ({
        ...person,
        case: caseId === null ? null : caseNames.get(caseId),
        sources: sourceIds.map((id) => sources.get(id)),
        attributes: attributes(person.id),
      }));
    }
    case 'grids':
      return readCodebook(project).map(({ key, categories, id: _id, ...grid }) => ({
        id: key,
        name: grid.title,
        ...grid,
        categories: categories.length,
      }));
    case 'categories':
      return readCodebook(project).flatMap((grid) =>
        grid.categories.map(({ gridId: _gridId, ...category }) => ({ ...category, grid: grid.key, path: fullPath(grid, category as never) })),
      );
    case 'codings':
      return listCodings(project).map((coding) => ({ ...coding }));
    case 'memos':
      return listMemos(project, null, null).map((memo) => ({ ...memo, name: memo.title }));
    case 'matrices':
      return listMatrices(project).map((matrix) => ({ ...matrix }));
    case 'coders':
      return listCoders(project).map((coder) => ({ ...coder }));
    case 'attributes':
      return frame.attributes.map((attribute) => ({ ...attribute }));
  }
}

const TABLE_COLUMNS: Readonly<Record<ListName, readonly string[]>> = {
  sources: ['name', 'kind', 'date', 'words', 'turns', 'codings'],
  cases: ['name'],
  participants: ['name', 'case', 'isInterviewer'],
  grids: ['id', 'title', 'categories'],
  categories: ['path', 'codings'],
  codings: ['source', 'start', 'end', 'category', 'coder', 'quote'],
  memos: ['targetKind', 'targetLabel', 'title', 'text'],
  matrices: ['name', 'updatedAt'],
  coders: ['name', 'initials', 'codings'],
  attributes: ['scope', 'name'],
};

async function list(file: string, what: ListName, options: { json?: boolean }): Promise<void> {
  const items = await withProject(file, undefined, ({ project }) => listItems(project, what));
  if (options.json) return printJson(items);
  const columns = TABLE_COLUMNS[what];
  return printTable([columns, ...items.map((item) => columns.map((column) => String(item[column] ?? '')))]);
}

async function corpusTable(file: string, { out, title }: { out: string; title?: string }): Promise<void> {
  const extension = extensionOf(out);
  const format = CORPUS_TABLE_FORMATS.find((candidate) => candidate === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: CORPUS_TABLE_FORMATS });
  writeOutput(out, await withProject(file, undefined, ({ project }) => printCorpusTable(project, format, { title: title ?? null, columns: null })));
}

export function addCorpusCommands(trame: Command): void {
  trame
    .command('import <file> <paths...>')
    .description('import transcripts: docx, odt, rtf, doc, pdf, html, epub, md, txt, srt, vtt, json (Whisper), sonal, or folders of them')
    .option('--case <name>', 'the case they belong to (made if new)')
    .addOption(new Option('--kind <kind>', 'what they are').choices([...SOURCE_KINDS]).default('interview'))
    .option('--cases <table>', 'attributes of cases: csv, tsv, xlsx or ods with a column "case"')
    .option(
      '--participants <table>',
      'attributes of participants: csv, tsv, xlsx or ods with a column "participant" or "speaker", and "source" where it matters',
    )
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(importPaths);
  trame
    .command('list <file>')
    .description('list what a project holds')
    .addArgument(new Argument('<what>', 'which list').choices([...LISTS]))
    .option('--json', 'print JSON')
    .action(list);
  trame
    .command('corpus-table <file>')
    .description('the table of the corpus for a thesis: one row per source, with who speaks in it')
    .requiredOption('--out <path>', 'docx, xlsx or csv, by its extension')
    .option('--title <title>', 'the caption')
    .action(corpusTable);
  trame
    .command('text <file> <source>')
    .description('print the text of a source, exactly')
    .action(async (file: string, source: string) =>
      print(await withProject(file, undefined, ({ project }) => readText(project, sourceByName(project, source)))),
    );
}
