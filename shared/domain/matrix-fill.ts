// What one source gives to a matrix: which of its coded passages fall in which crossing. Rules: CLI.md, "Which passages fall in a cell".
// Source by source, since nothing meets across them and a coding changed in one leaves the others as they are.
import { keepsOf } from './expression-evaluate.ts';
import type { Kept } from './expression-evaluate.ts';
import type { PassageFilter } from './expression-filter.ts';
import type { CoderId } from './ids.ts';
import { IntervalIndex } from './interval-index.ts';
import type { Interval } from './interval-index.ts';
import type { JoinRule } from './matrix.ts';
import type { Axis, CategoryAxis, CodedPassage, CoderAxis, HolderAxis, PlacedCoding } from './matrix-axis.ts';
import type { Stance } from './source.ts';

/** Stances as bits, so that those of several codings are gathered in one number. */
const STANCE_BITS: Readonly<Record<Stance, number>> = { contrasts: 1, supports: 2, mentions: 4 };
export const STANCE_ORDER: readonly Stance[] = ['contrasts', 'supports', 'mentions'];

const BITS = 3;

const STANCE_OF_BITS = Array.from(
  { length: 1 << BITS },
  (_, bits): Stance | null => STANCE_ORDER.find((stance) => (bits & STANCE_BITS[stance]) !== 0) ?? null,
);

/** Negative cases must show: where coders differ, `contrasts` wins, then `supports`. */
export function stanceIn(bits: number): Stance | null {
  return STANCE_OF_BITS[bits] ?? null;
}

/** Index into the source's passages. */
export const markedPassage = (mark: number): number => mark >> BITS;

/** As bits. */
export const markedStances = (mark: number): number => mark & ((1 << BITS) - 1);

/** Passages come in order. A list below this length is made anew: one that grows by itself takes room for many more at once. */
const GROWS_FROM = 16;

function markedAlso(marks: number[], mark: number): number[] {
  const last = marks.length - 1;
  if (markedPassage(marks[last] ?? -1) === markedPassage(mark)) marks[last] = (marks[last] ?? 0) | mark;
  else if (marks.length < GROWS_FROM) return [...marks, mark];
  else marks.push(mark);
  return marks;
}

/** What one source gives to one cell. */
export interface Contribution {
  codings: number;
  /** Its passages with their stances (`markedPassage`, `markedStances`), ascending: one number for both, since there are very many. */
  marks: number[];
  /** Category id → the passages of the cell that carry it, ascending. Only categories below the cell's own; null where there are none. */
  found: Map<string, number[]> | null;
}

export interface SourceFill {
  /** By cell: row × number of columns + column. */
  readonly cells: ReadonlyMap<number, Contribution>;
  /** By passage: the codings that count, of the chosen coders and as the filters keep them. */
  readonly world: Kept;
  /** Distinct meetings, wherever they are shown. */
  readonly codings: number;
  /** Passages shown anywhere. */
  readonly passages: number;
  readonly omittedCodings: number;
}

interface PlacedAxis<A extends Axis = Axis> {
  readonly axis: A;
  /** What one entity further adds to the cell's number. */
  readonly stride: number;
}

interface PlacedCategoryAxis extends PlacedAxis<CategoryAxis> {
  /** Category → what it is here, as the passage itself carries it. */
  readonly choices: ReadonlyMap<string, Choice>;
  /** The cell's passages are those of the first category axis, rows first; on the others stands what they meet. */
  readonly isFirst: boolean;
}

/** Axes laid out, ready to be filled. */
export interface MatrixPlan {
  readonly categories: readonly PlacedCategoryAxis[];
  readonly holders: readonly PlacedAxis<HolderAxis>[];
  readonly coders: readonly PlacedAxis<CoderAxis>[];
  readonly columnCount: number;
  readonly join: JoinRule;
  readonly coderIds: ReadonlySet<string> | null;
  readonly filter: PassageFilter | null;
  /** Categories of the crossed grids that no row and no column shows. */
  readonly omitted: ReadonlySet<string>;
}

/** Which axes' categories a cell lists as found: the columns', or the rows' where no column stands for more than itself. */
function listingAxes(rowAxes: readonly Axis[], columnAxes: readonly Axis[]): ReadonlySet<Axis> {
  const folding = (axes: readonly Axis[]): Axis[] => axes.filter((axis) => axis.kind === 'categories' && axis.folds);
  const columns = folding(columnAxes);
  return new Set(columns.length > 0 ? columns : folding(rowAxes));
}

