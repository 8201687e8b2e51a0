// A matrix that is looked at again and again: what each source gave to its cells is kept, and only sources that changed are filled anew.
import { compileFilter } from './expression-filter.ts';
import type { SourceId } from './ids.ts';
import type { AxisSpec, MatrixDefinition, MatrixQuote } from './matrix.ts';
import { assertCanMeet, assertReadable, resolveAxis } from './matrix-axes.ts';
import type { Axis, AxisTitles, PlacedPassage, StudyFrame } from './matrix-axis.ts';
import { fillSource, planMatrix } from './matrix-fill.ts';
import type { Contribution, MatrixPlan, SourceFill } from './matrix-fill.ts';

/** The distinct coded passages of one source, by their place. A change of the source makes a new one. */
export interface SourceReading {
  readonly sourceId: SourceId;
  readonly passages: readonly PlacedPassage[];
}

/** Sources without coded passages are absent. */
export type SourceReadings = ReadonlyMap<string, SourceReading>;

/** All that decides what falls where. */
export type Crossing = Pick<MatrixDefinition, 'rows' | 'columns' | 'join' | 'coderIds' | 'where'>;

/** What one source gave to one cell. */
export interface Share {
  /** The source's place in the corpus. */
  readonly order: number;
  readonly reading: SourceReading;
  readonly fill: SourceFill;
  readonly contribution: Contribution;
  /** Its first quotes, as far as they were asked for: they stay as long as what they were made from. */
  quotes: readonly MatrixQuote[];
}

const NO_QUOTES: readonly MatrixQuote[] = [];

interface Filled {
  readonly reading: SourceReading;
  readonly fill: SourceFill;
}

export class KeptMatrix {
  readonly frame: StudyFrame;
  readonly rowAxes: readonly Axis[];
  readonly columnAxes: readonly Axis[];
  readonly plan: MatrixPlan;
  readonly #filled = new Map<string, Filled>();
  readonly #cells = new Map<number, Share[]>();
  #seen: SourceReadings | null = null;

  /** Refuses axes and filters that name nothing, that can never meet, or that make a table nobody could read (`isShown`). */
  constructor({ rows, columns, join, coderIds, where = [] }: Crossing, frame: StudyFrame, titles: AxisTitles, isShown = true) {
    const resolve = (spec: AxisSpec): Axis => resolveAxis(spec, frame, titles);
    this.frame = frame;
    this.rowAxes = rows.map(resolve);
    this.columnAxes = columns.map(resolve);
    const axes = [...this.rowAxes, ...this.columnAxes];
    if (isShown) assertReadable(axes);
    assertCanMeet(axes, frame);
    const filter = where.length > 0 ? compileFilter(where, frame) : null;
    this.plan = planMatrix(this.rowAxes, this.columnAxes, { join, coderIds, filter });
  }

  /** Takes in what changed; answers with the cells that may be otherwise now. */
  update({ sources }: { readonly sources: SourceReadings }): Set<number> {
    const touched = new Set<number>();
    if (this.#seen === sources) return touched;
    this.#seen = sources;
    for (const id of this.#filled.keys()) if (!sources.has(id)) this.#remove(id, touched);
    this.frame.sources.forEach(({ id }, order) => {
      const reading = sources.get(id);
      if (!reading || this.#filled.get(id)?.reading === reading) return;
      this.#remove(id, touched);
      this.#add(id, order, reading, touched);
    });
    return touched;
  }

  #remove(id: string, touched: Set<number>): void {
    const filled = this.#filled.get(id);
    if (!filled) return;
    for (const cell of filled.fill.cells.keys()) {
      touched.add(cell);
      const others = (this.#cells.get(cell) ?? []).filter((share) => share.reading !== filled.reading);
      if (others.length > 0) this.#cells.set(cell, others);
      else this.#cells.delete(cell);
    }
    this.#filled.delete(id);
  }

  #add(id: string, order: number, reading: SourceReading, touched: Set<number>): void {
    const fill = fillSource(this.plan, reading.passages);
    this.#filled.set(id, { reading, fill });
    for (const [cell, contribution] of fill.cells) {
      touched.add(cell);
      const share = { order, reading, fill, contribution, quotes: NO_QUOTES };
      const shares = this.#cells.get(cell);
      if (!shares) this.#cells.set(cell, [share]);
      else {
        const at = shares.findLastIndex((other) => other.order < order);
        if (at === shares.length - 1) shares.push(share);
        else shares.splice(at + 1, 0, share);
      }
    }
  }

  /** In corpus order; none where nothing falls. */
  sharesOf(cell: number): readonly Share[] {
    return this.#cells.get(cell) ?? [];
  }

  cells(): Iterable<number> {
    return this.#cells.keys();
  }

  totals(): { readonly codings: number; readonly passages: number; readonly sources: number; readonly omittedCodings: number } {
    const totals = { codings: 0, passages: 0, sources: 0, omittedCodings: 0 };
    for (const { fill } of this.#filled.values()) {
      totals.codings += fill.codings;
      totals.passages += fill.passages;
      totals.sources += fill.passages > 0 ? 1 : 0;
      totals.omittedCodings += fill.omittedCodings;
    }
    return totals;
  }
}
