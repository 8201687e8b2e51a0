// What is done to a selected block of cells: copied, cut, pasted over, filled down, emptied; each an act of its own.
import type { ClipboardEvent } from 'react';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import { cellsOf, clipboardFromRows, copiedRows, filledDown, laidOver, rowsFromClipboard, valuesAt } from './sheet-block.ts';
import type { Block, CellText } from './sheet-block.ts';
import type { SheetColumn } from './sheet-model.ts';

/** A clipboard event that is the sheet's own: in a field that is being edited it is the field's. */
function isOnCell(event: ClipboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.dataset['cell'] !== undefined;
}

export function useSheetBlock<Row extends { readonly id: string }>(
  shown: readonly Row[],
  columns: readonly SheetColumn<Row>[],
  block: Block,
  isReadOnly: boolean,
) {
  const { language } = useLanguage();
  const text = corpusText[language];
  const run = useRun();
  const notify = useNotify();

  const write = (cells: readonly CellText[]) => {
    const { values, left } = valuesAt(cells, shown, columns);
    if (values.length > 0) void run('attribute.setValues', { values });
    if (left > 0) notify({ text: left === cells.length ? text.onlyAttributes : text.leftOut(left), kind: 'done' });
  };
  const empty = () => {
    // cells that are no attributes stay as they are, without a word: a whole row may be selected
    const cells = cellsOf(block).filter(({ column }) => columns[column]?.attributeId !== undefined);
    if (cells.length > 0) write(cells.map((cell) => ({ ...cell, text: '' })));
  };
  const fillDown = () => write(filledDown(shown, columns, block));

  const onCopy = (event: ClipboardEvent) => {
    if (!isOnCell(event)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', clipboardFromRows(copiedRows(shown, columns, block, language)));
  };
  const onCut = (event: ClipboardEvent) => {
    onCopy(event);
    if (isOnCell(event) && !isReadOnly) empty();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!isOnCell(event) || isReadOnly || pasted === '') return;
    event.preventDefault();
    write(laidOver(block, rowsFromClipboard(pasted)));
  };
  return { empty, fillDown, clipboard: { onCopy, onCut, onPaste } };
}
