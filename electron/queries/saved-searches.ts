// Reads searches and retrievals kept by name.
import type { SavedSearch, SavedSearchKind } from '../../shared/domain/saved-search.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

/** By name. */
export function listSearches({ sqlite }: Project, kind: SavedSearchKind): SavedSearch[] {
  return statement<[string], SavedSearch>(
    sqlite,
    'SELECT id, kind, name, setting, updated_at AS updatedAt FROM saved_search WHERE kind = ? ORDER BY name, rowid',
  ).all(kind);
}