export function planMatrix(
  rowAxes: readonly Axis[],
  columnAxes: readonly Axis[],
  rules: { join: JoinRule; coderIds: readonly string[] | null; filter: PassageFilter | null },
): MatrixPlan {
  const axes = [...rowAxes, ...columnAxes];
  const listing = listingAxes(rowAxes, columnAxes);
  const placed = axes.map(
    (axis, at): PlacedAxis => ({ axis, stride: axes.slice(at + 1).reduce((product, inner) => product * inner.entities.length, 1) }),
  );
  const ofKind = <A extends Axis>(kind: A['kind']): PlacedAxis<A>[] => placed.filter((item): item is PlacedAxis<A> => item.axis.kind === kind);
  const crossed = axes.filter((axis) => axis.kind === 'categories');
  return {
    categories: ofKind<CategoryAxis>('categories').map((item, at) => ({
      ...item,
      choices: choicesOf(item, listing.has(item.axis)),
      isFirst: at === 0,
    })),
    holders: ofKind<HolderAxis>('holders'),
    coders: ofKind<CoderAxis>('coders'),
    columnCount: columnAxes.reduce((product, axis) => product * axis.entities.length, 1),
    join: rules.join,
    coderIds: rules.coderIds && new Set(rules.coderIds),
    filter: rules.filter,
    omitted: new Set(crossed.flatMap((axis) => [...axis.uncovered]).filter((category) => !crossed.some((axis) => axis.entityOf.has(category)))),
  };
}

/** A category that a passage carries or meets. */
interface Choice {
  readonly category: string;
  /** What the entity adds to the cell's number. */
  readonly offset: number;
  /** The category's own entity: nothing to list. */
  readonly isOwn: boolean;
  /** Passages that carry it; null: the passage itself. */
  readonly from: readonly number[] | null;
}

/** @param isListed whether cells say which categories they found below the axis' own */
function choicesOf({ axis, stride }: PlacedAxis<CategoryAxis>, isListed: boolean): ReadonlyMap<string, Choice> {
  return new Map(
    [...axis.entityOf].map(([category, entity]): [string, Choice] => {
      const isOwn = !isListed || axis.entities[entity]?.key === `category:${category}`;
      return [category, { category, offset: entity * stride, isOwn, from: null }];
    }),
  );
}

/** Without a category axis every category on the passage is a coding of the cell. */
function anyCategory(category: string): Choice {
  return { category, offset: 0, isOwn: true, from: null };
}

interface Met extends Interval {
  readonly passage: number;
}

function stretch(passage: CodedPassage, join: JoinRule, widening: number): Interval {
  if (join.kind === 'turn') return { low: passage.firstTurn, high: passage.lastTurn };
  // for `near` only the asking side is widened, and ends that touch are zero units apart
  if (join.kind === 'near') return { low: passage.start - widening, high: passage.end + widening };
  return { low: passage.start, high: passage.end - 1 };
}

/** What a coder axis chooses: nobody in particular, or these. */
interface CoderChoice {
  readonly offset: number;
  readonly coderIds: readonly CoderId[];
}

const ANYBODY: readonly CoderChoice[] = [{ offset: 0, coderIds: [] }];

class SourceFiller {
  readonly #plan: MatrixPlan;
  readonly #passages: readonly CodedPassage[];
  readonly #world: Kept;
  readonly #indexes: readonly (IntervalIndex<Met> | null)[];
  readonly #holders: readonly ((index: number) => readonly number[])[];
  /** By turn, for the passages that lie in one alone: most do. */
  readonly #offsets: (readonly number[])[] = [];
  readonly #isPlaceAlone: boolean;
  readonly cells = new Map<number, Contribution>();
  codings = 0;
  shown = 0;

