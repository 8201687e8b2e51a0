// Whether the sheet of exports is open, and on what: any screen asks for it, the frame shows it.
import { useSyncExternalStore } from 'react';
import type { PrintPiece } from '../../shared/domain/print.ts';

/** One piece from where it was asked for; null: the whole thesis pack. */
export interface PrintingRequest {
  readonly piece: PrintPiece | null;
}

let request: PrintingRequest | null = null;
const listeners = new Set<() => void>();

function set(next: PrintingRequest | null): void {
  request = next;
  for (const listener of listeners) listener();
}

export function openPrinting(piece: PrintPiece | null): void {
  set({ piece });
}

export function closePrinting(): void {
  set(null);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePrintingRequest(): PrintingRequest | null {
  return useSyncExternalStore(listen, () => request);
}
