// What a retrieval found as a memo to go on from: the question asked, then each passage as a quote that leads back to its source.
import { shownValue } from '../../shared/domain/attribute-value.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/project.ts';
import { MOST_IN_MEMO } from '../../shared/domain/retrieval.ts';
import type { RetrievalQuery, RetrievedPassage } from '../../shared/domain/retrieval.ts';
import { ITALIC, headingOf, paragraphOf, runOf, writtenTextOf } from '../../shared/domain/written-text.ts';
import type { BlockNode, LeafNode } from '../../shared/domain/written-text.ts';
import { retrievalText } from '../../shared/i18n/retrieval.ts';
import { writeMemo } from '../commands/memos.ts';
import type { Session } from '../commands/run-command.ts';
import { readStudyParts } from '../queries/corpus.ts';
import { readRetrieval, readRetrievedPage } from '../queries/retrieval.ts';

type Project = Session['project'];

interface MemoAsked {
  readonly query: RetrievalQuery;
  readonly title: string;
  readonly language: Language;
}

/** `left`: results beyond what one memo holds. */
export interface RetrievalMemo {
  readonly memoId: MemoId;
  readonly written: number;
  readonly left: number;
}

function quoteBlock({ passageId, quote, ref, speaker }: RetrievedPassage, language: Language): BlockNode {
  const { quoted, cited } = retrievalText[language].memo;
  const link: LeafNode = { type: 'memo-link', version: 1, kind: 'passage', id: passageId, label: quoted(quote.trim()) };
  return paragraphOf([link, runOf(` ${cited(ref, speaker)}`)]);
}

/** Headings as they are read on screen: values of attributes in the language's words. */
function headingWords(project: Project, { group }: RetrievalQuery, language: Language): (label: string) => string {
  const { attributes } = readStudyParts(project);
  const attribute = group.by === 'attribute' ? attributes.find(({ id }) => id === group.attributeId) : undefined;
  const { without } = retrievalText[language];
  return (label) => (label === '' ? without[group.by] : attribute ? shownValue(label, attribute.type, language) : label);
}

/** One memo on the project, of the first `MOST_IN_MEMO` results as they are sorted and grouped. */
export function writeRetrievalMemo(session: Session, { query, title, language }: MemoAsked): RetrievalMemo {
  const { project } = session;
  const words = retrievalText[language].memo;
  const { passages, sources, groups } = readRetrieval(project, query);
  const rows = readRetrievedPage(project, query, 0, MOST_IN_MEMO);
  const shown = headingWords(project, query, language);
  const blocks: BlockNode[] = [paragraphOf([runOf(words.asked(query.expression, passages, sources), ITALIC)])];
  let next = 0;
  for (const { label, passages: count } of groups) {
    const own = rows.slice(next, next + count);
    next += count;
    if (own.length === 0) break;
    if (query.group.by !== 'none') blocks.push(headingOf('h2', shown(label)));
    blocks.push(...own.map((row) => quoteBlock(row, language)));
  }
  const left = groups.reduce((sum, group) => sum + group.passages, 0) - rows.length;
  if (left > 0) blocks.push(paragraphOf([runOf(words.left(left), ITALIC)]));
  const memoId = writeMemo(session, { memoId: null, targetKind: 'project', targetId: '', title, text: '', document: writtenTextOf(blocks) });
  return { memoId, written: rows.length, left };
}
