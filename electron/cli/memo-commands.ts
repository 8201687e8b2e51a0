// `trame memos`: lists memos, or writes them as a Word document or Markdown.
import type { Command } from 'commander';
import { isoDate } from '../../shared/contract/fields.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import { MEMO_EXPORT_FORMATS, MEMO_KINDS, MEMO_TARGETS } from '../../shared/domain/memo.ts';
import type { MemoExportFormat, MemoFilter, MemoKind, MemoTarget } from '../../shared/domain/memo.ts';
import { exportMemos } from '../exchange/printing/export-memos.ts';
import { coderByName } from '../queries/corpus.ts';
import { findMemos } from '../queries/memos.ts';
import { assertOutputFolder, extensionOf, withProject, writeOutput } from './session.ts';
import { printJson, printTable } from './terminal.ts';

interface MemoOptions {
  readonly out?: string;
  readonly kind?: string;
  readonly on?: string;
  readonly search?: string;
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

function oneOf<T extends string>(known: readonly T[], given: string | undefined): T | null {
  if (given === undefined) return null;
  const found = known.find((each) => each === given);
  if (found === undefined) throw new Refusal('input.invalid', { message: `${given} (${known.join(', ')})` });
  return found;
}

function dayIn(given: string | undefined): string | null {
  if (given === undefined) return null;
  const day = isoDate.safeParse(given);
  if (!day.success) throw new Refusal('input.invalid', { message: `${given} (yyyy-mm-dd)` });
  return day.data;
}

function formatOf(path: string): MemoExportFormat {
  const extension = extensionOf(path);
  const format = MEMO_EXPORT_FORMATS.find((each) => each === extension);
  if (!format) throw new Refusal('file.formatUnknown', { format: extension, known: MEMO_EXPORT_FORMATS });
  return format;
}

async function memos(file: string, options: MemoOptions): Promise<void> {
  const kind = oneOf<MemoKind>(MEMO_KINDS, options.kind);
  const targetKind = oneOf<MemoTarget>(MEMO_TARGETS, options.on);
  if (options.out !== undefined) {
    formatOf(options.out);
    assertOutputFolder(options.out);
  }
  await withProject(file, undefined, async ({ project }) => {
    const coderId = options.by === undefined ? null : coderByName(project, options.by);
    if (coderId === undefined) throw new Refusal('coder.unknown', { name: options.by ?? '' });
    const days = { from: dayIn(options.from), to: dayIn(options.to) };
    const filter: MemoFilter = { kind, targetKind, coderId, ...days, ...(options.search === undefined ? {} : { search: options.search }) };
    const found = findMemos(project, filter);
    if (options.out !== undefined) {
      const { content } = await exportMemos(project, { memoIds: null, filter, format: formatOf(options.out) });
      writeOutput(options.out, content);
      return options.json ? printJson({ memos: found.length, path: options.out }) : printTable([[options.out, found.length]]);
    }
    if (options.json) return printJson(found);
    return printTable([
      ['kind', 'on', 'target', 'title', 'updated'],
      ...found.map((m) => [m.kind, m.targetKind, m.targetLabel, m.title, m.updatedAt]),
    ]);
  });
}

export function addMemoCommands(trame: Command): void {
  trame
    .command('memos <file>')
    .description('list the memos, or write them to a file (docx or md)')
    .option('--out <path>', 'write them: docx or md, by its extension')
    .option('--kind <kind>', MEMO_KINDS.join(', '))
    .option('--on <target>', MEMO_TARGETS.join(', '))
    .option('--search <words>', 'only memos with all these words (accents and case ignored)')
    .option('--by <coder>', 'only memos of this coder')
    .option('--from <day>', 'only memos begun on this day (yyyy-mm-dd) or later')
    .option('--to <day>', 'only memos begun on this day or earlier')
    .option('--json', 'print JSON')
    .action(memos);
}
