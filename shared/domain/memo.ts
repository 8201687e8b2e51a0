// Memos: what is thought along the way, on whatever it is about, written like a text.
import type { CoderId, MemoId, SourceId } from './ids.ts';

export const MEMO_TARGETS = ['project', 'source', 'passage', 'coding', 'category', 'case', 'participant', 'matrix', 'cell', 'question'] as const;
export type MemoTarget = (typeof MEMO_TARGETS)[number];

export const MEMO_KINDS = ['analytic', 'methodological', 'theoretical', 'diary'] as const;
export type MemoKind = (typeof MEMO_KINDS)[number];

export interface Memo {
  readonly id: MemoId;
  readonly targetKind: MemoTarget;
  /** Empty for the project itself; for a cell the key of its crossing. */
  readonly targetId: string;
  /** What the memo is on, in words: a source's name, a quote's beginning, a category's path, `Gouvernance × Pôle 1`. */
  readonly targetLabel: string;
  /** `E12 §34` for memos on passages and codings; empty for what is not cited. */
  readonly targetRef: string;
  /** The source to open for memos on passages and codings. */
  readonly sourceId: SourceId | null;
  readonly kind: MemoKind;
  readonly title: string;
  /** The plain words of what was written. */
  readonly text: string;
  readonly coderId: CoderId;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Which memos; what is absent or null leaves out none. */
export interface MemoFilter {
  readonly targetKind?: MemoTarget | null | undefined;
  readonly targetId?: string | null | undefined;
  readonly kind?: MemoKind | null | undefined;
  readonly coderId?: CoderId | null | undefined;
  /** Every word must stand in the title, the text or what the memo is on; accents and case ignored. */
  readonly search?: string | undefined;
  /** Days (yyyy-mm-dd), both included, of when a memo was first written. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

export const MEMO_EXPORT_FORMATS = ['docx', 'md'] as const;
export type MemoExportFormat = (typeof MEMO_EXPORT_FORMATS)[number];
