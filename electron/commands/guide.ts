// Writes interview guides, and what the researcher says of proposed matches.
import { Refusal } from '../../shared/domain/failure.ts';
import type { GuideDraft, MatchStatus } from '../../shared/domain/guide.ts';
import type { CategoryId, GuideId, GuideQuestionId, GuideThemeId, TurnId } from '../../shared/domain/ids.ts';
import { idsWhere, nextPosition, removeCellsWith, requireRow } from './rows.ts';
import { newId, runCommand } from './run-command.ts';
import type { CommandContext, Session } from './run-command.ts';

type DraftTheme = GuideDraft['themes'][number];
type DraftQuestion = DraftTheme['questions'][number];

function questionsOf(context: Session, guideId: string): string[] {
  return idsWhere(context, 'guide_theme', 'guide_id', guideId).flatMap((themeId) => idsWhere(context, 'guide_question', 'theme_id', themeId));
}

function removeQuestion(context: CommandContext, questionId: string): void {
  for (const id of idsWhere(context, 'question_category', 'question_id', questionId)) context.writer.remove('question_category', id);
  for (const id of idsWhere(context, 'question_turn', 'question_id', questionId)) context.writer.remove('question_turn', id);
  removeCellsWith(context, `question:${questionId}`);
  context.writer.remove('guide_question', questionId);
}

function removeTheme(context: CommandContext, themeId: string): void {
  removeCellsWith(context, `theme:${themeId}`);
  context.writer.remove('guide_theme', themeId);
}

function writeLinks(context: CommandContext, questionId: string, categoryIds: readonly CategoryId[]): void {
  const present = context.project.sqlite
    .prepare<[string], { id: string; categoryId: string }>('SELECT id, category_id AS categoryId FROM question_category WHERE question_id = ?')
    .all(questionId);
  const wanted = new Set<string>(categoryIds);
  for (const { id, categoryId } of present) if (!wanted.has(categoryId)) context.writer.remove('question_category', id);
  const kept = new Set(present.map(({ categoryId }) => categoryId));
  for (const categoryId of wanted) {
    if (kept.has(categoryId)) continue;
    requireRow(context, 'category', categoryId, 'category.unknown');
    context.writer.insert('question_category', { id: newId(), questionId, categoryId });
  }
}

/**
 * Hands out identities: what the draft names and the guide has stays, each once; another name is taken for something new where no
 * other guide has it.
 */
class Identities {
  readonly #own: ReadonlySet<string>;
  readonly #isTaken: (id: string) => boolean;
  readonly #given = new Set<string>();

  constructor(own: readonly string[], isTaken: (id: string) => boolean) {
    this.#own = new Set(own);
    this.#isTaken = isTaken;
  }

