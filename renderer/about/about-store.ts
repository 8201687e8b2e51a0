// Which window about the program is open: menus and the command field ask for one, the host shows it.
import { useSyncExternalStore } from 'react';

export type AboutView = 'licences' | 'update';

let view: AboutView | null = null;
const listeners = new Set<() => void>();

function set(next: AboutView | null): void {
  view = next;
  for (const listener of listeners) listener();
}

export function openAbout(next: AboutView): void {
  set(next);
}

export function closeAbout(): void {
  set(null);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAboutView(): AboutView | null {
  return useSyncExternalStore(listen, () => view);
}
