// Which source opens beside the one that is read.
import type { SourceId } from '../../shared/domain/ids.ts';
import type { SourceSummary } from '../../shared/domain/source.ts';

/** A text is not read beside itself. */
export function otherSources(sources: readonly SourceSummary[], read: SourceId | null): readonly SourceSummary[] {
  return sources.filter(({ id }) => id !== read);
}

/** The one that was beside last, else one of a case of the read one, else the next in the corpus. */
export function sourceBeside(
  others: readonly SourceSummary[],
  last: string | null,
  sources: readonly SourceSummary[],
  read: SourceId | null,
): SourceId | null {
  const again = others.find(({ id }) => id === last);
  if (again) return again.id;
  const index = sources.findIndex(({ id }) => id === read);
  const cases = sources[index]?.caseIds ?? [];
  const inOrder = [...sources.slice(index + 1), ...sources.slice(0, Math.max(0, index))];
  return (inOrder.find(({ caseIds }) => caseIds.some((id) => cases.includes(id))) ?? inOrder[0])?.id ?? null;
}
