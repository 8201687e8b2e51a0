// Asks the publisher's address for the latest version: only when the user asked for it, once, and nothing is sent but the question itself
// (no version, no name of this computer, no cookie). Nothing is ever fetched beside the answer.
import { compareVersions, feedEntryIn } from '../../shared/domain/update.ts';
import type { ProgramCard, UpdateAnswer } from '../../shared/domain/update.ts';

const PATIENCE_MS = 8_000;
/** An answer is three short fields. */
const MOST_BYTES = 16_384;

export async function checkForUpdate({ version, updateFeed }: ProgramCard, patienceMs = PATIENCE_MS): Promise<UpdateAnswer> {
  if (updateFeed === null || !mayBeAsked(updateFeed)) return { kind: 'notConfigured' };
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(updateFeed, {
      signal,
      // another address than the one that was shown before is not asked
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json', 'user-agent': 'Trame' },
    });
    if (response.status >= 300 && response.status < 400) return { kind: 'unreachable', because: 'redirect' };
    if (!response.ok) return { kind: 'unreachable', because: 'status' };
    const text = await limitedText(response);
    return text === null ? { kind: 'rubbish' } : answerOf(text, version);
  } catch {
    return { kind: 'unreachable', because: signal.aborted ? 'timeout' : 'connection' };
  }
}

/** Over an enciphered line, or from this computer itself. */
function mayBeAsked(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname));
}

/** Null when it is longer than an answer can be, or no text. */
async function limitedText(response: Response): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) return null;
    pieces.push(piece);
  }
  try {
    return decoder.decode(Buffer.concat(pieces));
  } catch {
    return null;
  }
}

function answerOf(text: string, version: string): UpdateAnswer {
  const entry = feedEntryIn(text);
  if (entry === null) return { kind: 'rubbish' };
  const order = compareVersions(entry.version, version);
  return { kind: order > 0 ? 'newer' : order < 0 ? 'older' : 'same', ...entry };
}
