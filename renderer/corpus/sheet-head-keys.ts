// The arrows among a sheet's headings: their buttons are no stops of Tab, there would be too many.
import type { KeyboardEvent } from 'react';

/** What the arrows reach from the first row, going up. */
export function headButton(table: HTMLTableElement | null, column: number): HTMLElement | null {
  return table?.querySelectorAll('thead th')[column]?.querySelector('button') ?? null;
}

/** Left and Right go from button to button, Down leaves them for the cells below; false for other keys. */
export function moveInHead(event: KeyboardEvent, onLeave: (column: number) => void): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const head = target?.closest('thead');
  if (!target || !head || event.altKey || event.ctrlKey || event.metaKey) return false;
  const buttons = [...head.querySelectorAll<HTMLElement>('button')];
  const to = (index: number) => buttons[index]?.focus();
  const index = buttons.indexOf(target);
  if (event.key === 'ArrowRight') to(index + 1);
  else if (event.key === 'ArrowLeft') to(index - 1);
  else if (event.key === 'Home') to(0);
  else if (event.key === 'End') to(buttons.length - 1);
  else if (event.key === 'ArrowDown') onLeave([...head.querySelectorAll('th')].indexOf(target.closest('th') as HTMLTableCellElement));
  else return false;
  event.preventDefault();
  return true;
}
