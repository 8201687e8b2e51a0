// Fills a matrix: which coded passages fall in which crossing. Rules: CLI.md, "Which passages fall in a cell".
import { Refusal } from './failure.ts';
import type { PassageId } from './ids.ts';
import { IntervalIndex } from './interval-index.ts';
import type { Interval } from './interval-index.ts';
import { cellKey } from './matrix.ts';
import type { JoinRule, MatrixHeader, StanceBalance } from './matrix.ts';
import type { Axis, CategoryAxis, PassagePlace } from './matrix-axes.ts';
import type { Stance } from './source.ts';

/** One stretch of text that somebody coded; passages with the same two ends are one, whoever made them. */
export interface CodedPassage extends PassagePlace {
  readonly ids: readonly PassageId[];
  /** Whole-document UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Positions of the first and last turn touched. */
  readonly firstTurn: number;
  readonly lastTurn: number;
  /** Category id → the stances its coders gave it here. */
  readonly categories: ReadonlyMap<string, readonly (Stance | null)[]>;
}

export interface Tally {
  readonly codings: number;
  readonly sources: number;
  /** Indexes into the passages given, ascending. */
  readonly passages: readonly number[];
  /** Category id → the passages of the cell that carry it. Only categories below the cell's own. */
  readonly found: ReadonlyMap<string, ReadonlySet<number>>;
  readonly stance: StanceBalance;
  /** Same order as `passages`. */
  readonly stances: readonly (Stance | null)[];
}

export interface FilledMatrix {
  readonly rows: readonly MatrixHeader[];
  readonly columns: readonly MatrixHeader[];
  /** `cells[row]` holds only the columns where something falls. */
  readonly cells: readonly ReadonlyMap<number, Tally>[];
  readonly totals: { readonly codings: number; readonly passages: number; readonly sources: number };
  readonly omittedCodings: number;
}

const MAX_CELLS = 250_000;

/** Nested axes: every combination of their entities, outermost axis slowest. */
export function headersOf(axes: readonly Axis[]): MatrixHeader[] {
  let combinations: MatrixHeader['entities'][] = [[]];
  for (const axis of axes) combinations = combinations.flatMap((above) => axis.entities.map((entity) => [...above, entity]));
  return combinations.map((entities) => ({
    key: entities.map((entity) => entity.key).join('|'),
    label: entities.at(-1)?.label ?? '',
    path: entities.length === 1 ? (entities[0]?.path ?? []) : entities.map((entity) => entity.label),
    entities,
  }));
}

/** A category on a passage, seen from one axis. */
interface Mark extends Interval {
  readonly passage: number;
  readonly category: string;
  readonly entity: number;
}

function stretch(passage: CodedPassage, join: JoinRule): Interval {
  if (join.kind === 'turn') return { low: passage.firstTurn, high: passage.lastTurn };
  if (join.kind === 'near') return { low: passage.start - join.withinUtf16, high: passage.end + join.withinUtf16 };
  return { low: passage.start, high: passage.end - 1 };
}

/** Answers, for a passage, the marks of one axis that it meets. */
function meetingFinder(axis: CategoryAxis, passages: readonly CodedPassage[], join: JoinRule): (index: number) => readonly Mark[] {
  const marksOf = (passage: CodedPassage, index: number): Mark[] => {
    // for `near` only the asking side is widened
    const own = join.kind === 'near' ? { low: passage.start, high: passage.end } : stretch(passage, join);
    return [...passage.categories.keys()].flatMap((category) => {
      const entity = axis.entityOf.get(category);
      return entity === undefined ? [] : [{ ...own, passage: index, category, entity }];
    });
  };
  if (join.kind === 'passage') return (index) => marksOf(passages[index] as CodedPassage, index);
  const bySource = new Map<string, Mark[]>();
  passages.forEach((passage, index) => {
    const marks = marksOf(passage, index);
    if (marks.length === 0) return;
    const list = bySource.get(passage.sourceId);
    if (list) list.push(...marks);
    else bySource.set(passage.sourceId, marks);
  });
  const indexes = new Map([...bySource].map(([source, marks]) => [source, new IntervalIndex(marks)]));
  return (index) => {
    const passage = passages[index] as CodedPassage;
    const { low, high } = stretch(passage, join);
    return indexes.get(passage.sourceId)?.touching(low, high) ?? [];
  };
}

