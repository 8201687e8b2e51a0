// Unpacks the data of a review page (gzip, RFC 1951 and 1952) in plain code: tablets whose browsers have no DecompressionStream open it too,
// and a part of the pack is there at once when it is asked for.

/** Lengths and distances beyond their base take so many further bits. */
const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = Array.from({ length: 30 }, (_, at) => (at < 4 ? at + 1 : 1 + ((2 + (at & 1)) << (at / 2 - 1))));
const DISTANCE_EXTRA = Array.from({ length: 30 }, (_, at) => Math.max(0, Math.floor(at / 2) - 1));
/** The order in which code lengths are themselves coded. */
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;
const END_OF_BLOCK = 256;

/** A Huffman code: how many codes have each length, and their symbols in order. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

function codeOf(lengths: ArrayLike<number>): Code {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (let at = 0; at < lengths.length; at += 1) counts[lengths[at] ?? 0] = (counts[lengths[at] ?? 0] ?? 0) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(LONGEST_CODE + 2);
  for (let length = 1; length <= LONGEST_CODE; length += 1) offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0);
  const symbols = new Uint16Array(lengths.length);
  for (let at = 0; at < lengths.length; at += 1) {
    const length = lengths[at] ?? 0;
    if (length === 0) continue;
    symbols[offsets[length] ?? 0] = at;
    offsets[length] = (offsets[length] ?? 0) + 1;
  }
  return { counts, symbols };
}

const FIXED_LENGTHS = codeOf(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)));
const FIXED_DISTANCES = codeOf(Array.from({ length: 30 }, () => 5));

class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
  }

  take(count: number): number {
    while (this.#count < count) {
      if (this.#at >= this.#bytes.length) throw new RangeError('the data ends too soon');
      this.#held |= (this.#bytes[this.#at] ?? 0) << this.#count;
      this.#at += 1;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  symbol({ counts, symbols }: Code): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length += 1) {
      code |= this.take(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + (code - first)] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError('no such code');
  }

  /** Bytes as they stand, from the next whole one on. */
  stored(): Uint8Array {
    this.#at -= this.#count >> 3;
    this.#held = 0;
    this.#count = 0;
    const length = (this.#bytes[this.#at] ?? 0) | ((this.#bytes[this.#at + 1] ?? 0) << 8);
    const start = this.#at + 4;
    this.#at = start + length;
    return this.#bytes.subarray(start, start + length);
  }
}

function dynamicCodes(bits: Bits): [lengths: Code, distances: Code] {
  const lengthCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const known = new Uint8Array(19);
  for (let left = bits.take(4) + 4, at = 0; at < left; at += 1) known[CODE_ORDER[at] ?? 0] = bits.take(3);
  const code = codeOf(known);
  const lengths = new Uint8Array(lengthCount + distanceCount);
  for (let at = 0; at < lengths.length; ) {
    const symbol = bits.symbol(code);
    if (symbol < 16) lengths[at++] = symbol;
    else {
      const repeated = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
      const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
      lengths.fill(repeated, at, at + times);
      at += times;
    }
  }
  return [codeOf(lengths.subarray(0, lengthCount)), codeOf(lengths.subarray(lengthCount))];
}

/** @param bytes one gzip member without extra fields, as zlib writes it; its last four bytes are the size of what is in it */
export function gunzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || bytes[3] !== 0) throw new RangeError('not what was packed');
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
  const out = new Uint8Array(size);
  const bits = new Bits(bytes, 10);
  let at = 0;
  for (let isLast = false; !isLast; ) {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 0) {
      const plain = bits.stored();
      out.set(plain, at);
      at += plain.length;
      continue;
    }
    const [lengths, distances] = kind === 1 ? [FIXED_LENGTHS, FIXED_DISTANCES] : dynamicCodes(bits);
    for (let symbol = bits.symbol(lengths); symbol !== END_OF_BLOCK; symbol = bits.symbol(lengths)) {
      if (symbol < END_OF_BLOCK) out[at++] = symbol;
      else {
        const length = (LENGTH_BASE[symbol - 257] ?? 0) + bits.take(LENGTH_EXTRA[symbol - 257] ?? 0);
        const far = bits.symbol(distances);
        const distance = (DISTANCE_BASE[far] ?? 0) + bits.take(DISTANCE_EXTRA[far] ?? 0);
        // what is repeated may reach into itself
        const end = at + length;
        for (; at < end; at += 1) out[at] = out[at - distance] ?? 0;
      }
    }
  }
  return out;
}
