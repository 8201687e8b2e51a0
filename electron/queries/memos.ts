// Reads memos with the words that say what each is on.
import { lineage } from '../../shared/domain/category.ts';
import type { Memo, MemoTarget } from '../../shared/domain/memo.ts';
import type { CoderId, MemoId, SourceId } from '../../shared/domain/ids.ts';
import type { Project } from '../storage/open-project.ts';
import { readQuote } from './sources.ts';

interface MemoRow {
  id: string;
  target_kind: MemoTarget;
  target_id: string;
  title: string;
  text: string;
  coder_id: string;
  created_at: string;
  updated_at: string;
}

interface PassageRow {
  source_id: string;
  start_turn_id: string;
  start_utf16: number;
  end_turn_id: string;
  end_utf16: number;
}

const LABEL_LENGTH = 80;

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length > LABEL_LENGTH ? `${plain.slice(0, LABEL_LENGTH).trimEnd()}…` : plain;
}

function nameIn(project: Project, table: 'source' | 'study_case' | 'participant' | 'matrix', id: string): string {
  return project.sqlite.prepare<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(id)?.name ?? '';
}

function categoryLabel(project: Project, id: string): string {
  const rows = project.sqlite
    .prepare<[], { id: string; parentId: string | null; name: string }>('SELECT id, parent_id AS parentId, name FROM category')
    .all();
  return lineage(new Map(rows.map((row) => [row.id, row])), id)
    .map((step) => step.name)
    .join(' › ');
}

function passageOf(project: Project, kind: MemoTarget, id: string): PassageRow | undefined {
  const passageId = kind === 'coding' ? '(SELECT passage_id FROM coding WHERE id = ?)' : '?';
  return project.sqlite
    .prepare<[string], PassageRow>(`SELECT source_id, start_turn_id, start_utf16, end_turn_id, end_utf16 FROM passage WHERE id = ${passageId}`)
    .get(id);
}

function describe(project: Project, kind: MemoTarget, id: string): { targetLabel: string; sourceId: SourceId | null } {
  switch (kind) {
    case 'project':
      return { targetLabel: project.sqlite.prepare<[], { title: string }>('SELECT title FROM project').get()?.title ?? '', sourceId: null };
    case 'source':
      return { targetLabel: nameIn(project, 'source', id), sourceId: id as SourceId };
    case 'case':
      return { targetLabel: nameIn(project, 'study_case', id), sourceId: null };
    case 'participant':
    case 'matrix':
      return { targetLabel: nameIn(project, kind, id), sourceId: null };
    case 'category':
      return { targetLabel: categoryLabel(project, id), sourceId: null };
    case 'passage':
    case 'coding': {
      const row = passageOf(project, kind, id);
      if (!row) return { targetLabel: '', sourceId: null };
      return {
        targetLabel: shortened(readQuote(project, row.start_turn_id, row.start_utf16, row.end_turn_id, row.end_utf16)),
        sourceId: row.source_id as SourceId,
      };
    }
  }
}

/** Memos, latest first; of one kind of target, or of one target, when these are given. */
export function listMemos(project: Project, kind: MemoTarget | null, targetId: string | null): Memo[] {
  const conditions = [kind === null ? '' : 'target_kind = @kind', targetId === null ? '' : 'target_id = @targetId'].filter(Boolean).join(' AND ');
  return project.sqlite
    .prepare<[{ kind: string | null; targetId: string | null }], MemoRow>(
      `SELECT * FROM memo ${conditions ? `WHERE ${conditions}` : ''} ORDER BY updated_at DESC`,
    )
    .all({ kind, targetId })
    .map((row) => ({
      id: row.id as MemoId,
      targetKind: row.target_kind,
      targetId: row.target_id,
      ...describe(project, row.target_kind, row.target_id),
      title: row.title,
      text: row.text,
      coderId: row.coder_id as CoderId,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    }));
}
