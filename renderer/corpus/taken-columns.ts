// Which columns of an attribute table come in, and under which names; no React here.
import type { AttributeTablePreview, ChosenAttribute } from '../../shared/domain/attribute-table.ts';
import type { AttributeType } from '../../shared/domain/corpus.ts';

export interface TakenColumns {
  /** Columns that the user leaves out. */
  readonly left: ReadonlySet<string>;
  /** Names that the user gave, by column. */
  readonly names: ReadonlyMap<string, string>;
  /** Types that the user gave to attributes the table makes, by column. */
  readonly types: ReadonlyMap<string, AttributeType>;
}

/** Columns that could become attributes: all that hold a value, but for those that say whose values they are. */
export function offeredColumns({ plan, columns }: AttributeTablePreview): AttributeTablePreview['columns'] {
  return columns.filter(({ name, filled }) => filled > 0 && name !== plan.nameColumn && name !== plan.sourceColumn);
}

/** Columns that become attributes, under the names they get: all those offered, until the user says otherwise. */
export function chosenAttributes(preview: AttributeTablePreview, { left, names, types }: TakenColumns): ChosenAttribute[] {
  return offeredColumns(preview)
    .filter(({ name }) => !left.has(name))
    .map(({ name, type }) => ({ column: name, name: (names.get(name) ?? name).trim(), type: types.get(name) ?? type }));
}

/** The values that would be left out, of the columns that come in under their own names: what another attribute takes is not known yet. */
export function invalidTaken(preview: AttributeTablePreview, { left, names, types }: TakenColumns): AttributeTablePreview['invalid'] {
  return preview.invalid.filter(({ column }) => !left.has(column) && !names.has(column) && !types.has(column));
}
