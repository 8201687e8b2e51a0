// Which files are recordings that the workbench's player plays: by their names, then by their first bytes.

type Container = 'mpeg' | 'wave' | 'ogg' | 'flac' | 'mp4' | 'webm';

/** What a file of this name holds when its bytes say nothing else. */
const BY_EXTENSION: Readonly<Record<string, { readonly container: Container; readonly mime: string }>> = {
  mp3: { container: 'mpeg', mime: 'audio/mpeg' },
  aac: { container: 'mpeg', mime: 'audio/aac' },
  wav: { container: 'wave', mime: 'audio/wav' },
  ogg: { container: 'ogg', mime: 'audio/ogg' },
  oga: { container: 'ogg', mime: 'audio/ogg' },
  opus: { container: 'ogg', mime: 'audio/ogg' },
  ogv: { container: 'ogg', mime: 'video/ogg' },
  flac: { container: 'flac', mime: 'audio/flac' },
  m4a: { container: 'mp4', mime: 'audio/mp4' },
  mp4: { container: 'mp4', mime: 'video/mp4' },
  m4v: { container: 'mp4', mime: 'video/mp4' },
  // the same container: players refuse the name it has of its own
  mov: { container: 'mp4', mime: 'video/mp4' },
  weba: { container: 'webm', mime: 'audio/webm' },
  webm: { container: 'webm', mime: 'video/webm' },
};

/** A recorder's file is often renamed: where the bytes contradict the name, they are right. */
const BY_CONTAINER: Readonly<Record<Container, string>> = {
  mpeg: 'audio/mpeg',
  wave: 'audio/wav',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

/** Without their dots, for a file dialog. */
export const MEDIA_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION);

function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export function isMediaName(name: string): boolean {
  return extensionOf(name) in BY_EXTENSION;
}

/** Bytes of a file's beginning that are enough to tell. */
export const MEDIA_HEAD_BYTES = 12;

/** What a player is to take the file for; null when no player plays it. */
export function mediaMimeOf(name: string, head: Uint8Array): string | null {
  const known = BY_EXTENSION[extensionOf(name)];
  const container = known && containerOf(head);
  if (!container) return null;
  return known.container === container ? known.mime : BY_CONTAINER[container];
}

function containerOf(head: Uint8Array): Container | null {
  const letters = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  const first = letters(0, 4);
  if (/^(?:RIFF|RF64)$/.test(first)) return letters(8, 12) === 'WAVE' ? 'wave' : null;
  if (first === 'OggS') return 'ogg';
  if (first === 'fLaC') return 'flac';
  if (first === '\u001aE\u00df\u00a3') return 'webm';
  if (/^(?:ftyp|moov|mdat|wide|free|skip)$/.test(letters(4, 8))) return 'mp4';
  return first.startsWith('ID3') || isMpegFrame(head) ? 'mpeg' : null;
}

/** The eleven bits of an MPEG audio frame, then a version, a layer, a bit rate and a sampling rate that exist; or an AAC frame. */
function isMpegFrame([sync, kind, rates]: Uint8Array): boolean {
  if (sync !== 0xff || kind === undefined || rates === undefined || (kind & 0xe0) !== 0xe0) return false;
  if ((kind & 0xf6) === 0xf0) return true;
  const layer = (kind >> 1) & 3;
  return (kind & 0x18) !== 0x08 && (layer === 1 || layer === 2) && (rates & 0xf0) !== 0xf0 && (rates & 0x0c) !== 0x0c;
}
