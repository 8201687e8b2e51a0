// Reads interview guides, where their questions may be asked, and what interviews answered.
import { Refusal } from '../../shared/domain/failure.ts';
import type { AskingTurn, Coverage, Guide, GuideCoverage, GuideQuestion, MatchStatus, QuestionMatch } from '../../shared/domain/guide.ts';
import type { CategoryId, GuideId, GuideQuestionId, GuideThemeId, SourceId, TurnId } from '../../shared/domain/ids.ts';
import { PROPOSED_FROM, QuestionMatcher, proposeQuestions } from '../../shared/domain/question-match.ts';
import type { Asked, Proposal } from '../../shared/domain/question-match.ts';
import { countWords } from '../../shared/domain/source.ts';
import type { Project } from '../storage/open-project.ts';

const LINKS = `
  SELECT l.question_id AS questionId, l.category_id AS categoryId
  FROM question_category l JOIN category c ON c.id = l.category_id JOIN grid g ON g.id = c.grid_id
  ORDER BY g.position, coalesce(c.parent_id, c.id), c.parent_id IS NOT NULL, c.position`;

/** Every guide, with its themes and questions in their order. */
export function listGuides(project: Project): Guide[] {
  const { sqlite } = project;
  const links = Map.groupBy(sqlite.prepare<[], { questionId: GuideQuestionId; categoryId: CategoryId }>(LINKS).all(), ({ questionId }) => questionId);
  const questions = Map.groupBy(
    sqlite
      .prepare<[], { id: GuideQuestionId; themeId: GuideThemeId; text: string }>(
        'SELECT id, theme_id AS themeId, text FROM guide_question ORDER BY position',
      )
      .all(),
    ({ themeId }) => themeId,
  );
  const themes = Map.groupBy(
    sqlite
      .prepare<[], { id: GuideThemeId; guideId: GuideId; name: string }>('SELECT id, guide_id AS guideId, name FROM guide_theme ORDER BY position')
      .all(),
    ({ guideId }) => guideId,
  );
  return sqlite
    .prepare<[], { id: GuideId; title: string }>('SELECT id, title FROM guide ORDER BY position, title')
    .all()
    .map(({ id, title }) => ({
      id,
      title,
      themes: (themes.get(id) ?? []).map((theme) => ({
        id: theme.id,
        name: theme.name,
        questions: (questions.get(theme.id) ?? []).map((question) => ({
          id: question.id,
          text: question.text,
          categoryIds: (links.get(question.id) ?? []).map(({ categoryId }) => categoryId),
        })),
      })),
    }));
}

/** Refuses (`guide.unknown`) one that is not there. */
export function readGuide(project: Project, guideId: GuideId): Guide {
  const guide = listGuides(project).find(({ id }) => id === guideId);
  if (!guide) throw new Refusal('guide.unknown', { id: guideId });
  return guide;
}

function questionsOf(guide: Guide): GuideQuestion[] {
  return guide.themes.flatMap(({ questions }) => questions);
}

interface TurnRow {
  id: TurnId;
  source_id: SourceId;
  number: number | null;
  text: string;
  body_start_utf16: number;
  body_end_utf16: number;
  is_interviewer: 0 | 1 | null;
}

const TURNS = `
  SELECT t.id, t.source_id, t.number, t.text, t.body_start_utf16, t.body_end_utf16, h.is_interviewer
  FROM turn t LEFT JOIN speaker k ON k.id = t.speaker_id LEFT JOIN participant h ON h.id = k.participant_id`;
const HAS_INTERVIEWER = `EXISTS (SELECT 1 FROM speaker k2 JOIN participant h2 ON h2.id = k2.participant_id WHERE k2.source_id = t.source_id AND h2.is_interviewer = 1)`;
const ASKING = `${TURNS} WHERE t.number IS NOT NULL AND (h.is_interviewer = 1 OR (instr(t.text, '?') > 0 AND NOT ${HAS_INTERVIEWER}))`;

