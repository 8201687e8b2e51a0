// What a file shows of a memo, whatever the file's format.
import type { MemoDocument } from '../../shared/domain/memo-document.ts';

/** A memo with all that a file shows of it. */
export interface PrintedMemo {
  readonly title: string;
  /** `Analytique · Anne Berger · 3 mars 2026` */
  readonly by: string;
  /** What it is on, in words. */
  readonly on: string;
  readonly document: MemoDocument;
  readonly linkWords: (link: { readonly kind: string; readonly id: string; readonly label: string }) => string;
}

export interface MemoPictures {
  readonly read: (sha256: string) => { readonly mime: string; readonly bytes: Uint8Array };
}
