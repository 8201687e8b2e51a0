// Rating scales and the questions of the study: what cells are rated on, and read against.
import { ratingSteps } from '../../shared/domain/cell.ts';
import type { RatingScale, RatingStep } from '../../shared/domain/cell.ts';
import type { RatingScaleId, ResearchQuestionId } from '../../shared/domain/ids.ts';
import type { ResearchQuestion } from '../../shared/domain/research-question.ts';
import type { Project } from '../storage/open-project.ts';
import { statement } from '../storage/statements.ts';

/** The steps as they are stored. */
export function readSteps(json: string): RatingStep[] {
  return ratingSteps.parse(JSON.parse(json));
}

/** In their order. */
export function listScales({ sqlite }: Project): RatingScale[] {
  const rows = statement<[], { id: string; name: string; position: number; steps: string; cells: number }>(
    sqlite,
    'SELECT s.id, s.name, s.position, s.steps, (SELECT count(*) FROM cell c WHERE c.scale_id = s.id) AS cells FROM rating_scale s ORDER BY s.position, s.name',
  ).all();
  return rows.map((row) => ({ ...row, id: row.id as RatingScaleId, steps: readSteps(row.steps) }));
}

/** In their order. */
export function listResearchQuestions({ sqlite }: Project): ResearchQuestion[] {
  const rows = statement<[], { id: string; text: string; expression: string | null; position: number }>(
    sqlite,
    'SELECT id, text, expression, position FROM research_question ORDER BY position, rowid',
  ).all();
  return rows.map((row) => ({ ...row, id: row.id as ResearchQuestionId }));
}
