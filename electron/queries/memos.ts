// Reads memos: which there are, one as it is opened, and which point to a thing.
import { folded } from '../../shared/domain/category.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId, MemoId } from '../../shared/domain/ids.ts';
import type { MemoCard, MemoCount } from '../../shared/domain/memo-card.ts';
import { linksOf, parseWrittenText } from '../../shared/domain/written-text.ts';
import type { WrittenText } from '../../shared/domain/written-text.ts';
import type { Memo, MemoFilter, MemoKind, MemoTarget } from '../../shared/domain/memo.ts';
import type { TextLink } from '../../shared/domain/text-link.ts';
import { readImage } from '../storage/images.ts';
import type { StoredImage } from '../storage/images.ts';
import type { Project } from '../storage/open-project.ts';
import { TargetNames, nameLinks } from './memo-targets.ts';

interface MemoRow {
  id: string;
  target_kind: MemoTarget;
  target_id: string;
  kind: MemoKind;
  title: string;
  text: string;
  document: string | null;
  coder_id: string;
  created_at: string;
  updated_at: string;
}

function toMemo(row: MemoRow, names: TargetNames): Memo {
  const words = names.words(row.target_kind, row.target_id);
  return {
    id: row.id as MemoId,
    targetKind: row.target_kind,
    targetId: row.target_id,
    targetLabel: words?.label ?? '',
    targetRef: words?.ref ?? '',
    sourceId: words?.sourceId ?? null,
    kind: row.kind,
    title: row.title,
    text: row.text,
    coderId: row.coder_id as CoderId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Local days: a diary is dated by the day it was written on, where it was written. */
function dayOf(isoTime: string): string {
  const date = new Date(isoTime);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Memos that the filter leaves, latest change first. */
export function findMemos(project: Project, filter: MemoFilter): Memo[] {
  const { from, to } = filter;
  const words = folded(filter.search ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const names = new TargetNames(project);
  return project.sqlite
    .prepare<[Record<string, string | null>], MemoRow>(
      `SELECT * FROM memo WHERE (@targetKind IS NULL OR target_kind = @targetKind) AND (@targetId IS NULL OR target_id = @targetId)
         AND (@kind IS NULL OR kind = @kind) AND (@coderId IS NULL OR coder_id = @coderId)
       ORDER BY updated_at DESC, rowid DESC`,
    )
    .all({
      targetKind: filter.targetKind ?? null,
      targetId: filter.targetId ?? null,
      kind: filter.kind ?? null,
      coderId: filter.coderId ?? null,
    })
    .filter((row) => (!from || dayOf(row.created_at) >= from) && (!to || dayOf(row.created_at) <= to))
    .map((row) => toMemo(row, names))
    .filter(({ title, text, targetLabel }) => {
      if (words.length === 0) return true;
      const all = folded(`${title} ${text} ${targetLabel}`);
      return words.every((word) => all.includes(word));
    });
}

/** Memos, latest first; of one kind of target, or of one target, when these are given. */
export function listMemos(project: Project, targetKind: MemoTarget | null, targetId: string | null): Memo[] {
  return findMemos(project, { targetKind, targetId });
}

function memoRow(project: Project, memoId: string): MemoRow {
  const row = project.sqlite.prepare<[string], MemoRow>('SELECT * FROM memo WHERE id = ?').get(memoId);
  if (!row) throw new Refusal('memo.unknown', { id: memoId });
  return row;
}

export function readMemo(project: Project, memoId: string): MemoCard {
  const row = memoRow(project, memoId);
  const document = parseWrittenText(row.document);
  return {
    memo: toMemo(row, new TargetNames(project)),
    document,
    links: document ? nameLinks(project, linksOf(document)) : [],
    backlinks: readBacklinks(project, { kind: 'memo', id: memoId }),
  };
}

/** A memo's form alone; null where only plain words were written. */
export function readMemoDocument(project: Project, memoId: string): WrittenText | null {
  return parseWrittenText(memoRow(project, memoId).document);
}

/** Memos whose text points to this thing, latest change first. */
export function readBacklinks(project: Project, { kind, id }: TextLink): Memo[] {
  const names = new TargetNames(project);
  return project.sqlite
    .prepare<[string, string], MemoRow>(
      'SELECT m.* FROM memo m JOIN memo_link l ON l.memo_id = m.id WHERE l.target_kind = ? AND l.target_id = ? ORDER BY m.updated_at DESC, m.rowid DESC',
    )
    .all(kind, id)
    .map((row) => toMemo(row, names));
}

/** How much memos say of each thing of one kind; of what they say nothing there is no count. */
export function countMemos(project: Project, kind: MemoTarget): MemoCount[] {
  return project.sqlite
    .prepare<[{ kind: MemoTarget }], MemoCount>(
      `SELECT id, sum(is_on) AS "on", sum(1 - is_on) AS mentions FROM (
         SELECT target_id AS id, 1 AS is_on FROM memo WHERE target_kind = @kind
         UNION ALL
         SELECT l.target_id AS id, 0 AS is_on FROM memo_link l JOIN memo m ON m.id = l.memo_id
           WHERE l.target_kind = @kind AND NOT (m.target_kind = @kind AND m.target_id = l.target_id)
       ) GROUP BY id ORDER BY id`,
    )
    .all({ kind });
}

/** Refuses (`image.unknown`) a picture that the project has not. */
export function readPicture(project: Project, sha256: string): StoredImage {
  const found = readImage(project.sqlite, sha256);
  if (!found) throw new Refusal('image.unknown', { id: sha256 });
  return found;
}
