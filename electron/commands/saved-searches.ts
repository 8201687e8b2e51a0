// Keeps by name what was looked for: searches for words, and retrievals of coded passages.
import { isSameName } from '../../shared/domain/category-path.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SavedSearchId } from '../../shared/domain/ids.ts';
import type { SavedSearchKind } from '../../shared/domain/saved-search.ts';
import { requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { Session } from './run-command.ts';

interface SearchInput {
  /** Null keeps a new one. */
  readonly searchId: SavedSearchId | null;
  readonly kind: SavedSearchKind;
  readonly name: string;
  readonly setting: string;
}

/** Refuses (`savedSearch.nameTaken`) a name that another one of its kind has. */
export function saveSearch(session: Session, input: SearchInput): SavedSearchId {
  const known = input.searchId && requireRow(session, 'saved_search', input.searchId, 'savedSearch.unknown');
  const others = session.project.sqlite
    .prepare<[string], { id: string; name: string }>('SELECT id, name FROM saved_search WHERE kind = ?')
    .all(input.kind);
  if (others.some(({ id, name }) => id !== input.searchId && isSameName(name, input.name)))
    throw new Refusal('savedSearch.nameTaken', { name: input.name });
  return runCommand(session, { name: 'savedSearch.save', input, subject: { name: input.name } }, ({ writer, at }) => {
    const id = input.searchId ?? newId<SavedSearchId>();
    const row = { kind: input.kind, name: input.name, setting: input.setting, updatedAt: at };
    if (known) writer.update('saved_search', id, row);
    else writer.insert('saved_search', { id, ...row });
    return id;
  });
}

export function removeSearch(session: Session, input: { searchId: SavedSearchId }): void {
  const { id, name } = requireRow(session, 'saved_search', input.searchId, 'savedSearch.unknown');
  runCommand(session, { name: 'savedSearch.remove', input, subject: { name } }, ({ writer }) => writer.remove('saved_search', id));
}
