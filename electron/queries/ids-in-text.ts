// Finds ids where they stand in a long text, without making a string of each: what SQLite wrote in one piece is read in one piece.

/** Ids are random: their first characters tell nearly all of them apart, and the rest is compared. */
const TOLD_APART_BY = 8;

/** An odd number near 2³² divided by the golden ratio spreads what differs in few bits. */
const SPREAD = 0x9e3779b1;

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  const last = Math.min(end, start + TOLD_APART_BY);
  for (let at = start; at < last; at += 1) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return Math.imul(hash, SPREAD);
}

/** Places of ids in the list given, by open addressing: a slot holds a place plus one, 0 where it is free. */
export class IdsInText {
  readonly #ids: readonly string[];
  readonly #slots: Int32Array;
  readonly #shift: number;

  constructor(ids: readonly string[]) {
    const bits = Math.max(3, Math.ceil(Math.log2(ids.length * 2 + 1)));
    this.#ids = ids;
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(2 ** bits);
    for (const [place, id] of ids.entries()) {
      let slot = hashOf(id, 0, id.length) >>> this.#shift;
      while (this.#slots[slot] !== 0) slot = (slot + 1) % this.#slots.length;
      this.#slots[slot] = place + 1;
    }
  }

  /** The place of the id that stands in `text` from `start` to `end`; −1 where it is none of these. */
  find(text: string, start: number, end: number): number {
    const slots = this.#slots;
    let slot = hashOf(text, start, end) >>> this.#shift;
    for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
      if (this.#ids[place - 1] === text.slice(start, end)) return place - 1;
      slot = (slot + 1) % slots.length;
    }
    return -1;
  }
}
