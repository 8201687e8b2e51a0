// Hands a file made by the core to the person: the browser's own download, which the desktop turns into "save as".
import type { FileOut } from '../../shared/contract/fields.ts';

const REVOKE_AFTER_MS = 60_000;

export function bytesFromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

export function base64Of(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

export function saveFile(file: FileOut): void {
  const url = URL.createObjectURL(new Blob([bytesFromBase64(file.base64)], { type: file.mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
