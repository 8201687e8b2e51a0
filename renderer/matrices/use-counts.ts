// The table as it is counted: one object while only quotes come into it, so that nothing drawn from its counts is drawn anew.
import { useRef } from 'react';
import type { MatrixTable } from '../../shared/domain/matrix.ts';

/** Quotes are put into the cells of a table whose lines and totals stay the same objects; whatever else changes brings totals of its own. */
const isCountedAlike = (one: MatrixTable, other: MatrixTable): boolean =>
  one.totals === other.totals && one.rows === other.rows && one.columns === other.columns && one.definition === other.definition;

/** Its cells hold all but the latest quotes. */
export function useCounts(table: MatrixTable): MatrixTable {
  const kept = useRef(table);
  if (!isCountedAlike(kept.current, table)) kept.current = table;
  return kept.current;
}
