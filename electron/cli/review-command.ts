// trame review FILE pack | copy | unpack | comments | list: the supervisor's round trip.
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Refusal } from '../../shared/domain/failure.ts';
import type { MatrixId, MemoId } from '../../shared/domain/ids.ts';
import type { IntakePreview } from '../../shared/domain/review-intake.ts';
import type { ReviewChoice } from '../../shared/domain/review-pack.ts';
import type { ReviewThread } from '../../shared/domain/review.ts';
import { reviewPageText } from '../../shared/i18n/review-page.ts';
import { reviewText } from '../../shared/i18n/review.ts';
import { formatNumber } from '../../shared/i18n/text.ts';
import type { Session } from '../commands/run-command.ts';
import { makeCopy, makePack } from '../exchange/review/review-packs.ts';
import { commentsToSend, previewComments, takeCommentsFile } from '../exchange/review/take-comments.ts';
import { sourceByName } from '../queries/corpus.ts';
import { listMemos } from '../queries/memos.ts';
import { listThreads } from '../queries/reviews.ts';
import { listMatrices } from '../queries/saved-matrices.ts';
import { collect } from './named.ts';
import { assertOutputFolder, readInput, withProject, writeOutput } from './session.ts';
import { cliLanguage, print, printJson, printTable, warn } from './terminal.ts';