/** One choice of an axis: an entity, and for category axes the category that led there and the passage it stands on. */
interface Choice {
  readonly entity: number;
  readonly mark: Mark | null;
}

/** One choice per category met; where the asking passage carries it itself that mark counts, since its stance is about these words. */
function distinctChoices(marks: readonly Mark[], passage: number): Choice[] {
  const seen = new Map<string, Mark>();
  for (const mark of marks) if (!seen.has(mark.category) || mark.passage === passage) seen.set(mark.category, mark);
  return [...seen.values()].map((mark) => ({ entity: mark.entity, mark }));
}

interface OpenTally {
  codings: Set<string>;
  sources: Set<string>;
  passages: Map<number, Set<Stance>>;
  found: Map<string, Set<number>>;
}

const STANCE_ORDER: readonly Stance[] = ['contrasts', 'supports', 'mentions'];

/** Negative cases must show: where coders differ, `contrasts` wins, then `supports`. */
function oneStance(stances: ReadonlySet<Stance>): Stance | null {
  return STANCE_ORDER.find((candidate) => stances.has(candidate)) ?? null;
}

/** Stances that people gave a passage in one crossing: (cell key, passage) → stance, over the codings' own. */
export type CellStances = ReadonlyMap<string, ReadonlyMap<PassageId, Stance>>;

function closeTally(open: OpenTally, passages: readonly CodedPassage[], given: ReadonlyMap<PassageId, Stance> | undefined): Tally {
  const indexes = [...open.passages.keys()].sort((a, b) => a - b);
  const stances = indexes.map((index) => {
    const chosen = given && passages[index]?.ids.map((id) => given.get(id)).find((stance) => stance !== undefined);
    return chosen ?? oneStance(open.passages.get(index) ?? new Set());
  });
  const balance = { supports: 0, contrasts: 0, mentions: 0 };
  for (const stance of stances) if (stance) balance[stance] += 1;
  return { codings: open.codings.size, sources: open.sources.size, passages: indexes, found: open.found, stance: balance, stances };
}

/** Every way to take one choice from each list. */
function combinations(lists: readonly (readonly Choice[])[]): Choice[][] {
  return lists.reduce<Choice[][]>((above, list) => above.flatMap((chosen) => list.map((choice) => [...chosen, choice])), [[]]);
}

/** Which axes' categories a cell lists as found: the columns', or the rows' where no column stands for more than itself. */
function listingAxes(rowAxes: readonly Axis[], columnAxes: readonly Axis[]): ReadonlySet<Axis> {
  const folding = (axes: readonly Axis[]): Axis[] => axes.filter((axis) => axis.kind === 'categories' && axis.folds);
  const columns = folding(columnAxes);
  return new Set(columns.length > 0 ? columns : folding(rowAxes));
}

function headerIndex(axes: readonly Axis[], choices: readonly Choice[]): number {
  return axes.reduce((index, axis, at) => index * axis.entities.length + (choices[at]?.entity ?? 0), 0);
}

class Filler {
  readonly #axes: readonly Axis[];
  readonly #rowAxes: readonly Axis[];
  readonly #columnAxes: readonly Axis[];
  readonly #passages: readonly CodedPassage[];
  readonly #finders: readonly ((index: number) => readonly Mark[])[];
  readonly #anchor: number;
  readonly #listing: ReadonlySet<Axis>;
  readonly cells: Map<number, OpenTally>[];
  readonly meetings = new Set<string>();
  readonly shown = new Set<number>();

  constructor(rowAxes: readonly Axis[], columnAxes: readonly Axis[], rowCount: number, passages: readonly CodedPassage[], join: JoinRule) {
    this.#rowAxes = rowAxes;
    this.#columnAxes = columnAxes;
    this.#axes = [...rowAxes, ...columnAxes];
    this.#passages = passages;
    // The cell's passages are those of the first category axis (rows first); the others are what they meet.
    this.#anchor = this.#axes.findIndex((axis) => axis.kind === 'categories');
    this.#finders = this.#axes.map((axis, at) =>
      axis.kind === 'categories' ? meetingFinder(axis, passages, at === this.#anchor ? { kind: 'passage' } : join) : () => [],
    );
    this.#listing = listingAxes(rowAxes, columnAxes);
    this.cells = Array.from({ length: rowCount }, () => new Map<number, OpenTally>());
  }

