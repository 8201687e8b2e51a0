// Reads what axes and filters are made of: everything of the study but its passages.
import type { SourceId } from '../../shared/domain/ids.ts';
import type { FrameSource, FrameSpeaker, StudyFrame } from '../../shared/domain/matrix-axis.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';
import { readCodebook } from './codebook.ts';
import { listCoders, readStudyParts } from './corpus.ts';
import { listGuides } from './guide.ts';
import { listResearchQuestions } from './rating-scales.ts';

/** Sources in corpus order. */
export function readStudyFrame(project: Project): StudyFrame {
  const { sqlite } = project;
  const links = Map.groupBy(
    statement<[], { source_id: string; case_id: FrameSource['caseIds'][number] }>(
      sqlite,
      'SELECT l.source_id, l.case_id FROM source_case l JOIN study_case c ON c.id = l.case_id ORDER BY c.position',
    ).all(),
    (link) => link.source_id,
  );
  const sources = statement<[], Omit<FrameSource, 'id' | 'caseIds'> & { id: string }>(
    sqlite,
    'SELECT id, name, kind, date FROM source ORDER BY position, name',
  ).all();
  return {
    ...readStudyParts(project),
    codebook: readCodebook(project),
    coders: listCoders(project),
    guides: listGuides(project),
    researchQuestions: listResearchQuestions(project),
    speakers: statement<[], FrameSpeaker>(
      sqlite,
      'SELECT source_id AS sourceId, label, participant_id AS participantId FROM speaker ORDER BY rowid',
    ).all(),
    sources: sources.map((source) => ({
      ...source,
      id: source.id as SourceId,
      caseIds: (links.get(source.id) ?? []).map((link) => link.case_id),
    })),
  };
}
