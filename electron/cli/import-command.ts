// trame import
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { InvalidValue } from '../../shared/domain/attribute-table.ts';
import { COMMENT_USES, HIGHLIGHT_USES } from '../../shared/domain/document-annotation.ts';
import type { CommentUse, HighlightUse, TakenAnnotations } from '../../shared/domain/document-annotation.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { IncomingChoice, SameContent, TurnPatternChoice } from '../../shared/domain/incoming.ts';
import { MOST_FILE_BYTES } from '../../shared/domain/readable-formats.ts';
import { TURN_PATTERNS } from '../../shared/domain/recognise-turns.ts';
import type { TurnPattern } from '../../shared/domain/recognise-turns.ts';
import { SOURCE_KINDS } from '../../shared/domain/source.ts';
import type { SourceKind } from '../../shared/domain/source.ts';
import { unreadable } from '../../shared/domain/unreadable.ts';
import { annotationsText } from '../../shared/i18n/annotations.ts';
import { failureText } from '../../shared/i18n/failures.ts';
import { importCommandText } from '../../shared/i18n/import-command.ts';
import { applyAttributes, createCase } from '../commands/corpus.ts';
import { runTogetherSlowly } from '../commands/run-command.ts';
import type { Session } from '../commands/run-command.ts';
import { isOfAnotherProgram } from '../exchange/elsewhere/brought-copy.ts';
import { matchAttributeRows } from '../exchange/attribute-table.ts';
import { ImportBatch, isTable } from '../exchange/import-batch.ts';
import type { BatchReport, RefusedFile } from '../exchange/import-batch.ts';
import { compareFiles } from '../exchange/reading/read-documents.ts';
import { readTable } from '../exchange/reading/read-table.ts';
import type { TableRecord } from '../exchange/reading/read-table.ts';
import { caseByName } from '../queries/corpus.ts';
import { backUp } from '../storage/backups.ts';
import { importStudy } from './refi-command.ts';
import { readInput, withProject } from './session.ts';
import { cliLanguage, printJson, printTable, progressBar, warn } from './terminal.ts';

interface ImportOptions {
  case?: string;
  kind: SourceKind;
  pattern?: TurnPattern;
  regex?: string;
  skipDuplicates?: boolean;
  comments: CommentUse;
  highlights: HighlightUse;
  cases?: string;
  participants?: string;
  coder?: string;
  json?: boolean;
}

interface FileToRead {
  readonly name: string;
  /** Refuses a file that is too large, or not there, without reading it. */
  readonly bytes: () => Uint8Array;
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
  const bytes = (): Uint8Array => {
    if (stats.size > MOST_FILE_BYTES) throw unreadable(path, 'tooLarge');
    return readFileSync(path);
  };
  return [{ name: path, bytes }];
}

async function tableAt(path: string | undefined): Promise<TableRecord[] | null> {
  return path === undefined ? null : readTable({ name: basename(path), bytes: readInput(path) });
}

/** What an attribute table says that could not be kept: names that nobody in the corpus has, values that are not of their attribute's type. */
interface LeftOut {
  readonly unmatched: readonly string[];
  readonly invalid: readonly InvalidValue[];
}

/** Applies an attribute table; answers with what it could not. */
function applyTable(session: Session, scope: 'case' | 'participant', records: readonly TableRecord[] | null): LeftOut {
  if (records === null) return { unmatched: [], invalid: [] };
  const { rows, unmatched, invalid } = matchAttributeRows(session.project, scope, records);
  applyAttributes(session, scope, rows);
  return { unmatched: unmatched.map(({ name }) => name), invalid };
}

/** The case of this name, made when there is none. */
function caseNamed(session: Session, name: string): CaseId {
  return caseByName(session.project, name) ?? createCase(session, { name });
}

function reasonOf(refused: RefusedFile): string {
  return failureText[cliLanguage()][refused.code]({ ...refused.data, file: refused.file });
}

function patternOf({ pattern, regex }: ImportOptions): TurnPatternChoice | null {
  if (regex !== undefined) return { kind: 'custom', regex };
  return pattern === undefined ? null : { kind: pattern };
}

function sameContent({ as, name }: SameContent, file: string, isSkipped: boolean): string {
  const text = importCommandText[cliLanguage()];
  return (as === 'source' ? text.sameAsSource : text.sameAsFile)({ file, name, isSkipped });
}

