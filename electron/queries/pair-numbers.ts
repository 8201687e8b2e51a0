// Numbers for pairs of stems: millions of them in a large corpus, more than a Map of pairs takes in its stride.

const EMPTY = -1;
const FIRST_ROOM = 1 << 12;

/** Pairs are numbered as they are met, from 0. */
export class PairNumbers {
  #firsts = new Int32Array(FIRST_ROOM / 2);
  #seconds = new Int32Array(FIRST_ROOM / 2);
  /** Numbers at the places where their pairs belong, or after: at most half of it is taken. */
  #places = new Int32Array(FIRST_ROOM).fill(EMPTY);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Where the pair's number is, or belongs. */
  #placeOf(first: number, second: number): number {
    const mask = this.#places.length - 1;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash ^= hash >>> 15;
    let place = hash & mask;
    for (;;) {
      const number = this.#places[place] ?? EMPTY;
      if (number === EMPTY || (this.#firsts[number] === first && this.#seconds[number] === second)) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const longer = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
      const more = new Int32Array(numbers.length * 2);
      more.set(numbers);
      return more;
    };
    this.#firsts = longer(this.#firsts);
    this.#seconds = longer(this.#seconds);
    this.#places = new Int32Array(this.#places.length * 2).fill(EMPTY);
    for (let number = 0; number < this.#count; number += 1)
      this.#places[this.#placeOf(this.#firsts[number] ?? 0, this.#seconds[number] ?? 0)] = number;
  }

  /** The pair's number; −1 for one that was never met. */
  find(first: number, second: number): number {
    return this.#places[this.#placeOf(first, second)] ?? EMPTY;
  }

  /** The pair's number, a new one the first time. */
  give(first: number, second: number): number {
    let place = this.#placeOf(first, second);
    const known = this.#places[place] ?? EMPTY;
    if (known !== EMPTY) return known;
    if (this.#count === this.#firsts.length) {
      this.#grow();
      place = this.#placeOf(first, second);
    }
    const number = this.#count;
    this.#firsts[number] = first;
    this.#seconds[number] = second;
    this.#places[place] = number;
    this.#count += 1;
    return number;
  }
}
