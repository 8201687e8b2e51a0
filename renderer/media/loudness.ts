// How loud a recording is from end to end, for its picture: plain arithmetic on samples.

/** The loudest sample of each run of `run` samples; values from 0 to 1. The last run may be shorter. */
export function loudestOf(samples: Float32Array, run: number): number[] {
  const loudest: number[] = [];
  for (let from = 0; from < samples.length; from += run) {
    let most = 0;
    const to = Math.min(samples.length, from + run);
    for (let at = from; at < to; at += 1) most = Math.max(most, Math.abs(samples[at] ?? 0));
    loudest.push(Math.min(1, most));
  }
  return loudest;
}

/** At most `count` values for the whole, the loudest stretch being 1: a quiet recording is seen as well as a loud one. */
export function pictured(loudness: readonly number[], count: number): number[] {
  const shown = Math.min(count, loudness.length);
  const stretches = Array.from({ length: shown }, (_, index) => {
    const [from, to] = [index, index + 1].map((edge) => Math.floor((edge * loudness.length) / shown));
    return loudness.slice(from, to).reduce((most, value) => Math.max(most, value), 0);
  });
  const most = stretches.reduce((found, value) => Math.max(found, value), 0);
  return most === 0 ? stretches : stretches.map((value) => value / most);
}

/** Where the samples of a WAV file begin and how they are written. */
export interface WaveForm {
  readonly dataAt: number;
  readonly channels: number;
  readonly samplesPerSecond: number;
}

const PCM = 1;
const EXTENSIBLE = 0xfffe;

/** Of its first bytes; null for anything but 16-bit samples, which is what recorders write. */
export function waveFormOf(head: Uint8Array): WaveForm | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const letters = (at: number): string => String.fromCharCode(...head.subarray(at, at + 4));
  if (head.length < 12 || letters(8) !== 'WAVE') return null;
  let format: Omit<WaveForm, 'dataAt'> | null = null;
  for (let at = 12; at + 8 <= head.length; ) {
    const [name, size] = [letters(at), view.getUint32(at + 4, true)];
    if (name === 'data') return format && { ...format, dataAt: at + 8 };
    if (name === 'fmt ' && at + 24 <= head.length) {
      const isPlain = [PCM, EXTENSIBLE].includes(view.getUint16(at + 8, true)) && view.getUint16(at + 22, true) === 16;
      format = isPlain ? { channels: view.getUint16(at + 10, true), samplesPerSecond: view.getUint32(at + 12, true) } : null;
    }
    at += 8 + size + (size % 2);
  }
  return null;
}

/** The first channel of 16-bit samples. */
export function firstChannel(bytes: Uint8Array, channels: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frame = 2 * channels;
  const samples = new Float32Array(Math.floor(bytes.length / frame));
  for (let index = 0; index < samples.length; index += 1) samples[index] = view.getInt16(index * frame, true) / 32_768;
  return samples;
}
