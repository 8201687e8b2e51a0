// A recording made of nothing but arithmetic: tones of a few seconds, as a WAV file.

const RATE = 8000;
const LOUDNESS = 9000;
const HEADER_BYTES = 44;

/** One tone per second, each higher than the one before it; mono, 16 bits, 8 kHz. */
export function aRecording(seconds: number, lowestHz = 220): Uint8Array {
  const samples = seconds * RATE;
  const bytes = new DataView(new ArrayBuffer(HEADER_BYTES + samples * 2));
  const letters = (at: number, text: string): void => [...text].forEach((letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)));
  letters(0, 'RIFF');
  bytes.setUint32(4, HEADER_BYTES - 8 + samples * 2, true);
  letters(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, RATE * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  letters(36, 'data');
  bytes.setUint32(40, samples * 2, true);
  for (let at = 0; at < samples; at += 1) {
    const hz = lowestHz * (1 + (Math.floor(at / RATE) % 8) / 4);
    bytes.setInt16(HEADER_BYTES + at * 2, Math.round(LOUDNESS * Math.sin((2 * Math.PI * hz * at) / RATE)), true);
  }
  return new Uint8Array(bytes.buffer);
}
