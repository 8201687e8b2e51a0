// Memos as a file for the thesis or for another program: a Word document or Markdown.
import { Refusal } from '../../shared/domain/failure.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import { documentOfText, linksOf } from '../../shared/domain/memo-document.ts';
import type { LinkTarget, Memo, MemoExportFormat, MemoFilter } from '../../shared/domain/memo.ts';
import type { Language } from '../../shared/domain/project.ts';
import { formatDate } from '../../shared/i18n/date.ts';
import { memoExportText } from '../../shared/i18n/memo-export.ts';
import type { Session } from '../commands/run-command.ts';
import { listCoders } from '../queries/corpus.ts';
import { nameLinks } from '../queries/memo-targets.ts';
import { findMemos, readMemoDocument, readPicture } from '../queries/memos.ts';
import { readProject } from '../queries/project.ts';
import { memosToMarkdown } from './memo-markdown.ts';
import { memosToWord } from './memo-word.ts';
import type { MemoPictures, PrintedMemo } from './printed-memo.ts';

type Project = Session['project'];

interface Asked {
  /** Null: what the filter leaves, oldest first. */
  readonly memoIds: readonly MemoId[] | null;
  readonly filter: MemoFilter;
  readonly format: MemoExportFormat;
}

function chosen(project: Project, { memoIds, filter }: Asked): Memo[] {
  if (memoIds === null) return findMemos(project, filter).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const known = new Map(findMemos(project, {}).map((memo) => [memo.id, memo]));
  return memoIds.map((id) => {
    const memo = known.get(id);
    if (!memo) throw new Refusal('memo.unknown', { id });
    return memo;
  });
}

/** A passage is cited as the reader cites it; everything else is called by its name of today, or what it was called when it is gone. */
function linkWords(targets: readonly LinkTarget[], language: Language): PrintedMemo['linkWords'] {
  const byId = new Map(targets.map((target) => [`${target.kind} ${target.id}`, target]));
  return ({ kind, id, label }) => {
    const target = byId.get(`${kind} ${id}`);
    if (!target) return label;
    return target.ref === '' ? target.label : memoExportText[language].cited(target.label, target.ref);
  };
}

function printed(project: Project, memo: Memo, who: string, language: Language): PrintedMemo {
  const words = memoExportText[language];
  const document = readMemoDocument(project, memo.id) ?? documentOfText(memo.text);
  const quoted = memo.targetKind === 'passage' || memo.targetKind === 'coding';
  const [place] = quoted && memo.targetKind === 'passage' ? nameLinks(project, [{ kind: 'passage', id: memo.targetId }]) : [];
  const label = place ? words.cited(place.label, place.ref) : memo.targetLabel;
  return {
    title: memo.title || words.untitled,
    by: words.by(memo.kind, who, formatDate(language, memo.createdAt.slice(0, 10))),
    on: words.on(memo.targetKind, memo.targetKind === 'project' ? label : `${words.onTarget(memo.targetKind)}, ${label}`),
    document,
    linkWords: linkWords(nameLinks(project, linksOf(document)), language),
  };
}

/** In the project's language. */
export async function exportMemos(project: Project, asked: Asked): Promise<{ title: string; content: Uint8Array | string }> {
  const { title: projectTitle, language } = readProject(project);
  const coders = new Map(listCoders(project).map(({ id, name }) => [id, name]));
  const memos = chosen(project, asked).map((memo) => printed(project, memo, coders.get(memo.coderId) ?? '', language));
  const [only] = memos;
  const title = memos.length === 1 && only ? only.title : memoExportText[language].title(projectTitle);
  const pictures: MemoPictures = { read: (sha256) => readPicture(project, sha256) };
  const content = asked.format === 'md' ? memosToMarkdown(memos, pictures) : await memosToWord({ title, language, memos, pictures });
  return { title, content };
}
