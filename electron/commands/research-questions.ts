// Writes the questions of the study that matrices can have for an axis.
import type { ResearchQuestionId } from '../../shared/domain/ids.ts';
import { listResearchQuestions } from '../queries/rating-scales.ts';
import { removeCellsWith, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

interface QuestionInput {
  /** Null makes a new one. */
  readonly questionId: ResearchQuestionId | null;
  readonly text: string;
  /** Which passages may answer it; null: only those pinned by hand. */
  readonly expression: string | null;
  /** Its place among the questions, from 0; null: where it is, a new one last. */
  readonly position: number | null;
}

/** Gives the questions the places 0, 1, 2 … in this order. */
function order({ writer }: CommandContext, ids: readonly string[]): void {
  ids.forEach((id, position) => writer.update('research_question', id, { position }));
}

export function saveResearchQuestion(session: Session, input: QuestionInput): ResearchQuestionId {
  const { questionId, text, expression, position } = input;
  if (questionId) requireRow(session, 'research_question', questionId, 'researchQuestion.unknown');
  const before = listResearchQuestions(session.project).map(({ id }) => id);
  return runCommand(session, { name: 'researchQuestion.save', input, subject: { name: text } }, (context) => {
    const id = questionId ?? newId<ResearchQuestionId>();
    if (questionId) context.writer.update('research_question', id, { text, expression });
    else context.writer.insert('research_question', { id, text, expression, position: before.length });
    const others = before.filter((other) => other !== id);
    const at = position ?? (questionId ? before.indexOf(id) : others.length);
    order(context, others.toSpliced(at, 0, id));
    return id;
  });
}

export function removeResearchQuestion(session: Session, input: { questionId: ResearchQuestionId }): void {
  const row = requireRow(session, 'research_question', input.questionId, 'researchQuestion.unknown');
  runCommand(session, { name: 'researchQuestion.remove', input, subject: { name: row.text } }, (context) => {
    removeCellsWith(context, `researchQuestion:${row.id}`);
    context.writer.remove('research_question', row.id);
    order(
      context,
      listResearchQuestions(context.project).map(({ id }) => id),
    );
  });
}
