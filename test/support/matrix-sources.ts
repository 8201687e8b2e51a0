// Sources as the queries hand them to a kept matrix, made of passages without a project.
import type { CodedPassage, PlacedPassage } from '../../shared/domain/matrix-axis.ts';
import type { SourceReadings } from '../../shared/domain/matrix-kept.ts';

export function sourcesOf(passages: readonly CodedPassage[]): SourceReadings {
  const inOrder = passages.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const placed = inOrder.map((passage): PlacedPassage => ({ ...passage, turnNumber: passage.firstTurn + 1, speaker: passage.labels[0] ?? null }));
  return new Map([...Map.groupBy(placed, ({ sourceId }) => sourceId)].map(([sourceId, own]) => [sourceId, { sourceId, passages: own }]));
}
