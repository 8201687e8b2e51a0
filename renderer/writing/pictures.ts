// Pictures of written texts in the window: asked for once, shown from memory.
import { call } from '../core.ts';
import { bytesFromBase64 } from '../ui/save-file.ts';

const known = new Map<string, Promise<string>>();

/** An address for this window only. */
function pictureUrl(sha256: string): Promise<string> {
  let url = known.get(sha256);
  if (!url) {
    url = call('memo.image', { sha256 }).then(({ mime, base64 }) => URL.createObjectURL(new Blob([bytesFromBase64(base64)], { type: mime })));
    // asked again next time: the core may only have been away
    url.catch(() => known.delete(sha256));
    known.set(sha256, url);
  }
  return url;
}

/** Until it is there, and where it is missing, its description shows. */
export function showPicture(element: HTMLImageElement, sha256: string): void {
  pictureUrl(sha256).then(
    (url) => (element.src = url),
    () => element.removeAttribute('src'),
  );
}

export function imagesIn(files: Iterable<File>): File[] {
  return [...files].filter(({ type }) => type.startsWith('image/'));
}

const CHUNK = 0x8000;

export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
