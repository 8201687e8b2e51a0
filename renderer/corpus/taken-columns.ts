// Which columns of an attribute table come in, and under which names; no React here.
import type { AttributeTablePreview, ChosenAttribute } from '../../shared/domain/attribute-table.ts';

export interface TakenColumns {
  /** Columns that the user leaves out. */
  readonly left: ReadonlySet<string>;
  /** Names that the user gave, by column. */
  readonly names: ReadonlyMap<string, string>;
}

/** Columns that could become attributes: all that hold a value, but for those that say whose values they are. */
export function offeredColumns({ plan, columns }: AttributeTablePreview): AttributeTablePreview['columns'] {
  return columns.filter(({ name, filled }) => filled > 0 && name !== plan.nameColumn && name !== plan.sourceColumn);
}

/** Columns that become attributes, under the names they get: all those offered, until the user says otherwise. */
export function chosenAttributes(preview: AttributeTablePreview, { left, names }: TakenColumns): ChosenAttribute[] {
  return offeredColumns(preview)
    .filter(({ name }) => !left.has(name))
    .map(({ name }) => ({ column: name, name: (names.get(name) ?? name).trim() }));
}
