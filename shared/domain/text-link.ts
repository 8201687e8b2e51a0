// Links: places in a text that somebody writes which lead to what is in the project.
import type { SourceId } from './ids.ts';

/** What a written text can point to. */
export const LINK_KINDS = ['source', 'passage', 'category', 'case', 'participant', 'matrix', 'cell', 'memo'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface TextLink {
  readonly kind: LinkKind;
  /** For a cell the key of its crossing. */
  readonly id: string;
}

/** Something that a text links to or could link to, in words. */
export interface LinkTarget extends TextLink {
  readonly label: string;
  /** `E12 §34` for a passage; empty for what needs no citation. */
  readonly ref: string;
  /** The source to open for passages. */
  readonly sourceId: SourceId | null;
}