function orFault(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

/** Reads every file, in the order of import. Answers with those that come in, and with a sentence for each that is there already. */
async function readAll(
  batch: ImportBatch,
  files: readonly FileToRead[],
  options: ImportOptions,
): Promise<{ readonly items: readonly IncomingChoice[]; readonly same: readonly string[] }> {
  const pattern = patternOf(options);
  const onProgress = progressBar();
  const items: IncomingChoice[] = [];
  const same: string[] = [];
  for (const [index, file] of files.entries()) {
    onProgress(index, files.length, file.name);
    // the memory of the file before is given back only when the loop of events turns
    await setImmediate();
    const bytes = (): Uint8Array => {
      // a table is a survey only when it is said to be
      if (isTable(file.name) && options.kind !== 'survey') throw unreadable(file.name, 'formatUnsupported');
      return file.bytes();
    };
    const read = await batch.add(file.name, bytes).catch(orFault);
    // told at the end, with the others
    if (read === null) continue;
    const isSkipped = read.sameAs !== null && options.skipDuplicates === true;
    if (read.sameAs) same.push(sameContent(read.sameAs, read.file, isSkipped));
    if (isSkipped) continue;
    if (pattern && read.kind === 'document') await batch.recognise(read.item, pattern);
    // the name alone: what is shown of a text keeps the whole of it in memory
    const { comments, highlights } = options;
    items.push({ item: read.item, ...(read.kind === 'document' && read.annotations ? { annotations: { comments, highlights } } : {}) });
  }
  onProgress(files.length, files.length, '');
  return { items, same };
}

/** What came of a file's comments and highlights, and what is to be looked at. */
function tellAnnotations({ unplaced, onParagraph, ...taken }: TakenAnnotations): string[] {
  const text = annotationsText[cliLanguage()];
  const sentences = [text.taken(taken), onParagraph > 0 ? text.onParagraph(onParagraph) : '', unplaced.length > 0 ? text.notTaken(unplaced) : ''];
  return sentences.filter((sentence) => sentence !== '');
}

const NOTHING: BatchReport = { imported: [], refused: [] };

async function importPaths(file: string, paths: readonly string[], options: ImportOptions): Promise<void> {
  const [study = '', ...others] = paths;
  if (others.length === 0 && isOfAnotherProgram(study)) return importStudy(file, study, options);
  // read before the project is written: what cannot be read changes nothing
  const caseTable = await tableAt(options.cases);
  const participantTable = await tableAt(options.participants);
  const files = paths.flatMap(filesAt).toSorted((a, b) => compareFiles(a.name, b.name));
  const { same, report, unmatched, invalid } = await withProject(file, options.coder, async (session) => {
    const batch = new ImportBatch(() => session);
    try {
      const { items, same } = await readAll(batch, files, options);
      const reasons = batch.refused.map(reasonOf);
      if (items.length === 0 && batch.refused.length === files.length && !caseTable && !participantTable)
        throw new Error([failureText[cliLanguage()]['source.nothingImported']({}), ...reasons].join(' '));
      const watch = { onProgress: progressBar(), isCancelled: () => false };
      await backUp(session.project, { before: 'import' });
      const isAlone = options.case === undefined && !caseTable && !participantTable;
      // by itself an import takes back what it wrote when it fails; with a case and attributes it is one transaction
      if (isAlone && items.length > 0)
        return { same, report: await batch.finish(items, { caseId: null, kind: options.kind }, watch), unmatched: [], invalid: [] };
      return await runTogetherSlowly(session, async () => {
        const caseId = options.case === undefined ? null : caseNamed(session, options.case.trim());
        const report = items.length > 0 ? await batch.write(items, { caseId, kind: options.kind }, watch) : { ...NOTHING, refused: batch.refused };
        const [cases, participants] = [applyTable(session, 'case', caseTable), applyTable(session, 'participant', participantTable)];
        return {
          same,
          report,
          unmatched: [...cases.unmatched, ...participants.unmatched],
          invalid: [...cases.invalid, ...participants.invalid],
        };
      });
    } finally {
      batch.close();
    }
  });
  for (const sentence of same) warn(sentence);
  for (const refused of report.refused) warn(reasonOf(refused));
  for (const name of unmatched) warn(failureText[cliLanguage()]['attribute.targetUnknown']({ name }));
  for (const { column, value } of invalid) warn(failureText[cliLanguage()]['attribute.valueOfOtherType']({ name: column, value }));
  for (const { name, annotations } of report.imported)
    if (annotations) for (const sentence of tellAnnotations(annotations)) warn(`${name}: ${sentence}`);
  if (options.json) await printJson({ ...report, unmatched, invalid });
  else
    await printTable([['source', 'words', 'speakers'], ...report.imported.map((source) => [source.name, source.words, source.speakers.join(', ')])]);
}

export function addImportCommand(trame: Command): void {
  trame
    .command('import <file> <paths...>')
    .description(
      'import transcripts: docx, odt, rtf, doc, pdf, html, epub, md, txt, srt, vtt, json (Whisper), sonal, or folders of them; or another program’s project (qdpx, qda, rqda, sqlite3) with its codings',
    )
    .option('--case <name>', 'the case they belong to (made if new)')
    .addOption(
      new Option('--kind <kind>', 'what they are; a table (csv, tsv, xlsx, ods) becomes one source per row when it is a survey')
        .choices([...SOURCE_KINDS])
        .default('interview'),
    )
    .addOption(new Option('--pattern <kind>', 'how turns are announced, where the files do not tell').choices([...TURN_PATTERNS]))
    .option('--regex <expression>', 'your own pattern, tried at each line’s beginning; its groups speaker, start and end say who and when')
    .addOption(
      new Option('--comments <use>', 'what becomes of comments in Word files: short ones name categories (longer ones are memos), or all are memos')
        .choices([...COMMENT_USES])
        .default('leave'),
    )
    .addOption(
      new Option('--highlights <use>', 'what becomes of highlights in Word files: a category per colour')
        .choices([...HIGHLIGHT_USES])
        .default('leave'),
    )
    .option('--skip-duplicates', 'leave out files whose content is in the project, or came before, already')
    .option('--cases <table>', 'attributes of cases: csv, tsv, xlsx or ods with a column "case"')
    .option(
      '--participants <table>',
      'attributes of participants: csv, tsv, xlsx or ods with a column "participant" or "speaker", and "source" where it matters',
    )
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(importPaths);
}
