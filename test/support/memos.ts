// Memos for tests, told by their lines and links.
import { writeMemo } from '../../electron/commands/memos.ts';
import type { MemoId } from '../../shared/domain/ids.ts';
import { writtenTextOf, paragraphOf, runOf } from '../../shared/domain/written-text.ts';
import type { InlineNode, WrittenText } from '../../shared/domain/written-text.ts';
import type { MemoTarget } from '../../shared/domain/memo.ts';
import type { LinkKind } from '../../shared/domain/text-link.ts';
import type { TestProject } from './project.ts';

export function linkTo(kind: LinkKind, id: string, label = 'lien'): InlineNode {
  return { type: 'memo-link', version: 1, kind, id, label };
}

/** One paragraph for each: words, or what else stands in a paragraph. */
export function memoOf(...paragraphs: readonly (string | InlineNode)[]): WrittenText {
  return writtenTextOf(paragraphs.map((part) => paragraphOf([typeof part === 'string' ? runOf(part) : part])));
}

interface OnWhat {
  readonly kind?: MemoTarget;
  readonly id?: string;
}

/** A new memo, on the project where nothing else is said. */
export function aMemo(project: TestProject, title: string, document: WrittenText, { kind = 'project', id = '' }: OnWhat = {}): MemoId {
  return writeMemo(project.session, { memoId: null, targetKind: kind, targetId: id, title, text: '', document });
}

export function rewriteMemo(project: TestProject, memoId: MemoId, document: WrittenText, title = 'Revu'): void {
  writeMemo(project.session, { memoId, targetKind: 'project', targetId: '', title, text: '', document });
}

/** `kind id` of each link, sorted. */
export function linksIn(project: TestProject): string[] {
  const rows = project.project.sqlite.prepare<[], { link: string }>("SELECT target_kind || ' ' || target_id AS link FROM memo_link ORDER BY link");
  return rows.all().map(({ link }) => link);
}

/** A real picture: one red point. */
export const ONE_POINT_PNG = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64'),
);
