// What is done to a selected block of cells: copied, cut, pasted over, filled down, emptied; each an act of its own.
import { useEffect } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { attributesText } from '../../shared/i18n/attributes.ts';
import { corpusText } from '../../shared/i18n/corpus.ts';
import { useLanguage } from '../ui/language.tsx';
import { useNotify } from '../ui/notify.tsx';
import { useRun } from '../ui/use-run.ts';
import type { RefusedAt } from './refusals.ts';
import { cellsOf, clipboardFromRows, copiedRows, filledDown, laidOver, rowsFromClipboard, valuesAt } from './sheet-block.ts';
import type { Block, CellText, RefusedCell } from './sheet-block.ts';
import { wordsIn } from './sheet-model.ts';
import type { SheetColumn } from './sheet-model.ts';

interface ClipboardActs {
  readonly onCopy: (data: DataTransfer) => void;
  readonly onCut: (data: DataTransfer) => void;
  readonly onPaste: (data: DataTransfer) => void;
}

/** So many refused cells are named in the message; all of them are underlined in the sheet. */
const MOST_NAMED = 3;

/**
 * The clipboard while a cell of the table has the focus. Listened to on the page: the browser sends the event to where the caret
 * was last, which need not be in the table. In a field that is being edited the clipboard is the field's.
 */
function useClipboard(table: RefObject<HTMLTableElement | null>, { onCopy, onCut, onPaste }: ClipboardActs): void {
  useEffect(() => {
    const own = (act: (data: DataTransfer) => void) => (event: ClipboardEvent) => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused.dataset['cell'] === undefined || !table.current?.contains(focused)) return;
      if (!event.clipboardData) return;
      event.preventDefault();
      act(event.clipboardData);
    };
    const [copy, cut, paste] = [own(onCopy), own(onCut), own(onPaste)];
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  });
}

interface BlockInput<Row> {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly shown: readonly Row[];
  readonly columns: readonly SheetColumn<Row>[];
  readonly block: Block;
  readonly isReadOnly: boolean;
  /** Cells that now hold a value, and cells whose words wait to be mended. */
  readonly onWritten: (written: readonly { rowId: string; columnId: string }[], refused: readonly RefusedAt[], wrote: boolean) => void;
}

export function useSheetBlock<Row extends { readonly id: string }>({ table, shown, columns, block, isReadOnly, onWritten }: BlockInput<Row>) {
  const { language } = useLanguage();
  const text = corpusText[language];
  const run = useRun();
  const notify = useNotify();
  const keyOf = ({ row, column }: { row: number; column: number }) => ({ rowId: shown[row]?.id ?? '', columnId: columns[column]?.id ?? '' });
  /** « E03, Âge : douze » */
  const nameOf = (cell: RefusedCell) => {
    const [row, column] = [shown[cell.row], columns[cell.column]];
    const named = columns.find(({ id }) => id === 'name');
    return attributesText[language].refusedCell(row && named ? wordsIn(named, row) : '', column?.title ?? '', cell.text);
  };

  const write = async (cells: readonly CellText[]) => {
    const { values, refused, left } = valuesAt(cells, shown, columns);
    if (values.length > 0 && (await run('attribute.setValues', { values })) === undefined) return;
    onWritten(
      cells.map(keyOf),
      refused.map((cell) => ({ ...keyOf(cell), text: cell.text, sentence: cell.sentence })),
      values.length > 0,
    );
    if (refused.length > 0)
      notify({ text: attributesText[language].refusedCells(refused.length, refused.slice(0, MOST_NAMED).map(nameOf)), kind: 'failure' });
    if (left > 0) notify({ text: left === cells.length ? text.onlyAttributes : text.leftOut(left) });
  };
  const empty = () => {
    // cells that are no attributes stay as they are, without a word: a whole row may be selected
    const cells = cellsOf(block).filter(({ column }) => columns[column]?.attribute !== undefined);
    if (cells.length > 0) void write(cells.map((cell) => ({ ...cell, text: '' })));
  };
  const fillDown = () => void write(filledDown(shown, columns, block));

  const onCopy = (data: DataTransfer) => data.setData('text/plain', clipboardFromRows(copiedRows(shown, columns, block, language)));
  const onCut = (data: DataTransfer) => {
    onCopy(data);
    if (!isReadOnly) empty();
  };
  const onPaste = (data: DataTransfer) => {
    const pasted = data.getData('text/plain');
    if (!isReadOnly && pasted !== '') void write(laidOver(block, rowsFromClipboard(pasted)));
  };
  useClipboard(table, { onCopy, onCut, onPaste });
  /** Empties the block or fills it down; false for every other key. */
  const onBlockKey = (event: KeyboardEvent): boolean => {
    const isEmptying = event.key === 'Delete' || event.key === 'Backspace';
    const isFilling = event.ctrlKey && event.key.toLowerCase() === 'd';
    if (!isReadOnly && isEmptying) empty();
    else if (!isReadOnly && isFilling) fillDown();
    return isEmptying || isFilling;
  };
  return { onBlockKey };
}
