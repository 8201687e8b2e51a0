// Texts as points, so that what says the same lies near: who makes the points can be exchanged. The one here knows nothing but the words
// themselves; it needs no model, no file and no network.
import type { Language } from '../domain/project.ts';
import { STOP_WORDS } from './stop-words.ts';
import { stemOf } from './stem.ts';
import { tokensOf } from './tokens.ts';

export interface Embedder {
  /** Said to whoever reads what it led to. */
  readonly name: string;
  /** One point per text, all of the same size and of length 1; a text without words is nowhere (all zero). */
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
}

const SIZE = 512;
const [FNV_OFFSET, FNV_PRIME] = [0x811c9dc5, 0x01000193];

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

function pointOf(text: string, language: Language): Float32Array {
  const point = new Float32Array(SIZE);
  const counts = new Map<string, number>();
  for (const { text: form } of tokensOf(text, language)) {
    if (STOP_WORDS[language].has(form)) continue;
    const stem = stemOf(form, language);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  for (const [stem, count] of counts) {
    const hash = hashOf(stem);
    // words that fall together cancel out as often as they add up
    const sign = hash >= 2 ** 31 ? -1 : 1;
    point[hash % SIZE] = (point[hash % SIZE] ?? 0) + sign * (1 + Math.log(count));
  }
  const length = Math.sqrt(point.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? point : point.map((value) => value / length);
}

/** Stems hashed into a space of fixed size (Weinberger et al. 2009): two texts are as near as the words they share. */
export function lexicalEmbedder(language: Language): Embedder {
  return { name: 'lexical', embed: async (texts) => texts.map((text) => pointOf(text, language)) };
}

/** How near two points are, −1 … 1; 0 where one of them is nowhere. */
export function nearness(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
