// Codings that were drawn by chance, as the passages that engines are given.
import type { CoderId, GuideQuestionId, ParticipantId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import type { CodedPassage, PlacedCoding, StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { NaiveCoding } from './naive-expression.ts';

/** Distinct stretches in corpus order, as the queries hand them to the engine. */
export function passagesOf(frame: StudyFrame, codings: readonly NaiveCoding[]): CodedPassage[] {
  const open = new Map<string, CodedPassage & { codings: PlacedCoding[] }>();
  for (const coding of codings) {
    const place = `${coding.source}/${coding.start}/${coding.end}`;
    const passage = open.get(place) ?? {
      ids: [place as PassageId],
      sourceId: coding.source as SourceId,
      participantIds: coding.speakers as ParticipantId[],
      start: coding.start,
      end: coding.end,
      isStarred: coding.isStarred,
      firstTurn: coding.firstTurn,
      lastTurn: coding.lastTurn,
      labels: coding.labels,
      answers: coding.answers as GuideQuestionId[],
      codings: [],
    };
    passage.codings.push({ categoryId: coding.category, coderId: coding.coder as CoderId, stance: coding.stance, weight: coding.weight });
    open.set(place, passage);
  }
  const order = new Map(frame.sources.map((source, index) => [source.id, index]));
  return [...open.values()].sort((a, b) => (order.get(a.sourceId) ?? 0) - (order.get(b.sourceId) ?? 0) || a.start - b.start || a.end - b.end);
}
