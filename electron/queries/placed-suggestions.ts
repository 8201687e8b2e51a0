// Proposals with their places and their words; those that were decided about already are left out.
import type { CategoryId } from '../../shared/domain/ids.ts';
import type { Suggestion } from '../../shared/domain/suggestion.ts';
import type { PlacedWords } from '../../shared/domain/words.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { wordsHash } from '../storage/words-hash.ts';
import { WordPlacer } from './word-places.ts';
import type { WordRange } from './word-places.ts';
import type { WordStore } from './word-store.ts';

interface Ranked {
  readonly range: WordRange;
  readonly score: number;
}

interface Asking {
  /** Null: nothing is decided yet, since no category is meant. */
  readonly categoryId: string | null;
  readonly coderId: string;
  readonly most: number;
}

/** With what the caller knows of it. */
export type PlacedSuggestion<R extends Ranked> = Omit<Suggestion, 'reasons'> & R;

function decidedWords({ sqlite }: Project, { categoryId, coderId }: Asking): ReadonlySet<string> {
  if (categoryId === null) return new Set();
  const rows = statement<[string, string], { key: string }>(
    sqlite,
    `SELECT source_id || ' ' || words_hash AS key FROM suggestion_decision WHERE category_id = ? AND coder_id = ?`,
  ).all(categoryId, coderId);
  return new Set(rows.map(({ key }) => key));
}

const CATEGORIES_ON = `
  SELECT DISTINCT c.category_id FROM passage p JOIN coding c ON c.passage_id = p.id JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id
  JOIN turn t ON t.id = @turnId WHERE p.source_id = t.source_id AND p.lost_quote IS NULL
    AND (a.position < t.position OR (a.position = t.position AND p.start_utf16 < @end))
    AND (b.position > t.position OR (b.position = t.position AND p.end_utf16 > @start)) ORDER BY c.category_id`;

/** Categories that any coder gave some of these words. */
function categoriesOn({ sqlite }: Project, { turnId, start, end }: PlacedWords): CategoryId[] {
  return statement<[{ turnId: string; start: number; end: number }], CategoryId>(sqlite, CATEGORIES_ON)
    .pluck()
    .all({ turnId, start, end }) as CategoryId[];
}

export function placedSuggestions<R extends Ranked>(project: Project, store: WordStore, ranked: readonly R[], asking: Asking): PlacedSuggestion<R>[] {
  const decided = decidedWords(project, asking);
  const placer = new WordPlacer(project, store.dictionary);
  const found: PlacedSuggestion<R>[] = [];
  for (const each of ranked) {
    if (found.length >= asking.most) break;
    const placed = placer.placed(each.range);
    if (!placed || decided.has(`${placed.sourceId} ${wordsHash(placed.text)}`)) continue;
    found.push({ ...placed, ...each, categoryIds: categoriesOn(project, placed) });
  }
  return found;
}
