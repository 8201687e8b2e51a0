// Fills a matrix: which coded passages fall in which crossing. Rules: CLI.md, "Which passages fall in a cell".
import { Refusal } from './failure.ts';
import type { CoderId, PassageId } from './ids.ts';
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
  /** Category id → who applied it here, and with what stance. */
  readonly categories: ReadonlyMap<string, readonly Applied[]>;
}

export interface Applied {
  readonly coderId: CoderId;
  readonly stance: Stance | null;
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

/** One choice of an axis: an entity, and what led there. */
interface Choice {
  readonly entity: number;
  /** On a category axis: every mark of one category that the passage meets. */
  readonly marks?: readonly Mark[];
  /** On a coder axis: who. */
  readonly coderId?: CoderId;
}

/** One choice per category met. */
function categoryChoices(marks: readonly Mark[]): Choice[] {
  const byCategory = new Map<string, Mark[]>();
  for (const mark of marks) {
    const known = byCategory.get(mark.category);
    if (known) known.push(mark);
    else byCategory.set(mark.category, [mark]);
  }
  return [...byCategory.values()].map((list) => ({ entity: list[0]?.entity ?? 0, marks: list }));
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
  readonly #hasCategories: boolean;
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
    const first = this.#axes.findIndex((axis) => axis.kind === 'categories');
    this.#hasCategories = first >= 0;
    this.#finders = this.#axes.map((axis, at) =>
      axis.kind === 'categories' ? meetingFinder(axis, passages, at === first ? { kind: 'passage' } : join) : () => [],
    );
    this.#listing = listingAxes(rowAxes, columnAxes);
    this.cells = Array.from({ length: rowCount }, () => new Map<number, OpenTally>());
  }

  fill(): void {
    this.#passages.forEach((passage, index) => {
      const lists = this.#axes.map((axis, at) => this.#choices(axis, at, passage, index));
      if (lists.some((list) => list.length === 0)) return;
      for (const choices of combinations(lists)) this.#add(index, passage, choices);
    });
  }

  #choices(axis: Axis, at: number, passage: CodedPassage, index: number): readonly Choice[] {
    if (axis.kind === 'categories') return categoryChoices(this.#finders[at]?.(index) ?? []);
    if (axis.kind === 'holders') return axis.entitiesOf(passage).map((entity) => ({ entity }));
    const present = new Set([...passage.categories.values()].flat().map(({ coderId }) => coderId));
    return axis.coderIds.flatMap((coderId, entity) => (present.has(coderId) ? [{ entity, coderId }] : []));
  }

  #add(index: number, passage: CodedPassage, choices: readonly Choice[]): void {
    const coders = choices.flatMap(({ coderId }) => coderId ?? []);
    const met = this.#hasCategories
      ? choices.flatMap(({ marks }) => (marks ? [this.#evidence(marks, index, coders)] : []))
      : this.#allOn(passage, index, coders);
    if (met.length === 0 || met.some((marks) => marks.length === 0)) return;
    const row = headerIndex(this.#rowAxes, choices.slice(0, this.#rowAxes.length));
    const column = headerIndex(this.#columnAxes, choices.slice(this.#rowAxes.length));
    const tally = this.#cell(row, column);
    const categories = met.map((marks) => marks[0]?.category ?? '');
    // Without a category axis every category on the passage is a coding of the cell.
    for (const coding of this.#hasCategories ? [categories.join('+')] : categories) {
      tally.codings.add(`${index}/${coding}`);
      this.meetings.add(`${index}/${coding}`);
    }
    tally.sources.add(passage.sourceId);
    this.shown.add(index);
    this.#addStances(tally, index, met.flat(), coders);
    choices.forEach((choice, at) => this.#addFound(tally, index, at, choice));
  }

  /** Who applied a mark's category, of these coders; everybody where no coder is asked for, nobody where one of them did not. */
  #applied(mark: Mark, coders: readonly CoderId[]): readonly Applied[] {
    const all = this.#passages[mark.passage]?.categories.get(mark.category) ?? [];
    if (coders.length === 0) return all;
    return coders.every((coder) => all.some(({ coderId }) => coderId === coder)) ? all.filter(({ coderId }) => coders.includes(coderId)) : [];
  }

  /** The marks that count: the passage's own where it carries the category itself, since its stance is about these words; else all it meets. */
  #evidence(marks: readonly Mark[], index: number, coders: readonly CoderId[]): readonly Mark[] {
    const given = coders.length === 0 ? marks : marks.filter((mark) => this.#applied(mark, coders).length > 0);
    const own = given.filter((mark) => mark.passage === index);
    return own.length > 0 ? own : given;
  }

  /** Every category on the passage that these coders applied, as marks. */
  #allOn(passage: CodedPassage, index: number, coders: readonly CoderId[]): readonly Mark[][] {
    const marks = [...passage.categories.keys()].map((category) => ({ low: 0, high: 0, passage: index, category, entity: 0 }));
    return marks.filter((mark) => this.#applied(mark, coders).length > 0).map((mark) => [mark]);
  }

  #addStances(tally: OpenTally, index: number, marks: readonly Mark[], coders: readonly CoderId[]): void {
    let stances = tally.passages.get(index);
    if (!stances) tally.passages.set(index, (stances = new Set()));
    for (const mark of marks) for (const { stance } of this.#applied(mark, coders)) if (stance) stances.add(stance);
  }

  #addFound(tally: OpenTally, index: number, at: number, choice: Choice): void {
    const axis = this.#axes[at];
    const category = choice.marks?.[0]?.category;
    if (!axis || category === undefined || !this.#listing.has(axis)) return;
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

/** Codings on categories that belong to the crossed grids but that no row and no column shows. */
function countOmitted(axes: readonly Axis[], passages: readonly CodedPassage[]): number {
  const crossed = axes.filter((axis) => axis.kind === 'categories');
  const omitted = new Set(crossed.flatMap((axis) => [...axis.uncovered]).filter((category) => !crossed.some((axis) => axis.entityOf.has(category))));
  if (omitted.size === 0) return 0;
  return passages.reduce(
    (sum, passage) => sum + [...passage.categories].reduce((own, [category, applied]) => own + (omitted.has(category) ? applied.length : 0), 0),
    0,
  );
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
