// The words that a category was applied to, as ranges of the word store: what is learned from, and what need not be proposed again.
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import type { Stretches } from './stretches.ts';
import { placeOf } from './word-places.ts';
import type { WordRange } from './word-places.ts';
import type { SourceWords, WordStore } from './word-store.ts';

interface PassageRow {
  readonly sourceId: string;
  readonly first: number;
  readonly start: number;
  readonly last: number;
  readonly end: number;
}

const PASSAGE = `SELECT p.source_id AS sourceId, a.position AS first, p.start_utf16 AS start, b.position AS last, p.end_utf16 AS end
  FROM passage p JOIN source s ON s.id = p.source_id JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id WHERE p.lost_quote IS NULL`;

/**
 * The words of a passage. Where an end lies inside a sentence, words are counted in proportion: learning asks for no more, and no text
 * is opened. Null where it holds none.
 */
function rangeOf(source: SourceWords, { first, start, last, end }: PassageRow): WordRange | null {
  const { sentenceTurns, sentenceStarts, sentenceUtf16 } = source;
  /** The word at an offset of a turn; `side` says which way to round. */
  const wordAt = (turn: number, offset: number, round: (value: number) => number): number => {
    let sentence = sentenceStarts.length > 1 ? placeOf(source.sentenceStarts, source.turnStarts[turn] ?? 0) : 0;
    while (sentenceTurns[sentence] === turn && (sentenceUtf16[2 * sentence + 1] ?? 0) < offset && sentenceTurns[sentence + 1] === turn) sentence += 1;
    if (sentenceTurns[sentence] !== turn) return source.turnStarts[turn] ?? 0;
    const [from, to] = [sentenceUtf16[2 * sentence] ?? 0, sentenceUtf16[2 * sentence + 1] ?? 1];
    const share = Math.min(1, Math.max(0, (offset - from) / (to - from)));
    const [word, next] = [sentenceStarts[sentence] ?? 0, sentenceStarts[sentence + 1] ?? 0];
    return word + round(share * (next - word));
  };
  const from = wordAt(first, start, Math.floor);
  const to = wordAt(last, end, Math.ceil);
  return from < to ? { source, from, to } : null;
}

function ranges(store: WordStore, rows: readonly PassageRow[]): WordRange[] {
  const sources = new Map<string, SourceWords>(store.sources.map((source) => [source.id, source]));
  return rows.flatMap((row) => {
    const source = sources.get(row.sourceId);
    return (source && rangeOf(source, row)) ?? [];
  });
}

/** Passages that any coder gave the category, each once, in corpus order. */
export function examplesOf(project: Project, store: WordStore, categoryId: string): WordRange[] {
  const rows = statement<[string], PassageRow>(
    project.sqlite,
    `${PASSAGE} AND p.id IN (SELECT passage_id FROM coding WHERE category_id = ?) ORDER BY s.position, s.name, a.position, p.start_utf16, b.position, p.end_utf16`,
  ).all(categoryId);
  return ranges(store, rows);
}

export function rangeOfPassage(project: Project, store: WordStore, passageId: string): WordRange | undefined {
  return ranges(store, statement<[string], PassageRow>(project.sqlite, `${PASSAGE} AND p.id = ?`).all(passageId))[0];
}

/** Places in the store of the sources that anything was coded in. */
export function codedSources({ sqlite }: Project, { sources }: WordStore): ReadonlySet<number> {
  const coded = new Set(
    statement<[], string>(sqlite, 'SELECT id FROM source s WHERE EXISTS (SELECT 1 FROM passage WHERE source_id = s.id)').pluck().all(),
  );
  return new Set(sources.flatMap(({ id }, place) => (coded.has(id) ? [place] : [])));
}

/** How much of a stretch, or of a passage inside it, makes it coded. */
const HALF = 0.5;

/** Of each stretch: 0 where no word has the category, 1 where some have, 2 where it is mostly coded so, or holds most of a passage. */
export function coverageOf(store: WordStore, stretches: Stretches, examples: readonly WordRange[]): Uint8Array {
  const coverage = new Uint8Array(stretches.count);
  const places = new Map(store.sources.map((source, place) => [source, place]));
  for (const { source, from, to } of examples) {
    const place = places.get(source) ?? 0;
    const end = stretches.sourceStarts[place + 1] ?? 0;
    let stretch = stretches.sourceStarts[place] ?? 0;
    let high = end;
    while (stretch < high) {
      const middle = (stretch + high) >> 1;
      if ((stretches.to[middle] ?? 0) <= from) stretch = middle + 1;
      else high = middle;
    }
    for (; stretch < end && (stretches.from[stretch] ?? 0) < to; stretch += 1) {
      const [first, last] = [stretches.from[stretch] ?? 0, stretches.to[stretch] ?? 0];
      const common = Math.min(to, last) - Math.max(from, first);
      const isMost = common >= HALF * Math.min(last - first, to - from);
      coverage[stretch] = Math.max(coverage[stretch] ?? 0, isMost ? 2 : 1);
    }
  }
  return coverage;
}
