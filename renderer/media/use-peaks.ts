// The picture of a recording's loudness, made once, piece by piece, while nothing waits for it.
import { useEffect, useState } from 'react';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { firstChannel, loudestOf, pictured, waveFormOf } from './loudness.ts';

const SHOWN = 500;
const MOST_BYTES = 60_000_000;
/** Of plain samples; of coded ones, which are many times more when decoded. */
const PLAIN_BYTES = 4 << 20;
const CODED_BYTES = 1 << 20;
/** What cannot be decoded in pieces is decoded whole, where its samples fit easily in memory: about ten minutes. */
const LONGEST_WHOLE_MS = 600_000;
const RATE = 8000;
/** A twentieth of a second. */
const RUN = RATE / 20;

/** Frames that stand for themselves: any piece of the file can be decoded. */
const IN_PIECES: readonly string[] = ['audio/mpeg', 'audio/aac'];

const known = new Map<string, readonly number[]>();

async function bytesOf(url: string, from: number, to: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { range: `bytes=${from}-${to - 1}` }, signal });
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function decoded(bytes: Uint8Array): Promise<number[]> {
  const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes.slice().buffer);
  return loudestOf(sound.getChannelData(0), RUN);
}

type File = Pick<MediaInfo, 'url' | 'mime' | 'sizeBytes'>;

async function loudnessOf({ url, mime, sizeBytes }: File, signal: AbortSignal): Promise<number[]> {
  const head = await bytesOf(url, 0, Math.min(sizeBytes, CODED_BYTES), signal);
  const wave = waveFormOf(head);
  if (!wave && !IN_PIECES.includes(mime)) return decoded(await bytesOf(url, 0, sizeBytes, signal));
  const loudness: number[] = [];
  const frame = 2 * (wave?.channels ?? 1);
  const step = wave ? PLAIN_BYTES - (PLAIN_BYTES % frame) : CODED_BYTES;
  for (let from = wave?.dataAt ?? 0; from < sizeBytes; from += step) {
    const bytes = await bytesOf(url, from, Math.min(sizeBytes, from + step), signal);
    const run = Math.max(1, Math.round((wave?.samplesPerSecond ?? RATE) / (RATE / RUN)));
    for (const value of wave ? loudestOf(firstChannel(bytes, wave.channels), run) : await decoded(bytes)) loudness.push(value);
  }
  return loudness;
}

/** Null until it is there; it never is for what is too large, or what the browser cannot decode this way. */
export function usePeaks({ url, mime, sizeBytes }: File, durationMs: number): readonly number[] | null {
  const [peaks, setPeaks] = useState<readonly number[] | null>(known.get(url) ?? null);
  const isLongWhole = durationMs > LONGEST_WHOLE_MS && mime !== 'audio/wav' && !IN_PIECES.includes(mime);
  const isWorthIt = sizeBytes <= MOST_BYTES && durationMs > 0 && !isLongWhole;
  useEffect(() => {
    if (!isWorthIt || known.has(url)) return undefined;
    const work = new AbortController();
    loudnessOf({ url, mime, sizeBytes }, work.signal).then(
      (loudness) => {
        known.set(url, pictured(loudness, SHOWN));
        if (!work.signal.aborted) setPeaks(known.get(url) ?? null);
      },
      () => undefined,
    );
    return () => work.abort();
  }, [url, mime, sizeBytes, isWorthIt]);
  return peaks;
}
