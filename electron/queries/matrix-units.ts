// Who stands in the cells of a matrix: cases, sources or people, each with its passages there. Two attributes crossed then read as a table of names.
import type { PassageId } from '../../shared/domain/ids.ts';
import type { CellUnit, UnitKind } from '../../shared/domain/matrix.ts';
import type { Axis, PlacedPassage } from '../../shared/domain/matrix-axis.ts';
import { markedPassage } from '../../shared/domain/matrix-fill.ts';
import { peopleStudied, targetsOf } from '../../shared/domain/matrix-holder-axes.ts';
import type { KeptMatrix, Share } from '../../shared/domain/matrix-kept.ts';
import { entitiesAt } from './matrix-members.ts';

/** Those of a kind that an axis' entities let in, by entity; null where the axis says nothing of them. */
type LetIn = readonly ReadonlySet<string>[] | null;

function letInBy(axis: Axis, kind: UnitKind): LetIn {
  if (axis.kind !== 'holders') return null;
  if (axis.members?.spec.kind === kind) return axis.members.keys.map((keys) => new Set(keys));
  return axis.entities[0]?.kind === kind ? axis.entities.map(({ key }) => new Set([key])) : null;
}

/** Units of one kind, over all cells. */
class UnitsOfKind {
  readonly #kind: UnitKind;
  readonly #axes: readonly Axis[];
  readonly #letIn: readonly LetIn[];
  readonly #labels: ReadonlyMap<string, string>;
  readonly #idsOf: (passage: PlacedPassage) => Iterable<string>;
  /** Every axis says whom it lets in, and nothing else does: who has no passage stands there as well. */
  readonly #isWhole: boolean;

  constructor({ rowAxes, columnAxes, frame, plan }: KeptMatrix, kind: UnitKind) {
    this.#kind = kind;
    this.#axes = [...rowAxes, ...columnAxes];
    this.#letIn = this.#axes.map((axis) => letInBy(axis, kind));
    const units = { case: frame.cases, source: frame.sources, participant: peopleStudied(frame.participants) }[kind];
    this.#labels = new Map(units.map(({ id, name }) => [`${kind}:${id}`, name]));
    this.#idsOf = targetsOf(frame, kind);
    this.#isWhole = plan.filter === null && this.#letIn.every((each) => each !== null);
  }

  of(cell: number, shares: readonly Share[]): CellUnit[] {
    if (shares.length === 0 && !this.#isWhole) return [];
    const passages = this.#passagesOf(shares);
    const entities = entitiesAt(cell, this.#axes);
    const sets = this.#letIn.flatMap((each, at) => each?.[entities[at] ?? 0] ?? []);
    return [...this.#labels].flatMap(([key, label]): CellUnit[] => {
      const passageIds = passages.get(key) ?? [];
      const isThere = (passageIds.length > 0 || this.#isWhole) && sets.every((set) => set.has(key));
      return isThere ? [{ kind: this.#kind, key, label, passageIds }] : [];
    });
  }

  #passagesOf(shares: readonly Share[]): Map<string, PassageId[]> {
    const passages = new Map<string, PassageId[]>();
    for (const { reading, contribution } of shares) {
      for (const mark of contribution.marks) {
        const passage = reading.passages[markedPassage(mark)] as PlacedPassage;
        for (const id of new Set(this.#idsOf(passage))) {
          const key = `${this.#kind}:${id}`;
          const own = passages.get(key) ?? [];
          own.push(passage.ids[0] as PassageId);
          passages.set(key, own);
        }
      }
    }
    return passages;
  }
}

export class MatrixUnits {
  readonly #kinds: readonly UnitsOfKind[];

  constructor(kept: KeptMatrix, kinds: readonly UnitKind[]) {
    this.#kinds = kinds.map((kind) => new UnitsOfKind(kept, kind));
  }

  get isAskedFor(): boolean {
    return this.#kinds.length > 0;
  }

  of(cell: number, shares: readonly Share[]): readonly CellUnit[] {
    return this.#kinds.flatMap((kind) => kind.of(cell, shares));
  }
}
