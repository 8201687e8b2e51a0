// Coded passages as they are quoted: in corpus order, with their words, who says them, and whether somebody chose them.
import { keepsOf } from '../../shared/domain/expression-evaluate.ts';
import { compileFilter } from '../../shared/domain/expression-filter.ts';
import type { QuoteCut } from '../../shared/domain/cell.ts';
import type { CategoryId, ParticipantId, PassageId, SourceId } from '../../shared/domain/ids.ts';
import { caseNamesOf } from '../../shared/domain/matrix-axes.ts';
import { citationOf } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readStudy } from './matrix-study.ts';
import { readText } from './sources.ts';

export interface QuotedPassage {
  readonly passageId: PassageId;
  readonly sourceId: SourceId;
  readonly source: string;
  /** The label in the source of who speaks where it begins. */
  readonly speaker: string | null;
  /** Who that is. */
  readonly participantId: ParticipantId | null;
  /** `E12 §34` */
  readonly ref: string;
  readonly text: string;
  readonly caseNames: readonly string[];
  /** Categories applied to it, as the filters keep them. */
  readonly categoryIds: readonly CategoryId[];
  readonly isPinned: boolean;
  readonly isStarred: boolean;
  /** Of where it was pinned first. */
  readonly cuts: readonly QuoteCut[];
}

/** Refuses expressions that name nothing. Passages with the same two ends are one. */
export function readQuotedPassages(project: Project, where: readonly string[]): QuotedPassage[] {
  const { frame, sources, written } = readStudy(project);
  const filter = where.length > 0 ? compileFilter(where, frame) : null;
  const namesOf = caseNamesOf(frame);
  const starred = new Set(
    statement<[], { id: string }>(project.sqlite, 'SELECT id FROM passage WHERE starred_at IS NOT NULL')
      .all()
      .map(({ id }) => id),
  );
  const pins = new Map<string, readonly QuoteCut[]>();
  for (const { pinned } of written.cells.values())
    for (const { passageId, cuts } of pinned) if (!pins.get(passageId)?.length) pins.set(passageId, cuts);
  const speakers = new Map(frame.speakers.map(({ sourceId, label, participantId }) => [`${sourceId} ${label}`, participantId]));
  return frame.sources.flatMap(({ id, name }) => {
    const passages = sources.get(id)?.passages ?? [];
    if (passages.length === 0) return [];
    const kept = filter && keepsOf(filter, passages);
    const text = readText(project, id);
    return passages.flatMap((passage, at): QuotedPassage[] => {
      const codings = kept ? (kept[at] ?? []) : passage.codings;
      const [passageId] = passage.ids;
      if (codings.length === 0 || passageId === undefined) return [];
      const pinned = passage.ids.find((each) => pins.has(each));
      return [
        {
          passageId: pinned ?? passageId,
          sourceId: id,
          source: name,
          speaker: passage.speaker,
          participantId: speakers.get(`${id} ${passage.speaker}`) ?? null,
          ref: citationOf(name, passage.turnNumber),
          text: text.slice(passage.start, passage.end),
          caseNames: namesOf(passage),
          categoryIds: [...new Set(codings.map(({ categoryId }) => categoryId as CategoryId))],
          isPinned: pinned !== undefined,
          isStarred: passage.ids.some((each) => starred.has(each)),
          cuts: pinned === undefined ? [] : (pins.get(pinned) ?? []),
        },
      ];
    });
  });
}
