// Names as programs of statistics accept them: letters and digits without accents, and no two alike.

/** `Pôle 1` → `Pole1`; empty where nothing is left. */
export function bare(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/\p{M}+/gu, '');
  return (plain.match(/[a-z0-9]+/giu) ?? []).map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('');
}

/** Gives each wording its name: two that would look the same, whatever their case, are numbered. */
export class Names {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #whenEmpty: string;

  constructor(whenEmpty: string) {
    this.#whenEmpty = whenEmpty;
  }

  of(words: string): string {
    const known = this.#names.get(words);
    if (known !== undefined) return known;
    const base = bare(words) || this.#whenEmpty;
    let name = base;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number += 1) name = `${base}x${number}`;
    this.#taken.add(name.toLowerCase());
    this.#names.set(words, name);
    return name;
  }
}
