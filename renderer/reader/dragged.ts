// What is being dragged within the coding screen: a category on its way to words, or words on their way to a category. The browser hides
// what a drag carries until it is dropped, so that the targets ask here.
import { useSyncExternalStore } from 'react';
import type { CategoryId } from '../../shared/domain/ids.ts';

export type Dragged = { readonly kind: 'category'; readonly categoryId: CategoryId } | { readonly kind: 'words' };

let dragged: Dragged | null = null;
const listeners = new Set<() => void>();

/** Listeners hear of it a moment later: a page that changes while a drag begins ends it. */
export function setDragged(next: Dragged | null): void {
  dragged = next;
  setTimeout(() => {
    for (const listener of listeners) listener();
  }, 0);
}

export function presentDrag(): Dragged | null {
  return dragged;
}

export function useDragged(): Dragged | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, presentDrag);
}

/** The browser needs something to carry; other programs get the name. */
export function beginCategoryDrag(event: { dataTransfer: DataTransfer }, categoryId: CategoryId, name: string): void {
  event.dataTransfer.setData('text/plain', name);
  event.dataTransfer.effectAllowed = 'copy';
  setDragged({ kind: 'category', categoryId });
}