const wordsIn = (row: TurnRow): string => row.text.slice(row.body_start_utf16, row.body_end_utf16);
const ENDS_ASKING = /\?[\s»”"')\]]*$/u;

/** By source, in the text's order; of one source, or of all. */
function askingTurns(project: Project, sourceId?: SourceId): Map<SourceId, AskingTurn[]> {
  const rows =
    sourceId === undefined
      ? project.sqlite.prepare<[], TurnRow>(`${ASKING} ORDER BY t.source_id, t.position`).all()
      : project.sqlite.prepare<[string], TurnRow>(`${ASKING} AND t.source_id = ? ORDER BY t.position`).all(sourceId);
  const asking = rows.filter((row) => row.is_interviewer === 1 || ENDS_ASKING.test(wordsIn(row)));
  return new Map(
    [...Map.groupBy(asking, (row) => row.source_id)].map(([id, own]) => [
      id,
      own.map((row) => ({ turnId: row.id, number: row.number, words: wordsIn(row).trim() })),
    ]),
  );
}

function assertSource(project: Project, sourceId: SourceId): void {
  if (!project.sqlite.prepare('SELECT 1 FROM source WHERE id = ?').get(sourceId)) throw new Refusal('source.unknown', { source: sourceId });
}

export function readAskingTurns(project: Project, sourceId: SourceId): AskingTurn[] {
  assertSource(project, sourceId);
  return askingTurns(project, sourceId).get(sourceId) ?? [];
}

interface CachedMatcher {
  /** The questions it was made for. */
  readonly print: string;
  readonly matcher: QuestionMatcher<GuideQuestionId>;
  /** What is good enough to propose, by the turn's words. */
  readonly good: Map<string, Asked<GuideQuestionId>[]>;
}

/** The guides that are at work: every confirmation asks for all proposals again, and words rarely change. */
const matchers = new WeakMap<Project, Map<GuideId, CachedMatcher>>();

function matcherFor(project: Project, guide: Guide): CachedMatcher {
  let known = matchers.get(project);
  if (!known) matchers.set(project, (known = new Map()));
  const questions = questionsOf(guide).map(({ id, text }) => ({ id, text }));
  const print = JSON.stringify(questions);
  let cached = known.get(guide.id);
  if (cached?.print !== print) known.set(guide.id, (cached = { print, matcher: new QuestionMatcher(questions), good: new Map() }));
  return cached;
}

function goodScores({ matcher, good }: CachedMatcher, words: string): Asked<GuideQuestionId>[] {
  let scores = good.get(words);
  if (!scores) good.set(words, (scores = matcher.scores(words).filter(({ score }) => score >= PROPOSED_FROM)));
  return scores;
}

interface SettledRow {
  questionId: GuideQuestionId;
  turnId: TurnId;
  status: MatchStatus;
  sourceId: SourceId;
  position: number;
  number: number | null;
}

const SETTLED = `
  SELECT m.question_id AS questionId, m.turn_id AS turnId, m.status, t.source_id AS sourceId, t.position, t.number
  FROM guide_theme h JOIN guide_question q ON q.theme_id = h.id JOIN question_turn m ON m.question_id = q.id
  JOIN turn t ON t.id = m.turn_id JOIN source s ON s.id = t.source_id
  WHERE h.guide_id = ? ORDER BY s.position, s.name, t.position, h.position, q.position`;

function settledIn(project: Project, guideId: GuideId): SettledRow[] {
  return project.sqlite.prepare<[string], SettledRow>(SETTLED).all(guideId);
}

/** A turn in which a question is confirmed waits for no other word. */
function proposalsIn(cached: CachedMatcher, turns: readonly AskingTurn[], settled: readonly SettledRow[]): Proposal<GuideQuestionId, TurnId>[] {
  const confirmed = new Set(settled.filter(({ status }) => status === 'confirmed').map(({ turnId }) => turnId));
  const rejected = new Set(settled.filter(({ status }) => status === 'rejected').map(({ questionId, turnId }) => `${questionId} ${turnId}`));
  const open = turns.filter(({ turnId }) => !confirmed.has(turnId)).map(({ turnId, words }) => ({ id: turnId, words }));
  const matcher = { scores: (words: string) => goodScores(cached, words) };
  return proposeQuestions(matcher, open, (questionId, turnId) => rejected.has(`${questionId} ${turnId}`));
}

/** What was settled in this source and what is proposed, in the text's order. */
export function readMatches(project: Project, { guideId, sourceId }: { guideId: GuideId; sourceId: SourceId }): QuestionMatch[] {
  const guide = readGuide(project, guideId);
  assertSource(project, sourceId);
  const cached = matcherFor(project, guide);
  const settled = settledIn(project, guideId).filter((row) => row.sourceId === sourceId);
  const asking = askingTurns(project, sourceId).get(sourceId) ?? [];
  const proposed = new Map(proposalsIn(cached, asking, settled).map((proposal) => [proposal.turnId, proposal]));
  const settledBy = Map.groupBy(settled, ({ turnId }) => turnId);
  const rows = project.sqlite.prepare<[string], TurnRow>(`${TURNS} WHERE t.source_id = ? ORDER BY t.position`).all(sourceId);
  return rows.flatMap((row) => {
    const words = wordsIn(row).trim();
    const own = settledBy.get(row.id) ?? [];
    const scores = own.length === 0 ? [] : cached.matcher.scores(words);
    const proposal = proposed.get(row.id);
    const turn = { turnId: row.id, number: row.number, words };
    return [
      ...own.map(({ questionId, status }) => ({
        ...turn,
        questionId,
        score: scores.find((asked) => asked.questionId === questionId)?.score ?? 0,
        status,
      })),
      ...(proposal ? [{ ...turn, questionId: proposal.questionId, score: proposal.score, status: null }] : []),
    ];
  });
}

interface CodedRow {
  codingId: string;
  categoryId: CategoryId;
  first: number;
  last: number;
}

const CODED = `
  SELECT c.id AS codingId, c.category_id AS categoryId, a.position AS first, b.position AS last
  FROM passage p JOIN coding c ON c.passage_id = p.id JOIN turn a ON a.id = p.start_turn_id JOIN turn b ON b.id = p.end_turn_id
  WHERE p.source_id = ? AND p.lost_quote IS NULL ORDER BY a.position, c.rowid`;

/** Turns of a source by place: an answer is what somebody who does not ask says after a question. */
function answersOf(project: Project, sourceId: SourceId, asked: readonly SettledRow[]): Coverage[] {
  const rows = project.sqlite.prepare<[string], TurnRow>(`${TURNS} WHERE t.source_id = ? ORDER BY t.position`).all(sourceId);
  const codings = project.sqlite.prepare<[string], CodedRow>(CODED).all(sourceId);
  const places = [...new Set(asked.map(({ position }) => position))];
  const asking = new Set(places);
  const isAnswer = (position: number): boolean => rows[position]?.is_interviewer !== 1 && !asking.has(position);
  const stretches = new Map(
    places.map((start, at) => {
      const end = places[at + 1] ?? rows.length;
      const answers = Array.from({ length: end - start }, (_, offset) => start + offset).filter(isAnswer);
      const touched = codings.filter(({ first, last }) => first < end && last >= start && answers.some((place) => place >= first && place <= last));
      const words = answers.reduce((sum, place) => sum + (rows[place] ? countWords(wordsIn(rows[place])) : 0), 0);
      return [start, { words, touched }];
    }),
  );
  return [...Map.groupBy(asked, ({ questionId }) => questionId)].map(([questionId, turns]) => {
    const own = turns.flatMap(({ position }) => stretches.get(position) ?? []);
    const distinct = new Map(own.flatMap(({ touched }) => touched).map(({ codingId, categoryId }) => [codingId, categoryId]));
    const fed = [...Map.groupBy(distinct.values(), (categoryId) => categoryId)].map(([categoryId, each]) => ({ categoryId, codings: each.length }));
    return {
      sourceId,
      questionId,
      asked: turns.map(({ turnId, number }) => ({ turnId, number })),
      words: own.reduce((sum, { words }) => sum + words, 0),
      fed: fed.toSorted((a, b) => b.codings - a.codings),
    };
  });
}

/** What the texts and their codings alone decide, kept while they stay as they are. */
interface Known {
  /** SQLite's own count of what other connections wrote. */
  version: number;
  asking: Map<SourceId, AskingTurn[]> | null;
  readonly answers: Map<SourceId, { readonly asked: string; readonly answers: Coverage[] }>;
}

const knownOfProject = new WeakMap<Project, Known>();
/** A change of these leaves what asks and what answers as it is. */
const NOT_ANSWERS: ReadonlySet<string> = new Set(['guide', 'guide_theme', 'guide_question', 'question_category', 'question_turn', 'memo', 'coder']);

function forget(known: Known): void {
  known.asking = null;
  known.answers.clear();
}

/** Every confirmation asks for the whole coverage again; most of it is still known then. */
function knownOf(project: Project): Known {
  const version = project.sqlite.pragma('data_version', { simple: true }) as number;
  let known = knownOfProject.get(project);
  if (!known) {
    const fresh: Known = { version, asking: null, answers: new Map() };
    project.listeners.add(({ tables }) => {
      if (tables.some((table) => !NOT_ANSWERS.has(table))) forget(fresh);
    });
    knownOfProject.set(project, (known = fresh));
  }
  if (known.version !== version) forget(known);
  known.version = version;
  return known;
}

function answersTo(project: Project, sourceId: SourceId, asked: readonly SettledRow[]): Coverage[] {
  const known = knownOf(project).answers;
  const print = JSON.stringify(asked.map(({ questionId, turnId }) => [questionId, turnId]));
  const cached = known.get(sourceId);
  if (cached?.asked === print) return cached.answers;
  const answers = answersOf(project, sourceId, asked);
  known.set(sourceId, { asked: print, answers });
  return answers;
}

function allAskingTurns(project: Project): Map<SourceId, AskingTurn[]> {
  const known = knownOf(project);
  known.asking ??= askingTurns(project);
  return known.asking;
}

/**
 * What was confirmed, interview by interview, with the answers it opens: from a confirmed turn to the next confirmed one of this guide.
 * A coding that reaches over two answers feeds both.
 */
export function readCoverage(project: Project, guideId: GuideId): GuideCoverage {
  const guide = readGuide(project, guideId);
  const cached = matcherFor(project, guide);
  const settled = Map.groupBy(settledIn(project, guideId), ({ sourceId }) => sourceId);
  const coverage = [...settled].flatMap(([sourceId, rows]) => {
    const asked = rows.filter(({ status }) => status === 'confirmed');
    return asked.length === 0 ? [] : answersTo(project, sourceId, asked);
  });
  const waiting = [...allAskingTurns(project)].flatMap(([sourceId, turns]) => {
    const proposals = proposalsIn(cached, turns, settled.get(sourceId) ?? []).length;
    return proposals > 0 ? [{ sourceId, proposals }] : [];
  });
  return { coverage, waiting };
}
