// Memos as a printed document: one after the other, the oldest first, each with what it is on and the form it was given.
import type { Memo } from '../../../shared/domain/memo.ts';
import type { PieceOf, PrintStyle } from '../../../shared/domain/print.ts';
import { quoted, withCuts } from '../../../shared/domain/typography.ts';
import { writtenTextOfWords } from '../../../shared/domain/written-text.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import { memoExportText } from '../../../shared/i18n/memo-export.ts';
import { memoTitle, targetWords } from '../../../shared/i18n/memo-words.ts';
import type { Session } from '../../commands/run-command.ts';
import { listCoders } from '../../queries/corpus.ts';
import { findMemos, readMemoDocument } from '../../queries/memos.ts';
import { readProject } from '../../queries/project.ts';
import { readMemoPassage } from '../../queries/referred-passages.ts';
import type { ReferredPassage } from '../../queries/referred-passages.ts';
import { heading, paragraph, textInlines } from './formats/document-words.ts';
import { printable } from './formats/printable-words.ts';
import { PrintSetting } from './print-setting.ts';
import type { PrintedBlock, PrintedDocument } from './formats/printed-document.ts';
import { writtenBlocks, writtenSetting } from './written-blocks.ts';

type Project = Session['project'];

/** The words that a memo is on, whole: a page has room for them. */
function quoteBlock({ words, ...passage }: ReferredPassage, setting: PrintSetting): PrintedBlock {
  const said = quoted(withCuts(printable(words)), setting.language);
  return { kind: 'quote', inlines: [...textInlines(said), { kind: 'text', text: ' ' }, setting.reference(passage)] };
}

function memoBlocks(project: Project, memo: Memo, who: string, setting: PrintSetting): PrintedBlock[] {
  const { language } = setting;
  const words = memoExportText[language];
  const passage = readMemoPassage(project, memo);
  const named = passage ? '' : targetWords(language, memo, Infinity);
  const label = [words.onTarget(memo.targetKind), named].filter((part) => part !== '').join(', ');
  const document = readMemoDocument(project, memo.id) ?? writtenTextOfWords(memo.text);
  return [
    heading(1, setting.words(memoTitle(language, memo))),
    paragraph('note', setting.words(words.by(memo.kind, who, formatDate(language, memo.createdAt.slice(0, 10)))), { keepsWithNext: true }),
    paragraph('source', setting.words(words.on(memo.targetKind, label)), { keepsWithNext: true }),
    ...(passage ? [quoteBlock(passage, setting)] : []),
    ...writtenBlocks(document, 1, writtenSetting(project, document, setting)),
  ];
}

/** These memos in this order. */
export function memosInOrder(project: Project, memos: readonly Memo[], style: PrintStyle): PrintedDocument {
  const setting = new PrintSetting(project, style);
  const words = memoExportText[style.language];
  const coders = new Map(listCoders(project).map(({ id, name }) => [id, name]));
  const [only] = memos;
  const title = memos.length === 1 && only ? memoTitle(style.language, only) : words.title(readProject(project).title);
  const blocks = memos.flatMap((memo) => memoBlocks(project, memo, coders.get(memo.coderId) ?? '', setting));
  return {
    title: setting.words(title),
    author: style.author,
    language: style.language,
    sections: [{ page: 'upright', blocks: blocks.length > 0 ? blocks : [paragraph('note', words.none)] }],
  };
}

export function memosDocument(project: Project, { kinds }: PieceOf<'memos'>, style: PrintStyle): PrintedDocument {
  const memos = findMemos(project, {})
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  return memosInOrder(project, memos, style);
}
