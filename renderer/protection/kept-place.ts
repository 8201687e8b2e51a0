// Where the window is when it is locked, and what is being written in it: gathered into one text, which the core enciphers, and put back.
import { placeFromHash } from '../navigation.tsx';
import type { Place } from '../navigation.tsx';
import { memoryOf, recall } from '../ui/project-memory.ts';

/** A field that nothing had stored yet. */
export interface KeptDraft {
  readonly label: string;
  readonly text: string;
}

interface KeptPlace {
  readonly hash: string;
  readonly memory: readonly (readonly [string, string])[];
  readonly drafts: readonly KeptDraft[];
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const WRITTEN = 'input:not([type=password], [type=checkbox], [type=radio], [type=range], [type=color], [type=file]), textarea';

const labelOf = (field: Field): string => field.labels?.[0]?.textContent?.trim() || field.getAttribute('aria-label') || field.placeholder || '';

/** What is written in forms and windows over the page, and in the field that has the caret: what stores itself on leaving is stored then. */
export function writtenFields(root: ParentNode = document): KeptDraft[] {
  const fields = [...root.querySelectorAll<Field>(WRITTEN)];
  const unsaved = fields.filter((field) => field === document.activeElement || field.closest('form, [role=dialog], [role=alertdialog]') !== null);
  return unsaved.filter(({ value }) => value.trim() !== '').map((field) => ({ label: labelOf(field), text: field.value }));
}

export function presentPlace(drafts: readonly KeptDraft[]): string {
  return JSON.stringify({ hash: location.hash, memory: memoryOf(), drafts } satisfies KeptPlace);
}

/** Puts the memory back; answers with where to go and what was being written. Null for what this window does not understand. */
export function putBack(text: string | null): { readonly place: Place; readonly drafts: readonly KeptDraft[] } | null {
  if (text === null) return null;
  try {
    const { hash, memory, drafts } = JSON.parse(text) as KeptPlace;
    recall(memory);
    return { place: placeFromHash(hash), drafts };
  } catch {
    return null;
  }
}
