// Memos as a file for the thesis or for another program: those that are asked for, as a Word document or Markdown.
import { Refusal } from '../../../shared/domain/failure.ts';
import type { MemoId } from '../../../shared/domain/ids.ts';
import type { Memo, MemoExportFormat, MemoFilter } from '../../../shared/domain/memo.ts';
import type { PrintStyle } from '../../../shared/domain/print.ts';
import type { Session } from '../../commands/run-command.ts';
import { findMemos } from '../../queries/memos.ts';
import { readProject } from '../../queries/project.ts';
import { memosInOrder } from './print-memos.ts';
import { writeDocument } from './formats/write-document.ts';

type Project = Session['project'];

interface Asked {
  /** Null: what the filter leaves, oldest first. */
  readonly memoIds: readonly MemoId[] | null;
  readonly filter: MemoFilter;
  readonly format: MemoExportFormat;
}

/** As the reader cites: without who speaks. */
const PLAIN: Omit<PrintStyle, 'language'> = { author: null, sourceLine: null, reference: { who: 'nobody' }, links: false };

function chosen(project: Project, { memoIds, filter }: Asked): Memo[] {
  // found the latest first: of two of the same moment the one written first comes first
  if (memoIds === null)
    return findMemos(project, filter)
      .reverse()
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const known = new Map(findMemos(project, {}).map((memo) => [memo.id, memo]));
  return memoIds.map((id) => {
    const memo = known.get(id);
    if (!memo) throw new Refusal('memo.unknown', { id });
    return memo;
  });
}

/** In the project's language. */
export async function exportMemos(project: Project, asked: Asked): Promise<{ title: string; content: Uint8Array }> {
  const { language } = readProject(project);
  const document = memosInOrder(project, chosen(project, asked), { ...PLAIN, language });
  return { title: document.title, content: await writeDocument(document, asked.format) };
}
