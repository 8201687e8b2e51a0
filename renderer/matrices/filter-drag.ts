// Conditions dragged from a list into a group of the builder.
import type { DragEvent } from 'react';
import { ROW_FIELDS } from './filter-model.ts';
import type { FilterRow } from './filter-model.ts';

const MIME = 'application/x-trame-condition';

export function dragCondition(event: DragEvent, row: FilterRow): void {
  event.dataTransfer.setData(MIME, JSON.stringify(row));
  event.dataTransfer.effectAllowed = 'copy';
}

export function holdsCondition(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(MIME);
}

/** Another window may have dragged it here: null where it is no condition. */
export function droppedCondition(event: DragEvent): FilterRow | null {
  try {
    const { field, name, operator, values } = JSON.parse(event.dataTransfer.getData(MIME)) as FilterRow;
    return ROW_FIELDS.includes(field) ? { kind: 'row', field, name, operator, values } : null;
  } catch {
    return null;
  }
}
