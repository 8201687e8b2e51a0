// Finds ids where they stand in a long text, without making a string of each: what SQLite wrote in one piece is read in one piece, as the
// bytes that it is.

export const SPACE = ' '.charCodeAt(0);
const DASH = '-'.charCodeAt(0);

/** Where an id has its dashes, and how long it is. */
const DASHES = [8, 13, 18, 23] as const;
const ID_LENGTH = 36;

/** Ids are random: what stands before their first dash tells nearly all of them apart. */
const TOLD_APART_BY = 8;

/** An odd number near 2³² divided by the golden ratio spreads what differs in few bits. */
const SPREAD = 0x9e3779b1;

/** Another number for every eight hexadecimal digits. */
function headOf(text: Uint8Array, start: number): number {
  let head = 0;
  for (let at = start; at < start + TOLD_APART_BY; at += 1) {
    const letter = text[at] ?? SPACE;
    if (letter === SPACE) break;
    head = (head << 4) ^ ((letter & 15) + 9 * (letter >> 6));
  }
  return head;
}

/** Where the word ends that begins there: at the next space, or with the text. */
export function wordEnd(text: Uint8Array, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== SPACE) at += 1;
  return at;
}

/** The same of an id: most are as long as ids are. */
export function idEnd(text: Uint8Array, start: number): number {
  const [one, two, three, four] = DASHES;
  const isId = text[start + one] === DASH && text[start + two] === DASH && text[start + three] === DASH && text[start + four] === DASH;
  return isId && text[start + ID_LENGTH] === SPACE ? start + ID_LENGTH : wordEnd(text, start);
}

/** Whether two texts have the same word there. */
export function isSameWord(one: Uint8Array, start: number, other: Uint8Array, otherStart: number): boolean {
  for (let at = 0; ; at += 1) {
    const letter = one[start + at] ?? SPACE;
    if (letter !== (other[otherStart + at] ?? SPACE)) return false;
    if (letter === SPACE) return true;
  }
}

/** An id where it stands in a text, up to the next space. */
export interface WrittenId {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Ids as they would stand in one text. */
export function writtenIds(ids: readonly string[]): WrittenId[] {
  const bytes = Buffer.from(ids.join(' '));
  let at = 0;
  return ids.map((id) => {
    const written = { bytes, at };
    at += Buffer.byteLength(id) + 1;
    return written;
  });
}

/** Places of ids in the list given, by open addressing: a slot holds a place plus one, 0 where it is free. */
export class IdsInText {
  readonly #ids: readonly WrittenId[];
  readonly #slots: Int32Array;
  /** By slot. */
  readonly #heads: Int32Array;
  readonly #shift: number;
  /** No two of them have the same head. */
  #areToldApart = true;

  constructor(ids: readonly WrittenId[]) {
    const bits = Math.max(3, Math.ceil(Math.log2(ids.length * 2 + 1)));
    this.#ids = ids;
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(2 ** bits);
    this.#heads = new Int32Array(2 ** bits);
    for (const [place, { bytes, at }] of ids.entries()) {
      const head = headOf(bytes, at);
      let slot = Math.imul(head, SPREAD) >>> this.#shift;
      while (this.#slots[slot] !== 0) {
        if (this.#heads[slot] === head) this.#areToldApart = false;
        slot = (slot + 1) % this.#slots.length;
      }
      this.#slots[slot] = place + 1;
      this.#heads[slot] = head;
    }
  }

  /** The place of the id that stands in `text` from `start` on; −1 where it is none of these. */
  find(text: Uint8Array, start: number): number {
    return this.#find(text, start, false);
  }

  /** As `find`, for what is one of these, as foreign keys are: its letters are compared only where the first few do not decide. */
  findKnown(text: Uint8Array, start: number): number {
    return this.#find(text, start, this.#areToldApart);
  }

  #find(text: Uint8Array, start: number, isDecidedByHead: boolean): number {
    const slots = this.#slots;
    const heads = this.#heads;
    const head = headOf(text, start);
    let slot = Math.imul(head, SPREAD) >>> this.#shift;
    for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
      if (heads[slot] === head && (isDecidedByHead || this.#isAt(place - 1, text, start))) return place - 1;
      slot = (slot + 1) % slots.length;
    }
    return -1;
  }

  #isAt(place: number, text: Uint8Array, start: number): boolean {
    const { bytes, at } = this.#ids[place] as WrittenId;
    return isSameWord(bytes, at, text, start);
  }
}
