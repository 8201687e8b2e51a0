// A guide on the study of the tests: two themes, three questions, one of them asked and confirmed in both interviews.
import { settleMatches, writeGuide } from '../../electron/commands/guide.ts';
import { listGuides } from '../../electron/queries/guide.ts';
import type { GuideDraft, MatchStatus } from '../../shared/domain/guide.ts';
import type { CategoryId, GuideId, GuideQuestionId, TurnId } from '../../shared/domain/ids.ts';
import type { TestProject } from './project.ts';

export const DECIDE = 'Qui prend les décisions, qui décide vraiment ?';
export const HERE = 'Et chez vous, ici ?';
export const FUTURE = 'Comment voyez-vous l’avenir ?';

/** `{ Gouvernance: { 'Qui décide ?': ['Gouvernance'] } }`: themes, questions, the categories that each is meant to feed. */
export function guideOf(project: TestProject, title: string, themes: Record<string, Record<string, readonly string[]>>): GuideDraft {
  const categories = (paths: readonly string[]): CategoryId[] => paths.map((path) => project.category(path));
  return {
    title,
    themes: Object.entries(themes).map(([name, questions]) => ({
      name,
      questions: Object.entries(questions).map(([text, paths]) => ({ text, categoryIds: categories(paths) })),
    })),
  };
}

export function withGuide(project: TestProject): GuideId {
  const themes = { Gouvernance: { [DECIDE]: ['Gouvernance', 'Coordination'], [HERE]: [] }, Suites: { [FUTURE]: ['Coordination'] } };
  return writeGuide(project.session, { guideId: null, guide: guideOf(project, 'Guide', themes) });
}

/** The guide as a draft that names everything in it. */
export function draftFrom(project: TestProject): GuideDraft {
  const [guide] = listGuides(project.project);
  if (!guide) throw new Error('no guide');
  return {
    title: guide.title,
    themes: guide.themes.map(({ id, name, questions }) => ({
      id,
      name,
      questions: questions.map((question) => ({ id: question.id, text: question.text, categoryIds: [...question.categoryIds] })),
    })),
  };
}

export function questionId(project: TestProject, text: string): GuideQuestionId {
  const question = listGuides(project.project)
    .flatMap(({ themes }) => themes.flatMap(({ questions }) => questions))
    .find((each) => each.text === text);
  if (!question) throw new Error(`« ${text} » is not in a guide`);
  return question.id;
}

/** The turn in which these words stand. */
export function turnOf(project: TestProject, words: string): TurnId {
  return project.range(words).start.turnId;
}

export function settle(project: TestProject, status: MatchStatus | null, ...pairs: (readonly [question: string, words: string])[]): void {
  settleMatches(project.session, {
    matches: pairs.map(([question, words]) => ({ questionId: questionId(project, question), turnId: turnOf(project, words), status })),
  });
}
