// What the researcher goes through, one interview at a time: turns that ask, with the question proposed or settled for each.
import type { AskingTurn, Guide, GuideQuestion, GuideTheme, QuestionMatch } from '../../shared/domain/guide.ts';

export interface NumberedQuestion {
  readonly question: GuideQuestion;
  readonly theme: GuideTheme;
  /** 1-based, through the whole guide. */
  readonly number: number;
}

export function numberedQuestions(guide: Guide): NumberedQuestion[] {
  const pairs = guide.themes.flatMap((theme) => theme.questions.map((question) => ({ question, theme })));
  return pairs.map((pair, at) => ({ ...pair, number: at + 1 }));
}

export interface MatchRow {
  readonly key: string;
  readonly turn: AskingTurn;
  /** Null where nothing is proposed and nothing settled. */
  readonly match: QuestionMatch | null;
}

/** In the text's order; every turn that asks, and those settled by hand. */
export function matchRows(asking: readonly AskingTurn[], matches: readonly QuestionMatch[]): MatchRow[] {
  const matched = new Set(matches.map(({ turnId }) => turnId));
  const rows = [
    ...matches.map((match) => ({ key: `${match.turnId} ${match.questionId}`, turn: match, match })),
    ...asking.filter(({ turnId }) => !matched.has(turnId)).map((turn) => ({ key: turn.turnId, turn, match: null })),
  ];
  return rows.toSorted((a, b) => (a.turn.number ?? 0) - (b.turn.number ?? 0));
}

export const isOpen = ({ match }: MatchRow): boolean => match !== null && match.status === null;

/** Proposals that are at least this sure, 0 … 1. */
export function surer(matches: readonly QuestionMatch[], score: number): QuestionMatch[] {
  return matches.filter((match) => match.status === null && match.score >= score);
}

/** The next row that waits for a word after this one, then from the top; null when none does. */
export function nextOpen(rows: readonly MatchRow[], key: string): MatchRow | null {
  const at = rows.findIndex((row) => row.key === key);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(isOpen) ?? null;
}