  fill(): void {
    this.#passages.forEach((passage, index) => {
      const lists = this.#axes.map((axis, at) =>
        axis.kind === 'holders' ? axis.entitiesOf(passage).map((entity) => ({ entity, mark: null })) : distinctChoices(this.#finders[at]?.(index) ?? [], index),
      );
      if (lists.some((list) => list.length === 0)) return;
      for (const choices of combinations(lists)) this.#add(index, passage, choices);
    });
  }

  #add(index: number, passage: CodedPassage, choices: readonly Choice[]): void {
    const row = headerIndex(this.#rowAxes, choices.slice(0, this.#rowAxes.length));
    const column = headerIndex(this.#columnAxes, choices.slice(this.#rowAxes.length));
    const tally = this.#cell(row, column);
    const marks = choices.flatMap((choice) => choice.mark ?? []);
    // Without a category axis every category on the passage is a coding of the cell.
    const categories = this.#anchor < 0 ? [...passage.categories.keys()] : [marks.map((mark) => mark.category).join('+')];
    for (const category of categories) {
      tally.codings.add(`${index}/${category}`);
      this.meetings.add(`${index}/${category}`);
    }
    tally.sources.add(passage.sourceId);
    this.shown.add(index);
    this.#addStances(tally, index, marks);
    choices.forEach((choice, at) => this.#addFound(tally, index, at, choice));
  }

  #addStances(tally: OpenTally, index: number, marks: readonly Mark[]): void {
    let stances = tally.passages.get(index);
    if (!stances) tally.passages.set(index, (stances = new Set()));
    const own = this.#anchor < 0 ? [...(this.#passages[index]?.categories.values() ?? [])] : marks.map((mark) => this.#passages[mark.passage]?.categories.get(mark.category) ?? []);
    for (const list of own) for (const stance of list) if (stance) stances.add(stance);
  }

  #addFound(tally: OpenTally, index: number, at: number, choice: Choice): void {
    const axis = this.#axes[at];
    if (!axis || !choice.mark || !this.#listing.has(axis)) return;
    const { category } = choice.mark;
    if (axis.entities[choice.entity]?.key === `category:${category}`) return;
    const carriers = tally.found.get(category);
    if (carriers) carriers.add(index);
    else tally.found.set(category, new Set([index]));
  }

  #cell(row: number, column: number): OpenTally {
    const cells = this.cells[row] as Map<number, OpenTally>;
    let tally = cells.get(column);
    if (!tally) cells.set(column, (tally = { codings: new Set(), sources: new Set(), passages: new Map(), found: new Map() }));
    return tally;
  }
}

/** Codings on categories that belong to the crossed grids but are shown by no entity. */
function countOmitted(axes: readonly Axis[], passages: readonly CodedPassage[]): number {
  const uncovered = new Set(axes.flatMap((axis) => (axis.kind === 'categories' ? [...axis.uncovered] : [])));
  if (uncovered.size === 0) return 0;
  return passages.reduce((sum, passage) => sum + [...passage.categories.keys()].filter((category) => uncovered.has(category)).length, 0);
}

/**
 * Fills the crossing of axes with passages.
 * @param passages distinct coded passages in corpus order, restricted to the coders chosen
 */
export function fillMatrix(
  rowAxes: readonly Axis[],
  columnAxes: readonly Axis[],
  passages: readonly CodedPassage[],
  join: JoinRule,
  cellStances: CellStances = new Map(),
): FilledMatrix {
  const size = [...rowAxes, ...columnAxes].reduce((product, axis) => product * axis.entities.length, 1);
  if (size > MAX_CELLS) throw new Refusal('matrix.tooLarge', { cells: size, most: MAX_CELLS });
  const rows = headersOf(rowAxes);
  const columns = headersOf(columnAxes);
  const filler = new Filler(rowAxes, columnAxes, rows.length, passages, join);
  filler.fill();
  const cells = filler.cells.map((row, rowIndex) => {
    const closed = new Map<number, Tally>();
    for (const [column, open] of row) {
      const key = cellKey(rows[rowIndex] as MatrixHeader, columns[column] as MatrixHeader);
      closed.set(column, closeTally(open, passages, cellStances.get(key)));
    }
    return closed;
  });
  const sources = new Set([...filler.shown].map((index) => passages[index]?.sourceId));
  return {
    rows,
    columns,
    cells,
    totals: { codings: filler.meetings.size, passages: filler.shown.size, sources: sources.size },
    omittedCodings: countOmitted([...rowAxes, ...columnAxes], passages),
  };
}
