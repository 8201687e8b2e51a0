// Which verbatims a table shows where it cannot show all: those that somebody chose first, then as many voices as there are.

export interface QuoteToChoose {
  readonly isPinned: boolean;
  readonly isStarred: boolean;
  /** Who says it: a person, or the source where nobody is told apart. */
  readonly respondent: string;
  readonly caseNames: readonly string[];
}

const rankOf = ({ isPinned, isStarred }: QuoteToChoose): number => (isPinned ? 0 : isStarred ? 1 : 2);

/** How often a respondent was quoted here, one of the cases here, the respondent elsewhere. */
type Times = readonly [here: number, ofCase: number, elsewhere: number];

/**
 * At most `most` of them, the chosen ones first: pinned, then starred, then the rest. Within each of these nobody is quoted twice before
 * everybody was once, then no case; then whoever was heard least elsewhere comes first, then the order given decides.
 * @param most null: all, in the order given
 * @param heard respondent → quotes in what was chosen before; what is chosen here is added
 */
export function chooseQuotes<T extends QuoteToChoose>(quotes: readonly T[], most: number | null, heard = new Map<string, number>()): T[] {
  if (most === null) return [...quotes];
  const byRespondent = new Map<string, number>();
  const byCase = new Map<string, number>();
  const timesOf = (quote: T): Times => [
    byRespondent.get(quote.respondent) ?? 0,
    Math.max(0, ...quote.caseNames.map((name) => byCase.get(name) ?? 0)),
    heard.get(quote.respondent) ?? 0,
  ];
  const left = quotes.map((quote) => ({ quote, rank: rankOf(quote) }));
  const chosen: T[] = [];
  while (chosen.length < most && left.length > 0) {
    let best = 0;
    for (let at = 1; at < left.length; at += 1) if (isBefore(left[at], left[best], timesOf)) best = at;
    const [{ quote } = { quote: undefined }] = left.splice(best, 1);
    if (!quote) break;
    chosen.push(quote);
    byRespondent.set(quote.respondent, (byRespondent.get(quote.respondent) ?? 0) + 1);
    heard.set(quote.respondent, (heard.get(quote.respondent) ?? 0) + 1);
    for (const name of quote.caseNames) byCase.set(name, (byCase.get(name) ?? 0) + 1);
  }
  return chosen;
}

interface Ranked<T> {
  readonly quote: T;
  readonly rank: number;
}

function isBefore<T>(a: Ranked<T> | undefined, b: Ranked<T> | undefined, timesOf: (quote: T) => Times): boolean {
  if (!a || !b) return false;
  if (a.rank !== b.rank) return a.rank < b.rank;
  const [own, others] = [timesOf(a.quote), timesOf(b.quote)];
  const at = own.findIndex((times, which) => times !== others[which]);
  return at >= 0 && (own[at] ?? 0) < (others[at] ?? 0);
}
