// What the retrieval shows, kept for this window's session, so that coming back from the reader finds the same search.
import { NEW_RETRIEVAL, retrievalQuery } from '../../shared/domain/retrieval.ts';
import type { RetrievalQuery } from '../../shared/domain/retrieval.ts';
import { sessionMemory } from '../ui/project-memory.ts';

const storedUnder = (projectId: string): string => `trame.retrieval.${projectId}`;

/** A search as it was kept, read back with suspicion: an older window may have written it. Null where it cannot be read. */
export function readQuery(text: string | null): RetrievalQuery | null {
  try {
    const read = retrievalQuery.safeParse(JSON.parse(text ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function keptQuery(projectId: string): RetrievalQuery {
  return readQuery(sessionMemory().getItem(storedUnder(projectId))) ?? NEW_RETRIEVAL;
}

export function keepQuery(projectId: string, query: RetrievalQuery): void {
  sessionMemory().setItem(storedUnder(projectId), JSON.stringify(query));
}
