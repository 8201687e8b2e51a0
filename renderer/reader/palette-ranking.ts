// What the palette proposes for the letters typed: categories of all grids, those used lately first.
import { folded } from '../../shared/domain/category.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { CategoryEntry } from './category-index.ts';

export interface PaletteMatch {
  readonly entry: CategoryEntry;
  /** The name cut where letters match, for showing them in bold. */
  readonly name: readonly TextPart[];
}

export interface TextPart {
  readonly text: string;
  readonly matches: boolean;
}

/** Beginning of the name, beginning of one of its words, anywhere in it, only in its path; -1 where a term is nowhere. */
function quality(entry: CategoryEntry, terms: readonly string[]): number {
  let worst = 0;
  for (const term of terms) {
    if (entry.foldedName.startsWith(term)) continue;
    const at = entry.foldedName.indexOf(term);
    if (at > 0) worst = Math.max(worst, /[\p{L}\p{N}]/u.test(entry.foldedName[at - 1] ?? '') ? 2 : 1);
    else if (entry.foldedPath.includes(term)) worst = 3;
    else return -1;
  }
  return worst;
}

/** Where the folded terms are in the text as written. */
export function boldParts(text: string, terms: readonly string[]): TextPart[] {
  let foldedText = '';
  const sourceOf: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = folded(character);
    for (let unit = 0; unit < piece.length; unit += 1) sourceOf.push(at);
    foldedText += piece;
    at += character.length;
  }
  const bold = new Array<boolean>(text.length).fill(false);
  for (const term of terms) {
    const from = foldedText.indexOf(term);
    if (term === '' || from === -1) continue;
    bold.fill(true, sourceOf[from] ?? 0, sourceOf[from + term.length] ?? text.length);
  }
  const parts: { text: string; matches: boolean }[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const matches = bold[unit] ?? false;
    const last = parts.at(-1);
    if (last && last.matches === matches) last.text += text[unit];
    else parts.push({ text: text[unit] ?? '', matches });
  }
  return parts;
}

/** The words typed, as they are compared. */
export function foldedTerms(query: string): string[] {
  return folded(query)
    .split(/[\s›>/]+/u)
    .filter((term) => term !== '');
}

/**
 * Matches in the order shown: names before mere paths, those used lately (latest first) before the others, then the better
 * match, then the codebook's order. `recent` is latest first.
 */
export function rankPalette(entries: readonly CategoryEntry[], query: string, recent: readonly CategoryId[]): PaletteMatch[] {
  const terms = foldedTerms(query);
  const recency = new Map<CategoryId, number>(recent.map((id, index) => [id, index]));
  const ranked = entries.flatMap((entry, order) => {
    const match = quality(entry, terms);
    const age = recency.get(entry.category.id) ?? Number.POSITIVE_INFINITY;
    return match === -1 ? [] : [{ entry, order, match, age }];
  });
  ranked.sort((a, b) => {
    const byName = Number(a.match === 3) - Number(b.match === 3);
    if (byName !== 0) return byName;
    if (a.age !== b.age) return a.age - b.age;
    return a.match - b.match || a.order - b.order;
  });
  return ranked.map(({ entry }) => ({
    entry,
    // letter by letter, hence only for those that are shown
    get name() {
      return boldParts(entry.category.name, terms);
    },
  }));
}

const RECENT_KEPT = 9;

/** The list with this category in front. */
export function withRecent(recent: readonly CategoryId[], used: CategoryId): CategoryId[] {
  return [used, ...recent.filter((id) => id !== used)].slice(0, RECENT_KEPT);
}

/** What a participant says is in vivo; a word of the researcher's own is emergent. */
export function originOf(name: string, quote: string): 'in-vivo' | 'emergent' {
  const said = folded(quote).replace(/\s+/gu, ' ');
  return said.includes(folded(name).replace(/\s+/gu, ' ').trim()) ? 'in-vivo' : 'emergent';
}