  give(wanted: string | undefined): { readonly id: string; readonly isNew: boolean } {
    const isFree = wanted !== undefined && !this.#given.has(wanted) && (this.#own.has(wanted) || !this.#isTaken(wanted));
    const id = isFree ? wanted : newId();
    this.#given.add(id);
    return { id, isNew: !this.#own.has(id) };
  }

  /** What the guide had and the draft does not name. */
  left(): string[] {
    return [...this.#own].filter((id) => !this.#given.has(id));
  }
}

function identitiesOf(context: CommandContext, table: 'guide_theme' | 'guide_question', own: readonly string[]): Identities {
  const known = context.project.sqlite.prepare<[string], unknown>(`SELECT 1 FROM "${table}" WHERE id = ?`);
  return new Identities(own, (id) => known.get(id) !== undefined);
}

function writeQuestion(context: CommandContext, questions: Identities, themeId: string, draft: DraftQuestion, position: number): void {
  const { id, isNew } = questions.give(draft.id);
  const row = { themeId, text: draft.text, position };
  if (isNew) context.writer.insert('guide_question', { id, ...row });
  else context.writer.update('guide_question', id, row);
  writeLinks(context, id, draft.categoryIds);
}

function writeThemes(context: CommandContext, guideId: string, drafts: readonly DraftTheme[]): void {
  const themes = identitiesOf(context, 'guide_theme', idsWhere(context, 'guide_theme', 'guide_id', guideId));
  const questions = identitiesOf(context, 'guide_question', questionsOf(context, guideId));
  drafts.forEach((draft, position) => {
    const { id, isNew } = themes.give(draft.id);
    if (isNew) context.writer.insert('guide_theme', { id, guideId, name: draft.name, position });
    else context.writer.update('guide_theme', id, { name: draft.name, position });
    draft.questions.forEach((question, at) => writeQuestion(context, questions, id, question, at));
  });
  for (const id of questions.left()) removeQuestion(context, id);
  for (const id of themes.left()) removeTheme(context, id);
}

/** Makes the guide what the draft says; a null `guideId` makes a new one. Only what differs is written. */
export function writeGuide(session: Session, input: { guideId: GuideId | null; guide: GuideDraft }): GuideId {
  const { guideId, guide } = input;
  const known = guideId === null ? null : requireRow(session, 'guide', guideId, 'guide.unknown');
  return runCommand(session, { name: 'guide.write', input, subject: { name: guide.title } }, (context) => {
    const id = (known?.id ?? newId()) as GuideId;
    if (known) context.writer.update('guide', id, { title: guide.title });
    else context.writer.insert('guide', { id, title: guide.title, position: nextPosition(context, 'guide') });
    writeThemes(context, id, guide.themes);
    return id;
  });
}

/** With its themes, questions, links and matches. */
export function removeGuide(session: Session, input: { guideId: GuideId }): void {
  const row = requireRow(session, 'guide', input.guideId, 'guide.unknown');
  runCommand(session, { name: 'guide.remove', input, subject: { name: row.title } }, (context) => {
    for (const id of questionsOf(context, row.id)) removeQuestion(context, id);
    for (const id of idsWhere(context, 'guide_theme', 'guide_id', row.id)) removeTheme(context, id);
    context.writer.remove('guide', row.id);
  });
}

export interface SettledMatch {
  readonly questionId: GuideQuestionId;
  readonly turnId: TurnId;
  /** Null leaves it open again. */
  readonly status: MatchStatus | null;
}

/** Where it happened, for the history: the source when there is one, else the guide. */
function placeOf(session: Session, matches: readonly SettledMatch[]): string {
  const sources = new Set(matches.map(({ turnId }) => requireRow(session, 'turn', turnId, 'turn.unknown').sourceId));
  const [sourceId] = sources;
  if (sourceId !== undefined && sources.size === 1) return requireRow(session, 'source', sourceId, 'source.unknown').name;
  const [first] = matches;
  if (!first) throw new Refusal('guide.questionUnknown');
  const { themeId } = requireRow(session, 'guide_question', first.questionId, 'guide.questionUnknown');
  const theme = requireRow(session, 'guide_theme', themeId as GuideThemeId, 'guide.unknown');
  return requireRow(session, 'guide', theme.guideId, 'guide.unknown').title;
}

/** Confirms, rejects or leaves open: one act. Where a pair is named twice, the last word counts. */
export function settleMatches(session: Session, input: { matches: readonly SettledMatch[] }): void {
  for (const { questionId } of input.matches) requireRow(session, 'guide_question', questionId, 'guide.questionUnknown');
  const subject = { count: input.matches.length, name: placeOf(session, input.matches) };
  const present = session.project.sqlite.prepare<[string, string], { id: string }>(
    'SELECT id FROM question_turn WHERE question_id = ? AND turn_id = ?',
  );
  runCommand(session, { name: 'guide.settle', input, subject }, ({ writer }) => {
    for (const { questionId, turnId, status } of input.matches) {
      const row = present.get(questionId, turnId);
      if (row && status === null) writer.remove('question_turn', row.id);
      else if (row && status !== null) writer.update('question_turn', row.id, { status });
      else if (status !== null) writer.insert('question_turn', { id: newId(), questionId, turnId, status });
    }
  });
}