  constructor(plan: MatrixPlan, passages: readonly CodedPassage[], world: Kept) {
    this.#plan = plan;
    this.#passages = passages;
    this.#world = world;
    this.#indexes = plan.categories.map((placed) => this.#indexOf(placed));
    this.#isPlaceAlone = plan.holders.every(({ axis }) => axis.entitiesIn === undefined);
    const counted = (): CodedPassage[] => passages.map((passage, index) => withCodings(passage, world[index] ?? []));
    this.#holders = plan.holders.map(({ axis }) =>
      axis.entitiesIn ? axis.entitiesIn(counted()) : (index) => axis.entitiesOf(passages[index] as CodedPassage),
    );
  }

  #indexOf({ axis, isFirst }: PlacedCategoryAxis): IntervalIndex<Met> | null {
    const { join } = this.#plan;
    if (isFirst || join.kind === 'passage') return null;
    const carriers = this.#passages.flatMap((passage, index): Met[] =>
      this.#world[index]?.some(({ categoryId }) => axis.entityOf.has(categoryId)) ? [{ ...stretch(passage, join, 0), passage: index }] : [],
    );
    return new IntervalIndex(carriers);
  }

  fill(): void {
    for (let index = 0; index < this.#passages.length; index += 1) {
      const codings = this.#world[index] ?? [];
      if (codings.length === 0) continue;
      const places = this.#placesOf(index);
      if (places.length === 0) continue;
      const coders = this.#coderChoices(codings);
      if (coders.length > 0) this.#fillPassage(index, codings, places, coders);
    }
  }

  #fillPassage(index: number, codings: readonly PlacedCoding[], places: readonly number[], coders: readonly CoderChoice[]): void {
    let shown = 0;
    if (this.#plan.categories.length === 0) {
      for (const category of categoriesOf(codings)) shown += this.#add(index, [anyCategory(category)], places, coders);
    } else {
      const lists = this.#plan.categories.map((placed, at) => this.#choices(placed, at, index, codings));
      for (const choices of combinations(lists)) shown += this.#add(index, choices, places, coders);
    }
    this.codings += shown;
    if (shown > 0) this.shown += 1;
  }

  /** What the entities that hold a passage add to the cell's number, one sum per way; passages of the same turns share them. */
  #placesOf(index: number): readonly number[] {
    const { firstTurn, lastTurn } = this.#passages[index] as CodedPassage;
    if (!this.#isPlaceAlone || firstTurn !== lastTurn) return this.#sumsOf(index);
    return (this.#offsets[firstTurn] ??= this.#sumsOf(index));
  }

  #sumsOf(index: number): readonly number[] {
    let sums: readonly number[] = [0];
    for (const [at, { stride }] of this.#plan.holders.entries()) {
      const entities = this.#holders[at]?.(index) ?? [];
      sums = sums.flatMap((sum) => entities.map((entity) => sum + entity * stride));
    }
    return sums;
  }

  #coderChoices(codings: readonly PlacedCoding[]): readonly CoderChoice[] {
    let choices = ANYBODY;
    for (const { axis, stride } of this.#plan.coders) {
      const present = axis.coderIds.flatMap((coderId, entity) => (codings.some((coding) => coding.coderId === coderId) ? [{ coderId, entity }] : []));
      choices = choices.flatMap((above) =>
        present.map(({ coderId, entity }) => ({ offset: above.offset + entity * stride, coderIds: [...above.coderIds, coderId] })),
      );
    }
    return choices;
  }

  #choices({ choices: known }: PlacedCategoryAxis, at: number, index: number, codings: readonly PlacedCoding[]): readonly Choice[] {
    const near = this.#indexes[at];
    if (!near) {
      const own: Choice[] = [];
      for (const category of categoriesOf(codings)) {
        const choice = known.get(category);
        if (choice) own.push(choice);
      }
      return own;
    }
    const { join } = this.#plan;
    const { low, high } = stretch(this.#passages[index] as CodedPassage, join, join.kind === 'near' ? join.withinUtf16 : 0);
    const carriers = new Map<string, number[]>();
    for (const { passage } of near.touching(low, high)) {
      for (const category of categoriesOf(this.#world[passage] ?? [])) {
        const others = carriers.get(category);
        if (others) others.push(passage);
        else carriers.set(category, [passage]);
      }
    }
    return [...carriers].flatMap(([category, from]) => {
      const choice = known.get(category);
      return choice ? [{ ...choice, from }] : [];
    });
  }

  /** Bits of the stances of a category on a passage, of these coders; −1 where it is not theirs, or one of them did not apply it. */
  #applied(passage: number, category: string, coderIds: readonly CoderId[]): number {
    let bits = 0;
    let isThere = false;
    const own = this.#world[passage] ?? [];
    for (const { categoryId, coderId, stance } of own) {
      if (categoryId !== category || (coderIds.length > 0 && !coderIds.includes(coderId))) continue;
      isThere = true;
      if (stance) bits |= STANCE_BITS[stance];
    }
    const byAll = coderIds.length < 2 || coderIds.every((id) => own.some(({ categoryId, coderId }) => categoryId === category && coderId === id));
    return isThere && byAll ? bits : -1;
  }

  /** The passage's own coding counts where it has one, since its stance is about these words; else all that it meets. −1: nothing counts. */
  #evidence({ category, from }: Choice, index: number, coderIds: readonly CoderId[]): number {
    const own = from === null || from.includes(index) ? this.#applied(index, category, coderIds) : -1;
    if (own >= 0 || from === null) return own;
    let bits = -1;
    for (const passage of from) {
      const met = this.#applied(passage, category, coderIds);
      if (met >= 0) bits = bits < 0 ? met : bits | met;
    }
    return bits;
  }

  /** One meeting put into every cell that shows it; answers 1 where there is any, else 0. */
  #add(index: number, choices: readonly Choice[], places: readonly number[], coders: readonly CoderChoice[]): number {
    let shown = 0;
    let base = 0;
    for (const { offset } of choices) base += offset;
    for (const { offset, coderIds } of coders) {
      let bits = 0;
      // −1 has all bits: once one of the choices has no evidence, none has
      for (const choice of choices) bits |= this.#evidence(choice, index, coderIds);
      if (bits < 0) continue;
      shown = 1;
      for (const place of places) this.#put(base + offset + place, index, bits, choices);
    }
    return shown;
  }

  #put(cell: number, index: number, bits: number, choices: readonly Choice[]): void {
    let contribution = this.cells.get(cell);
    if (!contribution) this.cells.set(cell, (contribution = { codings: 1, marks: [(index << BITS) | bits], found: null }));
    else {
      contribution.codings += 1;
      contribution.marks = markedAlso(contribution.marks, (index << BITS) | bits);
    }
    for (const { category, isOwn } of choices) {
      if (isOwn) continue;
      contribution.found ??= new Map();
      const carriers = contribution.found.get(category);
      if (!carriers) contribution.found.set(category, [index]);
      else if (carriers.at(-1) !== index) carriers.push(index);
    }
  }
}