interface ReviewOptions {
  readonly out?: string;
  readonly coder?: string;
  readonly matrix: readonly string[];
  readonly source: readonly string[];
  readonly memo: readonly string[];
  readonly matrices: boolean;
  readonly sources: boolean;
  readonly memos: boolean;
  readonly codebook: boolean;
  readonly pseudonyms?: boolean;
  readonly message: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const KILOBYTE = 1024;

/** The ids of the things named; all of them (null) where none is, and none where the kind is left out. */
function chosen<T>(isIn: boolean, named: readonly string[], find: (name: string) => T): T[] | null {
  if (!isIn) return [];
  return named.length === 0 ? null : named.map(find);
}

function matrixNamed(session: Session, name: string): MatrixId {
  const matrix = listMatrices(session.project).find((candidate) => candidate.name === name || candidate.id === name);
  if (!matrix) throw new Refusal('matrix.unknown', { id: name });
  return matrix.id;
}

function memoNamed(session: Session, name: string): MemoId {
  const memo = listMemos(session.project, null, null).find((candidate) => candidate.title === name || candidate.id === name);
  if (!memo) throw new Refusal('memo.unknown', { id: name });
  return memo.id;
}

function choiceFrom(session: Session, options: ReviewOptions): ReviewChoice {
  return {
    matrixIds: chosen(options.matrices, options.matrix, (name) => matrixNamed(session, name)),
    sourceIds: chosen(options.sources, options.source, (name) => sourceByName(session.project, name)),
    memoIds: chosen(options.memos, options.memo, (name) => memoNamed(session, name)),
    hasCodebook: options.codebook,
    isPseudonymised: options.pseudonyms === true,
    message: options.message,
  };
}

const sizeOf = (bytes: number): string => `${formatNumber(cliLanguage(), Math.ceil(bytes / KILOBYTE))} KB`;

async function pack(session: Session, out: string, options: ReviewOptions): Promise<void> {
  assertOutputFolder(out);
  const { html, packId, sha256, counts, replaced } = await makePack(session, choiceFrom(session, options), basename(out));
  writeOutput(out, html);
  const bytes = Buffer.byteLength(html);
  if (options.json) return printJson({ pack: packId, path: out, bytes, sha256, ...counts, replaced });
  return print(`${reviewText[cliLanguage()].wrote(out, sizeOf(bytes))}\n`);
}

async function copy(session: Session, out: string, options: ReviewOptions): Promise<void> {
  const { packId } = makeCopy(session, out, options.message);
  if (options.json) await printJson({ pack: packId, path: out });
}

function told(preview: IntakePreview): unknown {
  const count = (state: IntakePreview['lines'][number]['state']): number => preview.lines.filter((line) => line.state === state).length;
  return {
    reviewers: preview.reviewers,
    new: count('new'),
    changed: count('changed'),
    known: count('known'),
    packKnown: preview.isPackKnown,
    altered: preview.isListAltered || preview.lines.some(({ isAltered }) => isAltered),
    unreadable: preview.unreadable,
    comments: preview.lines,
  };
}

async function unpack(session: Session, path: string, options: ReviewOptions): Promise<void> {
  const text = new TextDecoder().decode(readInput(path));
  const preview = options.dryRun ? previewComments(session.project, text) : takeCommentsFile(session, text);
  if (options.json) return printJson(told(preview));
  const words = reviewText[cliLanguage()];
  const page = reviewPageText[cliLanguage()];
  if (preview.isListAltered || preview.lines.some(({ isAltered }) => isAltered)) warn(words.listAltered);
  if (preview.unreadable.length > 0) warn(words.unreadable(preview.unreadable.map(({ number }) => number).join(', ')));
  return printTable([
    [page.targets.passage, page.verdict, page.comment, ''],
    ...preview.lines.map((line) => [
      line.label,
      line.verdict === null ? '' : page.verdicts[line.verdict],
      line.text,
      [words.incoming[line.state], ...(line.found === 'same' ? [] : [words.found[line.found]]), ...(line.isAltered ? [words.altered] : [])].join(
        ', ',
      ),
    ]),
  ]);
}

function listed(threads: readonly ReviewThread[], json: boolean | undefined): Promise<void> {
  if (json) return printJson(threads);
  const page = reviewPageText[cliLanguage()];
  return printTable([
    [page.on, page.views.comments, page.verdict, ''],
    ...threads.map(({ kind, label, comments, verdict, state }) => [
      `${page.targets[kind]} ${label}`,
      comments.map(({ author, text }) => `${author}: ${text}`).join(' | '),
      verdict === null ? '' : page.verdicts[verdict],
      page.states[state],
    ]),
  ]);
}

/** The verb stands after the file, which commander's nested commands cannot express. */
async function reviewVerb(file: string, verb: string, what: string | undefined, options: ReviewOptions, command: Command): Promise<void> {
  const out = (): string => options.out ?? command.error("error: required option '--out <path>' not specified");
  const within = (work: (session: Session) => Promise<void>): Promise<void> => withProject(file, options.coder, work);
  switch (verb) {
    case 'pack':
      return within((session) => pack(session, out(), options));
    case 'copy':
      return within((session) => copy(session, out(), options));
    case 'unpack':
      if (what === undefined) return command.error("error: missing argument 'comments'");
      return within((session) => unpack(session, what, options));
    case 'comments':
      return within(async ({ project }) => writeOutput(out(), JSON.stringify(commentsToSend(project), null, 1)));
    case 'list':
      return within(({ project }) => listed(listThreads(project), options.json));
    default:
      return command.error(`error: unknown verb '${verb}' (pack, copy, unpack, comments or list)`);
  }
}

export function addReviewCommand(trame: Command): void {
  trame
    .command('review <file> <verb> [comments]')
    .description('pack --out PAGE.html | copy --out COPY.trame | unpack COMMENTS | comments --out PATH (of a copy) | list')
    .option('--out <path>', 'file to write')
    .option('--matrix <name>', 'a matrix of the pack (default: all)', collect, [])
    .option('--source <name>', 'a coded transcript of the pack (default: all)', collect, [])
    .option('--memo <title>', 'a memo of the pack (default: all)', collect, [])
    .option('--no-matrices', 'a pack without matrices')
    .option('--no-sources', 'a pack without transcripts')
    .option('--no-memos', 'a pack without memos')
    .option('--no-codebook', 'a pack without definitions of categories')
    .option('--pseudonyms', 'references instead of the names of sources and people')
    .option('--message <text>', 'a word to the reader', '')
    .option('--dry-run', 'unpack: say what would be taken, take nothing')
    .option('--coder <name>', 'who acts (made if new)')
    .option('--json', 'print JSON')
    .action(reviewVerb);
}
