// Recordings on their way into the project: sent piece by piece, they go on while another screen is looked at.
import { useSyncExternalStore } from 'react';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { call } from '../core.ts';

export interface Upload {
  readonly name: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** A multiple of three bytes: the base64 of the pieces has no padding. Below the 6 MB that a call may carry. */
const PIECE_BYTES = 3 << 20;
const PROBE_MS = 5000;

const uploads = new Map<SourceId, Upload & { readonly cancel: () => void }>();
const listeners = new Set<() => void>();

function set(sourceId: SourceId, upload: Parameters<typeof uploads.set>[1] | null): void {
  if (upload) uploads.set(sourceId, upload);
  else uploads.delete(sourceId);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The recording that is being added to this source; null for none. */
export function useUpload(sourceId: SourceId): Upload | null {
  return useSyncExternalStore(subscribe, () => uploads.get(sourceId) ?? null);
}

export function cancelUpload(sourceId: SourceId): void {
  uploads.get(sourceId)?.cancel();
}

/** Adds the recording of a source; null when it was cancelled. Throws what the core refuses. */
export async function uploadRecording(sourceId: SourceId, file: File, restores: boolean): Promise<MediaInfo | null> {
  cancelUpload(sourceId);
  let isCancelled = false;
  const state = { name: file.name, totalBytes: file.size, cancel: () => (isCancelled = true) };
  const show = (doneBytes: number): void => set(sourceId, { ...state, doneBytes });
  show(0);
  let upload: string | null = null;
  try {
    const durationMs = await durationOf(file);
    ({ upload } = await call('media.begin', { sourceId, name: file.name, sizeBytes: file.size, restores }));
    for (let from = 0; from < file.size && !isCancelled; from += PIECE_BYTES) {
      const base64 = await base64Of(file.slice(from, from + PIECE_BYTES));
      await call('media.add', { upload, base64 });
      if (!isCancelled) show(Math.min(file.size, from + PIECE_BYTES));
    }
    if (!isCancelled) return await call('media.finish', { upload, durationMs });
    await call('media.cancel', { upload });
    return null;
  } catch (error) {
    // cancelled by another recording for the same source, whose beginning ended this one
    if (isCancelled) return null;
    if (upload !== null) await call('media.cancel', { upload }).catch(() => undefined);
    throw error;
  } finally {
    if (uploads.get(sourceId)?.cancel === state.cancel) set(sourceId, null);
  }
}

/** The browser's own encoder: hundreds of megabytes pass in seconds. */
function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(piece);
  });
}

/** How long the recording lasts, as the player finds out; null where it does not know, or not soon. */
function durationOf(file: File): Promise<number | null> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(file);
    const player = document.createElement('video');
    const answer = (seconds: number): void => {
      clearTimeout(timer);
      player.removeAttribute('src');
      URL.revokeObjectURL(url);
      resolve(Number.isFinite(seconds) ? Math.round(seconds * 1000) : null);
    };
    const timer = setTimeout(() => answer(Number.NaN), PROBE_MS);
    player.preload = 'metadata';
    player.onloadedmetadata = () => answer(player.duration);
    player.onerror = () => answer(Number.NaN);
    player.src = url;
  });
}