function categoriesOf(codings: readonly PlacedCoding[]): readonly string[] {
  const [only] = codings;
  return codings.length === 1 && only ? [only.categoryId] : [...new Set(codings.map(({ categoryId }) => categoryId))];
}

/** Every way to take one choice from each list. */
function combinations(lists: readonly (readonly Choice[])[]): Choice[][] {
  const [only] = lists;
  if (lists.length === 1 && only) return only.map((choice) => [choice]);
  return lists.reduce<Choice[][]>((above, list) => above.flatMap((chosen) => list.map((choice) => [...chosen, choice])), [[]]);
}

/** The passage under some of its codings. Named one by one, since a passage need not hold its place itself. */
function withCodings(passage: CodedPassage, codings: readonly PlacedCoding[]): CodedPassage {
  const { ids, start, end, isStarred, sourceId, firstTurn, lastTurn, participantIds, labels, answers } = passage;
  return { ids, start, end, isStarred, sourceId, firstTurn, lastTurn, participantIds, labels, answers, codings };
}

function worldOf({ coderIds, filter }: MatrixPlan, passages: readonly CodedPassage[]): Kept {
  const chosen = coderIds
    ? passages.map((passage) =>
        withCodings(
          passage,
          passage.codings.filter(({ coderId }) => coderIds.has(coderId)),
        ),
      )
    : passages;
  return filter ? keepsOf(filter, chosen) : chosen.map(({ codings }) => codings);
}

/** @param passages distinct coded passages of one source, by their place */
export function fillSource(plan: MatrixPlan, passages: readonly CodedPassage[]): SourceFill {
  const world = worldOf(plan, passages);
  const filler = new SourceFiller(plan, passages, world);
  filler.fill();
  let omittedCodings = 0;
  if (plan.omitted.size > 0) for (const codings of world) for (const { categoryId } of codings) if (plan.omitted.has(categoryId)) omittedCodings += 1;
  return { cells: filler.cells, world, codings: filler.codings, passages: filler.shown, omittedCodings };
}
