// What the cells of a group's members hold: the cases of a group, the children of a category, those that have an attribute's value.
import type { MemberCell } from '../../shared/domain/cell.ts';
import { crossingKey } from '../../shared/domain/matrix.ts';
import type { Axis, AxisTitles, Members } from '../../shared/domain/matrix-axis.ts';
import { KeptMatrix } from '../../shared/domain/matrix-kept.ts';
import type { Crossing } from '../../shared/domain/matrix-kept.ts';
import { tallyOf } from '../../shared/domain/matrix-tally.ts';
import type { Study } from './matrix-study.ts';

function membersOf(axis: Axis | undefined): Members | null {
  return !axis || axis.kind === 'coders' ? null : axis.members;
}

/** The entity of each axis in a cell's number, axes from the outermost row to the innermost column. */
export function entitiesAt(cell: number, axes: readonly Axis[]): number[] {
  let rest = cell;
  return axes
    .toReversed()
    .map(({ entities }) => {
      const entity = rest % entities.length;
      rest = Math.floor(rest / entities.length);
      return entity;
    })
    .toReversed();
}

function cellAt(entities: readonly number[], axes: readonly Axis[]): number {
  return axes.reduce((cell, axis, at) => cell * axis.entities.length + (entities[at] ?? 0), 0);
}

/** The same crossing with one of its axes taken apart. */
interface Apart {
  readonly kept: KeptMatrix;
  readonly axes: readonly Axis[];
  readonly places: ReadonlyMap<string, number>;
}

/** A member's cell, and who it is. */
interface FoundMember {
  readonly member: string;
  readonly cell: MemberCell;
}

/** Who has both values of two crossed attributes stands in a crossing of each: where nothing is written in one of them, the other says it all. */
function saidOnce(found: readonly FoundMember[]): MemberCell[] {
  const cells = found.map(({ cell }) => cell);
  const written = cells.filter(({ synthesis, rating }) => synthesis !== null || rating !== null);
  return written.length > 0 ? written : cells.slice(0, 1);
}

export class MatrixMembers {
  readonly #axes: readonly Axis[];
  readonly #crossing: Crossing;
  readonly #frame: Study['frame'];
  readonly #titles: AxisTitles;
  readonly #apart = new Map<number, Apart>();

  constructor({ rowAxes, columnAxes, frame }: KeptMatrix, crossing: Crossing, titles: AxisTitles) {
    this.#axes = [...rowAxes, ...columnAxes];
    this.#crossing = crossing;
    this.#frame = frame;
    this.#titles = titles;
  }

  get isNeeded(): boolean {
    return this.#axes.some((axis) => membersOf(axis) !== null);
  }

  /** Members in the order of their axis; those of several groups in one crossing one after the other, who belongs to several of them once. */
  of(cell: number, study: Study): MemberCell[] {
    const entities = entitiesAt(cell, this.#axes);
    const found = this.#axes.flatMap((axis, at) => {
      const keys = membersOf(axis)?.keys[entities[at] ?? 0] ?? [];
      return keys.length === 0 ? [] : this.#ofAxis(at, keys, entities, study);
    });
    return [...Map.groupBy(found, ({ member }) => member).values()].flatMap(saidOnce);
  }

  #ofAxis(at: number, keys: readonly string[], entities: readonly number[], study: Study): FoundMember[] {
    const { kept, axes, places } = this.#takenApart(at);
    kept.update(study);
    const fixed = this.#axes.map((axis, index) => axis.entities[entities[index] ?? 0]?.key ?? '');
    const present = keys.flatMap((key) => places.get(key) ?? []).sort((a, b) => a - b);
    return present.map((place) => {
      const member = axes[at]?.entities[place];
      const key = crossingKey(fixed.with(at, member?.key ?? ''));
      const written = study.written.cells.get(key);
      const shares = kept.sharesOf(cellAt(entities.with(at, place), axes));
      const cell = {
        key,
        label: member?.label ?? '',
        passages: tallyOf(shares).passages,
        synthesis: written?.synthesis ?? null,
        status: written?.status ?? null,
        rating: written?.rating ?? null,
      };
      return { member: member?.key ?? '', cell };
    });
  }

  #takenApart(at: number): Apart {
    const known = this.#apart.get(at);
    if (known) return known;
    const spec = membersOf(this.#axes[at])?.spec;
    const { rows, columns } = this.#crossing;
    const specs = [...rows, ...columns].map((own, index) => (index === at && spec ? spec : own));
    const crossing = { ...this.#crossing, rows: specs.slice(0, rows.length), columns: specs.slice(rows.length) };
    const kept = new KeptMatrix(crossing, this.#frame, this.#titles, false);
    const axes = [...kept.rowAxes, ...kept.columnAxes];
    const places = new Map(axes[at]?.entities.map(({ key }, place) => [key, place]));
    const apart = { kept, axes, places };
    this.#apart.set(at, apart);
    return apart;
  }
}
